"""Places in an order: `largest trading partner`, `đối tác thương mại lớn thứ ba`. Sentence → ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bilat.lang.spaced.figures.scope import breaks

if TYPE_CHECKING:
    from bilat.lang.spaced.figures.scope import Scope
    from bilat.lang.spaced.figures.words import Named

_BACK, _BEHIND = 48, 40
"""Characters before a measure, or behind it, in which its superlative stands."""


class Rank(NamedTuple):
    """The place `rank` of what is named; the superlative and the measure stand between `start` and `end`."""

    named: Named
    start: int
    end: int
    rank: int


def find_ranks(scope: Scope) -> list[Rank]:
    """The ranks of a sentence in order."""
    found: list[Rank] = []
    for named in scope.named:
        if "rank" in named.row.takes:
            rank = _rank(scope, named)
            if rank is not None:
                found.append(rank)
    return found


def _rank(scope: Scope, named: Named) -> Rank | None:
    forms, text, line = scope.words.forms, scope.text, scope.line
    pattern = breaks(forms.superlative)
    if forms.head_first:
        said = pattern.match(text, named.end, min(line.end, named.end + _BEHIND))
        span = (named.start, said.end()) if said is not None else (0, 0)
    else:
        found = list(pattern.finditer(text, max(line.start, named.start - _BACK), named.end))
        found = [m for m in found if m.end() <= named.start or (named.start < m.end() < named.end)]
        said = found[-1] if found else None
        if said is not None and any(mark in text[said.end() : named.start] for mark in ",;."):
            said = None
        span = (said.start(), named.end) if said is not None else (0, 0)
    if said is None or breaks(forms.one_of).search(text, max(line.start, span[0] - 48), span[1] + 24):
        return None
    if breaks(forms.unsaid).search(text, scope.clause(span[0])[0], span[0]):
        return None
    nth = (said["nth"] or "").lower()
    rank = int("".join(c for c in nth if c.isdigit())) if any(map(str.isdigit, nth)) else forms.ordinals.get(nth)
    return Rank(named, *span, rank) if rank else None
