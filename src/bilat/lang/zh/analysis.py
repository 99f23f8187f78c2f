"""A Chinese document prepared for its extractors: folded text, sentences, and what the lexicon finds in it.

Document → Analysis. Offsets are those of the document's text throughout.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bilat.lang.zh.fold import fold
from bilat.model import READ_FOR_FACTS, Document, Part

if TYPE_CHECKING:
    from bilat.lang.zh.lexicon import Hit, Lexicon

_END = re.compile(r"[。!?\n;](?:(?<=[。!?])[。!?]*[”’)》]*|(?<=\n)\n*|)")
"""A sentence ends at a full stop with the quotes that close after it, at a line end, or at a semicolon. Written with
all that can begin an end in front: the search is three times quicker for it."""


@dataclass(slots=True)
class Sentence:
    """A sentence of a readable passage: `start`, `end` in the text; `hits` the lexicon's findings in it, in order;
    `paragraph` counts line breaks, so that neighbours can be told from strangers."""

    start: int
    end: int
    part: Part
    paragraph: int
    hits: "list[Hit]" = field(default_factory=list)


class Named(NamedTuple):
    """What the sentences name in full, each time: codes of countries, codes of countries and organisations, and the
    places of mechanisms with their sentences."""

    countries: list[str]
    sides: list[str]
    mechanisms: "list[tuple[Sentence, Hit]]"


@dataclass(slots=True)
class Analysis:
    """`text` is folded (simplified, half-width) and as long as `doc.text`; `sentences` are in order."""

    doc: Document
    text: str
    sentences: list[Sentence]
    _named: Named | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def named(self) -> Named:
        """What the sentences name in full; one pass over their hits, the first time it is asked for."""
        if self._named is None:
            self._named = _named(self.sentences)
        return self._named

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset, None in a teaser, credit or footer."""
        at = bisect_left(self.sentences, offset + 1, key=lambda s: s.start) - 1
        if at >= 0 and offset < self.sentences[at].end:
            return self.sentences[at]
        return None


def _named(sentences: list[Sentence]) -> Named:
    countries: list[str] = []
    sides: list[str] = []
    mechanisms: list[tuple[Sentence, Hit]] = []
    for sentence in sentences:
        for hit in sentence.hits:
            entry = hit[2]
            if entry.country is not None:
                countries.append(entry.country.code)
                sides.append(entry.country.code)
            elif entry.org is not None:
                sides.append(entry.org.code)
            if entry.mechanism is not None:
                mechanisms.append((sentence, hit))
    return Named(countries, sides, mechanisms)


def _sentences(doc: Document, text: str) -> Iterator[tuple[int, int, Part, int]]:
    """Start, end, part and paragraph of each sentence."""
    paragraph = 0
    for passage in doc.passages:
        part = passage.part
        if part not in READ_FOR_FACTS:
            continue
        start, stop = passage.span.start, passage.span.end
        paragraph += 1
        for found in _END.finditer(text, start, stop):
            end = found.end()
            if not text[start].isspace() or not text[start:end].isspace():
                yield start, end, part, paragraph
            if text[end - 1] == "\n":
                paragraph += 1
            start = end
        if start < stop and not text[start:stop].isspace():
            yield start, stop, part, paragraph


def analyse(doc: Document, lexicon: "Lexicon") -> Analysis:
    """Fold, cut into sentences, and look up the lexicon once for the whole text."""
    text = fold(doc.text)
    hits = lexicon.find(text)
    sentences: list[Sentence] = []
    at, last = 0, len(hits)
    for start, end, part, paragraph in _sentences(doc, text):
        while at < last and hits[at].start < start:
            at += 1
        first = at
        while at < last and hits[at].end <= end:
            at += 1
        sentences.append(Sentence(start, end, part, paragraph, hits[first:at]))
    return Analysis(doc, text, sentences)
