"""Stretches of time as bars: where each begins on a line of time, and how long it is, in percent of the line."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

LEAST: Final = 0.6
"""Percent: a bar of one day can still be seen."""
MOST_YEARS: Final = 12
"""Years named on a line; of more every second, third … is."""


class Bar(NamedTuple):
    """Where a bar begins and how wide it is, in percent."""

    x: float
    width: float


class Tick(NamedTuple):
    """The first of January of a year, in percent."""

    year: int
    x: float


class Line(NamedTuple):
    """A line of time from the first to the last day, with its years."""

    first: date
    last: date
    ticks: tuple[Tick, ...]

    def bar(self, first: str | None, last: str | None) -> Bar | None:
        """The bar of a stretch between two whole days, None where either is not known."""
        start, end = day(first), day(last)
        if start is None or end is None:
            return None
        x = self.at(start)
        width = max(LEAST, self.at(end) - x)
        return Bar(round(min(x, 100 - width), 2), round(width, 2))

    def at(self, when: date) -> float:
        """A day in percent of the line."""
        whole = (self.last - self.first).days or 1
        return 100 * (when - self.first).days / whole


def line(stretches: Iterable[tuple[str | None, str | None]]) -> Line | None:
    """The line of time that holds all stretches, None where no day is known."""
    days = sorted(found for pair in stretches for word in pair if (found := day(word)) is not None)
    if not days:
        return None
    bare = Line(days[0], days[-1], ())
    years = range(days[0].year + 1, days[-1].year + 1)
    step = -(-len(years) // MOST_YEARS) or 1
    return bare._replace(ticks=tuple(_ticks(bare, years[::step])))


def _ticks(bare: Line, years: Sequence[int]) -> Iterable[Tick]:
    for year in years:
        yield Tick(year, round(bare.at(date(year, 1, 1)), 2))


def day(word: str | None) -> date | None:
    """A whole day, None for less."""
    return date.fromisoformat(word) if word is not None and len(word) == len("YYYY-MM-DD") else None
