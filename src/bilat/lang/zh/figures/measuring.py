"""What a number measures. Quantity and the measures named around it → the measure, or the figure that told it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bilat.lang.figures.draft import COUNT, MONEY, PERCENT, TIME
from bilat.lang.zh.figures.quantity import Quantity
from bilat.lang.zh.figures.rules import INDEX, ITEM, Named, counted_in
from bilat.lang.zh.figures.scope import FAR, Scope

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.packs.tables.figures import Measure

_AFTER_MONEY = re.compile(r"(?:\([^()]{0,24}\))?(?:[^,、。;0-9]{0,10}的)?[^,、和及与。;0-9对向为从将并]{0,6}")
_AFTER_COUNT = re.compile(r"(?:[^,、。;0-9]{0,8}的)?[^,、和及与。;0-9]{0,4}|共[^,、。;0-9]{0,9}")
_AFTER_TIME = re.compile(r"[^,。;0-9]{0,24}")
RIGHT_BEFORE = re.compile(
    r"(?:人数|数量|总数|总量|量|数)?[ ]?(?:已|共计?|总计|合计|累计|多达|高达|超过|达到了?|达|为|有|是|约|近|逾|超|突破"
    r"|仅|增至|减至|升至|降至|恢复到|预计|预期|预估|料|可望|有望|将|会|可能|大约|大概|接近|将近|至少|不到|不足|[ ])*"
)
"""What may stand between a measure and a number that has nothing else to go by: 项目已达30个."""
OF_NORMAL = re.compile(
    r"(?:恢复到了?|恢复至了?|恢复了?|相当于|回升至|达到?|仅为|为|是)[^,。;]{0,14}(?:同期|水平|疫情?前|正常)[^,。;]{0,8}?的?"
    r"(?:约|近)?$"
)
"""恢复到疫情前水平的八成."""
_PART_OF = re.compile(r"[ ]?(?:以上|左右)?[ ]?的")
_SHARE_AFTER = re.compile(r"的?(?:份额|比重|比例)")
_SHARE_REACH = 30
_OF_WORLD = re.compile(r"(?:上|总?约|有|近|超过?|至少|逾|高达|[ ])*")
_WORLDS_PART = re.compile(r"[ ]?(?:以上|左右)?[ ]?的?[ ]?(?![^,。;]{0,3}[涨跌升降增减])[\u4e00-\u9fff]")
"""全球约60%的货船: the world right before a percentage, something it is a part of right after."""
_PART_FROM = re.compile(
    r"(?:总额|总量|总数|人数|数量)?(?:当?中|的|里)[ ]?(?:有|约|近|超过?|逾|至少|大约|将近|高达|[ ])*"
)
"""出口的15%, 游客中有三成: what is named right before is what the percentage is a part of."""
_ALSO = re.compile(r"[ ]?(?:以及|和|及|并|还有|[约近][^,。;]{0,3}|[ ])*")
_ALL = re.compile(r"(?:均|都|各|皆)[^,。;]{0,3}占")
_CARRIES = re.compile(r"其中|其后|其次|该|这一|此|而|同时|另外|分别|依次|总?人数|总数|总量")
_COUNTRY_THEN = re.compile(r"(?:游客|旅客|的?为|约|[ ]){0,2}")
TO_NEXT = re.compile(
    r"[^,。;0-9]{0,8}[增减升降扩提缩跌涨调回加][^,。;0-9]{0,5}[至到为][^,。;0-9]{0,8}(?:[0-9]{4}年的?)?[^,。;0-9]{0,4}"
)
"""Between the two numbers of 由7亿美元降至5亿美元."""
_RESPECTIVELY = re.compile("分别|依次")
_LISTED = re.compile(r"[^,。;0-9]{0,6}[和、与及][^,。;0-9]{0,6}")
_LOOSE = frozenset({ITEM, "person", "time", "country", "company", "unit", "piece", "document"})
"""Units that say too little of what they count to be tied to a word further away."""
_TRAVELLERS = frozenset({"passengers", "tourist_arrivals"})
_CROWD = 100
"""Fewer people than this are no statistics."""
_LEAST = {"attendance": 20, "countries_count": 5, "migrants": 20, "troops": 20, "workers_abroad": 20}
"""Fewer than this are named or counted in passing."""
WORLD = "world_share"
"""The measure of a part of the world's whole that no other row names."""
_NEAR_PERCENT, _NEAR_COUNT, _PART_REACH = 16, 24, 8


def measure_of(scope: Scope, quantity: Quantity) -> Named | Draft | None:
    """What is named right after a number, before it in its clause, or before it in the sentence; else what the figure
    before it measured."""
    found = _measure_of(scope, quantity)
    return _of_world(scope, quantity) if found is None and quantity.kind == PERCENT else found


def _measure_of(scope: Scope, quantity: Quantity) -> Named | Draft | None:
    if is_share(scope, quantity):
        return _base_of_share(scope, quantity)
    start, end = quantity.clause
    fits = [h for h in scope.named if _takes(h, quantity)]
    if not fits and quantity.kind != PERCENT:
        return _earlier(scope, quantity, fits, start) if quantity.kind != TIME and quantity.unit != ITEM else None
    before = [h for h in fits if start <= h.start and h.end <= quantity.start and _free(scope, h.end, quantity)]
    after = [h for h in fits if _follows(scope, quantity, h, end)]
    if quantity.kind == PERCENT:
        return _of_percent(scope, quantity, before, after)
    if after and (not before or _binds(scope, quantity, after[0], before[-1])):
        return after[0]
    if quantity.kind == TIME:
        return None
    if quantity.unit == ITEM:
        near = [h for h in before if RIGHT_BEFORE.fullmatch(scope.text, h.end, quantity.start)]
        return near[-1] if near else None
    if quantity.kind == COUNT:
        before = [h for h in before if quantity.start - h.end < _NEAR_COUNT]
    if before:
        return before[-1]
    return _by_unit(quantity, fits) or _earlier(scope, quantity, fits, start)


def _of_world(scope: Scope, quantity: Quantity) -> Named | Draft | None:
    """全球约60%的货船, 占全球产量的30%: the share in what the world has, whatever that is."""
    text, (start, _) = scope.text, quantity.clause
    hit = next((h for h in reversed(scope.named) if start <= h.start and h.end <= quantity.start), None)
    part = _WORLDS_PART.match(text, quantity.end) is not None
    if hit is not None and hit.row.measure == WORLD:
        held = scope.rules.share.search(text, max(start, hit.start - _PART_REACH), hit.start) is not None
        return hit if held or (part and _OF_WORLD.fullmatch(text, hit.end, quantity.start)) else None
    last = scope.drafts[-1] if scope.drafts else None
    also = last is not None and last.row.measure == WORLD and _ALSO.fullmatch(text, start, quantity.start)
    return last if also and part else None


def is_share(scope: Scope, quantity: Quantity) -> bool:
    """Whether a percentage is said to be a share (占…的三成, 30%的份额)."""
    if quantity.kind != PERCENT:
        return False
    if quantity.share is None:
        start, end = quantity.clause
        before = scope.rules.share.search(scope.text, max(start, quantity.start - _SHARE_REACH), quantity.start)
        quantity.share = before is not None or _SHARE_AFTER.match(scope.text, quantity.end, end) is not None
    return quantity.share


def is_rate(row: Measure) -> bool:
    """Whether its percentages are its level (失业率), not a share of something (人口的三成)."""
    return "percent" in row.takes and (INDEX in row.units or not {"money", "count"} & set(row.takes))


def shared_by_all(scope: Scope, quantity: Quantity) -> list[Named]:
    """总人口、经济总量均占全球30%: all of which the number is the share."""
    if not is_share(scope, quantity):
        return []
    start, _ = quantity.clause
    m = _ALL.search(scope.text, start, quantity.start)
    return [h for h in scope.named if start <= h.start and h.end <= m.start()] if m is not None else []


def paired(scope: Scope, group: list[Quantity]) -> list[Named]:
    """进口和出口分别为x和y: the measure of each number of a list, in order; none where they are not as many."""
    first = group[0]
    said = list(_RESPECTIVELY.finditer(scope.text, scope.sentence.start, first.start))
    if not said or "," in scope.text[said[-1].end() : first.start]:
        return []
    hits = [h for h in scope.named if h.end <= said[-1].start() and _takes(h, first)][-len(group) :]
    if len(hits) < len(group):
        return []
    return hits if all(_LISTED.fullmatch(scope.text, a.end, b.start) for a, b in pairwise(hits)) else []


def _takes(hit: Named, quantity: Quantity) -> bool:
    row = hit.row
    if row.measure == WORLD:
        return False
    if quantity.kind == MONEY:
        return "money" in row.takes
    if quantity.kind == PERCENT:
        return "percent" in row.takes
    if quantity.unit == "time":
        return "time" in row.takes or (quantity.kind == COUNT and "time" in row.units)
    return quantity.kind == COUNT and "count" in row.takes and _counted_in(row, quantity)


def _counted_in(row: Measure, quantity: Quantity) -> bool:
    least = _CROWD if row.measure in _TRAVELLERS and quantity.unit != ITEM else _LEAST.get(row.measure, 0)
    few = quantity.value < least
    return not few and counted_in(row, quantity.unit)


def _of_percent(scope: Scope, quantity: Quantity, before: list[Named], after: list[Named]) -> Named | Draft | None:
    text = scope.text
    start, end = quantity.clause
    if OF_NORMAL.search(text, start, quantity.start):
        hits = [h for h in scope.named if h.end <= quantity.start and _had_in_levels(h)]
        last = scope.last
        near = last is not None and scope.sentence.paragraph - last.paragraph <= 1
        return hits[-1] if hits else last if near else None
    part = _PART_OF.match(text, quantity.end)
    if part is not None and not before:
        reach = range(part.end(), part.end() + _PART_REACH + 1)
        parts = [h for h in scope.named if h.start in reach and h.end <= end and _had_in_shares(h)]
        return next((h for h in parts if "anybodys" not in h.row.traits), None)
    whole = [h for h in scope.named if h.start >= start and _PART_FROM.fullmatch(text, h.end, quantity.start)]
    if whole and _had_in_shares(whole[-1]):
        return whole[-1]
    near = [h for h in before if quantity.start - h.end < _NEAR_PERCENT]
    if near:
        return near[-1]
    return after[0] if after and after[0].start - quantity.end < len("以上的进") else None


def _binds(scope: Scope, quantity: Quantity, after: Named, before: Named) -> bool:
    """Whether 10亿美元的援助 binds closer than what stands before the number."""
    if quantity.kind != MONEY:
        return not RIGHT_BEFORE.fullmatch(scope.text, before.end, quantity.start)
    gap = scope.text[quantity.end : after.start]
    return not gap or gap[0] == "的" or gap[-1] == "的" or "received" in before.row.traits


def _free(scope: Scope, at: int, quantity: Quantity) -> bool:
    """Whether no other number of the kind stands between a measure and a number but those of its own list."""
    return not any(
        at <= q.start < quantity.start
        and q.kind == quantity.kind
        and not (q.row and q.row == quantity.row)
        and not TO_NEXT.match(scope.text, q.end, quantity.start)
        for q in scope.levels
    )


def _follows(scope: Scope, quantity: Quantity, hit: Named, end: int) -> bool:
    if quantity.start < hit.start < quantity.end:
        return True
    if not (quantity.end <= hit.start and hit.end <= end):
        return False
    pattern = _AFTER_MONEY if quantity.kind == MONEY else _AFTER_TIME if quantity.unit == "time" else _AFTER_COUNT
    return pattern.fullmatch(scope.text, quantity.end, hit.start) is not None


def _by_unit(quantity: Quantity, fits: list[Named]) -> Named | None:
    """5艘 beside 军舰 somewhere in the sentence: the unit itself says what is counted."""
    if quantity.kind != COUNT or quantity.unit in _LOOSE:
        return None
    before = [h for h in fits if h.end <= quantity.start]
    if before:
        return before[-1]
    return next((h for h in fits if quantity.end <= h.start <= quantity.end + FAR), None)


def _earlier(scope: Scope, quantity: Quantity, fits: list[Named], start: int) -> Named | Draft | None:
    """进出口总额再创新高,达12亿元: named in a clause before; or told by the figure before (甲国39万人,乙国56万人)."""
    before = [h for h in fits if h.end <= start and start - h.end < FAR]
    meant = before[-1] if before else _told_before(scope, quantity)
    if meant is None:
        return None
    short = quantity.start - start <= len("总额达到了历史最高的")
    if before and short and (quantity.unit not in _LOOSE or quantity.value >= _CROWD):
        return meant
    goes_on = _CARRIES.search(scope.text[start : quantity.start]) is not None or _after_country(scope, quantity)
    return meant if goes_on else None


def _told_before(scope: Scope, quantity: Quantity) -> Draft | None:
    """The figure before, where it is near and its number is of the same kind and unit."""
    last = scope.last
    if quantity.unit == ITEM or last is None or last.value is None or last.kind != quantity.kind:
        return None
    same = last.unit is None or quantity.unit is None or last.unit == quantity.unit
    return last if same and scope.sentence.paragraph - last.paragraph <= 1 else None


def _after_country(scope: Scope, quantity: Quantity) -> bool:
    return any(
        p.end <= quantity.start and _COUNTRY_THEN.fullmatch(scope.text, p.end, quantity.start) for p in scope.places
    )


def _base_of_share(scope: Scope, quantity: Quantity) -> Named | None:
    """What a share is a share of: what is named before 占, else after it."""
    text = scope.text
    start, _ = quantity.clause
    said = scope.rules.share.search(text, start, quantity.start)
    at = said.start() if said is not None else quantity.start
    bases = [h for h in scope.named if h.end <= quantity.start and _had_in_shares(h)]
    before = [h for h in bases if h.end <= at and at - h.end < FAR]
    if quantity.row:
        return _listed_base(scope, quantity, [h for h in before if start <= h.start])
    before = [h for h in before if text.count("(", h.end, at) >= text.count(")", h.end, at)]
    if before:
        return before[-1]
    return next((h for h in bases if at <= h.start), None)


def _listed_base(scope: Scope, quantity: Quantity, before: list[Named]) -> Named | None:
    """石油、天然气分别占全球的30%、20%: the i-th share is that of the i-th; None where they are not as many."""
    group = [q for q in scope.levels if q.row == quantity.row]
    return before[-len(group) :][group.index(quantity)] if len(before) >= len(group) else None


def _had_in_levels(hit: Named) -> bool:
    return "rank" not in hit.row.takes and hit.row.measure != WORLD


def _had_in_shares(hit: Named) -> bool:
    """Whether something is had in shares; growth, visits and ranks are not."""
    return not {"rank", "time"} & set(hit.row.takes) and hit.row.measure not in {"gdp_growth", WORLD}
