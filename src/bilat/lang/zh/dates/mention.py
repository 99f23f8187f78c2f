"""What a date in Chinese text is read as."""

from enum import StrEnum
from typing import NamedTuple


class DateKind(StrEnum):
    """How a date is written, which decides what its reading rests on."""

    ABSOLUTE = "absolute"
    """Year given: 2023年12月12日, 2023年12月, 2023年, 2023-12-12, 民国112年."""
    PARTIAL = "partial"
    """Year or month missing: 12月12日, 9月, 12日. Two readings, before and after the day of publication."""
    WEEKDAY = "weekday"
    """周二, 上周五, 本周日, 下周末. Without 上/本/下 two readings."""
    RELATIVE = "relative"
    """今天, 昨天, 本月12日, 去年11月, 今年, 三天前: one reading, from the day of publication."""
    RANGE = "range"
    """10月30日至11月2日, 12日、13日, 周三到周五, 今年上半年, 9月上旬."""
    SINCE = "since"
    """自2018年以来, 9月1日起: `first` is the bound, `last` is None."""
    UNTIL = "until"
    """截至8月20日, 12月31日前: `last` is the bound, `first` is None."""
    DURATION = "duration"
    """为期三天, 两天: `days`; on no calendar day."""
    VAGUE = "vague"
    """近日, 不久前, 最近几周: `first` and `last` are None. 上周, 下周, 月底: as wide as the words."""
    ANAPHORIC = "anaphoric"
    """当天, 同日, 翌日, 同年9月: counted from a date told before; see `resolve_anaphora`."""
    LUNAR = "lunar"
    """正月初一, 农历八月十五: a day of another calendar, left unread."""
    IMPOSSIBLE = "impossible"
    """2月30日, 13月5日: on no calendar."""


class Direction(StrEnum):
    """Which side of the day of publication the wording itself puts the date on."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"
    """The wording does not say: 12日, 周二, 2023年."""


class DateMention(NamedTuple):
    """A date, a range of dates or a stretch of time as written in `text[start:end]`.

    `first` and `last` are ISO prefixes (YYYY, YYYY-MM, YYYY-MM-DD), both inclusive, equal for a single day, month or
    year; None is unknown. Where the wording leaves the year, month or week open they are the reading nearest not
    after the day of publication, and `next_first`, `next_last` the one nearest not before it; else both are equal.
    `days` is the length of a DURATION. `offset`, `unit` (`day`, `month`, `year`) and `tail` tell an ANAPHORIC date:
    so many units from the date before, then `tail` (`-09-12`) is added. `time_of_day` is the wording that followed
    the date, within the span (上午, 晚间, 8时30分), "" for none.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    kind: DateKind
    direction: Direction = Direction.OPEN
    next_first: str | None = None
    next_last: str | None = None
    days: int | None = None
    offset: int = 0
    unit: str = ""
    tail: str = ""
    time_of_day: str = ""
