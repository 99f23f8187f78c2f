"""Tellings of many documents → events, each with all its reports."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from bilat.link.events.decided import decide, with_fields
from bilat.link.events.holders import Holders
from bilat.link.events.report import ready
from bilat.link.events.summary import summary
from bilat.link.events.tree import into_visits
from bilat.link.events.weave import weave
from bilat.link.rulings import Rulings
from bilat.model.linking import Linked, Telling, Tenure

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
    told = sorted((t for t in tellings if t.id not in rulings.rejected), key=lambda t: (t.published or "", t.id))
    holders = Holders(tenures, kin)
    clusters = weave([ready(t, actor_of, kin, holders.of) for t in told], kin)
    if rulings.of_tellings:
        clusters = decide(clusters, rulings, kin)
    events = [with_fields(summary(cluster, kin), cluster, rulings.fields) for cluster in clusters]
    homes = {r.telling.id: event.id for cluster, event in zip(clusters, events, strict=True) for r in cluster.reports}
    return into_visits(sorted(events, key=lambda e: e.id), kin), homes
