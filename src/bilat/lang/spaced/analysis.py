"""A document prepared for its extractors: folded text, sentences, and the known words of each."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bilat.lang.spaced.fold import Folded, fold
from bilat.lang.spaced.lexicon import Hit, Lexicon
from bilat.lang.spaced.sentences import Sentence, sentences
from bilat.model import Document, Evidence, Span


@dataclass(slots=True)
class Line:
    """A sentence with the known words in it, in order; `shouted` when it stands in capitals throughout."""

    sentence: Sentence
    shouted: bool = False
    hits: list[Hit] = field(default_factory=list[Hit])

    @property
    def start(self) -> int:
        return self.sentence.start

    @property
    def end(self) -> int:
        return self.sentence.end


@dataclass(slots=True)
class Analysis:
    """`folded` is the whole text; offsets of all that is found are those of the folded text until `span` turns them
    into the document's."""

    doc: Document
    folded: Folded
    lines: list[Line]
    small: str = ""
    """The text in small letters, with the spellings of a word put into one form."""

    is_restored: bool = False
    """Whether the text has marks that the document lacks."""

    @property
    def text(self) -> str:
        return self.folded.text

    @property
    def title_end(self) -> int:
        """Where the headline ends in the folded text."""
        return self.folded.place(len(self.doc.title))

    def span(self, start: int, end: int) -> Span:
        """A stretch of the folded text as a span of the document."""
        return Span(*self.folded.span(start, end))

    def written(self, start: int, end: int) -> str:
        """What the document itself has there."""
        first, last = self.folded.span(start, end)
        return self.doc.text[first:last]

    def as_written(self, words: str) -> str:
        """Words of the text as the document writes them, where it lacks their marks."""
        at = self.text.find(words) if self.is_restored else -1
        return self.written(at, at + len(words)) if at >= 0 else words

    def quote(self, start: int, end: int) -> Evidence:
        """The stretch as evidence."""
        return self.doc.quote(*self.folded.span(start, end))


def analyse(doc: Document, lexicon: Lexicon, abbreviations: frozenset[str], restored: Callable[[str], str]) -> Analysis:
    """Fold, cut into sentences, and look up the lexicon once for all that is read; `restored` gives a text that was
    typed without its marks those that it lacks, length kept."""
    folded = fold(doc.text)
    text = restored(folded.text)
    is_restored = text is not folded.text and text != folded.text
    folded = folded._replace(text=text)
    found = sentences(doc, folded.text, folded.place, abbreviations)
    lines = [Line(each, _is_shouted(folded.text[each.start : each.end])) for each in found]
    small = ""
    if lines:
        read = folded.text[: lines[-1].end]
        small = lexicon.small(read)
        hits = lexicon.find(read, small)
        at, last = 0, len(hits)
        for line in lines:
            while at < last and hits[at].start < line.start:
                at += 1
            first = at
            while at < last and hits[at].end <= line.end:
                at += 1
            line.hits = hits[first:at]
    return Analysis(doc, folded, lines, small, is_restored)


def _is_shouted(sentence: str) -> bool:
    """Whether a sentence stands in capitals throughout."""
    return sum(map(str.islower, sentence)) * 4 < sum(map(str.isupper, sentence))
