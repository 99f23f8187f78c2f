"""Sentences of our own → the contested names and disputes found in them."""

from collections.abc import Callable

import pytest

from bilat.lang.zh.analysis import analyse
from bilat.lang.zh.disputes import find_disputes, rules
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.wordings import wordings
from bilat.model import DisputeMention, Document, Part, Passage, Span
from bilat.packs import load

Find = Callable[..., list[DisputeMention]]


@pytest.fixture
def find() -> Find:
    """`find(body, title="", publisher=None, part=Part.BODY)`: the mentions of a document."""

    def finder(
        body: str, title: str = "", publisher: str | None = None, part: Part = Part.BODY
    ) -> list[DisputeMention]:
        text = f"{title}\n{body}" if title else body
        start = len(title) + 1 if title else 0
        passages = [Passage(part, Span(start, len(text)))]
        if title:
            passages.insert(0, Passage(Part.HEADLINE, Span(0, len(title))))
        doc = Document("d", text, title, tuple(passages), "zh", publisher=publisher)
        packs = load()
        analysis = analyse(doc, lexicon(packs))
        return find_disputes(analysis, wordings(packs).read(analysis), rules(packs))

    return finder
