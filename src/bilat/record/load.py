"""Rows → the Documents and Readings they were made from."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, cast

from msgspec.json import decode

from bilat.model import (
    DateSource,
    Document,
    Event,
    EventType,
    Evidence,
    Part,
    Participant,
    Passage,
    Person,
    Problem,
    Published,
    Reading,
    Span,
    Status,
)
from bilat.model.flat import NOUNS
from bilat.record.compact import SpoiledError, passages_of, spans_of, text_of
from bilat.record.nouns import columns_of, item_from_row

Row = tuple[Any, ...]
Rows = dict[int, list[Row]]
"""Child rows by the number of the row they belong to, in order of position."""

_BATCH: Final = 500

DOCUMENT_COLUMNS: Final = (
    "document, given_id, url, publisher, published, published_how, published_stamp, title, language, script,"
    " passages, text"
)


def readings(
    connection: sqlite3.Connection, where: str = "1", values: tuple[object, ...] = ()
) -> Iterator[tuple[int, Document, Reading]]:
    """Every document that fulfils `where` with its reading and its number, in the order of numbers. Documents carry
    the id they were given and no source."""
    cursor = connection.execute(f"SELECT {DOCUMENT_COLUMNS} FROM documents WHERE {where} ORDER BY document", values)
    while rows := cursor.fetchmany(_BATCH):
        yield from _batch(connection, rows)


def children(connection: sqlite3.Connection, sql: str, first: int, last: int) -> Rows:
    """Child rows of a stretch of numbers; the first column is the number, and is left out."""
    rows = connection.execute(sql, (first, last))
    return {number: [row[1:] for row in group] for number, group in groupby(rows, itemgetter(0))}


def _batch(connection: sqlite3.Connection, rows: list[Row]) -> Iterator[tuple[int, Document, Reading]]:
    first, last = rows[0][0], rows[-1][0]
    problems = children(connection, _PROBLEMS, first, last)
    people = children(connection, _PEOPLE, first, last)
    participants = children(connection, _PARTICIPANTS, first, last)
    evidence = children(connection, _EVIDENCE, first, last)
    events = children(connection, _EVENTS, first, last)
    items = {noun: children(connection, _items(noun), first, last) for noun in NOUNS}
    for row in rows:
        number = row[0]
        told = [(stage, problem_of(rest)) for stage, *rest in problems.get(number, [])]
        doc = _document(row, tuple(p for stage, p in told if stage == "read"))
        reading = Reading(
            doc.id,
            people=tuple(_person(p) for p in people.get(number, [])),
            events=tuple(
                _event(doc.id, e, participants.get(e[0], []), evidence.get(e[0], [])) for e in events.get(number, [])
            ),
            problems=tuple(p for _, p in told),
            **{
                noun: tuple(item_from_row(noun, item, doc.id, _stretch(doc.text)) for item in found.get(number, []))
                for noun, found in items.items()
            },
        )
        yield number, doc, reading


_STRETCH: Final = "BETWEEN ? AND ?"
_PROBLEMS: Final = (
    "SELECT document, stage, kind, detail, start_char, end_char FROM problems"
    f" WHERE document {_STRETCH} ORDER BY document, position"
)
_PEOPLE: Final = (
    "SELECT document, name, country, title, aliases, spans FROM people"
    f" WHERE document {_STRETCH} ORDER BY document, position"
)
_EVENTS: Final = (
    "SELECT document, telling, type, status, start_date, end_date, place, host, mechanism, ordinal, documents,"
    f" background FROM tellings WHERE document {_STRETCH} ORDER BY document, position"
)
_PARTICIPANTS: Final = (
    "SELECT p.telling, p.name, p.country, p.role FROM tellings e JOIN participants p USING (telling)"
    f" WHERE e.document {_STRETCH} ORDER BY p.telling, p.position"
)
_EVIDENCE: Final = (
    "SELECT v.telling, v.start_char, v.end_char, v.quote FROM tellings e JOIN evidence v USING (telling)"
    f" WHERE e.document {_STRETCH} ORDER BY v.telling, v.position"
)


def _items(noun: str) -> str:
    columns = ", ".join(columns_of(noun))
    return f"SELECT document, {columns} FROM {noun} WHERE document {_STRETCH} ORDER BY document, position"


def _stretch(text: str) -> Callable[[int, int], str]:
    return lambda start, end: text[start:end]


def _document(row: Row, problems: tuple[Problem, ...]) -> Document:
    *columns, passages, text = row
    try:
        return document_of(tuple(columns), passages_of(passages), text_of(text), problems)
    except SpoiledError as err:
        msg = f"{row[1]}: {err}"
        raise SpoiledError(msg) from err


def document_of(
    row: Row, passages: Iterable[tuple[str, int, int]], text: str, problems: tuple[Problem, ...]
) -> Document:
    """A document out of its columns up to the script, its passages (part, start, end), its text and its problems."""
    _, id_, url, publisher, day, how, stamp, title, language, script = row
    return Document(
        id=id_,
        text=text,
        title=title,
        passages=tuple(Passage(Part(part), Span(start, end)) for part, start, end in passages),
        language=language,
        script=script,
        url=url,
        publisher=publisher,
        published=None if day is None else Published(day, DateSource(how), stamp),
        problems=problems,
    )


def problem_of(row: Sequence[Any]) -> Problem:
    """A problem out of its columns."""
    kind, detail, start, end = row
    return Problem(kind, detail, None if start is None else Span(start, end))


def _person(row: Row) -> Person:
    name, country, title, aliases, spans = row
    return Person(name, country, title, tuple(Span(*span) for span in spans_of(spans)), texts(aliases))


def _event(document: str, row: Row, participants: list[Row], evidence: list[Row]) -> Event:
    _, kind, status, start, end, place, host, mechanism, ordinal, documents, background = row
    return Event(
        type=EventType(kind),
        status=Status(status),
        start=start,
        end=end,
        place=place,
        host=host,
        participants=tuple(Participant(*p) for p in participants),
        evidence=tuple(Evidence(document, Span(first, last), quote) for first, last, quote in evidence),
        mechanism=mechanism,
        ordinal=ordinal,
        documents=texts(documents),
        background=bool(background),
    )


def texts(column: str) -> tuple[str, ...]:
    """A column that holds a JSON array of texts."""
    return tuple(cast("list[str]", decode(column)))
