"""Reports of one key → clusters, each one event.

Days decide. Reports that tell a day make the clusters; what is told without a day, or as a range, joins the cluster it
can mean. docs/linking.md gives every number of days and what it was measured on.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from bilat.link.events.cluster import STAY, Cluster, only_end, published
from bilat.link.events.report import Report, When, days_about
from bilat.link.wording import comparable, share_half
from bilat.model.places import Key

_GAP: Final = {"visit": 1, "call": 1, "message": 2, "session": 1, "signing": 0, "meeting": 0}
"""Days between reports of one event: of a visit each may tell another part, a call is on two days at once where the
zones differ."""
_ONCE: Final = 21
"""Days between reports of one session with a number: it lasts two weeks, and articles take the day of a journey for its
own; the next number is months away."""
_ONCE_MOST: Final = 42
"""Days of all that is told of a session with a number."""
_BESIDE: Final = 7
"""Days from a session with a number in which the same mechanism told without one is that session."""
_LATE: Final = {"visit": 14, "session": 10, "message": 7, "signing": 3}
_LATE_ELSE: Final = 6
"""Days after an event in which reports without a date are still news of it."""
_STILL: Final = 3
"""Days after an event in which articles written ahead of it still come out."""
_EARLY: Final = 45
"""Days by which an announced day may be missed: the event announced is the next one."""
_PUT_OFF: Final = {"visit": 7}
"""Days between two announced days of one event."""
_AGO: Final = {"session": 45, "signing": 3}
_AGO_ELSE: Final = 120
"""Days back in which what is recalled without a date is looked for among events that nobody dates."""
_SEASON: Final = 92
"""Days of the longest time told that means one meeting without its place."""
_CALLED_OFF: Final = frozenset({"meeting", "call"})
"""Types of what was not held when it was called off; a visit is put off, a session goes on without who stays away."""
_SAME: Final = 400
"""Days back in which the session of one number, or one paper by its name, is looked for."""
_RECALLED: Final = 400
"""The same, among events with days."""
_INVITED: Final = {"visit": 120}
"""Days from what is announced without a date to the next news of it without a date."""
_DAYS: Final = 3
"""Days, after the first, of the longest meeting."""
_LONG: Final = 21
"""Days of the longest visit; longer windows are no dates."""


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
        fitting = [c for c in made if c.exact and c.first <= days[1] and days[0] <= c.last] or _beside(report, made)
        if fitting:
            max(fitting, key=lambda c: (len(c.reports), c.first)).add(report)
        else:
            rest.append(report)
    return _with_days(made, _clusters(key, rest, [c for c in made if c.exact]))


def _clusters(key: Key, reports: Iterable[Report], others: Sequence[Cluster] = ()) -> list[Cluster]:
    """The events of reports that no number tells apart; those that have no day may be of others as well."""
    ordered = sorted(reports, key=_order)
    made: list[Cluster] = []
    news = [r for r in ordered if r.how != "mentioned"]
    gap = _ONCE if key.type == "session" and all(r.telling.ordinal is not None for r in ordered) else None
    _chain(key, [r for r in news if _exact(r) and r.telling.status == "held"], made, gap)
    _dated(key, [r for r in news if r.telling.status != "held"], made)
    for report in news:
        if not _exact(report):
            _join_undated(key, report, made, others)
    recalled = [r for r in ordered if r.how == "mentioned"]
    _dated(key, recalled, made)
    for report in recalled:
        if not _exact(report):
            _recall(key, report, made, others)
    return made


def _beside(report: Report, numbered: Iterable[Cluster]) -> list[Cluster]:
    """The session with a number that is nearest to a report of a day near it, told without a number; none or one."""
    if not _exact(report):
        return []
    near = [(_days_apart(report.when, c), c.first, c) for c in numbered if c.exact]
    near = sorted((one for one in near if one[0] <= _BESIDE), key=lambda one: one[:2])
    return [c for _, _, c in near[:1]]


def _days_apart(when: When, cluster: Cluster) -> int:
    return max(cluster.first - when.last, when.first - cluster.last, 0)


def _with_days(numbered: list[Cluster], plain: list[Cluster]) -> list[Cluster]:
    """Sessions of one mechanism told with and without a number: one that has a number and no day is the only one with
    days that its news can mean."""
    for cluster in numbered:
        news = [r for r in cluster.reports if r.how != "mentioned"]
        fitting = [c for c in plain if c.exact and not cluster.exact and any(_fits(r, c, published(r)) for r in news)]
        if len(fitting) == 1:
            _put_together(cluster, fitting, plain)
    return [*numbered, *plain]


def _dated(key: Key, reports: Sequence[Report], made: list[Cluster]) -> None:
    """Reports that tell a day join the event of that day; what is left makes events of its own."""
    left = [r for r in reports if _exact(r) and not _join_dated(r, made)]
    ahead = [r for r in left if r.how == "announced"]
    _chain(key, ahead, made, _PUT_OFF.get(key.type))
    _chain(key, [r for r in left if r.how != "announced"], made)


def _order(report: Report) -> tuple[int, int, str, str]:
    return report.when.first, report.when.last, report.telling.published or "", report.telling.id


def _exact(report: Report) -> bool:
    """Whether a report tells the day; for what takes a day only, a range of days is none."""
    when, kind = report.when, report.telling.type
    if not when.exact or when.last - when.first > _LONG:
        return False
    return kind in ("visit", "session") or when.first == when.last


def _chain(key: Key, reports: Sequence[Report], made: list[Cluster], gap: int | None = None) -> None:
    """Reports in order of days; a cluster ends where the next report begins later than it may."""
    gap = _GAP[key.type] if gap is None else gap
    now: Cluster | None = None
    for report in reports:
        far = now is not None and gap == _ONCE and report.when.first > now.first + _ONCE_MOST
        if now is None or far or report.when.first > now.last + (STAY if only_end(report) else gap):
            now = Cluster(key)
            made.append(now)
        now.add(report, dates=True)


def _join_dated(report: Report, made: list[Cluster]) -> bool:
    """What was announced for a day belongs to the event of that day, else to the next one that was held."""
    gap = _GAP[report.telling.type]
    when = report.when
    near = [c for c in made if c.first - gap <= when.last and when.first <= c.last + gap]
    if not near and report.how == "mentioned":
        near = [c for c in made if not c.exact and any(_over_days(r.when, when) for r in c.reports)]
    if not near and report.how == "announced":
        told = published(report)
        near = [c for c in made if c.held and abs(c.first - when.first) <= _EARLY and told <= c.last]
        near = [c for c in near if report.land is None or report.land in c.lands or not c.lands]
    if not near:
        return False
    best = min(near, key=lambda c: (abs(c.first - when.first), c.first))
    if report.telling.type == "visit" and report.how == "announced":
        _put_together(best, [c for c in near if c is not best and c.first <= when.last], made)
    best.add(report)
    return True


def _over_days(when: When, day: When) -> bool:
    """Whether a meeting told from one day to another was on a day."""
    return when.exact and when.last - when.first <= _DAYS and when.first <= day.first <= when.last


def _put_together(cluster: Cluster, others: Sequence[Cluster], made: list[Cluster]) -> None:
    """The first and the last days of one journey, as it was announced, are one visit."""
    for other in others:
        for report in other.reports:
            cluster.add(report, dates=_exact(report))
        made[:] = [c for c in made if c is not other]


def _alone(key: Key, report: Report) -> Cluster:
    made = Cluster(key)
    made.add(report)
    return made


def _join_undated(key: Key, report: Report, made: list[Cluster], others: Sequence[Cluster]) -> None:
    """A report without a day: news of the latest event that it can mean, or ahead of the next."""
    people, told = report.people, published(report)
    fitting = [c for c in _near(report, (*made, *others), told) if _fits(report, c, told)]
    if not fitting:
        made.append(_alone(key, report))
        return
    ahead = report.telling.status == "planned"
    best = min(
        fitting,
        key=lambda c: (
            (ahead and key.type == "visit" and not c.exact)
            or (key.type == "session" and not (c.exact and _apart(report, c, told) <= _EARLY)),
            _apart(report, c, told),
            -len(people & c.people),
            -len(c.reports),
            c.first,
        ),
    )
    best.add(report)


def _near(report: Report, clusters: Iterable[Cluster], told: int) -> list[Cluster]:
    """Of these, in order, those that are not so far from a report in time that it cannot mean them."""
    when = report.when if report.when.told or report.how != "mentioned" else None
    first, last = (min(told, when.first), max(told, when.last)) if when else (told, told)
    since, until = first - _ONCE, last + _ONCE
    long_since, long_until = first - _SAME, last + _SAME
    return [
        c
        for c in clusters
        if (c.first <= until and c.last >= since if c.first else c.since <= long_until and c.until >= long_since)
    ]


def _apart(report: Report, cluster: Cluster, told: int) -> int:
    """Days between a report and an event; within a told range all days are as near."""
    if report.when.told:
        return 0
    if not cluster.exact:
        return cluster.from_nearest(told)
    return 0 if cluster.first <= told <= cluster.last + 1 else min(abs(told - cluster.first), abs(told - cluster.last))


def _fits(report: Report, cluster: Cluster, told: int) -> bool:
    when = report.when
    if cluster.key.type == "message" and not any(_senders(report) == _senders(r) for r in cluster.reports):
        return False
    if not cluster.exact:
        return _fits_undated(report, cluster, told)
    if when.told:
        return when.first <= cluster.last + 1 and cluster.first <= when.last + 1
    if report.telling.status == "planned":
        return cluster.last + _STILL >= told and cluster.first <= when.last
    if report.telling.ordinal is not None:
        return cluster.first - _ONCE <= told <= cluster.last + _ONCE
    late = _LATE.get(report.telling.type, _LATE_ELSE)
    return cluster.first - STAY - 1 <= told <= cluster.last + late and cluster.begun - 1 <= told


def _fits_undated(report: Report, cluster: Cluster, told: int) -> bool:
    """Of events that nobody dates, those told within a few days of each other are one; ahead of it, within weeks."""
    kind = cluster.key.type
    window = _EARLY if report.telling.status == "planned" or not cluster.held else _LATE.get(kind, _LATE_ELSE)
    if report.telling.status == "held" and not cluster.held:
        window = _INVITED.get(kind, window)
    if report.how == "mentioned":
        window = _AGO.get(kind, _AGO_ELSE)
    if kind == "session" and report.telling.ordinal is not None:
        window = _SAME
    if kind == "signing" and _papers(report, cluster):
        if not _is_one_paper(report, cluster):
            return False
        window = _SAME if report.how == "mentioned" else window
    if report.telling.status == "planned" and _was_before(cluster, told):
        return False
    if report.when.told:
        dated = [r for r in cluster.reports if r.when.told] or [r for r in cluster.reports if r.how != "mentioned"]
        return _is_there(report, cluster) and any(_meet(report.when, r.when) for r in dated)
    return cluster.from_nearest(told) <= window


def _was_before(cluster: Cluster, told: int) -> bool:
    """Whether an event that nobody dates was told as held before a day: what is announced later is another."""
    return 0 < cluster.news < told - _STILL


def _senders(report: Report) -> frozenset[str]:
    """Who writes; both where they exchange messages."""
    return frozenset(actor for actor, taker in report.takers.items() if taker.role != "recipient")


def _papers(report: Report, cluster: Cluster) -> list[tuple[str, str]]:
    """Each paper that a report names with each that an event has; none where one of them names none."""
    others = [name for r in cluster.reports for name in r.telling.documents]
    return [(one, other) for one in report.telling.documents for other in others]


def _is_one_paper(report: Report, cluster: Cluster) -> bool:
    """Whether a report and an event may mean one paper."""
    return any(not comparable(*pair) or share_half(*pair) for pair in _papers(report, cluster))


def _meet(a: When, b: When) -> bool:
    return a.first <= b.last and b.first <= a.last


def _most_told(cluster: Cluster) -> int:
    """How many reports of an event are news of it: what is told of a month is likelier the event told most."""
    return sum(report.how == "reported" for report in cluster.reports)


def _recall(key: Key, report: Report, made: list[Cluster], others: Sequence[Cluster]) -> None:
    """Background: the event of the time told, else the latest before."""
    told = published(report)
    if report.when.told:
        when = report.when
        fitting = [c for c in (*made, *others) if c.first and when.first <= c.last and c.first <= when.last]
        fitting = [c for c in fitting if _is_there(report, c)]
    else:
        since, until = told - _RECALLED, told + 1
        fitting = [c for c in made if since <= c.first <= until and _is_recalled(report, c, told, _RECALLED)]
        fitting += [c for c in others if _is_recalled(report, c, told, _AGO["session"])]
    if fitting:
        max(fitting, key=lambda c: (_most_told(c) if report.when.told else 0, c.first, len(c.reports))).add(report)
        return
    undated = [c for c in _near(report, made, told) if not c.exact and _has_been(c, told)]
    undated = [c for c in undated if _fits_undated(report, c, told)]
    if undated:
        min(undated, key=lambda c: (not c.held, _apart(report, c, told), -len(c.reports))).add(report)
        return
    made.append(_alone(key, report))


def _is_recalled(report: Report, cluster: Cluster, told: int, most: int) -> bool:
    """Whether an event with days, at most so many ago, is one that is recalled without a day: a meeting or call that
    was called off is none that was held."""
    off = report.telling.status == "cancelled" and cluster.held and cluster.key.type in _CALLED_OFF
    return cluster.exact and not off and cluster.first <= told + 1 and told - cluster.first <= most


def _is_there(report: Report, cluster: Cluster) -> bool:
    """Whether a meeting recalled of a whole year may be one of that year: when it tells where, only one held there."""
    short = report.when.last - report.when.first <= _SEASON or report.how != "mentioned"
    return short or report.land is None or cluster.key.type != "meeting" or report.land in cluster.lands


def _has_been(cluster: Cluster, told: int) -> bool:
    """Whether an event that nobody dates may have been by a day: not when it was only announced after it."""
    return cluster.held or cluster.days[0] <= told
