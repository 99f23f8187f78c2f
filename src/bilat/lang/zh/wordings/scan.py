"""Phrases, contested names and words for disputes of the packs → one automaton: all of them in a single pass.

Where wordings overlap the longest counts. A phrase that holds a contested name (南海行为准则) is still a mention of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from bilat.lang.zh.analysis import Analysis
from bilat.lang.zh.fold import fold
from bilat.lang.zh.wordings.bare import Bare
from bilat.lang.zh.wordings.named import Countries, Named
from bilat.lang.zh.wordings.spellings import spellings
from bilat.packs import Packs
from bilat.packs.tables.disputes import Contested, DisputeWord
from bilat.packs.tables.phrases import Phrase


@dataclass(slots=True)
class Term:
    """What a spelling is to disputes: the entries it names, and the row when it is a word for a dispute. One with
    neither is passed over."""

    entries: tuple[str, ...] = ()
    word: DisputeWord | None = None

    @property
    def alone(self) -> bool:
        """Whether it may be told of without a name in front of it."""
        return bool(self.entries) or (self.word is not None and not self.word.behind_name)


@dataclass(slots=True)
class Meaning:
    """What one spelling means: a phrase, terms of disputes by start and end within it, both, or nothing."""

    phrase: Phrase | None = None
    terms: list[tuple[int, int, Term]] = field(default_factory=list[tuple[int, int, Term]])
    alone: bool = False
    """Whether one of the terms may be told of without a name in front of it."""


Found = list[tuple[int, int, Meaning]]


def _phrases(found: Found) -> list[tuple[int, int, Phrase]]:
    """Start, end and row of every phrase, in order, none inside another."""
    return [(start, end, meant.phrase) for start, end, meant in found if meant.phrase is not None]


def _terms_of(found: Found) -> list[tuple[int, int, Term]]:
    """Start, end and meaning of every name and word of disputes, in order; what is passed over is among them."""
    return [(start + first, start + last, term) for start, _, meant in found for first, last, term in meant.terms]


class Read:
    """What one document holds, from a single pass over its text, and the countries that its sentences name."""

    def __init__(self, analysis: Analysis, found: Found, countries: Countries) -> None:
        self._found = found
        self.named = Named(analysis, countries)

    @property
    def phrases(self) -> list[tuple[int, int, Phrase]]:
        """Start, end and row of every phrase, in order, none inside another."""
        return _phrases(self._found)

    @property
    def terms(self) -> list[tuple[int, int, Term]]:
        """Start, end and meaning of every name and word of disputes, in order; what is passed over is among them. None
        when none of them tells anything by itself."""
        for _, _, meant in self._found:
            if meant.alone:
                return _terms_of(self._found)
        return []


class Wordings:
    """The automaton of some packs."""

    def __init__(self, packs: Packs) -> None:
        self._countries = Countries(packs)
        self._meanings: list[Meaning] = []
        phrases, terms = _by_spelling(packs.of(Phrase)), _terms(packs)
        inner = _automaton(terms)
        listed = list(terms.values())
        for spelling in {**phrases, **terms}:
            inside = [(start, end, listed[which]) for start, end, which in inner.find(spelling)] if inner else []
            alone = any(term.alone for _, _, term in inside)
            self._meanings.append(Meaning(phrases.get(spelling), inside, alone))
        self._automaton = _automaton({**phrases, **terms})

    def _find(self, text: str) -> Found:
        """What stands in a text, whatever of it stands in quotation marks."""
        meanings, automaton = self._meanings, self._automaton
        if automaton is None:
            return []
        bare = Bare(text)
        if len(bare.text) == len(text):
            return [(start, end, meanings[which]) for start, end, which in automaton.find(text)]
        found: Found = []
        for start, end, which in automaton.find(bare.text):
            stretch = bare.stretch(start, end)
            if stretch is None:
                first, last = bare.place(start), bare.place(end - 1) + 1
                inside = automaton.find(text[first:last])
                found += [(first + a, first + b, meanings[inner]) for a, b, inner in inside]
            elif stretch[1] - stretch[0] == end - start:
                found.append((*stretch, meanings[which]))
            else:
                found.append((*stretch, _spread(meanings[which], bare, start, stretch[0])))
        return found

    def phrases(self, text: str) -> list[tuple[int, int, Phrase]]:
        """Start, end and row of every phrase in a folded text, in order, none inside another."""
        return _phrases(self._find(text))

    def terms(self, text: str) -> list[tuple[int, int, Term]]:
        """Start, end and meaning of every name and word of disputes in a folded text, in order; what is passed over
        is among them."""
        return _terms_of(self._find(text))

    def read(self, analysis: Analysis) -> Read:
        """What one document holds."""
        return Read(analysis, self._find(analysis.text), self._countries)


def _spread(meaning: Meaning, bare: Bare, start: int, first: int) -> Meaning:
    """What is meant, with its terms where they stand among marks."""
    terms = [
        (bare.place(start + a) - first, bare.place(start + b - 1) + 1 - first, term) for a, b, term in meaning.terms
    ]
    return Meaning(meaning.phrase, terms, meaning.alone)


def _automaton(spelled: dict[str, Term] | dict[str, Phrase | Term | None]) -> CharwiseDoubleArrayAhoCorasick | None:
    return CharwiseDoubleArrayAhoCorasick(list(spelled), MATCH_KIND_LEFTMOST_LONGEST) if spelled else None


def _by_spelling(rows: Sequence[Phrase]) -> dict[str, Phrase | None]:
    """Each folded spelling with the phrase it means, None where it is passed over; what a row lists goes before what
    is only derived from it."""
    meant: dict[str, Phrase | None] = {}
    listed = [(word, row) for row in rows for word in (row.phrase, *row.variants)]
    passed = [(word, None) for row in rows for word in row.unless]
    for word, phrase in (*listed, *passed):
        meant.setdefault(fold(word), phrase)
    for word, phrase in (*listed, *passed):
        for spelling in spellings(word):
            meant.setdefault(spelling, phrase)
    return meant


def _terms(packs: Packs) -> dict[str, Term]:
    """Each folded contested name, word for a dispute, and longer word that is neither."""
    terms: dict[str, Term] = {}
    for row in packs.of(Contested):
        for name in row.names:
            term = terms.setdefault(fold(name), Term())
            if row.entry not in term.entries:
                term.entries = (*term.entries, row.entry)
    for word in packs.of(DisputeWord):
        terms.setdefault(fold(word.word), Term()).word = word
    for other in _passed_over(packs):
        terms.setdefault(fold(other), Term())
    return terms


def _passed_over(packs: Packs) -> Iterator[str]:
    yield from (other for row in packs.of(Contested) for other in row.unless)
    yield from (other for row in packs.of(DisputeWord) for other in row.unless)


@lru_cache(maxsize=4)
def wordings(packs: Packs) -> Wordings:
    """The wordings of a set of packs, made once per process."""
    return Wordings(packs)
