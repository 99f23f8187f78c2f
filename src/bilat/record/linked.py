"""The linked part of a record: what linking reads of it, and what it answers.

Everything here is a function of the documents (and decisions), so it is written anew at each build.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from bilat.model.linking import Joint, Linked, Naming, Taker, Telling, Tenure
from bilat.record.pack import widest
from bilat.record.terms import fold

TABLES: Final = ("differences", "life", "reports", "sides", "events", "tenures", "joints")
"""What linking writes, children first."""

_NAMINGS: Final = """
SELECT p.local, p.name, p.country, p.title, p.aliases, p.document, d.published
FROM people p JOIN documents d USING (document) WHERE d.superseded_by IS NULL
"""
_TAKERS: Final = """
SELECT pa.telling, pa.name, pa.country, pa.role, p.local
FROM participants pa LEFT JOIN people p USING (person) ORDER BY pa.telling, pa.position
"""
_TELLINGS: Final = """
SELECT t.telling, t.id, t.document, d.publisher, d.published, t.type, t.status, t.start_date, t.end_date, t.place,
       t.host, t.mechanism, t.ordinal, t.documents, t.background
FROM tellings t JOIN documents d USING (document) WHERE d.superseded_by IS NULL ORDER BY t.id
"""


def namings(db: sqlite3.Connection) -> Iterator[Naming]:
    """Every person of every document that counts."""
    for local, name, country, title, aliases, document, day in db.execute(_NAMINGS):
        others = () if aliases == "[]" else tuple(fold(alias) for alias in json.loads(aliases))
        yield Naming(local, name, fold(name), country, title, others, document, day)


def tellings(db: sqlite3.Connection) -> Iterator[Telling]:
    """Every event of every document that counts, in order of ids."""
    takers: dict[int, list[Taker]] = {}
    for telling, *taker in db.execute(_TAKERS):
        takers.setdefault(telling, []).append(Taker(*taker))
    for row in db.execute(_TELLINGS):
        *plain, mechanism, ordinal, documents, background = row
        yield Telling(
            *plain,
            takers=tuple(takers.get(row[0], ())),
            mechanism=mechanism,
            ordinal=ordinal,
            documents=tuple(json.loads(documents)),
            background=bool(background),
        )


def clear(db: sqlite3.Connection) -> None:
    """Forgets all that linking wrote."""
    for table in TABLES:
        _ = db.execute(f"DELETE FROM {table}")


def write_actors(
    db: sqlite3.Connection, of: dict[str, str], joints: Iterable[Joint], tenures: Iterable[Tenure]
) -> None:
    """Which locals are one actor, why, and who was seen in which office."""
    _ = db.execute("UPDATE people SET actor = local WHERE actor <> local")
    _ = db.execute("CREATE TEMP TABLE joined (local TEXT PRIMARY KEY, actor TEXT NOT NULL) WITHOUT ROWID")
    _ = db.executemany("INSERT INTO joined VALUES (?, ?)", of.items())
    _ = db.execute(
        "UPDATE people SET actor = (SELECT j.actor FROM joined j WHERE j.local = people.local)"
        " WHERE local IN (SELECT local FROM joined)"
    )
    _ = db.execute("DROP TABLE joined")
    rows = ((j.one, of.get(j.one, j.one), j.other, j.why, j.likely) for j in joints)
    _ = db.executemany("INSERT OR IGNORE INTO joints VALUES (?, ?, ?, ?, ?)", rows)
    _ = db.executemany(
        "INSERT INTO tenures VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((t.actor, t.office, int(t.sole), t.country, t.first, t.last, t.documents, _json(t.titles)) for t in tenures),
    )


def _json(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def write_events(db: sqlite3.Connection, linked: Sequence[Linked]) -> None:
    """The events, numbered in the order of their ids."""
    ordered = sorted(linked, key=lambda event: event.id)
    number = {event.id: at for at, event in enumerate(ordered, 1)}
    published: dict[int, str | None] = dict(
        db.execute("SELECT t.telling, d.published FROM tellings t JOIN documents d USING (document)")
    )
    events: list[tuple[Any, ...]] = []
    children: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _CHILDREN}
    for event in ordered:
        at = number[event.id]
        day = published[event.tellings[0].telling]
        part_of = number.get(event.part_of) if event.part_of else None
        events.append((at, *_event(event, day), part_of))
        children["sides"].extend((at, place, *side) for place, side in enumerate(event.sides))
        children["reports"].extend(
            (at, place, told.telling, told.how, int(told.inferred)) for place, told in enumerate(event.tellings)
        )
        children["life"].extend((at, place, *change) for place, change in enumerate(event.life))
        told = [(d.field, d.kind, v.value, t) for d in event.differences for v in d.values for t in v.tellings]
        children["differences"].extend((at, place, *row) for place, row in enumerate(told))
    _ = db.executemany(f"INSERT INTO events VALUES ({', '.join('?' * 15)})", events)
    for table, rows in children.items():
        _ = db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * _CHILDREN[table])})", rows)


_CHILDREN: Final = {"sides": 6, "reports": 5, "life": 5, "differences": 6}
"""Columns of each table that belongs to an event."""


def _event(event: Linked, published: str | None) -> tuple[Any, ...]:
    earliest, latest = widest(event.start, event.end, published)
    return (
        event.id,
        event.type,
        event.status,
        event.start,
        event.end,
        earliest,
        latest,
        event.place,
        event.host,
        event.mechanism,
        event.ordinal,
        _json(event.documents),
        int(event.background),
    )
