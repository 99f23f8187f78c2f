"""The first page."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bilat.record import EventFilter, Record
from tests.web.pages.reading import HOSTILE, broken, lawful, links, page, site_of, tame, words


@pytest.fixture(scope="module")
def record(sample_record: Path) -> Record:
    return Record(sample_record)


def test_it_leads_to_the_relations_with_most_contacts(client: TestClient, record: Record) -> None:
    read = page(client, "/")
    lawful(read)
    assert broken(client, read) == []
    pairs = record.pairs(limit=20)
    assert links(read, "/relation/")[: len(pairs)] == [f"/relation/{pair.one}/{pair.other}" for pair in pairs]


def test_it_tells_what_the_record_is(client: TestClient, record: Record) -> None:
    told = words(page(client, "/"))
    for noun, number in (("documents", "documents"), ("people", "people"), ("events", "events")):
        assert f"{record.count(noun)} {number}" in told
    assert record.digest in told


def test_each_month_of_a_pair_leads_to_as_many_events(client: TestClient) -> None:
    cells = [(a.attributes["href"] or "", int(a.text())) for a in page(client, "/").css("table.sparks td a")]
    assert cells
    for address, number in cells:
        assert len(page(client, address).css("article.event")) == number


def test_the_latest_were_held(client: TestClient, record: Record) -> None:
    held = record.find_events(EventFilter(status="held", background=False), 10, order="newest")
    shown = [node.attributes["id"] for node in page(client, "/").css("article.event")]
    assert shown == [f"e-{event.id}" for event in held]


def test_a_record_of_nothing_has_a_first_page(tmp_path: Path) -> None:
    client, _ = site_of(tmp_path, {"id": "a", "date": "2023-01-02", "title": "天气", "text": "今天有雨。"})
    told = words(page(client, "/"))
    assert "tells of no contact" in told
    assert client.get("/calendar").status_code == 404


def test_a_hostile_article_stays_text(tmp_path: Path) -> None:
    client, _ = site_of(tmp_path, HOSTILE)
    assert "<b>P&P</b>" in words(tame(client, "/"))


def test_it_names_the_publishers_and_the_days_of_their_articles(client: TestClient, record: Record) -> None:
    told = words(page(client, "/"), "section[aria-labelledby=record]")
    for row in record.publishers()[:12]:
        assert (row.publisher or "publisher unknown") in told
    assert min(row.first for row in record.publishers() if row.first) in told
