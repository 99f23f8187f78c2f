"""Tellings of many documents → events, each with all its reports."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from bilat.link.events.holders import Holders
from bilat.link.events.report import ready
from bilat.link.events.summary import summary
from bilat.link.events.tree import into_visits
from bilat.link.events.weave import weave
from bilat.model.linking import Linked, Telling, Tenure

if TYPE_CHECKING:
    from bilat.lang.base import Kin


def link_events(
    tellings: Iterable[Telling], actor_of: Mapping[str, str], tenures: Iterable[Tenure], kin: "Kin"
) -> list[Linked]:
    """Every event that the tellings tell of, in order of ids; the same for any order of tellings."""
    holders = Holders(tenures, kin)
    reports = [ready(t, actor_of, kin, holders.of) for t in sorted(tellings, key=lambda t: (t.published or "", t.id))]
    events = [summary(cluster, kin) for cluster in weave(reports, kin)]
    return into_visits(sorted(events, key=lambda e: e.id), kin)
