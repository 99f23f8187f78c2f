"""A sentence of our own → the people found in it."""

from collections.abc import Callable

import pytest

from bilat.lang.zh.analysis import Analysis, analyse
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.people import People, find_people
from bilat.model import Document, Part, Passage, Span
from bilat.packs import load

Read = Callable[..., tuple[Analysis, People]]


@pytest.fixture
def read() -> Read:
    """`read(body, title="", publisher=None)`: the analysis and the people of a document."""

    def reader(body: str, title: str = "", publisher: str | None = None) -> tuple[Analysis, People]:
        text = f"{title}\n{body}" if title else body
        start = len(title) + 1 if title else 0
        passages = [Passage(Part.BODY, Span(start, len(text)))]
        if title:
            passages.insert(0, Passage(Part.HEADLINE, Span(0, len(title))))
        doc = Document("d", text, title, tuple(passages), "zh", publisher=publisher)
        analysis = analyse(doc, lexicon(load()))
        return analysis, find_people(analysis)

    return reader
