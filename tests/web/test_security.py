"""Strangers' articles, addresses and visitors: nothing of theirs acts, nothing is reached that is not the site's."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

import bilat
from bilat.record import handles
from bilat.web import site as site_module
from bilat.web.app import create_app
from bilat.web.pages import PATHS
from bilat.web.security import COOKIE, HEADERS
from bilat.web.settings import Settings
from tests.web.conftest import HERE
from tests.web.crawl import crawl

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u202e</script><!--"
TEXT = (
    f"王毅9月1日在河内会见越南外交部长裴青山。王毅表示，双方应坚持“{EVIL}全面战略合作伙伴关系”。\n"
    f"越南外交部长裴青山说，去年两国贸易额达到1719亿美元{EVIL}，增长5.5%。双方同意建设老街—河内—海防标准轨铁路。\n"
    f"中越双边合作指导委员会第十六次会议{EVIL}同日举行。南海问题{EVIL}也在议程上。"
)
ODD = [
    "'", '"; DROP TABLE events;--', "%", "_", "\\", "*", "NEAR(", "(((((", "[a-z]+$", "\x00", "\ud7ff", "😀", "\u202e",
    "-1", "0", "9" * 40, "1e9", "null", "../../etc/passwd", "<script>", "{{7*7}}", "%00", "CN", "中", "2023-13", "2023-02-30",
]  # fmt: skip
PARAMETERS = [
    "q",
    "country",
    "since",
    "until",
    "type",
    "status",
    "level",
    "publisher",
    "person",
    "background",
    "overdue",
    "order",
    "after",
    "before",
    "page",
    "by",
    "kind",
    "stage",
    "measure",
    "phrase",
    "speaker",
    "verb",
    "via",
    "mode",
    "side",
    "words",
    "name",
    "office",
    "on",
    "with",
    "at",
    "year",
    "column",
    "new",
    "about",
    "entry",
    "written",
    "noun",
]


def article(number: int, publisher: str) -> dict[str, str]:
    return {
        "id": f'evil-{number}"><script>',
        "date": f"2024-09-0{number}",
        "title": f"王毅会见裴青山{EVIL}",
        "text": TEXT,
        "publisher": publisher,
        "url": "javascript:alert(3)",
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A site over articles that try to act in it."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = [json.dumps(article(number, f"毒报{EVIL}{number}"), ensure_ascii=False) for number in (1, 2)]
    (folder / "evil.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    bilat.build([folder / "evil.jsonl"], folder / "evil.bilat", workers=1)
    with TestClient(create_app(Settings(folder / "evil.bilat")), base_url=HERE, follow_redirects=False) as made:
        yield made


def test_no_page_lets_an_article_act(hostile: TestClient) -> None:
    pages = crawl(hostile)
    assert len({path.split("/")[1].partition("?")[0] for path in pages}) > 12
    for path, html in pages.items():
        read = LexborHTMLParser(html)
        ours = [script for script in read.css("script") if (script.attributes.get("src") or "").startswith("/static/")]
        data = read.css("script[type='application/json'][data-chart]")
        assert len(read.css("script")) == len(ours) + len(data), path
        for chart in data:
            json.loads(chart.text())
        assert not read.css("img"), path
        acts = [(name, node.html) for node in read.css("*") for name in node.attributes if name.startswith("on")]
        assert acts == [], path
        leads = [node.attributes.get("href") or "" for node in read.css("a[href]")]
        assert [href for href in leads if href.strip().lower().startswith(("javascript:", "data:"))] == [], path
        assert "\u202e" not in html, path


@pytest.mark.parametrize("suffix", ["csv", "json", "jsonl"])
def test_no_answer_of_the_api_is_taken_for_a_page(hostile: TestClient, suffix: str) -> None:
    for noun in ("events", "people", "claims", "figures", "phrases"):
        answer = hostile.get(f"/api/{noun}?format={suffix}")
        assert answer.status_code == 200
        assert "html" not in answer.headers["content-type"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "\u202e" not in answer.text


@pytest.mark.parametrize("path", sorted({path for path, _ in PATHS}))
def test_odd_words_are_answered_or_refused_never_a_failure(client: TestClient, path: str) -> None:
    where = path
    for part in [part for part in path.split("/") if part.startswith("{")]:
        where = where.replace(part, "一")
    for number, name in enumerate(PARAMETERS):
        for word in ODD[number % 13 :: 13]:
            answer = client.get(where, params={name: word})
            assert answer.status_code in (200, 303, 307, 308, 400, 404), (where, name, word)


@pytest.mark.parametrize("name", ODD)
def test_odd_names_in_addresses_are_nothing_that_is_there(client: TestClient, name: str) -> None:
    from urllib.parse import quote

    for kind in ("event", "document", "person", "phrase", "mechanism", "figures", "undertaking", "dispute", "calendar"):
        answer = client.get(f"/{kind}/{quote(name, safe='')}")
        assert answer.status_code in (200, 307, 308, 400, 404), kind
        assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.py", "/static/%2e%2e/settings.py", "/static/..%2fsettings.py", "/static//etc/passwd",
        "/static/%2fetc%2fpasswd", "/static/..%5csettings.py", "/static/%00", "/../../etc/passwd", "//etc/passwd",
    ],
)  # fmt: skip
def test_no_file_beside_the_sites_own_is_given(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert "root:" not in answer.text
    assert "dataclass" not in answer.text


@pytest.mark.parametrize(
    "to", ["//evil.example", "/\\evil.example", "https://evil.example", "evil", "/\tevil", "\\/evil"]
)
def test_choosing_a_language_leads_nowhere_else(client: TestClient, to: str) -> None:
    location = client.get("/language/en", params={"next": to}).headers["location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
    client.cookies.clear()


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_pages_can_only_be_read(client: TestClient, method: str) -> None:
    assert client.request(method, "/timeline").status_code == 405


def test_the_head_of_a_page_can_be_asked_for(client: TestClient) -> None:
    answer = client.head("/timeline")
    assert (answer.status_code, answer.content) == (200, b"")


def test_an_address_that_is_too_long_is_refused(client: TestClient) -> None:
    assert client.get("/search", params={"q": "长" * 3000}).status_code == 414


def test_below_the_api_every_refusal_is_problem_details(sample_record: Path) -> None:
    with TestClient(create_app(Settings(sample_record, token="a secret")), base_url=HERE) as site:
        token = {"authorization": "Bearer a secret"}
        answers = {
            401: site.get("/api/events"),
            404: site.get("/api/nothing", headers=token),
            405: site.post("/api", headers=token),
            414: site.get("/api/search", params={"q": "长" * 3000}),
            421: site.get("/api", headers={"host": "evil.example"}),
        }
        for status, answer in answers.items():
            told = answer.json()
            assert (answer.status_code, told["status"]) == (status, status)
            assert answer.headers["content-type"] == "application/problem+json"
            assert told["title"]
            assert told["detail"]
        assert answers[401].headers["www-authenticate"] == "Bearer"
        assert "GET" in answers[405].headers["allow"]
        assert site.get("/apifoo").headers["content-type"].startswith("text/plain")


def test_redirects_and_refusals_have_the_headers_too(client: TestClient) -> None:
    for answer in (client.get("/language/en"), client.get("/", headers={"host": "evil.example"}), client.post("/")):
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    client.cookies.clear()


def test_a_token_is_asked_of_every_answer(sample_record: Path) -> None:
    with TestClient(create_app(Settings(sample_record, token="a secret")), base_url=HERE) as site:
        paths = ("/", "/timeline", "/api/events", "/api/docs", "/static/style.css", "/static/plotly.js", "/nothing")
        assert {site.get(path).status_code for path in paths} == {401}
        assert site.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401
        assert site.get("/", headers={"cookie": f"{COOKIE}=wrong"}).status_code == 401
        assert site.get("/enter?token=wrong").status_code == 403
        assert site.get("/", headers={"authorization": "Bearer a secret"}).status_code == 200


def test_the_way_in_gives_a_cookie_that_scripts_and_other_sites_cannot_use(sample_record: Path) -> None:
    with TestClient(
        create_app(Settings(sample_record, token="a secret")), base_url=HERE, follow_redirects=False
    ) as site:
        entered = site.get("/enter?token=a%20secret")
        assert (entered.status_code, entered.headers["location"]) == (303, "/")
        flags = entered.headers["set-cookie"].lower()
        assert "httponly" in flags
        assert "samesite=strict" in flags
        assert site.get("/").status_code == 200


def test_a_question_that_takes_too_long_is_given_up(sample_record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_module, "PATIENCE", -1.0)
    monkeypatch.setattr(handles, "_STEPS", 1)
    with TestClient(create_app(Settings(sample_record)), base_url=HERE) as site:
        assert site.get("/discrepancies").status_code == 503
