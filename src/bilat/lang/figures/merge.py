"""One fact told several times is one figure: drafts of a document → drafts, each fact once."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from bilat.lang.figures.draft import MONEY, PERCENT

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Amount, Draft

_ROUNDED = Decimal("0.02")
"""How far a number in round words (超215万) may lie from the one told in full (215.69万)."""
_DIGITS = 2
"""A number of more digits than this is one number wherever it stands (3273, but not 200)."""
MOST_QUOTED = 50
"""Quotations after which a figure takes no more: who says it fifty times says it in a table."""
_LOOKED_BACK = 40
"""Figures of one measure that a new one is compared with: what is told again is told soon."""


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts with what is told again joined to where it is told best: outside the headline, and exactly."""
    if len(drafts) < len("ab"):
        return drafts
    out: list[Draft] = []
    alike: defaultdict[object, list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda d: d.title):
        measured, numbered = alike[draft.measure], alike[draft.value, draft.unit]
        same = _told_again(draft, measured) or _told_again(draft, numbered)
        if same is not None:
            _join(same, draft)
            continue
        out.append(draft)
        measured.append(draft)
        numbered.append(draft)
    return sorted(out, key=lambda d: d.spans[0])


def _told_again(draft: Draft, near: list[Draft]) -> Draft | None:
    for other in near[-_LOOKED_BACK:]:
        if _same(other, draft):
            return other
    return None


def _same(a: Draft, b: Draft) -> bool:
    if a.value is None or b.value is None:
        return a.value is b.value and _same_without_level(a, b)
    if a.unit != b.unit or a.value_max != b.value_max or not _fits(a.period, b.period):
        return False
    if a.change and b.change and a.change.pct != b.change.pct:
        return False
    if a.value != b.value:
        return a.measure == b.measure and _parties_fit(a, b) and _is_round(a, b)
    if a.kind != PERCENT and _digits(a.value) > _DIGITS:
        return True
    return _parties_fit(a, b) and (a.row is b.row or a.kind == MONEY)


def _same_without_level(a: Draft, b: Draft) -> bool:
    growth = [d.change.pct if d.change else None for d in (a, b)]
    told = a.measure == b.measure and a.rank == b.rank and growth[0] == growth[1]
    return told and _fits(a.period, b.period) and _parties_fit(a, b)


def _parties_fit(a: Draft, b: Draft) -> bool:
    """Whether both may be about the same countries; of an even pair either may come first."""
    if a.row.sides == "pair" and None not in {a.partner, b.partner} and {a.of, a.partner} == {b.of, b.partner}:
        return True
    return _fits(a.of, b.of) and _fits(a.partner, b.partner)


def _fits(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _digits(value: Amount | None) -> int:
    """How many digits of a number are its own, not zeros at either end."""
    return len(str(value).replace(".", "").strip("0")) if value is not None else 0


def _is_round(a: Draft, b: Draft) -> bool:
    """Whether one is the other in round words; what a headline says needs no word for it."""
    if a.value is None or b.value is None:
        return False
    low, high = sorted((abs(Decimal(a.value)), abs(Decimal(b.value))))
    short, full = sorted((a, b), key=lambda d: _digits(d.value))
    loose = bool(short.about) or short.title
    return loose and high - low <= _ROUNDED * high and _digits(full.value) > _digits(short.value)


def _join(into: Draft, other: Draft) -> None:
    """What one telling leaves open is taken from the other, and the number from the fuller one."""
    if len(into.spans) < MOST_QUOTED:
        into.spans += [span for span in other.spans if span not in into.spans]
    if _digits(other.value) > _digits(into.value):
        into.value, into.about = other.value, other.about
    into.change = into.change or other.change
    into.period = into.period or other.period
    into.of = into.of or other.of
    into.partner = into.partner or other.partner
    into.rank = into.rank if into.rank is not None else other.rank
    into.attributed_to = into.attributed_to or other.attributed_to
