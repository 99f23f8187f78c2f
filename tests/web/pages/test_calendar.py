"""A month as a calendar."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bilat.model.contact_rows import DayRow
from bilat.record import EventFilter, Record
from bilat.web.pages.calendar import LANES, in_lanes, weeks
from tests.web.pages.reading import HOSTILE, broken, lawful, links, page, site_of, tame, words

WEEK = [f"2023-12-{day}" for day in range(11, 18)]


def day_row(name: str, start: int, end: int) -> DayRow:
    return DayRow(name, "visit", "held", "leaders", f"2023-12-{start:02}", f"2023-12-{end:02}", None, ("CN", "VN"))


@pytest.fixture(scope="module")
def record(sample_record: Path) -> Record:
    return Record(sample_record)


def test_every_event_of_a_month_is_there(client: TestClient, record: Record) -> None:
    for month in sorted({row.month for row in record.months() if row.month and len(row.month) == 7}):
        read = page(client, f"/calendar/{month}")
        lawful(read)
        assert broken(client, read) == []
        wanted = record.find_events(EventFilter(since=month, until=month, background=False))
        assert [event.id for event in wanted if f"/event/{event.id}" not in links(read, "/event/")] == []


def test_an_event_stands_on_its_day(client: TestClient, record: Record) -> None:
    row = next(row for row in record.days(EventFilter(("CN", "VN"), background=False)) if row.start == row.end)
    read = page(client, f"/calendar/{row.start[:7]}?country=CN&country=VN")
    cell = next(td for td in read.css("tr.days td") if td.css_first(f'a[href="/event/{row.id}"]'))
    time = cell.css_first("time")
    assert time is not None
    assert time.attributes["datetime"] == row.start


def test_each_line_of_a_week_has_seven_days(client: TestClient) -> None:
    read = page(client, "/calendar/2023-12")
    for line in read.css("table.calendar tbody tr"):
        assert sum(int(td.attributes.get("colspan") or 1) for td in line.css("td")) == 7


def test_what_lasts_longer_lies_across_its_days_without_overlap() -> None:
    rows = [day_row("a", 9, 12), day_row("b", 12, 13), day_row("c", 13, 19), day_row("d", 16, 17)]
    lanes, shown = in_lanes(WEEK, rows)
    bars = [[(bar.row.id, bar.gap, bar.days, bar.before, bar.after) for bar in lane.bars] for lane in lanes]
    assert bars == [
        [("a", 0, 2, True, False), ("c", 0, 5, False, True)],
        [("b", 1, 2, False, False), ("d", 2, 2, False, False)],
    ]
    assert [lane.free for lane in lanes] == [0, 0]
    assert len(shown) == 4


def test_what_finds_no_line_is_counted_on_each_of_its_days() -> None:
    rows = [day_row(f"e{number}", 12, 13) for number in range(LANES + 2)]
    week = next(week for week in weeks("2023-12", rows, []) if week.days[0].day == WEEK[0])
    assert [day.more for day in week.days] == [0, 2, 2, 0, 0, 0, 0]


def test_without_a_month_it_is_the_last_with_something_held(client: TestClient, record: Record) -> None:
    asked = EventFilter(("CN", "VN"), status="held", background=False)
    last = max(row.month for row in record.months(asked) if row.month and len(row.month) == 7)
    answer = client.get("/calendar?country=CN&country=VN")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/calendar/{last}?country=CN&country=VN")


@pytest.mark.parametrize("month", ["2023", "2023-13", "2023-12-01", "soon", "0001-01", "9999-12"])
def test_what_is_no_month_is_not_there(client: TestClient, month: str) -> None:
    assert "Not there" in words(page(client, f"/calendar/{month}", 404))


def test_the_first_and_last_months_there_are_can_be_shown(client: TestClient) -> None:
    for month in ("0001-02", "9998-12"):
        lawful(page(client, f"/calendar/{month}"))


def test_a_hostile_article_stays_text(tmp_path: Path) -> None:
    client, record = site_of(tmp_path, HOSTILE)
    assert next(record.events())
    read = tame(client, "/calendar/2023-06")
    assert links(read, "/event/")


def test_the_months_beside_it_are_those_with_events(client: TestClient, record: Record) -> None:
    asked = EventFilter(("CN", "VN"), background=False)
    months = sorted({row.month for row in record.months(asked) if row.month and len(row.month) == 7})
    read = page(client, f"/calendar/{months[-1]}?country=CN&country=VN")
    assert [a.attributes["href"] for a in read.css("nav.pager a[rel]")] == [
        f"/calendar/{months[-2]}?country=CN&country=VN"
    ]
