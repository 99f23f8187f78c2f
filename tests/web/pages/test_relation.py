"""Two countries at a glance."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bilat.record import EventFilter, Record
from tests.web.pages.reading import HOSTILE, broken, lawful, links, page, site_of, tame, words


@pytest.fixture(scope="module")
def record(sample_record: Path) -> Record:
    return Record(sample_record)


@pytest.mark.parametrize("address", ["/relation/VN/CN", "/relation/越南/China", "/relation?country=VN&country=CN"])
def test_two_countries_have_one_address(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["location"]) == (308, "/relation/CN/VN")


def test_the_strip_counts_every_contact_by_month_and_level(client: TestClient, record: Record) -> None:
    read = page(client, "/relation/CN/VN")
    asked = EventFilter(("CN", "VN"), background=False)
    cells = [(a.attributes["href"] or "", int(a.text())) for a in read.css("table.strip td a")]
    dated = [row for row in record.months(asked) if row.month and len(row.month) == 7]
    assert sum(number for _, number in cells) == sum(row.events for row in dated)
    for address, number in cells:
        assert len(page(client, address).css("article.event")) == number


def test_every_relation_keeps_the_rules(client: TestClient, record: Record) -> None:
    for pair in record.pairs():
        read = page(client, f"/relation/{pair.one}/{pair.other}")
        lawful(read)
        assert broken(client, read) == []
        assert f"{pair.events} contact" in words(read)


def test_the_latest_stands_first_with_its_words(client: TestClient, record: Record) -> None:
    asked = EventFilter(("CN", "VN"), status="held", background=False)
    latest = next(record.find_events(asked, 1, order="newest"))
    first = page(client, "/relation/CN/VN").css_first("article.event")
    assert first is not None
    assert first.attributes["id"] == f"e-{latest.id}"
    assert latest.reports[0].evidence[0].quote in words(first, "q")


def test_countries_without_a_contact_are_told_so(client: TestClient) -> None:
    assert "No article of this record" in words(page(client, "/relation/AR/VN"))


def test_a_country_has_no_relation_with_itself(client: TestClient) -> None:
    assert "Not there" in words(page(client, "/relation/CN/China", 404))
    assert "Not understood" in words(page(client, "/relation/CN/XX", 400))


def test_what_is_announced_and_what_is_overdue_stand_apart(tmp_path: Path) -> None:
    articles = [
        {
            "id": "a",
            "date": "2023-01-02",
            "title": "越南外长裴青山将访华",
            "text": "越南外长裴青山将于1月10日访问中国。",
        },
        {
            "id": "b",
            "date": "2023-06-01",
            "title": "越南总理范明政将访华",
            "text": "越南总理范明政将于6月25日访问中国。",
        },
    ]
    client, _ = site_of(tmp_path, *articles)
    read = page(client, "/relation/CN/VN")
    announced, overdue = (
        words(read, "section[aria-labelledby=announced]"),
        words(read, "section[aria-labelledby=overdue]"),
    )
    assert "范明政" in announced
    assert "范明政" not in overdue
    assert "裴青山" in overdue
    assert "裴青山" not in announced
    assert "/timeline?country=CN&country=VN&overdue=true" in links(read)


def test_a_hostile_article_stays_text(tmp_path: Path) -> None:
    client, _ = site_of(tmp_path, HOSTILE)
    assert "<b>P&P</b>" in words(tame(client, "/relation/CN/VN"))


def test_only_phrases_that_nobody_used_before_are_new(tmp_path: Path) -> None:
    old = "中国国家主席习近平1月5日在北京会见越共中央总书记阮富仲。习近平强调，要增进政治互信。"
    new = "中国国家主席习近平5日在北京会见越共中央总书记阮富仲。习近平强调，要增进政治互信，构建命运共同体。"
    client, _ = site_of(
        tmp_path,
        {"id": "a", "date": "2021-01-05", "title": "习近平会见阮富仲", "text": old},
        {"id": "b", "date": "2023-06-05", "title": "习近平会见阮富仲", "text": new},
    )
    told = words(page(client, "/relation/CN/VN"), "section[aria-labelledby=phrases]")
    assert "命运共同体" in told
    assert "政治互信" not in told
