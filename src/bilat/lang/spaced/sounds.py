"""Names of several scripts that are read alike.

A name in Chinese characters is met by its reading (王毅: wang yi, vuong nghi); a name that Chinese writes by sound is
compared by the consonants its characters stand for. All names come folded: small letters without marks.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Final

from bilat.lang.pinyin import alike, skeleton

_HAN: Final = re.compile("[\u3400-\u9fff]")
_NO_WORDS: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PART: Final = re.compile("[·-]")
_MOST: Final = 12
"""Readings of one name; characters with several readings are few."""
SHORT: Final = 0.9
"""Likeness of a full name and the part of it that calls its bearer."""
_CLOSE: Final = 0.75
_BY_SOUND: Final = 0.85
"""The least share of consonants that tells anything of a name in another script, and the most that it tells: enough
only for two who were often seen in an office that one person holds, at one time."""
_SOUNDS: Final = (
    ("P", "b|p|v"),
    ("T", "th|d|t"),
    ("S", "sch|sh|ch|zh|ts|tz|s|z|j|x|c(?=[eiy])"),
    ("K", "ck|kh|gh|c|k|g|q|h"),
    ("L", "l|r|n"),
    ("M", "m"),
    ("F", "ph|f|w"),
)
"""Consonants of names in Latin letters by the foreign sound they stand for, as those of pinyin are grouped."""
_CONSONANT: Final = re.compile("|".join(f"(?P<{kind}>{letters})" for kind, letters in reversed(_SOUNDS)))


def is_han(name: str) -> bool:
    """Whether a name has Chinese characters."""
    return _HAN.search(name) is not None


def words_of(name: str) -> list[str]:
    """The words of a folded name in Latin letters without initials and what follows it (jr.)."""
    words = [word.strip(".,'") for word in name.replace("-", " ").split()]
    return [word for word in words if word not in _NO_WORDS and len(word) > 1] or [word for word in words if word]


def joined(words: Iterable[str]) -> str:
    """One form for all ways to part and spell syllables: joined, with one letter for i and y."""
    return "".join(char for word in words for char in word if char.isalpha()).replace("y", "i")


def by_table(name: str, readings: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """The readings of a name by those of its characters; none where one character has none."""
    each = [readings.get(char, ()) for char in name]
    return list(islice(product(*each), _MOST)) if all(each) else []


def likeness(one: str, other: str, *, family_first: bool, given_last: bool) -> float:
    """How far two names in Latin letters can be one name: the same words, the same first and last word, or the one
    word that its bearer is called by."""
    ones, others = words_of(one), words_of(other)
    if not ones or not others:
        return 0.0
    if joined(ones) == joined(others) or sorted(ones) == sorted(others):
        return 1.0
    short, long = sorted((ones, others), key=len)
    if len(short) == 1:
        called = {long[0]} if family_first else {long[-1]}
        return SHORT if short[0] in (called | {long[-1]} if given_last else called) else 0.0
    return SHORT if short[0][:2] == long[0][:2] and short[-1] == long[-1] else 0.0


def sounds_like(han: str, latin: str) -> float:
    """How far characters can write a foreign name by its sound: the consonants of its last part, in their order."""
    if _PART.search(han):
        han = _PART.split(han)[-1]
    words = words_of(latin)
    if not words:
        return 0.0
    a = [kind for kind in skeleton(han) if kind]
    share = max(alike(a, _consonants(words[-1])), alike(a, _consonants("".join(words[-2:]))))
    return min(share, _BY_SOUND) if share >= _CLOSE else 0.0


@lru_cache(maxsize=65536)
def _consonants(word: str) -> tuple[str, ...]:
    found = (match.lastgroup or "" for match in _CONSONANT.finditer(word))
    return tuple(found)
