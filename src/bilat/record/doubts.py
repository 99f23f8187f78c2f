"""Doubts in a record, and what a person needs to see to decide them: names, titles, dates and quotations of both."""

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from bilat.model import Evidence, Span
from bilat.model.doubt import Doubt, DoubtRow, DoubtSide, Witness
from bilat.record.compact import spans_of, text_of

_QUOTES: Final = 3
"""Quotations shown of each side, each from another document."""
_AROUND: Final = 24
"""Characters shown on either side of a name."""
_TITLES: Final = 4
_BREAK: Final = re.compile(r"[\n。！？!?；;]")

_NAMINGS: Final = """
SELECT p.actor, p.name, p.country, p.title, p.aliases, p.document, d.published FROM people p
JOIN documents d USING (document) WHERE p.local = ? AND d.superseded_by IS NULL ORDER BY d.published, d.id
"""
_MENTIONS: Final = """
SELECT d.id, d.publisher, d.published, d.text, p.spans FROM (
    SELECT DISTINCT c.document FROM people q JOIN documents c USING (document)
    WHERE q.local = :local AND q.mentions AND c.superseded_by IS NULL ORDER BY c.published, c.id LIMIT :limit) first
JOIN documents d USING (document) JOIN people p ON p.document = d.document AND p.local = :local AND p.mentions
ORDER BY d.published, d.id
"""
_EVENT: Final = """
SELECT e.event, e.id, e.type, e.status, e.start_date, e.end_date, e.place,
       (SELECT count(DISTINCT x.document) FROM reports y JOIN tellings x USING (telling) WHERE y.event = e.event)
FROM tellings t JOIN reports r USING (telling) JOIN events e USING (event)
WHERE t.id = :id ORDER BY e.id <> :id, r.position LIMIT 1
"""
_SIDES: Final = """
SELECT coalesce((SELECT n.name FROM names n WHERE n.actor = s.actor
                 ORDER BY n.chosen DESC, n.as_name DESC, n.as_alias DESC, n.name LIMIT 1), s.name), s.country
FROM sides s WHERE s.event = ? ORDER BY s.position
"""
_TELLING: Final = "SELECT type, status, start_date, end_date, place FROM tellings WHERE id = ? ORDER BY telling LIMIT 1"
_REPORTS: Final = """
SELECT d.id, d.publisher, d.published, v.start_char, v.end_char, v.quote, t.id FROM reports r
JOIN tellings t USING (telling) JOIN documents d USING (document) JOIN evidence v USING (telling)
WHERE r.event = ? AND v.position = 0 ORDER BY r.position
"""
_TOLD: Final = """
SELECT d.id, d.publisher, d.published, v.start_char, v.end_char, v.quote, t.id FROM tellings t
JOIN documents d USING (document) JOIN evidence v USING (telling) WHERE t.id = ? ORDER BY v.position
"""


def add(db: sqlite3.Connection, found: Iterable[tuple[Doubt, int | None, int | None]]) -> None:
    """Keeps doubts, each with the numbers of the events it is about."""
    rows = ((d.kind, d.one, d.other, int(d.joined), d.why, d.likely, *events) for d, *events in found)
    columns = "kind, one, other, joined, why, likely, event, other_event"
    _ = db.executemany(f"INSERT INTO doubts ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def clear_actors(db: sqlite3.Connection, locals_: Collection[str] | None) -> None:
    """Forgets the doubts about these locals, or about all."""
    if locals_ is None:
        _ = db.execute("DELETE FROM doubts WHERE kind = 'actor'")
        return
    listed = (json.dumps(sorted(locals_)),)
    for side in ("one", "other"):
        _ = db.execute(
            f"DELETE FROM doubts WHERE kind = 'actor' AND {side} IN (SELECT value FROM json_each(?))", listed
        )


def doubts(db: sqlite3.Connection, kind: str | None = None) -> list[Doubt]:
    """All doubts (of one kind), the most uncertain first."""
    rows = db.execute(
        "SELECT kind, one, other, joined, why, likely FROM doubts WHERE ? IS NULL OR kind = ?", (kind, kind)
    )
    found = [Doubt(kind, one, other, bool(joined), why, likely) for kind, one, other, joined, why, likely in rows]
    return sorted(found, key=lambda d: (-d.unsure, d))


def with_sides(db: sqlite3.Connection, found: Iterable[Doubt]) -> Iterator[DoubtRow]:
    """Each doubt with what is known of both sides."""
    for doubt in found:
        if doubt.kind == "actor":
            yield DoubtRow(doubt, _name(db, doubt.one), _name(db, doubt.other))
        elif doubt.joined:
            yield DoubtRow(doubt, _telling(db, doubt.one), _event(db, doubt.other, without=doubt.one))
        else:
            yield DoubtRow(doubt, _event(db, doubt.one), _event(db, doubt.other))


def _name(db: sqlite3.Connection, local: str) -> DoubtSide:
    rows = db.execute(_NAMINGS, (local,)).fetchall()
    names = dict.fromkeys(row[1] for row in rows) | dict.fromkeys(n for row in rows for n in json.loads(row[4]))
    days = [row[6] for row in rows if row[6]]
    return DoubtSide(
        id=local,
        is_of=rows[0][0] if rows else local,
        names=tuple(names),
        countries=tuple(dict.fromkeys(row[2] for row in rows if row[2])),
        titles=_most([row[3] for row in rows if row[3]]),
        first=min(days, default=None),
        last=max(days, default=None),
        type=None,
        status=None,
        place=None,
        documents=len({row[5] for row in rows}),
        witnesses=tuple(_mentions(db, local)),
    )


def _mentions(db: sqlite3.Connection, local: str) -> Iterator[Witness]:
    """The first place of a name in each of a few documents."""
    rows: Iterable[tuple[Any, ...]] = db.execute(_MENTIONS, {"local": local, "limit": _QUOTES})
    for (id_, publisher, published, text), named in groupby(rows, itemgetter(0, 1, 2, 3)):
        start, end = min(span for row in named for span in spans_of(row[4]))
        yield _around(id_, publisher, published, text_of(text), start, end)


def _most(titles: Sequence[str]) -> tuple[str, ...]:
    """The titles seen most often, of those seen as often the first."""
    known = dict.fromkeys(titles)
    return tuple(sorted(known, key=lambda title: -titles.count(title))[:_TITLES])


def _around(id_: str, publisher: str | None, published: str | None, text: str, start: int, end: int) -> Witness:
    """A name with the words around it, not beyond its sentence."""
    before = [m.end() for m in _BREAK.finditer(text, max(0, start - _AROUND), start)]
    after = _BREAK.search(text, end, end + _AROUND)
    first = before[-1] if before else max(0, start - _AROUND)
    last = after.start() if after else min(len(text), end + _AROUND)
    return Witness(publisher, published, Evidence(id_, Span(first, last), text[first:last]))


def _event(db: sqlite3.Connection, telling: str, without: str | None = None) -> DoubtSide:
    """The event of a telling; `without` a telling that stands on the other side."""
    row = db.execute(_EVENT, {"id": telling}).fetchone()
    if row is None:
        return _telling(db, telling)
    number, id_, kind, status, start, end, place, documents = row
    quoted = [each for each in db.execute(_REPORTS, (number,)) if each[6] != without]
    sides = db.execute(_SIDES, (number,)).fetchall()
    return _happened(telling, id_, sides, (kind, status, start, end, place), documents, quoted)


def _telling(db: sqlite3.Connection, telling: str) -> DoubtSide:
    """A telling by itself."""
    row = db.execute(_TELLING, (telling,)).fetchone() or (None,) * 5
    sides = db.execute(
        "SELECT p.name, p.country FROM participants p JOIN tellings t USING (telling) WHERE t.id = ?"
        " ORDER BY telling, p.position",
        (telling,),
    ).fetchall()
    event = db.execute(_EVENT, {"id": telling}).fetchone()
    return _happened(telling, event[1] if event else telling, sides, row, 1, db.execute(_TOLD, (telling,)).fetchall())


def _happened(
    telling: str, id_: str, sides: Sequence[Any], about: Sequence[Any], documents: int, quoted: Sequence[Any]
) -> DoubtSide:
    kind, status, start, end, place = about
    witnesses: dict[str, Witness] = {}
    for document, publisher, published, first, last, quote, _ in quoted:
        _ = witnesses.setdefault(document, Witness(publisher, published, Evidence(document, Span(first, last), quote)))
    return DoubtSide(
        id=telling,
        is_of=id_,
        names=tuple(name for name, _ in sides),
        countries=tuple(dict.fromkeys(country for _, country in sides if country)),
        titles=(),
        first=start,
        last=end,
        type=kind,
        status=status,
        place=place,
        documents=documents,
        witnesses=tuple(witnesses.values())[:_QUOTES],
    )
