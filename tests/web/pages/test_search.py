"""Search: the page and the short list under the box."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from bilat.record import Record
from bilat.web import links
from bilat.web.pages import search
from tests.web.pages.reading import HOSTILE, lawful, page, site_of, tame, words
from tests.web.pages.reading import links as hrefs


@pytest.fixture(scope="module")
def record(sample_record: Path) -> Record:
    return Record(sample_record)


def asked(words_: str, path: str = "/search") -> str:
    return links.address(path, (("q", words_),))


def typed(client: TestClient, words_: str) -> LexborHTMLParser:
    answer = client.get(asked(words_, "/search/typed"))
    assert answer.status_code == 200
    assert "<html" not in answer.text
    return LexborHTMLParser(answer.text)


def test_a_name_of_two_characters_finds_the_person_their_events_and_articles(
    client: TestClient, record: Record
) -> None:
    read = page(client, asked("拜登"))
    lawful(read)
    person = next(record.people(query="拜登"))
    assert links.person(person.id) in hrefs(read)
    assert set(hrefs(read, "/event/")) <= {links.event(event.id) for event in record.events(person=person.id)}
    shown = [words(node, "h3") for node in read.css("article.hit")]
    assert shown == [hit.document.title for hit in record.search("拜登")]
    assert {node.text() for node in read.css("article.hit mark")} == {"拜登"}


def test_both_scripts_find_the_same(client: TestClient) -> None:
    one, other = (page(client, asked(word)) for word in ("习近平", "習近平"))
    assert [words(n, "h3") for n in one.css(".hit")] == [words(n, "h3") for n in other.css(".hit")]
    assert hrefs(one, "/person/") == hrefs(other, "/person/")


def test_an_article_opens_at_the_words(client: TestClient) -> None:
    for href in hrefs(page(client, asked("河内")), "/document/"):
        address, _, place = href.partition("#")
        read = page(client, address)
        assert read.css_first(f"[id='{place}']") is not None
        assert {node.text() for node in read.css("mark.k-found")} <= {"河内", "河內"}


def test_every_result_has_its_page(client: TestClient) -> None:
    for word in ("习近平", "总统", "伙伴关系", "委员会", "铁路", "河内"):
        for href in hrefs(page(client, asked(word))):
            if not href.startswith("/api"):
                assert client.get(href.partition("#")[0]).status_code == 200, href


def test_two_countries_lead_to_their_relation(client: TestClient) -> None:
    for said in ("中国 越南", "VN CN", "China, Vietnam"):
        assert links.relation("CN", "VN") in hrefs(page(client, asked(said)))
    assert links.about("/timeline", ("VN",)) in hrefs(page(client, asked("越南")))


def test_the_short_list_is_a_list_of_options(client: TestClient, record: Record) -> None:
    read = typed(client, "拜")
    options = read.css("[role=group] > [role=option]")
    ids = [node.attributes["id"] for node in options]
    assert options
    assert len(set(ids)) == len(ids)
    assert all(node.attributes.get("href") for node in options)
    person = next(record.people(query="拜登"))
    assert links.person(person.id) in {node.attributes["href"] for node in options}
    assert "Nothing found" in (typed(client, "没有这样的词").text())
    assert "Nothing found" in typed(client, "").text()
    header = page(client, "/").css_first("form.find #found[role=listbox]")
    assert header is not None


def test_the_articles_go_on_where_the_page_ended(
    fresh: TestClient, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bilat.web.pages.search.SHOWN", 3)
    found: list[str] = []
    address = asked("会谈")
    while address:
        read = page(fresh, address)
        found += [words(node, "h3") for node in read.css("article.hit")]
        following = read.css_first("a[rel=next]")
        address = (following.attributes["href"] or "") if following else ""
    assert found == [hit.document.title for hit in record.search("会谈", None)]


@pytest.mark.parametrize(
    "word", ["!", "(((", '"', "NEAR(a b)", "a OR b", "'; DROP TABLE documents; --", "%", "\\", "*"]
)
def test_marks_and_commands_are_only_words(client: TestClient, word: str) -> None:
    lawful(page(client, asked(word)))
    _ = typed(client, word)


def test_too_much_is_refused(client: TestClient) -> None:
    assert page(client, asked("越" * 201), 400)
    assert page(client, "/search?q=a&page=26", 400)
    lawful(page(client, "/search"))


def test_nothing_of_strangers_words_acts(tmp_path: Path) -> None:
    client, _ = site_of(tmp_path, HOSTILE)
    _ = tame(client, asked("李尚福"))
    _ = tame(client, asked("<script>alert(1)</script>李尚福"))
    _ = tame(client, asked("李尚福", "/search/typed"))


def test_of_very_many_articles_the_page_tells_that_there_are_more(
    fresh: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "more than" not in words(page(fresh, asked("拜登")), "#found-document")
    monkeypatch.setattr(search, "SHOWN", 1)
    monkeypatch.setattr(search, "LAST", 1)
    assert words(page(fresh, asked("拜登") + "&page=1"), "#found-document").endswith("more than 1")
