"""Events, tellings and names of a record as a few lines of text each, with the words of the articles."""

import json
import sqlite3
from typing import Final

CONTEXT: Final = 40
"""Characters shown on each side of a quotation."""
QUOTES: Final = 3
"""Quotations shown of a telling."""

_EVENT: Final = """
SELECT id, type, status, start_date, end_date, place, host, mechanism, ordinal, documents,
       (SELECT count(DISTINCT t.document) FROM reports r JOIN tellings t USING (telling) WHERE r.event = e.event)
FROM events e WHERE event = ?
"""
_TELLING: Final = """
SELECT t.type, t.status, t.start_date, t.end_date, t.place, t.host, t.mechanism, t.ordinal, t.documents, t.background,
       d.id, d.publisher, d.published, d.title
FROM tellings t JOIN documents d USING (document) WHERE telling = ?
"""
_QUOTES: Final = """
SELECT substr(d.text, max(1, v.start_char + 1 - :context), v.start_char - max(0, v.start_char - :context)),
       v.quote, substr(d.text, v.end_char + 1, :context)
FROM evidence v JOIN tellings t USING (telling) JOIN documents d USING (document)
WHERE v.telling = :telling ORDER BY v.position LIMIT :most
"""
_LOCAL: Final = """
SELECT p.name, coalesce(p.country, '?'), count(DISTINCT p.document), min(d.published), max(d.published)
FROM people p JOIN documents d USING (document) WHERE p.local = ? GROUP BY p.name ORDER BY count(*) DESC, p.name LIMIT 1
"""
_TITLES: Final = """
SELECT title, count(*) FROM people WHERE local = ? AND title IS NOT NULL
GROUP BY title ORDER BY count(*) DESC, title LIMIT 4
"""
_ALIASES: Final = "SELECT DISTINCT aliases FROM people WHERE local = ? AND aliases <> '[]' ORDER BY aliases LIMIT 3"


def event(record: sqlite3.Connection, number: int) -> str:
    """An event's fields in one line."""
    identity, *fields, documents = record.execute(_EVENT, [number]).fetchone()
    sides = record.execute("SELECT name, country, role FROM sides WHERE event = ? ORDER BY position", [number])
    return f"● {_line(fields)}  {_names(sides)}  {documents} documents  {identity}"


def telling(record: sqlite3.Connection, number: int) -> str:
    """A telling's fields in one line, its article in another, then its quotations with what stands around them."""
    *fields, background, document, publisher, published, title = record.execute(_TELLING, [number]).fetchone()
    takers = record.execute(
        "SELECT name, country, role FROM participants WHERE telling = ? ORDER BY position", [number]
    )
    quotes = record.execute(_QUOTES, {"telling": number, "context": CONTEXT, "most": QUOTES})
    lines = [
        f"  - {_line(fields)}  {_names(takers)}{'  background' if background else ''}",
        f"    {published or '?'}  {publisher or '?'}  {title}  {document}",
        *(f"    {before}【{quote}】{after}".replace("\n", "⏎") for before, quote, after in quotes),
    ]
    return "\n".join(lines)


def local(record: sqlite3.Connection, identity: str) -> str:
    """A name with its country: when it was seen, its titles and other forms."""
    name, country, documents, first, last = record.execute(_LOCAL, [identity]).fetchone()
    titles = ", ".join(f"{title} ({count})" for title, count in record.execute(_TITLES, [identity]))
    aliases = {alias for (told,) in record.execute(_ALIASES, [identity]) for alias in json.loads(told)}
    others = f"  = {', '.join(sorted(aliases))}" if aliases else ""
    return f"  - {name} {country}  {documents} documents, {first} to {last}  {titles or 'no title'}{others}"


def _line(fields: list[str | int | None]) -> str:
    return "  ".join(str(value) for value in fields if value not in {None, "[]"})


def _names(rows: sqlite3.Cursor) -> str:
    return ", ".join(f"{name} {country or '?'}{f' ({role})' if role else ''}" for name, country, role in rows)
