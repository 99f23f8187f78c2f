"""Articles → a record: what is read, what stays, what goes."""

import gc
import os
import random
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from bilat.build import flow, large, work
from bilat.build.file_state import state_of
from bilat.build.plan import Input
from bilat.errors import StoreError, UsageError
from bilat.model import Failure
from bilat.record import FileState
from tests.build.notes import PLUGINS, Reads, archive, look, make, note, other_rules, titles


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "out" / "r.bilat"


@pytest.fixture(autouse=True)
def _folder(record: Path) -> None:
    record.parent.mkdir()


def test_a_folder_becomes_a_record_in_one_file(tmp_path: Path, record: Path):
    report = make(archive(tmp_path / "a"), to=record)
    assert (report.documents, report.new, report.unchanged, report.removed, report.failures) == (8, 8, 0, 0, ())
    assert [path.name for path in record.parent.iterdir()] == ["r.bilat"]
    assert look(record, lambda r: r.digest) == report.digest
    assert [e.participants[1].name for e in look(record, lambda r: list(r.events(("CN", "VN"))))] == [
        f"李{n}" for n in range(1, 9)
    ]


def test_the_record_is_the_same_with_one_process_and_with_three(
    tmp_path: Path, record: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(work, "_ALONE", 0)
    monkeypatch.setattr(work, "_TASK_FILES", 2)
    folder = archive(tmp_path / "a")
    (folder / "0.note").write_text("broken: 此行\n\n===\n" + note("独立一条"))
    one, three = (make(folder, to=record.with_name(f"{n}"), workers=n) for n in (1, 3))
    assert one.digest == three.digest
    assert one.failures == three.failures
    assert [d.id for d in look(record.with_name("1"), lambda r: list(r.documents()))] == [
        d.id for d in look(record.with_name("3"), lambda r: list(r.documents()))
    ]


def test_large_files_are_handed_out_in_parts_with_the_same_result(
    tmp_path: Path, record: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "many.note"
    path.write_text("===\n".join(note(f"张三(CN)会见李{n}(VN)") for n in range(150)) + "===\nbroken: x\n")
    whole = make(path, to=record)
    for workers in (1, 2):
        monkeypatch.setattr(large, "LARGE", 10)
        parts = make(path, to=record.with_name(f"p{workers}"), workers=workers)
        assert (parts.digest, parts.documents) == (whole.digest, 150)
        assert [f.path for f in parts.failures] == [f"{path}:150"]


def test_one_file_after_the_other_gives_the_record_made_at_once(tmp_path: Path, record: Path):
    folder = archive(tmp_path / "a")
    files = sorted(folder.iterdir())
    random.Random(7).shuffle(files)
    for at, file in enumerate(files):
        report = make(file, to=record)
        assert (report.new, report.unchanged, report.documents) == (1, at, at + 1)
    once = make(folder, to=record.with_name("once"))
    assert look(record, lambda r: r.digest) == once.digest


def test_where_the_archive_lies_makes_no_difference(tmp_path: Path, record: Path):
    here = make(archive(tmp_path / "a"), to=record)
    there = make(archive(tmp_path / "b" / "c"), to=record.with_name("other"))
    assert here.digest == there.digest


def test_nothing_changed_nothing_read_nothing_written(tmp_path: Path, record: Path, monkeypatch: pytest.MonkeyPatch):
    folder = archive(tmp_path / "a")
    first = make(folder, to=record)
    before = (record.stat().st_ino, record.stat().st_mtime_ns)
    monkeypatch.setattr(work, "results", None)
    again = make(folder, to=record)
    assert (again.digest, again.new, again.unchanged, again.removed) == (first.digest, 0, 8, 0)
    assert (record.stat().st_ino, record.stat().st_mtime_ns) == before


def test_a_changed_file_is_read_again_and_only_that(tmp_path: Path, record: Path):
    folder = archive(tmp_path / "a")
    make(folder, to=record)
    (folder / "3.note").write_text(note("新标题\n张三(CN)会见阮山(VN)", published="2024-01-01"))
    reads = Reads()
    report = make(folder, to=record, progress=reads)
    assert (report.documents, report.new, report.removed) == (8, 1, 1)
    assert reads.files == 1
    assert "新标题" in titles(record)
    assert "标题3" not in titles(record)
    assert make(folder, to=record.with_name("anew")).digest == report.digest


def test_a_file_that_is_gone_takes_its_documents_with_it(tmp_path: Path, record: Path):
    folder = archive(tmp_path / "a")
    make(folder, to=record)
    (folder / "3.note").unlink()
    report = make(folder, to=record)
    assert (report.documents, report.removed, report.failures) == (7, 1, ())
    assert make(folder, to=record.with_name("anew")).digest == report.digest


def test_a_pattern_covers_the_files_that_fitted_it(tmp_path: Path, record: Path):
    folder = archive(tmp_path / "a")
    make(f"{folder}/*.note", to=record)
    (folder / "3.note").unlink()
    assert make(f"{folder}/*.note", to=record).documents == 7


def test_a_file_written_again_with_the_same_bytes_is_not_read_again(tmp_path: Path, record: Path):
    folder = archive(tmp_path / "a")
    make(folder, to=record)
    os.utime(folder / "3.note", ns=(5, 5))
    report = make(folder, to=record)
    assert (report.new, report.removed) == (0, 0)


def test_size_and_time_are_trusted_unless_told_otherwise(tmp_path: Path, record: Path):
    folder = archive(tmp_path / "a")
    make(folder, to=record)
    path = folder / "3.note"
    was = path.stat()
    path.write_text(path.read_text().replace("标题3", "标题9"))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert make(folder, to=record).new == 0
    assert make(folder, to=record, rehash=True).new == 1
    assert make(folder, to=record, rehash=True).new == 0


def test_files_of_another_build_stay(tmp_path: Path, record: Path):
    make(archive(tmp_path / "a"), to=record)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.note").write_text(note("另一篇"))
    report = make(tmp_path / "b", to=record)
    assert (report.documents, report.new) == (9, 1)


def test_what_an_unmounted_disk_held_stays(tmp_path: Path, record: Path):
    folder = archive(tmp_path / "a")
    make(folder, to=record)
    folder.rename(tmp_path / "elsewhere")
    report = make(folder, to=record)
    assert (report.documents, report.removed) == (8, 0)
    assert [f.path for f in report.failures] == [str(folder)]


def test_new_rules_read_everything_again(tmp_path: Path, record: Path, monkeypatch: pytest.MonkeyPatch):
    folder = archive(tmp_path / "a")
    first = make(folder, to=record)
    monkeypatch.setattr(flow, "fingerprint", other_rules)
    reads = Reads()
    report = make(folder / "1.note", to=record, progress=reads)
    assert reads.files == 8
    assert (report.digest, report.documents) == (first.digest, 8)


def test_what_new_rules_cannot_read_again_is_read_closely_as_it_was_kept(
    tmp_path: Path, record: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = archive(tmp_path / "a")
    other = archive(tmp_path / "b", 1)
    make(folder, other, to=record)
    (folder / "2.note").unlink()
    monkeypatch.setattr(flow, "fingerprint", other_rules)
    reads = Reads()
    report = make(other, to=record, progress=reads)
    assert (report.documents, report.failures, reads.files) == (8, (), 9)
    again = Reads()
    assert make(other, to=record, progress=again).digest == report.digest
    assert again.files == 0


def test_a_file_that_comes_back_after_new_rules_is_read_again(
    tmp_path: Path, record: Path, monkeypatch: pytest.MonkeyPatch
):
    folder, other = archive(tmp_path / "a"), archive(tmp_path / "b", 1)
    first = make(folder, other, to=record)
    folder.rename(tmp_path / "away")
    monkeypatch.setattr(flow, "fingerprint", other_rules)
    _ = make(other, to=record)
    (tmp_path / "away").rename(folder)
    reads = Reads()
    assert make(other, to=record, progress=reads).digest == first.digest
    assert reads.files == 8


def test_a_broken_part_is_told_at_every_build_until_it_is_mended(tmp_path: Path, record: Path):
    path = tmp_path / "x.note"
    path.write_text(note("一篇") + "===\nbroken: 第二条没有结尾\n")
    expected = (Failure(f"{path}:1", "第二条没有结尾"),)
    assert make(path, to=record).failures == expected
    assert make(path, to=record).failures == expected
    path.write_text(note("一篇"))
    assert make(path, to=record).failures == ()


def test_a_file_that_cannot_be_opened_any_more_keeps_its_documents(
    tmp_path: Path, record: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = archive(tmp_path / "a")
    first = make(folder, to=record)

    def vanishing(path: str) -> str:
        if path.endswith("3.note"):
            Path(path).unlink()
        return real(path)

    real = work.hash_file
    monkeypatch.setattr(work, "hash_file", vanishing)
    report = make(folder, to=record, rehash=True)
    assert (report.digest, report.documents) == (first.digest, 8)
    assert [(f.path, f.reason) for f in report.failures] == [(str(folder / "3.note"), "no longer there")]


def test_a_file_that_changes_while_it_is_read_is_read_again_next_time(tmp_path: Path):
    path = tmp_path / "x.note"
    path.write_text("later, longer")
    state = state_of(Input("x", str(path), 5, 5), "h", "v")
    assert state == FileState(str(path), 13, -1, "h", "", "v")


def test_one_article_that_breaks_a_rule_costs_its_own_facts_only(tmp_path: Path, record: Path):
    folder = archive(tmp_path / "a")
    (folder / "bad.note").write_text(note("出错", id="17"))
    report = make(folder, to=record)
    assert report.documents == 9
    (failure,) = report.failures
    assert failure.reason == "article 17 could not be read closely: ValueError: a rule that breaks"
    _, reading = look(record, lambda r: r.reading("17"))
    assert [p.kind for p in reading.problems] == ["extract_failed"]


def test_two_articles_with_one_id_are_both_kept_and_told(tmp_path: Path, record: Path):
    path = tmp_path / "x.note"
    path.write_text(note("甲\n张三(CN)会见李四(VN)", id="17", published="2023-01-01") + "===\n" + note("乙", id="17"))
    report = make(path, to=record)
    assert report.documents == 2
    (failure,) = report.failures
    assert "the id 17 is that of another article too; kept as 17~" in failure.reason
    assert look(record, lambda r: r.reading("17")[0].title) == "甲"


def test_an_older_version_of_an_article_is_kept_but_its_events_are_not_counted_twice(tmp_path: Path, record: Path):
    folder = tmp_path / "a"
    folder.mkdir()
    for day, title in ((1, "旧"), (2, "新")):
        text = note(f"{title}\n张三(CN)会见李四(VN)", url="http://a.example/x", published=f"2023-01-0{day}")
        (folder / f"{title}.note").write_text(text)
    make(folder, to=record)
    assert look(record, lambda r: len(list(r.events()))) == 1
    old, new = sorted(look(record, lambda r: list(r.documents())), key=lambda d: d.published or "")
    assert (old.superseded_by, new.superseded_by) == (new.id, None)
    (folder / "新.note").unlink()
    make(folder, to=record)
    assert look(record, lambda r: next(r.documents()).superseded_by) is None


def test_standard_input_is_kept_beside_what_came_before(tmp_path: Path, record: Path, monkeypatch: pytest.MonkeyPatch):
    make(archive(tmp_path / "a"), to=record)
    for text in ("甲", "乙", "乙"):
        stream = BytesIO(f'{{"id": "{text}", "title": "{text}", "text": "{text}文", "date": "2023-01-01"}}\n'.encode())
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(stream))
        _ = make("-", to=record, form="jsonl")
    assert look(record, len) == 10


def test_failures_name_what_leads_nowhere(tmp_path: Path, record: Path):
    (tmp_path / "empty").mkdir()
    report = make(tmp_path / "none.note", tmp_path / "empty", to=record)
    assert (report.documents, len(report.failures)) == (0, 2)
    assert look(record, lambda r: list(r.events())) == []


def test_an_unknown_form_is_refused_before_anything_is_read(tmp_path: Path, record: Path):
    with pytest.raises(UsageError, match=r"unknown form 'pdf'; known are .*note"):
        _ = make(tmp_path, to=record, form="pdf")
    assert not record.exists()


@pytest.mark.parametrize(
    "content", [b"my thesis", b"SQLite format 3\x00" + b"\xff" * 5000], ids=["words", "a header and nonsense"]
)
def test_a_file_that_is_no_record_is_not_overwritten(tmp_path: Path, record: Path, content: bytes):
    _ = record.write_bytes(content)
    with pytest.raises(StoreError, match=r"r\.bilat"):
        _ = make(archive(tmp_path / "a"), to=record)
    assert record.read_bytes() == content


def test_a_link_to_a_record_stays_a_link(tmp_path: Path, record: Path):
    link = tmp_path / "link.bilat"
    link.symlink_to(record)
    assert make(archive(tmp_path / "a"), to=link).documents == 8
    assert link.is_symlink()
    assert look(record, len) == 8


def test_an_empty_file_may_become_a_record(tmp_path: Path, record: Path):
    record.touch()
    assert make(archive(tmp_path / "a"), to=record).documents == 8


def test_the_stages_give_the_same_in_a_stream_and_in_a_record(tmp_path: Path, record: Path):
    from bilat.build import extract_lines, extract_paths

    folder = archive(tmp_path / "a")
    make(folder, to=record)
    kept = look(record, lambda r: [(doc.text, reading) for doc, reading in r.readings()])
    one = list(extract_paths([folder], workers=1, plugins=PLUGINS))
    assert [(item[0].text, item[1]) for item in one if not isinstance(item, Failure)] == kept
    assert len(list(extract_lines([folder], workers=1, plugins=PLUGINS))) == 8


def test_a_stream_is_the_same_with_one_process_and_with_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from bilat.build import extract_lines

    monkeypatch.setattr(work, "_ALONE", 0)
    monkeypatch.setattr(work, "_TASK_FILES", 2)
    folder = archive(tmp_path / "a")
    (folder / "0.note").write_text(note("甲", id="17") + "===\n" + note("乙", id="17") + "===\nbroken: 此行\n")
    one, two = (list(extract_lines([folder], workers=n, plugins=PLUGINS)) for n in (1, 2))
    assert one == two
    assert [f.reason for f in one if isinstance(f, Failure)] == ["two different articles have the id '17'", "此行"]


def test_other_rules_of_linking_link_anew_without_reading(
    tmp_path: Path, record: Path, monkeypatch: pytest.MonkeyPatch
):
    first = make(archive(tmp_path / "a"), to=record)
    steps: list[str] = []
    assert make(tmp_path / "a", to=record, step=steps.append).digest == first.digest
    assert steps == []

    def other(_made_by: str) -> str:
        return "other rules"

    monkeypatch.setattr(flow, "of_links", other)
    again = make(tmp_path / "a", to=record, step=steps.append)
    assert "linked" in steps
    assert (again.digest, again.new, again.unchanged) == (first.digest, 0, 8)


def test_cycles_are_looked_for_as_before_when_a_build_has_ended_or_failed(tmp_path: Path, record: Path):
    before, within = gc.get_threshold(), set[tuple[int, int, int]]()

    def step(name: str) -> None:
        within.add(gc.get_threshold())
        if name == "linked" and record.exists():
            raise RuntimeError(name)

    _ = make(archive(tmp_path / "a"), to=record, step=step)
    assert before not in within
    assert gc.get_threshold() == before
    with pytest.raises(RuntimeError, match="linked"):
        _ = make(archive(tmp_path / "a", 9), to=record, step=step)
    assert gc.get_threshold() == before
