"""Passages → sentences, and the shape of capitalised words."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

from bilat.lang.alternation import alternation
from bilat.model import READ_FOR_FACTS, Document, Part

UPPER: Final = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
"""Capital letters of the Latin script, composed."""
LOWER: Final = "".join(chr(code) for code in (*range(0x61, 0x250), *range(0x1E00, 0x1F00)) if chr(code).islower())

_END: Final = re.compile(rf"""\n+|[;!?]+["')\]]*\s|(?<!\.)\.["')\]]*\s+(?=["'(\[]?[{UPPER}0-9])|\.\.\.\s""")
"""Where a sentence may end: a line, a mark, a full stop before a capital or a figure."""

_LONGEST: Final = 3_000
"""Characters of the longest sentence that is read as one: what is longer is a table or no text."""


class Sentence(NamedTuple):
    """`start`, `end` in the folded text; `paragraph` counts lines."""

    start: int
    end: int
    part: Part
    paragraph: int


@cache
def _abbreviation(words: frozenset[str]) -> re.Pattern[str]:
    known = alternation(words)
    return re.compile(rf"(?:\b(?:{known})|\b[{UPPER}]|\.[{UPPER}{LOWER}])$" if known else rf"\b[{UPPER}]$")


def sentences(
    doc: Document, text: str, place: Callable[[int], int], abbreviations: frozenset[str]
) -> Iterator[Sentence]:
    """The sentences of all passages that are read for facts. `place` turns an offset of the document into one of the
    folded text; `abbreviations` are words whose full stop ends nothing."""
    short = _abbreviation(abbreviations)
    paragraph = 0
    for passage in doc.passages:
        if passage.part not in READ_FOR_FACTS:
            continue
        at, end = place(passage.span.start), place(passage.span.end)
        paragraph += 1
        start = at
        for found in _END.finditer(text, at, end):
            if (
                found[0][0] == "."
                and found[0][:3] != "..."
                and short.search(text, max(start, found.start() - 12), found.start())
            ):
                continue
            if text[start : found.start()].strip():
                yield from _cut(Sentence(start, _trimmed(text, start, found.end()), passage.part, paragraph), text)
            start = found.end()
            paragraph += found[0][0] == "\n"
        if text[start:end].strip():
            yield from _cut(Sentence(start, _trimmed(text, start, end), passage.part, paragraph), text)


def _cut(sentence: Sentence, text: str) -> Iterator[Sentence]:
    """A sentence, in pieces where it is longer than any that is written: cut at a space, where there is one."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        end = space if space > start else start + _LONGEST
        yield sentence._replace(start=start, end=end)
        start = end
    yield sentence._replace(start=start)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
