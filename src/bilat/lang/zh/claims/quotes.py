"""Quotations of a text: folded text → the outermost quoted stretches, paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile('[“”"]')
_PAIR = re.compile("“[^“”\n]*”")
_Marks = list[tuple[int, str]]


class Quotes:
    """`starts` and `ends` of the quotations, marks included. A mark that is never closed quotes nothing."""

    def __init__(self, text: str) -> None:
        pairs = _pairs(text)
        self.starts = [start for start, _ in pairs]
        self.ends = [end for _, end in pairs]

    def around(self, at: int) -> int | None:
        """The quotation that an offset lies in, None outside all."""
        which = bisect_right(self.starts, at) - 1
        return which if which >= 0 and at < self.ends[which] else None

    def first(self, start: int, end: int) -> int | None:
        """The first quotation that begins in a stretch."""
        which = bisect_right(self.starts, start - 1)
        return which if which < len(self.starts) and self.starts[which] < end else None


def _pairs(text: str) -> list[tuple[int, int]]:
    if '"' in text:
        of_paragraph = (_straight(marks) if marks[0][1] == '"' else _paired(marks) for marks in _paragraphs(text))
        return [pair for pairs in of_paragraph for pair in pairs]
    opened = text.count("“")
    if not opened:
        return []
    pairs = [pair.span() for pair in _PAIR.finditer(text)]
    return pairs if len(pairs) == opened else _curved(text)


def _curved(text: str) -> list[tuple[int, int]]:
    """The same for a text without straight marks, where not every mark that opens is closed by the next one."""
    out: list[tuple[int, int]] = []
    at, stop = text.find("“"), -1
    while at >= 0:
        if at >= stop:
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
        close = text.find("”", at, stop)
        if close >= 0 and text.find("“", at + 1, close) < 0:
            out.append((at, close + 1))
            at = text.find("“", close)
        else:
            out += _paired([(mark.start(), mark.group()) for mark in _MARK.finditer(text, at, stop)])
            at = text.find("“", stop)
    return out


def _paragraphs(text: str) -> Iterator[_Marks]:
    """The marks of each paragraph that has any."""
    marks: _Marks = []
    stop = -1
    for found in _MARK.finditer(text):
        at = found.start()
        if at > stop:
            if marks:
                yield marks
                marks = []
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
        marks.append((at, text[at]))
    if marks:
        yield marks


def _paired(marks: _Marks) -> list[tuple[int, int]]:
    """Outermost pairs of “ and ”; where they do not come out even, each “ goes with the next ”."""
    out: list[tuple[int, int]] = []
    depth, opened = 0, 0
    for at, mark in marks:
        if mark == "“":
            opened = at if not depth else opened
            depth += 1
        elif mark == "”" and depth:
            depth -= 1
            if not depth:
                out.append((opened, at + 1))
    return out if not depth else _nearest(marks)


def _nearest(marks: _Marks) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    opened: int | None = None
    for at, mark in marks:
        if mark == "“":
            opened = at
        elif mark == "”" and opened is not None:
            out.append((opened, at + 1))
            opened = None
    return out


def _straight(marks: _Marks) -> list[tuple[int, int]]:
    """Straight marks, which open and close in turn; none is believed where one is left over."""
    places = [at for at, mark in marks if mark == '"']
    if len(places) % 2:
        return []
    return [(places[i], places[i + 1] + 1) for i in range(0, len(places), 2)]
