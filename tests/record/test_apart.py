"""What reports of one event tell differently beside its fields: the kind of a visit, what was signed, who spoke."""

from pathlib import Path
from typing import Any

import pytest

from bilat.link.kin import Kins
from bilat.model import (
    Document,
    Event,
    EventType,
    Evidence,
    Figure,
    Participant,
    Person,
    Reading,
    Span,
    Status,
)
from bilat.model.item_rows import DiscrepancyRow
from bilat.record import open_record
from tests.link.made import Kin
from tests.record import made
from tests.record.made import Pair, document, keep

Told = list[tuple[str, str, list[tuple[str, list[str]]]]]


def article(publisher: str, day: str, text: str) -> Document:
    return document(f"要闻\n{text}", day, publisher=publisher, id_=f"{publisher}-{day}")


def quote(doc: Document, words: str) -> tuple[Evidence, ...]:
    at = doc.text.index(words)
    return (Evidence(doc.id, Span(at, at + len(words)), words),)


def person(doc: Document, name: str, country: str, title: str | None = None) -> Person:
    at = doc.text.index(name)
    return Person(name, country, title, (Span(at, at + len(name)),))


def visit(doc: Document, words: str, **more: Any) -> Event:
    """李明 to VN on two days of May, told with some words."""
    fields: dict[str, Any] = {"status": Status.HELD, "start": "2023-05-03", "end": "2023-05-04"}
    return Event(
        type=EventType.VISIT,
        place="越南",
        host="VN",
        participants=(Participant("李明", "CN"),),
        evidence=quote(doc, words),
        **{**fields, **more},
    )


def signing(doc: Document, words: str) -> Event:
    sides = (Participant("中国", "CN"), Participant("越南", "VN"))
    return Event(EventType.SIGNING, Status.HELD, "2023-05-03", "2023-05-03", None, None, sides, quote(doc, words))


def signed(doc: Document, words: str, value: int, of: str | None = "CN", **more: Any) -> Figure:
    fields: dict[str, Any] = {"partner": "VN" if of else None, "period": None}
    return Figure(
        "documents_signed", of, value=value, unit="document", evidence=quote(doc, words), **{**fields, **more}
    )


def told(doc: Document, *events: Event, figures: tuple[Figure, ...] = ()) -> Pair:
    return doc, Reading(doc.id, (person(doc, "李明", "CN", "外交部长"),), events, figures)


def found(path: Path, *pairs: Pair) -> Told:
    _ = keep(path / "r.bilat", {"a": list(pairs)})
    with open_record(path / "r.bilat") as record:
        rows = list(record.discrepancies())
        shown = {(event.id, d.field) for event in record.events() for d in event.discrepancies}
        assert shown == {(row.id, row.field) for row in rows if row.about == "event"}
        for row in rows:
            assert all(report.evidence for value in row.values for report in value.reports)
    return [(row.field, row.kind, plain(row)) for row in rows]


def plain(row: DiscrepancyRow) -> list[tuple[str, list[str]]]:
    return [(value.value, [report.document for report in value.reports]) for value in row.values]


STATE = article("甲社", "2023-05-03", "李明对越南进行国事访问。双方签署18份合作文件。")
OFFICIAL = article("乙报", "2023-05-04", "李明正式訪問越南。两国签署了19份文件。")
PLAIN = article("丙台", "2023-05-04", "李明访问越南。双方签署30多份文件。")


def test_a_visit_that_one_calls_a_state_visit_and_another_official(tmp_path: Path):
    one = told(STATE, visit(STATE, "李明对越南进行国事访问"))
    other = told(OFFICIAL, visit(OFFICIAL, "李明正式訪問越南"))
    assert found(tmp_path, one, other, told(PLAIN, visit(PLAIN, "李明访问越南"))) == [
        ("visit_kind", "contradiction", [("official", ["乙报-2023-05-04"]), ("state", ["甲社-2023-05-03"])])
    ]


def test_a_report_that_calls_a_visit_two_things_and_one_that_recalls_it_contradict_nothing(tmp_path: Path):
    both = article("乙报", "2023-05-04", "李明正式访问越南。李明的国事访问。")
    one = told(STATE, visit(STATE, "李明对越南进行国事访问"))
    assert not found(tmp_path, one, told(both, visit(both, "李明正式访问越南"), visit(both, "李明的国事访问")))
    past = told(OFFICIAL, visit(OFFICIAL, "李明正式訪問越南", background=True))
    (tmp_path / "other").mkdir()
    assert not found(tmp_path / "other", one, past)


def test_numbers_of_documents_signed_belong_to_the_visit_of_their_article(tmp_path: Path):
    pairs = [
        told(
            STATE,
            visit(STATE, "李明对越南进行国事访问"),
            signing(STATE, "双方签署18份合作文件"),
            figures=(signed(STATE, "签署18份合作文件", 18, None),),
        ),
        told(PLAIN, visit(PLAIN, "李明访问越南"), figures=(signed(PLAIN, "双方签署30多份文件", 30, about=("多",)),)),
    ]
    assert found(tmp_path, *pairs) == [
        ("documents_signed", "contradiction", [("18", ["甲社-2023-05-03"]), ("30 [多]", ["丙台-2023-05-04"])])
    ]


def test_what_was_signed_in_another_year_by_others_or_long_after_is_not_of_the_visit(tmp_path: Path):
    one = told(STATE, visit(STATE, "李明对越南进行国事访问"), figures=(signed(STATE, "签署18份合作文件", 18),))
    late = article("丁网", "2023-06-04", "李明访问越南时双方签署19份文件。")
    others = [
        told(OFFICIAL, visit(OFFICIAL, "李明正式訪問越南"), figures=(signed(OFFICIAL, "19份文件", 19, period="2022"),)),
        told(PLAIN, visit(PLAIN, "李明访问越南"), figures=(signed(PLAIN, "30多份文件", 30, "FR"),)),
        told(late, visit(late, "李明访问越南"), figures=(signed(late, "签署19份文件", 19),)),
    ]
    assert [field for field, _, _ in found(tmp_path, one, *others)] == ["visit_kind"]


def session(doc: Document, name: str, title: str) -> Pair:
    at = Event(
        EventType.SESSION,
        Status.HELD,
        "2023-05-03",
        "2023-05-03",
        None,
        None,
        (Participant("李明", "CN"), Participant(name, "VN")),
        quote(doc, doc.text.partition("\n")[2]),
        mechanism="中越合作委员会",
    )
    people = (person(doc, "李明", "CN", "外交部长"), person(doc, name, "VN", title))
    return doc, Reading(doc.id, people, (at,))


@pytest.fixture
def offices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Linking knows the words of offices."""

    def knowing(_kins: object) -> Kins:
        return Kins((Kin(),))

    monkeypatch.setattr(made, "Kins", knowing)


@pytest.mark.usefixtures("offices")
def test_who_spoke_for_a_country_is_told_differently_when_both_are_named_with_one_office(tmp_path: Path):
    one = article("甲社", "2023-05-03", "李明和阮文山主持会议。")
    other = article("乙报", "2023-05-03", "李明和黎氏海主持会议。")
    assert found(tmp_path, session(one, "阮文山", "外交部长"), session(other, "黎氏海", "外长")) == [
        ("participants", "contradiction", [("阮文山 VN", ["甲社-2023-05-03"]), ("黎氏海 VN", ["乙报-2023-05-03"])])
    ]


@pytest.mark.usefixtures("offices")
def test_others_of_another_office_are_no_disagreement(tmp_path: Path):
    one = article("甲社", "2023-05-03", "李明和阮文山主持会议。")
    other = article("乙报", "2023-05-03", "李明和黎氏海主持会议。")
    assert not found(tmp_path, session(one, "阮文山", "外交部长"), session(other, "黎氏海", "总理"))
