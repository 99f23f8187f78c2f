"""Rows of a record → one line for each thing they say, by ids and keys alone: what the digest is the sum of.

Whoever writes such rows takes away the lines of those that go, and adds those of the ones that come. Paths, times, row
numbers and what follows from other rows (names, tenures, indexes) are in no line.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

_DOCUMENTS: Final = (
    "SELECT json_array('document', d.id, d.key, n.key) FROM documents d LEFT JOIN documents n"
    " ON n.document = d.superseded_by WHERE d.superseded_by IS NOT d.document"
    " AND d.id NOT IN (d.given_id || '~' || d.key, d.key || '~' || d.document)"
)
_ACTORS: Final = "SELECT json_array('actor', l.local, l.actor) FROM locals l WHERE l.actor <> l.local"
_EVENTS: Final = (
    (
        "SELECT json_array('event', e.id, e.type, e.status, e.start_date, e.end_date, e.place, e.host, e.mechanism,"
        " e.ordinal, e.documents, e.background, (SELECT v.id FROM events v WHERE v.event = e.part_of)) FROM events e"
    ),
    (
        "SELECT json_array('side', e.id, s.position, s.actor, s.name, s.country, s.role)"
        " FROM events e CROSS JOIN sides s USING (event)"
    ),
    (
        "SELECT json_array('report', e.id, r.position, d.key, t.id, r.how, r.inferred) FROM events e"
        " CROSS JOIN reports r USING (event) JOIN tellings t USING (telling) JOIN documents d USING (document)"
    ),
    (
        "SELECT json_array('life', e.id, l.position, l.status, l.on_day, t.id)"
        " FROM events e CROSS JOIN life l USING (event) JOIN tellings t USING (telling)"
    ),
    (
        "SELECT json_array('difference', e.id, x.position, x.field, x.kind, x.value, t.id)"
        " FROM events e CROSS JOIN differences x USING (event) JOIN tellings t USING (telling)"
    ),
)
_COPIES: Final = (
    "SELECT json_array('copy', d.key, o.key, n.key, c.likeness) FROM copies c JOIN documents d USING (document)"
    " JOIN documents o ON o.document = c.of JOIN documents n ON n.document = c.nearest"
)
_DECISIONS: Final = (
    "SELECT json_array('decision', verb, ids, others, field, value, author, date, reason, outcome) FROM decisions"
)


def everything(db: sqlite3.Connection) -> Iterator[str]:
    """All that the record says."""
    return chain(documents(db), actors(db), events(db), copies(db), decisions(db))


def documents(db: sqlite3.Connection, numbers: Iterable[int] | None = None) -> Iterator[str]:
    """Id, key and what supersedes it, of these documents or all; nothing of those that are not settled, or orphans."""
    return _lines(db, _DOCUMENTS, "AND d.document", numbers)


def actors(db: sqlite3.Connection, locals_: Iterable[str] | None = None) -> Iterator[str]:
    """Whom these names, or all, belong to, where that is another than the one they alone would make."""
    return _lines(db, _ACTORS, "AND l.local", locals_)


def events(db: sqlite3.Connection, numbers: Iterable[int] | None = None) -> Iterator[str]:
    """These events or all, with their sides, reports, lives and differences. An event names the one it is part of by
    its id: one whose visit gets another id says something else too."""
    wanted = None if numbers is None else [*numbers]
    for statement in _EVENTS:
        yield from _lines(db, statement, "WHERE e.event", wanted)


def copies(db: sqlite3.Connection, numbers: Iterable[int] | None = None) -> Iterator[str]:
    """What these documents, or all, are copies of."""
    return _lines(db, _COPIES, "WHERE c.document", numbers)


def decisions(db: sqlite3.Connection) -> Iterator[str]:
    """The decisions and what became of them; not on which lines of their file they stand."""
    return _lines(db, _DECISIONS, "", None)


def _lines(
    db: sqlite3.Connection, statement: str, only: str, wanted: Iterable[int] | Iterable[str] | None
) -> Iterator[str]:
    given: Sequence[str] = ()
    if wanted is not None:
        statement += f" {only} IN (SELECT value FROM json_each(?))"
        given = (json.dumps([*wanted]),)
    for (line,) in db.execute(statement, given):
        yield str(line)
