"""The packs as one automaton: every known word of a text in a single pass.

Packs → Lexicon; folded text → Hits, leftmost-longest, whole words, in order, not overlapping.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick
from msgspec import Struct

from bilat.packs import Packs
from bilat.packs.rows import PersonName
from bilat.packs.tables.spaced import City, DayWord, Side, Term, TitleWord, Trigger

_OF_NAMES: Final = frozenset(
    {"surname", "other_surname", "known_surname", "particle", "abbreviation", "medium", "reports", "tells", "capital"}
    | {"unsaid", "name_end", "toneless"}
)
"""Roles of words that are looked for in names or beside other words only."""
_ONLY_CAPITAL: Final = frozenset({"never_name"})
"""What a word is that only keeps capitalised words from being names."""


class Word(Struct):
    """All that a word can be. `side` is a country's or organisation's code, with `adjective` when the word is one;
    `roles` what it does in a sentence."""

    text: str
    side: str | None = None
    adjective: bool = False
    city: City | None = None
    title: str | None = None
    trigger: Trigger | None = None
    person: PersonName | None = None
    day: DayWord | None = None
    roles: frozenset[str] = frozenset()

    @property
    def is_capital(self) -> bool:
        """Whether the word counts only when it begins with a capital."""
        return self.text[:1].isupper()

    @property
    def only_no_name(self) -> bool:
        """Whether the word does nothing but keep a capitalised word from being a name."""
        means = (self.side, self.city, self.title, self.trigger, self.person, self.day)
        return self.roles == _ONLY_CAPITAL and not any(means)


class Hit(NamedTuple):
    """A known word in a text."""

    start: int
    end: int
    word: Word


def lower(text: str) -> str:
    """In small letters, as long as the text."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _share_roles(same: list[Word]) -> None:
    """Gives a word that is only listed in capitals as no name what it does in small letters: it begins a sentence."""
    small = next((word for word in same if not word.is_capital), None)
    for word in same:
        if small is not None and word.is_capital and word.roles == _ONLY_CAPITAL:
            word.roles |= small.roles


def whole_words(automaton: CharwiseDoubleArrayAhoCorasick, small: str) -> list[tuple[int, int, int]]:
    """Every word of an automaton that stands in a text as a whole word, in order, the longest first: where it begins,
    where it ends (below zero), and which it is."""
    last = len(small)
    return sorted(
        (start, -end, which)
        for start, end, which in automaton.find_overlapping(small)
        if not (start and small[start - 1].isalnum()) and not (end < last and small[end].isalnum())
    )


class Lexicon:
    """Known words and the automaton that finds them. `respell` puts spellings of one word into one form, length
    kept."""

    def __init__(self, packs: Packs, respell: Callable[[str], str]) -> None:
        self._words: dict[str, list[Word]] = {}
        self._respell = respell
        for side in packs.of(Side):
            for name in side.names:
                self._word(name).side = side.code
            for name in side.adjectives:
                word = self._word(name)
                if word.side is None:
                    word.side, word.adjective = side.code, True
        for city in packs.of(City):
            if self._word(city.name).side is None:
                self._word(city.name).city = city
        for title in packs.of(TitleWord):
            self._word(title.word).title = title.kind
        for trigger in packs.of(Trigger):
            self._word(trigger.word).trigger = trigger
        for day in packs.of(DayWord):
            self._word(day.word).day = day
        for person in packs.persons:
            self._word(person.name).person = person
        for term in packs.of(Term):
            if term.role in _OF_NAMES:
                continue
            word = self._word(term.word)
            word.roles |= {term.role}
        for same in self._words.values():
            _share_roles(same)
        self._keys = list(self._words)
        self._automaton = CharwiseDoubleArrayAhoCorasick(self._keys)

    @property
    def words(self) -> Sequence[str]:
        """Every word, in small letters, with its spellings put into one form."""
        return self._keys

    def small(self, text: str) -> str:
        """A text in small letters, with the spellings of a word put into one form."""
        return self._respell(lower(text))

    def find(self, text: str, small: str | None = None) -> list[Hit]:
        """The known words of a folded text; `small` is the same in small letters, where that is known already."""
        small = self.small(text) if small is None else small
        out: list[Hit] = []
        done = 0
        for start, minus, which in whole_words(self._automaton, small):
            if start < done:
                continue
            word = self._fitting(self._keys[which], text[start:-minus])
            if word is not None:
                out.append(Hit(start, -minus, word))
                done = -minus
        return out

    def get(self, text: str) -> Word | None:
        """The word that a whole text is; None where it is none."""
        key = self._respell(lower(text))
        return self._fitting(key, text) if key in self._words else None

    def _word(self, text: str) -> Word:
        """The word written so; words that differ in capitals only (US, us) are two."""
        known = self._words.setdefault(self._respell(lower(text)), [])
        for word in known:
            if word.text == text or not (word.is_capital or text[:1].isupper()):
                return word
        known.append(Word(text))
        known.sort(key=lambda word: word.text)
        return known[-1] if known[-1].text == text else next(word for word in known if word.text == text)

    def _fitting(self, key: str, written: str) -> Word | None:
        """The word that this writing can be: one in capitals must stand so, a name needs its first capital."""
        found: Word | None = None
        for word in self._words[key]:
            if not word.is_capital:
                found = found or word
            elif word.text.isupper() and len(word.text) <= 6:
                if written == word.text:
                    return word
            elif written[:1].isupper():
                found = word
        if found is not None and found.only_no_name and not written[:1].isupper():
            return None
        return found


@lru_cache(maxsize=8)
def lexicon(packs: Packs, respell: Callable[[str], str]) -> Lexicon:
    """The lexicon of some packs, made once per process."""
    return Lexicon(packs, respell)
