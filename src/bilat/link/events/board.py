"""Clusters and occasions while they are being woven: what is new over what was kept, loaded as it is asked for."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from bilat.link.events.cluster import Cluster
from bilat.link.events.clustering import clusters
from bilat.link.events.joining import LONGEST, countries_named, countries_of, fits, only_one
from bilat.link.events.keys import key_of
from bilat.link.events.occasions import DAYWISE, one_occasion, shared, standing
from bilat.link.events.report import Report, days_to_join, ready
from bilat.link.events.shelf import Shelf
from bilat.model.linking import Taker
from bilat.model.places import NOWHERE, Kept, Key, Place

if TYPE_CHECKING:
    from bilat.lang.base import Kin

Holder = Callable[[Taker, str | None], str | None]
"""The actor that a bare office means on a day, None where that cannot be told."""


class Board:
    """The clusters of one run. Numbers name tellings and clusters; an occasion is named by the cluster that stands for
    it. `dropped` are kept clusters that are no more, `spans` their types and days."""

    def __init__(self, shelf: Shelf, came: set[int], gone: set[int], kin: "Kin", holder: Holder) -> None:
        self._shelf = shelf
        self._came = came
        self._gone = gone
        self._kin = kin
        self._holder = holder
        self._reports: dict[int, Report] = {}
        self.keys: dict[int, Key] = {}
        """The key of each telling that is loaded."""
        self._came_to: dict[Key, list[int]] = defaultdict(list)
        self._places: dict[int, Place | None] = {}
        self._home: dict[int, int] = {}
        """The cluster of each telling that was put anew."""
        self._clusters: dict[int, Cluster] = {}
        self._countries: dict[int, frozenset[str]] = {}
        self._kept: dict[int, Kept] = {}
        self._kept_on: dict[tuple[str, int], tuple[Kept, ...]] = {}
        self._new: dict[tuple[str, int], list[int]] = defaultdict(list)
        """New clusters of whole keys, by type and first day."""
        self._occasion: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        self.dropped: set[int] = set()
        self.spans: set[tuple[str, int, int]] = set()

    def load(self, numbers: Iterable[int]) -> None:
        """Makes reports of tellings."""
        wanted = sorted(n for n in set(numbers) if n not in self._reports and n not in self._gone)
        for telling in self._shelf.tellings(wanted) if wanted else ():
            report = ready(telling, self._kin, self._holder)
            self._reports[telling.number] = report
            key = self.keys[telling.number] = key_of(report, self._kin)
            if telling.number in self._came:
                self._came_to[key].append(telling.number)

    def places(self, numbers: Iterable[int]) -> Mapping[int, Place]:
        """Where tellings were put before; without those that were not."""
        numbers = set(numbers)
        wanted = sorted(n for n in numbers if n not in self._places)
        if wanted:
            found = self._shelf.places(wanted)
            self._places.update((number, found.get(number)) for number in wanted)
        return {number: place for number in numbers if (place := self._places[number]) is not None}

    def place(self, number: int) -> Place | None:
        """Where a telling was put before."""
        return self.places([number]).get(number)

    def key_of(self, number: int) -> Key:
        """The key of a telling as it is now."""
        key = self.keys.get(number)
        if key is None:
            place = self.place(number)
            if place is None or number in self._came:
                self.load([number])
                return self.keys[number]
            key = place.key
        return key

    def of_key(self, key: Key) -> set[int]:
        """All tellings with a key."""
        kept = {n for n in self._shelf.members(key) if n not in self._came and n not in self._gone}
        return kept.union(self._came_to[key])

    def recluster(self, key: Key, numbers: Collection[int]) -> set[int]:
        """Makes the clusters of a key anew of these tellings. Returns those whose cluster changed, before or after."""
        self.load(numbers)
        kept = {k.cluster: k for k in self._shelf.of_key(key)}
        changed: set[int] = set()
        same: set[int] = set()
        ordered = sorted(numbers, key=lambda n: self._reports[n].telling.id)
        for cluster in clusters(key, [self._reports[n] for n in ordered]):
            number, tellings = cluster.number, sorted(r.telling.number for r in cluster.reports)
            self._clusters[number] = cluster
            self._home.update(dict.fromkeys(tellings, number))
            old = kept.get(number)
            if old is not None and _is_as_before(cluster, old, tellings) and self._came.isdisjoint(tellings):
                same.add(number)
                self._kept[number] = old
                continue
            changed.update(tellings)
            if cluster.exact and key.whole:
                self._new[key.type, cluster.first].append(number)
        for old in kept.values():
            if old.cluster not in same:
                self.dropped.add(old.cluster)
                changed.update(old.tellings)
                if old.first and key.whole:
                    self.spans.add((key.type, old.first, old.last))
        return changed

    def cluster_of(self, telling: int) -> int:
        """The number of the cluster a telling is in, `NOWHERE` for none."""
        if telling in self._home:
            return self._home[telling]
        place = self.place(telling)
        return place.cluster if place is not None else NOWHERE

    def cluster(self, number: int) -> Cluster:
        """A cluster by number."""
        if number not in self._clusters:
            self._fetch(self._shelf.clusters([number]))
        return self._clusters[number]

    def _fetch(self, kept: Iterable[Kept]) -> list[int]:
        """Loads clusters that were kept and still are as they were. Returns their numbers."""
        current = [k for k in kept if k.cluster not in self.dropped]
        missing = [k for k in current if k.cluster not in self._clusters]
        self.load(number for k in missing for number in k.tellings)
        for each in missing:
            reports = [self._reports[number] for number in each.tellings]
            held = any(r.telling.status == "held" for r in reports)
            self._clusters[each.cluster] = Cluster(each.key, reports, each.first, each.last, held)
            self._kept[each.cluster] = each
            self._home.update(dict.fromkeys(each.tellings, each.cluster))
        return [k.cluster for k in current]

    def occasion(self, number: int) -> int:
        """The occasion of a cluster."""
        if number not in self._occasion:
            found = [number]
            for each in found:
                found += [other for other in self._beside(each) if other not in found]
            stands = standing([self._clusters[each] for each in found]).number
            self._members[stands] = sorted(found)
            self._occasion.update(dict.fromkeys(found, stands))
        return self._occasion[number]

    def members(self, occasion: int) -> list[int]:
        """The clusters of an occasion."""
        return self._members[occasion]

    def stood_for(self, occasion: int) -> list[int]:
        """The occasions that the clusters of an occasion were of before."""
        return sorted({self._kept[n].occasion for n in self._members[occasion] if n in self._kept})

    def _beside(self, number: int) -> list[int]:
        """Clusters that are one occasion with a cluster."""
        cluster = self.cluster(number)
        kind, day = cluster.key.type, cluster.first
        if not cluster.exact or not cluster.key.whole or kind not in DAYWISE:
            return []
        near = self._on_day(kind, day)
        if kind == "meeting":
            near = near + self._on_day(kind, day - 1, cluster.key) + self._on_day(kind, day + 1, cluster.key)
        return [n for n in near if n != number and one_occasion(cluster, self._clusters[n])]

    def _on_day(self, kind: str, day: int, key: Key | None = None) -> list[int]:
        """Clusters of a type that begin on a day; of one key only, when one is given."""
        if (kind, day) not in self._kept_on:
            self._kept_on[kind, day] = tuple(self._shelf.on_day(kind, day))
        kept = self._fetch(k for k in self._kept_on[kind, day] if key is None or k.key == key)
        new = (n for n in self._new.get((kind, day), ()) if key is None or self._clusters[n].key == key)
        return sorted({*kept, *new})

    def sharing(self, cluster: Cluster, report: Report) -> Iterator[int]:
        """The other clusters of the day that a report of a cluster tells of as well."""
        if not cluster.exact:
            return
        for pair in shared(report):
            for other in self._on_day(cluster.key.type, cluster.first):
                if self._clusters[other].key.who == pair and self.occasion(other) != self.occasion(cluster.number):
                    yield other

    def joins(self, number: int) -> int:
        """The occasion that a report which lacks a name joins, `NOWHERE` for none."""
        report = self._reports[number]
        days, wanted = days_to_join(report), countries_named(report)
        if not days[0] or not wanted:
            return NOWHERE
        kind = report.telling.type
        near = self._fetch(self._shelf.between(kind, days[0] - LONGEST, days, wanted))
        for day in range(days[0] - LONGEST, days[1] + 1):
            near += self._new.get((kind, day), ())
        fitting = {n: c for n in near if fits(report, c := self._clusters[n], self._countries_of(n), days)}
        if not fitting:
            return NOWHERE
        stand = {self.occasion(n) for n in fitting}
        found = only_one(report, [self._clusters[n] for n in sorted(stand)])
        return found.number if found is not None else NOWHERE

    def _countries_of(self, number: int) -> frozenset[str]:
        found = self._countries.get(number)
        if found is None:
            found = self._countries[number] = countries_of(self._clusters[number])
        return found

    def final(self, occasion: int, joiners: Iterable[int]) -> Cluster:
        """An occasion as one cluster, with the reports that join it and those that other occasions have as well."""
        main = self._clusters[occasion]
        reports = [report for number in self._members[occasion] for report in self._clusters[number].reports]
        for number in joiners:
            report = self._reports[number]
            report.inferred = True
            reports.append(report)
        held = any(report.telling.status == "held" for report in reports)
        return Cluster(main.key, reports, main.first, main.last, held, self._told(occasion))

    def _told(self, occasion: int) -> list[Report]:
        """Reports of other occasions that tell of this one as well."""
        found: dict[int, Report] = {}
        for number in self._members[occasion]:
            cluster = self._clusters[number]
            if not cluster.exact or cluster.key.type not in DAYWISE:
                continue
            for other in self._on_day(cluster.key.type, cluster.first):
                if self.occasion(other) != occasion:
                    for report in self._clusters[other].reports:
                        if cluster.key.who in shared(report):
                            found[report.telling.number] = report
        return [found[number] for number in sorted(found, key=lambda n: found[n].telling.id)]

    def kept(self, number: int) -> Kept:
        """A cluster as it goes on the shelf."""
        cluster = self._clusters[number]
        occasion = self._occasion.get(number, number)
        tellings = tuple(sorted(report.telling.number for report in cluster.reports))
        return Kept(
            number,
            cluster.key,
            cluster.first,
            cluster.last,
            tuple(sorted(self._countries_of(number))),
            occasion,
            tellings,
        )

    def placed(self, number: int, joined: int) -> Place:
        """Where a telling is put."""
        key = self.key_of(number)
        days = (0, 0) if key.whole else days_to_join(self._reports[number])
        return Place(number, key, NOWHERE if joined != NOWHERE else self.cluster_of(number), joined, *days)


def _is_as_before(cluster: Cluster, old: Kept, tellings: list[int]) -> bool:
    return old.tellings == tuple(tellings) and (old.first, old.last) == (cluster.first, cluster.last)
