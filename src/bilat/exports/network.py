"""GraphML and GEXF: who met whom, for network tools; written by networkx.

A node is somebody who took part, an edge all events of two of different countries. Both say how often, from when to
when, and year by year; the ids of the events lead back to their quotations.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bilat.exports.base import EVENT_FILTERS, Asked
from bilat.exports.pages import xml_text
from bilat.exports.select import events
from bilat.model import EventType, Status
from bilat.model.rows import EventRow
from bilat.record import Record
from bilat.record.pack import first_day, last_day
from bilat.views.countries import names_of

if TYPE_CHECKING:
    from networkx import Graph

MEETING: Final = (EventType.VISIT.value, EventType.MEETING.value, EventType.CALL.value)
"""What joins two actors unless other types are asked for. At a session all are present and few talk to each other."""

NODE_MEANINGS: Final[Mapping[str, str]] = {
    "label": "the form of the name that most documents use; of a country its English name in the packs",
    "kind": "`person`, `country` (the host of a visit, or a side called by its name) or `other` (a body, a delegation)",
    "country": "code of the country or organisation spoken for; empty when it is not known",
    "names": "every form of the name that was seen, with `; ` between",
    "events": "in how many events of the graph",
    "first": "the first day of these",
    "last": "the last day",
}
EDGE_MEANINGS: Final[Mapping[str, str]] = {
    "weight": "how many events the two have in common",
    "first": "the first day of these",
    "last": "the last day",
    "types": "how many of each type: `meeting 3; visit 1`",
    "ids": "ids of the events, oldest first, with a blank between → `events`",
    "quote": "the first quotation of the latest of them",
    "document": "the document it stands in",
    "y2023": "how many began in that year; one attribute for each year of the graph",
}


class Actor(NamedTuple):
    """A node: the person's id, or what else tells it from others."""

    id: str
    label: str
    kind: str
    country: str
    names: tuple[str, ...]


@dataclass(slots=True)
class _Met:
    """The events of a node or an edge."""

    events: list[EventRow] = field(default_factory=list[EventRow])

    def common(self) -> dict[str, Any]:
        days = sorted(day for event in self.events for day in (_began(event), _ended(event)) if day)
        return {"first": days[0] if days else "", "last": days[-1] if days else ""}


class GraphFile:
    """The formats `graphml` and `gexf`."""

    suffix: str
    streams: str | None
    needs = ("networkx",)
    takes = EVENT_FILTERS
    files = frozenset[str]()

    def __init__(self, name: str, about: str) -> None:
        self.name = name
        self.about = about
        self.suffix = self.streams = f".{name}"

    def write(self, record: Record, asked: Asked, target: Path) -> None:
        """One file."""
        types = tuple(asked.types) or MEETING
        found = (event for event in events(record, asked) if event.type in types)
        happened = (event for event in found if asked.status or event.status == Status.HELD)
        if self.name == "gexf":
            _write_gexf(network(happened, spells=True), target)
        else:
            _write_graphml(network(happened, spells=False), target)


def network(found: Iterable[EventRow], *, spells: bool) -> "Graph":
    """The graph of events. With `spells` each edge has the days of its events, as GEXF's timeline wants them."""
    import networkx as nx  # noqa: PLC0415 -- only those who write graphs pay for it

    actors: dict[str, Actor] = {}
    at: dict[str, _Met] = defaultdict(_Met)
    between: dict[tuple[str, str], _Met] = defaultdict(_Met)
    for event in found:
        pairs = list(_pairs(event))
        taking_part = {actor.id: actor for pair in pairs for actor in pair}
        for id_, actor in taking_part.items():
            _ = actors.setdefault(id_, actor)
            at[id_].events.append(event)
        for one, other in pairs:
            between[one.id, other.id].events.append(event)
    graph = nx.Graph()
    for id_ in sorted(actors):
        graph.add_node(id_, **_node(actors[id_], at[id_]))
    years = sorted({day[:4] for met in between.values() for event in met.events if (day := _began(event))})
    for one, other in sorted(between):
        met = between[one, other]
        days = _spells(met) if spells else []
        more = {"spells": days} if days else {}
        graph.add_edge(one, other, **_edge(met, years), **more)
    return graph


def _pairs(event: EventRow) -> Iterator[tuple[Actor, Actor]]:
    """Every two of different countries that the event brings together, the smaller id first."""
    sides = {actor.id: actor for actor in _actors(event)}
    for one, other in combinations([sides[id_] for id_ in sorted(sides)], 2):
        if one.country != other.country:
            yield one, other


def _actors(event: EventRow) -> Iterator[Actor]:
    for who in event.participants:
        if who.actor is not None:
            yield Actor(who.actor, who.name, "person", who.country or "", who.names)
        elif who.country and who.name in names_of(who.country):
            yield _country(who.country)
        else:
            yield Actor(f"{who.country or '?'}:{who.name}", who.name, "other", who.country or "", who.names)
    if event.host and all(who.country != event.host for who in event.participants):
        yield _country(event.host)


def _country(code: str) -> Actor:
    return Actor(code, names_of(code)[0], "country", code, names_of(code))


def _node(actor: Actor, met: _Met) -> dict[str, Any]:
    names = xml_text("; ".join(actor.names))
    label = xml_text(actor.label)
    return {
        "label": label,
        "kind": actor.kind,
        "country": actor.country,
        "names": names,
        "events": len(met.events),
        **met.common(),
    }


def _edge(met: _Met, years: Iterable[str]) -> dict[str, Any]:
    types = Counter(event.type for event in met.events)
    report = met.events[-1].reports[0]
    begun = Counter(day[:4] for event in met.events if (day := _began(event)))
    return {
        "weight": len(met.events),
        **met.common(),
        "types": "; ".join(f"{name} {count}" for name, count in sorted(types.items())),
        "ids": " ".join(event.id for event in met.events),
        "quote": xml_text(report.evidence[0].quote),
        "document": report.document,
        **{f"y{year}": begun[year] for year in years},
    }


def _spells(met: _Met) -> list[tuple[str, str]]:
    return [(day, _ended(event) or day) for event in met.events if (day := _began(event))]


def _began(event: EventRow) -> str | None:
    return first_day(event.start or event.end)


def _ended(event: EventRow) -> str | None:
    return last_day(event.end or event.start)


def _write_graphml(graph: "Graph", target: Path) -> None:
    import networkx as nx  # noqa: PLC0415

    with target.open("wb") as out:
        nx.write_graphml_xml(graph, out, named_key_ids=True)


def _write_gexf(graph: "Graph", target: Path) -> None:
    """As networkx writes it, without the day of writing and its own version."""
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415

    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(graph)
    for meta in writer.xml.findall("meta"):
        _ = meta.attrib.pop("lastmodifieddate", None)
        for creator in meta.findall("creator"):
            creator.text = "bilat"
    with target.open("wb") as out:
        writer.write(out)
