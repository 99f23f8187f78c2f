"""Tellings → blocks that never meet: no telling of one can ever be in an event with, or change, one of another.

Two tellings of one type meet when they have one key; when one names all principals of the other's key; or when one
lacks a name, and the other's key has its people and countries on one of the days among which it looks. All else that
linking asks of two tellings (days, publishers, wording) only ever keeps apart. A block is in the end a few people or a
pair of countries for a time; of 9,694 tellings of 27,072 articles the largest has 326, and there are 3,951.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from bilat.link.events.joining import LONGEST, countries_named
from bilat.link.events.keys import key_of
from bilat.link.events.occasions import DAYWISE
from bilat.link.events.report import Report, days_to_join
from bilat.link.sets import Sets
from bilat.model.places import Key

if TYPE_CHECKING:
    from bilat.lang.base import Kin


@dataclass(slots=True)
class _Told:
    """All that the reports of a whole key name, and the days on which an event of theirs may begin."""

    people: set[str] = field(default_factory=set[str])
    countries: set[str] = field(default_factory=set[str])
    days: list[int] = field(default_factory=list[int])


@dataclass(frozen=True, slots=True)
class _Seeks:
    """A report that lacks a name: what an event must have that it joins."""

    key: Key
    people: frozenset[str]
    countries: tuple[str, ...]
    days: tuple[int, int]


class Blocks:
    """Blocks in the making; of each telling only its number, its key and names are held."""

    def __init__(self, kin: "Kin") -> None:
        self._kin = kin
        self._members: dict[Key, list[int]] = defaultdict(list)
        self._told: dict[Key, _Told] = {}
        self._others: set[tuple[Key, Key]] = set()
        """Keys, and keys that a report of theirs names the principals of, whether there are such or not."""
        self._seeking: list[_Seeks] = []
        self._of: dict[str, Key] = {}

    def add(self, report: Report) -> None:
        """Takes one telling."""
        key = key_of(report, self._kin)
        self._members[key].append(report.telling.number)
        self._of[report.telling.id] = key
        if key.whole:
            told = self._told.setdefault(key, _Told())
            told.people |= report.people
            told.countries.update(c for c in (*report.sides, report.telling.host) if c)
            if report.when.exact:
                told.days.append(report.when.first)
            if key.type in DAYWISE:
                size = 1 if key.type == "visit" else 2
                named = (key._replace(who=who) for who in combinations(sorted(report.people), size))
                self._others.update((key, other) for other in named if other != key)
            return
        days, countries = days_to_join(report), countries_named(report)
        if days[0] and countries:
            self._seeking.append(_Seeks(key, report.people, tuple(countries), days))

    def made(self, together: Iterable[Iterable[str]] = ()) -> list[list[int]]:
        """The numbers of the tellings of each block, the earliest first. Tellings in one group of `together` (by id)
        are in one block: people may put them in one event."""
        sets = Sets[Key]()
        for one, other in self._others:
            if other in self._told:
                sets.unite(one, other)
        self._unite_sought(sets)
        for group in together:
            keys = [self._of[id_] for id_ in group if id_ in self._of]
            for key in keys[1:]:
                sets.unite(keys[0], key)
        found: dict[Hashable, list[int]] = defaultdict(list)
        for key, numbers in self._members.items():
            found[sets.first(key)] += numbers
        return sorted(sorted(numbers) for numbers in found.values())

    def _unite_sought(self, sets: "Sets[Key]") -> None:
        by_country: dict[tuple[str, str], list[tuple[Key, _Told]]] = defaultdict(list)
        for key, told in self._told.items():
            told.days.sort()
            for country in told.countries:
                by_country[key.type, country].append((key, told))
        for seeks in self._seeking:
            first, last = seeks.days
            for key, told in by_country.get((seeks.key.type, seeks.countries[0]), ()):
                at = bisect_left(told.days, first - LONGEST)
                if (
                    at < len(told.days)
                    and told.days[at] <= last
                    and told.countries.issuperset(seeks.countries)
                    and seeks.people <= told.people
                ):
                    sets.unite(seeks.key, key)


def bundles(blocks: Iterable[Sequence[int]], size: int) -> list[list[int]]:
    """Blocks put together to tasks of about so many tellings, in order."""
    made: list[list[int]] = []
    for block in blocks:
        if not made or len(made[-1]) >= size:
            made.append([])
        made[-1] += block
    return made
