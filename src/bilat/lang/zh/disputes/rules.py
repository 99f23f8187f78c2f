"""The contested names and words for disputes of the packs, ready to be looked for."""

from functools import lru_cache

from bilat.lang.zh.fold import fold
from bilat.packs import Packs
from bilat.packs.tables.disputes import ContestedUse


class Rules:
    """What the packs know for disputes. `uses` tells what a shared name means in the words of a country, `written` what
    it means where a publisher writes it."""

    def __init__(self, packs: Packs) -> None:
        self.uses = {(fold(use.name), use.country): use.entry for use in packs.of(ContestedUse)}
        self.written = {
            (fold(use.name), fold(publisher).upper()): use.entry
            for use in packs.of(ContestedUse)
            for publisher in use.publishers
        }


@lru_cache(maxsize=4)
def rules(packs: Packs) -> Rules:
    """The rules for a set of packs, made once per process."""
    return Rules(packs)
