"""One sentence → its figures: numbers get their measures, growth and ranks their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.figures.draft import MONEY
from bilat.lang.zh.figures.change import find_changes
from bilat.lang.zh.figures.gate import clauses
from bilat.lang.zh.figures.growth import attach
from bilat.lang.zh.figures.levels import add_levels
from bilat.lang.zh.figures.quantity import quantities
from bilat.lang.zh.figures.ranks import Rank, find_ranks, standing
from bilat.lang.zh.figures.rules import INDEX

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.lang.zh.figures.scope import Scope


def read_sentence(scope: Scope) -> list[Draft]:
    """The figures of a sentence, without their countries, periods and sources."""
    text, rules, start, end = scope.text, scope.rules, scope.sentence.start, scope.sentence.end
    bare = ranks = False
    for hit in scope.named:
        bare = bare or INDEX in hit.row.units
        ranks = ranks or "rank" in hit.row.takes
    stretches = [(start, end)] if bare else clauses(scope.looks, scope.commas, start, end)
    told = quantities(text, stretches, rules)
    changes, scope.levels = find_changes(text, start, end, told, rules)
    if not (changes or scope.levels or ranks):
        return []
    if scope.levels:
        add_levels(scope)
    if changes:
        attach(scope, changes)
    if ranks:
        for rank in find_ranks(text, start, end, scope.named, scope.places):
            _add_rank(scope, rank)
    if scope.drafts:
        scope.stands = standing(text, start, end)
        if scope.stands is not None:
            _stand(scope, *scope.stands)
    return scope.drafts


def _add_rank(scope: Scope, rank: Rank) -> None:
    """A rank is a figure of its own, but for 最大投资来源国 beside the sum that was invested."""
    if rank.named.row.measure == "investor_rank":
        for draft in scope.drafts:
            if draft.rank is None and draft.kind == MONEY and draft.row.measure == "fdi":
                draft.rank = rank.rank
                draft.spans.append(scope.clause(rank.start))
                return
    draft = scope.draft(rank.named, rank.start, rank.end)
    draft.rank, draft.of, draft.partner = rank.rank, rank.of, rank.partner
    if rank.within:
        draft.measure += "_" + rank.within.lower()
    scope.drafts.append(draft)


def _stand(scope: Scope, at: int, rank: int) -> None:
    """排名第六 goes to the money it was reached with, else to the first count."""
    free = [d for d in scope.drafts if d.rank is None and d.value is not None]
    money = [d for d in free if d.kind == MONEY]
    for draft in (money or [d for d in free if d.row.measure != "investor_economies_count"])[:1]:
        draft.rank = rank
        draft.spans.append(scope.clause(at))
