"""What people decided of events, on clusters: tellings split off, taken out, put together; fields set."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from bilat.link.events.cluster import Cluster
from bilat.link.events.keys import key_of
from bilat.link.events.report import Report
from bilat.model.decision import Decision
from bilat.model.linking import Linked

if TYPE_CHECKING:
    from bilat.lang.base import Kin
    from bilat.link.rulings import Rulings


def decide(clusters: Sequence[Cluster], rulings: "Rulings", kin: "Kin") -> list[Cluster]:
    """The same reports in the clusters that the decisions want. Splits come before merges, so that what was split off
    can be merged with another event; and again after, so that no merge brings back what is kept apart."""
    made = _Clusters(clusters, kin)
    for telling, other in rulings.removed:
        made.remove(telling, other)
    together = _groups(rulings.merged)
    for tellings, other in rulings.moved:
        made.split(tellings, other, together)
    for group in sorted({tuple(sorted(group)) for group in together.values()}):
        made.merge(group)
    for tellings, other in rulings.moved:
        made.split(tellings, other, together)
    made.confirm(rulings.confirmed)
    return made.left()


def _groups(merged: Iterable[tuple[str, ...]]) -> dict[str, set[str]]:
    """Of each telling that is merged all that it is merged with, itself too."""
    groups: dict[str, set[str]] = {}
    for ids in merged:
        whole = set(ids).union(*(groups.get(id_, ()) for id_ in ids))
        groups.update(dict.fromkeys(whole, whole))
    return groups


class _Clusters:
    """Clusters, and in which of them each telling is."""

    def __init__(self, clusters: Sequence[Cluster], kin: "Kin") -> None:
        self._all = list(clusters)
        self._kin = kin
        self._home: dict[str, Cluster] = {r.telling.id: c for c in clusters for r in c.reports}
        self._told: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            for report in cluster.told:
                self._told[report.telling.id].append(cluster)

    def _where(self, telling: str) -> list[Cluster]:
        """All clusters that a telling is in, its own first."""
        home = self._home.get(telling)
        return [*([home] if home is not None else []), *self._told.get(telling, ())]

    def remove(self, telling: str, other: str) -> None:
        """The telling is no report of the event of the other. One that is of no other event is left out."""
        for cluster in [c for c in self._where(telling) if c is self._home.get(other)]:
            _ = self._take(cluster, {telling})

    def split(self, tellings: Sequence[str], other: str, together: Mapping[str, set[str]]) -> None:
        """The tellings, and what is merged with them, leave the event of the other and make one of their own."""
        home = self._home.get(other)
        if home is None:
            return
        leaving = {t for telling in tellings for t in together.get(telling, {telling})}
        reports = self._take(home, leaving)
        if reports:
            new = Cluster(key_of(reports[0], self._kin), reports, held=any(r.telling.status == "held" for r in reports))
            self._all.append(new)
            self._home.update((r.telling.id, new) for r in reports)

    def _take(self, cluster: Cluster, leaving: set[str]) -> list[Report]:
        """Takes reports out of a cluster; those that were its own."""
        taken = [r for r in cluster.reports if r.telling.id in leaving]
        cluster.reports = [r for r in cluster.reports if r.telling.id not in leaving]
        cluster.told = [r for r in cluster.told if r.telling.id not in leaving]
        for telling in leaving:
            if self._home.get(telling) is cluster:
                del self._home[telling]
            self._told[telling] = [c for c in self._told[telling] if c is not cluster]
        return taken

    def merge(self, group: Sequence[str]) -> None:
        """The events of all these tellings are one, of the kind that most reports tell."""
        found = {id(c): c for telling in group if (c := self._home.get(telling)) is not None}
        if len(found) < 2:
            return
        ordered = sorted(found.values(), key=lambda c: (-len(c.reports), min(r.telling.id for r in c.reports)))
        whole, *others = ordered
        for cluster in others:
            whole.reports += cluster.reports
            whole.told += cluster.told
            whole.held = whole.held or cluster.held
            self._home.update((r.telling.id, whole) for r in cluster.reports)
            for report in cluster.told:
                told = self._told[report.telling.id]
                told[:] = [whole if c is cluster else c for c in told]
            cluster.reports, cluster.told = [], []

    def confirm(self, tellings: Iterable[str]) -> None:
        """What a person confirms is not inferred any more."""
        for telling in tellings:
            for cluster in self._where(telling):
                for report in (*cluster.reports, *cluster.told):
                    if report.telling.id == telling:
                        report.inferred = False

    def left(self) -> list[Cluster]:
        """The clusters that have reports."""
        return [c for c in self._all if c.reports]


def with_fields(event: Linked, cluster: Cluster, fields: Mapping[str, tuple[Decision, ...]]) -> Linked:
    """The event with the fields that decisions set; of two for one field the later line counts. Of an event of one day
    both ends move together; an end that would lie before the start is unknown."""
    decisions = sorted((d for r in cluster.reports for d in fields.get(r.telling.id, ())), key=lambda d: d.line)
    if not decisions:
        return event
    chosen = {d.field: d.value for d in decisions}
    if event.start == event.end:
        if "start" in chosen and "end" not in chosen:
            chosen["end"] = chosen["start"]
        elif "end" in chosen and "start" not in chosen:
            chosen["start"] = chosen["end"]
    start, end = chosen.get("start", event.start), chosen.get("end", event.end)
    if start and end and end < start[: len(end)]:
        start, end = (start, None) if "start" in chosen else (None, end)
    return event._replace(
        status=chosen.get("status") or event.status, start=start, end=end, place=chosen.get("place", event.place)
    )
