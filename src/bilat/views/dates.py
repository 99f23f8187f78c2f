"""Dates of any precision (YYYY, YYYY-MM, YYYY-MM-DD): checked as people type them, and written for people."""

import re
from datetime import date

from bilat.errors import UsageError

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def iso_prefix(word: str) -> str:
    """The word, when it is a year, a month or a day that the calendar has; UsageError otherwise."""
    match = _FORM.fullmatch(word)
    if match is None:
        msg = f"'{word}' is no date: write 2022, 2022-09 or 2022-09-03"
        raise UsageError(msg)
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        msg = f"'{word}' is no date: the calendar has no such {'day' if match[3] else 'month' if match[2] else 'year'}"
        raise UsageError(msg) from None
    return word


def when(start: str | None, end: str | None) -> str:
    """When something was, for a person: `2023-12-12`, `2023-12-12…13`, `2023-12-30…2024-01-02`; a month or year as it
    is; `…2023-12-13` or `2023-12-12…` where one side is not known, `date unknown` where neither is."""
    if start is None and end is None:
        return "date unknown"
    if start is None or end is None or start == end:
        return start if start == end and start is not None else f"{start or ''}…{end or ''}"
    for cut in (8, 5):
        if len(start) == len(end) == 10 and start[:cut] == end[:cut]:
            return f"{start}…{end[cut:]}"
    return f"{start}…{end}"


def month_of(start: str | None, end: str | None) -> str:
    """The heading that a date stands under: its month, its year where no month is known, else `date unknown`."""
    known = start or end
    if known is None:
        return "date unknown"
    return known[:7] if len(known) >= 7 else f"{known}, month unknown"
