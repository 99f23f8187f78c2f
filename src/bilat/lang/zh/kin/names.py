"""How far two Chinese spellings of a name sound alike.

Names that are transcribed by sound differ from publisher to publisher in characters and finals, hardly in the order of
their consonants (泽连斯基, 泽伦斯基). Names that are written in characters at home (China, Japan, Korea, Vietnam)
differ, if at all, in one character of the same sound (王庭惠, 王廷惠).
"""

import re
from typing import Final

from bilat.lang.pinyin import SHORTEST, alike, skeleton, syllables

HAN_NAMES: Final = frozenset({"CN", "HK", "JP", "KP", "KR", "MO", "SG", "TW", "VN"})
"""Countries whose people bear names in Chinese characters."""
_PART: Final = re.compile("[·-]")
_ONE_OFF: Final = 0.9
"""One character off, of the same sound: short of certain."""


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
    return 1.0 if one == other else alike(skeleton(one), skeleton(other))


def _one_off(one: str, other: str) -> bool:
    """Whether names of the same sounds differ in one character behind the surname."""
    if len(one) != len(other) or len(one) <= SHORTEST or one[0] != other[0]:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1 and syllables(one) == syllables(other)


def short_name(name: str) -> str | None:
    """The last part of a name with dots (乔·拜登: 拜登)."""
    parts = _PART.split(name) if not name.isascii() else [name]
    return parts[-1] if len(parts) > 1 and len(parts[-1]) >= SHORTEST else None
