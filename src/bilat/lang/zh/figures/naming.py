"""The finer name that period, partner and wording give a figure: fdi_new, fdi_stock, projects_new, …_forecast."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.figures.draft import MONEY
from bilat.lang.zh.figures.period import AS_OF

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.lang.zh.figures.scope import Scope

_INVESTORS = frozenset({"investor_economies_count", "investor_rank"})
"""What a host that counts its investors speaks of."""
_REGISTERED = re.compile("注册(?:的)?(?:投资|资本|资金|外资)|登记投资")
_INVESTMENT, _PROJECTS = "fdi", "projects_count"


def name(scope: Scope, draft: Draft) -> None:
    """Gives a draft its final name; statistics of all investors belong to the host that keeps them."""
    measure = draft.row.measure
    if measure in {_INVESTMENT, _PROJECTS}:
        _turn_to_host(scope, draft)
    if measure == _INVESTMENT or (measure == _PROJECTS and draft.kind == MONEY):
        _name_investment(scope, draft)
    elif draft.measure == _PROJECTS and draft.period is not None and not draft.period.startswith(AS_OF):
        draft.measure = "projects_new"
    row = draft.row
    if row.level == "flow" and "change" in row.takes and "given" not in row.traits:
        start, named = draft.clause[0], max(draft.parts[0], scope.sentence.start)
        if named < start:
            start = scope.clause(named)[0]
        if scope.rules.estimate.search(scope.text, start, draft.at):
            draft.measure += "_forecast"


def _turn_to_host(scope: Scope, draft: Draft) -> None:
    """在投资的139个国家和地区中位居第六, 在投资来源中排第四位: the host counts its investors."""
    hosted = scope.stands is not None and any(h.row.measure in _INVESTORS for h in scope.named)
    if hosted and draft.partner is not None:
        draft.of, draft.partner = draft.partner, draft.of


def _name_investment(scope: Scope, draft: Draft) -> None:
    start, end = draft.clause
    stock = draft.period is None or draft.period.startswith(AS_OF) or "累计" in scope.text[start:end]
    kind = "investment" if draft.partner is None else "fdi_stock" if stock else "fdi_new"
    if kind == "fdi_new" and _REGISTERED.search(scope.text, start, end):
        kind = "fdi_new_registered"
    draft.measure = draft.measure.replace(draft.row.measure, kind, 1)
