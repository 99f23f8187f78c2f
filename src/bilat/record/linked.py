"""Events in a record: what linking reads of it, and what it answers.

Everything here is a function of the documents (and decisions), so it is written anew at each build.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, Final

from bilat.model.linking import Linked, Taker, Telling
from bilat.record.actors import SAYS as _ACTORS
from bilat.record.copies import SAYS as _COPIES
from bilat.record.decided import SAYS as _DECISIONS
from bilat.record.pack import widest

TABLES: Final = ("copies", "differences", "life", "reports", "sides", "events")
"""What linking writes, children first."""

_TAKERS: Final = """
SELECT pa.telling, pa.name, pa.country, pa.role, p.local
FROM participants pa LEFT JOIN people p USING (person) ORDER BY pa.telling, pa.position
"""
_TELLINGS: Final = """
SELECT t.telling, t.id, t.document, d.publisher, d.published, t.type, t.status, t.start_date, t.end_date, t.place,
       t.host, t.mechanism, t.ordinal, t.documents, t.background
FROM tellings t JOIN documents d USING (document) WHERE d.superseded_by IS NULL ORDER BY t.id
"""


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


def says(db: sqlite3.Connection) -> Iterator[str]:
    """One line for each thing that linking says, by ids alone and sorted: what the digest of a record holds of it."""
    for statement in _SAYS:
        for (line,) in db.execute(statement):
            yield str(line)


_SAYS: Final = (
    _ACTORS,
    (
        "SELECT json_array(e.id, e.type, e.status, e.start_date, e.end_date, e.place, e.host, e.mechanism, e.ordinal,"
        " e.documents, e.background, (SELECT p.id FROM events p WHERE p.event = e.part_of)) AS line"
        " FROM events e ORDER BY line"
    ),
    (
        "SELECT json_array(e.id, s.position, s.actor, s.name, s.country, s.role) AS line"
        " FROM sides s JOIN events e USING (event) ORDER BY line"
    ),
    (
        "SELECT json_array(e.id, r.position, d.id, t.id, r.how, r.inferred) AS line FROM reports r JOIN events e"
        " USING (event) JOIN tellings t USING (telling) JOIN documents d USING (document) ORDER BY line"
    ),
    (
        "SELECT json_array(e.id, l.position, l.status, l.on_day, t.id) AS line FROM life l JOIN events e"
        " USING (event) JOIN tellings t USING (telling) ORDER BY line"
    ),
    (
        "SELECT json_array(e.id, x.position, x.field, x.kind, x.value, t.id) AS line FROM differences x JOIN events e"
        " USING (event) JOIN tellings t USING (telling) ORDER BY line"
    ),
    _COPIES,
    _DECISIONS,
)
