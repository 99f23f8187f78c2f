"""How much an event weighs: the level of those who meet first, then what it is, then how many tell of it."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from bilat.model import EventType
from bilat.model.level import Level
from bilat.model.rows import EventRow
from bilat.packs.tables.linking import OfficeLevel
from bilat.record.terms import fold
from bilat.views.brief.cast import Cast
from bilat.views.brief.wording import Wording

_STEPS: Final[dict[str, int]] = {Level.LEADERS: 3, Level.MINISTERS: 2, Level.OFFICIALS: 1, Level.UNKNOWN: 0}
_OF_STATE: Final = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "royalty",
        "parliament",
        "minister",
        "party",
        "army",
        "diplomacy",
        "government",
    }
)
"""Kinds of offices that speak for a country."""
_TYPES: Final[dict[str, int]] = {
    EventType.VISIT: 6,
    EventType.SIGNING: 4,
    EventType.MEETING: 4,
    EventType.SESSION: 4,
    EventType.CALL: 4,
    EventType.MESSAGE: 0,
}
_PER_LEVEL: Final = 4
"""What a level of the lower side weighs: a meeting of ministers comes before a message between leaders."""
_TOLD: Final = 8
"""Documents that add weight: what eight tell is well known. Announcing or recalling adds half of what news adds."""


class Scales:
    """Weighs the events of two countries."""

    def __init__(self, countries: Sequence[str], cast: Cast, wording: Wording) -> None:
        self.countries = tuple(countries)
        self._cast = cast
        self._wording = wording
        self._packs = wording.packs

    def weight(self, event: EventRow) -> int:
        """Level, and less of the highest participant, type, and how many tell of it that are no copies. An event among
        many weighs less, one without a day next to nothing."""
        on = event.start or event.end or event.reports[0].published or ""
        theirs = [p.actor for p in event.participants if p.country in self.countries]
        high = max((self.person(actor, on) for actor in theirs), default=0)
        told = min(len(_origins(event, news=True)), _TOLD) + min(len(_origins(event, news=False)), _TOLD) // 2
        weight = _PER_LEVEL * self.level(event) + high + _TYPES.get(event.type, 0) + told
        if not self.is_between(event):
            weight -= 2 * _PER_LEVEL
        return weight if event.start or event.end else weight - 4 * _PER_LEVEL

    def is_between(self, event: EventRow) -> bool:
        """Whether nobody else takes part; of a session its mechanism must be theirs too."""
        if event.type == EventType.SESSION and not self._is_theirs(event.mechanism or ""):
            return False
        taking_part = {participant.country for participant in event.participants} | {event.host}
        return taking_part - {None} == set(self.countries)

    def _is_theirs(self, mechanism: str) -> bool:
        """Whether a mechanism is one of these two: by its members in the packs, else by the names that it holds."""
        members = self._wording.members(mechanism)
        if members:
            return set(members) == set(self.countries)
        return all(self._wording.holds(mechanism, code) for code in self.countries)

    def level(self, event: EventRow) -> int:
        """The level of an event as a number: 3 for leaders, 0 where it is not known."""
        return _STEPS[event.level]

    def person(self, actor: str | None, on: str) -> int:
        """The level of a person by the offices seen around a day; by all that were seen where none was then."""
        person = self._cast.person(actor)
        if person is None:
            return 0
        then = [t for t in person.tenures if (t.first or "") <= on and on[:10] <= (t.last or "")]
        return max((self._level(tenure.office) for tenure in then or person.tenures), default=0)

    def _level(self, office: str) -> int:
        ends = (fold(office)[at:] for at in range(len(office)))
        return next((self._levels[end] for end in ends if end in self._levels), 0)

    @cached_property
    def _levels(self) -> dict[str, int]:
        return {fold(row.word): _STEPS[row.level] for row in self._packs.of(OfficeLevel)}

    def speaks_for_state(self, actor: str | None) -> bool:
        """Whether a person was seen in an office of state, party or army, that of a spokesperson too."""
        person = self._cast.person(actor)
        titles = () if person is None else (*(t.title for t in person.titles), *(t.office for t in person.tenures))
        return any(self._kind(fold(title)) in _OF_STATE for title in titles)

    def _kind(self, office: str) -> str | None:
        """The kind of the longest word of the packs that ends an office."""
        ends = (office[at:] for at in range(len(office)))
        return next((self._kinds[end] for end in ends if end in self._kinds), None)

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {fold(row.word): row.kind for row in self._packs.offices}


def _origins(event: EventRow, *, news: bool) -> set[str]:
    """The documents that tell of an event as news, or ahead of it and in passing; a copy counts as its original."""
    return {r.copy_of or r.document for r in event.reports if (r.how == "reported" and not r.inferred) is news}
