"""The date forms made of words: what each match means, counted from the day of publication or from another date."""

from datetime import date, timedelta

from bilat.lang.zh.dates.mention import DateKind, Direction
from bilat.lang.zh.dates.pattern import SMALL
from bilat.lang.zh.dates.stretch import DAY, MONTH, Spec, Stretch, of_month, of_week, of_year, one_day, shifted
from bilat.lang.zh.dates.words import WEEKDAYS
from bilat.lang.zh.dates.written import Match, Piece, direction_of, from_other, months_of, part_of_year, piece_of
from bilat.lang.zh.numbers import chinese_to_int

_WEEKS = {"上上": -2, "上": -1, "这": 0, "本": 0, "下": 1, "下下": 2}
_DAYS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "本": 0, "明": 1, "后": 2, "大后": 3}
_DAYS_ON = {"前": -1, "后": 1, "当": 0, "同": 0, "即": 0, "翌": 1, "次": 1, "隔": 1, "第二": 1, "第三": 2}
_DAYS_IN = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}


def _week_shift(word: str) -> int:
    return _WEEKS[word[:2] if word[:2] in _WEEKS else word[0]]


def read_weekly(m: Match, published: date | None) -> Piece:
    if word := m["week"]:
        piece = piece_of(m, DateKind.VAGUE)
        piece.direction = direction_of(_week_shift(word))
        piece.fixed = of_week(published, _week_shift(word)) if published else None
        return piece
    piece = piece_of(m, DateKind.WEEKDAY)
    weekday = WEEKDAYS[m["weekday"]] if m["weekday"] else WEEKDAYS["六"]
    piece.width = 1 if m["weekday"] else 2
    if m["weekdayto"]:
        more = (WEEKDAYS[m["weekdayto"]] - weekday) % 7
        if more == 1 or m.group()[-2] in "至到":
            piece.width, piece.kind = 1 + more, DateKind.RANGE
        else:
            piece.end = m.end("weekday")
    if m["which"] is None:
        piece.spec = Spec(weekday=weekday)
        return piece
    shift = _week_shift(m["which"])
    piece.direction = direction_of(shift) if shift else Direction.OPEN
    if published:
        first = of_week(published, shift).first + timedelta(days=weekday)
        piece.fixed = Stretch(first, first + timedelta(days=piece.width - 1), DAY)
    return piece


def read_relative(m: Match, published: date | None) -> Piece | None:
    if word := m["sameday"]:
        return from_other(m, _DAYS_ON[word[:2] if word[0] == "第" else word[0]], "day")
    piece = piece_of(m, DateKind.RELATIVE)
    if m["numberedday"]:
        return _numbered(piece, m)
    if m["twodays"]:
        return _two_days(piece, _DAYS[m["twodays"][0]], published)
    word = m["dayword"]
    shift = _DAYS[word[:2] if word[0] == "大" else word[0]]
    piece.direction = direction_of(shift)
    piece.time = word[-1] if word[-1] in "晨早晚夜午" else ""
    piece.fixed = one_day(published + timedelta(days=shift)) if published else None
    return piece


def _two_days(piece: Piece, shift: int, published: date | None) -> Piece:
    """今明两天, 昨今两日: two days on end."""
    piece.kind = DateKind.RANGE
    piece.direction = Direction.PRESENT
    if published:
        first = published + timedelta(days=shift)
        piece.fixed = Stretch(first, first + timedelta(days=1), DAY)
    return piece


def _numbered(piece: Piece, m: Match) -> Piece | None:
    """今(12)日, 本(6)月: the word with its number set in."""
    word, number, unit = m["numberedword"], int(m["numberedday"]), m["numberedunit"]
    if unit == "年":
        return None
    piece.direction = direction_of(_DAYS[word])
    if unit == "月":
        piece.spec = Spec(month=number)
    else:
        piece.kind, piece.spec = DateKind.PARTIAL, Spec(day=number)
    return piece if piece.spec.possible else None


def read_vaguely(m: Match, published: date | None) -> Piece:
    piece = piece_of(m, DateKind.VAGUE)
    if m["vague"]:
        piece.direction = Direction.OPEN if m["vague"] in {"近期", "日内", "近日"} else Direction.PAST
        return piece
    if published is None:
        return piece
    if m["firstofyear"]:
        last = min(12, SMALL.get(m["firstcount"], 12))
        piece.kind = DateKind.RANGE
        piece.fixed = months_of(published.year - (last > published.month), (1, last))
        return piece
    word = m["part"]
    months = part_of_year(word.replace("个", "")) if word[-1] in "年度" and word[1:] != "季度" else None
    if months:
        piece.kind, piece.fixed = DateKind.RANGE, months_of(published.year, months)
    elif word[1:] == "季度":
        quarter = (published.month - 1) // 3 + (1 if word[0] == "下" else -1)
        first = of_month(published.year, 3 * quarter + 1)
        piece.kind, piece.fixed = (
            DateKind.RANGE,
            Stretch(first.first, of_month(first.first.year, first.first.month + 2).last, MONTH),
        )
    elif word[0] == "年":
        piece.fixed = of_year(published.year)
    elif word[0] == "月":
        piece.fixed = of_month(published.year, published.month)
    return piece


def _count(word: str) -> int | None:
    """How many days or years; None for 几."""
    return SMALL.get(word) or chinese_to_int(word)


def read_span(m: Match, published: date | None) -> Piece:
    """过去十年, 为期三天, 5天前, 三天."""
    piece = piece_of(m, DateKind.VAGUE)
    if word := m["stretch"]:
        count, unit = _count(m["stretchcount"]), m["stretchunit"].removeprefix("个")
        ahead = word in {"未来", "今后", "后", "下"}
        piece.direction = Direction.FUTURE if ahead else Direction.PAST
        if count and published:
            other, day = shifted(published, count if ahead else -count, _DAYS_IN.get(unit), unit), timedelta(days=1)
            piece.fixed = Stretch(published + day, other, DAY) if ahead else Stretch(other, published - day, DAY)
    elif m["ago"]:
        count, unit = _count(m["agocount"]), m["agounit"].removeprefix("个")
        sign = -1 if "前" in m["ago"] else 1
        piece.kind, piece.direction = DateKind.RELATIVE, direction_of(sign)
        if count and published:
            piece.fixed = _around(shifted(published, sign * count, _DAYS_IN.get(unit), unit), unit)
    else:
        piece.kind = DateKind.DURATION
        count, unit = _count(m["dayscount"] or m["lasts"]), (m["lastsunit"] or "天").removeprefix("个")
        piece.days = count * _DAYS_IN[unit] if count and unit in _DAYS_IN else None
    return piece


def _around(day: date, unit: str) -> Stretch:
    """The day, week, month or year that a day so many units away lies in: 三年前 is a year, not a day."""
    if unit == "年":
        return of_year(day.year)
    if unit == "月":
        return of_month(day.year, day.month)
    return one_day(day) if _DAYS_IN[unit] == 1 else of_week(day)


def read_lunar(m: Match, _published: date | None) -> Piece:
    return piece_of(m, DateKind.LUNAR)
