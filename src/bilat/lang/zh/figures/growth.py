"""Growth of a sentence → the figures it belongs to, or figures of their own."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from bilat.lang.figures.draft import COUNT, MONEY
from bilat.lang.zh.figures.scope import FAR

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Change, Draft
    from bilat.lang.zh.figures.rules import Named
    from bilat.lang.zh.figures.scope import Scope

_ADVERBS = re.compile(
    r"(?:[去今明后]年|上?半?年|第?[0-9一二三四]个?季度?|上季|本季|[0-9]+月份?|20[0-9]{2}年|全年|按季|按年|同比|环比|以?年率计?"
    r"|较?上季|预计|预测|预期|料|将|可能|仅|只|实际|可|会|有望|计|修订为?|初值|同期|增长|成长|扩张|萎缩|收缩|下滑|下跌|下降|上升"
    r"|增加|衰退|了|约|近|超过?|逾|达到?|为|速度|率|仍|放缓|减速|加快|成长率|增长率|增速|增幅|从|由|的|[, ]){0,9}"
)
"""Words that name no subject of their own before a growth."""
_GOES_ON = re.compile(r"[ \n]*(?:虽|这|该|同比|环比|较|比|按|与[^,。]{2,20}相比)[^,。;]{0,24}$")
_THEN_LEVEL = re.compile(r",[ ]?(?:为|至|达|约|共|总额|总值|金额|规模|到|报|合计)")
_LEVEL_REACH, _BACK, _FORECAST_REACH, _AFTER_REACH = 12, 24, 16, 6


def attach(scope: Scope, changes: list[Change]) -> None:
    """Gives each growth to its number; one without a number is a figure of its own."""
    for change in changes:
        if not change.row and not scope.no_figure(change.start):
            _attach_one(scope, change)
    listed = sorted((c for c in changes if c.row), key=lambda c: (c.row, c.start))
    for _, group in groupby(listed, key=lambda c: c.row):
        members = list(group)
        if not scope.no_figure(members[0].start):
            _attach_list(scope, members)


def _attach_one(scope: Scope, change: Change) -> None:
    start, end = scope.clause(change.start)
    grows = [h for h in scope.named if "change" in h.row.takes]
    own = [h for h in grows if start <= h.start and h.end <= change.start and _subject(scope, h, change)]
    level = _level_beside(scope, change, own)
    if level is not None:
        level.change = change
        level.spans.append((start, end))
        return
    hit = (
        own[-1] if own else next((h for h in grows if 0 <= h.start - change.end < _AFTER_REACH and h.end <= end), None)
    )
    if hit is None:
        hit = _named_before(scope, change, grows)
    if hit is None:
        _attach_before(scope, change)
        return
    if hit.row.measure == "funding":
        return
    draft = scope.draft(hit, change.start, change.end)
    draft.change, draft.about = change, change.about
    scope.drafts.append(draft)


def _named_before(scope: Scope, change: Change, grows: list[Named]) -> Named | None:
    """What a clause before names, where the clause of the growth names nothing (调查预期值为增长7%, 同比增长5%)."""
    start, _ = scope.clause(change.start)
    earlier = [h for h in grows if h.end <= start and start - h.end < FAR and _subject(scope, h, change)]
    if not earlier:
        return None
    short = change.start - start < _FORECAST_REACH
    forecast = short and scope.rules.estimate.search(scope.text, start, change.start) is not None
    return earlier[-1] if forecast or _ADVERBS.fullmatch(scope.text, start, change.start) else None


def _attach_list(scope: Scope, changes: list[Change]) -> None:
    """分别增长12%和9%: the i-th goes to the i-th of as many numbers, or of as many measures, told before."""
    count, at = len(changes), changes[0].start
    free = [d for d in scope.levels_told() if d.at < at]
    if len(free) >= count:
        for draft, change in zip(free[-count:], changes, strict=True):
            draft.change = change
            draft.spans.append(scope.clause(change.start))
        return
    hits = [h for h in scope.named if "change" in h.row.takes and h.end <= at][-count:]
    if free or not hits:
        return
    if len(hits) < count:
        hits = hits[-1:] * count
    for hit, change in zip(hits, changes, strict=True):
        draft = scope.draft(hit, change.start, change.end)
        draft.change, draft.about = change, change.about
        scope.drafts.append(draft)


def _subject(scope: Scope, hit: Named, change: Change) -> bool:
    """经济 is what grows only where little but adverbs stands between: 经济第三季按年增长2%."""
    longer = hit.end - hit.start > len("经济") or hit.row.measure != "gdp_growth"
    return longer or _ADVERBS.fullmatch(scope.text, hit.end, change.start) is not None


def _attach_before(scope: Scope, change: Change) -> None:
    """A sentence that goes on with 同比下降5% tells the growth of the number before it."""
    last = scope.previous[-1] if scope.previous and not scope.drafts else None
    if last is None or last.sentence != scope.order - 1 or last.paragraph != scope.sentence.paragraph:
        return
    free = last.change is None and last.value is not None and last.kind in {MONEY, COUNT}
    if free and _GOES_ON.match(scope.text, scope.sentence.start, change.start):
        last.change = change
        last.spans.append(scope.clause(change.start))


def _level_beside(scope: Scope, change: Change, own: list[Named]) -> Draft | None:
    """The amount in the clause of a growth, right after it (下降14%,至43万辆), or before it (达12亿元,增长5%)."""
    start, end = scope.clause(change.start)
    free = [d for d in scope.levels_told() if not d.measure.endswith(("_increase", "_decrease"))]
    same = [d for d in free if start <= d.at < end]
    if same:
        return min(same, key=lambda d: abs(d.at - change.start))
    if own:
        after = [d for d in free if end <= d.at < end + _LEVEL_REACH and "change" in d.row.takes]
        return after[0] if after and _THEN_LEVEL.match(scope.text, end, after[0].at) else None
    before = [d for d in free if d.at < start]
    if not before:
        return None
    last = before[-1]
    other = any(last.at < h.start and h.end <= start and "change" in h.row.takes for h in scope.named)
    return last if not other and last.clause[1] + 1 >= start - _BACK else None
