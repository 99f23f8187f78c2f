"""Tellings of many documents → events, each with all its reports."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from bilat.link.events.cluster import Cluster
from bilat.link.events.decided import decide, with_fields
from bilat.link.events.holders import Holders, among
from bilat.link.events.shelf import Bare
from bilat.link.events.summary import summary
from bilat.link.events.tree import into_visits
from bilat.link.events.weave import Woven, weave
from bilat.link.rulings import Rulings
from bilat.model.linking import Linked, Telling, Tenure
from bilat.model.places import Kept, Place

if TYPE_CHECKING:
    from bilat.lang.base import Kin

NONE: Final = Rulings()


def link_events(
    tellings: Iterable[Telling],
    actor_of: Mapping[str, str],
    tenures: Iterable[Tenure],
    kin: "Kin",
    rulings: Rulings = NONE,
) -> list[Linked]:
    """Every event that the tellings tell of, in order of ids; the same for any order of tellings. What people decided
    (`rulings`) counts more than what the tellings say."""
    return link_with_homes(tellings, actor_of, tenures, kin, rulings)[0]


def link_with_homes(
    tellings: Iterable[Telling],
    actor_of: Mapping[str, str],
    tenures: Iterable[Tenure],
    kin: "Kin",
    rulings: Rulings = NONE,
) -> tuple[list[Linked], dict[str, str]]:
    """The events, and of each telling (by its id) the event that it is of in the first place."""
    told = {t.number: _with_actors(t, actor_of) for t in tellings if t.id not in rulings.rejected}
    woven = weave(Bare(told.values()), told, (), kin, Holders(among(tenures), kin).of)
    events = summaries(woven.finals, rulings, kin)
    homes = {telling: event.id for event, ids in events for telling in ids}
    return into_visits(sorted((event for event, _ in events), key=lambda e: e.id), kin), homes


def _with_actors(telling: Telling, actor_of: Mapping[str, str]) -> Telling:
    takers = tuple(t._replace(local=actor_of.get(t.local, t.local)) if t.local else t for t in telling.takers)
    return telling._replace(takers=takers)


class Spun(NamedTuple):
    """Events that are new, each with the numbers of the tellings that are its own, and what goes on the shelf with
    them: see `Woven`. Small enough to be sent from process to process."""

    events: list[tuple[Linked, tuple[int, ...]]]
    places: list[Place]
    kept: list[Kept]
    gone: set[int]
    dropped: set[int]
    replaced: set[int]


def spun(woven: Woven, rulings: Rulings, kin: "Kin") -> Spun:
    """The events of what was woven."""
    numbers = {r.telling.id: r.telling.number for cluster in woven.finals for r in cluster.reports}
    made = summaries(woven.finals, rulings, kin)
    events = [(event, tuple(numbers[id_] for id_ in ids)) for event, ids in made]
    return Spun(events, woven.places, woven.kept, woven.gone, woven.dropped, woven.events)


def summaries(finals: Sequence[Cluster], rulings: Rulings, kin: "Kin") -> list[tuple[Linked, tuple[str, ...]]]:
    """The event of each cluster, when people have had their say, with the ids of the tellings that are its own."""
    clusters = decide(finals, rulings, kin) if rulings.of_tellings else finals
    return [
        (with_fields(summary(cluster, kin), cluster, rulings.fields), tuple(r.telling.id for r in cluster.reports))
        for cluster in clusters
    ]
