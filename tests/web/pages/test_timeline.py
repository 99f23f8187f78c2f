"""Events in the order of time."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from bilat.record import EventFilter, Record
from bilat.web.pages import timeline
from tests.web.pages.reading import HOSTILE, broken, lawful, links, page, site_of, tame, words


@pytest.fixture(scope="module")
def record(sample_record: Path) -> Record:
    return Record(sample_record)


def listed(read: LexborHTMLParser) -> list[str]:
    """The ids of the events of a page, in its order."""
    return [(node.attributes["id"] or "").removeprefix("e-") for node in read.css("main article.event")]


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("country=CN&country=VN", EventFilter(("CN", "VN"), background=False)),
        ("country=中国&country=Vietnam", EventFilter(("CN", "VN"), background=False)),
        ("since=2023-12&until=2023-12-12", EventFilter(since="2023-12", until="2023-12-12", background=False)),
        ("type=visit&type=call", EventFilter(types=("visit", "call"), background=False)),
        ("status=cancelled", EventFilter(status="cancelled", background=False)),
        ("level=ministers", EventFilter(level="ministers", background=False)),
        ("person=王毅", EventFilter(person="王毅", background=False)),
        ("publisher=example", EventFilter(publisher="example", background=False)),
        ("background=true&country=VN", EventFilter(("VN",))),
        ("overdue=true", EventFilter(overdue=True, background=False)),
    ],
)
def test_each_filter_shows_what_the_record_answers(
    client: TestClient, record: Record, query: str, asked: EventFilter
) -> None:
    read = page(client, f"/timeline?{query}")
    assert sorted(listed(read)) == sorted(event.id for event in record.find_events(asked))[: timeline.SHOWN]
    lawful(read)
    assert broken(client, read) == []


def test_what_a_visit_holds_stands_under_it(client: TestClient, record: Record) -> None:
    visit = next(e for e in record.events(("CN", "VN"), types=("visit",)) if record.parts(e))
    read = page(client, "/timeline?country=CN&country=VN")
    under = read.css_first(f"#e-{visit.id} + .parts")
    assert under is not None
    assert {e.id for e in record.parts(visit)} == {
        (node.attributes["id"] or "").removeprefix("e-") for node in under.css("article")
    }


def test_a_part_without_its_visit_names_it(client: TestClient, record: Record) -> None:
    part = next(e for e in record.events(types=("meeting",)) if e.part_of and not e.background)
    read = page(client, "/timeline?type=meeting")
    assert f"/event/{part.part_of}" in links(read, "/event/")


def test_pages_turn_forwards_and_back_and_leave_nothing_out(
    fresh: TestClient, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "SHOWN", 7)
    read = page(fresh, "/timeline?order=oldest&since=1900")
    seen, pages = listed(read), [set(listed(read))]
    while (further := read.css_first("nav.pager a[rel=next]")) is not None:
        read = page(fresh, further.attributes["href"] or "")
        pages.append(set(listed(read)))
        seen += listed(read)
    wanted = {event.id for event in record.find_events(EventFilter(background=False))}
    assert len(seen) == len(set(seen))
    assert set(seen) == wanted
    back = page(fresh, links(read, "/timeline?since=1900&order=oldest&before=")[0])
    assert set(listed(back)) == pages[-2]


def test_the_numbers_of_the_months_are_those_of_the_record(client: TestClient, record: Record) -> None:
    read = page(client, "/timeline?country=CN&country=VN")
    cells = {a.attributes["href"]: int(a.text()) for a in read.css("table.density td a")}
    asked = EventFilter(("CN", "VN"), since="2023-12", until="2023-12", background=False)
    address = "/timeline?country=CN&country=VN&since=2023-12&until=2023-12"
    assert cells[address] == record.count_events(asked) == len(listed(page(client, address)))


@pytest.mark.parametrize(
    "query", ["level=high", "order=random", "after=nobody", "before=nobody", "status=over", "since=2023-13"]
)
def test_what_makes_no_sense_is_refused(client: TestClient, query: str) -> None:
    assert "Not understood" in words(page(client, f"/timeline?{query}", 400))


def test_nothing_that_fits_is_said(client: TestClient) -> None:
    assert "No events fit." in words(page(client, "/timeline?country=VN&since=1950&until=1951"))


def test_a_hostile_article_stays_text(tmp_path: Path) -> None:
    client, _ = site_of(tmp_path, HOSTILE)
    assert "<b>P&P</b>" in words(tame(client, "/timeline?publisher=%3Cb%3E"))


def test_one_question_has_one_address(client: TestClient) -> None:
    asked = (
        "country=VN&country=CN&type=visit&level=leaders",
        "level=leaders&type=visit&country=CN&country=VN&order=newest",
    )
    one, other = (links(page(client, f"/timeline?{query}"), "/timeline?") for query in asked)
    assert one == other
