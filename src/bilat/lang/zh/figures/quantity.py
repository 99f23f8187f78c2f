"""Numbers with their units: money, counts, percentages, multiples. Folded text → Quantities.

A list or a range shares the unit that its last number carries (65.8亿、23.9亿和13亿元; 20至30亿美元).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.lang.figures.draft import BARE, COUNT, MONEY, PERCENT, POINTS, TIME, TIMES
from bilat.lang.zh.numbers import NumberKind, NumberMention, find_numbers

if TYPE_CHECKING:
    from bilat.lang.zh.figures.rules import Rules

_TO = re.compile(r"[ ]?(?:至|到|~|—|–|-|―|~){1,2}[ ]?")
_AND = re.compile(r"[ ]?(?:、|和|及|与|以及|,)[ ]?")
_AND_FALL = re.compile(r"[ ]?(?:、|和|及|与)[ ]?[^,。;0-9、%]{0,4}")
_MORE = re.compile(r"[ ]?(?:左右|上下|以上|以下|多|余)")
_BIG_END = re.compile(r"(?:[多余]?[万亿])+$")
_POINTS = re.compile(r"[ ]?个?百分点")
_TIMES_SEEN = re.compile(r"[ ]?次")
_ALONE = frozenset("一")
_HIGHEST_INDEX = 200
_EXACT = frozenset({"达", "达到", "仅"})
"""Words beside a number that leave it as exact as it is."""
_LABEL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_@#-")
"""Before a number these make it a name: F-16, G20."""
_MORE_BEGINS = frozenset(" 左上以多余")
_CARDINAL, _PERCENT = NumberKind.CARDINAL, NumberKind.PERCENT
_FRACTION, _ORDINAL = NumberKind.FRACTION, NumberKind.ORDINAL
"""By themselves: ten times quicker to get than from their class."""


class Quantity(Struct, gc=False):
    """A number with its unit at `start`:`end`. `unit` is a currency code or a noun; for money whose unit is a shared
    word (元) it is None until its country is known, and `word` is that word."""

    start: int
    end: int
    kind: str
    value: int | Decimal
    unit: str | None
    word: str = ""
    value_max: int | Decimal | None = None
    about: tuple[str, ...] = ()
    row: int = 0
    """Which list of quantities in its sentence it belongs to, 0 for none; members share one number."""
    clause: tuple[int, int] = (0, 0)
    """Start and end of its clause, once that is known."""
    share: bool | None = None
    """Whether it is said to be a share, once that was asked."""


class _Raw(Struct, gc=False):
    number: NumberMention
    end: int
    kind: str = ""
    unit: str | None = None
    word: str = ""


def quantities(text: str, stretches: list[tuple[int, int]], rules: Rules) -> list[Quantity]:
    """The quantities of some stretches of a sentence in order."""
    raws = [
        _with_unit(text, end, number, rules)
        for start, end in stretches
        for number in find_numbers(text, start, end)
        if number.start == start or text[number.start - 1] not in _LABEL
    ]
    if len(raws) > 1:
        _share_units(text, raws)
    for raw in raws:
        if not raw.kind and raw.number.kind is _CARDINAL and _stands_alone(text, raw.number):
            raw.kind = BARE
    out: list[Quantity] = []
    at, rows = 0, 0
    while at < len(raws):
        raw = raws[at]
        after = raws[at + 1] if at + 1 < len(raws) else None
        if (
            after is not None
            and raw.kind
            and after.kind == raw.kind
            and _TO.fullmatch(text, raw.end, after.number.start)
        ):
            quantity = _range(text, raw, after)
            at += 1
        else:
            quantity = _quantity(raw)
        at += 1
        if quantity is not None:
            if out and quantity.kind == out[-1].kind and _in_row(text, out[-1], quantity):
                if not out[-1].row:
                    rows += 1
                    out[-1].row = rows
                quantity.row = out[-1].row
            out.append(quantity)
    return out


def _in_row(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether two quantities are members of one list: 增长5%和下降3%, 60亿、20亿和10亿元."""
    if quantity.kind == PERCENT and _AND_FALL.fullmatch(text, before.end, quantity.start):
        return True
    return _AND.fullmatch(text, before.end, quantity.start) is not None


def _with_unit(text: str, end: int, number: NumberMention, rules: Rules) -> _Raw:
    raw = _Raw(number, number.end)
    kind = number.kind
    if kind is _CARDINAL:
        _read_unit(text, end, raw, rules)
        if not raw.kind:
            return raw
    elif kind is _PERCENT:
        points = text.endswith("点", number.start, number.end)
        raw.kind, raw.unit = (POINTS if points else PERCENT), "percent"
    elif kind is _FRACTION:
        raw.kind, raw.unit = (POINTS if _POINTS.match(text, number.end, end) else PERCENT), "percent"
    else:
        seen = _TIMES_SEEN.match(text, number.end, end)
        if seen is not None:
            raw.kind, raw.unit, raw.end = TIME, "time", seen.end()
        return raw
    at = raw.end
    if at < end and text[at] in _MORE_BEGINS and (more := _MORE.match(text, at, end)) is not None:
        raw.number = number._replace(about=(*number.about, more.group().strip()))
        raw.end = more.end()
    return raw


def _read_unit(text: str, end: int, raw: _Raw, rules: Rules) -> None:
    at = raw.number.end
    if raw.number.about and (more := _MORE.match(text, at, end)):
        at = more.end()
    m = rules.unit.match(text, at, end) if at < end and text[at] in rules.unit_begins else None
    if m is None:
        unit = rules.money_that_ends(text, raw.number.start)
        if unit is not None:
            raw.kind, raw.unit = MONEY, unit
        return
    raw.end = m.end()
    kind = m.lastgroup
    if kind == "money":
        raw.kind, raw.word = MONEY, m["money"]
        raw.unit = rules.currencies.get(raw.word) or rules.money_that_ends(text, raw.number.start)
    elif kind == "count":
        raw.kind, raw.word = COUNT, m["count"]
        raw.unit = rules.units[raw.word]
    elif kind == "percent":
        raw.kind, raw.unit = POINTS, "percent"
    else:
        raw.kind = TIMES


def _share_units(text: str, raws: list[_Raw]) -> None:
    """65.8亿、23.9亿和13亿元: the unit of the last goes for those before it."""
    for raw, after in zip(reversed(raws[:-1]), reversed(raws[1:]), strict=True):
        if raw.kind or not after.kind or after.kind in {TIMES, TIME} or raw.number.kind is not _CARDINAL:
            continue
        gap = text[raw.end : after.number.start]
        if _TO.fullmatch(gap) or (_AND.fullmatch(gap) and "," not in gap) or (gap == "," and _big(text, raw.number)):
            raw.kind, raw.unit, raw.word = after.kind, after.unit, after.word


def _stands_alone(text: str, number: NumberMention) -> bool:
    """Whether a number says enough without a unit: 223.1亿, or the 48.8 of an index."""
    value = number.value
    decimal = isinstance(value, Decimal) and value < _HIGHEST_INDEX
    return value != 0 and (decimal or _big(text, number))


def _big(text: str, number: NumberMention) -> bool:
    return text[number.end - 1] in "万亿"


def _value(number: NumberMention) -> int | Decimal | None:
    value = number.value
    if value is not None and number.kind is _FRACTION:
        return (Decimal(value) * 100).quantize(Decimal("0.1")).normalize()
    return value


def _quantity(raw: _Raw) -> Quantity | None:
    if not raw.kind:
        return None
    number = raw.number
    value = _value(number)
    if value is None:
        return None
    about = _inexact(number.about) if number.about else ()
    return Quantity(number.start, raw.end, raw.kind, value, raw.unit, raw.word, None, about)


def _inexact(about: tuple[str, ...]) -> tuple[str, ...]:
    """The words that make a number inexact, each once."""
    return tuple(word for word in dict.fromkeys(about) if word not in _EXACT)


def _range(text: str, low: _Raw, high: _Raw) -> Quantity | None:
    """20至30亿美元: the lower end takes the upper one's 亿 when it has none and is smaller without it."""
    first, last = _value(low.number), _value(high.number)
    if first is None or last is None:
        return None
    big = _BIG_END.search(text, high.number.start, high.number.end)
    if big is not None and not _big(text, low.number):
        for unit in big.group():
            first *= {"万": 10**4, "亿": 10**8}.get(unit, 1)
    if first >= last:
        return None
    about = _inexact((*low.number.about, *high.number.about))
    return Quantity(low.number.start, high.end, high.kind, first, high.unit, high.word, last, about)


def is_small_word(text: str, quantity: Quantity) -> bool:
    """Whether its number is one numeral in characters (一份, 一次): too common to count anything by itself."""
    return text[quantity.start] in _ALONE and text[quantity.start + 1 : quantity.start + 2] not in "十百千万亿"
