"""Others at the same record at the same time, and clocks that go wrong."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bilat.build import flow
from bilat.record import open_record
from tests.build.notes import PLUGINS, Reads, archive, look, make, note

DAYS = 10**9 * 86400


@pytest.mark.parametrize("seconds", [-4 * 10**9, -1, 0, 10**9, 4 * 10**9, 10**10])
def test_a_file_whose_time_went_back_or_ahead_is_read_again_when_it_changed(tmp_path: Path, seconds: int):
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    _ = make(folder, to=record)
    path = folder / "2.note"
    size = path.stat().st_size
    path.write_text(path.read_text().replace("张三", "王五"))
    assert path.stat().st_size == size
    try:
        os.utime(path, ns=(0, seconds * 10**9))
    except OSError:
        pytest.skip("a time that this file system does not have")
    reads = Reads()
    report = make(folder, to=record, progress=reads)
    assert reads.files == 1
    assert report.digest == make(folder, to=tmp_path / "anew").digest


def test_the_same_size_and_time_is_found_out_by_rehash_only(tmp_path: Path):
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    before = make(folder, to=record).digest
    path = folder / "2.note"
    then = path.stat().st_mtime_ns
    path.write_text(path.read_text().replace("张三", "王五"))
    os.utime(path, ns=(then, then))
    assert make(folder, to=record).digest == before
    assert make(folder, to=record, rehash=True).digest == make(folder, to=tmp_path / "anew").digest


def test_a_record_with_a_time_in_the_future_is_gone_on_from(tmp_path: Path):
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    _ = make(folder, to=record)
    os.utime(record, ns=(0, 20_000 * DAYS))
    _ = archive(folder, 4)
    assert make(folder, to=record).documents == 4


def test_many_builds_at_once_are_one_and_the_others_are_told(tmp_path: Path, root: Path):
    folder, record = archive(tmp_path / "a", 12), tmp_path / "r.bilat"
    code = (
        "import sys; from bilat.build import build; from bilat.errors import StoreError\n"
        f"try: print(build([sys.argv[1]], sys.argv[2], workers=1, plugins={PLUGINS!r}).digest)\n"
        "except StoreError as err: print(err)"
    )
    builds = [
        subprocess.Popen([sys.executable, "-c", code, folder, record], cwd=root, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    said = {line.strip() for build in builds for line in [build.communicate()[0]]}
    whole = make(folder, to=tmp_path / "anew").digest
    assert said - {whole} <= {f"{record}: another build of it is running; wait for it, or stop it"}
    assert look(record, lambda r: r.digest) == whole
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("r.")] == ["r.bilat"]


def test_readers_see_the_old_record_whole_and_then_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(flow, "_BATCH_CHARACTERS", 60)
    folder, record = archive(tmp_path / "a", 2), tmp_path / "r.bilat"
    known = {make(folder, to=record).digest}
    seen: list[str] = []
    wrong: list[object] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            with open_record(record) as opened:
                before, events = opened.digest, len(list(opened.events()))
                seen.append(before)
                if not opened.verify().ok or (opened.digest, len(list(opened.events()))) != (before, events):
                    wrong.append(before)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for count in range(3, 9):
        (folder / "1.note").write_text(note(f"第{count}次\n张三(CN)会见李四(VN)"))
        known.add(make(archive(folder / f"{count}", 1).parent, to=record).digest)
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert set(seen) <= known
    assert len(set(seen)) > 1
