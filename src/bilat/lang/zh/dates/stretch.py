"""Stretches of calendar days, and the calendar arithmetic of partly written dates. No text here."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import NamedTuple

YEAR, MONTH, DAY = 4, 7, 10
"""Precisions: the length of the ISO prefix that is known."""

_MONTHS_TRIED = 4
_SHORTEST_MONTH = 28
_YEARS_TRIED = 9
"""Years after which 29 February has come round, also across a century that is not leap."""
_CACHED = 4096
"""An archive asks for the same few days of the same few weeks again and again."""


class Stretch(NamedTuple):
    """From `first` to `last`, both inclusive, known to `precision` (length of an ISO prefix)."""

    first: date
    last: date
    precision: int

    def iso(self) -> tuple[str, str]:
        """First and last as ISO prefixes."""
        first = self.first.isoformat()[: self.precision]
        return first, first if self.last is self.first else self.last.isoformat()[: self.precision]


class Spec(NamedTuple):
    """What is written of a day: any of year, month, day; or a weekday (0 is Monday)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def complete(self) -> bool:
        """Whether it needs no other date to be read."""
        return self.year is not None

    @property
    def possible(self) -> bool:
        """Whether some year has such a day."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.year is not None and not MINYEAR <= self.year <= MAXYEAR:
            return False
        if self.day is None or 1 <= self.day <= _SHORTEST_MONTH:
            return True
        longest = monthrange(self.year or 2000, self.month)[1] if self.month is not None else 31
        return 1 <= self.day <= longest


def one_day(day: date) -> Stretch:
    """A single day."""
    return Stretch(day, day, DAY)


@lru_cache(_CACHED)
def of_month(year: int, month: int) -> Stretch:
    """A month; `month` may run over either end of the year (0 is December before)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]), MONTH)


def of_year(year: int) -> Stretch:
    """A year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), YEAR)


def of_week(day: date, weeks: int = 0) -> Stretch:
    """Monday to Sunday of the week that holds a day, `weeks` later."""
    monday = day + timedelta(days=7 * weeks - day.weekday())
    return Stretch(monday, monday + timedelta(days=6), DAY)


def read_complete(spec: Spec) -> Stretch | None:
    """The stretch of a spec with a year, None when on no calendar."""
    if spec.year is None or not spec.possible:
        return None
    if spec.month is None:
        return of_year(spec.year)
    if spec.day is None:
        return of_month(spec.year, spec.month)
    return one_day(date(spec.year, spec.month, spec.day))


def _fits(spec: Spec, around: date, step: int) -> Iterator[Stretch]:
    """Stretches that fit, going from `around` back (step -1) or on (step 1), nearest first."""
    if spec.month is None:
        for n in range(_MONTHS_TRIED):
            month = of_month(around.year, around.month + step * n)
            if spec.day is not None and spec.day <= month.last.day:
                yield one_day(month.first.replace(day=spec.day))
        return
    for n in range(_YEARS_TRIED):
        fit = read_complete(Spec(around.year + step * n, spec.month, spec.day))
        if fit is not None:
            yield fit


@lru_cache(_CACHED)
def not_after(spec: Spec, day: date) -> Stretch | None:
    """The nearest stretch that fits the spec and starts on or before a day; None when there is none."""
    try:
        if spec.year is not None:
            return read_complete(spec)
        if spec.weekday is not None:
            return one_day(day - timedelta(days=(day.weekday() - spec.weekday) % 7))
        return next((s for s in _fits(spec, day, -1) if s.first <= day), None)
    except (ValueError, OverflowError):
        return None


@lru_cache(_CACHED)
def not_before(spec: Spec, day: date) -> Stretch | None:
    """The nearest stretch that fits the spec and ends on or after a day; None when there is none."""
    try:
        if spec.year is not None:
            return read_complete(spec)
        if spec.weekday is not None:
            return one_day(day + timedelta(days=(spec.weekday - day.weekday()) % 7))
        return next((s for s in _fits(spec, day, 1) if s.last >= day), None)
    except (ValueError, OverflowError):
        return None


def shifted(day: date, count: int, days: int | None, unit: str) -> date:
    """A day `count` units later, each of `days` days; without `days` the unit is 月 or 年, and the 31st moves to the
    last day of a shorter month. Raises ValueError or OverflowError beyond the calendar."""
    if days is not None:
        return day + timedelta(days=count * days)
    month = of_month(day.year, day.month + count * (12 if unit == "年" else 1))
    return month.first.replace(day=min(day.day, month.last.day))
