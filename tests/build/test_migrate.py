"""A record of any schema that was ever written is brought up to date, though nothing but the record is left."""

import gzip
import io
import re
import sqlite3
import sys
from pathlib import Path

import pytest

from bilat.build import build, migrate
from bilat.errors import StoreError, UsageError
from bilat.record import open_record
from bilat.record.pack import actor_id
from bilat.record.schema import SCHEMA_VERSION
from tests.build.notes import look
from tests.record.old import make as old

RECORDS = sorted((Path(old.__file__).parent).glob("*.gz"), key=lambda path: path.name)
DECIDED = re.compile(r"schema-(4-decisions|[5-9]|\d\d)")
"""Those that keep decisions."""


def unpacked(compressed: Path, folder: Path) -> Path:
    record = folder / "r.bilat"
    _ = record.write_bytes(gzip.decompress(compressed.read_bytes()))
    return record


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, str]:
    """The digests of the same articles, read as today, with and without the decision."""
    folder = tmp_path_factory.mktemp("anew")
    old.lay_out(folder / "articles")
    digests: dict[bool, str] = {}
    for decided in (False, True):
        record = folder / f"{decided}.bilat"
        if decided:
            text = old.DECISIONS.format(wang=actor_id("王毅", "CN"))
            _ = record.with_name(f"{record.name}.decisions").write_text(text, encoding="utf-8")
        _ = build([folder / "articles"], record, workers=1)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(old.STREAM.encode())))
            digests[decided] = build(["-"], record, workers=1).digest
    return digests


def test_there_is_a_record_of_every_schema():
    written = {int(re.findall(r"\d+", path.name)[0]) for path in RECORDS}
    assert written >= set(range(1, SCHEMA_VERSION))


@pytest.mark.parametrize("compressed", RECORDS, ids=lambda path: path.name.partition(".")[0])
def test_an_old_record_becomes_the_one_that_its_articles_make_today(
    tmp_path: Path, compressed: Path, anew: dict[bool, str]
):
    record = unpacked(compressed, tmp_path)
    report = migrate(record, workers=1)
    assert report.digest == anew[bool(DECIDED.match(compressed.name))]
    failed = {Path(f.path).name: f.reason.partition(":")[0] for f in report.failures}
    assert failed == {"lines.jsonl": "line 3", "noise.bin": "not text"}
    assert look(record, lambda r: sorted(doc.id for doc in r.documents())) == ["4448a454275c9ef8", "a1", "a2", "s1"]
    db = sqlite3.connect(record)
    places = db.execute("SELECT f.path, s.form FROM sources s JOIN files f USING (file)").fetchall()
    db.close()
    assert {(re.sub("^-.*", "-", Path(path).name), form) for path, form in places} == {
        ("post.md", "post"),
        ("lines.jsonl", "jsonl"),
        ("-", "jsonl"),
    }


@pytest.mark.parametrize("schema", [n for n in range(1, SCHEMA_VERSION) if n != 4])
def test_whoever_opens_an_old_record_is_told_what_to_type(tmp_path: Path, schema: int):
    record = unpacked(RECORDS[0].with_name(f"schema-{schema}.bilat.gz"), tmp_path)
    with pytest.raises(StoreError, match=rf"older bilat \(schema {schema}\); bring it .*: bilat migrate {record}$"):
        _ = open_record(record)


def test_a_build_of_other_articles_keeps_what_an_old_record_had(tmp_path: Path):
    record = unpacked(RECORDS[0], tmp_path)
    (tmp_path / "b.jsonl").write_text('{"id": "b", "date": "2024-01-02", "title": "又一篇", "text": "没有别的。"}\n')
    report = build([tmp_path / "b.jsonl"], record, workers=1)
    assert report.documents == 5
    assert any("made by an older bilat (schema 1)" in notice for notice in report.notices)
    assert build([tmp_path / "b.jsonl"], record, workers=1).digest == report.digest


def test_a_new_file_leaves_the_old_one_and_takes_its_decisions_along(tmp_path: Path):
    record = unpacked(RECORDS[-1], tmp_path)
    before = record.read_bytes()
    with pytest.raises(UsageError, match="is there already"):
        _ = migrate(record, record, workers=1)
    report = migrate(record, tmp_path / "new.bilat", workers=1)
    assert record.read_bytes() == before
    assert (tmp_path / "new.bilat.decisions").read_text(encoding="utf-8").startswith("# bilat decisions")
    assert look(tmp_path / "new.bilat", lambda r: (r.digest, len(r.decisions()))) == (report.digest, 1)


def test_a_decisions_file_that_is_there_is_not_touched(tmp_path: Path):
    record = unpacked(RECORDS[-1], tmp_path)
    mine = record.with_name("r.bilat.decisions")
    mine.write_text("# mine\n")
    _ = migrate(record, workers=1)
    assert mine.read_text() == "# mine\n"


def test_a_record_of_a_newer_schema_is_refused_and_left(tmp_path: Path):
    record = unpacked(RECORDS[-1], tmp_path)
    db = sqlite3.connect(record)
    _ = db.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    db.close()
    before = record.read_bytes()
    for run in (lambda: migrate(record), lambda: build([tmp_path], record)):
        with pytest.raises(StoreError, match="made by a newer bilat"):
            _ = run()
    assert record.read_bytes() == before


def test_a_record_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(StoreError, match=r"none\.bilat: no such record"):
        _ = migrate(tmp_path / "none.bilat")


@pytest.mark.parametrize(
    "sql",
    [
        (
            "DROP TABLE failures; CREATE VIEW failures AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT i AS file, i AS position, i AS place, i AS reason FROM n;"
        ),
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'title TEXT NOT NULL',"
            " 'title TEXT AS (hex(zeroblob(900000000)))') WHERE name = 'documents';"
        ),
    ],
    ids=["a table that is a view", "a column that is computed"],
)
def test_an_old_record_of_a_stranger_is_not_asked_what_bilat_never_wrote(tmp_path: Path, sql: str):
    record = unpacked(RECORDS[0], tmp_path)
    db = sqlite3.connect(record)
    _ = db.executescript(sql)
    db.close()
    with pytest.raises(StoreError, match="is none that bilat made; move it away"):
        _ = migrate(record, workers=1)
