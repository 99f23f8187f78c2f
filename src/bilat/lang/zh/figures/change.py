"""Growth and fall: 增长24.6%, 翻一番, 增至3倍, 24.6%的增幅. Quantities of a sentence → Changes and levels."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from bilat.lang.figures.draft import PERCENT, POINTS, TIMES, Amount, Change
from bilat.lang.zh.figures.quantity import Quantity
from bilat.lang.zh.numbers import evaluate

if TYPE_CHECKING:
    from bilat.lang.zh.figures.rules import Rules

_COMPARED = re.compile(
    r"(?:较|比|高于|低于|多于|少于|差过|好过|多过|少过|高过|低过|逊于|优于)[^,。;0-9]{0,4}[0-9上去前本][^,。;的]{0,4}的[^,。;0-9]{0,6}$"
)
"""较上月的跌2.6%: what another change is compared with."""
_NEAR = 14
"""Characters before a number within which its verb of growth may stand."""
_FAR_EXPECTED = 40
"""Characters before a growth within which its forecast is named."""
_DOUBLED = re.compile(r"翻(?:了)?(?P<n>[一二两三四五]|近一|近两)?番|翻(?:了|一)?倍|倍增|减半|减少一半|腰斩")
_UP_TO = re.compile(
    r"(?:增至|增加到|增长到|扩大到|提高到|扩大至|升至|上升到|提升至|是|为|相当于|达|达到)[^,。;0-9一二两三四五六七八九十]{0,24}?(?:的|约|近|超过|逾)?$"
)
_YOY = re.compile(r"同比|按年|年率|较?(?:上年|去年|前年|一年前)同?期?|上一?年(?:度)?|同期|年增|年减|前一年")
_MOM = re.compile(r"环比|按月|较?上个?月|月增|月减|前月")
_QOQ = re.compile(r"按季|较?上一?季度?|季增|季减")
_COMPARED_YEAR = re.compile(
    r"(?:较|比|与)[ ]?(?P<year>(?:19|20)[0-9]{2})年(?:度)?(?P<month>[0-9]{1,2}月)?(?P<same>同期)?"
)
_EXPECTED = re.compile(
    r"(?:增长|成长|扩张)(?:率|速度)?的?(?:目标|预期|预测|预估|预估值|预测值|展望)[^,。;0-9]{0,12}(?:[0-9.]+%[^,。;0-9]{0,10})?[为至到在自从由的](?:约|大约|近)?$"
)
"""将增长预期下调至4.5%: a growth, whatever became of the forecast."""
_REVISED = re.compile(r"[ ]?(?:下|上)[修调]|[ ]?调[高低升降]")
_QUARTER = re.compile("季度")
_LEVEL = re.compile(r"了?[至到为达]")
_FROM = re.compile(r"(?:由|从)[^,。]{0,10}$")
_THEN_TO = re.compile(r"[^,。;0-9]{0,4}[至到为]")
"""由下降0.1%扩大至下降0.5%: the first is where it came from."""


_GROWS = frozenset({PERCENT, TIMES})


def is_delta(text: str, start: int, quantity: Quantity, rules: Rules) -> str | None:
    """The verb of growth that makes a quantity an increase or a fall, not a level (减少5万人; but 减至5万人)."""
    m = rules.moved.search(text, max(start, quantity.start - _NEAR), quantity.start)
    if m is None or _LEVEL.match(text, m.end("verb")):
        return None
    return m["verb"]


def find_changes(
    text: str, start: int, end: int, found: list[Quantity], rules: Rules
) -> tuple[list[Change], list[Quantity]]:
    """The changes of a sentence, and the quantities that are none."""
    changes: list[Change] = []
    rest: list[Quantity] = []
    last: tuple[int, int] | None = None
    for quantity in found:
        kind = quantity.kind
        if kind not in _GROWS:
            if kind != POINTS:
                rest.append(quantity)
            continue
        sign = _sign(text, start, end, quantity, rules)
        if sign is None and last is not None and quantity.row and quantity.row == last[0]:
            sign = last[1]
        pct = _percent(text, start, quantity, sign)
        if pct is None:
            if kind == PERCENT:
                rest.append(quantity)
            continue
        if quantity.row and sign is not None:
            last = (quantity.row, sign)
        before = max(start, quantity.start - _NEAR - 2)
        if _COMPARED.search(text, before, quantity.start) or (
            _FROM.search(text, before, quantity.start)
            and _THEN_TO.match(text, quantity.end, end)
            and not _REVISED.match(text, quantity.end, end)
        ):
            continue
        basis = _basis(text, start, quantity)
        changes.append(Change(quantity.start, quantity.end, pct, basis, quantity.about, quantity.row))
    changes += _doubled(text, start, end)
    changes.sort(key=lambda c: c.start)
    return changes, rest


def _sign(text: str, start: int, end: int, quantity: Quantity, rules: Rules) -> int | None:
    if quantity.kind == PERCENT and _EXPECTED.search(text, max(start, quantity.start - _FAR_EXPECTED), quantity.start):
        return 1
    m = rules.moved.search(text, max(start, quantity.start - _NEAR), quantity.start)
    if m is None:
        m = rules.moving.match(text, quantity.end, end) if quantity.kind == PERCENT else None
        if m is not None and text[quantity.start - 1 : quantity.start] in "占达为":
            return None
    elif _LEVEL.match(text, m.end("verb")) and not m["verb"].endswith(("率", "速", "幅")):
        return None
    if m is None:
        return None
    return -1 if m["verb"] in rules.falls else 1


def _percent(text: str, start: int, quantity: Quantity, sign: int | None) -> Amount | None:
    value = quantity.value
    if quantity.kind == PERCENT:
        return None if sign is None else value * sign
    if sign is not None:
        return value * 100 * sign if sign > 0 else None
    if (
        _UP_TO.search(text, max(start, quantity.start - 32), quantity.start)
        and value > 1
        and "年" in text[start : quantity.start]
    ):
        return (Decimal(value) - 1) * 100
    return None


def _doubled(text: str, start: int, end: int) -> list[Change]:
    out: list[Change] = []
    for m in _DOUBLED.finditer(text, start, end):
        if "半" in m.group() or "腰" in m.group():
            pct = -50
        else:
            times = evaluate(m["n"][-1]) if m["n"] else 1
            pct = 100 * (2 ** int(times or 1) - 1)
        out.append(Change(m.start(), m.end(), pct, None))
    return out


def _basis(text: str, start: int, quantity: Quantity) -> str | None:
    """What a change is compared with, by the words of its clause and the start of the one before."""
    clause = max(start, text.rfind(",", start, quantity.start) + 1, text.rfind("(", start, quantity.start) + 1)
    stretch = text[clause : quantity.start]
    if other := _COMPARED_YEAR.search(stretch):
        if other["month"]:
            return f"{other['year']}-{int(other['month'][:-1]):02d}"
        return other["year"]
    if _MOM.search(stretch):
        return "qoq" if _QUARTER.search(text, start, quantity.start) else "mom"
    if _QOQ.search(stretch):
        return "qoq"
    if _YOY.search(stretch):
        return "yoy"
    return None
