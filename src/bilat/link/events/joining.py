"""Reports that lack a name, and the one event that each can mean."""

from collections.abc import Iterable
from typing import Final

from bilat.link.events.cluster import Cluster
from bilat.link.events.report import Report

LONGEST: Final = 60
"""Days an event can go on for and still be found by its first day."""


def countries_named(report: Report) -> list[str]:
    """Codes of all that take part, and of the host."""
    return sorted({c for c in (*report.sides, report.telling.host or "") if c})


def countries_of(cluster: Cluster) -> frozenset[str]:
    """Codes of all sides, and of the hosts."""
    found = {c for report in cluster.reports for c in report.sides if c}
    return frozenset(found | {report.telling.host for report in cluster.reports if report.telling.host})


def fits(report: Report, cluster: Cluster, countries: frozenset[str], days: tuple[int, int]) -> bool:
    """Whether a cluster, in which these countries take part, has all that a report names, on one of the days."""
    return (
        cluster.exact
        and cluster.first <= days[1]
        and days[0] <= cluster.last
        and report.people <= cluster.people
        and countries.issuperset(countries_named(report))
        and _bodies_fit(report, cluster)
    )


def _bodies_fit(report: Report, cluster: Cluster) -> bool:
    """A body or delegation named instead of a person is no one else's event."""
    named = {a for side in report.sides.values() for a in side if a[0] == "="}
    return not named or any(named <= {a for side in r.sides.values() for a in side} for r in cluster.reports)


def only_one(report: Report, fitting: Iterable[Cluster]) -> Cluster | None:
    """The event that a report means: the only one that fits, or of several on the same days the one told most."""
    found = list(fitting)
    days = {(c.first, c.last) for c in found}
    if not found or (len(found) > 1 and (not report.people or len(days) > 1)):
        return None
    return max(found, key=lambda c: (len(c.reports), c.key, min(r.telling.id for r in c.reports)))
