"""When a document was published: every date that can be found, and the order of trust between them.

The order is that of `DateSource`: a date field, the milliseconds comment, the page's metadata, a printed dateline, the
address, the file name. A time with a known zone gives the day it was in China (UTC+8), so that one day means the same
for all publishers; a date without a zone stays as printed. A date no calendar has is a Problem, never mended.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from msgspec import Struct

from bilat.model import DateSource, Problem, Published

_CHINA_OFFSET = timedelta(hours=8)
CHINA = timezone(_CHINA_OFFSET)
_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_DAYS_APART = 2
"""Dates of one document further apart than this are reported; zones and late updates explain less."""

_TRUST = {how: rank for rank, how in enumerate(DateSource)}

_STAMP = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2})[: ](\d{2})(?:[: ](\d{2}))?(?:[.,]\d+)?)?"
    r"\s*(Z|UTC|GMT|CST|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?:[A-Za-z]{3},\s*)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})"
    r"(?:\s+(\d{1,2})[: ](\d{2})(?:[: ](\d{2}))?)?\s*(Z|UTC|GMT|UT|EST|EDT|[+-]\d{2}:?\d{2})?$"
)
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?(?:\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "ut": 0, "cst": 8, "est": -5, "edt": -4}
"""CST is China Standard Time in the sources we read."""

_IN_ADDRESS = (
    re.compile(r"((?:20|19)(?<!\d..)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?![0-9A-Za-z])"),
    re.compile(r"((?:20|19)(?<!\d..)\d\d)(\d{2})(\d{2})(?![0-9A-Za-z])"),
    re.compile(r"(20(?<!\d..)\d\d)(\d{2})(\d{2})\d{4}(?![0-9A-Za-z])"),
    re.compile(r"(20(?<!\d..)\d\d)-?(\d{2})[/-](\d{2})(?![0-9A-Za-z])"),
)
"""No digit stands before the year; asked after its first two digits, for which the engine looks three times as fast."""
_MONTH_IN_ADDRESS = re.compile(r"(?<!\d)(20\d\d|19\d\d)[/-]?(\d{2})(?=/|$)")
_BEFORE_PATH = re.compile(r"[a-zA-Z]+://[^/]*")
_WIRE = re.compile(r"^[【\[（(]?[^，。,]{2,14}?(\d{1,2})月(\d{1,2})日(?:电|電|讯|訊)")
_ROC_LENGTH = 8
_ROC = re.compile(r"[）)]1(\d\d)(\d\d)(\d\d)\Z")
"""A day of the Republic of China calendar at the end of a report, as CNA prints it: year 1 is 1912."""


class Found(Struct, frozen=True, gc=False):
    """One date found: the day, the way, and the full time as given."""

    day: str
    how: DateSource
    stamp: str | None = None


@dataclass(slots=True)
class Dates:
    """The dates found for one document, and what was found but is none."""

    found: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, value: object, how: DateSource) -> None:
        """Note a date as written (a text, or milliseconds since 1970). Nothing and empty text are ignored."""
        text = str(value).strip()[:80] if value is not None else ""
        if not text:
            return
        day = day_of(text)
        if day:
            self.found.append(Found(day, how, text if len(text) > 10 else None))
        else:
            self.problems.append(Problem("impossible_date", f"{how.value}: {text[:60]!r} is no date"))

    def add_day(self, day: str | None, how: DateSource) -> None:
        """Note a day that is already ISO."""
        if day:
            self.found.append(Found(day, how))

    def settle(self) -> tuple[Published | None, tuple[Problem, ...]]:
        """The most trusted date, or none; and a Problem when dates of one document lie far apart."""
        if not self.found:
            return None, tuple(self.problems)
        best = min(self.found, key=lambda f: _TRUST[f.how])
        far = [f for f in self.found if f.day != best.day and abs(_days(f.day) - _days(best.day)) > _DAYS_APART]
        problems = list(self.problems)
        if far:
            others = ", ".join(f"{f.how.value} {f.day}" for f in far)
            problems.append(Problem("dates_disagree", f"{best.how.value} {best.day}, but {others}"))
        return Published(best.day, best.how, best.stamp), tuple(problems)


@lru_cache(maxsize=64)
def _days(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _iso(year: int, month: int, day: int) -> str | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _in_china(numbers: Sequence[str | None], zone: str | None) -> str | None:
    """The day in China of year, month, day, hour, minute, second; as it stands when hour or zone are missing."""
    year, month, day, hour, minute, second = [int(n) if n else 0 for n in numbers]
    offset = _offset(zone)
    if numbers[3] is None or offset is None:
        return _iso(year, month, day)
    try:
        there = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001  its zone is `offset`
        local = there + (_CHINA_OFFSET - offset)
    except (ValueError, OverflowError):
        return None
    return _iso(local.year, local.month, local.day)


@lru_cache(maxsize=256)
def _offset(zone: str | None) -> timedelta | None:
    if not zone:
        return None
    if zone.lower() in _ZONES:
        return timedelta(hours=_ZONES[zone.lower()])
    sign = -1 if zone[0] == "-" else 1
    digits = zone[1:].replace(":", "")
    return sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:4] or 0))


@lru_cache(maxsize=256)
def day_of(text: str) -> str | None:
    """The ISO day (in China, when a zone is given) of a date in any form publishers use, else None."""
    text = text.strip().strip("'\"")
    if m := _STAMP.match(text):
        return _in_china(m.groups()[:6], m[7])
    if m := _MAIL.match(text):
        month = _MONTHS.get(m[2].lower())
        return _in_china((m[3], str(month), m[1], m[4], m[5], m[6]), m[7]) if month else None
    if m := _CHINESE.match(text):
        return _in_china(m.groups(), "CST" if "CST" in text else None)
    if m := _COMPACT.match(text):
        return _iso(int(m[1]), int(m[2]), int(m[3]))
    if text.isascii() and text.isdigit() and len(text) in (10, 13):
        return milliseconds(int(text) * (1000 if len(text) == 10 else 1))
    if m := _DAY_FIRST.search(text):
        first, second, year = int(m[1]), int(m[2]), int(m[3])
        return _iso(year, second, first) if second <= 12 else _iso(year, first, second)
    return None


def milliseconds(value: int) -> str | None:
    """The day in China at so many milliseconds after 1970-01-01 UTC."""
    try:
        local = datetime.fromtimestamp(value / 1000, CHINA)
    except (ValueError, OverflowError, OSError):
        return None
    return _iso(local.year, local.month, local.day)


def in_address(url: str) -> str | None:
    """The day an address names in its path (/2023/12/18/, /20231218-, 202312180315.aspx), else None."""
    path = url.partition("?")[0].partition("#")[0]
    before = _BEFORE_PATH.match(path)
    return in_name(path[before.end() :] if before else _BEFORE_PATH.sub("", path, count=1))


@lru_cache(maxsize=256)
def in_name(name: str) -> str | None:
    """The day that a path or file name holds, else None."""
    if "20" not in name and "19" not in name:
        return None
    for pattern in _IN_ADDRESS:
        m = pattern.search(name)
        while m:
            day = _iso(int(m[1]), int(m[2]), int(m[3]))
            if day:
                return day
            m = pattern.search(name, m.end())
    return None


def in_wire_line(first: str, last: str, url: str | None) -> str | None:
    """The day of a wire report: month and day of its opening with the year and month of its address (共同社12月18日电
    in /2023/12/), or the day printed at its end."""
    if m := _ROC.search(last, max(0, len(last) - _ROC_LENGTH)):
        return _iso(2011 + int(m[1]), int(m[2]), int(m[3]))
    if url and (m := _WIRE.match(first)) and (a := _MONTH_IN_ADDRESS.search(url)) and int(a[2]) == int(m[1]):
        return _iso(int(a[1]), int(m[1]), int(m[2]))
    return None
