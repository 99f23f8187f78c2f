"""The finer name that period, partner and wording give a figure: fdi_new, fdi_stock, projects_new, …_forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.figures.draft import MONEY
from bilat.lang.spaced.figures.period import AS_OF
from bilat.lang.spaced.figures.scope import breaks

if TYPE_CHECKING:
    from datetime import date

    from bilat.lang.figures.draft import Draft
    from bilat.lang.spaced.figures.scope import Scope


def name(scope: Scope, draft: Draft, today: date | None) -> None:
    """Gives a draft its final name."""
    row = draft.row
    start, end = draft.clause
    if row.measure == "fdi" or (row.measure == "projects_count" and draft.kind == MONEY):
        total = breaks(scope.words.forms.total).search(scope.text, start, end) is not None
        fresh = breaks(scope.words.forms.fresh).search(scope.text, start, end) is not None
        stock = (draft.period is None and not fresh) or (draft.period or "").startswith(AS_OF) or total
        kind = "investment" if draft.partner is None else "fdi_stock" if stock else "fdi_new"
        draft.measure = draft.measure.replace(row.measure, kind, 1)
    elif row.measure == "projects_count" and draft.period is not None and not draft.period.startswith(AS_OF):
        draft.measure = "projects_new"
    if row.level == "flow" and "change" in row.takes and "given" not in row.traits:
        first = scope.clause(min(start, draft.parts[0]))[0]
        hoped = scope.words.estimate.search(scope.text, first, max(draft.at, draft.parts[1])) is not None
        if hoped or _is_to_come(draft.period, today):
            draft.measure += "_forecast"


def _is_to_come(period: str | None, today: date | None) -> bool:
    """Whether a period begins after the year of publication."""
    year = (period or "").removeprefix(AS_OF)[: len("2024")]
    return today is not None and year.isdigit() and int(year) > today.year
