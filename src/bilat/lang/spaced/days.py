"""Days as a language writes them, and what they mean from the day of publication."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from bilat.lang.spaced.speech import Speech
from bilat.packs.tables.spaced import DayWord


class Day(NamedTuple):
    """A day, or a range of days, as written between `start` and `end`. Two readings where the year or week is left
    open: `past` nearest not after the day of publication, `future` nearest not before it. Each is a pair of ISO dates
    of any precision, None where there is no such day. `exact` when the wording leaves nothing open."""

    start: int
    end: int
    past: tuple[str, str] | None
    future: tuple[str, str] | None
    exact: bool = False


_DATED = re.compile(r",? ?(?:the |\(?ngày |\()?")
_WHOLE = len("YYYY-MM-DD")

Reader = Callable[[re.Match[str], date | None], Day | None]
"""What a pattern's match means to who reads it on a day."""


def day_words(speech: Speech, kind: str) -> dict[str, int]:
    """The calendar's words of one kind, each with its number."""
    return {word.word: int(word.value) for word in speech.packs.of(DayWord) if word.kind == kind}


def read_days(
    text: str,
    start: int,
    end: int,
    today: date | None,
    readers: Iterable[tuple[re.Pattern[str], Reader]],
    of_week: Reader,
) -> list[Day]:
    """The days that patterns find between two offsets, in order; where two overlap, the one of the earlier pattern. A
    day of the week, which `of_week` reads, is one with the date right behind it."""
    taken: list[Day] = []
    weekdays: set[Day] = set()
    for pattern, read in readers:
        for found in pattern.finditer(text, start, end):
            if any(found.start() < day.end and day.start < found.end() for day in taken):
                continue
            day = read(found, today)
            if day is not None and (day.past or day.future):
                taken.append(day)
                if read == of_week:
                    weekdays.add(day)
    taken.sort()
    return _with_dates(text, taken, weekdays) if weekdays and len(taken) > 1 else taken


def _with_dates(text: str, days: list[Day], weekdays: set[Day]) -> list[Day]:
    """Days of the week together with their dates: `Wednesday, June 19`, `thứ Tư (19/6)`."""
    out: list[Day] = []
    for day in days:
        last = out[-1] if out else None
        if (
            last in weekdays
            and day not in weekdays
            and last is not None
            and _DATED.fullmatch(text, last.end, day.start)
        ):
            out[-1] = _on_weekday(last, day)
        else:
            out.append(day)
    return out


def _on_weekday(week: Day, day: Day) -> Day:
    """A date with the day of the week before it, which may tell the year."""
    said = week.past or week.future
    number = date.fromisoformat(said[0]).isoweekday() if said is not None else 0
    readings = [d for d in (day.past, day.future) if d is not None and len(d[0]) == _WHOLE]
    fitting = {d for d in readings if date.fromisoformat(d[0]).isoweekday() == number}
    if day.exact or len(fitting) != 1:
        return day._replace(start=week.start)
    (only,) = fitting
    return Day(week.start, day.end, only, only)


def dated(
    found: re.Match[str], month: int, first: int | None, last: int | None, year: str | None, today: date | None
) -> Day | None:
    """A day, a range in one month, or a month, with its year where that is written."""
    if year:
        days = whole(int(year), month, first, last)
        return Day(*found.span(), days, days, exact=True)
    return Day(*found.span(), *nearest(today, month, first, last))


def whole(year: int, month: int, first: int | None, last: int | None = None) -> tuple[str, str] | None:
    """A day or a range in one month, a month where no day is given; None for what is on no calendar."""
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    if first is None:
        return f"{year:04}-{month:02}", f"{year:04}-{month:02}"
    last = first if last is None else last
    if not 1 <= first <= last <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{first:02}", f"{year:04}-{month:02}-{last:02}"


def nearest(
    today: date | None, month: int, first: int | None, last: int | None = None
) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """The readings of a day without a year, before and after today; a range that holds today is both."""
    if today is None or not 1 <= month <= 12:
        return None, None
    now = whole(today.year, month, first, last)
    if now is not None and now[0] <= today.isoformat() <= now[1]:
        return now, now
    this, past, future = (month, first or 1), today.year, today.year
    if this > (today.month, today.day if first else 31):
        past -= 1
    if this < (today.month, today.day if first else 1):
        future += 1
    return whole(past, month, first, last), whole(future, month, first, last)


def beside(today: date | None, days: int) -> tuple[str, str] | None:
    """The day so many days from today."""
    day = shifted(today, days) if today is not None else None
    return (day, day) if day is not None else None


def shifted(day: date, days: int) -> str | None:
    """The day so many days from another; None beyond the calendar."""
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def weekday(today: date | None, number: int, side: str = "") -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """The readings of a day of the week (Monday is 1): the last one, today included, and the next. `side` is `last`,
    `next` or `this` where the wording says which."""
    if today is None:
        return None, None
    back = (today.isoweekday() - number) % 7
    ahead = (number - today.isoweekday()) % 7
    if side == "last":
        return beside(today, -(back or 7)), None
    if side == "next":
        return None, beside(today, ahead or 7)
    return beside(today, -back), beside(today, ahead)


def joined(a: tuple[str, str] | None, b: tuple[str, str] | None) -> tuple[str, str] | None:
    """From the first day of one to the last of the other; None where they are not in order."""
    if a is None or b is None or a[0] > b[1]:
        return None
    return a[0], b[1]
