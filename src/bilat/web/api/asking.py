"""What a question is, and what can answer it: one thing, or a list of rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from bilat.errors import UsageError
from bilat.model import EventType, Status
from bilat.model.fields import Json
from bilat.model.level import Level
from bilat.record import EventFilter, ItemFilter, Record
from bilat.views.lines import Cell
from bilat.web.api.params import FORMATS, LONGEST_CURSOR, Given, Param

FURTHEST: Final = 10_000_000
"""More rows than any record has."""
_NO_CURSOR: Final = "no cursor of this list"


class AbsentError(Exception):
    """Nothing has this id; answered as 404."""


@dataclass(frozen=True, slots=True)
class Question:
    """A record, what was given, and what stands in the path."""

    record: Record
    given: Given
    path: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """How rows are written: `to_dict` for JSON, `to_cells` for CSV under `columns`."""

    columns: tuple[str, ...]
    to_dict: Callable[[Any], Mapping[str, object]]
    to_cells: Callable[[Any], Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class One:
    """An address that answers with one object of a `shape`."""

    path: str
    name: str
    about: str
    shape: type[Any]
    answer: Callable[[Question], Json]
    params: tuple[Param, ...] = ()
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Many:
    """An address that answers with a list. `key` tells a row from all others: a cursor holds it, and the rows behind it
    follow. `rows` gives those from the first on, at most so many (None: all); where a list `seeks`, also
    those after the id of a row, without a look at those before it."""

    path: str
    name: str
    about: str
    shape: type[Any]
    table: Table
    rows: Callable[[Question, str | None, int | None], Iterable[Any]]
    key: Callable[[Any], Sequence[str | int | None]]
    params: tuple[Param, ...] = ()
    tag: str = ""
    seeks: bool = False

    def after(self, question: Question, position: Sequence[object], limit: int | None) -> Iterable[Any]:
        """The rows behind a position ([] is the beginning). Raises UsageError for a position that is none here."""
        match position:
            case []:
                return self.rows(question, None, limit)
            case [str() as id_] if self.seeks:
                return self.rows(question, id_, limit)
            case [*key, int() as place] if not self.seeks and 0 < place < FURTHEST:
                most = None if limit is None else place + limit
                rows = iter(self.rows(question, None, most))
                return islice(_behind(rows, place, lambda row: [*self.key(row)] == key), limit)
            case _:
                raise UsageError(_NO_CURSOR)

    def position(self, before: Sequence[object], rows: Sequence[Any]) -> list[str | int | None]:
        """Where the next page begins: the key of the last row and, unless the list seeks, its place."""
        key = [*self.key(rows[-1])]
        start = before[-1] if before else 0
        return key if self.seeks else [*key, (start if isinstance(start, int) else 0) + len(rows)]


def _behind(rows: Iterator[Any], place: int, named: Callable[[Any], bool]) -> Iterator[Any]:
    """The rows behind the one at a place, which must be the one that is named."""
    if not any(map(named, islice(rows, place - 1, place))):
        raise UsageError(_NO_CURSOR)
    yield from rows


Asking = One | Many

LIMIT: Final = Param("limit", "How many rows of one page; JSON Lines and CSV without it: all.", "number")
CURSOR: Final = Param("cursor", "Where to go on: `next` of the page before.", longest=LONGEST_CURSOR)
FORMAT: Final = Param("format", "JSON (a page), JSON Lines or CSV.", "choice", FORMATS, usual="json")
PAGING: Final = (LIMIT, CURSOR, FORMAT)
SINCE: Final = Param("since", "On or after this year, month or day.", "date")
UNTIL: Final = Param("until", "On or before this year, month or day.", "date")
PUBLISHER: Final = Param("publisher", "Part of the name of a publisher that reports it.")


def countries(times: int = 2) -> Param:
    """`country`, given up to so many times."""
    about = "Code of a country or organisation that takes part; given twice, what is between them."
    return Param("country", about, "code", times=times)


def country(name: str, about: str) -> Param:
    """A parameter that takes one code."""
    return Param(name, about, "code")


ORDERS: Final = ("oldest", "newest")


def order(usual: str) -> Param:
    """`order`, by the day."""
    return Param("order", "Which comes first.", "choice", ORDERS, usual=usual)


EVENTS: Final = (
    SINCE,
    UNTIL,
    Param("type", "Types of events.", "choice", tuple(kind.value for kind in EventType), times=len(EventType)),
    Param("status", "What became of it.", "choice", tuple(status.value for status in Status)),
    Param("level", "How high it is.", "choice", tuple(level.value for level in Level)),
    PUBLISHER,
    Param("person", "Somebody who takes part: a name in any script, or an id."),
    Param("background", "Also what is only told as history.", "flag"),
    Param("overdue", "Only what was announced and not told of as held since.", "flag"),
)
"""Filters of events, those of `bilat timeline`."""


def event_filter(given: Given) -> EventFilter:
    """The events asked for."""
    return EventFilter(
        countries=given.many("country"),
        since=given.one("since"),
        until=given.one("until"),
        types=given.many("type"),
        person=given.one("person"),
        status=given.one("status"),
        background=None if given.flag("background") else False,
        overdue=given.flag("overdue"),
        level=given.one("level"),
        publisher=given.one("publisher"),
    )


def item_filter(given: Given, same: Sequence[str] = (), within: Sequence[str] = ()) -> ItemFilter:
    """The items asked for: parameters that a column must equal, and those that it must hold."""
    return ItemFilter(
        given.many("country"),
        given.one("since"),
        given.one("until"),
        given.one("publisher"),
        {name: word for name in same if (word := given.one(name)) is not None},
        {name: word for name in within if (word := given.one(name)) is not None},
    )


def flat(columns: tuple[str, ...], to_dict: Callable[[Any], Mapping[str, object]]) -> Table:
    """A table whose rows are flat but for lists of words, which a cell holds with `; ` between."""

    def cells(row: Any) -> Sequence[Cell]:
        plain = to_dict(row)
        return [_cell(plain[column]) for column in columns]

    return Table(columns, to_dict, cells)


def _cell(value: object) -> Cell:
    if isinstance(value, list | tuple):
        return "; ".join(str(each) for each in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return value if isinstance(value, str | int | float | bool) else None
