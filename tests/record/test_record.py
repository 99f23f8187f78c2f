"""What a record answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bilat.errors import StoreError, UsageError
from bilat.model import EventType, Person, Reading, Span, Status
from bilat.model.rows import DocumentRow, EventRow, PersonRow
from bilat.record import Record, open_record
from tests.record.made import Pair, document, keep, meeting


def articles() -> list[Pair]:
    talks = document("李明會見范文山（Pham Van Son）\n范文山很高兴", "2023-06-27", url="http://a/1")
    told = meeting(talks, "李明/CN", "范文山/VN", start="2023-06-27", titles=("外长", "防长"))
    son = Person("范文山", "VN", "防长", (Span(4, 7), Span(23, 26)), ("Pham Van Son",))
    visit = document("范文山将访问李明的国家", "2023-05-01")
    later = document("李明會見金一\n北京", "2024-01-02")
    look_back = document("李明曾见范文山", None)
    return [
        (talks, Reading(talks.id, (told.people[0], son), told.events)),
        (
            visit,
            meeting(
                visit, "范文山/VN", "李明/CN", kind=EventType.VISIT, status=Status.PLANNED, start="2023-06", host="CN"
            ),
        ),
        (later, meeting(later, "李明/CN", "金一/KP", titles=("主席", None))),
        (look_back, meeting(look_back, "李明/CN", "范文山/VN", start="2021", background=True)),
    ]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    _ = keep(tmp_path / "r.bilat", {"a": articles(), "bad": []})
    with open_record(tmp_path / "r.bilat") as opened:
        yield opened


def starts(events: Iterator[EventRow]) -> list[str | None]:
    return [event.start for event in events]


def test_events_come_oldest_first_and_one_without_a_date_on_the_day_it_was_told(record: Record):
    assert starts(record.events()) == ["2021", "2023-06", "2023-06-27", None]
    assert starts(record.events(limit=2)) == ["2021", "2023-06"]


def test_every_country_asked_for_must_take_part_or_be_the_host(record: Record):
    assert starts(record.events(("CN", "VN"))) == ["2021", "2023-06", "2023-06-27"]
    assert starts(record.events(("vn",), types=["visit"])) == ["2023-06"]
    assert starts(record.events(("KP", "VN"))) == []
    assert starts(record.events(("KP",))) == [None]


def test_an_event_fits_a_stretch_of_time_when_it_may_lie_in_it(record: Record):
    assert starts(record.events(since="2023-06-20")) == ["2023-06", "2023-06-27", None]
    assert starts(record.events(since="2023-06", until="2023-06")) == ["2023-06", "2023-06-27"]
    assert starts(record.events(until="2023-06-01")) == ["2021", "2023-06"]
    assert starts(record.events(since="2021-12-31", until="2022")) == ["2021"]
    assert starts(record.events(since="2024")) == [None]


@pytest.mark.parametrize("person", ["范文山", "Phạm văn SƠN", "范文山 "])
def test_a_person_is_found_by_any_form_of_the_name(record: Record, person: str):
    expected = [] if person.endswith(" ") else ["2021", "2023-06", "2023-06-27"]
    assert starts(record.events(person=person)) == expected


def test_a_person_is_found_by_the_id(record: Record):
    (son,) = record.people("范文山")
    assert starts(record.events(person=son.id)) == ["2021", "2023-06", "2023-06-27"]


def test_status_type_and_background_can_be_asked_for(record: Record):
    assert starts(record.events(status="planned")) == ["2023-06"]
    assert starts(record.events(types=("meeting",), background=False)) == ["2023-06-27", None]
    assert starts(record.events(background=True)) == ["2021"]


@pytest.mark.parametrize(
    "asked", [{"types": ["duel"]}, {"status": "lost"}, {"since": "yesterday"}, {"until": "2023-13"}]
)
def test_what_means_nothing_is_refused_with_what_would(record: Record, asked: dict[str, str]):
    with pytest.raises(UsageError, match=r"known are|write 2023"):
        _ = list(record.events(**asked))  # pyright: ignore[reportArgumentType]


def test_an_event_has_the_keys_of_the_timeline_and_its_quotation(record: Record):
    event = next(record.events(since="2023-06-27", until="2023-06-27", status="held"))
    plain = event.to_dict()
    assert list(plain) == [
        *("id", "type", "status", "start", "end", "place", "host", "participants", "mechanism", "ordinal"),
        *("documents", "background", "level", "part_of", "life", "reports", "discrepancies"),
    ]
    assert [p.names for p in event.participants] == [("李明",), ("范文山", "Pham Van Son")]
    (report,) = event.reports
    assert (report.publisher, report.how, report.published) == ("P", "reported", "2023-06-27")
    doc, _ = record.reading(report.document)
    (ev,) = report.evidence
    assert doc.text[ev.span.start : ev.span.end] == ev.quote == "李明會見范文山"


def test_how_an_event_is_told_follows_from_status_and_background(record: Record):
    assert [event.reports[0].how for event in record.events()] == ["mentioned", "announced", "reported", "reported"]


def test_a_person_stands_once_with_all_titles_and_days(record: Record):
    ming, son, kim = sorted(record.people(), key=lambda p: -p.documents)
    assert (ming.name, ming.documents, ming.first, ming.last) == ("李明", 4, "2023-05-01", "2024-01-02")
    assert [(t.title, t.first, t.documents) for t in ming.titles] == [
        ("主席", "2024-01-02", 1),
        ("外长", "2023-06-27", 1),
    ]
    assert (son.name, son.names, son.mentions) == ("范文山", ("范文山", "Pham Van Son"), 4)
    assert (kim.name, kim.titles) == ("金一", ())


def test_one_name_in_two_scripts_is_one_person(tmp_path: Path):
    pairs = [(doc, meeting(doc, f"{name}/VN", "李明/CN")) for name in ("阮富仲", "阮富仲", "黎氏興", "黎氏兴")
             for doc in (document(f"{name}与李明会见", f"2023-01-0{len(name)}", url=f"http://x/{name}"),)]  # fmt: skip
    _ = keep(tmp_path / "r", {"f": pairs})
    with open_record(tmp_path / "r") as record:
        (hung,) = record.people("黎氏兴")
        assert set(hung.names) == {"黎氏興", "黎氏兴"}
        assert hung.documents == 2


def test_people_can_be_asked_for_by_country_and_office(record: Record):
    assert [p.name for p in record.people(country="vn")] == ["范文山"]
    assert [p.name for p in record.people(office="防長")] == ["范文山"]
    assert [p.name for p in record.people("van son", country="VN", office="防")] == ["范文山"]
    assert list(record.people("van son", country="CN")) == []


def test_what_was_announced_and_never_told_of_as_held_is_overdue(record: Record):
    assert starts(record.events(overdue=True)) == ["2023-06"]


def test_ids_lead_to_documents_events_and_people(record: Record):
    event = next(record.events())
    assert record.get(event.id) == event
    assert isinstance(record.get(event.reports[0].document), DocumentRow)
    (son,) = record.people("范文山")
    assert record.get(son.id) == son
    assert isinstance(record.get(son.id), PersonRow)
    assert record.get("nothing") is None
    with pytest.raises(UsageError, match="no document"):
        _ = record.reading("nothing")


def test_ids_depend_on_what_is_said_and_where_not_on_the_rest_of_the_record(record: Record, tmp_path: Path):
    one = articles()[0]
    _ = keep(tmp_path / "alone", {"x": [one]})
    with open_record(tmp_path / "alone") as alone:
        (event,) = alone.events()
        assert event.id in {e.id for e in record.events()}
        assert {p.id for p in alone.people()} <= {p.id for p in record.people()}


def test_an_event_told_twice_in_one_document_is_one_event_with_one_report(tmp_path: Path):
    doc, reading = articles()[0]
    twice = Reading(doc.id, reading.people, reading.events * 2)
    _ = keep(tmp_path / "r", {"x": [(doc, twice)]})
    with open_record(tmp_path / "r") as record:
        (event,) = record.events()
        assert len(event.reports) == 1
        first, second = (i for i in record.ids("") if record.get(i) == event)
        assert first != second


def test_failures_are_remembered(record: Record):
    assert [(f.path, f.reason) for f in record.failures()] == [("bad", "broken line")]


def test_a_record_tells_what_it_is(record: Record):
    assert repr(record) == f"<Record r.bilat: 4 documents, 3 people, 4 events, digest {record.digest}>"
    assert "<td>4</td>" in record._repr_html_()
    assert len(record) == 4
    with pytest.raises(UsageError, match="nothing to count"):
        _ = record.count("sqlite_master; DROP")


def test_a_closed_record_says_so(record: Record):
    record.close()
    with pytest.raises(StoreError, match="closed"):
        _ = list(record.events())
