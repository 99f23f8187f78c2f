"""Search words → documents, and the stretch of text to show."""

import sqlite3
from typing import Final

from bilat.model import Span
from bilat.record.terms import parse

_BEFORE: Final = 24
_LENGTH: Final = 96
"""Characters shown before the first hit, and in all."""


def matching(connection: sqlite3.Connection, words: str, limit: int | None) -> list[int]:
    """The numbers of the documents that hold all words: the newest first (those without a date last), then by id.

    The index gives the candidates; where it cannot decide alone (three characters are two pairs, which may stand
    apart), the text does.
    """
    query = parse(words)
    rows = connection.execute(
        "SELECT d.document FROM search s JOIN documents d ON d.document = s.rowid"
        " WHERE s.search MATCH ? ORDER BY d.published DESC, d.id",
        (query.match,),
    ).fetchall()
    found: list[int] = []
    for (number,) in rows:
        if limit is not None and len(found) >= limit:
            break
        if query.exact or query.is_in(_text(connection, number)):
            found.append(number)
    return found


def counted(connection: sqlite3.Connection, words: str) -> int:
    """How many documents hold all words."""
    query = parse(words)
    if not query.exact:
        return len(matching(connection, words, None))
    row = connection.execute("SELECT count(*) FROM search WHERE search MATCH ?", (query.match,)).fetchone()
    return int(row[0])


def _text(connection: sqlite3.Connection, number: int) -> str:
    return str(connection.execute("SELECT text FROM documents WHERE document = ?", (number,)).fetchone()[0])


def found_in(text: str, words: str) -> tuple[str, Span, tuple[Span, ...]]:
    """The text around the first hit, its span, and the spans of all hits."""
    hits = parse(words).hits(text)
    first = hits[0].start if hits else 0
    start = max(0, first - _BEFORE)
    broken = text.rfind("\n", start, first) + 1
    start = max(start, broken)
    end = min(len(text), max(start + _LENGTH, hits[0].end if hits else 0))
    return text[start:end], Span(start, end), tuple(hits)
