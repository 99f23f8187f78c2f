"""The period of a figure: words of its sentence → `2021`, `2022-01/2022-08`, `2016/`, `as_of 2022-08-20`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bilat.lang.spaced.figures.scope import breaks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bilat.lang.figures.draft import Draft
    from bilat.lang.spaced.days import Day
    from bilat.lang.spaced.figures.scope import Scope

AS_OF = "as_of "
_MONTH, _DAY = len("YYYY-MM"), len("YYYY-MM-DD")
_BACK = 40
_NAME = re.compile(r" [A-Z][\w-]")
"""Behind `the July 2024`: what takes place then, not when something was counted."""
_GIVEN_NEAR = 24
"""Characters between a gift and the period that it is given in."""
_BEHIND = 60
"""Characters behind a number in which a period of another clause is still its own."""


class Period(NamedTuple):
    """A period as written at `start`:`end`; `text` in the form of the output."""

    start: int
    end: int
    text: str


def periods(scope: Scope, days: Sequence[Day], today: date | None) -> list[Period]:
    """What periods a sentence speaks of, in order; what others are compared with is none."""
    forms, text, line = scope.words.forms, scope.text, scope.line
    found: list[Period] = []
    taken: list[tuple[int, int]] = []
    for day in days:
        if day.past is not None and len(day.past[1]) == _DAY:
            taken.append((day.start, day.end))
            first, last = day.past
            found.append(Period(day.start, day.end, first if first == last else f"{first}/{last}"))
    for pattern, read in forms.periods:
        for said in pattern.finditer(text, line.start, line.end):
            if any(said.start() < end and start < said.end() for start, end in taken):
                continue
            taken.append(said.span())
            period = read(said, today)
            if period is not None:
                start = said.start("at") if said.groupdict().get("at") is not None else said.start()
                found.append(Period(start, said.end(), period))
    kept = [_placed(scope, period) for period in sorted(found)]
    return [period for period in kept if period is not None]


def _placed(scope: Scope, period: Period) -> Period | None:
    """A period with what the words before it make of it: a day of counting, a beginning, or nothing."""
    forms, text = scope.words.forms, scope.text
    before = max(scope.line.start, period.start - _BACK)
    if breaks(forms.no_period).search(text, before, period.start):
        return None
    if text[max(before, period.start - 4) : period.start].lower() == "the " and _NAME.match(text, period.end):
        return None
    if period.text.startswith(AS_OF):
        return period
    ends = period.text.rpartition("/")[2] or period.text
    if breaks(forms.as_of).search(text, before, period.start):
        return period._replace(text=AS_OF + ends)
    if len(ends) == _DAY:
        return None
    if "/" not in period.text and breaks(forms.since).search(text, before, period.start):
        return period._replace(text=period.text + "/")
    return period


def set_period(scope: Scope, draft: Draft, found: list[Period], last: Draft | None) -> None:
    """Gives a figure the period of its clause, else of its sentence, else that of the figure before it."""
    start, end = draft.clause
    own = [p for p in found if start <= p.start and p.end <= end]
    if own:
        nearest = min(own, key=lambda p: _apart(p, draft))
        if "given" not in draft.row.traits or _apart(nearest, draft) < _GIVEN_NEAR:
            draft.period = nearest.text
        return
    if "given" in draft.row.traits:
        return
    before = [p for p in found if p.end <= draft.at]
    behind = [p for p in found if 0 <= p.start - draft.at < _BEHIND]
    if before or behind:
        draft.period = before[-1].text if before else behind[0].text
    elif (
        last is not None
        and draft.row.level == "flow"
        and "given" not in draft.row.traits
        and "rank" not in draft.row.takes
    ):
        near = scope.line.sentence.paragraph == last.paragraph and scope.order - last.sentence <= 1
        if near and last.period is not None and not last.period.startswith(AS_OF) and _statistic(draft, last):
            draft.period = last.period


def _apart(period: Period, draft: Draft) -> int:
    """Characters between a period and a number."""
    return period.start - draft.until if period.start >= draft.at else draft.at - period.end


def _statistic(draft: Draft, last: Draft) -> bool:
    """Whether two figures are of one table: of one kind, or of trade, but not the same told twice."""
    measures = {draft.row.measure, last.row.measure}
    alike = last.row.level == "flow" and draft.row.sides == last.row.sides
    return len(measures) == len("ab") and (alike or measures <= _TRADE)


_TRADE = {"exports", "imports", "trade_total", "trade_surplus", "trade_deficit"}
