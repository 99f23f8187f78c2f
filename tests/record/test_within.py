"""What was found in a document → its ids in the record."""

from pathlib import Path

import pytest

import bilat
from bilat import samples
from bilat.model.flat import NOUNS
from bilat.model.rows import EventRow
from bilat.record import Record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    made = tmp_path_factory.mktemp("within") / "samples.bilat"
    bilat.build([samples.folder()], made, workers=1)
    return Record(made)


def test_every_id_is_that_of_what_the_reading_holds(record: Record) -> None:
    for doc, reading in record.readings():
        within = record.within(doc.id)
        assert [record.get(actor) is not None for actor in within.actors] == [True] * len(reading.people)
        for told, id_ in zip(reading.events, within.events, strict=True):
            if id_ is not None:
                event = record.get(id_)
                assert isinstance(event, EventRow)
                quoted = {ev for report in event.reports for ev in report.evidence if report.document == doc.id}
                assert set(told.evidence) <= quoted
        for noun in NOUNS:
            items = {row.id: row.item for row in record.items(noun)}
            listed = [items[id_] for id_ in within.items[noun] if id_ in items]
            assert listed == list(getattr(reading, noun)) or not listed


def test_copies_name_each_other(tmp_path: Path) -> None:
    text = "阮富仲27日在河内同习近平举行会谈。双方就两党两国关系交换意见，同意加强互联互通，扩大贸易。" * 3
    lines = (f'{{"id": "{id_}", "date": "2023-06-2{id_}", "title": "会谈{id_}", "text": "{text}"}}\n' for id_ in "789")
    source, made = tmp_path / "articles.jsonl", tmp_path / "made.bilat"
    assert source.write_text("".join(lines), "utf-8")
    bilat.build([source], made, workers=1)
    record = Record(made)
    rows = {row.id: record.within(row.id) for row in record.documents()}
    pairs = [(id_, within.copy_of.id) for id_, within in rows.items() if within.copy_of is not None]
    assert sorted((copy.id, id_) for id_, within in rows.items() for copy in within.copies) == sorted(pairs)
    assert pairs == [("9", "7"), ("8", "7")]


def test_an_unknown_document_holds_nothing(record: Record) -> None:
    assert record.within("none").actors == record.within("none").events == ()
