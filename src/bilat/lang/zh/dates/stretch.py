"""Stretches of calendar days, and the calendar arithmetic of partly written dates. No text here."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

YEAR, MONTH, DAY = 4, 7, 10
"""Precisions: the length of the ISO prefix that is known."""

_LEAP_CYCLE = 9
"""Years after which 29 February has come round, also across a century that is not leap."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `first` to `last`, both inclusive, known to `precision` (length of an ISO prefix)."""

    first: date
    last: date
    precision: int

    def iso(self) -> tuple[str, str]:
        """First and last as ISO prefixes."""
        return self.first.isoformat()[: self.precision], self.last.isoformat()[: self.precision]


@dataclass(frozen=True, slots=True)
class Spec:
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
        if self.month is not None and not 1 <= self.month <= 12:  # noqa: PLR2004 - months
            return False
        if self.year is not None and not MINYEAR <= self.year <= MAXYEAR:
            return False
        if self.day is None:
            return True
        longest = monthrange(self.year or 2000, self.month)[1] if self.month is not None else 31
        return 1 <= self.day <= longest


def one_day(day: date) -> Stretch:
    """A single day."""
    return Stretch(day, day, DAY)


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


def _candidates(spec: Spec, around: date, step: int) -> "list[Stretch]":
    """Stretches that fit, going from `around` back (step -1) or on (step 1), nearest first."""
    found: list[Stretch] = []
    if spec.month is None:
        months = [of_month(around.year, around.month + step * n) for n in range(4)]
        for month in months:
            if spec.day is not None and spec.day <= month.last.day:
                found.append(one_day(month.first.replace(day=spec.day)))
        return found
    for n in range(_LEAP_CYCLE):
        year = around.year + step * n
        fit = read_complete(Spec(year, spec.month, spec.day))
        if fit is not None:
            found.append(fit)
    return found


def not_after(spec: Spec, day: date) -> Stretch | None:
    """The nearest stretch that fits the spec and starts on or before a day; None when there is none."""
    try:
        if spec.year is not None:
            return read_complete(spec)
        if spec.weekday is not None:
            return one_day(day - timedelta(days=(day.weekday() - spec.weekday) % 7))
        return next((s for s in _candidates(spec, day, -1) if s.first <= day), None)
    except (ValueError, OverflowError):
        return None


def not_before(spec: Spec, day: date) -> Stretch | None:
    """The nearest stretch that fits the spec and ends on or after a day; None when there is none."""
    try:
        if spec.year is not None:
            return read_complete(spec)
        if spec.weekday is not None:
            return one_day(day + timedelta(days=(spec.weekday - day.weekday()) % 7))
        return next((s for s in _candidates(spec, day, 1) if s.last >= day), None)
    except (ValueError, OverflowError):
        return None
