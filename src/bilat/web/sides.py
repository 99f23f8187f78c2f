"""Who takes part in an event, put together by side, as a heading or a line of a list shows it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bilat.model.rows import EventRow, ParticipantRow


class Side(NamedTuple):
    """The participants of one country, in the order of first mention. `between` stands before the side: an arrow from
    a sender, a double arrow between two who congratulate each other, a dash otherwise; empty for the first."""

    country: str | None
    people: tuple[ParticipantRow, ...]
    between: str


def sides(event: EventRow, most: int | None = None) -> list[Side]:
    """The sides of an event; at most so many people, the first of them."""
    people = event.participants[:most]
    senders = [p for p in people if p.role == "sender"]
    if senders:
        others = [p for p in people if p.role != "sender"]
        groups = [*_by_country(senders), *_by_country(others)]
        dash = "→"
    else:
        groups = _by_country(people)
        dash = "↔" if any(p.role == "both" for p in people) else "—"
    return [Side(country, group, dash if at else "") for at, (country, group) in enumerate(groups)]


def _by_country(people: Iterable[ParticipantRow]) -> list[tuple[str | None, tuple[ParticipantRow, ...]]]:
    found: dict[str | None, list[ParticipantRow]] = {}
    for one in people:
        found.setdefault(one.country, []).append(one)
    return [(country, tuple(group)) for country, group in found.items()]


def countries(event: EventRow) -> Sequence[str]:
    """The codes of the countries that take part or are the host, in the order of first mention."""
    named = (*(p.country for p in event.participants), event.host)
    return tuple(dict.fromkeys(code for code in named if code))
