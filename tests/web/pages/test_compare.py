"""The reports of an event side by side."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bilat.model.rows import EventRow
from bilat.record import Record
from tests.web.pages.reading import HOSTILE, broken, lawful, links, page, site_of, tame, words


@pytest.fixture(scope="module")
def record(sample_record: Path) -> Record:
    return Record(sample_record)


@pytest.fixture(scope="module")
def event(record: Record) -> EventRow:
    """The event that most publishers report."""
    return max(record.events(), key=lambda e: len({r.publisher for r in e.reports}))


@pytest.mark.parametrize("by", ["publisher", "side"])
def test_what_only_one_says_stands_in_its_column_with_its_words(
    client: TestClient, record: Record, event: EventRow, by: str
) -> None:
    compared = record.compare(event, by)
    read = page(client, f"/event/{event.id}/compare?by={by}")
    led = set(links(read, "/document/"))
    assert any(column.only for column in compared.columns)
    for column in compared.columns:
        for entry in column.only:
            ev = entry.said[column.name][0].report.evidence[0]
            assert f"/document/{ev.document}#c{ev.span.start}-{ev.span.end}" in led


def test_what_several_say_is_told_of_each(client: TestClient, record: Record, event: EventRow) -> None:
    compared = record.compare(event, "publisher")
    told = words(page(client, f"/event/{event.id}/compare"), "#main")
    for entry in compared.shared:
        if entry.noun == "phrases":
            assert entry.label in told


def test_columns_can_be_chosen(client: TestClient, record: Record, event: EventRow) -> None:
    names = [column.name or "-" for column in record.compare(event, "publisher").columns]
    read = page(client, f"/event/{event.id}/compare?column={names[0]}&column={names[-1]}")
    assert [node.attributes["value"] for node in read.css("input[name=column][checked]")] == [names[0], names[-1]]
    assert "no 'nobody'" in words(page(client, f"/event/{event.id}/compare?column=nobody", 400))


def test_another_way_to_compare_is_refused(client: TestClient, event: EventRow) -> None:
    assert "there are publisher, side" in words(page(client, f"/event/{event.id}/compare?by=colour", 400))
    assert "Not there" in words(page(client, "/event/nobody/compare", 404))


def test_every_comparison_keeps_the_rules(client: TestClient, record: Record) -> None:
    for event in record.events():
        for by in ("publisher", "side"):
            read = page(client, f"/event/{event.id}/compare?by={by}")
            lawful(read)
            assert broken(client, read) == []


def test_a_hostile_article_stays_text(tmp_path: Path) -> None:
    client, record = site_of(tmp_path, HOSTILE)
    for event in record.events():
        assert "P&P" in words(tame(client, f"/event/{event.id}/compare"))
