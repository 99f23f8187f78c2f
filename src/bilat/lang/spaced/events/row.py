"""A sentence as a row of items: actors, sides, cities, triggers, days and the small words between them."""

import re
from enum import StrEnum
from typing import Final

from msgspec import Struct

from bilat.lang.spaced.days import Day
from bilat.lang.spaced.lexicon import Word
from bilat.lang.spaced.names import Piece
from bilat.lang.spaced.people import People
from bilat.lang.spaced.speech import Speech


class Kind(StrEnum):
    """What an item is."""

    ACTOR = "actor"
    SIDE = "side"
    CITY = "city"
    TRIGGER = "trigger"
    DAY = "day"
    WORD = "word"


class Item(Struct):
    """`persons` of an actor (several when a word means them all), `bare` when a title or pronoun stands for them;
    `side` the code of a side, or the country of a city; `body` the ministry or office of a side that is meant."""

    start: int
    end: int
    kind: Kind
    persons: tuple[int, ...] = ()
    bare: bool = False
    side: str | None = None
    adjective: bool = False
    word: Word | None = None
    day: Day | None = None
    pronoun: bool = False
    body: str | None = None

    def has(self, role: str) -> bool:
        return self.word is not None and role in self.word.roles


_NEITHER: Final = re.compile(r"[\s,]*")


class Recall:
    """Who was spoken of last: what bare titles and pronouns stand for."""

    def __init__(self, people: People) -> None:
        self._people = people
        self.subject: int | None = None
        self.pair: tuple[int, ...] = ()
        self.last: list[int] = []

    def holder(self, kind: str, side: str | None) -> int | None:
        """The person last spoken of who holds an office of this kind, for this side when it is named."""
        for person in reversed(self.last):
            known = self._people.persons[person]
            if kind in known.kinds and (side is None or known.country == side):
                return person
        return None

    def note(self, person: int) -> None:
        self.last.append(person)


def row_of(
    text: str, pieces: list[Piece], days: list[Day], people: People, speech: Speech, recall: Recall
) -> list[Item]:
    """The items of one sentence."""
    spans = _titled_spans(people, pieces)
    out: list[Item] = []
    for at, piece in enumerate(pieces):
        if piece.person is not None:
            start, end = spans.get(piece.start, (piece.start, piece.end))
            recall.note(piece.person)
            out.append(Item(start, end, Kind.ACTOR, (piece.person,)))
            continue
        if piece.word is None or any(a <= piece.start and piece.end <= b for a, b in spans.values()):
            continue
        item = _known(text, pieces, at, speech, recall)
        if item is not None:
            out.append(item)
    if speech.body is not None:
        _with_bodies(text, out, speech.body)
    for day in days:
        out = [i for i in out if not (i.kind is Kind.WORD and day.start <= i.start and i.end <= day.end)]
        out.append(Item(day.start, day.end, Kind.DAY, day=day))
    return sorted(out, key=lambda item: (item.start, item.end))


def _with_bodies(text: str, row: list[Item], body: re.Pattern[str]) -> None:
    """Stretches countries over the ministry or office that is named behind them: `Korea's Ministry of Culture`."""
    sides = [item for item in row if item.kind is Kind.SIDE]
    until = [*(item.start for item in sides[1:]), len(text)]
    for item, end in zip(sides, until, strict=False):
        found = body.match(text, item.end, end)
        if found is not None:
            item.end, item.body = found.end(), found[1]


def _titled_spans(people: People, pieces: list[Piece]) -> dict[int, tuple[int, int]]:
    """Start of a name → the stretch it makes with its title."""
    starts = {p.start: p.person for p in pieces if p.person is not None}
    out: dict[int, tuple[int, int]] = {}
    for start, person in starts.items():
        for sighting in people.persons[person].sightings:
            if sighting.piece.start == start:
                first = sighting.title.begins if sighting.title is not None else sighting.piece.start
                last = sighting.later.ends if sighting.later is not None else sighting.piece.end
                out[start] = (first, last)
    return out


def _known(text: str, pieces: list[Piece], at: int, speech: Speech, recall: Recall) -> Item | None:
    piece = pieces[at]
    word = piece.word
    if word is None:
        return None
    span = (piece.start, piece.end)
    if word.trigger is not None:
        return Item(*span, Kind.TRIGGER, word=word)
    if word.title is not None:
        return _bare(text, pieces, at, speech, recall)
    if word.side is not None:
        return Item(*span, Kind.SIDE, side=word.side, adjective=word.adjective, word=word)
    if word.city is not None:
        return Item(*span, Kind.CITY, side=word.city.country, word=word)
    for role in ("he", "she"):
        if role in word.roles:
            # a masculine and a feminine word may both mean a person of whom no more is known
            return Item(*span, Kind.ACTOR, _one(recall.subject), bare=True, word=word, pronoun=True)
    if "they" in word.roles:
        return Item(*span, Kind.ACTOR, recall.pair, bare=True, word=word, pronoun=True)
    return Item(*span, Kind.WORD, word=word) if word.roles else None


def _one(person: int | None) -> tuple[int, ...]:
    return () if person is None else (person,)


def _bare(text: str, pieces: list[Piece], at: int, speech: Speech, recall: Recall) -> Item | None:
    """A title without a name: whoever was last spoken of with it."""
    piece = pieces[at]
    word = piece.word
    if word is None or word.title is None or word.text in speech.of_role("weak_head"):
        return None
    beside = pieces[at + 1 : at + 2] if speech.side_after_title else pieces[max(at - 1, 0) : at]
    side = next(
        (
            p.side
            for p in beside
            if p.side is not None and speech.side_gap.fullmatch(text[min(p.end, piece.end) : max(p.start, piece.start)])
        ),
        None,
    )
    person = recall.holder(word.title, side)
    return Item(piece.start, piece.end, Kind.ACTOR, _one(person), bare=True, word=word, side=side)
