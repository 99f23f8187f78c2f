"""Which visit holds an event: a meeting, signing or session with a visitor, in the host country, on its days."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from bilat.link.days import first_and_last
from bilat.model.linking import Linked

if TYPE_CHECKING:
    from bilat.lang.base import Kin

_GRACE: Final = 1
"""Days beside those told of a visit: zones, and reports that tell of one end only."""
_HELD_IN_VISITS: Final = frozenset({"meeting", "session", "signing"})


def into_visits(events: Sequence[Linked], kin: "Kin") -> list[Linked]:
    """The same events, each with the visit that holds it. A signing between the two countries counts as held by the
    visit of their highest reported visitor of the day."""
    visits: dict[str, list[tuple[int, int, Linked]]] = defaultdict(list)
    for event in events:
        days = _days(event)
        if event.type == "visit" and event.host and days is not None and not event.background:
            visits[event.host].append((*days, event))
    return [event._replace(part_of=_holder(event, visits, kin)) for event in events]


def _days(event: Linked) -> tuple[int, int] | None:
    first, last = first_and_last(event.start), first_and_last(event.end)
    if first is None or first[0] != first[1]:
        return None
    return first[0], max(last[1] if last else first[1], first[1])


def _holder(event: Linked, visits: dict[str, list[tuple[int, int, Linked]]], kin: "Kin") -> str | None:
    days = _days(event)
    if event.type not in _HELD_IN_VISITS or days is None or event.background:
        return None
    countries = {side.country for side in event.sides if side.country}
    place = kin.country_of(event.place) if event.place else None
    people = {side.actor for side in event.sides if side.actor}
    fitting: list[tuple[int, int, str]] = []
    for host in sorted(countries | ({place} if place else set())):
        if place is not None and place != host:
            continue
        for first, last, visit in visits.get(host, ()):
            visitors = {side.actor for side in visit.sides if side.actor}
            homes = {side.country for side in visit.sides if side.country}
            if first - _GRACE > days[0] or last + _GRACE < days[1]:
                continue
            if visitors & people or (event.type == "signing" and homes & countries and host in countries):
                fitting.append((len(visitors & people), len(visit.tellings), visit.id))
    return max(fitting)[2] if fitting else None
