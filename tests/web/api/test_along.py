"""The tables of pages can be taken along: every link that a page offers is answered, and holds what the page shows."""

import csv
import io
import re
from html import unescape
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from bilat.record import Record
from bilat.web.api.along import along

LINK = re.compile(r'<a href="(/api/[^"]+)" download>')
ASKED = (
    "",
    "?country=CN&country=VN",
    "?country=中国&country=&since=2023&until=&publisher=&page=1",
    "?country=VN&background=on&overdue=&level=leaders&type=visit&status=held&order=newest",
    "?kind=&about=&stage=&mode=direct&speaker_kind=person&speaker=&verb=&chain=&name=习近平&office=&on=2023-12",
)
LISTS = (
    "/", "/timeline", "/figures", "/claims", "/phrases", "/mechanisms", "/undertakings", "/disputes", "/discrepancies",
    "/network", "/people", "/offices", "/publishers", "/relation/CN/VN", "/calendar",
)  # fmt: skip


def offered(client: TestClient, page: str) -> list[str]:
    answer = client.get(page, follow_redirects=True)
    assert answer.status_code in {200, 400, 404}, page
    return [unescape(link) for link in LINK.findall(answer.text)] if answer.status_code == 200 else []


@pytest.mark.parametrize("asked", ASKED, ids=range(len(ASKED)))
@pytest.mark.parametrize("page", LISTS)
def test_what_a_list_offers_is_there(page: str, asked: str, client: TestClient):
    for link in offered(client, page + asked):
        assert client.get(link).status_code == 200, link


def test_lists_do_offer_it(client: TestClient):
    without = [page for page in LISTS if not offered(client, page) and page not in {"/calendar", "/network"}]
    assert without == []


def test_what_the_page_of_one_thing_offers_is_there(client: TestClient, record: Record):
    visit = next(record.events(("CN", "VN"), types=("visit",), status="held"))
    person, figure = next(record.people(country="VN")), next(record.items("figures"))
    phrase, mechanism = record.phrases()[0].phrase, record.mechanisms()[0].mechanism
    stage, office = record.undertakings()[0].stages[0], record.offices("VN")[0].office
    pages = (
        f"/event/{visit.id}",
        f"/document/{visit.reports[0].document}",
        f"/person/{person.id}",
        f"/figures/{figure.item.measure}",
        f"/phrase/{quote(phrase)}",
        f"/mechanism/{quote(mechanism)}",
        f"/undertaking/{stage.id}",
        f"/office/VN/{quote(office)}",
    )
    for page in pages:
        links = offered(client, page)
        assert links, page
        for link in links:
            assert client.get(link).status_code == 200, link


def test_the_table_holds_what_the_page_shows(client: TestClient, record: Record):
    (link, _) = offered(client, "/timeline?country=中国&country=越南&since=2023&type=meeting&status=")
    head, *rows = csv.reader(io.StringIO(client.get(link).text))
    shown = record.events(("CN", "VN"), "2023", types=("meeting",), background=False)
    assert [row[head.index("id")] for row in rows] == [event.id for event in shown]


def test_words_that_are_about_the_page_stay_behind():
    query = [
        ("country", "China"),
        ("since", " "),
        ("background", "on"),
        ("overdue", "0"),
        ("page", "3"),
        ("limit", "2"),
    ]
    assert along("/api/events", query)[0] == ("CSV", "/api/events?format=csv&country=CN&background=true")
    assert along("/api/people", [("name", "苏林")])[1] == (
        "JSON Lines",
        "/api/people?format=jsonl&query=%E8%8B%8F%E6%9E%97",
    )


def test_one_thing_is_had_as_json_whatever_its_id_holds():
    assert along("/api/documents/a b?c/d") == [("JSON", "/api/documents/a%20b%3Fc/d")]
