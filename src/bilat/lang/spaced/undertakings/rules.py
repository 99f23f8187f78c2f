"""What the packs of one language say of undertakings, ready to be looked for: nouns, verbs with stages, hedges."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from daachorse import CharwiseDoubleArrayAhoCorasick

from bilat.lang.spaced.lexicon import lower, whole_words
from bilat.lang.stages import Noun, Verb
from bilat.packs.tables.undertakings import Hedge, StageWord, UndertakingWord

if TYPE_CHECKING:
    from bilat.lang.spaced.speech import Speech

Find = tuple[int, int, int]
"""Start, end, and which word."""


class _Words:
    """Words of a table in one automaton."""

    def __init__(self, words: list[str]) -> None:
        self._automaton = CharwiseDoubleArrayAhoCorasick(words) if words else None

    def find(self, small: str) -> list[Find]:
        """Whole words in a text of small letters, the longest, in order and not overlapping."""
        if self._automaton is None:
            return []
        out: list[Find] = []
        for start, minus, which in whole_words(self._automaton, small):
            if not out or start >= out[-1][1]:
                out.append((start, -minus, which))
        return out


class Rules:
    """The words of one language's packs."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        packs = speech.packs
        nouns = packs.of(UndertakingWord)
        self._nouns = list(nouns)
        self._noun_words = _Words([self.small(row.word) for row in nouns])
        verbs: dict[str, dict[str, StageWord]] = {}
        for row in packs.of(StageWord):
            verbs.setdefault(self.small(row.word), {})[row.use] = row
        self._verbs = list(verbs.values())
        self._verb_words = _Words(list(verbs))
        hedges = packs.of(Hedge)
        self._whole = [row.whole for row in hedges]
        self._hedge_words = _Words([self.small(row.word) for row in hedges])

    def small(self, text: str) -> str:
        """Small letters in one spelling, as long as the text."""
        return self.speech.respell(lower(text))

    def nouns(self, small: str) -> list[Noun]:
        """Every noun of the packs in a text of small letters."""
        return [Noun(start, end, self._nouns[which]) for start, end, which in self._noun_words.find(small)]

    def verbs(self, small: str, start: int, nouns: list[Noun]) -> list[Verb]:
        """Every verb in a sentence of small letters that begins at an offset; none that is a part of a noun."""
        found = [
            Verb(start + first, start + last, self._verbs[which]) for first, last, which in self._verb_words.find(small)
        ]
        return [v for v in found if not any(n.start <= v.start and v.end <= n.end for n in nouns)]

    def hedges(self, small: str, start: int) -> list[tuple[int, int, bool]]:
        """Every hedge in a sentence, and whether its clause belongs to it."""
        found = self._hedge_words.find(small)
        return [(start + first, start + last, self._whole[which]) for first, last, which in found]


@lru_cache(maxsize=8)
def rules(speech: Speech) -> Rules:
    """The rules of a language, made once per process."""
    return Rules(speech)
