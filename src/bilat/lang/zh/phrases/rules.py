"""The phrases of the packs, ready to be looked for."""

from functools import lru_cache

from bilat.lang.zh.wordings import Wordings, wordings
from bilat.packs import Packs


class Rules:
    """What the packs know for phrases."""

    def __init__(self, packs: Packs) -> None:
        self.wordings: Wordings = wordings(packs)


@lru_cache(maxsize=4)
def rules(packs: Packs) -> Rules:
    """The rules for a set of packs, made once per process."""
    return Rules(packs)
