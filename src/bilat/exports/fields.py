"""What a noun looks like outside: columns and lists of rows, each with its meaning. One place says it; CSV, Parquet,
SQLite and the codebook follow.

A noun has columns, and may have lists of rows (`Nested`): the participants of an event, the evidence of a report. In
Parquet these are lists of structs; in flat formats each is a table of its own, with the ids of what it belongs to.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final, NamedTuple

from bilat.model import Evidence


class Kind(StrEnum):
    """What stands in a column; an empty cell (null) is what is not known."""

    TEXT = "text"
    DATE = "date"
    """An ISO date of any precision: 2023, 2023-06, 2023-06-27."""
    DAY = "day"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "yes or no"
    TEXTS = "list of texts"


class Column(NamedTuple):
    """A column: `get` takes its value out of a row."""

    name: str
    kind: Kind
    meaning: str
    get: Callable[[Any], Any]


def column(name: str, kind: Kind, meaning: str, get: str | Callable[[Any], Any] | None = None) -> Column:
    """A column whose values are an attribute of its rows, that of its own name unless another is given, or are made."""
    return Column(name, kind, meaning, get if callable(get) else attrgetter(get or name))


class Nested(NamedTuple):
    """A list of rows within a row: `name` is its field, `table` the flat table it becomes."""

    name: str
    table: str
    about: str
    get: Callable[[Any], Iterable[Any]]
    columns: tuple[Column, ...]
    nested: tuple["Nested", ...] = ()


class Noun(NamedTuple):
    """A noun of the record: `one` is what its id is called in other tables."""

    name: str
    one: str
    about: str
    columns: tuple[Column, ...]
    nested: tuple[Nested, ...] = ()


class Table(NamedTuple):
    """A flat table: its columns, without what gets them."""

    name: str
    about: str
    columns: tuple[Column, ...]


def _unasked(_row: Any) -> Any:
    msg = "columns of a flat table are filled by `flat_rows`"
    raise NotImplementedError(msg)


POSITION: Final = Column("position", Kind.WHOLE, "order, from 0", _unasked)
EVIDENCE_TABLE: Final = "evidence"
_EVERY_QUOTATION: Final = "Every quotation: the exact words of a document that show an event, or hold an item."


EVIDENCE_COLUMNS: Final = (
    column(
        "start", Kind.WHOLE, "first character of the quotation in the text, counted in code points from 0", "span.start"
    ),
    column("end", Kind.WHOLE, "after its last character: `text[start:end]` is the quotation", "span.end"),
    column("quote", Kind.TEXT, "the characters that stand there"),
)


def evidence(get: Callable[[Any], Iterable[Evidence]]) -> Nested:
    """The quotations of something."""
    return Nested("evidence", EVIDENCE_TABLE, _EVERY_QUOTATION, get, EVIDENCE_COLUMNS)


EVIDENCE: Final = Table(
    EVIDENCE_TABLE,
    _EVERY_QUOTATION,
    (
        Column("noun", Kind.TEXT, "the table of what it shows: `events`, `figures`, `claims` …", _unasked),
        Column("id", Kind.TEXT, "the id in that table", _unasked),
        Column("document", Kind.TEXT, "the document it stands in", _unasked),
        POSITION,
        *EVIDENCE_COLUMNS,
    ),
)


def tables_of(noun: Noun) -> tuple[Table, ...]:
    """The flat tables that a noun becomes, but for its evidence: its own first."""
    key = Column(noun.one, Kind.TEXT, f"→ `{noun.name}`", _unasked)
    inner = [n for n in noun.nested if n.table != EVIDENCE_TABLE]
    return (
        Table(noun.name, noun.about, noun.columns),
        *(Table(n.table, n.about, (key, POSITION, *n.columns)) for n in inner),
    )


FlatRow = tuple[str, tuple[Any, ...]]
"""The name of a table, and a row of it."""


def flat_rows(noun: Noun, row: Any) -> Iterator[FlatRow]:
    """All rows of flat tables that one row of a noun becomes."""
    values = cells(noun.columns, row)
    yield noun.name, values
    id_ = values[0]
    for nested in noun.nested:
        inside = nested.get(row)
        if nested.table == EVIDENCE_TABLE:
            yield from _quotations(noun, id_, inside)
            continue
        for position, one in enumerate(inside):
            yield nested.table, (id_, position, *cells(nested.columns, one))
            for further in nested.nested:
                yield from _quotations(noun, id_, further.get(one))


def _quotations(noun: Noun, id_: str, quotations: Iterable[Evidence]) -> Iterator[FlatRow]:
    for position, ev in enumerate(quotations):
        yield EVIDENCE_TABLE, (noun.name, id_, ev.document, position, ev.span.start, ev.span.end, ev.quote)


def cells(columns: Iterable[Column], row: Any) -> tuple[Any, ...]:
    """The values of a row, in the order of the columns."""
    return tuple([column.get(row) for column in columns])
