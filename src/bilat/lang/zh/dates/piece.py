"""A stretch of text → the pieces of dates in it, each matched once at the few places where one can begin."""

import re
from collections.abc import Iterator, Sequence

from bilat.lang.zh.dates.pattern import DAY, DECADE, MD, NUMERIC, YEARS, YMD
from bilat.lang.zh.dates.words import LUNAR, RELATIVE, SPAN, TIME, VAGUE, WEEKDAY

_NUMERAL = "0-9〇零一二三四五六七八九十廿卅两"
_OPENINGS = (
    (
        _NUMERAL,
        (
            rf"(?<![0-9]{{2}})(?:[{_NUMERAL}千 ,至到和及、与个多余—–~-]{{0,12}}[年月日号天周星世]"
            "|[0-9]{0,3}[-/.][0-9]{1,2}[-/.][0-9]|[0-9]{3}[ ]?[-–—至到])"
        ),
    ),
    ("今昨明", "[天日年晨早晚夜午(后]|[今明][两二2]"),
    ("上下", "[上下个一周星礼半月季世]|的?[ ]?[0-9一二两三四五六七八九十]"),
    ("本这", "[周星礼月年个一世(]"),
    ("前", "[天年不段日晚一(]|的?[ ]?[0-9一二两三四五六七八九十几数]"),
    ("后", "[天年日一]|[ ]?[0-9一二两三四五六七八九十几数]"),
    ("当同", "[天日年晚夜月一]"),
    ("周星礼", "[一二三四五六日天末1-6期拜]"),
    ("近", "[日期来几]|[ ]?[0-9一二两三四五六七八九十几数]"),
    ("去来", "年"),
    ("最过未历时长连为", "[近去来时长达日期]"),
    ("日", "[前内]"),
    ("年月", "[初底]"),
    ("大", "[前后年]"),
    ("翌次隔即", "[日年月天]"),
    ("第", "[一二三四][天季]"),
    ("民农正腊冬不首", "[国历月久季0-9一二三四五六七八九十]"),
)
"""Where a date can begin: a character, and what must come after it."""

_TOGETHER = 3
"""Openings that are tried behind one test of their characters: the search is a quarter quicker for it."""


def _any_of(openings: Sequence[tuple[str, str]]) -> str:
    """A pattern for the place behind the character that begins one of these."""
    return "|".join(f"(?<=[{first}])(?={then})" for first, then in openings)


def _firsts(openings: Sequence[tuple[str, str]]) -> str:
    return "".join(first for first, _ in openings)


_PARTS = [_OPENINGS[at : at + _TOGETHER] for at in range(0, len(_OPENINGS), _TOGETHER)]
_OPENING = re.compile(
    f"[{_firsts(_OPENINGS)}](?:{'|'.join(f'(?<=[{_firsts(part)}])(?:{_any_of(part)})' for part in _PARTS)})"
)
_DIGITS = "0123456789"
_ONES = "一二三四五六七八九"
_NUMERALS = f"{_ONES}十"
_FORMS = {
    "numeric": (NUMERIC, _DIGITS),
    "lunar": (LUNAR, f"12{_NUMERALS}农冬大正腊"),
    "decades": (DECADE, f"{_DIGITS}{_NUMERALS}上本"),
    "years": (YEARS, "12"),
    "relative": (RELATIVE, "今前即同后大当明昨本次第翌隔"),
    "vaguely": (VAGUE, "一二三四上下不前年日最月第近连首"),
    "span": (SPAN, f"{_DIGITS}{_NUMERALS}两上下为今前历后时最未过近长"),
    "ymd": (YMD, f"{_DIGITS}{_ONES}〇零两今前去同后大当明本来次民翌"),
    "md": (MD, f"{_DIGITS}{_NUMERALS}廿卅上下同当本次翌这"),
    "bare": (DAY, f"{_DIGITS}二三十"),
    "weekly": (WEEKDAY, "上下周星本礼这"),
}
"""The forms in the order in which they are tried, each with the characters it can begin with."""
_PATTERNS = {name: re.compile(f"(?P<form_{name}>{form})") for name, (form, _) in _FORMS.items()}
_BEGINS = {
    first: [_PATTERNS[name] for name, (_, firsts) in _FORMS.items() if first in firsts]
    for first in set("".join(firsts for _, firsts in _FORMS.values()))
}
_AFTER_DIGITS = {
    "日": [_PATTERNS["bare"]],
    "号": [_PATTERNS["bare"]],
    "月": [_PATTERNS["md"]],
    "年": [_PATTERNS[name] for name in ("lunar", "decades", "span", "ymd")],
}
"""The forms that digits can begin, by what follows them."""
_TIME = re.compile(TIME)
TIME_BEGINS = frozenset(" 当北美东上中下晚午凌清早傍深夜一稍0123456789")
"""What a time of day begins with."""


def _forms_at(text: str, at: int, end: int) -> list[re.Pattern[str]]:
    """The forms that can begin at an opening: one pattern for all would try four times as many."""
    forms = _BEGINS.get(text[at], [])
    if text[at] not in _DIGITS:
        return forms
    while at < end and text[at] in _DIGITS:
        at += 1
    return _AFTER_DIGITS.get(text[at], forms) if at < end else forms


def pieces(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Matches of the forms in order; `lastgroup` is `form_` and the name of the form."""
    at = start
    while m := _OPENING.search(text, at, end):
        first = m.start()
        at = first + 1
        for form in _forms_at(text, first, end):
            piece = form.match(text, first, end)
            if piece is not None:
                yield piece
                at = piece.end()
                break


def time_of_day(text: str, start: int, end: int) -> re.Match[str] | None:
    """The time of day that begins at `start`."""
    return _TIME.match(text, start, end)
