"""Reports of one key → clusters, each one event.

Days decide. Reports that tell a day make the clusters; what is told without a day, or as a range, joins the cluster it
can mean. docs/linking.md gives every number of days and what it was measured on.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from bilat.link.days import number_of
from bilat.link.events.report import Report, When, days_about
from bilat.model.places import Key

_GAP: Final = {"visit": 1, "call": 1, "message": 2, "session": 1, "signing": 0, "meeting": 0}
"""Days between reports of one event: of a visit each may tell another part, a call is on two days at once where the
zones differ."""
_LATE: Final = {"visit": 14, "session": 10, "message": 7, "signing": 3}
_LATE_ELSE: Final = 6
"""Days after an event in which reports without a date are still news of it."""
_STILL: Final = 3
"""Days after an event in which articles written ahead of it still come out."""
_EARLY: Final = 45
"""Days by which an announced day may be missed: the event announced is the next one."""
_AGO: Final = 400
"""Days back in which what is recalled without a date is looked for."""
_LONG: Final = 21
"""Days of the longest visit; longer windows are no dates."""


@dataclass(slots=True)
class Cluster:
    """Reports of one event. `first` and `last` are its days as told exactly, 0 when none is."""

    key: Key
    reports: list[Report] = field(default_factory=list[Report])
    first: int = 0
    last: int = 0
    held: bool = False
    told: list[Report] = field(default_factory=list[Report])
    """Reports that other clusters have as well: a meeting of one with three told as one."""

    def add(self, report: Report, *, dates: bool = False) -> None:
        self.reports.append(report)
        self.held = self.held or report.telling.status == "held"
        if dates:
            self.first = min(self.first or report.when.first, report.when.first)
            self.last = max(self.last, report.when.last)

    @property
    def number(self) -> int:
        """The number of the earliest kept telling."""
        return min(report.telling.number for report in self.reports)

    @property
    def exact(self) -> bool:
        return self.first > 0

    @property
    def people(self) -> set[str]:
        return {actor for report in self.reports for actor in report.people}


def clusters(key: Key, reports: Iterable[Report]) -> list[Cluster]:
    """The events that reports of one key tell of, those with days first. Sessions of one mechanism are told apart by
    their numbers first."""
    if key.type != "session" or not key.whole:
        return _clusters(key, reports)
    numbered: dict[int, list[Report]] = defaultdict(list)
    plain: list[Report] = []
    for report in sorted(reports, key=_order):
        ordinal = report.telling.ordinal
        (plain if ordinal is None else numbered[ordinal]).append(report)
    made = [c for ordinal in sorted(numbered) for c in _clusters(key, numbered[ordinal])]
    rest: list[Report] = []
    for report in plain:
        days = days_about(report)
        fitting = [c for c in made if c.exact and c.first <= days[1] and days[0] <= c.last]
        if fitting:
            max(fitting, key=lambda c: (len(c.reports), c.first)).add(report)
        else:
            rest.append(report)
    return made + _clusters(key, rest)


def _clusters(key: Key, reports: Iterable[Report]) -> list[Cluster]:
    ordered = sorted(reports, key=_order)
    made: list[Cluster] = []
    news = [r for r in ordered if r.how != "mentioned"]
    _chain(key, [r for r in news if _exact(r) and r.telling.status == "held"], made)
    _dated(key, [r for r in news if r.telling.status != "held"], made)
    for report in news:
        if not _exact(report):
            _join_undated(key, report, made)
    recalled = [r for r in ordered if r.how == "mentioned"]
    _dated(key, recalled, made)
    for report in recalled:
        if not _exact(report):
            _recall(key, report, made)
    return made


def _dated(key: Key, reports: Sequence[Report], made: list[Cluster]) -> None:
    """Reports that tell a day join the event of that day; what is left makes events of its own."""
    _chain(key, [r for r in reports if _exact(r) and not _join_dated(r, made)], made)


def _order(report: Report) -> tuple[int, int, str, str]:
    return report.when.first, report.when.last, report.telling.published or "", report.telling.id


def _exact(report: Report) -> bool:
    """Whether a report tells the day; for what takes a day only, a range of days is none."""
    when, kind = report.when, report.telling.type
    if not when.exact or when.last - when.first > _LONG:
        return False
    return kind in ("visit", "session") or when.first == when.last


def _chain(key: Key, reports: Sequence[Report], made: list[Cluster]) -> None:
    """Reports in order of days; a cluster ends where the next report begins later than it may."""
    gap = _GAP[key.type]
    now: Cluster | None = None
    for report in reports:
        if now is None or report.when.first > now.last + gap:
            now = Cluster(key)
            made.append(now)
        now.add(report, dates=True)


def _join_dated(report: Report, made: list[Cluster]) -> bool:
    """What was announced for a day belongs to the event of that day, else to the next one that was held."""
    gap = _GAP[report.telling.type]
    when = report.when
    near = [c for c in made if c.first - gap <= when.last and when.first <= c.last + gap]
    if not near and report.how == "announced":
        told = _published(report)
        near = [c for c in made if c.held and abs(c.first - when.first) <= _EARLY and told <= c.last]
    if not near:
        return False
    min(near, key=lambda c: (abs(c.first - when.first), c.first)).add(report)
    return True


def _published(report: Report) -> int:
    return number_of(report.telling.published) or report.when.first


def _join_undated(key: Key, report: Report, made: list[Cluster]) -> None:
    """A report without a day: news of the latest event that it can mean, or ahead of the next."""
    fitting = [c for c in made if _fits(report, c)]
    if not fitting:
        made.append(Cluster(key, [report], held=report.telling.status == "held"))
        return
    people, told = report.people, _published(report)
    best = min(fitting, key=lambda c: (_apart(report, c, told), -len(people & c.people), -len(c.reports), c.first))
    best.add(report)


def _apart(report: Report, cluster: Cluster, told: int) -> int:
    """Days between a report and an event; within a told range all days are as near."""
    if report.when.told:
        return 0
    if not cluster.exact:
        return min(abs(told - _published(r)) for r in cluster.reports)
    return 0 if cluster.first <= told <= cluster.last + 1 else min(abs(told - cluster.first), abs(told - cluster.last))


def _fits(report: Report, cluster: Cluster) -> bool:
    when, told = report.when, _published(report)
    if not cluster.exact:
        return _fits_undated(report, cluster, told)
    if when.told:
        return when.first <= cluster.last + 1 and cluster.first <= when.last + 1
    if report.telling.status == "planned":
        return cluster.last + _STILL >= told and cluster.first <= when.last
    late = _LATE.get(report.telling.type, _LATE_ELSE)
    return cluster.first - 1 <= told <= cluster.last + late


def _fits_undated(report: Report, cluster: Cluster, told: int) -> bool:
    """Of events that nobody dates, those told within a few days of each other are one; ahead of it, within weeks."""
    window = (
        _EARLY if report.telling.status == "planned" or not cluster.held else _LATE.get(cluster.key.type, _LATE_ELSE)
    )
    if report.telling.background:
        window = _AGO
    if report.when.told:
        dated = [r for r in cluster.reports if r.when.told] or [r for r in cluster.reports if r.how != "mentioned"]
        return any(_meet(report.when, r.when) for r in dated)
    return any(abs(told - _published(r)) <= window for r in cluster.reports)


def _meet(a: When, b: When) -> bool:
    return a.first <= b.last and b.first <= a.last


def _recall(key: Key, report: Report, made: list[Cluster]) -> None:
    """Background: the event of the time told, else the latest before."""
    told = _published(report)
    if report.when.told:
        fitting = [c for c in made if c.exact and _meet(report.when, When(c.first, c.last, exact=True, told=True))]
    else:
        fitting = [c for c in made if c.exact and c.first <= told and told - c.first <= _AGO]
    if fitting:
        max(fitting, key=lambda c: (c.first, len(c.reports))).add(report)
        return
    for cluster in made:
        if not cluster.exact and _fits_undated(report, cluster, told):
            cluster.add(report)
            return
    made.append(Cluster(key, [report], held=report.telling.status == "held"))
