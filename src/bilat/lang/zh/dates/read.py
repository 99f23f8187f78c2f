"""A match of the piece pattern → a Piece: what is written of a date, not yet joined to its neighbours."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from bilat.lang.zh.dates.mention import DateKind, Direction
from bilat.lang.zh.dates.pattern import SMALL, WEEKDAYS
from bilat.lang.zh.dates.stretch import (
    DAY,
    MONTH,
    Spec,
    Stretch,
    of_month,
    of_week,
    of_year,
    one_day,
    read_complete,
)
from bilat.lang.zh.numbers import chinese_to_int

_RELATIVE_YEAR = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "大前年": -3, "明年": 1, "来年": 1, "后年": 2}
_ANAPHORIC_YEAR = {"同年": 0, "当年": 0, "翌年": 1, "次年": 1}
_RELATIVE_MONTH = {"本": 0, "这": 0, "这个": 0, "上": -1, "上个": -1, "下": 1, "下个": 1}
_ANAPHORIC_MONTH = {"当": 0, "同": 0, "次": 1, "翌": 1}
_WEEK = {"上上": -2, "上": -1, "这": 0, "本": 0, "": 0, "下": 1, "下下": 2}
_DAY_SHIFT = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_ANAPHORIC_DAY = {"当": 0, "同": 0, "即": 0, "翌": 1, "次": 1, "隔": 1, "第": 1}
_UNIT_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}


@dataclass(slots=True)
class Piece:
    """What is written between `start` and `end`. `spec` is what the calendar must fit; `until` the second spec of a
    range or list written within the piece (30-31日), `listed` when it is a list. `fixed` is set when no other date is
    needed; a piece with neither cannot be read."""

    start: int
    end: int
    kind: DateKind
    spec: Spec | None = None
    fixed: Stretch | None = None
    until: Spec | None = None
    listed: bool = False
    direction: Direction = Direction.OPEN
    days: int | None = None
    offset: int = 0
    unit: str = ""
    tail: str = ""
    time: str = ""
    part: tuple[int, int] | None = field(default=None)
    """First and last day of the month that is meant (上旬), where the spec is a month."""

    @property
    def a_day(self) -> bool:
        """Whether it names a single day."""
        if self.until is not None or self.part is not None:
            return False
        if self.fixed is not None:
            return self.fixed.first == self.fixed.last
        return self.spec is not None and (self.spec.day is not None or self.spec.weekday is not None)


Match = re.Match[str]


def _direction(shift: int) -> Direction:
    if shift == 0:
        return Direction.PRESENT
    return Direction.PAST if shift < 0 else Direction.FUTURE


def _year(m: Match, published: date | None) -> tuple[int | None, int | None]:
    """Year written and the shift of a relative one."""
    if word := m["y4"]:
        if word.isascii():
            return int(word), None
        digits = chinese_to_int(word)
        return digits, None
    if word := m["y1"] or m["y2"]:
        value = 1 if word == "元" else (chinese_to_int(word) or 0)
        return 1911 + value, None
    if word := m["yy"] or m["y0"]:
        value = chinese_to_int(word) or 0
        turn = (published.year if published else 2000) % 100 + 20
        return (2000 if value <= turn else 1900) + value, None
    return None, _RELATIVE_YEAR.get(m["ry"])


_PARTS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上半月": (1, 15), "下半月": (16, 31)}
_YEAR_PARTS = {"上半年": (1, 6), "前半年": (1, 6), "下半年": (7, 12), "后半年": (7, 12)}
_QUARTER = {c: n for n, c in enumerate("一二三四", 1)} | {c: n for n, c in enumerate("1234", 1)} | {"首": 1, "两": 2}


def _year_part(word: str, months: str | None) -> tuple[int, int] | None:
    """First and last month of a part of a year; None for a loose one (年初, 年底)."""
    if word in _YEAR_PARTS:
        return _YEAR_PARTS[word]
    if months:
        return 1, min(12, SMALL.get(months, 12))
    if "季" in word:
        quarter = _QUARTER[word.removeprefix("第").removeprefix("前")[0]]
        return (1, 3 * quarter) if word[0] == "前" else (3 * quarter - 2, 3 * quarter)
    return None


def _days_of(m: Match, name: str, spec: Spec) -> tuple[Spec, Spec | None, bool]:
    """Fill in the day or days of a month: the spec, what a range or list goes on to, whether it is a list."""
    if not m[name]:
        return spec, None, False
    last = Spec(spec.year, spec.month, SMALL[m[name]])
    if m[name + "from"]:
        return Spec(spec.year, spec.month, SMALL[m[name + "from"]]), last, not m[name + "to"]
    return last, None, False


def _month_tail(piece: Piece, tail: str | None) -> Piece:
    if tail:
        piece.part = _PARTS.get(tail)
        piece.kind = DateKind.RANGE if piece.part else DateKind.VAGUE
    return piece


def _anaphoric(m: Match, offset: int, unit: str, tail: str = "") -> Piece:
    return Piece(m.start(), m.end(), DateKind.ANAPHORIC, offset=offset, unit=unit, tail=tail)


def _ymd(m: Match, published: date | None) -> Piece | None:
    year, shift = _year(m, published)
    month = SMALL[m["am"]] if m["am"] else None
    if m["ars"] and published:
        month = published.month
    day = m["ad"] or m["adc"]
    if m["ry"] in _ANAPHORIC_YEAR:
        tail = (f"-{month:02d}" if month else "") + (f"-{SMALL[day]:02d}" if month and day else "")
        return _anaphoric(m, _ANAPHORIC_YEAR[m["ry"]], "year", tail)
    piece = Piece(m.start(), m.end(), DateKind.ABSOLUTE)
    if shift is not None:
        piece.kind, piece.direction = DateKind.RELATIVE, _direction(shift)
        year = published.year + shift if published else None
        if year is None:
            return piece
    elif year is None:
        return None
    piece.spec = Spec(year, month)
    if m["adc"]:
        piece.spec = Spec(year, month, SMALL[m["adc"]])
    elif m["ad"]:
        piece.spec, piece.until, piece.listed = _days_of(m, "ad", piece.spec)
    if m["yt"]:
        months = _year_part(m["yt"], m["ymn"])
        piece.kind = DateKind.RANGE if months else DateKind.VAGUE
        if months and year:
            piece.fixed = Stretch(of_month(year, months[0]).first, of_month(year, months[1]).last, MONTH)
    return _month_tail(piece, m["amt"])


def _md(m: Match, published: date | None) -> Piece | None:
    piece = Piece(m.start(), m.end(), DateKind.PARTIAL)
    if m["bm"]:
        piece.spec, piece.until, piece.listed = _days_of(m, "bd", Spec(None, SMALL[m["bm"]]))
        if not piece.spec.possible and piece.spec.day is None:
            return None
        return _month_tail(piece, m["bmt"])
    word = m["br"].rstrip("份").removesuffix("月")
    if word in _ANAPHORIC_MONTH:
        tail = f"-{SMALL[m['bx']]:02d}" if m["bx"] else ""
        return _anaphoric(m, _ANAPHORIC_MONTH[word], "month", tail)
    shift = _RELATIVE_MONTH[word]
    piece.kind, piece.direction = DateKind.RELATIVE, _direction(shift)
    if published:
        month = of_month(published.year, published.month + shift).first
        piece.spec, piece.until, piece.listed = _days_of(m, "bx", Spec(month.year, month.month))
    return _month_tail(piece, m["bxt"])


def _bare(m: Match, _published: date | None) -> Piece | None:
    piece = Piece(m.start(), m.end(), DateKind.PARTIAL)
    if m["cf"]:
        piece.spec = Spec(day=SMALL[m["cf"]])
    elif m["cd"]:
        piece.spec, piece.until, piece.listed = _days_of(m, "cd", Spec())
    else:
        piece.spec = Spec(day=SMALL[m["ce"]])
        if m["cefrom"]:
            piece.spec, piece.until = Spec(day=SMALL[m["cefrom"]]), piece.spec
    return piece if piece.spec.possible and (piece.until is None or piece.until.possible) else None


def _numeric(m: Match, _published: date | None) -> Piece | None:
    if m["n1"]:
        spec = Spec(int(m["n1"]), int(m["n2"]), int(m["n3"]))
    else:
        spec = Spec(int(m["e3"]), int(m["e2"]), int(m["e1"]))
    if not spec.possible:
        return None
    return Piece(m.start(), m.end(), DateKind.ABSOLUTE, spec)


def _weekday(m: Match, published: date | None) -> Piece | None:
    prefix = (m["wp"] or "").removesuffix("个").removesuffix("一")
    shift = _WEEK[prefix]
    piece = Piece(m.start(), m.end(), DateKind.WEEKDAY)
    if m["wd"]:
        weekday = WEEKDAYS[m["wd"]]
        if not prefix:
            piece.spec = Spec(weekday=weekday)
        else:
            piece.direction = _direction(shift)
            if published:
                piece.fixed = one_day(of_week(published, shift).first + timedelta(days=weekday))
            if not shift:
                piece.direction = Direction.OPEN
        return piece
    if not m["we"]:
        return None
    piece.direction = _direction(shift) if shift else Direction.OPEN
    if published:
        saturday = of_week(published, shift).first + timedelta(days=5)
        piece.fixed = Stretch(saturday, saturday + timedelta(days=1), DAY)
    return piece


def _relative(m: Match, published: date | None) -> Piece:
    if word := m["ana"]:
        return _anaphoric(m, _ANAPHORIC_DAY[word[0]], "day")
    word = m["rel"]
    shift = _DAY_SHIFT[word[:2] if word[0] == "大" else word[0]]
    piece = Piece(m.start(), m.end(), DateKind.RELATIVE, direction=_direction(shift))
    if word[-1] in "晨早晚夜午":
        piece.time = word[-1]
    if published:
        piece.fixed = one_day(published + timedelta(days=shift))
    return piece


def _vaguely(m: Match, published: date | None) -> Piece:
    piece = Piece(m.start(), m.end(), DateKind.VAGUE)
    if word := m["week"]:
        shift = _WEEK[
            word.removesuffix("周").removesuffix("星期").removesuffix("礼拜").removesuffix("个").removesuffix("一")
        ]
        piece.direction = _direction(shift)
        piece.fixed = of_week(published, shift) if published else None
    elif word := m["half"]:
        piece.kind = DateKind.RANGE
        if published:
            low, high = _YEAR_PARTS[word]
            piece.fixed = Stretch(of_month(published.year, low).first, of_month(published.year, high).last, MONTH)
    elif "未来" not in m["vague"] and m["vague"] not in {"近期", "日内"}:
        piece.direction = Direction.PAST
    return piece


def _count(word: str) -> int | None:
    return chinese_to_int(word.replace("两", "二")) if word not in {"几", "数", "半"} else None


def _shifted(day: date, count: int, unit: str) -> date:
    """A day `count` units later; the 31st moves to the last day of a shorter month."""
    if unit in _UNIT_DAYS:
        return day + timedelta(days=count * _UNIT_DAYS[unit])
    month = of_month(day.year, day.month + count * (12 if unit == "年" else 1))
    return month.first.replace(day=min(day.day, month.last.day))


def _span(m: Match, published: date | None) -> Piece | None:
    piece = Piece(m.start(), m.end(), DateKind.VAGUE)
    if m["stretch"]:
        count, unit = _count(m["sn"]), m["su"].removeprefix("个").removesuffix("的")
        ahead = m["sp"][:2] in {"未来", "今后"}
        piece.direction = Direction.FUTURE if ahead else Direction.PAST
        if count and published:
            other = _shifted(published, count if ahead else -count, unit)
            piece.fixed = Stretch(*sorted((published, other)), DAY)
    elif m["dur"] or m["dday"]:
        piece.kind = DateKind.DURATION
        count, unit = _count(m["dn"] or m["ddn"]), (m["du"] or "天").removeprefix("个")
        piece.days = count * _UNIT_DAYS[unit] if count and unit in _UNIT_DAYS else None
    else:
        count, unit = _count(m["an"]), m["au"].removeprefix("个")
        sign = -1 if "前" in m["aw"] else 1
        piece.direction = _direction(sign)
        piece.kind = DateKind.RELATIVE
        if count and published:
            other = _shifted(published, sign * count, unit)
            precise = {"天": one_day, "周": of_week, "星期": of_week}
            piece.fixed = (
                precise[unit](other)
                if unit in precise
                else (of_year(other.year) if unit == "年" else of_month(other.year, other.month))
            )
    return piece


def _lunary(m: Match, _published: date | None) -> Piece:
    return Piece(m.start(), m.end(), DateKind.LUNAR)


_READ: dict[str, Callable[[Match, date | None], Piece | None]] = {
    "numeric": _numeric,
    "lunary": _lunary,
    "span": _span,
    "ymd": _ymd,
    "md": _md,
    "bare": _bare,
    "weekday": _weekday,
    "relative": _relative,
    "vaguely": _vaguely,
}


def read_piece(m: Match, published: date | None) -> Piece | None:
    """The piece of one match; None when it is none after all."""
    try:
        piece = _READ[m.lastgroup or ""](m, published)
    except (ValueError, OverflowError):
        return None
    if piece is not None and piece.spec is not None and piece.spec.complete and piece.until is None and not piece.fixed:
        piece.fixed = read_complete(piece.spec)
    return piece
