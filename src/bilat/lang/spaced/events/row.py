"""A sentence as a row of items: actors, sides, cities, triggers, days and the small words between them."""

import re
from enum import StrEnum
from typing import Final

from msgspec import Struct

from bilat.lang.spaced.days import Day
from bilat.lang.spaced.lexicon import Word, lower
from bilat.lang.spaced.names import Piece
from bilat.lang.spaced.people import HEADS, People
from bilat.lang.spaced.speech import Speech
from bilat.lang.spaced.spouses import is_relation


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


def trigger_type(item: Item) -> str:
    """The type of contact that a trigger tells of; empty for other items."""
    return item.word.trigger.type if item.word is not None and item.word.trigger is not None else ""


def trigger_form(item: Item) -> str:
    """How a trigger takes its participants."""
    return item.word.trigger.form if item.word is not None and item.word.trigger is not None else ""


_OF_ALL: Final = "government"
"""The kind of a word that anybody who leads may be called by: `the Chinese leader`."""


class Recall:
    """Who was spoken of last: what bare titles and pronouns stand for."""

    def __init__(self, people: People) -> None:
        self._people = people
        at_home = [known.country == people.at_home is not None for known in people.persons]
        self._at_home = [n for n, here in enumerate(at_home) if here]
        self.subject: int | None = None
        self.pairs: list[tuple[int, ...]] = []
        self.last: list[int] = []

    def holder(self, word: str, kind: str, side: str | None, text: str) -> int | None:
        """The person last spoken of who is called by this very word, else who holds an office of this kind, for this
        side when it is named."""
        for person in reversed(self.last):
            if (side is None or self._people.persons[person].country == side) and self._is_called(person, word, text):
                return person
        for person in reversed(self.last):
            known = self._people.persons[person]
            if kind in known.kinds and (side is None or known.country == side):
                return person
        there = {n for n in self.last if self._people.persons[n].country == side}
        if side is not None and kind in HEADS and len(there) == 1:
            return there.pop()
        if kind != _OF_ALL or side is None:
            return None
        heads = (n for n in reversed(self.last) if self._people.persons[n].country == side)
        return next((n for n in heads if self._people.persons[n].kinds & HEADS), None)

    def our_own(self, word: str, text: str) -> int | None:
        """Whoever at home is called by this word, where one is: `the President` with a capital is one's own."""
        found = [n for n in self._at_home if (n in self.last or self._is_known(n)) and self._is_called(n, word, text)]
        return found[0] if len(found) == 1 else None

    def _is_known(self, person: int) -> bool:
        return any(sighting.listed is not None for sighting in self._people.persons[person].sightings)

    def _is_called(self, person: int, word: str, text: str) -> bool:
        sightings = self._people.persons[person].sightings
        titles = (t for s in sightings for t in (s.title, s.later) if t is not None and t.start is not None)
        return any(word in lower(text[title.start : title.end]).split(", ") for title in titles)

    def note(self, person: int) -> None:
        self.last.append(person)

    def pair(self, kind: str | None) -> tuple[int, ...]:
        """Those last spoken of together; where a word says which office both hold, the last two who do."""
        for pair in reversed(self.pairs):
            if kind is None or all(kind in self._people.persons[n].kinds for n in pair):
                return pair
        return ()


def row_of(
    text: str, pieces: list[Piece], days: list[Day], people: People, speech: Speech, recall: Recall
) -> list[Item]:
    """The items of one sentence."""
    spans = _titled_spans(people, pieces)
    out: list[Item] = []
    leads = True
    for at, piece in enumerate(pieces):
        if piece.person is not None:
            start, end = spans.get(piece.start, (piece.start, piece.end))
            recall.note(piece.person)
            if leads:
                leads = _is_governed(text, start, speech)
                recall.subject = recall.subject if leads else piece.person
            out.append(Item(start, end, Kind.ACTOR, (piece.person,)))
            continue
        if piece.word is None or any(a <= piece.start and piece.end <= b for a, b in spans.values()):
            continue
        item = _known(text, pieces, at, speech, recall)
        if item is not None:
            out.append(item)
    names = {start: name for name, (start, _) in spans.items()}
    out = [i for at, i in enumerate(out) if not (i.persons and is_relation(out, at, text, names.get(i.start, i.start)))]
    if speech.body is not None:
        _with_bodies(text, out, speech.body)
    for day in days:
        out = [i for i in out if not (i.kind is Kind.WORD and day.start <= i.start and i.end <= day.end)]
        out.append(Item(day.start, day.end, Kind.DAY, day=day))
    return sorted(out, key=lambda item: (item.start, item.end))


def governing(text: str, start: int) -> tuple[str, str]:
    """The word right before an actor, past an article, and the one before that; empty where there is none."""
    ahead = ["", "", *text[max(start - 20, 0) : start].lower().split()]
    if ahead[-1] == "the":
        return ahead[-2], ahead[-3]
    return ahead[-1], ahead[-2]


def _is_governed(text: str, start: int, speech: Speech) -> bool:
    """Whether a preposition or a word for somebody's own stands before an actor: it leads no sentence."""
    word, _ = governing(text, start)
    return any(word in speech.of_role(role) for role in ("with", "to", "of", "by", "between", "own", "amid"))


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
        both = recall.pair(_office_of_both(word.text, speech))
        return Item(*span, Kind.ACTOR, both, bare=True, word=word, pronoun=True)
    return Item(*span, Kind.WORD, word=word) if word.roles else None


def _is_our_own(text: str, piece: Piece, speech: Speech) -> bool:
    """Whether a title stands with a capital behind an article, in a language that leaves it small for others."""
    written = text[piece.start : piece.end]
    led = text[max(piece.start - 4, 0) : piece.start].lower() == "the "
    return led and speech.native is None and written[:1].isupper() and not written.isupper()


def _is_any(text: str, piece: Piece, speech: Speech) -> bool:
    """Whether a title means anybody who has it, in a language that says so by a word before it: `một cựu trợ lý`."""
    ahead = text[max(piece.start - 20, 0) : piece.start].lower().split()
    while ahead and ahead[-1] in speech.of_role("honorific"):
        ahead.pop()
    return bool(ahead) and ahead[-1] in speech.of_role("any")


def _office_of_both(word: str, speech: Speech) -> str | None:
    """The kind of a high office that a word for two people names: `the two heads of state`."""
    called = word.rsplit(maxsplit=1)[-1] if " of " not in word else " ".join(word.split()[-3:])
    singular = called.replace("heads", "head").removesuffix("s")
    kind = speech.titles.get(singular)
    return kind if kind in HEADS else None


def _one(person: int | None) -> tuple[int, ...]:
    return () if person is None else (person,)


def _bare(text: str, pieces: list[Piece], at: int, speech: Speech, recall: Recall) -> Item | None:
    """A title without a name: whoever was last spoken of with it."""
    piece = pieces[at]
    word = piece.word
    if word is None or word.title is None:
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
    if side is None and word.text in speech.of_role("weak_head"):
        return None
    if _is_any(text, piece, speech):
        return Item(piece.start, piece.end, Kind.ACTOR, (), bare=True, word=word, side=side)
    person = recall.our_own(word.text, text) if side is None and _is_our_own(text, piece, speech) else None
    if person is None:
        person = recall.holder(word.text, word.title, side, text)
    return Item(piece.start, piece.end, Kind.ACTOR, _one(person), bare=True, word=word, side=side)
