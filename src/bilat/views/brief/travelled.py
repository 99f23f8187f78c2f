"""Who travelled: for each direction the people, each with the days of every stay.

A stay is a visit, or a meeting at a place of the other country; what lies within a visit, or a few days from the stay
before, is no stay of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from bilat.model import EventType
from bilat.model.rows import EventRow, ParticipantRow
from bilat.record.terms import fold
from bilat.views.brief.cite import cited
from bilat.views.brief.material import Material
from bilat.views.brief.model import Clause, Entry, Group, Note, Section, Sentence

MOST: Final = 12
"""People of one direction."""
_STAYS: Final = 6
"""Stays of one person."""
_APART: Final = 4
"""Days between two meetings of one stay at most: the longest visit between the two leaders' talks in it."""


class Stay(NamedTuple):
    """Days that somebody was in the other country, where, and the events that show it."""

    start: str
    end: str
    places: tuple[str, ...]
    events: tuple[EventRow, ...]


class Traveller(NamedTuple):
    """Somebody with all stays in one country."""

    who: ParticipantRow
    stays: tuple[Stay, ...]


def travelled(material: Material) -> Section:
    """A group for each direction, the highest people first."""
    material.cast.begin()
    one, other = material.countries
    groups = [group for home, host in ((one, other), (other, one)) if (group := _group(material, home, host)).entries]
    return Section("travelled", material.gettext("Who travelled"), tuple(groups), 0, material.command("timeline"))


def _group(material: Material, home: str, host: str) -> Group:
    people = sorted(travellers(material, home, host), key=lambda traveller: _order(material, traveller))
    heading = material.gettext("From {home} to {host}").format(
        home=material.wording.the(home), host=material.wording.the(host)
    )
    entries = tuple(_entry(material, traveller) for traveller in people[:MOST])
    return Group(heading, entries, len(people) - len(entries))


def _order(material: Material, traveller: Traveller) -> tuple[int, int, str, str]:
    first = traveller.stays[0]
    level = material.scales.person(traveller.who.actor, traveller.stays[-1].start)
    return -level, -len(traveller.stays), first.start, traveller.who.name


def travellers(material: Material, home: str, host: str) -> Iterator[Traveller]:
    """The people of one country with their stays in another, in the order of the first."""
    found: dict[str, list[Stay]] = defaultdict(list)
    who: dict[str, ParticipantRow] = {}
    for event in material.dated:
        place = _abroad(material, event, home, host)
        if place is None:
            continue
        for participant in event.participants:
            if participant.country == home and not material.wording.is_country(participant.name, home):
                key = participant.actor or fold(participant.name)
                who.setdefault(key, participant)
                start, end = event.start or event.end or "", event.end or event.start or ""
                found[key].append(Stay(start, end, (place,) if place else (), (event,)))
    for key, stays in found.items():
        yield Traveller(who[key], tuple(_merged(stays)))


def _abroad(material: Material, event: EventRow, home: str, host: str) -> str | None:
    """Where in the host country an event brought those of the other; the empty text for anywhere in it; None where it
    did not, or nothing tells."""
    if event.type == EventType.VISIT:
        return (event.place or "") if event.host == host else None
    if event.type not in {EventType.MEETING, EventType.SIGNING} or not event.place:
        return None
    if not any(p.country == home and p.actor for p in event.participants):
        return None
    return event.place if material.wording.country_of(event.place) == host else None


def _merged(stays: Iterable[Stay]) -> Iterator[Stay]:
    """Stays that touch, or nearly, as one; the visit among them gives the days."""
    current: Stay | None = None
    for stay in sorted(stays, key=lambda stay: (stay.start, stay.end)):
        if current is not None and _near(current, stay):
            current = _joined(current, stay)
            continue
        if current is not None:
            yield current
        current = stay
    if current is not None:
        yield current


def _near(one: Stay, other: Stay) -> bool:
    try:
        return (date.fromisoformat(other.start) - date.fromisoformat(one.end)).days <= _APART
    except ValueError:
        return other.start[:7] == one.end[:7]


def _joined(one: Stay, other: Stay) -> Stay:
    if any(event.type == EventType.VISIT for event in one.events):
        return Stay(one.start, one.end, _places(one, other), (*one.events, *other.events))
    if any(event.type == EventType.VISIT for event in other.events):
        return Stay(other.start, other.end, _places(other, one), (*other.events, *one.events))
    return Stay(one.start, max(one.end, other.end), _places(one, other), (*one.events, *other.events))


def _places(one: Stay, other: Stay) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.places, *other.places)))


def _entry(material: Material, traveller: Traveller) -> Entry:
    """As in `Pham Minh Chinh, 2 times: 25–28 June 2023 (Beijing), 26 June 2024 (Beijing).`."""
    _ = material.gettext
    name = material.cast.one(traveller.who)
    head = material.wording.ngettext("{who}: ", "{who}, {count} times: ", len(traveller.stays))
    shown = traveller.stays[-_STAYS:]
    clauses: list[Clause] = []
    for at, stay in enumerate(shown):
        text = _stay(material, stay) + (_(".") if at == len(shown) - 1 else _(","))
        if at == 0:
            text = head.format(who=name, count=len(traveller.stays)) + text
        clauses.append(Clause(text, _notes(material, traveller.who, stay)))
    return Entry((Sentence(tuple(clauses)),))


def _stay(material: Material, stay: Stay) -> str:
    days = material.wording.days(stay.start, stay.end)
    places = list(dict.fromkeys(material.wording.place(place) for place in stay.places))
    cities = [place for place in places if place not in map(material.wording.country, material.countries)]
    if not cities:
        return days
    return material.gettext("{days} ({place})").format(days=days, place=material.wording.listed(cities))


def _notes(material: Material, who: ParticipantRow, stay: Stay) -> tuple[Note, ...]:
    facts: list[Sequence[str]] = [material.cast.forms(who)]
    facts += [(place,) for place in stay.places]
    return cited([report for event in stay.events for report in event.reports], facts, 2)
