"""The countries of a sentence, and what the words beside each make of it. Pieces → Places."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bilat.lang.alternation import alternation
from bilat.lang.spaced.figures.scope import breaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.lang.spaced.figures.quantity import Quantity
    from bilat.lang.spaced.figures.words import Words
    from bilat.lang.spaced.names import Piece
    from bilat.lang.spaced.people import People

_BACK = 64
NOBODY = ""
"""The code of a town or region: its numbers are not its country's."""


class Place(NamedTuple):
    """A country at `start`:`end`. `role` is the word before it (`to`, `from`, `with`, …), `own` where it owns what
    follows."""

    start: int
    end: int
    code: str
    role: str


@lru_cache(maxsize=8)
def _roles(*named: tuple[str, str]) -> re.Pattern[str]:
    branches = "|".join(rf"(?P<{name}>{source})" for name, source in named)
    return re.compile(rf"(?:^|(?<=\W))(?:{branches})$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _short_pairs(words: Words) -> re.Pattern[str] | None:
    short = words.forms.short_pairs
    names = alternation(short)
    return re.compile(rf"\b({names}) ?[-/] ?({names})\b") if short else None


class Voice(NamedTuple):
    """Whose words a sentence has: the country of whoever says `we`, and that of `the President` without a name."""

    we: str | None
    head: str | None


def places_of(
    text: str,
    span: tuple[int, int],
    pieces: Sequence[Piece],
    numbers: Sequence[Quantity],
    words: Words,
    people: People | None = None,
) -> list[Place]:
    """The countries of a sentence in order; towns and regions are nobody's. With `people` those of the people named."""
    start, end = span
    forms = words.forms
    roles = _roles(*forms.roles.items())
    capitals = words.speech.of_role("capital")
    found = _short_named(text, span, words)
    for piece in pieces:
        word = piece.word
        if piece.person is not None and people is not None:
            country = people.persons[piece.person].country
            if country:
                found.append(Place(piece.start, piece.end, country, _role(roles, text, start, piece.start)))
            continue
        if word is None or any(q.start < piece.end and piece.start < q.end for q in numbers):
            continue
        if any(p.start < piece.end and piece.start < p.end for p in found):
            continue
        if breaks(forms.foe if people is None else forms.armed).match(text, piece.end, end):
            continue
        if word.side is not None:
            code = word.side
        elif word.city is not None:
            code = word.city.country if text[piece.start : piece.end] in capitals else NOBODY
        else:
            continue
        role = _role(roles, text, start, piece.start)
        if role in {"", "of", "with"} and breaks(forms.owner).match(text, piece.end, end):
            role = "own"
        found.append(Place(piece.start, piece.end, code, role))
    return _with_shared_roles(text, sorted([*found, *_peoples(text, span, found, words)]), forms.pair)


def with_voice(text: str, span: tuple[int, int], places: list[Place], voice: Voice, words: Words) -> list[Place]:
    """The countries of a sentence, and those of `we` and `the President`."""
    said = [(voice.we, words.forms.we), (voice.head, words.forms.head)]
    more = [
        Place(*found.span(), code, "")
        for code, source in said
        if code is not None
        for found in breaks(source).finditer(text, *span)
    ]
    return sorted([*places, *more])


def _short_named(text: str, span: tuple[int, int], words: Words) -> list[Place]:
    short = _short_pairs(words)
    if short is None:
        return []
    pairs = short.finditer(text, *span)
    return [Place(*pair.span(n), words.forms.short_pairs[pair[n]], "pair") for pair in pairs for n in (1, 2)]


def _peoples(text: str, span: tuple[int, int], found: list[Place], words: Words) -> list[Place]:
    """`Ukrainians`: a people stands for its country."""
    roles = _roles(*words.forms.roles.items())
    return [
        Place(*said.span(), words.peoples[said[0]], _role(roles, text, span[0], said.start()))
        for said in words.people.finditer(text, *span)
        if not any(p.start < said.end() and said.start() < p.end for p in found)
    ]


def _role(roles: re.Pattern[str], text: str, start: int, at: int) -> str:
    said = roles.search(text, max(start, at - _BACK), at)
    return said.lastgroup or "" if said is not None else ""


def _with_shared_roles(text: str, found: list[Place], pair: str) -> list[Place]:
    """`to A and B`: what stands before the first holds for both."""
    for at, (a, b) in enumerate(pairwise(found), start=1):
        if a.role not in {"", "own", "pair"} and not b.role and breaks(pair).fullmatch(text, a.end, b.start):
            found[at] = b._replace(role=a.role)
    return found


def linked(text: str, places: Sequence[Place], words: Words) -> list[tuple[Place, Place]]:
    """Countries named as two: `between A and B`, `A-B`, `Việt - Mỹ`."""
    pattern = breaks(words.forms.pair)
    listed = {b.start for a, b in pairwise(places) if text[a.end : b.start].strip() == ","}
    return [
        (a, b)
        for a, b in pairwise(places)
        if a.code
        and b.code
        and a.code != b.code
        and a.start not in listed
        and ((a.role == b.role == "pair") or pattern.fullmatch(text, a.end, b.start))
    ]
