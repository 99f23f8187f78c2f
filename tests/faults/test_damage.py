"""A record that was damaged is found out, made anew from what is there, and takes nothing with it."""

import os
import sqlite3
from pathlib import Path

import pytest

from bilat.errors import StoreError
from bilat.record import open_record
from bilat.record.compact import pack_text
from tests.build.notes import archive, look, make, note
from tests.cli.run import bilat

PAGE = 4096
KINDS = {2: "index node", 5: "table node", 10: "index leaf", 13: "table leaf"}
"""The first byte of a page of a b-tree; other pages are overflow: https://sqlite.org/fileformat.html, 1.6."""
EVERY = 1 if os.environ.get("FAULTS") == "all" else 41


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = archive(tmp_path_factory.mktemp("notes"), 6)
    (folder / "long.note").write_text(note("很长\n" + "".join(f"第{n}句话没有别的意思。" for n in range(4000))))
    return folder


@pytest.fixture(scope="module")
def whole(notes: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes]:
    record = tmp_path_factory.mktemp("whole") / "r.bilat"
    return make(notes, to=record).digest, record.read_bytes()


def seen(record: Path) -> str:
    """What `verify` makes of a record: `whole`, `damaged`, or the line it refuses it with."""
    try:
        with open_record(record) as opened:
            return "whole" if opened.verify().ok else "damaged"
    except StoreError as err:
        return str(err)


@pytest.mark.parametrize("how", ["head", "tail", "zeros", "other"])
def test_a_spoiled_page_of_any_kind_is_found_and_mended(
    tmp_path: Path, notes: Path, whole: tuple[str, bytes], how: str
):
    digest, content = whole
    kinds: set[str] = set()
    found = 0
    for start in range(PAGE, len(content), PAGE):
        kind = KINDS.get(content[start], "overflow")
        if kind in kinds and start // PAGE % EVERY:
            continue
        kinds.add(kind)
        record = tmp_path / f"{start}.bilat"
        _ = record.write_bytes(spoiled(content, start, how))
        said = seen(record)
        found += said != "whole"
        assert "\n" not in said
        assert make(notes, to=record, rehash=True).digest == digest
        assert seen(record) == "whole"
        assert record.with_name(f"{record.name}.damaged").exists() == (said != "whole")
    assert kinds == {*KINDS.values(), "overflow"}
    assert found > 3


def spoiled(content: bytes, start: int, how: str) -> bytes:
    page = bytearray(content[start : start + PAGE])
    if how == "head":
        page[0] ^= 0x55
    elif how == "tail":
        page[-6] ^= 0x55
    else:
        page[:] = bytes(PAGE) if how == "zeros" else b"\xa5" * PAGE
    return content[:start] + bytes(page) + content[start + PAGE :]


@pytest.mark.parametrize("length", [0, 1, 99, 100, PAGE - 1, PAGE, PAGE + 1, 20 * PAGE, -PAGE, -1])
def test_a_record_that_is_cut_short_is_refused_and_made_anew(
    tmp_path: Path, notes: Path, whole: tuple[str, bytes], length: int
):
    record = tmp_path / "r.bilat"
    _ = record.write_bytes(whole[1][:length])
    assert str(record) in seen(record)
    if 0 < length < 72:
        with pytest.raises(StoreError, match=r"move it away|not a record"):
            _ = make(notes, to=record)
        record.unlink()
    assert make(notes, to=record).digest == whole[0]
    assert seen(record) == "whole"


def test_bytes_behind_the_end_are_damage_too(tmp_path: Path, notes: Path, whole: tuple[str, bytes]):
    record = tmp_path / "r.bilat"
    _ = record.write_bytes(whole[1] + bytes(PAGE))
    assert "damaged" in seen(record)
    assert make(notes, to=record).digest == whole[0]


@pytest.mark.parametrize("number", ["application_id", "user_version"])
def test_what_says_it_is_no_record_or_a_newer_one_is_never_written_over(
    tmp_path: Path, notes: Path, whole: tuple[str, bytes], number: str
):
    record = tmp_path / "r.bilat"
    _ = record.write_bytes(whole[1])
    db = sqlite3.connect(record)
    _ = db.execute(f"PRAGMA {number} = 4711")
    db.close()
    content = record.read_bytes()
    with pytest.raises(StoreError, match=r"not a record of bilat|made by a newer bilat"):
        _ = make(notes, to=record, rehash=True)
    assert record.read_bytes() == content


def test_a_record_in_the_making_under_the_name_of_a_finished_one_is_completed(
    tmp_path: Path, notes: Path, whole: tuple[str, bytes]
):
    record = tmp_path / "r.bilat"
    _ = record.write_bytes(whole[1])
    db = sqlite3.connect(record)
    _ = db.execute("UPDATE meta SET value = 'building' WHERE key = 'state'")
    db.commit()
    db.close()
    assert "an unfinished build; complete it with: bilat build" in seen(record)
    assert make(notes, to=record).digest == whole[0]


def test_of_a_damaged_record_whose_articles_are_gone_the_rest_is_kept_and_the_loss_is_told(tmp_path: Path):
    folder, record = archive(tmp_path / "a", 5), tmp_path / "r.bilat"
    _ = make(folder, to=record)
    content = record.read_bytes()
    kept = pack_text("标题2\n张三(CN 部长)会见李2(VN 主席)，苏林在场。")
    damaged = content.replace(kept, kept[:-1] + b"\xff")
    assert damaged != content
    _ = record.write_bytes(damaged)
    mine = record.with_name("r.bilat.decisions")
    _ = mine.write_text("# mine\n")
    folder.rename(tmp_path / "away")
    report = make(archive(tmp_path / "b", 1), to=record, rehash=True)
    assert report.documents == 4
    assert [(f.path, "its article 1 is damaged" in f.reason) for f in report.failures] == [
        (str(folder / "2.note"), True)
    ]
    assert record.with_name("r.bilat.damaged").read_bytes() == damaged
    assert mine.read_text() == "# mine\n"
    (tmp_path / "away").rename(folder)
    assert make(folder, to=record).documents == 5
    assert look(record, lambda r: sorted(doc.title for doc in r.documents())) == [f"标题{n}" for n in range(1, 6)]


def test_damage_that_a_build_meets_on_its_way_is_mended_without_being_asked(tmp_path: Path):
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    _ = make(folder, to=record)
    content = bytearray(record.read_bytes())
    db = sqlite3.connect(record)
    (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'documents'").fetchone()
    db.close()
    content[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE
    _ = record.write_bytes(content)
    _ = archive(folder, 4)
    report = make(folder, to=record)
    assert (report.documents, report.failures) == (4, ())
    assert any("damaged" in notice for notice in report.notices)
    assert report.digest == make(folder, to=tmp_path / "anew").digest


def test_verify_says_what_to_type(tmp_path: Path):
    record = tmp_path / "r.bilat"
    _ = make(archive(tmp_path / "a", 2), to=record)
    _ = record.write_bytes(record.read_bytes().replace("会见李2".encode(), "会见王2".encode()))
    done = bilat("verify", "-r", record)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1].endswith(f"make it anew with: bilat build PATH... --rehash -o {record}")
