"""What a reader gets out of the five seeds, the record holds; what they do not say, it does not.

The articles lie in ../shared, with `gold/seeds.facts.md`, which this follows section by section. Facts only: no
sentence of an article stands here.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

import bilat
from bilat.model import Reading
from bilat.model.flat import NOUNS
from bilat.record import Record
from tests.cli.run import bilat as run

MISSES: dict[str, str] = json.loads(Path(__file__).with_name("known_misses.json").read_text("utf-8"))
"""Facts that are not found yet, each with its reason. One that is found must leave the file."""


@pytest.fixture(scope="module")
def path(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("seeds") / "seeds.bilat"
    _ = bilat.build(shared / "gold/seeds.items.jsonl", made, workers=1)
    return made


@pytest.fixture(scope="module")
def record(path: Path) -> Iterator[Record]:
    with bilat.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def readings(record: Record) -> dict[str, Reading]:
    return {doc.id: reading for doc, reading in record.readings()}


def holds(item: object, wanted: dict[str, object]) -> bool:
    """Whether an item has all that is wanted: texts that begin with ~ are parts, a set of names is the whole list."""
    for name, value in wanted.items():
        found: Any = getattr(item, name)
        if name == "participants":
            found = {p.name for p in found}
        if isinstance(value, str) and value.startswith("~"):
            if not any(part in str(found) for part in value[1:].split("|")):
                return False
        elif found != value:
            return False
    return True


V, M, S = "visit", "meeting", "session"
FACTS: list[tuple[str, str, dict[str, object]]] = [
    # seed-000: before a president's visit
    ("seed-000", "events", {"type": V, "status": "held", "host": "VN", "participants": {"刘建超"}, "start": "2023-09-04", "end": "2023-09-06"}),
    ("seed-000", "events", {"type": M, "status": "held", "participants": {"刘建超", "阮富仲"}}),
    ("seed-000", "events", {"type": V, "status": "planned", "host": "VN", "participants": {"拜登"}, "start": "2023-09-10"}),
    ("seed-000", "events", {"type": M, "status": "planned", "participants": {"拜登", "阮富仲"}}),
    ("seed-000", "people", {"name": "刘建超", "country": "CN", "title": "~对外联络部部长"}),
    ("seed-000", "people", {"name": "阮富仲", "country": "VN"}),
    ("seed-000", "people", {"name": "拜登", "country": "US"}),
    ("seed-000", "figures", {"measure": "export_market_rank", "of": "VN", "partner": "US", "value": None, "rank": 1}),
    ("seed-000", "undertakings", {"stage": "agreed", "parties": ("CN", "VN")}),
    ("seed-000", "undertakings", {"what": "~关系", "stage": "proposed", "parties": ("US", "VN"), "hedge": ("预计",)}),
    ("seed-000", "disputes", {"written": "南海", "kind": "name"}),
    ("seed-000", "disputes", {"kind": "dispute"}),
    ("seed-000", "claims", {"speaker": "新华社"}),
    ("seed-000", "claims", {"speaker": "路透社"}),
    ("seed-000", "claims", {"speaker": "拜登"}),
    ("seed-000", "claims", {"speaker": "双方"}),
    ("seed-000", "phrases", {"phrase": "政治互信"}),
    # seed-001: defence ministers
    ("seed-001", "events", {"type": M, "status": "held", "participants": {"李尚福", "潘文江"}, "place": "北京", "start": "2023-06-27", "end": "2023-06-27"}),
    ("seed-001", "events", {"type": V, "status": "held", "participants": {"潘文江"}, "host": "CN", "start": None, "end": None}),
    ("seed-001", "people", {"name": "潘文江", "aliases": ("Phan Van Giang",), "country": "VN", "title": "国防部长"}),
    ("seed-001", "people", {"name": "劳埃德-奥斯汀", "country": "US", "title": "国防部长"}),
    ("seed-001", "figures", {"value": 3, "unit": "time"}),
    ("seed-001", "undertakings", {"stage": "proposed", "parties": ("CN", "VN")}),
    ("seed-001", "disputes", {"written": "南中国海", "kind": "name"}),
    ("seed-001", "claims", {"speaker": "李尚福", "via": "~路透社"}),
    ("seed-001", "claims", {"speaker": "李尚福", "via": "~国防部"}),
    # seed-002: a visit to China, of no printed date
    ("seed-002", "events", {"type": V, "status": "planned", "participants": {"阮富仲"}, "host": "CN", "start": "2022-10-30", "end": "2022-11-02"}),
    ("seed-002", "people", {"name": "习近平", "country": "CN"}),
    ("seed-002", "mechanisms", {"mechanism": "~双边合作指导委员会", "ordinal": 14, "members": ("CN", "VN")}),
    ("seed-002", "figures", {"measure": "trade_total", "value": 165_900_000_000, "unit": "USD", "period": "2021", "change_pct": 24.6}),
    ("seed-002", "figures", {"measure": "trade_total", "value": 117_400_000_000, "unit": "USD", "period": "2022-01/2022-08", "change_pct": 10.8}),
    ("seed-002", "figures", {"measure": "fdi_stock", "value": 22_430_000_000, "unit": "USD", "period": "as_of 2022-08-20", "rank": 6}),
    ("seed-002", "figures", {"value": 3453, "unit": "project"}),
    ("seed-002", "figures", {"measure": "~fdi_new", "value": 1_400_000_000, "unit": "USD", "period": "2022-01/2022-08", "rank": 4}),
    ("seed-002", "figures", {"value": 143, "unit": "project"}),
    ("seed-002", "figures", {"value": None, "rank": 1, "period": "2016/"}),
    ("seed-002", "figures", {"value": 16, "unit": "time"}),
    ("seed-002", "disputes", {"written": "东海", "kind": "name"}),
    ("seed-002", "phrases", {"phrase": "管控分歧"}),
    ("seed-002", "phrases", {"phrase": "联合国海洋法公约"}),
    # seed-003: before a visit, railways and cables
    ("seed-003", "events", {"type": V, "status": "planned", "participants": {"习近平"}, "host": "VN", "start": "2023-12-12"}),
    ("seed-003", "events", {"type": V, "status": "held", "participants": {"拜登"}, "background": True}),
    ("seed-003", "people", {"name": "熊波", "country": "CN", "title": "~大使"}),
    ("seed-003", "people", {"name": "武文上", "country": "VN"}),
    ("seed-003", "people", {"name": "Le Hong Hiep"}),
    ("seed-003", "figures", {"value": None, "rank": 2}),
    ("seed-003", "figures", {"value": None, "rank": 1, "of": "CN"}),
    ("seed-003", "undertakings", {"kind": "railway", "parties": ("CN", "VN")}),
    ("seed-003", "undertakings", {"kind": "railway", "hedge": "~预计|可能"}),
    ("seed-003", "undertakings", {"kind": "grant", "giver": "CN", "receiver": "VN", "stage": "proposed"}),
    ("seed-003", "undertakings", {"kind": "grant", "hedge": "~如果得到确认"}),
    ("seed-003", "undertakings", {"kind": "cable", "stage": "proposed"}),
    ("seed-003", "undertakings", {"what": "~数字丝绸之路"}),
    ("seed-003", "undertakings", {"what": "~5G"}),
    ("seed-003", "claims", {"speaker": "熊波", "via": "~Tuoi Tre|Tre"}),
    ("seed-003", "claims", {"speaker": "~越南官员", "speaker_kind": "unnamed"}),
    ("seed-003", "claims", {"speaker": "Le Hong Hiep", "via": "~路透社"}),
    ("seed-003", "claims", {"speaker": "~外交官", "speaker_kind": "unnamed"}),
    ("seed-003", "claims", {"speaker": "~外交部", "mode": "silence"}),
    ("seed-003", "disputes", {"written": "南中国海", "kind": "name"}),
    # seed-004: a steering committee in Nanning
    ("seed-004", "events", {"type": V, "status": "held", "participants": {"范平明"}, "host": "CN", "start": "2022-07-12", "end": "2022-07-13"}),
    ("seed-004", "events", {"type": S, "ordinal": 14, "place": "南宁", "participants": {"范平明", "王毅"}, "start": "2022-07-12", "end": "2022-07-13"}),
    ("seed-004", "events", {"type": S, "ordinal": 13, "place": "河内", "start": "2021-09", "background": True}),
    ("seed-004", "people", {"name": "范星梅", "country": "VN", "title": "~大使"}),
    ("seed-004", "people", {"name": "栗战书", "country": "CN"}),
    ("seed-004", "people", {"name": "王廷惠", "country": "VN"}),
    ("seed-004", "figures", {"measure": "trade_total", "value": 165_800_000_000, "unit": "USD", "period": "2021", "change_pct": 24.6, "attributed_to": "越南海关"}),
    ("seed-004", "figures", {"measure": "trade_total", "value": 64_060_000_000, "unit": "USD", "period": "2022-01/2022-05", "change_pct": 13.3, "attributed_to": "越南海关"}),
    ("seed-004", "figures", {"measure": "fdi_stock", "value": 22_310_000_000, "unit": "USD", "period": "as_of 2022-06", "rank": 6}),
    ("seed-004", "figures", {"measure": "trade_partner_rank", "of": "VN", "partner": "CN", "value": None, "rank": 1}),
    ("seed-004", "figures", {"measure": "export_market_rank", "of": "VN", "partner": "CN", "value": None, "rank": 2}),
    ("seed-004", "figures", {"of": "CN", "partner": "VN", "value": None, "rank": 6}),
    ("seed-004", "figures", {"value": 3, "unit": "document"}),
    ("seed-004", "undertakings", {"what": "~城市轻轨", "stage": "done"}),
    ("seed-004", "claims", {"speaker": "范星梅", "speaker_country": "VN"}),
    ("seed-004", "phrases", {"phrase": "全面战略合作伙伴关系"}),
]  # fmt: skip


def name_of(fact: tuple[str, str, dict[str, object]]) -> str:
    seed, noun, wanted = fact
    told = ",".join(f"{key}={_value(value)}" for key, value in wanted.items())
    return f"{seed} {noun} {told}"


def _value(value: object) -> str:
    return "+".join(sorted(cast("set[str]", value))) if isinstance(value, set) else str(value)


@pytest.mark.parametrize("fact", FACTS, ids=name_of)
def test_the_record_holds_what_a_reader_gets_out_of_a_seed(
    fact: tuple[str, str, dict[str, object]], readings: dict[str, Reading]
) -> None:
    seed, noun, wanted = fact
    found = any(holds(item, wanted) for item in getattr(readings[seed], noun))
    assert found != (name_of(fact) in MISSES), "found: take it out of known_misses.json" if found else "not found"


def test_every_known_miss_is_a_fact_of_this_page() -> None:
    assert set(MISSES) <= {name_of(fact) for fact in FACTS}


NEVER: list[tuple[str, str, dict[str, object]]] = [
    ("*", "events", {"type": "signing"}),
    ("*", "events", {"participants": {"李尚福", "劳埃德-奥斯汀"}}),
    ("*", "undertakings", {"stage": "signed"}),
    ("seed-003", "undertakings", {"kind": "grant", "stage": "agreed"}),
    ("seed-003", "undertakings", {"kind": "grant", "stage": "done"}),
    ("seed-003", "undertakings", {"kind": "loan", "stage": "agreed"}),
    ("seed-003", "undertakings", {"kind": "cable", "stage": "agreed"}),
    ("seed-003", "undertakings", {"what": "~5G", "stage": "done"}),
    ("*", "figures", {"unit": "dose"}),
    ("*", "figures", {"measure": "loan"}),
    ("*", "figures", {"measure": "aid"}),
]


@pytest.mark.parametrize("fact", NEVER, ids=name_of)
def test_the_record_does_not_hold_what_the_seeds_do_not_say(
    fact: tuple[str, str, dict[str, object]], readings: dict[str, Reading]
) -> None:
    seed, noun, wanted = fact
    for id_, reading in readings.items():
        if seed in ("*", id_):
            assert [item for item in getattr(reading, noun) if holds(item, wanted)] == []


TEASERS = {
    "seed-002": ("苏林", "范明政", "陈青敏", "梁三光"),
    "seed-004": ("黎成龙", "丁薛祥", "何炜", "潘文买"),
}


@pytest.mark.parametrize("seed", sorted(TEASERS))
def test_nothing_comes_from_the_teasers_below_an_article(seed: str, readings: dict[str, Reading]) -> None:
    names = {person.name for person in readings[seed].people} | {claim.speaker for claim in readings[seed].claims}
    assert names.isdisjoint(TEASERS[seed])


def test_two_figures_for_one_year_stand_side_by_side(record: Record) -> None:
    values = {
        (row.item.value, row.report.document)
        for row in record.items("figures")
        if row.item.measure == "trade_total" and row.item.period == "2021"
    }
    assert values == {(165_900_000_000, "seed-002"), (165_800_000_000, "seed-004")}


def test_one_mechanism_has_its_sessions_from_two_publishers(record: Record) -> None:
    (row,) = [row for row in record.mechanisms() if "双边合作指导委员会" in row.mechanism]
    assert [(s.ordinal, s.place) for s in row.sessions] == [(13, "河内"), (14, "南宁")]
    assert {r.document for r in row.sessions[1].reports} == {"seed-002", "seed-004"}


def test_one_sea_keeps_the_name_that_each_article_gives_it(record: Record) -> None:
    written = {(row.report.document, row.item.written) for row in record.items("disputes") if row.item.kind == "name"}
    assert {("seed-000", "南海"), ("seed-001", "南中国海"), ("seed-002", "东海"), ("seed-003", "南中国海")} <= written


def test_a_seed_is_shown_with_everything_and_its_quotations(path: Path, readings: dict[str, Reading]) -> None:
    for seed, reading in readings.items():
        shown = "".join(run("show", seed, "-r", path).stdout.split())
        for noun in NOUNS:
            for item in getattr(reading, noun):
                assert noun in shown
                assert all("".join(f"“{ev.quote}”".split()) in shown for ev in item.evidence)
