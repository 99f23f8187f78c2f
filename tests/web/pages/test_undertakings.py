"""The pages of undertakings."""

from pathlib import Path

from starlette.testclient import TestClient

from bilat.record import Record
from tests.web.pages.lists import astray, hostile_site
from tests.web.pages.reading import lawful, links, page, tame, words


def test_undertakings_stand_with_their_steps_and_words(client: TestClient, sample_record: Path) -> None:
    read = page(client, "/undertakings")
    lawful(read)
    assert astray(client, read) == []
    rows = Record(sample_record).undertakings()
    assert [node.text() for node in read.css(".undertaking h2 a")] == [row.what for row in rows]
    for shown, row in zip(read.css(".undertaking"), rows, strict=True):
        told = {stage.item.stage.value.replace("_", " ") for stage in row.stages}
        assert {node.text() for node in shown.css(".told .stage")} == told
        last = shown.css_first(".last .stage")
        assert last is not None
        assert last.text() == row.stages[-1].item.stage.value.replace("_", " ")


def test_any_stage_of_an_undertaking_leads_to_it(client: TestClient, sample_record: Path) -> None:
    for row in Record(sample_record).undertakings():
        for stage in row.stages:
            read = page(client, f"/undertaking/{stage.id}")
            lawful(read)
            assert words(read, "h1") == row.what
            at = stage.report.evidence[0].span
            assert f"/document/{stage.report.document}#c{at.start}-{at.end}" in links(read)


def test_undertakings_of_one_kind_or_stage(client: TestClient) -> None:
    assert words(page(client, "/undertakings?kind=railway&stage=under_study"), ".counts") == "1 undertaking"
    assert "No undertakings fit." in words(page(client, "/undertakings?kind=railway&stage=done"))
    assert client.get("/undertakings?stage=hoped").status_code == 400


def test_an_unknown_undertaking_is_not_there_nor_is_an_event(client: TestClient, sample_record: Path) -> None:
    event = next(Record(sample_record).events())
    assert client.get("/undertaking/nothing").status_code == 404
    assert client.get(f"/undertaking/{event.id}").status_code == 404


def test_a_hostile_article_stays_in_its_page(tmp_path: Path) -> None:
    site = hostile_site(tmp_path)
    listed = tame(site, "/undertakings")
    assert tame(site, links(listed, "/undertaking/")[0]).css("tbody tr")
