"""Long lists: what an address asks of them, and one sheet of them at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final, Generic, TypeVar

from bilat.record import ItemFilter
from bilat.web import links
from bilat.web.asked import Asked

T = TypeVar("T")

SHOWN: Final = 100
"""Rows on one sheet."""
SHEETS: Final = 10_000
"""Sheets that an address may ask for."""


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """Some rows of a list: the first of them is the `start`th (from 0). `before` and `after` are the addresses of the
    sheets next to it, None at either end; `total` is how many rows there are, None where nobody counted."""

    rows: tuple[T, ...]
    start: int
    before: str | None
    after: str | None
    total: int | None = None

    @property
    def first(self) -> int:
        """The number of the first row, as people count."""
        return self.start + 1

    @property
    def last(self) -> int:
        """The number of the last row, as people count."""
        return self.start + len(self.rows)


def start_of(asked: Asked, shown: int = SHOWN) -> int:
    """How many rows stand on the sheets before the one asked for (`page=2`). Raises UsageError for no number."""
    return (asked.number("page", 1, 1, SHEETS) - 1) * shown


def sheet(asked: Asked, rows: Iterable[T], shown: int = SHOWN) -> Sheet[T]:
    """The sheet that is asked for, of all the rows of a list."""
    start = start_of(asked, shown)
    total = len(rows) if isinstance(rows, (list, tuple)) else None
    found = tuple(islice(rows, start, start + shown + 1))
    number = start // shown + 1
    before = turned(asked, page=number - 1 if number > 2 else None) if number > 1 else None
    after = turned(asked, page=number + 1) if len(found) > shown else None
    return Sheet(found[:shown], start, before, after, total)


def turned(asked: Asked, **changed: object) -> str:
    """The address asked for with other words under some names; None takes a name away."""
    kept = [(key, value) for key, value in asked.query if key not in changed]
    return links.address(asked.address.partition("?")[0], [*kept, *changed.items()])


def taken(asked: Asked, *names: str, publisher: bool = True) -> list[tuple[str, str]]:
    """What the same list is asked by in the API: the two countries, the days, the publisher and the words under these
    names, as far as they are given."""
    pairs = [("country", code) for code in asked.countries]
    known = ("since", "until", *(["publisher"] if publisher else []), *names)
    return pairs + [(name, word) for name in known if (word := asked.word(name)) is not None]


def filtered(
    asked: Asked, *, same: Mapping[str, str | None] | None = None, within: Mapping[str, str | None] | None = None
) -> ItemFilter:
    """What an address asks of a flat noun: `country` (twice), `since`, `until`, `publisher`, and the columns of
    `same` and `within` that have a value. Raises UsageError for a word that is none of its kind."""
    return ItemFilter(
        asked.countries,
        asked.date("since"),
        asked.date("until"),
        asked.word("publisher"),
        _given(same or {}),
        _given(within or {}),
    )


def _given(values: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}
