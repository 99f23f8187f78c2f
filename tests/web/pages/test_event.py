"""The page of an event."""

from itertools import islice
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bilat.model.rows import EventRow, TitleRow
from bilat.record import Record
from bilat.web.pages.event import title_on
from bilat.web.sides import countries
from tests.web.pages.reading import HOSTILE, broken, lawful, links, page, site_of, tame, words

OTHER = {
    "id": "other",
    "date": "2023-06-28",
    "publisher": "另一家",
    "title": "李尚福会见潘文江",
    "text": "中国国防部长李尚福28日在北京会见越南国防部长潘文江。两国防长谈及海上合作与边境友好交流。",
}


@pytest.fixture(scope="module")
def record(sample_record: Path) -> Record:
    return Record(sample_record)


def test_a_visit_shows_what_it_holds_and_each_part_its_visit(client: TestClient, record: Record) -> None:
    visit = next(e for e in record.events(("CN", "VN"), types=("visit",)) if len(record.parts(e)) > 1)
    read = page(client, f"/event/{visit.id}")
    for part in record.parts(visit):
        assert f"/event/{part.id}" in links(read)
        assert f"/event/{visit.id}" in links(page(client, f"/event/{part.id}"))


def test_every_quotation_of_every_report_leads_to_its_words(client: TestClient, record: Record) -> None:
    event = max(record.events(), key=lambda e: len(e.reports))
    read = page(client, f"/event/{event.id}")
    led = set(links(read, "/document/"))
    for report in event.reports:
        for ev in report.evidence:
            assert f"/document/{ev.document}#c{ev.span.start}-{ev.span.end}" in led
            assert " ".join(ev.quote.split()) in words(read)


def test_every_event_has_a_page_that_keeps_the_rules_and_leads_somewhere(client: TestClient, record: Record) -> None:
    for event in record.events():
        read = page(client, f"/event/{event.id}")
        lawful(read)
        assert broken(client, read) == []
        for participant in event.participants:
            assert participant.name in words(read)


def test_who_was_read_and_does_not_tell_of_it_is_named(client: TestClient, record: Record) -> None:
    silent = [(e, record.coverage(e).silent) for e in record.events()]
    event, names = next((e, found) for e, found in silent if found)
    told = words(page(client, f"/event/{event.id}"))
    assert f"without a word of it: {names[0][0]}" in told


def test_an_unknown_event_is_not_there_nor_is_a_person(client: TestClient, record: Record) -> None:
    person = next(record.people(limit=1))
    for id_ in ("nobody", person.id):
        assert "Not there" in words(page(client, f"/event/{id_}", 404))


def test_the_id_of_a_telling_moves_on_to_its_event(client: TestClient, record: Record) -> None:
    event = max(record.events(), key=lambda e: len(e.reports))
    ids = [id_ for id_, _ in record.decidable("", 10_000) if id_ != event.id]
    telling = next(id_ for id_ in ids if isinstance(found := record.get(id_), EventRow) and found.id == event.id)
    answer = client.get(f"/event/{telling}")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/event/{event.id}")


def test_what_reports_do_not_agree_on_is_spelled_out(tmp_path: Path) -> None:
    tame_article = {**HOSTILE, "title": "李尚福会见潘文江", "publisher": "一家", "text": HOSTILE["text"][:26]}
    client, record = site_of(tmp_path, tame_article, OTHER)
    events = [e for e in record.events() if e.discrepancies]
    if not events:
        pytest.fail("the two articles make no event of two days")
    told = words(page(client, f"/event/{events[0].id}"), "table.differences")
    assert "first day" in told
    assert "2023-06-27" in told
    assert "2023-06-28" in told
    assert "另一家" in told


def test_a_hostile_article_stays_text(tmp_path: Path) -> None:
    client, record = site_of(tmp_path, HOSTILE)
    for event in record.events():
        read = tame(client, f"/event/{event.id}")
        assert "<script>alert(1)</script>" in words(read)
        assert "<b>P&P</b>" in words(read)


def test_the_page_speaks_the_language_of_its_reader(client: TestClient, record: Record) -> None:
    event = next(record.events(("CN", "VN"), types=("visit",)))
    assert "越南" in words(page(client, f"/event/{event.id}", language="zh"))


def test_titles_are_those_of_the_day(client: TestClient, record: Record) -> None:
    seen = (TitleRow("外长", "2022-01-01", "2023-01-31", 9), TitleRow("总理", "2023-06-01", "2024-01-01", 3))
    assert title_on(seen, "2022-12-31") == seen[0]
    assert title_on(seen, "2023-12-31") == seen[1]
    assert title_on(seen, "2030-01-01") is None
    visit = next(e for e in record.events(("CN", "VN"), types=("visit",)) if not e.background and e.start)
    person = record.person(visit.participants[0].actor or "")
    assert person is not None
    shown = words(page(client, f"/event/{visit.id}"), ".people .title")
    assert shown in {title.title for title in person.titles}


def test_the_event_before_leads_to_the_next_one(client: TestClient, record: Record) -> None:
    one, two = islice((e for e in record.events(("CN", "VN"), background=False) if len(countries(e)) == 2), 2)
    following = page(client, f"/event/{one.id}").css_first("nav.pager a[rel=next]")
    assert following is not None
    assert following.attributes["href"] == f"/event/{two.id}"
