"""Sentences of our own → the phrases found in them."""

from collections.abc import Callable, Sequence

import pytest

from bilat.lang.zh.analysis import analyse
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.phrases import find_phrases
from bilat.lang.zh.wordings import wordings
from bilat.model import Claim, Document, Part, Passage, PhraseUse, Span
from bilat.packs import load

Find = Callable[..., list[PhraseUse]]


def document(body: str, title: str = "", part: Part = Part.BODY) -> Document:
    """A document of a headline and one passage."""
    text = f"{title}\n{body}" if title else body
    start = len(title) + 1 if title else 0
    passages = [Passage(part, Span(start, len(text)))]
    if title:
        passages.insert(0, Passage(Part.HEADLINE, Span(0, len(title))))
    return Document("d", text, title, tuple(passages), "zh")


@pytest.fixture
def find() -> Find:
    """`find(body, title="", claims=(), part=Part.BODY)`: the phrases of a document."""

    def finder(body: str, title: str = "", claims: Sequence[Claim] = (), part: Part = Part.BODY) -> list[PhraseUse]:
        packs = load()
        analysis = analyse(document(body, title, part), lexicon(packs))
        return find_phrases(analysis, claims, wordings(packs).read(analysis))

    return finder
