"""iCalendar: read back by icalendar; whole days, and nothing that the record does not know."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Component

import bilat
from bilat.exports import Asked
from bilat.exports.calendar import days_of, months_of
from bilat.model import Status
from bilat.record import Record
from tests.exports.write import written
from tests.views.rows import event


def entries(path: Path) -> list[Component]:
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_every_visit_and_meeting_of_known_days_is_an_entry(record: Record, tmp_path: Path):
    read = entries(written(record, "ics", tmp_path / "visits.ics"))
    wanted = [
        one for one in record.events(types=("visit", "meeting"), background=False) if days_of(one) or months_of(one)
    ]
    assert [str(entry["uid"]) for entry in read] == [f"{one.id}@bilat" for one in wanted]
    statuses = {Status.HELD: "CONFIRMED", Status.PLANNED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
    for entry, one in zip(read, wanted, strict=True):
        assert str(entry["status"]) == statuses[Status(one.status)]
        assert entry["dtstart"].dt.isoformat() in (one.start, one.end, f"{one.start}-01", f"{one.end}-01")
        assert entry["dtstart"].dt < entry["dtend"].dt
        last = max(report.published or "1970-01-01" for report in one.reports)
        assert entry["dtstamp"].dt.date().isoformat() == last
        for report in one.reports:
            assert report.document in entry["description"]
            assert all(ev.quote in entry["description"] for ev in report.evidence)


def test_a_calendar_holds_what_was_asked_for(record: Record, tmp_path: Path):
    asked = Asked(countries=("CN", "VN"), types=("signing",), base_url="http://localhost:8000/")
    read = entries(written(record, "ics", tmp_path / "s.ics", asked))
    assert {str(entry["summary"]).partition(":")[0] for entry in read} == {"signing"}
    for entry in read:
        assert str(entry["url"]) == f"http://localhost:8000/event/{str(entry['uid']).removesuffix('@bilat')}"


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2023-12-12", "2023-12-13", (date(2023, 12, 12), date(2023, 12, 13))),
        ("2023-12-12", None, (date(2023, 12, 12), date(2023, 12, 12))),
        (None, "2023-12-13", (date(2023, 12, 13), date(2023, 12, 13))),
        ("2023-12", "2023-12", None),
        (None, None, None),
    ],
)
def test_only_known_days_are_days(start: str | None, end: str | None, days: tuple[date, date] | None):
    assert days_of(event(start=start, end=end)) == days


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2024-02", "2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2023-12", None, (date(2023, 12, 1), date(2023, 12, 31))),
        ("2023-11", "2023-12", (date(2023, 11, 1), date(2023, 12, 31))),
        ("2023-12", "2023-12-13", None),
        ("2023", "2023", None),
        (None, None, None),
    ],
)
def test_a_known_month_is_all_its_days(start: str | None, end: str | None, days: tuple[date, date] | None):
    assert months_of(event(start=start, end=end)) == days


def test_an_event_of_a_month_is_marked_and_takes_nobodys_time(tmp_path: Path):
    text = "王毅将于10月访问越南。"
    line = {"id": "m", "date": "2023-09-20", "title": "合作", "text": text, "publisher": "某报"}
    (tmp_path / "in.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", "utf-8")
    _ = bilat.build([tmp_path / "in.jsonl"], tmp_path / "r.bilat", workers=1)
    with bilat.open(tmp_path / "r.bilat") as record:
        (entry,) = entries(written(record, "ics", tmp_path / "m.ics"))
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2023, 10, 1), date(2023, 11, 1))
    assert str(entry["summary"]).startswith("[month only] planned visit to VN")
    assert str(entry["transp"]) == "TRANSPARENT"
    assert entry["categories"].cats == ["visit", "month only"]


def test_articles_cannot_break_out_of_their_property(hostile: Record, tmp_path: Path):
    (entry,) = entries(written(hostile, "ics", tmp_path / "h.ics"))
    assert entry["dtstamp"].dt == datetime(2023, 6, 27, tzinfo=UTC)
    assert "\x01" not in str(entry["summary"])
