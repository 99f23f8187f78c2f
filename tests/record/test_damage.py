"""Whatever is changed in a record behind its back, `verify` names it; whatever is no record is refused."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from bilat.errors import EvidenceError, StoreError
from bilat.model import Evidence, Person, Reading, Span
from bilat.record import open_record, pack
from bilat.record.compact import pack_spans, pack_text
from bilat.record.schema import SCHEMA_VERSION
from bilat.record.verify import quick, quick_of_touched
from tests.record.made import document, keep, meeting
from tests.record.test_record import articles


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    _ = keep(tmp_path / "r.bilat", {"a": articles()})
    return tmp_path / "r.bilat"


def tamper(path: Path, sql: str) -> None:
    db = sqlite3.connect(path)
    _ = db.executescript(sql)
    db.commit()
    db.close()


@pytest.mark.parametrize(
    ("sql", "table", "reason"),
    [
        ("UPDATE evidence SET quote = '李明會見范文水' WHERE telling = 1", "tellings", "does not stand at"),
        ("UPDATE evidence SET start_char = 1, end_char = 8 WHERE telling = 1", "tellings", "does not stand at"),
        ("DELETE FROM evidence WHERE telling = 2", "tellings", "no quotation"),
        (
            f"UPDATE documents SET text = x'{pack_text('李明会见别人').hex()}' WHERE document = 1",
            "documents",
            "not the one it was kept",
        ),
        (
            "UPDATE documents SET text = CAST(x'01' || substr(text, 3) AS BLOB) WHERE document = 1",
            "documents",
            "cannot be unpacked",
        ),
        (
            "UPDATE documents SET text = CAST(text || x'00' AS BLOB) WHERE document = 1",
            "documents",
            "cannot be unpacked",
        ),
        ("UPDATE documents SET length = 1 WHERE document = 1", "documents", "characters, not 1"),
        (f"UPDATE people SET spans = x'{pack_spans([(0, 1)]).hex()}' WHERE person = 2", "mentions", "spells"),
        (
            f"UPDATE people SET spans = x'{pack_spans([(0, 900)]).hex()}' WHERE person = 1",
            "mentions",
            "beyond the text",
        ),
        ("UPDATE people SET spans = x'80' WHERE person = 1", "documents", "make no document"),
        ("UPDATE people SET mentions = 7 WHERE person = 1", "people", "1 times, not 7"),
        ("UPDATE people SET country = 'LA' WHERE person = 2", "people", "not the id of 范文山"),
        ("UPDATE people SET title = 'x' WHERE person = 2", "documents", "not what it was kept with"),
        ("UPDATE participants SET person = 99 WHERE telling = 1 AND position = 0", "participants", "not there"),
        ("DELETE FROM participants WHERE telling = 1 AND position = 1", "documents", "not what it was kept with"),
        ("DELETE FROM sources", "documents", "found in no file"),
        ("UPDATE documents SET passages = x'' WHERE document = 1", "documents", "not what it was kept with"),
        ("DELETE FROM names", "names", "is missing"),
        ("DELETE FROM clauses WHERE document = 1", "clauses", "not those of the text"),
        ("UPDATE clauses SET hashes = x'00000001' WHERE document = 2", "clauses", "not those of the text"),
        ("INSERT INTO copies VALUES (1, 2, 2, 0.9), (2, 1, 1, 0.9)", "copies", "does not lead to its original"),
        ("INSERT INTO holders VALUES (17, 2)", "holders", "too many"),
        ("UPDATE tellings SET status = 'lost' WHERE telling = 1", "documents", "make no document"),
        ("UPDATE documents SET id = 'other' WHERE document = 1", "meta", "the content has"),
        ("INSERT INTO search (rowid, terms) VALUES (99, '中越')", "search", "中越"),
        ("INSERT INTO search (search, rowid, terms) VALUES ('delete', 1, '李明')", "search", "李明"),
    ],
)
def test_a_row_that_was_changed_is_named(kept: Path, sql: str, table: str, reason: str):
    tamper(kept, sql)
    with open_record(kept) as record:
        report = record.verify()
    assert not report.ok
    named = [d for d in report.damage if reason in d.reason or reason == d.id]
    assert [d.table for d in named] == [table] * len(named)
    assert named


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ("UPDATE evidence SET quote = '李明會見范文水' WHERE telling = 1", "tellings"),
        ("DELETE FROM evidence WHERE telling = 2", "tellings"),
        ("DELETE FROM sources", "documents"),
        ("UPDATE documents SET superseded_by = 99 WHERE document = 1", "documents"),
        ("UPDATE participants SET person = 99 WHERE telling = 1 AND position = 0", "participants"),
        ("INSERT INTO copies VALUES (1, 2, 99, 0.9)", "copies"),
        ("UPDATE reports SET telling = 99 WHERE event = 1", "reports"),
        ("UPDATE life SET telling = 99 WHERE event = (SELECT min(event) FROM life)", "life"),
        ("UPDATE events SET part_of = 99 WHERE event = 1", "events"),
    ],
)
def test_what_a_build_wrote_is_checked_and_nothing_else(kept: Path, sql: str, table: str):
    tamper(kept, "DELETE FROM touched")
    with closing(sqlite3.connect(kept)) as db:
        assert quick_of_touched(db, [1]) == quick(db) == []
    tamper(kept, sql)
    with closing(sqlite3.connect(kept)) as db:
        assert {damage.table for damage in quick(db)} == {table}
        assert {damage.table for damage in quick_of_touched(db, [])} == set()
        _ = db.execute("INSERT INTO touched SELECT document FROM documents")
        assert {damage.table for damage in quick_of_touched(db, [1])} == {table}


def test_a_record_as_built_has_no_damage_and_counts_what_it_holds(kept: Path):
    with open_record(kept) as record:
        report = record.verify()
        assert report.ok
        assert report.digest == record.digest
    assert (report.documents, report.people, report.mentions, report.events, report.quotations) == (4, 8, 9, 4, 4)


def test_a_missing_file_says_how_to_make_one(tmp_path: Path):
    with pytest.raises(StoreError, match=r"no such record; make it with: bilat build"):
        _ = open_record(tmp_path / "none.bilat")


def test_a_folder_is_no_record(tmp_path: Path):
    with pytest.raises(StoreError, match="a folder"):
        _ = open_record(tmp_path)


@pytest.mark.parametrize(
    "content",
    [b"", b"only words " * 400, b"SQLite format 3\x00" + b"\xff" * 5000],
    ids=["empty", "words", "a header and nonsense"],
)
def test_another_file_is_no_record(tmp_path: Path, content: bytes):
    path = tmp_path / "x.bilat"
    _ = path.write_bytes(content)
    with pytest.raises(StoreError, match=r"x\.bilat: (damaged, or no record|not a record)"):
        _ = open_record(path)


def test_another_database_is_no_record(tmp_path: Path):
    tamper(tmp_path / "x.db", "CREATE TABLE a (b)")
    with pytest.raises(StoreError, match="not a record of bilat"):
        _ = open_record(tmp_path / "x.db")


def test_a_record_of_a_newer_version_asks_for_an_update(kept: Path):
    tamper(kept, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(StoreError, match="made by a newer bilat"):
        _ = open_record(kept)


def test_a_record_of_an_older_version_asks_to_be_built_again(kept: Path):
    tamper(kept, f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    with pytest.raises(StoreError, match="made by an older bilat"):
        _ = open_record(kept)


def test_an_unfinished_build_is_no_record(kept: Path):
    tamper(kept, "UPDATE meta SET value = 'building' WHERE key = 'state'")
    with pytest.raises(StoreError, match="unfinished build"):
        _ = open_record(kept)


def test_a_record_cut_short_is_told_apart_from_a_whole_one(kept: Path):
    whole = kept.read_bytes()
    _ = kept.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreError, match=r"r\.bilat: damaged"), open_record(kept) as record:
        assert record.verify().ok


def test_overwritten_pages_are_found(kept: Path):
    whole = bytearray(kept.read_bytes())
    size = int.from_bytes(whole[16:18])
    for page in range(3, len(whole) // size):
        whole[(page + 1) * size - 200 : (page + 1) * size] = b"\xa5" * 200  # rows fill a page from its end
    _ = kept.write_bytes(whole)
    assert seen_as_damaged(kept)


def seen_as_damaged(path: Path) -> bool:
    try:
        with open_record(path) as record:
            return not record.verify().ok
    except StoreError as err:
        return "damaged" in str(err)


def test_a_quotation_that_does_not_stand_at_its_offsets_is_never_kept():
    doc = document("李明会见范文山")
    reading = meeting(doc, "李明/CN", "范文山/VN")
    (event,) = reading.events
    moved = Evidence(doc.id, Span(0, 7), "李明会见范文水")
    wrong = Reading(doc.id, reading.people, (replace(event, evidence=(moved,)),))
    with pytest.raises(EvidenceError, match="does not stand"):
        _ = pack(doc, wrong)
    bare = Reading(doc.id, (), (replace(event, evidence=()),))
    with pytest.raises(EvidenceError, match="no evidence"):
        _ = pack(doc, bare)
    beyond = Reading(doc.id, (Person("李明", "CN", None, (Span(5, 60),)),))
    with pytest.raises(EvidenceError, match="beyond the text"):
        _ = pack(doc, beyond)
