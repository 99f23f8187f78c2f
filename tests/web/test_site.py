"""What holds for every answer of the site."""

import re

import pytest
from starlette.testclient import TestClient

from bilat.web.security import HEADERS


@pytest.mark.parametrize("path", ["/", "/timeline", "/static/style.css", "/static/plotly.js", "/nothing", "/event/no"])
def test_every_answer_has_the_headers_that_keep_strangers_text_harmless(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_strange_name_of_the_host_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "bilat.example"}).status_code == 421


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/timeline")
    again = client.get("/timeline", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_file_is_kept_under_the_address_that_pages_name_and_asked_for_again_under_any_other(
    client: TestClient,
) -> None:
    page = client.get("/").text
    (named,) = re.findall(r'href="(/static/style.css[^"]*)"', page)
    assert "immutable" in client.get(named).headers["cache-control"]
    plain = client.get("/static/style.css?older")
    assert (plain.status_code, plain.headers["cache-control"]) == (200, "no-cache")
    again = client.get("/static/style.css", headers={"if-none-match": plain.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_another_language_is_another_answer(client: TestClient) -> None:
    english, chinese = (client.get("/", headers={"accept-language": code}) for code in ("en", "zh-CN,zh;q=0.9"))
    assert english.headers["etag"] != chinese.headers["etag"]
    assert '<html lang="zh-Hans">' in chinese.text


def test_the_language_chosen_leads_back_on_this_site_only(client: TestClient) -> None:
    assert client.get("/language/zh?next=/timeline").headers["location"] == "/timeline"
    assert client.get("/language/zh?next=//elsewhere.example/").headers["location"] == "/"
    client.cookies.clear()


@pytest.mark.parametrize("query", ["since=never", "country=XX", "type=war", "country=CN&country=VN&country=US"])
def test_what_makes_no_sense_is_told_in_one_line(client: TestClient, query: str) -> None:
    answer = client.get(f"/timeline?{query}")
    assert answer.status_code == 400
    assert "Not understood" in answer.text


def test_a_server_answers_on_its_port(site: str) -> None:
    from urllib.request import urlopen

    with urlopen(f"{site}/") as answer:
        assert answer.status == 200
