"""Which countries a sentence, or else the headline, names: analysis → codes.

In full (越南); where these are fewer than two, as a side (越方) or in a pair (中越) too; where they still are, by
organisations, people and bodies as well.
"""

import re
from collections.abc import Iterator

from bilat.lang.zh.analysis import Analysis, Sentence
from bilat.lang.zh.people.tables import tables
from bilat.lang.zh.short_forms import short_forms
from bilat.model import Part
from bilat.packs import Packs

_PAIR = 2
"""A relation has two sides: with fewer named, weaker names are asked."""


class Countries:
    """Short forms of countries and organisations, ready to be read where a document names them."""

    def __init__(self, packs: Packs) -> None:
        forms = short_forms(packs)
        self.short = forms.actors
        self.regions = tables(packs).regions
        singles = forms.singles or "\x00"
        self.run = re.compile(f"[{singles}](?:[{singles}]{{1,3}}|(?=方))")


class Named:
    """The countries of one document, sentence by sentence."""

    def __init__(self, analysis: Analysis, countries: Countries) -> None:
        self.analysis = analysis
        self._countries = countries
        self._known: dict[int, frozenset[str]] = {}
        self._headline: frozenset[str] | None = None
        self._full: set[str] = set()
        self._unread = iter(analysis.sentences)

    def between(self, sentence: Sentence) -> frozenset[str]:
        """The countries a sentence names; with fewer than two of them, the headline's as well."""
        codes = self._known.get(sentence.start)
        if codes is None:
            codes = self._codes(sentence)
            if len(codes) < _PAIR:
                codes |= self._of_headline()
            self._known[sentence.start] = codes
        return codes

    def two(self, sentence: Sentence) -> bool:
        """Whether a sentence (with the headline) names two states; a special administrative region is part of its."""
        regions = self._countries.regions
        return len({regions.get(code, code) for code in self.between(sentence)}) >= _PAIR

    def _of_headline(self) -> frozenset[str]:
        if self._headline is None:
            first = self.analysis.sentences[0]
            self._headline = self._codes(first) if first.part is Part.HEADLINE else frozenset()
        return self._headline

    def _codes(self, sentence: Sentence) -> frozenset[str]:
        codes = {entry.country.code for _, _, entry in sentence.hits if entry.country is not None}
        if len(codes) < _PAIR:
            self._add_short_forms(sentence, codes)
        if len(codes) < _PAIR:
            codes.update(_by_actor(sentence))
        return frozenset(codes)

    def _add_short_forms(self, sentence: Sentence, codes: set[str]) -> None:
        """中越 and 越方: all of the run are named in full somewhere in the document, so 立法 is not two countries."""
        words = [(first, last) for first, last, _ in sentence.hits if last - first > 1]
        at, last_word = 0, len(words)
        for found in self._countries.run.finditer(self.analysis.text, sentence.start, sentence.end):
            start, end = found.span()
            while at < last_word and words[at][1] <= start:
                at += 1
            if at < last_word and words[at][0] < end:
                continue
            read: list[str] = []
            for form in found.group():
                named = [code for code in self._countries.short[form] if self._in_full(code)]
                if len(named) != 1:
                    break
                read += named
            else:
                codes.update(read)

    def _in_full(self, code: str) -> bool:
        """Whether the document names a country or organisation in full; it is read only as far as need be."""
        full = self._full
        while code not in full:
            sentence = next(self._unread, None)
            if sentence is None:
                return False
            for _, _, entry in sentence.hits:
                actor = entry.country or entry.org
                if actor is not None:
                    full.add(actor.code)
        return True


def _by_actor(sentence: Sentence) -> Iterator[str]:
    """Organisations, and the countries of people and bodies known by name; media speak for nobody."""
    for hit in sentence.hits:
        entry = hit.entry
        if entry.org is not None:
            yield entry.org.code
        elif entry.person is not None and entry.person.country:
            yield entry.person.country
        elif entry.body is not None and entry.body.country and entry.body.kind != "media":
            yield entry.body.country
