"""Documents → which say what another said before: reprints, shortened reprints, and later versions of one text.

Documents that share clauses are compared by their stretches of five characters. One is a copy when most of its
stretches stand in an earlier document; of one day the longest is taken to be the earliest. docs/compare.md gives the
constants with what they were measured on.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final

from bilat.model.copies import Copy, Sketch

Texts = Callable[[Collection[int]], Mapping[int, str]]
"""Folded texts of documents, by number."""

_SHARED: Final = 0.3
"""Of the clauses of the document with fewer, that make a pair worth comparing."""
_LIKE: Final = 0.7
_STRETCH: Final = 5
_SHORTEST: Final = 40
"""Stretches of a text that can be a copy: a flash of one sentence is alike to others by what it must say."""
_OFTEN: Final = 40
"""Documents that share a clause, above which each is paired with the first and the one before it only."""
_NO_LETTERS: Final = re.compile(r"[\W_]+")
_NEVER: Final = "9999"


def copies(sketches: Iterable[Sketch], texts: Texts) -> list[Copy]:
    """Every document that is a copy, with its original, by number; the same for any order of documents."""
    ordered = sorted(sketches, key=lambda s: (s.day or _NEVER, -s.length, s.id))
    pairs = _pairs([s.clauses for s in ordered])
    wordings = _Wordings([s.number for s in ordered], {place for pair in pairs for place in pair}, texts)
    original: dict[int, int] = {}
    made: list[Copy] = []
    for later, earlier in _by_later(pairs):
        best = max(((wordings.share(later, e), -e) for e in earlier), default=(0.0, 0))
        if best[0] >= _LIKE:
            of = original.get(-best[1], -best[1])
            original[later] = of
            made.append(Copy(ordered[later].number, ordered[of].number, round(wordings.share(later, of), 2)))
    return sorted(made)


def _pairs(clauses: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    """Places of documents that share enough clauses, the earlier first."""
    holders: dict[int, list[int]] = defaultdict(list)
    for place, held in enumerate(clauses):
        for clause in held:
            holders[clause].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) > _OFTEN:
            shared.update({*pairwise(places), *((places[0], place) for place in places[2:])})
        elif len(places) > 1:
            shared.update(combinations(places, 2))
    return {(a, b) for (a, b), number in shared.items() if number >= _SHARED * min(len(clauses[a]), len(clauses[b]))}


def _by_later(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    by_later: dict[int, list[int]] = defaultdict(list)
    for earlier, later in sorted(pairs):
        by_later[later].append(earlier)
    yield from sorted(by_later.items())


class _Wordings:
    """Texts as sets of stretches, each made when it is first compared."""

    def __init__(self, numbers: Sequence[int], wanted: Collection[int], texts: Texts) -> None:
        self._numbers = numbers
        self._texts = texts([numbers[place] for place in sorted(wanted)])
        self._made: dict[int, frozenset[str]] = {}

    def share(self, copy: int, of: int) -> float:
        """How much of one document's wording stands in another, 0 for one too short to tell."""
        mine = self._stretches(copy)
        return len(mine & self._stretches(of)) / len(mine) if len(mine) >= _SHORTEST else 0.0

    def _stretches(self, place: int) -> frozenset[str]:
        made = self._made.get(place)
        if made is None:
            text = _NO_LETTERS.sub("", self._texts[self._numbers[place]])
            made = frozenset(text[at : at + _STRETCH] for at in range(len(text) - _STRETCH + 1))
            self._made[place] = made
        return made
