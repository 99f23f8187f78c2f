"""Which sentences are worth reading: those with a number of a kind that something named there has, at first sight."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from bilat.lang.zh.figures.rules import INDEX, ITEM, NO_UNIT, beginnings, counted_in, guarded

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.lang.zh.figures.rules import Named, Rules
    from bilat.packs.tables.figures import Measure

_DIGITS = "0-9一二三四五六七八九十两百千万亿兆半几"
_DIGIT = f"[{_DIGITS}]"
_TENTHS = "成(?![立为员功本果都长就绩熟交效型品语因见形])"
_FEW = f"(?<!(?<![0-9.,])[1])(?<!(?<!{_DIGIT})[一几半])"
"""No numeral before that counts nothing by itself: 一个, 几次."""


def _looks(money: list[str], signs: list[str], units: list[str]) -> re.Pattern[str]:
    """How a number of each kind looks at first sight, to pass over sentences that hold none; signs of money stand
    before their numbers. Written with all that can begin one in front: the search is many times quicker for it."""
    after = beginnings([*money, *units, *"个%成倍番/"])
    return re.compile(
        rf"[{_DIGITS}{beginnings(signs)[1:-1]}分翻倍腰减第最头首](?:"
        rf"(?<={_DIGIT})(?:(?=[ 多余{after[1:]})[ ]?[多余]?[ ]?(?={after})"
        rf"(?:(?P<percent>%|个百分|{_TENTHS}|倍|番)|(?P<money>{guarded(money)})|(?P<fraction>/[0-9])"
        rf"|{_FEW}(?!(?<=两)个?国)(?P<count>{guarded(units)}){NO_UNIT})"
        r"|(?<=[0-9十百千几多余 ][万亿兆])(?P<bare>)|(?P<parts>(?<=百)分之))"
        rf"|(?<!{_DIGIT})(?:(?P<percent2>(?<=分)之{_DIGIT}|(?<=翻)[了一番倍]|(?<=倍)增|(?<=腰)斩|(?<=减)半)"
        rf"|(?<=第)[ ]?{_DIGIT}+(?:[ ]?(?P<nth>次)|(?P<rank>大))"
        r"|(?P<rank2>(?<=最)(?:大|主要|重要)|(?<=头)号|(?<=首)大)"
        rf"|(?P<sign>(?:{'|'.join(_rest_of(sign) for sign in signs)})[ ]?[0-9])))"
    )


def _rest_of(word: str) -> str:
    """What follows the first character of a word, where that was just read."""
    return f"(?<={re.escape(word[0])}){re.escape(word[1:])}"


_PERCENT = {"parts", "percent", "percent2"}
_FITS = {
    "change": _PERCENT,
    "count": {*_PERCENT, "bare"},
    "money": {*_PERCENT, "bare", "money", "sign"},
    "percent": _PERCENT,
    "rank": {"rank", "rank2"},
    "time": {"nth", "time"},
}
"""By the kind of number a measure has, how its numbers may look: names of groups, and of units."""


Look = tuple[int, str]
"""Where a number stands at first sight, and of which kind it is: a group of the pattern, or a unit."""
_NONE: frozenset[str] = frozenset()
_RANKS = frozenset({"rank", "rank2"})
_BESIDE, _GROWTH_REACH, _RANK_REACH = 8, 48, 20
"""Characters between 经济 alone and its growth, before and after it, and between 最大 and what it ranks."""


class Gate:
    """How the numbers of each measure look."""

    def __init__(self, rules: Rules) -> None:
        self._units = rules.units
        signs = [word for word in rules.currencies if word[0] < "⺀"]
        self._pattern = _looks(rules.money, signs, list(rules.units))
        self._known: dict[str, frozenset[str]] = {}

    def looks(self, text: str, start: int, end: int) -> list[Look]:
        """The numbers of a stretch of text at first sight."""
        units = self._units
        return [
            (look.start(), units[look["count"]] if look.lastgroup == "count" else look.lastgroup or "")
            for look in self._pattern.finditer(text, start, end)
        ]

    def lets_pass(self, looks: list[Look], named: list[Named], last: Draft | None) -> bool:
        """Whether some number of a sentence is of a kind that something named in it has, or else of the kind of the
        figure before, where that is near."""
        bare: list[int] = []
        fitting = _NONE
        for start, end, row in named:
            if INDEX in row.units:
                return True
            if row.measure == "gdp_growth" and end - start <= len("经济"):
                bare.append(end)
            else:
                fits = self._known.get(row.measure) or self._fitting(row)
                fitting = fits if not fitting or fitting is fits else fitting | fits
        if last is not None and last.unit is not None and "bare" in fitting:
            fitting |= {last.unit}
        for at, kind in looks:
            if kind == "percent" and any(-_BESIDE < at - stop < _GROWTH_REACH for stop in bare):
                return True
            if kind in fitting and (kind not in _RANKS or any(0 < hit.start - at <= _RANK_REACH for hit in named)):
                return True
        return False

    def _fitting(self, row: Measure) -> frozenset[str]:
        known = _NONE.union(*(_FITS[kind] for kind in row.takes))
        if "count" in row.takes:
            known |= {unit for unit in (*self._units.values(), ITEM) if counted_in(row, unit)}
        self._known[row.measure] = known
        return known


def clauses(looks: list[Look], commas: list[int], start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence that hold a number of any kind, neighbours as one; `commas` are its commas."""
    out: list[tuple[int, int]] = []
    reached = start
    for at, _ in looks:
        if at < reached:
            continue
        which = bisect_left(commas, at)
        opening = commas[which - 1] + 1 if which else start
        closing = commas[which] if which < len(commas) else end
        if out and opening - out[-1][1] <= 1:
            opening = out.pop()[0]
        out.append((opening, closing))
        reached = closing
    return out


@lru_cache(maxsize=4)
def gate(rules: Rules) -> Gate:
    """The gate for some rules, made once per process."""
    return Gate(rules)
