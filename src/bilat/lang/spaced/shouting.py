"""Sentences that stand in capitals throughout, as headlines do: names there are known from the other sentences."""

import re
from itertools import compress

from bilat.lang.alternation import alternation
from bilat.lang.spaced.analysis import Line
from bilat.lang.spaced.names import Piece
from bilat.lang.spaced.speech import Speech

_LEAST = 4
"""Letters of a word that calls somebody by itself."""


def hear(text: str, lines: list[Line], rows: list[list[Piece]], speech: Speech) -> None:
    """Adds to the pieces of shouted sentences the names that the others tell."""
    shouted = [line.shouted for line in lines]
    if all(shouted) or not any(shouted):
        return
    told = [row for row, loud in zip(rows, shouted, strict=True) if not loud]
    full = {text[p.start : p.end] for row in told for p in row if p.is_name and " " in text[p.start : p.end]}
    ends = {word for name in full for word in name.split() if len(word) >= _LEAST and speech.can_be_whole(word)}
    names = alternation(name.upper() for name in full | ends)
    if not names:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")
    for line, row in compress(zip(lines, rows, strict=True), shouted):
        found = [Piece(*hit.span()) for hit in pattern.finditer(text, line.start, line.end)]
        row += [name for name in found if not any(p.start < name.end and name.start < p.end for p in row)]
        row.sort(key=lambda p: p.start)
