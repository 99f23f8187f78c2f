"""Growth in percent: which of a sentence's percentages are growth, and whose. Sentence → changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.figures.draft import COUNT, MONEY, PERCENT, Change
from bilat.lang.spaced.figures.measuring import links_of
from bilat.lang.spaced.figures.scope import breaks

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.lang.spaced.figures.quantity import Quantity
    from bilat.lang.spaced.figures.scope import Scope
    from bilat.lang.spaced.figures.words import Named

_BACK, _AFTER, _BASIS = 48, 40, 70
"""Characters before a number for its word of growth, after it for a measure, and for what it is compared with."""
_SUBJECT = 100
_ALONE = 42
"""Characters between the economy and its growth."""


def changes(scope: Scope) -> list[Change]:
    """The growths of a sentence in order."""
    found: list[Change] = []
    for number in scope.numbers:
        if number.kind == PERCENT and not scope.is_none(number.start):
            change = _change(scope, number)
            if change is not None:
                found.append(change)
    return found


def _change(scope: Scope, number: Quantity) -> Change | None:
    words, text = scope.words, scope.text
    before = words.moved.search(text, max(scope.line.start, number.start - _BACK), number.start)
    verb = before or words.moved_by.search(text, max(scope.line.start, number.start - 64), number.start)
    if verb is None:
        verb = words.moving.match(text, number.end, scope.line.end)
    if verb is None:
        return _led_to(scope, number)
    fall = verb["verb"].lower() in words.falls
    end = max(number.end, verb.end())
    pct = -number.value if fall else number.value
    return Change(number.start, end, pct, _basis(scope, number, end), number.about)


def _led_to(scope: Scope, number: Quantity) -> Change | None:
    """`set its growth target at 5 percent`: what is named is itself a growth."""
    words, text = scope.words, scope.text
    named = next((h for h in reversed(scope.named) if h.end <= number.start), None)
    if named is None or named.row.measure != "gdp_growth" or number.start - named.end > _BASIS:
        return None
    if any(named.end <= q.start < number.start and q.kind == PERCENT for q in scope.numbers):
        return None
    link = links_of(words.forms)
    if link.compared.search(text, named.end, number.start) or not words.move.search(text, named.start, named.end):
        return None
    if link.level.search(text[named.end : number.start]) is None:
        return None
    return Change(number.start, number.end, number.value, _basis(scope, number, number.end), number.about)


def _basis(scope: Scope, number: Quantity, end: int) -> str | None:
    """What a growth is compared with: a period before it, or a year."""
    start, _ = scope.clause(number.start)
    stop = min(scope.line.end, end + _BASIS)
    forms = scope.words.forms
    for basis, source in forms.bases.items():
        pattern = breaks(source)
        if pattern.search(scope.text, end, stop) or pattern.search(scope.text, start, number.start):
            return basis
    year = breaks(forms.base_year).match(scope.text, end, stop)
    return year[1] if year is not None else None


def attach(scope: Scope, change: Change) -> None:
    """Gives a growth to its amount, else makes it a figure of its own."""
    level = _level_after(scope, change) or (None if _close(scope, change) else _level_before(scope, change))
    if level is not None:
        level.change = change
        first, last = level.spans[0]
        start, end = scope.clause(change.start)
        level.spans[0] = min(first, start), max(last, end)
        return
    named = _subject(scope, change)
    if named is None:
        return
    if scope.is_none(named.start):
        return
    draft = scope.draft(named, change.start, change.end)
    draft.change, draft.about = change, change.about
    if draft.measure == "gdp":
        draft.measure = "gdp_growth"
    scope.drafts.append(draft)


def _free(scope: Scope) -> list[Draft]:
    return [
        d
        for d in scope.drafts
        if not d.measure.endswith(("_increase", "_decrease", "_share"))
        and d.change is None
        and d.kind in {MONEY, COUNT}
        and d.value is not None
        and "change" in d.row.takes
    ]


def _level_after(scope: Scope, change: Change) -> Draft | None:
    """`rose 19 percent to $97 billion`."""
    after = next((d for d in _free(scope) if d.at >= change.end), None)
    if after is None or links_of(scope.words.forms).to_level.search(scope.text, change.end, after.at) is None:
        return None
    if any(change.end <= q.start < after.at and q.kind == PERCENT for q in scope.numbers):
        return None
    return after


def _level_before(scope: Scope, change: Change) -> Draft | None:
    """`reached $97 billion, up 19 percent`."""
    before = [d for d in _free(scope) if d.at < change.start]
    if not before:
        return None
    last = before[-1]
    other = any(
        last.at < h.start and h.end <= change.start and h.start != last.parts[0] and "change" in h.row.takes
        for h in scope.named
    )
    between = any(last.at < q.start < change.start and q.kind in {MONEY, COUNT} for q in scope.numbers)
    return None if other or between or change.start - last.at > _SUBJECT else last


def _close(scope: Scope, change: Change) -> Named | None:
    """What grows, named right behind the growth: `a 5 percent rise in exports`."""
    _, end = scope.clause(change.end - 1)
    if scope.text[change.end : change.end + 4] not in {" in ", " of "}:
        return None
    return next((h for h in scope.named if 0 <= h.start - change.end < len(" in the annual ") and h.end <= end), None)


def _subject(scope: Scope, change: Change) -> Named | None:
    """What grows: named before the growth, else right behind it."""
    grows = [h for h in scope.named if "change" in h.row.takes and h.row.measure != "funding"]
    _, end = scope.clause(change.end - 1)
    close = _close(scope, change)
    if close is not None:
        return close if close in grows else None
    before = [h for h in grows if h.end <= change.start and change.start - h.end < _SUBJECT]
    if before:
        named = before[-1]
        others = any(named.end <= q.start < change.start and q.kind == PERCENT for q in scope.numbers)
        economy = named.row.measure == "gdp_growth" and change.start - named.end > _ALONE
        told = scope.words.move.search(scope.text, named.end, change.start) or change.start - named.end < len(
            " tăng   "
        )
        if not others and not economy and (told or change.start - named.end < _ALONE):
            return named
    return next((h for h in grows if 0 <= h.start - change.end < _AFTER and h.end <= end), None)
