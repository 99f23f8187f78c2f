"""How far two Chinese spellings of a name sound alike.

Names that are transcribed by sound differ from publisher to publisher in characters and finals, hardly in the order of
their consonants (泽连斯基, 泽伦斯基). Names that are written in characters at home (China, Japan, Korea, Vietnam)
differ, if at all, in one character of the same sound (王庭惠, 王廷惠).
"""

import re
from functools import lru_cache
from typing import Final

HAN_NAMES: Final = frozenset({"CN", "HK", "JP", "KP", "KR", "MO", "SG", "TW", "VN"})
"""Countries whose people bear names in Chinese characters."""
_PART: Final = re.compile("[·-]")
_SHORTEST: Final = 2
_ONE_OFF: Final = 0.9
"""One character off, of the same sound: short of certain."""
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


@lru_cache(maxsize=65536)
def syllables(name: str) -> tuple[str, ...]:
    """The sounds of a name, a syllable each without its tone (pypinyin: the usual readings, by dictionary)."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  its dictionary takes 0.3 s, only linking needs it

    return tuple(lazy_pinyin(_PART.sub("", name), errors="ignore"))


@lru_cache(maxsize=65536)
def _skeleton(name: str) -> tuple[str, ...]:
    return tuple(_CLASSES.get(s[:2]) or _CLASSES.get(s[:1], "") for s in syllables(name))


def likeness(one: str, other: str, country: str | None) -> float:
    """1 for the same sounds, 0 for names that cannot be one. Symmetric. Of full names the last parts count, and the
    first ones where both have some."""
    if one == other:
        return 1.0
    ones, others = _PART.split(one), _PART.split(other)
    if country in HAN_NAMES and len(ones) == len(others) == 1:
        return _ONE_OFF if _one_off(one, other) else 0.0
    if (len(ones) == 1 and one == others[0]) or (len(others) == 1 and other == ones[0]):
        return _ONE_OFF
    last = _alike(ones[-1], others[-1])
    if len(ones) > 1 and len(others) > 1:
        return min(last, _alike(ones[0], others[0]))
    return last


def _alike(one: str, other: str) -> float:
    a, b = _skeleton(one), _skeleton(other)
    if one == other:
        return 1.0
    if min(len(a), len(b)) < _SHORTEST or a[0] != b[0]:
        return 0.0
    return 2 * _common(a, b) / (len(a) + len(b))


def _one_off(one: str, other: str) -> bool:
    """Whether names of the same sounds differ in one character behind the surname."""
    if len(one) != len(other) or len(one) <= _SHORTEST or one[0] != other[0]:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1 and syllables(one) == syllables(other)


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        above = row[:]
        for at, y in enumerate(b, 1):
            row[at] = above[at - 1] + 1 if x == y else max(above[at], row[at - 1])
    return row[-1]


def short_name(name: str) -> str | None:
    """The last part of a name with dots (乔·拜登: 拜登)."""
    parts = _PART.split(name)
    return parts[-1] if len(parts) > 1 and len(parts[-1]) >= _SHORTEST else None
