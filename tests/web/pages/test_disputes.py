"""The pages of contested names."""

from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from bilat.record import Record
from tests.web.pages.lists import astray, hostile_site
from tests.web.pages.reading import lawful, links, page, tame, words


def test_names_stand_as_publishers_write_them(client: TestClient, sample_record: Path) -> None:
    read = page(client, "/disputes")
    lawful(read)
    assert astray(client, read) == []
    for row in Record(sample_record).disputes():
        if row.kind == "name":
            for name, publishers in row.written.items():
                assert name in words(read)
                assert all(publisher in words(read) for publisher in publishers)


def test_a_name_leads_to_every_document_that_writes_it(client: TestClient, sample_record: Path) -> None:
    for item in Record(sample_record).items("disputes"):
        read = page(client, f"/dispute/{quote(item.item.entry or item.item.written)}")
        lawful(read)
        at = item.report.evidence[0].span
        assert f"/document/{item.report.document}#c{at.start}-{at.end}" in links(read)


def test_words_of_dispute_are_shown_apart(client: TestClient) -> None:
    assert words(page(client, "/disputes?kind=dispute"), "section h2") == "東海問題"
    assert client.get("/disputes?kind=war").status_code == 400


def test_an_unknown_name_is_not_there(client: TestClient) -> None:
    assert client.get("/dispute/nothing").status_code == 404


def test_a_hostile_article_stays_in_its_page(tmp_path: Path) -> None:
    site = hostile_site(tmp_path)
    listed = tame(site, "/disputes")
    assert tame(site, links(listed, "/dispute/")[0]).css("tbody tr")
