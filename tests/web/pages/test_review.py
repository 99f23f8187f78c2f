"""Deciding on a page: what it shows, what it writes, and whom it refuses."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

import bilat
from bilat.link.decisions import read_decisions
from bilat.model.decision import Verb
from bilat.record import Record
from bilat.views.review import WHY
from bilat.web.app import create_app
from bilat.web.labels import label
from bilat.web.security import COOKIE, form_key
from bilat.web.settings import Settings
from tests.web.pages.reading import HERE, HOSTILE, lawful, tame, words

TOKEN = "a word for the door"


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with a doubt: two meetings of one pair on neighbouring days, by strangers of all sorts."""
    folder = tmp_path_factory.mktemp("doubtful")
    told = [
        ("12-13", "中国国家主席习近平12月12日在河内会见越南国家主席武文赏。", "甲社"),
        ("12-13", "中国国家主席习近平12月12日在河内同越南国家主席武文赏举行会谈。", HOSTILE["publisher"]),
        ("12-14", "中国国家主席习近平12月13日在河内会见越南国家主席武文赏。", "甲社"),
        ("12-14", "中国国家主席习近平12月13日在河内同<b onclick=x>越南国家主席武文赏会见。", HOSTILE["publisher"]),
    ]
    lines = [
        {"id": f"n{at}", "date": f"2023-{day}", "title": HOSTILE["title"], "text": text, "publisher": publisher}
        for at, (day, text, publisher) in enumerate(told)
    ]
    source = folder / "articles.jsonl"
    assert source.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in lines), "utf-8")
    bilat.build([source], folder / "made.bilat", workers=1)
    assert list(Record(folder / "made.bilat").doubts())
    return folder / "made.bilat"


@pytest.fixture
def decisions(tmp_path: Path) -> Path:
    return tmp_path / "made.decisions"


@pytest.fixture
def settings(doubtful: Path, decisions: Path) -> Settings:
    return Settings(doubtful, token=TOKEN, decisions=decisions, author="李明", today=lambda: "2024-01-31")


@pytest.fixture
def client(settings: Settings) -> TestClient:
    """Somebody who came in with the token."""
    made = TestClient(create_app(settings), base_url=HERE, follow_redirects=False)
    assert made.get(f"/enter?token={TOKEN}").status_code == 303
    return made


def form(read: LexborHTMLParser, answer: str = "one", reason: str = "查过") -> dict[str, str]:
    """The first form of the page, filled in."""
    found = read.css_first("form.answer")
    assert found is not None
    boxes = {box.attributes["name"] or "": box.attributes.get("value") or "" for box in found.css("input")}
    return {**boxes, "reason": reason, "answer": answer}


def seen(client: TestClient) -> LexborHTMLParser:
    answer = client.get("/review")
    assert answer.status_code == 200, answer.text[:300]
    return LexborHTMLParser(answer.text)


OWN = {"origin": HERE, "sec-fetch-site": "same-origin"}
"""What a browser says of a form of this site."""


def test_both_sides_stand_there_with_their_words(client: TestClient, doubtful: Path) -> None:
    read = seen(client)
    lawful(read)
    record = Record(doubtful)
    rows = list(record.doubts())
    assert len(read.css("article.doubt")) == len(rows)
    for row, shown in zip(rows, read.css("article.doubt"), strict=True):
        told = words(shown, "div.two")
        for side in (row.one, row.other):
            assert all(name in told for name in side.names)
            assert all(" ".join(w.evidence.quote.split())[:8] in told for w in side.witnesses)
    for to in read.css(".witnesses a"):
        answer = client.get((to.attributes["href"] or "").partition("#")[0])
        assert answer.status_code == 200
        assert f'id="{(to.attributes["href"] or "").partition("#")[2]}"' in answer.text


@pytest.mark.parametrize(("answer", "verbs"), [("one", {Verb.MERGE, Verb.CONFIRM}), ("two", {Verb.SPLIT})])
def test_an_answer_is_a_line_that_the_next_build_applies(
    client: TestClient, decisions: Path, answer: str, verbs: set[Verb]
) -> None:
    before = seen(client)
    sent = form(before, answer)
    done = client.post("/review", data=sent, headers=OWN)
    assert (done.status_code, done.headers["location"]) == (303, "/review")
    (decision,) = read_decisions(decisions).decisions
    assert decision.verb in verbs
    assert {*decision.ids, *decision.others} == {sent["one"], sent["other"]}
    assert (decision.author, decision.date, decision.reason) == ("李明", "2024-01-31", "查过")
    after = seen(client)
    assert sent["one"] + sent["other"] not in {
        "".join(box.attributes.get("value") or "" for box in each.css("[name=one], [name=other]"))
        for each in after.css("form.answer")
    }
    assert "李明" in words(after, "#waiting ~ .scroll")


def test_a_page_that_lists_decisions_is_never_kept(client: TestClient) -> None:
    answer = client.get("/review")
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


def test_the_same_answer_twice_is_one_line(client: TestClient, decisions: Path) -> None:
    sent = form(seen(client))
    for _ in range(2):
        assert client.post("/review", data=sent, headers=OWN).status_code == 303
    assert len(read_decisions(decisions).decisions) == 1


def test_without_a_file_to_write_to_there_is_no_page(doubtful: Path) -> None:
    client = TestClient(create_app(Settings(doubtful, token=TOKEN)), base_url=HERE, cookies={COOKIE: "x"})
    client.headers["authorization"] = f"Bearer {TOKEN}"
    assert client.get("/review").status_code == 404
    assert client.post("/review", data={"key": form_key(TOKEN)}, headers=OWN).status_code == 404


def test_who_has_no_token_is_not_let_in(settings: Settings, decisions: Path, client: TestClient) -> None:
    stranger = TestClient(create_app(settings), base_url=HERE)
    assert stranger.post("/review", data=form(seen(client)), headers=OWN).status_code == 401
    assert not decisions.exists()


def test_the_token_is_a_cookie_that_no_other_site_can_send_along(settings: Settings) -> None:
    answer = TestClient(create_app(settings), base_url=HERE, follow_redirects=False).get(f"/enter?token={TOKEN}")
    said = answer.headers["set-cookie"].lower()
    assert "samesite=strict" in said
    assert "httponly" in said


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": HERE, "sec-fetch-site": "cross-site"},
        {"origin": HERE, "sec-fetch-site": "same-site"},
        {"sec-fetch-site": "same-origin"},
    ],
)
def test_a_form_of_another_site_is_refused(client: TestClient, decisions: Path, headers: dict[str, str]) -> None:
    sent = form(seen(client))
    assert client.post("/review", data=sent, headers=headers).status_code == 403
    assert not decisions.exists()


@pytest.mark.parametrize("key", ["", "0" * 64, TOKEN, form_key("another word")])
def test_a_form_without_the_key_of_this_site_is_refused(client: TestClient, decisions: Path, key: str) -> None:
    sent = {**form(seen(client)), "key": key}
    assert client.post("/review", data=sent, headers=OWN).status_code == 403
    assert not decisions.exists()


def test_only_forms_are_taken_and_only_short_ones(client: TestClient, decisions: Path) -> None:
    sent = form(seen(client))
    body = "&".join(f"{name}={value}" for name, value in sent.items())
    plain = {**OWN, "content-type": "text/plain"}
    assert client.post("/review", content=body.encode(), headers=plain).status_code == 403
    assert client.post("/review", data={**sent, "reason": "x" * 9000}, headers=OWN).status_code == 413
    assert client.post("/review", data={**sent, "reason": "x" * 400}, headers=OWN).status_code == 400
    assert client.put("/review", data=sent, headers=OWN).status_code == 405
    address = "/review?" + body
    assert client.get(address).status_code == 200
    assert not decisions.exists()


def test_a_site_without_a_token_takes_no_answer(doubtful: Path, decisions: Path, client: TestClient) -> None:
    open_ = Settings(doubtful, decisions=decisions, author="李明", today=lambda: "2024-01-31")
    other = TestClient(create_app(open_), base_url=HERE)
    assert "takes no answers" in other.get("/review").text
    for key in ("", form_key(""), form_key(TOKEN)):
        assert other.post("/review", data={**form(seen(client)), "key": key}, headers=OWN).status_code == 403
    assert not decisions.exists()


def test_a_doubt_that_the_record_does_not_have_is_told(client: TestClient, decisions: Path) -> None:
    sent = {**form(seen(client)), "one": "0" * 16}
    assert client.post("/review", data=sent, headers=OWN).status_code == 400
    assert client.post("/review", data={**form(seen(client)), "answer": "both"}, headers=OWN).status_code == 400
    assert not decisions.exists()


def test_a_reason_cannot_write_another_line(client: TestClient, decisions: Path) -> None:
    sent = form(seen(client), reason="查过\nmerge 0000000000000000 1111111111111111 | x | 2024-01-31 | y")
    assert client.post("/review", data=sent, headers=OWN).status_code == 303
    ledger = read_decisions(decisions)
    assert (len(ledger.decisions), ledger.faults) == (1, ())


def test_nothing_of_a_strangers_article_acts(client: TestClient) -> None:
    _ = tame(client, "/review")


def test_each_ground_of_doubt_has_its_words() -> None:
    assert {ground: label(ground, "why") for ground in WHY} == WHY
