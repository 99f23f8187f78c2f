"""Dates as numbers, so that they can be compared: days since the year 1."""

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Final

DAY: Final = len("YYYY-MM-DD")
_MONTH: Final = len("YYYY-MM")


@lru_cache(maxsize=1 << 14)
def number_of(day: str | None) -> int | None:
    """The number of an ISO day; None for none and for one no calendar has."""
    if day is None or len(day) < DAY:
        return None
    try:
        return date.fromisoformat(day[:DAY]).toordinal()
    except ValueError:
        return None


def day_of(number: int) -> str | None:
    """The ISO day of a number, the nearest one a calendar has; None for 0."""
    return date.fromordinal(min(max(number, 1), date.max.toordinal())).isoformat() if number else None


def first_and_last(text: str | None) -> tuple[int, int] | None:
    """The first and last day of an ISO date of any precision; None when it is none."""
    if text is None:
        return None
    try:
        year = int(text[:4])
        if len(text) >= DAY:
            day = date.fromisoformat(text[:DAY]).toordinal()
            return day, day
        if len(text) == _MONTH:
            month = int(text[5:])
            return date(year, month, 1).toordinal(), date(year, month, monthrange(year, month)[1]).toordinal()
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    except ValueError:
        return None
