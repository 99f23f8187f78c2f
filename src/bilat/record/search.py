"""Search words → documents, and the stretch of text to show."""

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Final

from bilat.model import Span
from bilat.record.compact import text_of
from bilat.record.terms import Query, parse

_BEFORE: Final = 24
_LENGTH: Final = 96
"""Characters shown before the first hit, and in all."""
_MANY: Final = 500
"""Candidates above which they are not sorted: looking up 500 days takes as long as going through 20,000 documents."""


def matching(connection: sqlite3.Connection, query: Query, limit: int | None) -> list[int]:
    """The numbers of the documents that hold all words: the newest first (those without a date last), then by id.

    The index gives the candidates; where it cannot decide alone (three characters are two pairs, which may stand
    apart), the text does.
    """
    found: list[int] = []
    for number in _newest(connection, query, limit):
        if query.exact or query.is_in(_text(connection, number)):
            found.append(number)
        if limit is not None and len(found) >= limit:
            break
    return found


def _newest(connection: sqlite3.Connection, query: Query, limit: int | None) -> Iterator[int]:
    """The candidates in order. Where there are many and few are asked for, all documents are gone through from the
    newest, which ends soon; else the candidates are sorted."""
    many = limit is not None and _count(connection, query) > _MANY
    column = "+d.document" if many else "d.document"
    rows = connection.execute(
        f"SELECT d.document FROM documents d WHERE {column} IN (SELECT rowid FROM search WHERE search MATCH ?)"
        " ORDER BY d.published DESC, d.id",
        (query.match,),
    )
    return (number for (number,) in rows)


def _count(connection: sqlite3.Connection, query: Query) -> int:
    row = connection.execute("SELECT count(*) FROM search WHERE search MATCH ?", (query.match,)).fetchone()
    return int(row[0])


def counted(connection: sqlite3.Connection, words: str, most: int | None = None) -> int:
    """How many documents hold all words; `most` and one where more than `most` do: texts are read no further then."""
    query = parse(words)
    if query.exact:
        found = _count(connection, query)
        return found if most is None else min(found, most + 1)
    texts = connection.execute(
        "SELECT text FROM documents WHERE document IN (SELECT rowid FROM search WHERE search MATCH ?)", (query.match,)
    )
    holding = (text for (text,) in texts if query.is_in(text_of(text)))
    return sum(1 for _ in islice(holding, None if most is None else most + 1))


def _text(connection: sqlite3.Connection, number: int) -> str:
    return text_of(connection.execute("SELECT text FROM documents WHERE document = ?", (number,)).fetchone()[0])


def found_in(text: str, words: str) -> tuple[str, Span, tuple[Span, ...]]:
    """The text around the first hit, its span, and the spans of all hits."""
    span, hits = snippet(text, parse(words))
    return text[span.start : span.end], span, hits


def snippet(text: str, query: Query) -> tuple[Span, tuple[Span, ...]]:
    """The stretch of a text around the first hit, and the spans of all hits."""
    hits = query.hits(text)
    first = hits[0].start if hits else 0
    start = max(0, first - _BEFORE)
    broken = text.rfind("\n", start, first) + 1
    start = max(start, broken)
    end = min(len(text), max(start + _LENGTH, hits[0].end if hits else 0))
    return Span(start, end), tuple(hits)
