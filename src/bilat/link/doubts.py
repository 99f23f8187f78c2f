"""What linking was not sure of → Doubts, for a person to decide.

Of actors: joints that little speaks for, and names that nearly were one person. Of events: reports that name no person
and were joined by office or country, and events of one type and one set of sides that nearly were one. What a decision
has settled is no doubt. docs/linking.md gives the numbers.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from bilat.link.actors import Actors
from bilat.link.days import first_and_last, number_of
from bilat.link.rulings import Rulings, pair_of
from bilat.model.doubt import Doubt
from bilat.model.linking import Linked, Telling

_SURE: Final = 0.8
"""A joint that is likelier than this is none to ask about."""
_INFERRED: Final = 0.7
_LEAST: Final = 0.35
_APART: Final = {"visit": 7}
_APART_ELSE: Final = 3
"""Days between two events that may be one told with a wrong date."""
_UNDATED: Final = 14
"""Days between the first report of an event that nobody dates and one that may be it."""
_NEXT: Final = 6
"""Events of one side and type looked at after each, in order of days."""


def doubts(
    actors: Actors,
    events: Sequence[Linked],
    tellings: Mapping[int, Telling],
    homes: Mapping[str, str],
    rulings: Rulings,
) -> list[Doubt]:
    """All doubts, in an order of their own; each pair once."""
    found: dict[tuple[str, str], Doubt] = {}
    kept = {pair_of(actors[a], actors[b]) for a, b in rulings.apart}
    kept |= {pair_of(homes.get(a, a), homes.get(b, b)) for ids, b in rulings.moved for a in ids}
    kept |= {pair_of(homes.get(a, a), homes.get(b, b)) for a, b in rulings.removed}
    for doubt in (*_of_actors(actors, kept), *_inferred(events, tellings), *_near(events, tellings, kept)):
        key = pair_of(doubt.one, doubt.other)
        if key not in found or doubt.likely > found[key].likely:
            found[key] = doubt
    return sorted(found.values())


def _of_actors(actors: Actors, kept: set[tuple[str, str]]) -> Iterator[Doubt]:
    for joint in actors.joints:
        if joint.why != "decision" and joint.likely < _SURE:
            yield Doubt("actor", joint.one, joint.other, joined=True, why=joint.why, likely=round(joint.likely, 3))
    seen: set[tuple[str, str]] = set()
    for joint in sorted(actors.doubtful, key=lambda j: (-j.likely, j.one, j.other, j.why)):
        pair = pair_of(actors[joint.one], actors[joint.other])
        if pair[0] != pair[1] and pair not in kept and pair not in seen:
            seen.add(pair)
            yield Doubt("actor", joint.one, joint.other, joined=False, why=joint.why, likely=round(joint.likely, 3))


def _inferred(events: Iterable[Linked], tellings: Mapping[int, Telling]) -> Iterator[Doubt]:
    for event in events:
        sure = next((told.telling for told in event.tellings if not told.inferred), None)
        if sure is None:
            continue
        for told in event.tellings:
            if told.inferred:
                one, other = tellings[told.telling].id, tellings[sure].id
                yield Doubt("event", one, other, joined=True, why="inferred", likely=_INFERRED)


class _Happened(NamedTuple):
    """An event with the days on which it may have been (that of its first report, where none is told: not `dated`),
    and who took part, by country."""

    first: int
    last: int
    dated: bool
    event: Linked
    sides: dict[str, frozenset[str]]


def _near(events: Iterable[Linked], tellings: Mapping[int, Telling], kept: set[tuple[str, str]]) -> Iterator[Doubt]:
    """Events that are alike in all but what keeps them apart."""
    by_side: dict[tuple[str, str], list[_Happened]] = defaultdict(list)
    for event in events:
        happened = _happened(event, tellings)
        if happened is None:
            continue
        for one in {who for side in happened.sides.values() for who in side} | {event.mechanism or ""} - {""}:
            by_side[event.type, one].append(happened)
    for alike in by_side.values():
        ordered = sorted(alike, key=lambda h: (h.first, h.last, h.event.id))
        for ahead in range(1, _NEXT + 1):
            for a, b in zip(ordered, ordered[ahead:], strict=False):
                if pair_of(a.event.id, b.event.id) not in kept and (likely := _likely(a, b)) >= _LEAST:
                    yield Doubt("event", *pair_of(a.event.id, b.event.id), joined=False, why="near", likely=likely)


def _happened(event: Linked, tellings: Mapping[int, Telling]) -> _Happened | None:
    start, end = first_and_last(event.start), first_and_last(event.end)
    days = start or end
    if days is None:
        told = min((day for t in event.tellings if (day := number_of(tellings[t.telling].published))), default=None)
        if told is None:
            return None
        days = (told, told)
    sides: dict[str, set[str]] = defaultdict(set)
    for side in event.sides:
        sides[side.country or ""].add(side.actor or f"={side.name}")
    who = {country: frozenset(side) for country, side in sides.items()}
    return _Happened(days[0], max(days[1], end[1] if end else 0), start is not None or end is not None, event, who)


def _likely(a: _Happened, b: _Happened) -> float:
    """How likely two events are one: 0 where something tells them apart for certain."""
    one, other = a.event, b.event
    days = b.first - a.last
    most = _APART.get(one.type, _APART_ELSE) if a.dated and b.dated else _UNDATED
    told_apart = any(x and y and x != y for x, y in ((one.host, other.host), (one.ordinal, other.ordinal)))
    if days > most or told_apart or not _sides_fit(a, b):
        return 0.0
    everyone = frozenset[str]().union(*a.sides.values(), *b.sides.values())
    both = frozenset[str]().union(*a.sides.values()) & frozenset[str]().union(*b.sides.values())
    who = 0.5 + 0.5 * (len(both) / len(everyone) if everyone else 0)
    when = 1 - max(days, 0) / (most + 1)
    where = 0.6 if one.place and other.place and one.place != other.place else 1.0
    return round(0.8 * who * when * where, 3)


def _sides_fit(a: _Happened, b: _Happened) -> bool:
    """Whether every country that takes part in both is spoken for by one person in common, or by none in one."""
    if a.sides.keys() != b.sides.keys():
        return False
    for country, who in a.sides.items():
        people, others = ({w for w in side if w[0] != "="} for side in (who, b.sides[country]))
        if people and others and not people & others:
            return False
    return True
