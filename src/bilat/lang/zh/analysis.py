"""A Chinese document prepared for its extractors: folded text, sentences, and what the lexicon finds in it.

Document → Analysis. Offsets are those of the document's text throughout.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from bilat.lang.zh.fold import fold
from bilat.model import READ_FOR_FACTS, Document, Part, Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.lang.zh.lexicon import Hit, Lexicon

_END = r"[。!?\n;](?:(?<=[。!?])[。!?]*[”’)》]*|(?<=\n)\n*|)"
"""A sentence ends at a full stop with the quotes that close after it, at a line end, or at a semicolon. Written with
all that can begin an end in front: the search is three times quicker for it."""
_PIECE = re.compile(rf"[^。!?\n;]++(?:{_END})?+|{_END}")
"""A sentence with its end, or what is left of one."""


_start = attrgetter("start")


class Sentence(Struct, gc=False):
    """A sentence of a readable passage: `start`, `end` in the text; `hits` the lexicon's findings in it, in order;
    `paragraph` counts line breaks, so that neighbours can be told from strangers."""

    start: int
    end: int
    part: Part
    paragraph: int
    hits: "list[Hit]" = []


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
        at = bisect_left(self.sentences, offset + 1, key=_start) - 1
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


def analyse(doc: Document, lexicon: "Lexicon") -> Analysis:
    """Fold, cut into sentences, and look up the lexicon once for all that is read."""
    return analyse_all([doc], lexicon)[0]


def analyse_all(docs: "Sequence[Document]", lexicon: "Lexicon") -> list[Analysis]:
    """The analysis of each document, each step done for all of them before the next."""
    texts = [fold(doc.text) for doc in docs]
    read = [[passage for passage in doc.passages if passage.part in READ_FOR_FACTS] for doc in docs]
    found = [lexicon.find(_looked_up(text, passages)) for text, passages in zip(texts, read, strict=True)]
    cut = [_sentences(*each) for each in zip(texts, read, found, strict=True)]
    return [Analysis(*each) for each in zip(docs, texts, cut, strict=True)]


def _looked_up(text: str, passages: list[Passage]) -> str:
    """The text down to the end of the last line that is read: no word goes beyond its line."""
    stop = text.find("\n", passages[-1].span.end) if passages else 0
    return text[:stop] if stop >= 0 else text


def _sentences(text: str, passages: list[Passage], hits: "list[Hit]") -> list[Sentence]:
    sentences: list[Sentence] = []
    at, last, paragraph = 0, len(hits), 0
    for passage in passages:
        part, end = passage.part, passage.span.start
        paragraph += 1
        for piece in _PIECE.findall(text, end, passage.span.end):
            start, end = end, end + len(piece)
            if not piece.isspace():
                while at < last and hits[at][0] < start:
                    at += 1
                first = at
                while at < last and hits[at][1] <= end:
                    at += 1
                sentences.append(Sentence(start, end, part, paragraph, hits[first:at]))
            if piece[-1] == "\n":
                paragraph += 1
    return sentences
