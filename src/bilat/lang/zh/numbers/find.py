"""Finds numbers: a regular expression for their forms, `value.py` for what they amount to."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bilat.lang.zh.numbers.value import BIGS, DIGITS, TENS, UNITS, chinese_to_int, evaluate


class NumberKind(StrEnum):
    """What a number counts."""

    CARDINAL = "cardinal"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number as written in `text[start:end]`.

    `value` is in units (1.45万亿 → 1450000000000; 三成 → 30 with kind PERCENT; 三分之二 → a Decimal), None when the
    words give none (数百). `about` are the words around it that say it is not exact (约, 近, 超过, 多, 左右), in order.
    """

    start: int
    end: int
    value: int | Decimal | None
    kind: NumberKind
    about: tuple[str, ...] = ()


_S = "[ ]{0,2}"
_C = f"[{DIGITS}{TENS}{UNITS}]"
_CB = f"[{DIGITS}{TENS}{UNITS}{BIGS}]"
_ASCII = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_MORE = "[多余几来]"
_PLAIN = (
    rf"(?:{_ASCII}(?:{_S}{_MORE}?{_S}[{UNITS}{BIGS}]+(?:{_ASCII}{_S}[{UNITS}{BIGS}]+)*)?"
    rf"|{_CB}+(?:{_MORE}[{BIGS}]+)?(?:点[{DIGITS}]+[{BIGS}]*)?)"
)
_ABOUT_BEFORE = re.compile(
    r"(?:大约|约为|约|将近|接近|近|超过|超出|超|逾|突破|达到|达|至少|不少于|不低于|不到|不足|最多|至多|低于|高于|多达|大概)[ ]?$"
)
_ABOUT_AFTER = re.compile(r"[ ]?(?:多|余|来|左右|上下|以上|以下)")
_NUMBER = re.compile(
    rf"(?P<percent>百分之{_S}(?P<pc>{_PLAIN})|(?P<pa>{_PLAIN}){_S}(?:%|个?百分点)|(?P<pt>{_PLAIN})成)"
    rf"|(?P<fraction>(?P<fd>{_PLAIN}){_S}分之{_S}(?P<fn>{_PLAIN}))"
    rf"|(?P<ordinal>第(?P<on>{_PLAIN}))"
    rf"|(?P<vague>[数几好]{_S}[十百千万亿]+)"
    rf"|(?P<plain>{_PLAIN})"
)
_ANY = re.compile(f"[0-9{DIGITS}{TENS}{UNITS}]")
_ORDINAL = re.compile(rf"第?[ ]?(?P<n>[0-9]+|{_CB}+)|(?P<first>首)")


def _signed(text: str, at: int, start: int) -> int:
    """Where a number begins once its sign is taken in."""
    if at > start and text[at - 1] == "负":
        return at - 1
    if (
        at > start
        and text[at - 1] in "-−"
        and (at - 1 == start or not (text[at - 2].isalnum() or text[at - 2] in "%-"))
    ):
        return at - 1
    return at


def _value(m: re.Match[str]) -> tuple[NumberKind, int | Decimal | None]:
    if m["percent"]:
        value = evaluate(m["pc"] or m["pa"] or m["pt"])
        if value is not None and m["pt"]:
            value *= 10
        return NumberKind.PERCENT, value
    if m["fraction"]:
        low, high = evaluate(m["fd"]), evaluate(m["fn"])
        return NumberKind.FRACTION, Decimal(high) / Decimal(low) if low and high is not None else None
    if m["ordinal"]:
        return NumberKind.ORDINAL, evaluate(m["on"])
    return NumberKind.CARDINAL, evaluate(m["plain"]) if m["plain"] else None


def find_numbers(text: str, start: int, end: int) -> list[NumberMention]:
    """The numbers in `text[start:end]` (folded), in order, none overlapping; offsets are those of `text`."""
    if _ANY.search(text, start, end) is None:
        return []
    found: list[NumberMention] = []
    for m in _NUMBER.finditer(text, start, end):
        kind, value = _value(m)
        if value is None and not m["vague"]:
            continue
        begin = _signed(text, m.start(), start)
        if begin < m.start() and value is not None:
            value = -value
        before = _ABOUT_BEFORE.search(text, max(start, begin - 5), begin)
        after = _ABOUT_AFTER.match(text, m.end(), end)
        about = tuple(found.group().strip() for found in (before, after) if found)
        found.append(NumberMention(begin, m.end(), value, kind, about))
    return found


def read_ordinal(text: str) -> int | None:
    """The number of an ordinal, read from its beginning: 第三十一次 → 31, 第3届 → 3, 首次 → 1; None when it is none."""
    m = _ORDINAL.match(text)
    if m is None:
        return None
    return 1 if m["first"] else chinese_to_int(m["n"])
