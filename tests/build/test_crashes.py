"""Whatever ends a build, the record is as it was or complete, and the next build goes on."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from bilat.build import copy_file, flow
from bilat.build.lock import building
from bilat.errors import StoreError
from bilat.record import open_record
from bilat.record import writer as writing
from tests.build.notes import PLUGINS, Reads, archive, look, make, note, rules

KILLED = """
    import os, signal, sys
    from bilat.build import build, flow
    flow._BATCH_CHARACTERS = 60
    flow.fingerprint = lambda _: "rules of the tests"
    when, nth = sys.argv[3], int(sys.argv[4])
    count = 0
    def step(name):
        global count
        count += name == when
        if name == when and count == nth:
            os.kill(os.getpid(), signal.SIGKILL)
    build([sys.argv[1]], sys.argv[2], workers=1, plugins={plugins!r}, step=step)
"""


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    """The same in this process and in those that are killed, whatever is edited meanwhile."""
    monkeypatch.setattr(flow, "fingerprint", rules)


def killed_at(folder: Path, record: Path, step: str, nth: int, root: Path) -> None:
    code = textwrap.dedent(KILLED).format(plugins=PLUGINS)
    done = subprocess.run([sys.executable, "-c", code, folder, record, step, str(nth)], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("step", "nth", "left"),
    [
        ("opened", 1, 12),
        ("batch", 1, 12),
        ("committed", 1, 11),
        ("committed", 2, 8),
        ("batch", 3, 8),
        ("read", 1, 0),
        ("linked", 1, 0),
        ("completed", 1, 0),
        ("closed", 1, 0),
        ("replaced", 1, 0),
    ],
)
def test_a_killed_build_leaves_the_record_whole_and_the_next_one_goes_on(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, step: str, nth: int, left: int
):
    monkeypatch.setattr(flow, "_BATCH_CHARACTERS", 60)
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    before = make(folder, to=record)
    _ = archive(tmp_path / "a", 12)
    (folder / "2.note").write_text(note("换了\n张三(CN)会见李四(VN)"))
    whole = make(folder, to=tmp_path / "whole.bilat")

    killed_at(folder, record, step, nth, root)
    expected = whole if step == "replaced" else before
    assert look(record, lambda r: (r.digest, len(r))) == (expected.digest, expected.documents)

    reads = Reads()
    after = make(folder, to=record, progress=reads)
    assert (after.digest, after.documents) == (whole.digest, 12)
    assert look(record, lambda r: r.digest) == whole.digest
    assert reads.files <= left
    assert [p.name for p in tmp_path.iterdir() if "building" in p.name] == []


def test_a_first_build_that_was_killed_goes_on_too(tmp_path: Path, root: Path):
    folder, record = archive(tmp_path / "a", 12), tmp_path / "r.bilat"
    killed_at(folder, record, "closed", 1, root)
    assert not record.exists()
    reads = Reads()
    report = make(folder, to=record, progress=reads)
    assert (report.documents, reads.files) == (12, 0)


def test_files_that_change_after_a_crash_are_read_as_they_are_now(tmp_path: Path, root: Path):
    folder, record = archive(tmp_path / "a", 12), tmp_path / "r.bilat"
    killed_at(folder, record, "closed", 1, root)
    (folder / "1.note").write_text(note("换了"))
    (folder / "2.note").unlink()
    assert make(folder, to=record).digest == make(folder, to=tmp_path / "anew").digest


def test_a_crashed_build_of_other_paths_leaves_nothing_in_this_one(tmp_path: Path, root: Path):
    record = tmp_path / "r.bilat"
    killed_at(archive(tmp_path / "a", 12), record, "closed", 1, root)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.note").write_text(note("另一篇"))
    assert make(tmp_path / "b", to=record).documents == 1


@pytest.mark.parametrize("damage", ["short", "words", "pages"])
def test_what_is_left_of_a_build_and_damaged_is_thrown_away(tmp_path: Path, root: Path, damage: str):
    folder, record = archive(tmp_path / "a", 12), tmp_path / "r.bilat"
    killed_at(folder, record, "closed", 1, root)
    left = record.with_name("r.bilat.building")
    content = bytearray(left.read_bytes())
    if damage == "short":
        content = content[: len(content) // 2]
    elif damage == "words":
        content = bytearray(b"words " * 2000)
    else:
        content[8192:] = b"\xa5" * len(content[8192:])
    _ = left.write_bytes(content)
    assert make(folder, to=record).documents == 12
    assert look(record, len) == 12


def test_an_interrupted_build_ends_clean_and_the_next_one_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(flow, "_BATCH_CHARACTERS", 60)
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    before = make(folder, to=record)
    _ = archive(tmp_path / "a", 12)

    def interrupt(name: str) -> None:
        if name == "committed":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _ = make(folder, to=record, step=interrupt)
    assert look(record, lambda r: r.digest) == before.digest
    assert not record.with_name("r.bilat.lock").exists()
    reads = Reads()
    assert make(folder, to=record, progress=reads).new < 9
    assert reads.files < 12


def test_ctrl_c_stops_all_processes_and_leaves_the_record_whole(tmp_path: Path, root: Path):
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    before = make(folder, to=record)
    _ = archive(tmp_path / "a", 30)
    code = textwrap.dedent("""
        import os, signal, sys
        from bilat.build import build, flow, work
        if __name__ == "__main__":
            work._ALONE, work._TASK_FILES, flow._BATCH_CHARACTERS = 0, 1, 60
            def step(name):
                if name == "committed":
                    os.killpg(0, signal.SIGINT)
            try:
                build([sys.argv[1]], sys.argv[2], workers=2, plugins={plugins!r}, step=step)
            except KeyboardInterrupt:
                print("stopped")
    """).format(plugins=PLUGINS)
    script = tmp_path / "script.py"
    script.write_text(code)
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, script, folder, record],
        start_new_session=True,
        env=environment,
        timeout=60,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "stopped\n", "")
    assert look(record, lambda r: r.digest) == before.digest


def test_a_script_without_a_main_guard_is_told_what_to_do(tmp_path: Path, root: Path):
    folder = archive(tmp_path / "a", 6)
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(f"""
        import sys
        from bilat.build import build, work
        work._ALONE = 0
        build([{str(folder)!r}], {str(tmp_path / "r")!r}, workers=2, plugins={PLUGINS!r})
        """)
    )
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, script], env=environment, timeout=60, capture_output=True, text=True, check=False
    )
    assert "worker process ended early" in done.stderr
    assert 'if __name__ == "__main__"' in done.stderr


def test_a_full_disk_is_told_and_the_record_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(flow, "_BATCH_CHARACTERS", 60)
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    before = make(folder, to=record)
    _ = archive(tmp_path / "a", 40)
    real = writing.prepare

    def small_disk(connection: sqlite3.Connection) -> None:
        real(connection)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        _ = connection.execute(f"PRAGMA max_page_count = {pages + 2}").fetchall()

    with monkeypatch.context() as full:
        full.setattr(writing, "prepare", small_disk)
        with pytest.raises(StoreError, match="no space left to write; what was kept before is whole"):
            _ = make(folder, to=record)
    assert look(record, lambda r: r.digest) == before.digest
    assert make(folder, to=record).documents == 40


def test_a_disk_that_is_full_when_the_copy_is_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    before = make(folder, to=record)
    _ = archive(tmp_path / "a", 4)

    def no_space(_from: Path, to: Path) -> None:
        to.write_bytes(b"SQLite format 3\x00")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(copy_file, "copy_file", no_space)
        with pytest.raises(StoreError, match="No space left on device"):
            _ = make(folder, to=record)
    assert look(record, lambda r: r.digest) == before.digest
    assert make(folder, to=record).documents == 4


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path):
    record = tmp_path / "r.bilat"
    with building(record), pytest.raises(StoreError, match="another build of it is running"):
        _ = make(archive(tmp_path / "a"), to=record)
    assert make(tmp_path / "a", to=record).documents == 8


def test_a_lock_file_left_behind_locks_nothing(tmp_path: Path):
    record = tmp_path / "r.bilat"
    record.with_name("r.bilat.lock").touch()
    assert make(archive(tmp_path / "a"), to=record).documents == 8
    assert not record.with_name("r.bilat.lock").exists()


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path):
    with pytest.raises(StoreError, match="there is no folder"):
        _ = make(archive(tmp_path / "a"), to=tmp_path / "none" / "r.bilat")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that not even root can write to")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    with pytest.raises(StoreError, match="cannot be written"):
        _ = make(archive(tmp_path / "a"), to=Path("/proc/self/r.bilat"))


def test_the_old_record_can_be_read_while_a_new_one_is_made(tmp_path: Path):
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    _ = make(folder, to=record)
    _ = archive(tmp_path / "a", 6)
    counts: list[int] = []

    def count(_step: str) -> None:
        counts.append(look(record, len))

    with open_record(record) as old:
        report = make(folder, to=record, step=count)
        assert len(old) == 3
        assert old.verify().ok
    assert report.documents == 6
    assert counts[:-1] == [3] * (len(counts) - 1)
    assert counts[-1] == 6


def test_a_new_record_that_is_damaged_does_not_take_the_old_ones_place(tmp_path: Path):
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    before = make(folder, to=record)
    _ = archive(tmp_path / "a", 4)

    def spoil(name: str) -> None:
        if name == "completed":
            db = sqlite3.connect(record.with_name("r.bilat.building"))
            _ = db.execute("UPDATE evidence SET quote = 'x' WHERE telling = (SELECT max(telling) FROM tellings)")
            db.commit()
            db.close()

    with pytest.raises(StoreError, match="the new record is damaged: tellings"):
        _ = make(folder, to=record, step=spoil)
    assert look(record, lambda r: r.digest) == before.digest
    assert make(folder, to=record).documents == 4
