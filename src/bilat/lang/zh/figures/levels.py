"""Numbers of a sentence that tell how much there is → figures with a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.figures.draft import BARE, COUNT, MONEY, PERCENT
from bilat.lang.zh.figures.change import is_delta
from bilat.lang.zh.figures.measuring import (
    OF_NORMAL,
    RIGHT_BEFORE,
    TO_NEXT,
    WORLD,
    is_rate,
    is_share,
    measure_of,
    paired,
    shared_by_all,
)
from bilat.lang.zh.figures.quantity import Quantity, is_small_word
from bilat.lang.zh.figures.rules import INDEX, ITEM, Named

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.lang.zh.figures.scope import Scope

SHARED_WORD = "?"
"""Begins the unit of money whose word several currencies share, until its country is known."""
_RIGHT_AFTER_DATE = re.compile(r"的?(?:约|近|[ ])?")
_BARE_ENDS = re.compile(r"[ ]?(?=[,。;、()!?及和而的低高\n]|$)")
_CONVERTED = re.compile(r"[(,](?:大?约合|折合|相当于|合)[^,。;0-9]{0,6}$")
"""约合4亿美元: the same sum in another currency."""
_BRACKETED = re.compile(r"[ ]?\((?:[约合][^,。;0-9)]{0,8}|[^,。;0-9)]{0,3})")
_FROM = re.compile(r"[^,。;]{0,14}[至到为]")
_WORLD = re.compile("全球|世界")
_WORLD_REACH = 12
_SMALLEST_BARE, _INDEX_REACH = 10**4, 16


def add_levels(scope: Scope) -> None:
    """Makes a figure of each number whose measure is found."""
    groups: dict[int, list[Quantity]] = {}
    for quantity in scope.levels:
        quantity.clause = scope.clause(quantity.start)
        if quantity.row:
            groups.setdefault(quantity.row, []).append(quantity)
    pairs = {
        quantity.start: hit
        for group in groups.values()
        for quantity, hit in zip(group, paired(scope, group), strict=False)
    }
    for quantity in scope.levels:
        bare = quantity.kind == BARE
        if bare and (_no_level(scope, quantity) or not _made_sure(scope, quantity)):
            continue
        hits = shared_by_all(scope, quantity) or [pairs.get(quantity.start) or measure_of(scope, quantity)]
        if hits[0] is not None and (bare or not _no_level(scope, quantity)):
            scope.drafts += [_level(scope, quantity, hit) for hit in hits if hit is not None]


def _no_level(scope: Scope, quantity: Quantity) -> bool:
    """What no figure is made of: conversions, casualties, 一份, and where a rise began unless it is dated."""
    text, (start, end) = scope.text, quantity.clause
    if scope.no_figure(quantity.start) or (_goes_to(scope, quantity) and not _dated(scope, quantity)):
        return True
    if quantity.kind != COUNT:
        return _CONVERTED.search(text, start, quantity.start) is not None or (
            quantity.kind == MONEY and _in_brackets(scope, quantity)
        )
    if scope.rules.no_count.search(text, start, end):
        return True
    both = quantity.unit == "country" and text[quantity.start] == "两"
    return both or quantity.value == 1 or is_small_word(text, quantity)


def _in_brackets(scope: Scope, quantity: Quantity) -> bool:
    """Whether a sum stands in brackets after another."""
    for before in scope.levels:
        if before is quantity:
            return False
        if _BRACKETED.fullmatch(scope.text, before.end, quantity.start):
            return True
    return False


def _dated(scope: Scope, quantity: Quantity) -> bool:
    """Whether a period of its own stands right before a number: 从2022年的7亿美元."""
    return any(
        p.end <= quantity.start and _RIGHT_AFTER_DATE.fullmatch(scope.text, p.end, quantity.start)
        for p in scope.periods
    )


def _goes_to(scope: Scope, quantity: Quantity) -> bool:
    """由7亿美元降至5亿美元: the first is where the second came from."""
    end = quantity.end
    if end >= scope.levels[-1].start or _FROM.match(scope.text, end) is None:
        return False
    return any(
        q.start > end and q.kind == quantity.kind and TO_NEXT.fullmatch(scope.text, end, q.start) for q in scope.levels
    )


def _made_sure(scope: Scope, quantity: Quantity) -> bool:
    """人口约1.1亿, 贸易额达223.1亿: a large number takes the unit of the measure right beside it."""
    text = scope.text
    start, _ = quantity.clause
    skip = next((p.end for p in scope.places if p.start == quantity.end), quantity.end)
    after = [h for h in scope.named if h.start in {quantity.end, skip}]
    before = [h for h in scope.named if start <= h.start and h.end <= quantity.start] if not after else []
    if before and not _BARE_ENDS.match(text, quantity.end):
        return False
    tight = [h for h in before if RIGHT_BEFORE.fullmatch(text, h.end, quantity.start)]
    if quantity.value < _SMALLEST_BARE:
        index = next((h for h in reversed(before) if INDEX in h.row.units), None)
        if index is None or quantity.start - index.end > _INDEX_REACH:
            return False
        quantity.kind, quantity.unit = COUNT, INDEX
        return True
    for hit in after or reversed(tight):
        if "money" in hit.row.takes and not after:
            quantity.kind, quantity.unit, quantity.word = MONEY, None, ""
            return True
        if "count" in hit.row.takes and hit.row.units:
            quantity.kind, quantity.unit = COUNT, hit.row.units[0]
            return True
    return False


def _level(scope: Scope, quantity: Quantity, hit: Named | Draft) -> Draft:
    draft = scope.draft(hit, quantity.start, quantity.end)
    draft.value, draft.value_max, draft.unit = quantity.value, quantity.value_max, quantity.unit
    draft.kind, draft.about, draft.list_row = quantity.kind, quantity.about, quantity.row
    for p in scope.periods:
        if p.compared and p.end <= quantity.start and _RIGHT_AFTER_DATE.fullmatch(scope.text, p.end, quantity.start):
            draft.compared = True
    if draft.measure == WORLD:
        return draft
    if quantity.kind == PERCENT and (not is_rate(hit.row) or is_share(scope, quantity)):
        draft.measure = _name_of_percent(scope, quantity, hit)
    if quantity.unit == ITEM and hit.row.units and ITEM not in hit.row.units:
        draft.unit = hit.row.units[0]
    if quantity.kind == MONEY and quantity.unit is None:
        draft.unit = SHARED_WORD + quantity.word
    if quantity.kind in {MONEY, COUNT}:
        verb = is_delta(scope.text, scope.sentence.start, quantity, scope.rules)
        if verb is not None:
            draft.measure += "_decrease" if verb in scope.rules.falls else "_increase"
    return draft


def _name_of_percent(scope: Scope, quantity: Quantity, hit: Named | Draft) -> str:
    start, _ = quantity.clause
    if OF_NORMAL.search(scope.text, start, quantity.start):
        return hit.row.measure + "_recovery"
    base = hit.row.measure.removesuffix("_total")
    if _WORLD.search(scope.text, max(start, quantity.start - _WORLD_REACH), quantity.start):
        return f"world_share_{base}"
    return base + "_share"
