"""The pages of people and offices."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bilat.model.rows import PersonRow
from bilat.record import Record
from bilat.web import links
from tests.web.pages.reading import HOSTILE, lawful, page, site_of, tame, words
from tests.web.pages.reading import links as hrefs

OURS = ("/person/", "/people", "/office/", "/offices", "/document/")


@pytest.fixture(scope="module")
def record(sample_record: Path) -> Record:
    return Record(sample_record)


@pytest.fixture(scope="module")
def xi(record: Record) -> PersonRow:
    return next(record.people(query="习近平"))


def test_a_person_has_names_offices_those_met_travels_and_events(
    client: TestClient, record: Record, xi: PersonRow
) -> None:
    read = page(client, links.person(xi.id))
    lawful(read)
    assert words(read, "h1") == "习近平 CN"
    assert all(name in words(read) for name in xi.names)
    rows = {words(row, "th"): words(row, "td.number") for row in read.css("#offices ~ .scroll tbody tr")}
    assert rows == {tenure.office: str(tenure.documents) for tenure in xi.tenures if tenure.documents > 1}
    met = {words(row, "th a"): words(row, "td.number") for row in read.css("#met ~ .scroll tbody tr")}
    assert met == {row.name: str(row.events) for row in record.met(xi.id)}
    assert {links.event(row.event) for row in record.travels(xi.id)} <= set(hrefs(read, "/event/"))
    told = [node.attributes["id"] for node in read.css("article.event")]
    assert told == [f"e-{e.id}" for e in record.events(person=xi.id, background=False, order="newest")][:25]
    assert read.css("svg.bar rect")


def test_events_with_one_other_are_theirs_alone(client: TestClient, record: Record, xi: PersonRow) -> None:
    for met in record.met(xi.id):
        read = page(client, links.address(links.person(xi.id), (("with", met.actor),)))
        shown = read.css("article.event")
        assert len(shown) == met.events
        assert all(links.person(met.actor) in (node.html or "") for node in shown)


def test_links_of_people_and_offices_answer(client: TestClient, record: Record) -> None:
    for row in record.people(limit=12):
        read = page(client, links.person(row.id))
        for href in hrefs(read, OURS):
            assert client.get(href.partition("#")[0]).status_code == 200, href


def test_the_id_of_a_name_leads_to_its_person(client: TestClient, record: Record) -> None:
    doc, reading = next(pair for pair in record.readings() if pair[1].people)
    actor = record.within(doc.id).actors[0]
    local = next(id_ for id_ in (each[0] for each in record.decidable("", 200)) if _moves(client, id_))
    assert client.get(links.person(local)).headers["location"].startswith("/person/")
    assert client.get(links.person(actor)).status_code == 200
    assert reading.people[0].name in client.get(links.person(actor)).text


def _moves(client: TestClient, id_: str) -> bool:
    return client.get(links.person(id_)).status_code == 308


def test_people_are_listed_by_country_name_office_and_day(client: TestClient, record: Record) -> None:
    def names(query: str) -> list[str]:
        return [words(row, "th a") for row in page(client, f"/people?{query}").css("tbody tr")]

    assert names("country=VN") == [row.name for row in record.people(country="VN")]
    assert names("name=拜登") == ["拜登"]
    assert names("office=总统&country=US") == [row.name for row in record.people(country="US", office="总统")]
    assert names("office=总统&on=2023-09-11") == [r.name for r in record.people(office="总统", on="2023-09-11")]
    assert "Nobody fits" in words(page(client, "/people?name=没有这个人"))
    assert page(client, "/people?on=never", 400)
    pair = page(client, "/people?country=CN&country=VN")
    lawful(pair)
    assert words(pair, "h1") == "People · China · Vietnam"
    assert {"/people?country=CN", "/people?country=VN"} <= set(hrefs(pair, "/people"))
    both = {row.id: row.country for row in record.people(country=("CN", "vn"))}
    assert set(both.values()) == {"CN", "VN"}
    assert names("country=CN&country=VN") == [row.name for row in record.people() if row.id in both]
    assert page(client, "/people?country=CN&country=VN&country=US", 400)


def test_the_list_goes_on_where_the_page_ended(
    fresh: TestClient, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bilat.web.pages.people.SHOWN", 7)
    found: list[str] = []
    address = "/people"
    while address:
        read = page(fresh, address)
        found += [words(row, "th a") for row in read.css("tbody tr")]
        following = read.css_first("a[rel=next]")
        address = (following.attributes["href"] or "") if following else ""
    assert found == [row.name for row in record.people()]


def test_an_office_has_its_holders_over_time(client: TestClient, record: Record) -> None:
    for row in record.offices(limit=15):
        read = page(client, links.office(row.country, row.office))
        lawful(read)
        assert set(hrefs(read, "/person/")) == {links.person(h.actor) for h in record.holders(row.office, row.country)}
    listed = page(client, "/offices?country=VN")
    lawful(listed)
    offices = [row.office for row in record.offices("VN")]
    assert [words(row, "th") for row in listed.css("tbody tr")] == offices[:100]


def test_what_is_unknown_is_not_there(client: TestClient) -> None:
    for path in ("/person/0000", "/office/VN/没有这个职务", "/person/%3Cscript%3E"):
        assert "Not there" in words(page(client, path, 404))
    assert page(client, "/office/XX/总理", 400)


def test_nothing_of_a_strangers_article_acts(tmp_path: Path) -> None:
    client, record = site_of(tmp_path, HOSTILE)
    for row in record.people():
        _ = tame(client, links.person(row.id))
    _ = tame(client, "/people")
    _ = tame(client, "/offices")
