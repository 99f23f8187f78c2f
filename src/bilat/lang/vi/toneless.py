"""Text typed without marks (Chu tich nuoc To Lam hoi dam voi…) → the same with the marks of the words that packs know.

A character stays in its place, so that offsets are those of the text as it was. Only words of several syllables, single
ones of the role `toneless`, and surnames before another capital are put right, and no word that could be two; which of
two surnames it is does not matter, for names are kept as written.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from bilat.lang.spaced.lexicon import lower, whole_words
from bilat.lang.spaced.speech import Speech

_MARKED: Final = re.compile(
    "[\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed"
    "\u00f2-\u00f5\u00f9\u00fa\u00fdĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]"
)
"""Letters that only text with marks has."""
_FEW: Final = 0.02
"""Share of marked letters that foreign names may have; of a Vietnamese text with its marks it is a fifth."""


class _Known(NamedTuple):
    marked: list[str]
    automaton: CharwiseDoubleArrayAhoCorasick
    surname: re.Pattern[str]
    surnames: dict[str, str]


def bare(text: str) -> str:
    """Without marks, as long as the composed text."""
    apart = (unicodedata.normalize("NFD", "d" if c == "đ" else "D" if c == "Đ" else c)[0] for c in text)
    return "".join(apart)


def restored(speech: Speech, text: str) -> str:
    """The text with marks where hardly a letter has one; any other as it is."""
    enough = int(_FEW * len(text))
    if next(islice(_MARKED.finditer(text), enough, None), None) is not None:
        return text
    known = _known(speech)
    out, done, words = list(text), 0, set[int]()
    for start, minus, which in whole_words(known.automaton, lower(text)):
        if start >= done:
            done = -minus
            _put(out, start, known.marked[which])
            words.add(start)
    for found in known.surname.finditer(text):
        if found.start() not in words:
            _put(out, found.start(), known.surnames[found.group()])
    return "".join(out)


def _put(out: list[str], start: int, word: str) -> None:
    for at, char in enumerate(word, start):
        out[at] = char.upper() if out[at].isupper() else char


@lru_cache(maxsize=4)
def _known(speech: Speech) -> _Known:
    meant: dict[str, set[str]] = {}
    single = {speech.respell(lower(word)) for word in speech.of_role("toneless")}
    for word in (*speech.lexicon.words, *sorted(single)):
        if " " in word or word in single:
            meant.setdefault(bare(word), set()).add(word)
    marked = {plain: min(words) for plain, words in meant.items() if len(words) == 1 and plain not in words}
    surnames: dict[str, set[str]] = {}
    for name in sorted(speech.of_role("surname")):
        surnames.setdefault(bare(name), set()).add(name)
    sure = {plain: min(names).lower() for plain, names in surnames.items() if plain not in names}
    return _Known(
        list(marked.values()),
        CharwiseDoubleArrayAhoCorasick(list(marked)),
        re.compile(rf"\b(?:{'|'.join(map(re.escape, sure))})(?= [A-Z][a-z])"),
        sure,
    )
