"""What linking was not sure of → Doubts, for a person to decide.

Of actors: joints that little speaks for, and names that nearly were one person. Of events: reports that name no person
and were joined by office or country, and events of one type and one set of sides that nearly were one. What a decision
has settled is no doubt. docs/linking.md gives the numbers.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from bilat.link.days import DAY, number_of
from bilat.link.rulings import pair_of
from bilat.link.wording import share_half
from bilat.model.doubt import Doubt
from bilat.model.linking import Happening, Joint, Linked

_SURE: Final = 0.8
"""A joint that is likelier than this is none to ask about."""
_INFERRED: Final = 0.7
_LEAST: Final = 0.35
_APART: Final = {"visit": 7}
_APART_ELSE: Final = 3
"""Days between two events that may be one told with a wrong date."""
_UNDATED: Final = 14
"""Days between the first report of an event that nobody dates and one that may be it."""
_LONGEST: Final = {"visit": 60, "session": 60}
"""Days of the longest event that is looked for; those of other types take a day or two."""
_LONGEST_ELSE: Final = 7

Around = Callable[[str, str, int, int], Iterable[Happening]]
"""The events of a type that someone (see `who`) takes part in and that begin on one of these days."""


def of_actors(
    made: Iterable[Joint], doubtful: Iterable[Joint], actor_of: Callable[[str], str], apart: Iterable[tuple[str, str]]
) -> list[Doubt]:
    """Joints that little speaks for, and names that nearly were one person; `apart` are pairs that decisions keep
    apart."""
    kept = {pair_of(actor_of(a), actor_of(b)) for a, b in apart}
    found: dict[tuple[str, str], Doubt] = {}
    for joint in made:
        if joint.why != "decision" and joint.likely < _SURE:
            _keep(
                found, Doubt("actor", joint.one, joint.other, joined=True, why=joint.why, likely=round(joint.likely, 3))
            )
    seen: set[tuple[str, str]] = set()
    for joint in sorted(doubtful, key=lambda j: (-j.likely, j.one, j.other, j.why)):
        pair = pair_of(actor_of(joint.one), actor_of(joint.other))
        if pair[0] != pair[1] and pair not in kept and pair not in seen:
            seen.add(pair)
            _keep(
                found,
                Doubt("actor", joint.one, joint.other, joined=False, why=joint.why, likely=round(joint.likely, 3)),
            )
    return sorted(found.values())


def _keep(found: dict[tuple[str, str], Doubt], doubt: Doubt) -> None:
    """Of two doubts about one pair the likelier."""
    key = pair_of(doubt.one, doubt.other)
    if key not in found or doubt.likely > found[key].likely:
        found[key] = doubt


def inferred(event: Linked, id_of: Callable[[int], str]) -> Iterator[Doubt]:
    """Reports of an event that were joined by office or country; `id_of` gives the id of a telling."""
    sure = next((told.telling for told in event.tellings if not told.inferred), None)
    for told in event.tellings if sure is not None else ():
        if told.inferred and sure is not None:
            yield Doubt("event", id_of(told.telling), id_of(sure), joined=True, why="inferred", likely=_INFERRED)


def near(changed: Iterable[Happening], around: Around, kept: set[tuple[str, str]]) -> list[Doubt]:
    """Events like one of those that changed in all but what keeps them apart; `kept` are pairs of ids that decisions
    keep apart."""
    found: dict[tuple[str, str], Doubt] = {}
    for event in changed:
        days = _days(event)
        if days is None:
            continue
        most = max(_UNDATED, _APART.get(event.type, _APART_ELSE))
        longest = _LONGEST.get(event.type, _LONGEST_ELSE)
        beside = {
            other.id: other
            for one in who(event)
            for other in around(event.type, one, days[0] - most - longest, days[1] + most)
        }
        for other in beside.values():
            pair = pair_of(event.id, other.id)
            if other.id != event.id and pair not in kept and pair not in found:
                likely = _likely(event, other)
                if likely >= _LEAST:
                    found[pair] = Doubt("event", *pair, joined=False, why="near", likely=likely)
    return sorted(found.values())


def who(event: Happening) -> list[str]:
    """All that take part in an event, and its mechanism: actors, names of those that are none."""
    return sorted(
        {actor or f"={name}" for actor, name, _ in event.sides} | ({event.mechanism} if event.mechanism else set())
    )


def _days(event: Happening) -> tuple[int, int] | None:
    """The days on which an event may have been, that of its first report where none is told; None for what is told of
    a month or a year."""
    if any(day is not None and len(day) < DAY for day in (event.start, event.end)):
        return None
    first, last = number_of(event.earliest), number_of(event.latest)
    return None if first is None else (first, max(first, last or first))


def _likely(a: Happening, b: Happening) -> float:
    """How likely two events are one: 0 where something tells them apart for certain."""
    one, other = _days(a), _days(b)
    if one is None or other is None:
        return 0.0
    days = max(one[0], other[0]) - min(one[1], other[1])
    dated = bool(a.start or a.end) and bool(b.start or b.end)
    most = _APART.get(a.type, _APART_ELSE) if dated else _UNDATED
    told_apart = any(x and y and x != y for x, y in ((a.host, b.host), (a.ordinal, b.ordinal)))
    told_apart = told_apart or bool(a.mechanism and b.mechanism and not share_half(a.mechanism, b.mechanism))
    sides, others = _sides(a), _sides(b)
    too_long = max(one[1] - one[0], other[1] - other[0]) > _LONGEST.get(a.type, _LONGEST_ELSE)
    if days > most or too_long or told_apart or not _sides_fit(sides, others):
        return 0.0
    everyone = frozenset[str]().union(*sides.values(), *others.values())
    both = frozenset[str]().union(*sides.values()) & frozenset[str]().union(*others.values())
    who = 0.5 + 0.5 * (len(both) / len(everyone) if everyone else 0)
    when = 1 - max(days, 0) / (most + 1)
    where = 0.6 if a.place and b.place and a.place != b.place else 1.0
    return round(0.8 * who * when * where, 3)


def _sides(event: Happening) -> dict[str, frozenset[str]]:
    """Who took part, by country."""
    sides: dict[str, set[str]] = defaultdict(set)
    for actor, name, country in event.sides:
        sides[country or ""].add(actor or f"={name}")
    return {country: frozenset(side) for country, side in sides.items()}


def _sides_fit(a: dict[str, frozenset[str]], b: dict[str, frozenset[str]]) -> bool:
    """Whether every country that takes part in both is spoken for by one person in common, or by none in one."""
    if a.keys() != b.keys():
        return False
    for country, who in a.items():
        people, others = ({w for w in side if w[0] != "="} for side in (who, b[country]))
        if people and others and not people & others:
            return False
    return True
