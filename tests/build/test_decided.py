"""Decisions in a build: applied, undone, reported, and part of what the record is made from."""

from pathlib import Path

import pytest

from bilat.build import BuildReport, build
from bilat.errors import UsageError
from bilat.model.doubt import DoubtRow
from bilat.record import Record
from tests.build.notes import PLUGINS, Reads, archive, look, make, note

BY = "| 李明 | 2024-01-31 | 查过"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return archive(tmp_path / "a", 3)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "r.bilat"


def write(record: Path, *lines: str) -> Path:
    path = record.with_name("r.bilat.decisions")
    _ = path.write_text("".join(f"{line} {BY}\n" for line in lines), "utf-8")
    return path


def person(record: Path, name: str) -> str:
    return look(record, lambda r: next(p.id for p in r.people(query=name) if name in p.names))


def event(record: Path, name: str) -> str:
    return look(record, lambda r: next(r.events(person=name)).id)


def again(folder: Path, record: Path) -> BuildReport:
    reads = Reads()
    report = make(folder, to=record, progress=reads)
    assert reads.files == 0
    return report


def test_a_changed_file_is_applied_without_reading_a_document_again_and_undone_by_taking_the_line_out(
    folder: Path, record: Path
):
    before = make(folder, to=record)
    one, other = person(record, "李1"), person(record, "李2")
    path = write(record, f"merge {one} {other}")
    merged = again(folder, record)
    assert merged.digest != before.digest
    assert person(record, "李1") == person(record, "李2") == min(one, other)
    assert look(record, lambda r: [d.outcome for d in r.decisions()]) == ["applied"]
    assert again(folder, record).digest == merged.digest
    path.unlink()
    assert again(folder, record).digest == before.digest
    assert person(record, "李1") != person(record, "李2")


def test_the_same_documents_and_decisions_give_the_same_digest(folder: Path, record: Path):
    _ = make(folder, to=record)
    lines = [f"rename {person(record, '李1')} 李一", f"set {event(record, '李2')} place 河内"]
    path = write(record, *lines)
    once = again(folder, record)
    _ = write(record, *lines[::-1])
    assert again(folder, record).digest == once.digest
    fresh = record.with_name("fresh.bilat")
    for file in sorted(folder.iterdir(), reverse=True):
        _ = build([file], fresh, decisions=path, plugins=PLUGINS, workers=1)
    assert look(fresh, lambda r: r.digest) == once.digest


def test_a_name_and_a_field_are_shown_with_the_decision_that_says_so(folder: Path, record: Path):
    _ = make(folder, to=record)
    _ = write(record, f"rename {person(record, '李1')} 李一", f"set {event(record, '李2')} status cancelled")
    _ = again(folder, record)
    shown = look(record, lambda r: next(r.people(query="李一")))
    assert (shown.name, "李1" in shown.names) == ("李一", True)
    assert [ruled.decision.author for ruled in shown.decisions] == ["李明"]
    assert look(record, lambda r: next(r.events(person="李1"))).participants[1].name == "李一"
    changed = look(record, lambda r: next(r.events(person="李2")))
    assert (changed.status, changed.decisions[0].decision.reason) == ("cancelled", "查过")
    assert look(record, lambda r: next(r.events(person="李3"))).decisions == ()


def test_what_is_not_applied_is_told_at_every_build_and_bad_lines_fail(folder: Path, record: Path):
    _ = make(folder, to=record)
    one, other = person(record, "李1"), person(record, "李2")
    path = write(record, f"merge {one} {other}", f"split {one} from {other}", f"merge {one} {'0' * 16}", "nonsense")
    for report in (again(folder, record), again(folder, record)):
        assert report.notices == (
            f"{path}:1: merge is overruled: line 2 says otherwise, and the later line counts",
            f"{path}:3: merge is unmatched: no name and no telling of the record has the id {'0' * 16}",
        )
        assert [failure.path for failure in report.failures] == [f"{path}:4"]


def test_a_decision_matches_again_when_its_document_comes_back(folder: Path, record: Path):
    _ = make(folder, to=record)
    gone = event(record, "李3")
    _ = write(record, f"set {gone} place 河内")
    whole = again(folder, record)
    text = (folder / "3.note").read_bytes()
    (folder / "3.note").unlink()
    assert "unmatched" in make(folder, to=record).notices[0]
    _ = (folder / "3.note").write_bytes(text)
    back = make(folder, to=record)
    assert (back.notices, back.digest) == ((), whole.digest)


def test_a_file_that_was_given_once_is_used_again_and_missed_when_gone(folder: Path, record: Path, tmp_path: Path):
    _ = make(folder, to=record)
    other = tmp_path / "mine.txt"
    _ = other.write_text(f"rename {person(record, '李1')} 李一 {BY}\n", "utf-8")
    given = build([folder], record, decisions=other, plugins=PLUGINS, workers=1)
    assert again(folder, record).digest == given.digest
    other.unlink()
    missed = again(folder, record)
    assert [failure.path for failure in missed.failures] == [str(other)]
    with pytest.raises(UsageError, match="no such file of decisions"):
        _ = build([folder], record, decisions=other, plugins=PLUGINS, workers=1)


def test_doubts_are_kept_with_both_sides(tmp_path: Path, record: Path):
    for at, day in ((1, "2023-01-01"), (2, "2023-01-02"), (3, "2023-01-01"), (4, "2023-01-02")):
        text = note(f"标题\n{day}张三(CN 部长)会见李四(VN 主席)。第{at}篇", published=day, publisher=f"报{at % 2}")
        (tmp_path / f"{at}.note").write_text(text)
    _ = make(*sorted(tmp_path.glob("*.note")), to=record)

    def rows(kept: Record) -> list[DoubtRow]:
        return list(kept.doubts("event"))

    for row in look(record, rows):
        assert row.one.witnesses
        assert row.to_dict()["kind"] == "event"
