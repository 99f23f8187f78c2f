"""All reports → all events: whole reports make clusters by key, the others join the one cluster they can mean."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Final

from bilat.link.days import number_of
from bilat.link.events.cluster import Cluster, clusters
from bilat.link.events.keys import Key, key_of
from bilat.link.events.report import Report

if TYPE_CHECKING:
    from bilat.lang.base import Kin

_LATE: Final = 3
_PAIR: Final = 2
_FEW: Final = 3


def weave(reports: Iterable[Report], kin: "Kin") -> list[Cluster]:
    """Every report in a cluster; in several where one telling is of several events."""
    by_key: dict[Key, list[Report]] = defaultdict(list)
    for report in reports:
        by_key[key_of(report, kin)].append(report)
    made = [c for key in sorted(by_key) if key.whole for c in _of_key(key, by_key[key])]
    _share_out(made)
    made = _one_occasion(made)
    index = _Index(made)
    left: dict[Key, list[Report]] = defaultdict(list)
    for key in sorted(by_key):
        if not key.whole:
            for report in by_key[key]:
                if not _join(report, index):
                    left[key].append(report)
    made += [c for key, alone in left.items() for c in clusters(key, alone)]
    return [c for c in made if c.reports]


def _of_key(key: Key, reports: list[Report]) -> Iterator[Cluster]:
    """Sessions of one mechanism are told apart by their numbers first."""
    if key.type != "session":
        yield from clusters(key, reports)
        return
    numbered: dict[int, list[Report]] = defaultdict(list)
    plain: list[Report] = []
    for report in reports:
        ordinal = report.telling.ordinal
        (plain if ordinal is None else numbered[ordinal]).append(report)
    made = [c for ordinal in sorted(numbered) for c in clusters(key, numbered[ordinal])]
    rest: list[Report] = []
    for report in plain:
        fitting = [c for c in made if _same_days(report, c)]
        if fitting:
            max(fitting, key=lambda c: (len(c.reports), c.first)).add(report)
        else:
            rest.append(report)
    yield from made
    yield from clusters(key, rest)


class _Index:
    """Clusters by type and country, to find those a report can mean."""

    def __init__(self, made: Iterable[Cluster]) -> None:
        self._by: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        for cluster in made:
            for country in countries_of(cluster):
                self._by[cluster.key.type, country].append(cluster)

    def near(self, report: Report) -> list[Cluster]:
        """Clusters of the report's type that all its countries take part in, at a time that fits."""
        wanted = [c for c in (*report.sides, report.telling.host or "") if c]
        if not wanted:
            return []
        rarest = min((self._by[report.telling.type, c] for c in wanted), key=len)
        return [c for c in rarest if set(wanted) <= countries_of(c) and _same_days(report, c)]


def countries_of(cluster: Cluster) -> set[str]:
    """Codes of all sides, and of the host."""
    found = {c for report in cluster.reports for c in report.sides if c}
    return found | {report.telling.host for report in cluster.reports if report.telling.host}


def _same_days(report: Report, cluster: Cluster) -> bool:
    when = report.when
    if not cluster.exact:
        return False
    if when.told:
        return when.first <= cluster.last and cluster.first <= when.last
    told = number_of(report.telling.published)
    if told is None or report.telling.background:
        return False
    if report.telling.status == "planned":
        return cluster.last >= told and cluster.first <= when.last
    return cluster.first - 1 <= told <= cluster.last + _LATE


def _join(report: Report, index: _Index) -> bool:
    """A report that lacks a name joins the event it must mean: the only one that has all it names."""
    people = report.people
    fitting = [c for c in index.near(report) if people <= c.people and _bodies_fit(report, c)]
    if not fitting:
        return False
    days = {(c.first, c.last) for c in fitting}
    if len(fitting) > 1 and (not people or len(days) > 1):
        return False
    best = max(fitting, key=lambda c: (len(c.reports), c.key))
    report.inferred = True
    best.add(report)
    return True


def _bodies_fit(report: Report, cluster: Cluster) -> bool:
    """A body or delegation named instead of a person is no one else's event."""
    named = {a for side in report.sides.values() for a in side if a[0] == "="}
    if not named:
        return True
    return any(named <= {a for side in r.sides.values() for a in side} for r in cluster.reports)


def _share_out(made: list[Cluster]) -> None:
    """One guest with three hosts told as one meeting (甲分别会见乙、丙、丁): a report of each meeting that has others
    of its own."""
    by_key: dict[tuple[str, tuple[str, ...]], list[Cluster]] = defaultdict(list)
    for cluster in made:
        by_key[cluster.key.type, cluster.key.who].append(cluster)
    for cluster in list(made):
        if cluster.key.type not in ("meeting", "call"):
            continue
        for report in list(cluster.reports):
            sides = list(report.sides.values())[:_PAIR]
            if len(sides) < _PAIR:
                continue
            for one, several in (sides, sides[::-1]):
                if len(one) == 1 and len(several) > 1:
                    for other in several[1:]:
                        pair = tuple(sorted((one[0], other)))
                        fitting = [
                            c for c in by_key[cluster.key.type, pair] if c is not cluster and _same_days(report, c)
                        ]
                        if fitting:
                            fitting[0].told.append(report)


def _one_occasion(made: list[Cluster]) -> list[Cluster]:
    """Clusters that are one event told with other principals first, or under the neighbouring day of another zone."""
    by_day: dict[tuple[str, int], list[Cluster]] = defaultdict(list)
    for cluster in made:
        if cluster.exact:
            by_day[cluster.key.type, cluster.first].append(cluster)
    gone: set[int] = set()

    def put_together(a: Cluster, b: Cluster) -> None:
        more, less = (a, b) if len(a.reports) >= len(b.reports) else (b, a)
        for report in less.reports:
            more.add(report)
        gone.add(id(less))

    for (kind, _), same in sorted(by_day.items()):
        for a, b in combinations(same, 2):
            if id(a) not in gone and id(b) not in gone and _one(kind, a, b):
                put_together(a, b)
    for (kind, day), same in sorted(by_day.items()):
        for a in same:
            for b in by_day.get((kind, day + 1), ()):
                if a.key == b.key and id(a) not in gone and id(b) not in gone and _other_zone(a, b):
                    put_together(a, b)
    return [c for c in made if id(c) not in gone]


def _one(kind: str, a: Cluster, b: Cluster) -> bool:
    """Whether most reports of both name all principals of both."""
    if kind == "session" or (kind == "visit" and a.key.what != b.key.what):
        return False
    both = {*a.key.who, *b.key.who}
    reports = [*a.reports, *b.reports]
    together = sum(both <= r.people for r in reports)
    if kind == "visit":
        return together > 0
    return 2 * together >= len(reports)


def _other_zone(a: Cluster, b: Cluster) -> bool:
    """Whether hardly any publisher tells both days: of two meetings of one pair on two days, some would tell both.
    One document alone that tells the neighbouring day too has read a day wrongly."""
    if a.key.type != "meeting":
        return False
    less, more = sorted(([r.telling for r in c.reports if r.when.exact] for c in (a, b)), key=len)
    if len({t.document for t in less}) == 1 and len(more) >= _FEW and less[0].document in {t.document for t in more}:
        return True
    publishers = {t.publisher for t in more}
    return sum(t.publisher in publishers for t in less) * _FEW <= len(less)
