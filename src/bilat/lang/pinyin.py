"""How Chinese characters sound, and how far names are alike by their consonants.

Names that are transcribed by sound differ in characters and finals, hardly in the order of their consonants.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_PART: Final = re.compile("[·-]")
_CLASSES: Final = {
    first: kind
    for kind, firsts in {
        "P": ("b", "p"),
        "T": ("d", "t"),
        "K": ("g", "k", "h"),
        "L": ("l", "n", "r"),
        "S": ("zh", "ch", "sh", "z", "c", "s", "j", "q", "x"),
        "M": ("m",),
        "F": ("f", "w"),
    }.items()
    for first in firsts
}
"""Initial consonants by the foreign sound they may stand for."""
SHORTEST: Final = 2
"""Syllables, or consonants, of a name that can be compared."""


@lru_cache(maxsize=65536)
def syllables(name: str) -> tuple[str, ...]:
    """The sounds of a name, a syllable each without its tone (pypinyin: the usual readings, by dictionary)."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  its dictionary takes 0.3 s, only linking needs it

    return tuple(lazy_pinyin(_PART.sub("", name), errors="ignore"))


@lru_cache(maxsize=65536)
def skeleton(name: str) -> tuple[str, ...]:
    """The classes of the consonants that its syllables begin with, empty for a vowel."""
    return tuple(_CLASSES.get(s[:2]) or _CLASSES.get(s[:1], "") for s in syllables(name))


def alike(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of consonants that two names have in one order; 0 where they begin otherwise."""
    if min(len(a), len(b)) < SHORTEST or a[0] != b[0]:
        return 0.0
    return 2 * _common(a, b) / (len(a) + len(b))


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        above = row[:]
        for at, y in enumerate(b, 1):
            row[at] = above[at - 1] + 1 if x == y else max(above[at], row[at - 1])
    return row[-1]
