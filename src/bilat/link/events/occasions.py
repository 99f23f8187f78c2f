"""Which clusters are one occasion told in several ways, and which reports tell of more than one.

Every rule looks at two clusters as they are made of one key each, never at what they were put together to: so the
outcome does not depend on the order in which they are compared.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bilat.link.events.cluster import Cluster
from bilat.link.events.report import Report

DAYWISE: Final = frozenset({"visit", "meeting", "call", "message"})
"""Types whose clusters of one day may be one occasion."""
_PAIR: Final = 2
_FEW: Final = 3


def one_occasion(a: Cluster, b: Cluster) -> bool:
    """Whether two clusters of one type are one event told with other principals first, or under the neighbouring day
    of another zone."""
    if not a.exact or not b.exact:
        return False
    if a.first == b.first:
        return _all_named(a, b)
    return a.key == b.key and abs(a.first - b.first) == 1 and _other_zone(a, b)


def _all_named(a: Cluster, b: Cluster) -> bool:
    """Whether most reports of both name all principals of both; of a visit, whether one does."""
    if a.key.type == "visit" and a.key.what != b.key.what:
        return False
    both = {*a.key.who, *b.key.who}
    reports = [*a.reports, *b.reports]
    together = sum(both <= r.people for r in reports)
    return together > 0 if a.key.type == "visit" else 2 * together >= len(reports)


def _other_zone(a: Cluster, b: Cluster) -> bool:
    """Whether hardly any publisher tells both days: of two meetings of one pair on two days, some would tell both.
    One document alone that tells the neighbouring day too has read a day wrongly."""
    if a.key.type != "meeting":
        return False
    less, more = sorted(([r.telling for r in c.reports if r.when.exact] for c in (a, b)), key=len)
    if len({t.document for t in less}) == 1 and len(more) >= _FEW and less[0].document in {t.document for t in more}:
        return True
    publishers = {t.publisher for t in more}
    return sum(t.publisher in publishers for t in less) * _PAIR <= len(less)


def standing(clusters: Sequence[Cluster]) -> Cluster:
    """The cluster that stands for an occasion: the one with most reports."""
    return min(clusters, key=lambda c: (-len(c.reports), c.key, c.first))


def shared(report: Report) -> Iterator[tuple[str, ...]]:
    """The pairs that met besides the first, where one guest with several hosts is told as one meeting
    (甲分别会见乙、丙、丁): the report is one of each meeting that has others of its own."""
    sides = list(report.sides.values())[:_PAIR]
    if report.telling.type not in {"meeting", "call"} or len(sides) < _PAIR:
        return
    for one, several in (sides, sides[::-1]):
        if len(one) == 1 and len(several) > 1:
            for other in several[1:]:
                yield tuple(sorted((one[0], other)))
