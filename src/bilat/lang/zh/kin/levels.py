"""An office → how high it is."""

from functools import lru_cache

from bilat.lang.zh.fold import fold
from bilat.model.level import Level
from bilat.packs import Packs
from bilat.packs.tables.linking import OfficeLevel


class Levels:
    """The levels of the packs by the words that end an office."""

    def __init__(self, packs: Packs) -> None:
        self._levels = {fold(row.word): Level(row.level) for row in packs.of(OfficeLevel)}
        self._longest = max(map(len, self._levels), default=0)
        self._known: dict[str, Level | None] = {}

    def of(self, office: str) -> Level | None:
        """The level of the longest word that ends the office; None where there is none."""
        if office not in self._known:
            name = fold(office)
            ends = (name[-size:] for size in range(min(len(name), self._longest), 0, -1))
            self._known[office] = next((self._levels[end] for end in ends if end in self._levels), None)
        return self._known[office]


@lru_cache(maxsize=4)
def levels(packs: Packs) -> Levels:
    """The levels of a set of packs, made once per process."""
    return Levels(packs)
