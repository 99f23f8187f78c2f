"""The page of a document: its text, what is marked in it, the places that evidence leads to."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from bilat.record import Record
from bilat.web import links
from tests.web.pages.reading import HOSTILE, lawful, page, site_of, tame, words

IDS = re.compile(r"#(c[0-9]+-[0-9]+)\Z")


@pytest.fixture(scope="module")
def record(sample_record: Path) -> Record:
    return Record(sample_record)


def ids_of(read: LexborHTMLParser) -> set[str]:
    return {node.attributes["id"] or "" for node in read.css("[id]")}


def test_the_text_stands_there_whole(client: TestClient, record: Record) -> None:
    for row in record.documents():
        doc, _ = record.reading(row.id)
        read = page(client, links.document(row.id))
        lawful(read)
        for label in read.css(".text .part"):
            label.decompose()
        shown = "".join(node.text() for node in (*read.css("h1"), *read.css(".text p")))
        assert "".join(shown.split()) == "".join(doc.text.split())


def test_every_quotation_of_the_record_has_its_place(client: TestClient, record: Record) -> None:
    pages: dict[str, LexborHTMLParser] = {}
    found = [(r.document, ev) for event in record.events() for r in event.reports for ev in r.evidence]
    found += [(row.report.document, ev) for noun in ("figures", "claims") for row in record.items(noun)
              for ev in row.report.evidence]  # fmt: skip
    assert len(found) > 50
    for document, ev in found:
        read = pages.get(document) or pages.setdefault(document, page(client, links.document(document)))
        place = read.css_first(f"[id='c{ev.span.start}-{ev.span.end}']")
        assert place is not None
        inside = [
            node.text()
            for node in read.css("main [data-at]")
            if ev.span.start <= int((node.attributes["data-at"] or "").split("-")[0]) < ev.span.end
        ]
        assert "".join("".join(inside).split()) == "".join(ev.quote.split())


def test_things_found_lead_to_their_words_and_back(client: TestClient, record: Record) -> None:
    row = next(row for row in record.documents() if "河内之行" in row.title)
    read = page(client, links.document(row.id))
    ids = ids_of(read)
    for node in read.css("main a[href^='#']"):
        assert (node.attributes["href"] or "")[1:] in ids
    for node in read.css("[data-items]"):
        assert set((node.attributes["data-items"] or "").split()) <= ids
    assert {"event-1", "person-1", "figures-1", "claims-1", "phrases-1", "undertakings-1"} <= ids
    event = read.css_first("#event-1 a")
    assert event is not None
    assert client.get(links.document(row.id)).text.count(event.attributes["href"] or "-") >= 1
    assert record.get((event.attributes["href"] or "").removeprefix("/event/")) is not None
    person = read.css_first("#person-1 a")
    assert person is not None
    assert record.get((person.attributes["href"] or "").removeprefix("/person/")) is not None


def test_what_is_not_read_for_facts_says_so(client: TestClient, record: Record) -> None:
    row = next(row for row in record.documents() if "河内之行" in row.title)
    read = page(client, links.document(row.id))
    unread = read.css(".passage.unread")
    assert unread
    assert all(not node.css("[data-items]") for node in unread)
    assert "not read for facts" in words(read, ".passage.unread .part")


def test_words_asked_for_are_marked(client: TestClient, record: Record) -> None:
    row = next(row for row in record.documents() if "河内之行" in row.title)
    read = page(client, links.address(links.document(row.id), (("q", "拜登"),)))
    marks = [node.text() for node in read.css("main mark.k-found")]
    assert set(marks) == {"拜登"}
    assert f"{len(marks)} places with 拜登" in words(read, ".found")
    assert ids_of(page(client, f"{links.document(row.id)}?at=3-9")) >= {"c3-9"}


@pytest.mark.parametrize("query", ["at=3", "at=9-3", "at=0-99999", "at=a-b", "q=%21"])
def test_a_place_that_is_none_is_told(client: TestClient, record: Record, query: str) -> None:
    row = next(iter(record.documents()))
    assert "Not understood" in words(page(client, f"{links.document(row.id)}?{query}", 400))


def test_an_unknown_id_is_not_there(client: TestClient, record: Record) -> None:
    assert "Not there" in words(page(client, "/document/0000000000000000", 404))
    event = next(record.events())
    assert client.get(links.document(event.id)).status_code == 404


def test_an_older_version_leads_to_the_newer(tmp_path: Path) -> None:
    older = {"id": "a", "url": "https://nanyu.example.org/1", "date": "2023-06-27", "title": "阮富仲同习近平会谈",
             "text": "阮富仲27日在河内同习近平举行会谈。"}  # fmt: skip
    newer = {
        **older,
        "id": "b",
        "date": "2023-06-28",
        "text": "越共中央总书记阮富仲27日在河内同习近平举行会谈。双方签署协议。",
    }
    client, record = site_of(tmp_path, older, newer)
    old = next(row for row in record.documents() if row.superseded_by is not None)
    read = page(client, links.document(old.id))
    assert [node.attributes["href"] for node in read.css(".note a")] == [links.document(old.superseded_by or "")]


def test_nothing_of_a_strangers_article_acts(tmp_path: Path) -> None:
    client, record = site_of(tmp_path, HOSTILE)
    read = tame(client, f"/document/{HOSTILE['id']}")
    assert "<script>alert(1)</script>" in words(read, "h1")
    assert not read.css("main svg")
    assert record.reading("hostile")[0].text
