"""Who is listed with a share of what was told before: `… followed by A with $2 billion and B with $1 billion`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.figures.draft import BARE, COUNT, MONEY
from bilat.lang.spaced.figures.scope import breaks
from bilat.lang.spaced.figures.words import Named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilat.lang.figures.draft import Draft
    from bilat.lang.spaced.figures.places import Place
    from bilat.lang.spaced.figures.quantity import Quantity
    from bilat.lang.spaced.figures.scope import Scope

_BACK = 2
"""Sentences back in which the total may stand."""
_FEWEST = 100
"""Fewer without a unit count something else."""


def listed(scope: Scope, places: Sequence[Place], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The figures of the countries of a list; `drafts` are those told so far, that of the total among them."""
    taken = {draft.at for draft in drafts} | {draft.at for draft in scope.drafts}
    for number in scope.numbers:
        if number.start in taken:
            continue
        total = next((d for d in reversed(drafts) if _is_total(d, scope, number)), None)
        place = next((p for p in reversed(places) if p.end <= number.start), None)
        if total is None or place is None or not _is_of(scope, place, number, total):
            continue
        yield _share(scope, number, place, total)


def _is_of(scope: Scope, place: Place, number: Quantity, total: Draft) -> bool:
    if place.code == total.of or not scope.words.speech.packs.country(place.code):
        return False
    return breaks(scope.words.forms.with_sum).fullmatch(scope.text, place.end, number.start) is not None


def _is_total(draft: Draft, scope: Scope, number: Quantity) -> bool:
    """Whether a figure told before is of a country with all others, and of the kind of a number."""
    row, sentence = draft.row, scope.line.sentence
    if draft.value is None or draft.of is None or draft.at >= number.start or "given" in row.traits:
        return False
    if row.sides == "own" or "rank" in row.takes or sentence.paragraph != draft.paragraph:
        return False
    if scope.order - draft.sentence > _BACK:
        return False
    if draft.kind == MONEY:
        return number.kind == MONEY
    return draft.kind == COUNT and (number.unit in row.units or (number.kind == BARE and number.value >= _FEWEST))


def _share(scope: Scope, number: Quantity, place: Place, total: Draft) -> Draft:
    draft = scope.draft(Named(place.start, place.end, total.row), number.start, number.end)
    draft.value, draft.value_max, draft.about = number.value, number.value_max, number.about
    draft.unit = number.unit if number.kind == MONEY else total.unit
    draft.kind, draft.period = total.kind, total.period
    sender = total.row.measure == "fdi"
    host = total.partner if sender and total.partner is not None and total.of != total.partner else total.of
    draft.of, draft.partner = (place.code, host) if sender else (total.of, place.code)
    return draft
