"""A text of our own → the claims found in it."""

from collections.abc import Callable

import pytest

from bilat.lang.zh.analysis import analyse
from bilat.lang.zh.claims import find_claims, rules
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.people import find_people
from bilat.model import Claim, Document, Part, Passage, Span
from bilat.packs import load

Claims = Callable[..., list[Claim]]
Said = Callable[[str], list[tuple[str, str, str | None]]]


def document(body: str, title: str = "") -> Document:
    """A document with a headline, where it has one, and a body."""
    text = f"{title}\n{body}" if title else body
    start = len(title) + 1 if title else 0
    passages = [Passage(Part.BODY, Span(start, len(text)))]
    if title:
        passages.insert(0, Passage(Part.HEADLINE, Span(0, len(title))))
    return Document("d", text, title, tuple(passages), "zh")


@pytest.fixture
def claims() -> Claims:
    """`claims(body, title="")`: the claims of a document."""

    def reader(body: str, title: str = "") -> list[Claim]:
        packs = load()
        analysis = analyse(document(body, title), lexicon(packs))
        return find_claims(analysis, find_people(analysis, packs), rules(packs))

    return reader


@pytest.fixture
def said(claims: Claims) -> Said:
    """`said(body)`: speaker, verb and statement of each claim."""

    def reader(body: str) -> list[tuple[str, str, str | None]]:
        return [
            (c.speaker, c.verb, body[c.statement.start : c.statement.end] if c.statement else None)
            for c in claims(body)
        ]

    return reader
