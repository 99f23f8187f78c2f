"""SQLite: the record itself, with the tables of the codebook in it."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import bilat
from bilat.exports.columns import flat_tables
from bilat.exports.csv_tables import cell
from bilat.exports.fields import Kind, Table
from bilat.record import Record
from bilat.record.copying import PLAIN
from tests.exports.write import written


@pytest.fixture(scope="module")
def whole(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(record, "sqlite", tmp_path_factory.mktemp("sqlite") / "out")


@pytest.fixture(scope="module")
def tables(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(record, "csv", tmp_path_factory.mktemp("sqlite") / "csv")


def as_cell(value: Any, kind: Kind) -> str:
    """What CSV has in the place of a value of SQLite."""
    if value is None:
        return ""
    if kind is Kind.TEXTS:
        return cell(tuple(json.loads(value)))
    return str(cell(bool(value) if kind is Kind.FLAG else value))


@pytest.mark.parametrize("table", flat_tables(), ids=lambda table: table.name)
def test_a_table_holds_what_that_of_csv_does(whole: Path, tables: Path, table: Table):
    with (tables / f"{table.name}.csv").open(encoding="utf-8", newline="") as lines:
        wanted = list(csv.reader(lines))[1:]
    with closing(sqlite3.connect(whole / "relations.db")) as db:
        rows = db.execute(f"SELECT * FROM flat_{table.name}").fetchall()
    kinds = [column.kind for column in table.columns]
    assert [[as_cell(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in rows] == wanted


def test_the_copy_is_still_the_record(whole: Path, record: Record):
    with bilat.open(whole / "relations.db") as copy:
        assert copy.digest == record.digest
        assert copy.verify().damage == ()
        assert list(copy.events()) == list(record.events())
    with closing(sqlite3.connect(whole / "relations.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_the_record_keeps_compact_is_spelled_out(whole: Path, record: Record):
    with closing(sqlite3.connect(whole / "relations.db")) as db:
        texts = dict(db.execute("SELECT document, text FROM flat_texts"))
        passages = db.execute("SELECT document, part, start, end FROM flat_passages ORDER BY rowid").fetchall()
        mentions = db.execute("SELECT document, name, start, end FROM flat_mentions ORDER BY rowid").fetchall()
        quoted = db.execute(
            "SELECT e.quote, substr(t.text, e.start + 1, e.end - e.start) FROM flat_evidence e JOIN flat_texts t"
            " USING (document)"
        ).fetchall()
    read = list(record.readings())
    assert texts == {doc.id: doc.text for doc, _ in read}
    assert passages == [(doc.id, p.part.value, p.span.start, p.span.end) for doc, _ in read for p in doc.passages]
    assert mentions == [
        (doc.id, person.name, m.start, m.end) for doc, found in read for person in found.people for m in person.mentions
    ]
    assert quoted
    assert all(quote == stands for quote, stands in quoted)


def test_pandas_asks_it(whole: Path, record: Record):
    read = pd.read_sql
    with closing(sqlite3.connect(whole / "relations.db")) as db:
        frame = read("SELECT id, quote FROM flat_events WHERE countries LIKE '%VN%'", db)
    assert list(frame["id"]) == [event.id for event in record.events(("VN",))]


def test_the_metadata_names_tables_and_columns_that_are_there(whole: Path):
    metadata = json.loads((whole / "metadata.json").read_text("utf-8"))
    described = metadata["databases"]["relations"]["tables"]
    with closing(sqlite3.connect(whole / "relations.db")) as db:
        for name, table in described.items():
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
            assert list(table["columns"]) == columns
    assert len(described) == len(flat_tables()) + len(PLAIN)
