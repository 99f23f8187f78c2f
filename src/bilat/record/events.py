"""The linked events of a record: written and replaced, and asked by day, host and type."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from msgspec.json import decode

from bilat.model.level import Level
from bilat.model.linking import Happening, Linked
from bilat.record.pack import widest
from bilat.record.query import LISTED

_CHILDREN: Final = {"sides": 6, "reports": 5, "life": 5, "differences": 6}
"""Columns of each table that belongs to an event."""
_HAPPENING: Final = (
    "SELECT e.id, e.type, e.start_date, e.end_date, e.place, e.host, e.mechanism, e.ordinal, e.background,"
    " (SELECT json_group_array(json_array(s.actor, s.name, s.country)) FROM sides s WHERE s.event = e.event),"
    " (SELECT count(*) FROM reports r WHERE r.event = e.event), e.event, e.earliest, e.latest FROM events e"
)


class Made(NamedTuple):
    """An event, and the numbers of the tellings that are of it in the first place."""

    event: Linked
    tellings: tuple[int, ...]


def remove(db: sqlite3.Connection, events: Collection[int]) -> None:
    """Forgets events, with all that belongs to them; visits hold them no more, nor they others."""
    listed = (json.dumps(sorted(events)),)
    _ = db.execute(f"UPDATE events SET part_of = NULL WHERE part_of {LISTED}", listed)
    _ = db.execute(f"UPDATE places SET event = NULL WHERE event {LISTED}", listed)
    for table in (*_CHILDREN, "doubts"):
        _ = db.execute(f"DELETE FROM {table} WHERE event {LISTED}", listed)
    _ = db.execute(f"DELETE FROM doubts WHERE other_event {LISTED}", listed)
    _ = db.execute(f"DELETE FROM events WHERE event {LISTED}", listed)


def add(db: sqlite3.Connection, made: Iterable[Made]) -> list[int]:
    """Keeps events, with numbers of their own in the order of their ids. Returns the numbers."""
    ordered = sorted(made, key=lambda each: each.event.id)
    first = db.execute("SELECT coalesce(max(event), 0) + 1 FROM events").fetchone()[0]
    published = _published(db, (each.event.tellings[0].telling for each in ordered))
    events: list[tuple[Any, ...]] = []
    children: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _CHILDREN}
    homes: list[tuple[int, int]] = []
    for at, (event, tellings) in enumerate(ordered, first):
        events.append((at, *_event(event, published[event.tellings[0].telling]), None, Level.UNKNOWN.value))
        homes.extend((at, telling) for telling in tellings)
        _collect(children, at, event)
    _ = db.executemany(f"INSERT INTO events VALUES ({', '.join('?' * 16)})", events)
    for table, rows in children.items():
        _ = db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * _CHILDREN[table])})", rows)
    _ = db.executemany("UPDATE places SET event = ? WHERE telling = ?", homes)
    return [row[0] for row in events]


def _published(db: sqlite3.Connection, tellings: Iterable[int]) -> dict[int, str | None]:
    rows = db.execute(
        f"SELECT t.telling, d.published FROM tellings t JOIN documents d USING (document) WHERE t.telling {LISTED}",
        (json.dumps(sorted(tellings)),),
    )
    return dict(rows.fetchall())


def _collect(children: dict[str, list[tuple[Any, ...]]], at: int, event: Linked) -> None:
    children["sides"].extend((at, place, *side) for place, side in enumerate(event.sides))
    children["reports"].extend(
        (at, place, told.telling, told.how, int(told.inferred)) for place, told in enumerate(event.tellings)
    )
    children["life"].extend((at, place, *change) for place, change in enumerate(event.life))
    told = [(d.field, d.kind, v.value, t) for d in event.differences for v in d.values for t in v.tellings]
    children["differences"].extend((at, place, *row) for place, row in enumerate(told))


def _event(event: Linked, published: str | None) -> tuple[Any, ...]:
    earliest, latest = widest(event.start, event.end, published)
    return (
        *(event.id, event.type, event.status, event.start, event.end, earliest, latest, event.place, event.host),
        *(event.mechanism, event.ordinal, json.dumps(event.documents, ensure_ascii=False), int(event.background)),
    )


def happenings(db: sqlite3.Connection, numbers: Collection[int]) -> list[Happening]:
    """The events of these numbers, in order of ids."""
    return sorted(_rows(db, f"WHERE e.event {LISTED}", json.dumps(sorted(numbers))))


def visits(db: sqlite3.Connection, host: str, first: int, last: int) -> list[Happening]:
    """The visits to a country that begin on one of these days."""
    where = "WHERE e.host = ? AND e.earliest BETWEEN ? AND ? AND e.type = 'visit'"
    return sorted(_rows(db, where, host, _day(first), _day(last)))


def around(db: sqlite3.Connection, kind: str, first: int, last: int) -> list[Happening]:
    """The events of a type that begin on one of these days."""
    return sorted(_rows(db, "WHERE e.type = ? AND e.earliest BETWEEN ? AND ?", kind, _day(first), _day(last)))


def on_days(db: sqlite3.Connection, kinds: Iterable[str], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Numbers of the events of these types that begin within one of the spans."""
    return {
        number
        for first, last in sorted(set(spans))
        for kind in sorted(kinds)
        for (number,) in db.execute(
            "SELECT event FROM events WHERE type = ? AND earliest BETWEEN ? AND ?", (kind, _day(first), _day(last))
        )
    }


def _rows(db: sqlite3.Connection, where: str, *values: object) -> Iterator[Happening]:
    for row in db.execute(f"{_HAPPENING} {where}", values):
        who = tuple((actor, name, country) for actor, name, country in decode(row[9]))
        made: tuple[Any, ...] = (*row[:8], bool(row[8]), who, *row[10:])
        yield Happening._make(made)


def _day(number: int) -> str:
    """The ISO day of a number, kept within the calendar."""
    return date.fromordinal(min(max(number, 1), date.max.toordinal())).isoformat()


def put_in_visits(db: sqlite3.Connection, held: Sequence[tuple[str, str | None]]) -> None:
    """Says of events by id which visit (its id) holds each."""
    _ = db.executemany(
        "UPDATE events SET part_of = (SELECT v.event FROM events v WHERE v.id = ?) WHERE id = ?",
        ((visit, event) for event, visit in held),
    )
