"""Which visit holds an event: a meeting, signing or session with a visitor, in the host country, on its days."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from bilat.link.days import DAY, number_of
from bilat.model.linking import Happening, Linked

if TYPE_CHECKING:
    from bilat.lang.base import Kin

_GRACE: Final = 1
"""Days beside those told of a visit: zones, and reports that tell of one end only."""
_LONGEST: Final = 60
"""Days of the longest visit that is looked for."""
HELD_IN_VISITS: Final = frozenset({"meeting", "session", "signing"})

Visits = Callable[[str, int, int], Iterable[Happening]]
"""The visits to a host (its code) that begin on one of these days."""


def into_visits(events: Sequence[Linked], kin: "Kin") -> list[Linked]:
    """The same events, each with the visit that holds it. A signing between the two countries counts as held by the
    visit of their highest reported visitor of the day."""
    by_host: dict[str, list[Happening]] = defaultdict(list)
    happenings = [happening(event) for event in events]
    for each in happenings:
        if each.type == "visit" and each.host:
            by_host[each.host].append(each)
    return [
        event._replace(part_of=holder(each, lambda host, _first, _last: by_host.get(host, ()), kin))
        for event, each in zip(events, happenings, strict=True)
    ]


def happening(event: Linked) -> Happening:
    """What of an event tells which others it belongs with."""
    return Happening(
        event.id,
        event.type,
        event.start,
        event.end,
        event.place,
        event.host,
        event.mechanism,
        event.ordinal,
        event.background,
        tuple((side.actor, side.name, side.country) for side in event.sides),
        len(event.tellings),
    )


def days_of(event: Happening) -> tuple[int, int] | None:
    """First and last day, where the first is told."""
    if event.start is None or len(event.start) < DAY or event.background:
        return None
    first = number_of(event.start)
    if first is None:
        return None
    return first, max(number_of(event.end) or first, first)


def holder(event: Happening, visits: Visits, kin: "Kin") -> str | None:
    """The id of the visit that holds an event, if one does."""
    days = days_of(event)
    if event.type not in HELD_IN_VISITS or days is None:
        return None
    countries = {country for _, _, country in event.sides if country}
    place = kin.country_of(event.place) if event.place else None
    people = {actor for actor, _, _ in event.sides if actor}
    fitting: list[tuple[int, int, str]] = []
    for host in sorted(countries | ({place} if place else set())):
        if place is not None and place != host:
            continue
        for visit in visits(host, days[1] - _GRACE - _LONGEST, days[0] + _GRACE):
            stay = days_of(visit)
            if stay is None or stay[0] - _GRACE > days[0] or stay[1] + _GRACE < days[1]:
                continue
            visitors = {actor for actor, _, _ in visit.sides if actor}
            homes = {country for _, _, country in visit.sides if country}
            if visitors & people or (event.type == "signing" and homes & countries and host in countries):
                fitting.append((len(visitors & people), visit.reports, visit.id))
    return max(fitting)[2] if fitting else None


def span(visit: Happening) -> tuple[int, int] | None:
    """The days on which a visit may hold events."""
    days = days_of(visit)
    return None if visit.type != "visit" or days is None else (days[0] - _GRACE, days[1] + _GRACE)
