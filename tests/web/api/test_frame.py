"""What holds for every answer of the API: tags, methods, packing, problems, its description and its page."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

import bilat
from bilat.errors import LimitError
from bilat.web.api.catalogue import CATALOGUE, PREFIX
from bilat.web.api.listing import Wanted
from bilat.web.api.packing import taken
from bilat.web.app import create_app
from bilat.web.security import HEADERS
from bilat.web.settings import Settings
from tests.web.conftest import HERE

NAMES = [asking.name for asking in CATALOGUE]


@pytest.fixture(scope="module")
def packing(sample_record: Path) -> Iterator[TestClient]:
    """A site that packs its answers, as it does when strangers reach it."""
    with TestClient(create_app(Settings(sample_record, compress=True)), base_url=HERE) as made:
        yield made


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_that_did_not_change_is_not_sent_again(name: str, client: TestClient, paths: dict[str, str]):
    first = client.get(paths[name])
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for named in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = client.get(paths[name], headers={"If-None-Match": named})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    changed = client.get(paths[name], headers={"If-None-Match": '"other"'})
    assert changed.content == first.content


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_each_form_has_a_tag_of_its_own(form: str, client: TestClient):
    tags = {client.get(f"/api/people?format={each}").headers["etag"] for each in ("json", "jsonl", "csv")}
    tag = client.get(f"/api/people?format={form}").headers["etag"]
    assert len(tags) == 3
    assert client.get(f"/api/people?format={form}", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("name", NAMES)
def test_head_tells_what_get_would(name: str, client: TestClient, paths: dict[str, str]):
    got, head = client.get(paths[name]), client.head(paths[name])
    assert head.content == b""
    assert {**head.headers} == {**got.headers}


@pytest.mark.parametrize("path", ["/api/people?format=csv", "/api/people?limit=0", "/api/people/no", "/api/none"])
def test_head_tells_the_same_of_lists_and_problems(path: str, client: TestClient):
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert head.headers["content-type"] == got.headers["content-type"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(method: str, client: TestClient):
    answer = client.request(method, "/api/events")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status", "parameter", "told"),
    [
        ("/api/events?limit=0", 422, "limit", "a whole number from 1 to 500"),
        ("/api/events?limit=501", 422, "limit", "a whole number from 1 to 500"),
        ("/api/events?limit=١", 422, "limit", "a whole number"),
        ("/api/events?limit=5&limit=6", 422, "limit", "given 2 times; at most 1"),
        ("/api/events?country=CN&country=VN&country=US", 422, "country", "given 3 times; at most 2"),
        ("/api/events?country=Narnia", 422, "country", "there is no country or organisation of the code 'Narnia'"),
        ("/api/events?since=2023-02-29", 422, "since", "no date of the calendar: '2023-02-29'"),
        ("/api/events?since=", 422, "since", "no date"),
        ("/api/events?type=party", 422, "type", "there are visit, meeting"),
        ("/api/events?contry=CN", 422, "contry", "no parameter here; there are country, since"),
        ("/api/events?overdue=1", 422, "overdue", "true or false"),
        ("/api/people?query=" + "x" * 201, 422, "query", "from 1 to 200 characters, not 201"),
        ("/api/search", 422, "q", "is needed"),
        ("/api/phrases?new=true", 422, "new", "needs since"),
        ("/api/find?q=a&each=21", 422, "each", "a whole number from 1 to 20"),
        ("/api/search?q=", 422, "q", "from 1 to 200 characters, not 0"),
        ("/api/record?a=b", 422, "a", "no parameter here; there are none"),
        ("/api/events?format=xml", 422, "format", "there are json, jsonl, csv"),
        ("/api/events?cursor=abc", 422, None, "the cursor belongs to another question"),
        ("/api/events?cursor=abc&format=csv", 422, None, "the cursor belongs to another question"),
        ("/api/events/none", 404, None, "no event has the id 'none'"),
        ("/api/events/none/compare", 404, None, "no event has the id 'none'"),
        ("/api/events/none/parts?format=csv", 404, None, "no event has the id 'none'"),
        ("/api/people/none", 404, None, "no person has the id 'none'"),
        ("/api/documents/none", 404, None, "no document has the id 'none'"),
        ("/api/figures/none", 404, None, "no figure has the id 'none'"),
        ("/api/everything", 404, None, "/api/openapi.json lists all there is"),
        ("/api/", 404, None, "/api/openapi.json lists all there is"),
        ("/api/docs/docs.html", 404, None, "no such file"),
        ("/api/docs/..%2F..%2Fapp.py", 404, None, ""),
    ],
)
def test_what_cannot_be_answered_is_told_as_a_problem(
    path: str, status: int, parameter: str | None, told: str, client: TestClient
):
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    problem = answer.json()
    assert problem["status"] == status
    assert told in problem["detail"]
    assert [error["parameter"] for error in problem.get("errors", ())] == ([parameter] if parameter else [])
    assert answer.headers["cache-control"] == "no-store"


def test_everything_that_is_wrong_is_told_at_once(client: TestClient):
    errors = client.get("/api/events?limit=x&since=y&z=1").json()["errors"]
    assert [error["parameter"] for error in errors] == ["limit", "since", "z"]


def test_a_cursor_of_another_list_or_question_is_refused(client: TestClient):
    cursor = client.get("/api/events?limit=1").json()["next"]
    assert client.get(f"/api/events?limit=7&cursor={cursor}").status_code == 200
    for path in ("/api/events?country=CN", "/api/events?order=newest", "/api/people?limit=1", "/api/days?limit=1"):
        assert client.get(f"{path}&cursor={cursor}").status_code == 422


def test_a_new_record_has_new_tags_and_takes_no_old_cursor(sample_record: Path, tmp_path: Path):
    path = tmp_path / "relations.bilat"
    _ = path.write_bytes(sample_record.read_bytes())
    article = tmp_path / "one.jsonl"
    _ = article.write_text('{"id":"one","date":"2024-01-02","title":"标题","text":"正文。"}\n', "utf-8")
    with TestClient(create_app(Settings(path)), base_url=HERE) as client:
        first = client.get("/api/documents?limit=1")
        _ = bilat.build([article], tmp_path / "new.bilat", workers=1)
        _ = (tmp_path / "new.bilat").replace(path)
        second = client.get("/api/documents?limit=1", headers={"If-None-Match": first.headers["etag"]})
        assert (second.status_code, second.json()["items"][0]["id"]) == (200, "one")
        assert client.get(f"/api/documents?limit=1&cursor={first.json()['next']}").status_code == 422


@pytest.mark.parametrize("path", ["/api/events", "/api/events?format=jsonl", "/api/people?format=csv"])
def test_who_takes_gzip_gets_it_where_it_saves_something(path: str, packing: TestClient):
    plain = packing.get(path, headers={"Accept-Encoding": "identity"})
    packed = packing.get(path, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert packed.headers["etag"] != plain.headers["etag"]
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    with packing.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as raw:
        assert gzip.decompress(b"".join(raw.iter_raw())) == plain.content


def test_a_short_answer_is_not_packed(packing: TestClient):
    assert "content-encoding" not in packing.get("/api/record").headers


@pytest.mark.parametrize(
    ("header", "takes"),
    [
        ("", False),
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip;q=0.0, *", False),
        ("*", True),
        ("*;q=0", False),
        ("identity", False),
    ],
)
def test_who_takes_gzip_says_so(header: str, takes: bool):
    assert taken(Headers({"accept-encoding": header})) is takes


@pytest.mark.parametrize(
    "path", ["/api/record", "/api/people?format=csv", "/api/none", "/api/docs", "/api/openapi.json"]
)
def test_the_headers_of_the_site_stand_before_the_api_too(path: str, client: TestClient):
    answer = client.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_the_description_names_everything_once(client: TestClient):
    described: dict[str, Any] = client.get("/api/openapi.json").json()
    assert described["openapi"] == "3.1.0"
    assert list(described["paths"]) == [PREFIX + asking.path for asking in CATALOGUE]
    names = [operation["get"]["operationId"] for operation in described["paths"].values()]
    assert len(names) == len(set(names))
    words = json.dumps(described)
    refs = {ref.split('"')[0] for ref in words.split('"$ref": "#/')[1:]}
    for ref in refs:
        at = described
        for step in ref.split("/"):
            at = at[step]


def test_every_parameter_is_described(client: TestClient):
    described: dict[str, Any] = client.get("/api/openapi.json").json()
    for asking in CATALOGUE:
        said = {each["name"]: each for each in described["paths"][PREFIX + asking.path]["get"]["parameters"]}
        assert [name for name in said if said[name]["in"] == "query"] == [param.name for param in asking.params]
        assert all(said[param.name]["description"].endswith((".", "…")) for param in asking.params), asking.name


def test_the_way_in_leads_to_the_page(client: TestClient):
    answer = client.get("/api")
    assert (answer.status_code, answer.headers["location"]) == (308, "/api/docs")


def test_a_question_that_takes_too_long_is_given_up(fresh: TestClient, monkeypatch: pytest.MonkeyPatch):
    def too_long(_: Wanted) -> None:
        raise LimitError

    monkeypatch.setattr(Wanted, "page", too_long)
    monkeypatch.setattr(Wanted, "check", too_long)
    for path in ("/api/claims?limit=499", "/api/people?format=csv&country=CN"):
        answer = fresh.get(path)
        assert (answer.status_code, answer.json()["detail"]) == (503, "this takes longer than 10 seconds; ask for less")


def test_the_page_of_the_api_loads_nothing_from_elsewhere_and_runs_no_script_in_it(client: TestClient):
    page = client.get("/api/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "http" not in page.text
    assert page.text.count("<script") == page.text.count("<script src=") == 2
    assert "<style" not in page.text
    for name in ("swagger-ui-bundle.js", "swagger-ui.css", "init.js", "docs.css"):
        assert f'"/api/docs/{name}"' in page.text
        assert client.get(f"/api/docs/{name}").status_code == 200
