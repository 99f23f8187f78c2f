"""Sessions of standing mechanisms: named with a number, or held and attended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bilat.lang.spaced.events.candidate import Candidate
from bilat.lang.spaced.events.row import Item, Kind
from bilat.lang.spaced.events.weight import is_old
from bilat.lang.spaced.events.when import is_ahead, status_of, when
from bilat.lang.spaced.events.where import place as place_of
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.spaced.events.frames import Frames

_BESIDE: Final = 25
"""Characters before a session in which a word makes it the occasion of something else."""


def sessions(frames: Frames, number: int, row: list[Item]) -> list[Candidate]:
    """The sessions that one sentence tells, with who attends them."""
    line = frames.analysis.lines[number]
    text = frames.analysis.text
    out: list[Candidate] = []
    numbered = frames.speech.shape.numbered
    named = frames.speech.mechanisms(frames.speech, text, line.start, line.end)
    frames.namings += named
    for found in named:
        at = next((n for n, item in enumerate(row) if item.end > found.start), len(row))
        inside = [item for item in row if item.start >= found.start and item.end <= found.end]
        ahead = [item for item in row[:at] if item.kind is Kind.ACTOR and item.persons and item.end <= found.start]
        marker = Item(found.start, found.end, Kind.WORD)
        around = [item for item in row if item not in inside]
        place = sum(item.start < found.start for item in around)
        around.insert(place, marker)
        if any(item.kind is Kind.ACTOR and item.persons and not item.bare for item in inside):
            continue
        status = status_of(around, place, text, line.sentence.part)
        if status is Status.HELD and is_ahead(row, frames.today):
            status = Status.PLANNED
        if status is None or not ahead:
            continue
        who = frames.sides.attending(row, ahead)
        if not any(frames.people.persons[n].is_public for item in ahead for n in item.persons):
            continue
        beside = any(
            (item.has("amid") or item.has("background") or item.has("invite")) and 0 <= found.start - item.end < _BESIDE
            for item in row
        )
        held = any(item.has("convene") for item in around if item.end <= found.start)
        day = when(text, around, place, status, EventType.SESSION)
        made = Candidate(
            EventType.SESSION, status, who, ahead[0].start, found.end, number, line.sentence.part,
            mechanism=found.name, ordinal=found.ordinal or numbered(text, found.start, found.end)[2], weak=not held,
        )  # fmt: skip
        if day is not None:
            made.start, made.end = day
        by_pronoun = all(item.pronoun and item.has("they") for item in ahead)
        made.weak = made.weak or by_pronoun or beside or bool(is_old(made, frames.today))
        made.place = place_of(text, around, place, frames.speech)
        between = any(item.kind is Kind.SIDE for item in inside)
        if len(made.countries) > 1 or (who and held and (between or frames.speech.noun_takes_object)):
            out.append(made)
    return out
