"""Flat nouns in a record: kept, asked for, and laid side by side."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import bilat
from bilat.errors import EvidenceError, UsageError
from bilat.model import (
    Claim,
    DisputeKind,
    DisputeMention,
    Document,
    Event,
    EventType,
    Evidence,
    Figure,
    MechanismUse,
    Mode,
    Participant,
    PhraseUse,
    Reading,
    SpeakerKind,
    Stage,
    Status,
    Undertaking,
)
from bilat.model.flat import NOUNS
from bilat.record import ItemFilter, Record, pack
from bilat.record.verify import verify
from tests.record.made import document, keep


def said(doc: Document, words: str) -> tuple[Evidence, ...]:
    at = doc.text.index(words)
    return (doc.quote(at, at + len(words)),)


def trade(doc: Document, words: str, value: float | None, **more: Any) -> Figure:
    plain: dict[str, Any] = {"measure": "trade_total", "of": "VN", "partner": "CN", "unit": "USD", "period": "2021"}
    return Figure(value=value, evidence=said(doc, words), **(plain | more))


def session(doc: Document, words: str, mechanism: str, **more: Any) -> Event:
    plain: dict[str, Any] = {
        "type": EventType.SESSION,
        "status": Status.HELD,
        "start": None,
        "end": None,
        "place": None,
        "host": None,
        "participants": (Participant("王毅", "CN"),),
    }
    return Event(mechanism=mechanism, evidence=said(doc, words), **(plain | more))


FIRST = document("贸易额1659亿\n两国增进政治互信，南海局势稳定，发言人未予回应。铁路项目计划明年开工。", "2022-10-30")
SECOND = document(
    "第十四次会议\n指导委员会第十四次会议在南宁举行，政治互信和政治互信。东海。铁路项目已经开工。",
    "2022-07-14",
    publisher="Q",
)
THIRD = document("第十七次会议\n合作指导委员会第十七次会议，上一次是第十三次会议。贸易额1658亿。", None, publisher=None)

READINGS = [
    (
        FIRST,
        Reading(
            FIRST.id,
            figures=(
                trade(FIRST, "贸易额1659亿", 165_900_000_000, change_pct=24.6, basis="yoy"),
                trade(FIRST, "1659", None, measure="trade_partner_rank", rank=1, unit=None, period=None),
            ),
            claims=(
                Claim("发言人", SpeakerKind.UNNAMED, "CN,VN", "未予回应", Mode.SILENCE, said(FIRST, "发言人未予回应")),
            ),
            phrases=(PhraseUse("政治互信", "VN", "范明政", said(FIRST, "政治互信"), ("CN", "VN")),),
            undertakings=(
                Undertaking(
                    "铁路项目", "railway", Stage.PROPOSED, said(FIRST, "铁路项目计划"), ("CN", "VN"), on="2023"
                ),
            ),
            disputes=(DisputeMention("南海", DisputeKind.NAME, said(FIRST, "南海"), "sea 12N 113E"),),
        ),
    ),
    (
        SECOND,
        Reading(
            SECOND.id,
            events=(
                session(
                    SECOND,
                    "指导委员会第十四次会议在南宁举行",
                    "指导委员会",
                    ordinal=14,
                    start="2022-07-13",
                    place="南宁",
                ),
            ),
            phrases=(
                PhraseUse(
                    "政治互信", None, None, (*said(SECOND, "政治互信"), *said(SECOND, "互信和政治互信")), ("CN", "VN")
                ),
            ),
            mechanisms=(
                MechanismUse(
                    "中越委员会",
                    "指导委员会",
                    known=True,
                    evidence=said(SECOND, "指导委员会"),
                    members=("CN", "VN"),
                    ordinal=14,
                ),
            ),
            undertakings=(
                Undertaking("铁路项目", "railway", Stage.UNDER_WAY, said(SECOND, "铁路项目已经开工"), ("CN", "VN")),
            ),
            disputes=(DisputeMention("东海", DisputeKind.NAME, said(SECOND, "东海"), "sea 12N 113E"),),
        ),
    ),
    (
        THIRD,
        Reading(
            THIRD.id,
            figures=(trade(THIRD, "贸易额1658亿", 165_800_000_000),),
            mechanisms=(
                MechanismUse(
                    "中越委员会",
                    "合作指导委员会",
                    known=True,
                    evidence=said(THIRD, "合作指导委员会第十七次会议"),
                    ordinal=17,
                ),
                MechanismUse(
                    "中越委员会", "合作指导委员会", known=True, evidence=said(THIRD, "第十三次会议"), ordinal=13
                ),
            ),
        ),
    ),
]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    path = tmp_path / "r.bilat"
    _ = keep(path, {"a": READINGS[:1], "b": READINGS[1:]})
    with bilat.open(path) as opened:
        yield opened


def test_what_was_found_is_read_back_as_it_was_with_every_quotation(record: Record) -> None:
    kept = {doc.id: reading for doc, reading in record.readings()}
    assert kept == {doc.id: reading for doc, reading in READINGS}
    report = record.verify()
    assert report.ok
    assert {noun: getattr(report, noun) for noun in NOUNS} == {
        "figures": 3,
        "claims": 1,
        "phrases": 2,
        "mechanisms": 3,
        "undertakings": 2,
        "disputes": 2,
    }


def test_every_item_has_an_id_that_leads_back_to_it(record: Record) -> None:
    for noun in NOUNS:
        for row in record.items(noun):
            assert record.get(row.id) == row
            assert record.ids(row.id[:12]) == [row.id]


def test_figures_that_differ_stand_side_by_side(record: Record) -> None:
    rows = [row.item for row in record.items("figures", ItemFilter(("VN", "CN"), same={"measure": "trade_total"}))]
    assert [row.value for row in rows] == [165_900_000_000, 165_800_000_000]


@pytest.mark.parametrize(
    ("noun", "asked", "found"),
    [
        ("figures", ItemFilter(("CN", "LA")), 0),
        ("figures", ItemFilter(since="2022-10", until="2022"), 2),
        ("figures", ItemFilter(publisher="q"), 0),
        ("claims", ItemFilter(("VN",)), 1),
        ("claims", ItemFilter(("V",)), 0),
        ("claims", ItemFilter(within={"speaker": "發言"}), 1),
        ("claims", ItemFilter(same={"mode": "direct"}), 0),
        ("phrases", ItemFilter(("VN", "CN")), 2),
        ("undertakings", ItemFilter(("CN",), same={"stage": "under_way"}), 1),
        ("disputes", ItemFilter(publisher="Q"), 1),
    ],
)
def test_items_are_found_by_all_that_is_asked(record: Record, noun: str, asked: ItemFilter, found: int) -> None:
    assert len(list(record.items(noun, asked))) == found


def test_a_noun_column_or_date_that_is_none_is_told(record: Record) -> None:
    with pytest.raises(UsageError, match="unknown noun 'rumours'"):
        _ = list(record.items("rumours"))
    with pytest.raises(UsageError, match="figures have no colour"):
        _ = list(record.items("figures", ItemFilter(same={"colour": "red"})))
    with pytest.raises(UsageError, match="no date"):
        _ = list(record.items("figures", ItemFilter(since="May")))


def test_a_phrase_is_counted_by_month_publisher_and_side_with_its_first_and_last_use(record: Record) -> None:
    (row,) = record.phrases()
    assert (row.phrase, row.uses, row.documents) == ("政治互信", 3, 2)
    assert (row.first.published, row.last.published) == ("2022-07-14", "2022-10-30")
    assert row.first.evidence[0].quote == "政治互信"
    assert row.months == {"2022-07": 2, "2022-10": 1}
    assert row.publishers == {"P": 1, "Q": 2}
    assert row.sides == {"": 2, "VN": 1}
    assert record.phrases(ItemFilter(same={"side": "VN"}))[0].uses == 1
    assert record.phrases(ItemFilter(("US",))) == []


def test_the_sessions_of_a_mechanism_stand_in_order_with_gaps_between_them(record: Record) -> None:
    (row,) = record.mechanisms()
    assert row.mechanism == "中越委员会"
    assert row.names == ("合作指导委员会", "指导委员会")
    ladder = [(s.ordinal, s.gap_to, s.start, s.place) for s in row.sessions]
    assert ladder == [
        (13, None, None, None),
        (14, None, "2022-07-13", "南宁"),
        (15, 16, None, None),
        (17, None, None, None),
    ]
    assert row.sessions[1].participants == (("王毅", "CN"),)
    assert row.sessions[1].reports[0].evidence[0].quote == "指导委员会第十四次会议在南宁举行"


def test_an_undertaking_shows_each_stage_in_order_of_time(record: Record) -> None:
    (row,) = record.undertakings()
    assert [(s.item.stage, s.item.on, s.report.published) for s in row.stages] == [
        ("under_way", None, "2022-07-14"),
        ("proposed", "2023", "2022-10-30"),
    ]


def test_contested_names_of_one_place_stand_side_by_side_as_written(record: Record) -> None:
    (row,) = record.disputes()
    assert row.documents == 2
    assert row.written == {"东海": {"Q": 1}, "南海": {"P": 1}}


def test_an_item_without_a_quotation_or_with_a_wrong_one_is_refused() -> None:
    bare = Reading(FIRST.id, phrases=(PhraseUse("x", None, None, ()),))
    with pytest.raises(EvidenceError, match="has no evidence"):
        _ = pack(FIRST, bare)
    quote = FIRST.quote(0, 2)
    wrong = replace(bare, phrases=(PhraseUse("x", None, None, (replace(quote, quote="东西"),)),))
    with pytest.raises(EvidenceError, match="does not stand at 0:2"):
        _ = pack(FIRST, wrong)


def test_a_changed_item_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "r.bilat"
    _ = keep(path, {"a": READINGS})
    with bilat.open(path) as before:
        changed = before.path.with_name("changed.bilat")
    _ = changed.write_bytes(path.read_bytes())
    import sqlite3

    db = sqlite3.connect(changed)
    _ = db.create_function("fold", 1, str)
    _ = db.execute("UPDATE figures SET value = 1 WHERE value IS NOT NULL")
    report = verify(db)
    db.close()
    assert {damage.table for damage in report.damage} == {"documents"}
