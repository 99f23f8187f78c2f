"""What is written of a date in one place, not yet joined to its neighbours: the forms with numbers in them.

`worded.py` has the forms made of words.
"""

import re
from dataclasses import dataclass
from datetime import date

from bilat.lang.zh.dates.mention import DateKind, Direction
from bilat.lang.zh.dates.pattern import SMALL
from bilat.lang.zh.dates.stretch import (
    DAY,
    MONTH,
    YEAR,
    Spec,
    Stretch,
    of_month,
    of_year,
)
from bilat.lang.zh.numbers import chinese_to_int

Match = re.Match[str]

_YEARS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "大前年": -3, "明年": 1, "来年": 1, "后年": 2}
_YEARS_ON = {"同年": 0, "当年": 0, "翌年": 1, "次年": 1}
_MONTHS = {"本": 0, "这": 0, "上": -1, "下": 1}
_MONTHS_ON = {"当": 0, "同": 0, "次": 1, "翌": 1}
_PARTS_OF_MONTH = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上半月": (1, 15), "下半月": (16, 31)}
_HALVES = {"上": (1, 6), "前": (1, 6), "下": (7, 12), "后": (7, 12)}
_COUNTS = {c: n for n, c in enumerate("一二三四", 1)} | {c: n for n, c in enumerate("1234", 1)} | {"首": 1, "两": 2}
_TWO_DIGIT_YEARS_AHEAD = 20
"""07年 is 2007, 95年 is 1995: two digits may run this far ahead of the year of publication."""


@dataclass(slots=True)
class Piece:
    """What is written in `text[start:end]`.

    `spec` is what the calendar must fit, `until` what the end of a range within the piece must fit (30-31日),
    `days_of_month` the first and last day meant of a month (上旬), `width` a number of days from the one that fits
    (2 for a weekend), `also` the same day said in other words. `fixed` needs no other date. A piece with neither
    `spec` nor `fixed` cannot be read.
    """

    start: int
    end: int
    kind: DateKind
    spec: Spec | None = None
    fixed: Stretch | None = None
    until: Spec | None = None
    days_of_month: tuple[int, int] | None = None
    width: int = 1
    also: "Piece | None" = None
    direction: Direction = Direction.OPEN
    days: int | None = None
    offset: int = 0
    unit: str = ""
    tail: str = ""
    time: str = ""

    @property
    def names_day(self) -> bool:
        """Whether it names a single day, read or not."""
        if self.until is not None or self.days_of_month is not None or self.width > 1:
            return False
        if self.fixed is not None:
            return self.fixed.precision == DAY and self.fixed.first == self.fixed.last
        if self.kind is DateKind.ANAPHORIC:
            return len(self.tail) == {"day": 0, "month": len("-09"), "year": len("-09-12")}[self.unit]
        return self.spec is not None and (self.spec.day is not None or self.spec.weekday is not None)


def direction_of(shift: int) -> Direction:
    if shift == 0:
        return Direction.PRESENT
    return Direction.PAST if shift < 0 else Direction.FUTURE


def piece_of(m: Match, kind: DateKind) -> Piece:
    return Piece(m.start(), m.end(), kind)


def from_other(m: Match, offset: int, unit: str, tail: str = "") -> Piece:
    return Piece(m.start(), m.end(), DateKind.ANAPHORIC, offset=offset, unit=unit, tail=tail)


def _year(m: Match, published: date | None) -> int | None:
    """The year written with digits, of whatever count."""
    if word := m["minguo"] or m["minguo3"]:
        return 1911 + (1 if word == "元" else chinese_to_int(word) or 0)
    if word := m["year0"]:
        return 2000 + (chinese_to_int(word) or 0)
    if word := m["year2"]:
        if published is None:
            return None
        value = chinese_to_int(word) or 0
        return (2000 if value <= published.year % 100 + _TWO_DIGIT_YEARS_AHEAD else 1900) + value
    word = m["year"]
    return int(word) if word.isascii() else chinese_to_int(word)


def _part_of_year(m: Match) -> tuple[int, int] | None:
    """First and last month of a part of a year; None for a loose one (年初, 年底)."""
    return part_of_year(m["yearpart"], m["firstmonths"])


def part_of_year(word: str, months: str | None = None) -> tuple[int, int] | None:
    """First and last month: 上半年 → 1, 6; 第三季度 → 7, 9; 前三季度 → 1, 9; None for 年初, 年底."""
    if months:
        return 1, min(12, SMALL[months])
    if "半" in word:
        return _HALVES[word[0]]
    if "季" in word:
        quarter = _COUNTS[word.lstrip("第前")[0]]
        return (1 if word[0] == "前" else 3 * quarter - 2), 3 * quarter
    return None


def months_of(year: int, months: tuple[int, int]) -> Stretch:
    return Stretch(of_month(year, months[0]).first, of_month(year, months[1]).last, MONTH)


def _day_of(piece: Piece, m: Match, name: str, spec: Spec) -> None:
    """Set the day or days written after a month, or alone. Of two days listed that do not follow each other (5、9日)
    only the last is kept."""
    last = piece.spec = Spec(spec.year, spec.month, SMALL[m[name]])
    if m[name + "from"] is None:
        return
    first = Spec(spec.year, spec.month, SMALL[m[name + "from"]])
    if m[name + "to"] or (first.day or 0) + 1 == last.day:
        piece.spec, piece.until = first, last
    else:
        piece.start = m.start(name)


def _rest_of_month(piece: Piece, m: Match, day: str, part: str) -> Piece:
    """Narrow a month to the day or part of it that is written."""
    if piece.spec is not None and m[day]:
        _day_of(piece, m, day, piece.spec)
    if m[part]:
        piece.days_of_month = _PARTS_OF_MONTH.get(m[part])
        piece.kind = DateKind.RANGE if piece.days_of_month else DateKind.VAGUE
    return piece


def read_ymd(m: Match, published: date | None) -> Piece | None:
    piece = piece_of(m, DateKind.ABSOLUTE)
    month = SMALL[m["month"]] if m["month"] else None
    if word := m["yearword"]:
        if word in _YEARS_ON:
            day = m["day"] or m["dayonly"]
            numbers = [SMALL[m["month"]]] if m["month"] else []
            numbers += [SMALL[day]] if day else []
            return from_other(m, _YEARS_ON[word], "year", "".join(f"-{n:02d}" for n in numbers))
        piece.kind, piece.direction = DateKind.RELATIVE, direction_of(_YEARS[word])
        if published is None:
            return piece
        year = published.year + _YEARS[word]
        month = published.month if m["thismonth"] else month
    else:
        found = _year(m, published)
        if found is None or m["thismonth"]:
            return piece if m["year2"] else None
        year = found
    piece.spec = Spec(year, month)
    if m["yearfrom"]:
        piece.kind, piece.spec, piece.until = DateKind.RANGE, Spec(int(m["yearfrom"])), piece.spec
    elif m["monthfrom"] and not m["day"]:
        piece.spec, piece.until = Spec(year, SMALL[m["monthfrom"]]), piece.spec
    elif m["dayonly"]:
        piece.spec = Spec(year, month, SMALL[m["dayonly"]])
    elif m["yearpart"]:
        months = _part_of_year(m)
        piece.kind = DateKind.RANGE if months else DateKind.VAGUE
        piece.fixed = months_of(year, months) if months else None
    return _rest_of_month(piece, m, "day", "monthpart")


def read_md(m: Match, published: date | None) -> Piece | None:
    piece = piece_of(m, DateKind.PARTIAL)
    if m["bmonth"]:
        piece.spec = Spec(None, SMALL[m["bmonth"]])
        if not piece.spec.possible and not m["bday"]:
            return None
        if m["bmonthfrom"] and not m["bday"]:
            piece.spec, piece.until = Spec(None, SMALL[m["bmonthfrom"]]), piece.spec
        return _rest_of_month(piece, m, "bday", "bmonthpart")
    word = m["monthword"]
    if word[0] in _MONTHS_ON:
        return from_other(m, _MONTHS_ON[word[0]], "month", f"-{SMALL[m['wday']]:02d}" if m["wday"] else "")
    shift = _MONTHS[word[0]]
    piece.kind, piece.direction = DateKind.RELATIVE, direction_of(shift)
    if published:
        month = of_month(published.year, published.month + shift).first
        piece.spec = Spec(month.year, month.month)
    return _rest_of_month(piece, m, "wday", "wmonthpart")


def read_bare(m: Match, _published: date | None) -> Piece | None:
    piece = piece_of(m, DateKind.PARTIAL)
    if m["day2"]:
        _day_of(piece, m, "day2", Spec())
    else:
        piece.spec = Spec(day=SMALL[m["day3"] or m["day4"]])
    if piece.spec is None:
        return None
    return piece if piece.spec.possible and (piece.until is None or piece.until.possible) else None


def read_numeric(m: Match, _published: date | None) -> Piece | None:
    year, month, day = (m["n1"], m["n2"], m["n3"]) if m["n1"] else (m["e3"], m["e2"], m["e1"])
    piece = piece_of(m, DateKind.ABSOLUTE)
    piece.spec = Spec(int(year), int(month), int(day))
    return piece if piece.spec.possible else None


def read_years(m: Match, _published: date | None) -> Piece:
    """Two years without 年."""
    piece = piece_of(m, DateKind.RANGE)
    piece.spec, piece.until = Spec(int(m["firstyear"])), Spec(int(m["lastyear"]))
    return piece


def read_decades(m: Match, published: date | None) -> Piece | None:
    piece = piece_of(m, DateKind.RANGE)
    if m["years"]:
        first = int(m["years"])
        piece.fixed = Stretch(of_year(first).first, of_year(first + 9).last, YEAR)
        return piece
    tens = chinese_to_int(m["decade"]) or 0
    now = published.year if published else 2000
    if word := m["century"]:
        century = now // 100 - ("上" in word) if word[0] in "上本" else (chinese_to_int(word) or 0) - 1
        if published is None and word[0] in "上本":
            return piece
    else:
        century = now // 100 - (tens > now % 100)
    first = of_year(100 * century + tens)
    piece.fixed = Stretch(first.first, of_year(first.first.year + 9).last, YEAR)
    return piece
