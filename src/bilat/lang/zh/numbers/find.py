"""Finds numbers: a regular expression for their forms, `value.py` for what they amount to."""

import re
from decimal import Decimal, localcontext
from enum import StrEnum
from typing import NamedTuple

from bilat.lang.zh.numbers.pattern import LOOSE, NO_TENTHS, PLAIN, VAGUE, S
from bilat.lang.zh.numbers.value import BIGS, DIGIT, DIGITS, UNITS, chinese_to_int, evaluate, exact, scaled

_FRACTION_DIGITS = 15


class NumberKind(StrEnum):
    """What a number counts."""

    CARDINAL = "cardinal"
    PERCENT = "percent"
    """12.5%, 百分之三, 三成, 九折, 千分之二, and percentage points (个百分点)."""
    ORDINAL = "ordinal"
    FRACTION = "fraction"


class NumberMention(NamedTuple):
    """A number as written in `text[start:end]`.

    `value` is in units (1.45万亿 → 1450000000000, 三成 → 30 of kind PERCENT, 三分之二 → a Decimal of 15 digits), None
    when the words give none (数百, 三四十). `about` are the words in and around it that say it is not exact (约, 近,
    超过, 多, 左右), in order.
    """

    start: int
    end: int
    value: int | Decimal | None
    kind: NumberKind
    about: tuple[str, ...] = ()


_CARDINAL, _PERCENT = NumberKind.CARDINAL, NumberKind.PERCENT
"""By themselves: ten times quicker to get than from their class."""
_OPENING = re.compile(
    f"[0-9.{DIGITS}{UNITS}廿卅第数几好上成半万h](?:(?<![数好上成h])|(?<!h)(?=[ 几多{UNITS}{BIGS}])|(?=ttp))"
)
_PER = f"(?P<per>[百佰千仟万](?:{S}[万亿])*){S}分{S}之{S}"
_POINTS = f"{S}个?{S}百{S}分{S}点"
_NUMBER = re.compile(
    r"(?P<address>https?://[!-~]+)"
    rf"|(?P<percent>(?<![{DIGITS}{UNITS}0-9]){_PER}(?P<permille>[0-9]+·[0-9]+|{LOOSE})"
    rf"|(?P<hundredths>{LOOSE}){S}(?:%|{_POINTS})"
    rf"|(?P<tenths>{LOOSE}|半|[0-9]{S}[0-9](?={S}折)|[一二三四五六七八九]{S}[一二三四五六七八九](?={S}折))"
    rf"{S}(?:成{NO_TENTHS}(?P<rest>半|{S}[一二三四五六七八九](?![个十百千万]))?|折(?![叠磨腾返射合旧算线])))"
    rf"|(?P<fraction>(?:(?P<whole>{LOOSE}){S}又{S})?(?P<low>{LOOSE}){S}分{S}之{S}(?P<high>{LOOSE})"
    r"|(?:(?P<awhole>[0-9]+)[ ])?(?<![0-9/.])(?P<ahigh>[0-9]+)/(?P<alow>[0-9]+)(?![0-9/.年月日-]))"
    rf"|(?P<ordinal>第{S}(?P<rank>{LOOSE}))"
    rf"|(?P<vague>{VAGUE})"
    rf"|(?P<plain>{PLAIN})"
)
_COMMON = re.compile(
    r"(?P<digits>[1-9][0-9]{0,11}(?:[.][0-9]{1,6})?)(?P<big>[万亿])?"
    rf"(?:(?P<percent>%)|(?![0-9.,·/eEk%个分又成折多余几来零 {UNITS}{BIGS}])|(?=个(?![ ]*百)|,(?![0-9])))"
)
"""What most numbers look like, read without trying the other forms."""
_BEFORE = re.compile(
    r"(?:大约|约为|约|将近|接近|近|超过|超出|超|逾|突破|达到|达|至少|不少于|不低于|不到|不足|最多|至多|低于|高于|多达"
    r"|大概|仅)[ ]?$"
)
_BEFORE_ENDS = frozenset("约为近过出超逾破到达少于足多概仅 ")
_AFTER_BEGINS = frozenset(" 多余来左上以几")
_AFTER = re.compile(r"[ ]?(?:多(?!边|方|样|元|年来)|余(?![下额])|来(?![自到])|左右|上下|以上|以下|几)")
_INSIDE = re.compile("[多余几来]")
_ORDINAL = re.compile(rf"第?[ ]?(?P<n>[0-9]+|[{DIGITS}{UNITS}{BIGS}廿卅]+)|(?P<first>首)")
_RUN = re.compile(f"[{DIGITS}]{{2,}}")


def _loose_run(words: str) -> bool:
    """Whether two numerals stand side by side for either: 三四个, 二三十."""
    run = _RUN.search(words)
    if run is None or len(run.group()) != len("三四") or "点" in words[: run.start()]:
        return False
    low, high = (DIGIT[c] for c in run.group())
    return low > 0 and (high - low == 1 or len(words) == len("三四"))


def _number(words: str) -> int | Decimal | None:
    return None if _loose_run(words) else evaluate(words)


def _percent(m: re.Match[str]) -> int | Decimal | None:
    if m["permille"]:
        value, per = _number(m["permille"]), evaluate("一" + m["per"])
        return None if value is None or not per else exact(Decimal(value) * 100 / Decimal(per))
    if m["hundredths"]:
        return _number(m["hundredths"])
    words = m["tenths"].replace(" ", "")
    if words == "半":
        return 50 if "折" in m.group() else 5
    value = evaluate(words)
    if value is None:
        return None
    tenths = Decimal(value) if value <= 10 else Decimal(value) / 10  # 九折 is 90 %, 75折 is 75 %
    rest = (m["rest"] or "").strip()
    extra = 5 if rest == "半" else DIGIT.get(rest, 0)
    return exact(tenths * 10 + extra)


def _fraction(m: re.Match[str]) -> Decimal | None:
    if m["alow"]:
        whole, low, high = m["awhole"], m["alow"], m["ahigh"]
    else:
        whole, low, high = m["whole"], m["low"], m["high"]
    below, above, before = _number(low), _number(high), (_number(whole) if whole else 0)
    if not below or above is None or before is None:
        return None
    with localcontext() as context:
        context.prec = _FRACTION_DIGITS
        return Decimal(before) + Decimal(above) / Decimal(below)


def _value(m: re.Match[str]) -> tuple[NumberKind | None, int | Decimal | None]:
    form = m.lastgroup
    if form == "plain":
        return _CARDINAL, _number(m.group())
    if form == "percent":
        return _PERCENT, _percent(m)
    if form == "fraction":
        return NumberKind.FRACTION, _fraction(m)
    if form == "ordinal":
        return NumberKind.ORDINAL, evaluate(m["rank"])
    return (None if form == "address" else _CARDINAL), None


def _signed(text: str, at: int, start: int) -> bool:
    """Whether a number at an offset has a sign before it. A hyphen between digits or letters is none."""
    if at == start or text[at - 1] not in "负-−":
        return False
    return text[at - 1] == "负" or at - 1 == start or text[at - 2] in " ,(:;=、。"


def _about(text: str, m: re.Match[str], begin: int, start: int, end: int) -> tuple[str, ...]:
    words: list[str] = []
    if begin > start and text[begin - 1] in _BEFORE_ENDS and (b := _BEFORE.search(text, max(start, begin - 5), begin)):
        words.append(b.group().strip())
    if m.lastgroup == "plain":
        words += _INSIDE.findall(m.group())
    at = m.end()
    if at < end and text[at] in _AFTER_BEGINS and (after := _AFTER.match(text, at, end)):
        words.append(after.group().strip())
    return tuple(words)


def find_numbers(text: str, start: int, end: int) -> list[NumberMention]:
    """The numbers in `text[start:end]` (folded), in order, none overlapping; offsets are those of `text`."""
    found: list[NumberMention] = []
    at = start
    while opening := _OPENING.search(text, at, end):
        begin = opening.start()
        if m := _COMMON.match(text, begin, end):
            digits, big, percent = m.groups()
            kind, value = _PERCENT if percent else _CARDINAL, scaled(digits, big)
            at = m.end()
        elif m := _NUMBER.match(text, begin, end):
            kind, value = _value(m)
            at = m.end()
            if kind is None or (value is None and m.lastgroup != "vague" and not _RUN.search(m.group())):
                continue
        else:
            at = begin + 1
            continue
        if _signed(text, begin, start):
            begin -= 1
            value = -value if value is not None else None
        found.append(NumberMention(begin, at, value, kind, _about(text, m, begin, start, end)))
    return found


def read_ordinal(text: str) -> int | None:
    """The number of an ordinal, read from its beginning: 第三十一次 → 31, 第3届 → 3, 首次 → 1; None when it is none."""
    m = _ORDINAL.match(text)
    if m is None:
        return None
    return 1 if m["first"] else chinese_to_int(m["n"])
