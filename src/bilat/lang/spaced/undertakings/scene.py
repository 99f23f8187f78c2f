"""A sentence under way: who can take part in it, its clauses, and what a noun names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from bilat.lang.spaced.events.row import Item, Kind, governing

if TYPE_CHECKING:
    from bilat.lang.spaced.people import People
    from bilat.lang.spaced.speech import Speech
    from bilat.lang.stages import Noun

BREAK: Final = re.compile(r"[;:\n]|(?<!\b[A-Z]\.[A-Z])\.\s|(?<!\d),(?=\s)")
"""Where a clause may end; not behind `U.S.`."""
WORD: Final = re.compile(r"\S+")
NAME: Final = 12
"""Words of a name before (in languages whose head comes last) or behind its head."""


class Actor(Struct, frozen=True, gc=False):
    """Somebody of a country: the offsets, the code, the word right before."""

    start: int
    end: int
    code: str
    led: str


def actors(row: list[Item], people: People, speech: Speech, text: str) -> list[Actor]:
    """The countries and organisations of a sentence, by name, by their people, by their capitals."""
    out: list[Actor] = []
    for item in row:
        led = governing(text, item.start)[0].strip(",\"'")
        if item.adjective and led in speech.of_role("part_of_world"):
            continue
        out += [Actor(item.start, item.end, code, led) for code in _codes(item, people, speech, text)]
    return out


def _codes(item: Item, people: People, speech: Speech, text: str) -> list[str]:
    if item.kind is Kind.ACTOR:
        return list(dict.fromkeys(code for n in item.persons if (code := people.persons[n].country)))
    if item.kind is Kind.SIDE and item.side is not None:
        return [item.side]
    if item.kind is Kind.CITY and item.side is not None and text[item.start : item.end] in speech.of_role("capital"):
        return [item.side]
    return []


def name_of(text: str, noun: Noun, low: int, high: int, speech: Speech) -> tuple[int, int]:
    """The stretch of a thing's name between two offsets: its head with the words that tell which it is."""
    if speech.side_after_title:
        end, words = noun.end, 0
        for word in WORD.finditer(text, noun.end, high):
            bare = word[0].strip('.,;()"')
            free = bare == "do" and text[:end].endswith("tự")
            if (bare.lower() in speech.of_role("name_end") and not free) or words == NAME or word[0][0] in '("':
                break
            end, words = word.start() + len(word[0].rstrip('.,;"')), words + 1
            if word[0][-1] in ".,;":
                break
        return noun.start, end
    start = noun.start
    for word in reversed([*WORD.finditer(text, low, noun.start)][-NAME:]):
        bare = word[0]
        if bare[-1] in '.,;:"()' or bare.lower() in speech.of_role("name_end"):
            break
        start = word.start()
    return start, noun.end
