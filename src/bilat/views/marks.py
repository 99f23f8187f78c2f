"""Stretches of a text that mean something, however they overlap → segments that follow each other.

Offsets are Unicode code points, as everywhere.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from bilat.model import Passage, Span

_BREAKS: Final = re.compile(r"\n+")


class Mark(NamedTuple):
    """A span with what stands there: `kind` of thing, and the name of the `item` within its page."""

    span: Span
    kind: str
    item: str


class Segment(NamedTuple):
    """A stretch in which the same marks hold all the way, the narrowest first."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]


class Block(NamedTuple):
    """The lines of a passage, each as its segments; `part` is None for text that no passage holds."""

    part: str | None
    lines: tuple[tuple[Segment, ...], ...]


def segments(text: str, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> list[Segment]:
    """The text cut wherever a mark begins or ends, and at `cuts`; put together again it is the text."""
    inside = sorted((m for m in marks if m.span.end <= len(text)), key=lambda m: (m.span.start, m))
    edges = {0, len(text), *(cut for cut in cuts if 0 < cut < len(text))}
    edges.update(edge for mark in inside for edge in (mark.span.start, mark.span.end))
    bounds = sorted(edges)
    made: list[Segment] = []
    open_: list[Mark] = []
    at = 0
    for start, end in pairwise(bounds):
        open_ = [mark for mark in open_ if mark.span.end > start]
        while at < len(inside) and inside[at].span.start == start:
            open_.append(inside[at])
            at += 1
        made.append(Segment(start, end, text[start:end], tuple(sorted(open_, key=_narrowest))))
    return made


def _narrowest(mark: Mark) -> tuple[int, Mark]:
    return mark.span.end - mark.span.start, mark


def blocks(text: str, passages: Sequence[Passage], marks: Iterable[Mark]) -> list[Block]:
    """The text passage by passage, line by line; lines without a letter are left out."""
    breaks = [(found.start(), found.end()) for found in _BREAKS.finditer(text)]
    cuts = [edge for span in breaks for edge in span]
    cuts += [edge for passage in passages for edge in (passage.span.start, passage.span.end)]
    whole = segments(text, marks, cuts)
    starts = [segment.start for segment in whole]
    made: list[Block] = []
    for part, start, end in _stretches(passages, len(text)):
        lines = tuple(_lines(whole[bisect_left(starts, start) : bisect_left(starts, end)]))
        if lines:
            made.append(Block(part, lines))
    return made


def _stretches(passages: Sequence[Passage], length: int) -> Iterator[tuple[str | None, int, int]]:
    """The passages, and what lies between them."""
    at = 0
    for passage in passages:
        if passage.span.start > at:
            yield None, at, passage.span.start
        yield passage.part.value, passage.span.start, passage.span.end
        at = passage.span.end
    if at < length:
        yield None, at, length


def _lines(run: Iterable[Segment]) -> Iterator[tuple[Segment, ...]]:
    line: list[Segment] = []
    for segment in run:
        if segment.text.startswith("\n"):
            yield from _written(line)
            line = []
        else:
            line.append(segment)
    yield from _written(line)


def _written(line: Sequence[Segment]) -> Iterator[tuple[Segment, ...]]:
    if any(segment.text.strip() for segment in line):
        yield tuple(line)
