"""GraphML and GEXF: read back by networkx, with who met whom and the events that say so."""

from pathlib import Path

import networkx as nx
import pytest

from bilat.exports import Asked
from bilat.exports.network import EDGE_MEANINGS, NODE_MEANINGS, network
from bilat.record import Record
from tests.exports.write import written
from tests.views.rows import event, participant


def person(id_: str, country: str | None):
    made = participant(f"name of {id_}", country)
    return type(made)(made.name, made.names, country, None, id_)


A, B, C = person("a", "CN"), person("b", "VN"), person("c", "CN")


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_the_same_graph_back(record: Record, tmp_path: Path, name: str):
    path = written(record, name, tmp_path / f"net.{name}", Asked(countries=("VN",)))
    read = nx.read_graphml(str(path)) if name == "graphml" else nx.read_gexf(str(path))
    held = record.events(("VN",), types=("visit", "meeting", "call"), status="held")
    wanted = network(held, spells=name == "gexf")
    assert dict(read.nodes(data=True)).keys() == dict(wanted.nodes(data=True)).keys()
    assert read.number_of_edges() == wanted.number_of_edges() > 0
    for one, other, data in wanted.edges(data=True):
        found = read[one][other]
        assert {key: found[key] for key in data} == data


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_every_attribute_is_explained_and_every_edge_leads_to_its_events(record: Record, tmp_path: Path, name: str):
    path = written(record, name, tmp_path / f"net.{name}")
    read = nx.read_graphml(str(path)) if name == "graphml" else nx.read_gexf(str(path))
    ids = {one.id for one in record.events()}
    texts = {doc.id: doc.text for doc, _ in record.readings()}
    for _, data in read.nodes(data=True):
        assert set(data) == set(NODE_MEANINGS)
    for _, _, data in read.edges(data=True):
        years = {key: data[key] for key in data if key[1:].isdecimal()}
        assert set(data) - set(years) - {"id", "spells"} == set(EDGE_MEANINGS) - {"y2023"}
        events = data["ids"].split(" ")
        assert set(events) <= ids
        assert len(events) == data["weight"] >= sum(years.values())
        assert data["quote"] in texts[data["document"]]


def test_two_meet_when_their_countries_differ_and_weigh_what_they_met():
    graph = network(
        [
            event(participants=(A, B, C), start="2022-11", end="2022-11"),
            event("visit", participants=(A,), host="VN", start="2023-12-12", end="2023-12-13"),
            event(participants=(A, B), start=None, end=None),
        ],
        spells=True,
    )
    assert sorted((one, other, data["weight"]) for one, other, data in graph.edges(data=True)) == [
        ("VN", "a", 1), ("a", "b", 2), ("b", "c", 1),
    ]  # fmt: skip
    assert graph["a"]["b"]["types"] == "meeting 2"
    assert (graph["a"]["b"]["y2022"], graph["a"]["b"]["y2023"]) == (1, 0)
    assert graph["a"]["b"]["spells"] == [("2022-11-01", "2022-11-30")]
    assert (graph.nodes["a"]["events"], graph.nodes["a"]["first"], graph.nodes["a"]["last"]) == (
        3, "2022-11-01", "2023-12-13",
    )  # fmt: skip
    assert graph.nodes["VN"]["kind"] == "country"
    assert not graph.has_edge("a", "c")


def test_a_side_called_by_the_name_of_its_country_is_that_country():
    graph = network([event(participants=(participant("中国", "CN"), participant("外交部", "VN")))], spells=False)
    assert {id_: data["kind"] for id_, data in graph.nodes(data=True)} == {"CN": "country", "VN:外交部": "other"}


def test_no_day_of_writing_stands_in_a_file(record: Record, tmp_path: Path):
    text = written(record, "gexf", tmp_path / "net.gexf").read_text("utf-8")
    assert "lastmodifieddate" not in text
    assert nx.__name__ not in text.lower()
