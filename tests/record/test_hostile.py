"""A record file that somebody else made: what it defines never runs, and what it says never leads anywhere."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bilat.errors import StoreError
from bilat.record import open_record
from bilat.record.connect import open_kept
from bilat.record.shape import stranger
from bilat.record.writer import Writer
from tests.record.made import keep
from tests.record.test_damage import tamper
from tests.record.test_record import articles

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"
REWRITE = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, {!r}, {!r}) WHERE name = '{}'"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    _ = keep(tmp_path / "r.bilat", {"a": articles()})
    return tmp_path / "r.bilat"


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        (f"DROP TABLE failures; CREATE VIEW failures AS {ENDLESS} i AS place, i AS reason FROM n", "'failures'"),
        (f"DROP VIEW timeline; CREATE VIEW timeline AS {ENDLESS} * FROM n", "'timeline'"),
        ("CREATE VIEW more AS SELECT readfile('/etc/passwd')", "view 'more'"),
        ("CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM documents; END", "trigger 't'"),
        ("CREATE INDEX i ON documents(hex(zeroblob(9)))", "index 'i'"),
        ("CREATE TABLE flat_x (b, a TEXT AS (hex(zeroblob(900000000))))", "table 'flat_x'"),
        ("CREATE TABLE mine (a TEXT)", "table 'mine'"),
        ("CREATE VIRTUAL TABLE f USING fts5(a)", "'f'"),
        (REWRITE.format("title TEXT NOT NULL", "title TEXT AS (hex(zeroblob(900000000)))", "documents"), "'documents'"),
        (REWRITE.format("block BLOB", "block BLOB AS (zeroblob(9))", "search_data"), "'search_data'"),
    ],
)
def test_a_file_that_defines_what_no_record_does_is_refused_before_it_is_asked(kept: Path, sql: str, named: str):
    tamper(kept, sql)
    with pytest.raises(StoreError) as refused:
        _ = open_record(kept)
    assert "make it anew" in str(refused.value)
    assert named in str(refused.value)
    with pytest.raises(StoreError):
        _ = Writer(kept)


def test_a_record_is_no_stranger_nor_one_with_the_tables_of_an_export_or_an_index_of_another_version(kept: Path):
    tamper(
        kept, 'CREATE TABLE "flat_events" ("id" TEXT, "n" INTEGER) STRICT; CREATE INDEX old ON documents(title, url)'
    )
    with closing(sqlite3.connect(kept)) as db:
        assert stranger(db) is None
    open_record(kept).close()


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("SELECT load_extension('libm.so.6')", "not authorized"),
        ("ATTACH ':memory:' AS other", "too many attached"),
        ("DELETE FROM documents", "readonly"),
        ("SELECT readfile('/etc/passwd')", "no such function"),
    ],
)
def test_a_connection_can_only_read_its_own_file(kept: Path, sql: str, why: str):
    with closing(open_kept(kept)) as db, pytest.raises(sqlite3.Error, match=why):
        _ = db.execute(sql)


def test_pages_are_checked_as_they_are_read_and_no_file_is_mapped_into_memory(kept: Path):
    with closing(open_kept(kept)) as db:
        asked = {
            name: db.execute(f"PRAGMA {name}").fetchone() for name in ("trusted_schema", "cell_size_check", "mmap_size")
        }
    assert asked == {"trusted_schema": (0,), "cell_size_check": (1,), "mmap_size": (0,)}


def test_a_journal_that_lies_beside_a_record_is_not_played_back(kept: Path):
    before = kept.read_bytes()
    for name in ("-journal", "-wal"):
        _ = kept.with_name(kept.name + name).write_bytes(os.urandom(4096))
    with open_record(kept) as record:
        assert len(record) > 0
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE events SET part_of = event",
        "UPDATE events SET part_of = (SELECT max(event) + 1 - events.event FROM events)",
        "INSERT OR REPLACE INTO copies SELECT document, document, document, 1.0 FROM documents",
    ],
)
def test_things_that_are_part_of_themselves_end(kept: Path, sql: str):
    tamper(kept, sql)
    with open_record(kept) as record, record.limited(20):
        for event in record.events():
            _ = record.get(event.id), record.coverage(event), record.compare(event)
        assert record.verify().digest
