"""A sentence → its pieces: known words and capitalised words that may be names, in order."""

import re
from collections.abc import Callable
from functools import partial

from msgspec import Struct

from bilat.lang.spaced.analysis import Line
from bilat.lang.spaced.lexicon import Hit, Word
from bilat.lang.spaced.sentences import LOWER, UPPER
from bilat.lang.spaced.speech import Speech

_CAPITALISED = re.compile(rf"([{UPPER}][{LOWER}]+) $")
_LATER = re.compile(r",? (?:Jr|Sr)\.?(?!\w)")
_SHORTEST = 3
"""Characters of the shortest full name."""


class Piece(Struct):
    """A stretch of a sentence: a known `word`, or (None) words that may be a name. `person` is filled in when it is
    known who is meant."""

    start: int
    end: int
    word: Word | None = None
    person: int | None = None

    @property
    def is_name(self) -> bool:
        return self.word is None or self.word.person is not None

    @property
    def is_title(self) -> bool:
        return self.word is not None and self.word.title is not None

    @property
    def is_field(self) -> bool:
        return self.word is not None and "field" in self.word.roles

    @property
    def side(self) -> str | None:
        return self.word.side if self.word is not None else None

    def has(self, role: str) -> bool:
        return self.word is not None and role in self.word.roles


def pieces(line: Line, text: str, speech: Speech) -> list[Piece]:
    """The pieces of a sentence. Capitalised words are cut at known ones; where all words stand in capitals, those tell
    no names."""
    known = [Piece(hit.start, _with_later(text, hit), hit.word) for hit in line.hits]
    known = [p for p in known if not _is_inside_name(text, p, known) and not _is_first_name(text, p, known)]
    if speech.native is not None:
        known = _with_native(text, known, partial(speech.native, speech, text), line.start, line.end)
    out: list[Piece] = []
    at = line.start
    for piece in [*known, Piece(line.end, line.end)]:
        if piece.start > at and not line.shouted:
            more = _names(text, at, piece.start, speech)
            if more and _goes_on(text, out, more[0], speech):
                out[-1].end = more.pop(0).end
            if more and _leads(text, more[-1], piece, speech):
                piece.start = more.pop().start
            out.extend(more)
        if piece.end > piece.start:
            out.append(piece)
        at = max(at, piece.end)
    return out


def _is_inside_name(text: str, piece: Piece, known: list[Piece]) -> bool:
    """Whether an honorific is a name's own word: `Hassan Sheikh Mohamud`."""
    word = piece.word
    if word is None or word.roles != frozenset({"honorific"}) or word.text.endswith(".") or word.text.islower():
        return False
    ahead = _CAPITALISED.search(text, max(piece.start - 30, 0), piece.start)
    if ahead is None or not text[piece.end : piece.end + 2].strip()[:1].isupper():
        return False
    return all(p.end <= ahead.start(1) or p.start >= piece.start for p in known)


def _is_first_name(text: str, piece: Piece, known: list[Piece]) -> bool:
    """Whether a word of the calendar is a first name: `Foreign Minister Jan Dahl`."""
    if piece.word is None or piece.word.day is None or not text[piece.end : piece.end + 2].strip()[:1].isupper():
        return False
    return any(p.is_title and p.end == piece.start - 1 for p in known)


def _with_later(text: str, hit: Hit) -> int:
    """Where a known person's name ends, with what tells him from his father."""
    found = _LATER.match(text, hit.end) if hit.word.person is not None else None
    return found.end() if found is not None else hit.end


def _with_native(
    text: str, known: list[Piece], native: Callable[[int, int], list[tuple[int, int]]], first: int, line_end: int
) -> list[Piece]:
    """Known words and names found by their shape: a name that a known word covers is none, and words inside a name are
    parts of it."""
    names = native(first, line_end)
    for start, end in names:  # a name that a place leads is looked for again behind it
        over = [p for p in known if p.start < end and start < p.end]
        if any(p.start <= start and end <= p.end for p in over):
            continue
        led = next((p for p in over if p.start <= start and " " in text[p.start : p.end]), None)
        if led is not None:
            names.extend(native(led.end + 1, min(end + 10, line_end)))
            continue
        long = next((p for p in over if p.end > end), None)
        last = end if long is None else long.start - 1
        if last - start < _SHORTEST:
            continue
        over = [p for p in over if p is not long]
        known = [p for p in known if p not in over]
        known.append(Piece(start, last))
    return sorted(known, key=lambda p: p.start)


def _goes_on(text: str, before: list[Piece], name: Piece, speech: Speech) -> bool:
    """Whether a name is the rest of a known person's: a longer name begins with it. Where names have a shape of their
    own, that is so for the others only."""
    known = before[-1] if before else None
    if speech.native is None or known is None or known.word is None or known.word.person is None:
        return False
    return text[known.end : name.start] == " " and not speech.native(speech, text, known.start, known.end)


def _leads(text: str, name: Piece, known: Piece, speech: Speech) -> bool:
    """Whether a name is the first part of one whose last word alone is known: `Vladimir Zelensky`."""
    if speech.native is None or known.word is None or known.word.person is None:
        return False
    return " " not in text[known.start : known.end] and text[name.end : known.start] == " "


def _names(text: str, start: int, end: int, speech: Speech) -> list[Piece]:
    out: list[Piece] = []
    for found in speech.chunk.finditer(text, start, end):
        cut = speech.cut(speech, text, *found.span())
        if cut is not None:
            out.append(Piece(*cut))
    return out
