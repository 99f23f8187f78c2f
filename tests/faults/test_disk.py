"""A disk that is full, read only or gone: one line tells so, and what was kept is as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.notes import PLUGINS, archive, look, make
from tests.faults import killing

ALL = os.environ.get("FAULTS") == "all"
WORKS = ["decide", "keep", "export", "build", *(["folder", "migrate", "mend"] if ALL else [])]


def alone(root: Path, *command: object) -> str:
    """What a program of its own prints: it mounts, or limits itself."""
    done = subprocess.run(
        [sys.executable, *map(str, command)], cwd=root, capture_output=True, text=True, check=False, timeout=600
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.mark.skipif(not killing.ABLE, reason="needs to mount, as Linux lets root do")
@pytest.mark.parametrize("work", WORKS)
def test_a_full_disk_costs_nothing_that_was_kept(tmp_path: Path, root: Path, work: str):
    printed = alone(root, "-m", "tests.faults.full", work, tmp_path)
    if printed == "unable":
        pytest.skip("cannot mount a small disk here")
    assert int(printed) > 0


LIMITED = f"""
import resource, sys
from pathlib import Path
from bilat.build import build
from bilat.errors import StoreError
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    build([sys.argv[1]], sys.argv[2], workers=1, plugins={PLUGINS!r})
except StoreError as err:
    print(err)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_file_that_may_not_grow_is_told_and_the_record_stays(tmp_path: Path, root: Path):
    record = tmp_path / "r.bilat"
    before = make(archive(tmp_path / "a", 3), to=record)
    _ = archive(tmp_path / "a", 6)
    printed = alone(root, "-c", LIMITED, tmp_path / "a", record)
    assert str(record) in printed
    assert "\n" not in printed
    assert look(record, lambda r: r.digest) == before.digest
    assert make(tmp_path / "a", to=record).documents == 6


GONE = f"""
import ctypes, os, shutil, sys
from pathlib import Path
from bilat.build import build
from bilat.errors import StoreError
from bilat.record import open_record
from tests.faults.full import mounted
folder = Path(sys.argv[1])
disk, place = folder / "disk", folder / "place"
disk.mkdir()
place.mkdir()
libc = ctypes.CDLL(None)
if not mounted(disk) or libc.mount(os.fsencode(disk), os.fsencode(place), None, 0x1000, None):
    print("unable")
    raise SystemExit
record = place / "r.bilat"
notes = folder / "notes"
before = build([notes / "1.note"], record, workers=1, plugins={PLUGINS!r}).digest
def step(name):
    if name == sys.argv[2]:
        libc.umount2(os.fsencode(place), 2)
try:
    build([notes], record, workers=1, plugins={PLUGINS!r}, step=step)
    print("built")
except StoreError as err:
    print(err)
with open_record(disk / "r.bilat") as left:
    assert left.digest == before, "changed"
libc.mount(os.fsencode(disk), os.fsencode(place), None, 0x1000, None)
assert build([notes], record, workers=1, plugins={PLUGINS!r}).documents == 6
"""


@pytest.mark.skipif(not killing.ABLE, reason="needs to mount, as Linux lets root do")
@pytest.mark.parametrize("step", ["opened", "closed"])
def test_a_disk_that_goes_in_the_middle_of_a_build_has_the_old_record_when_it_is_back(
    tmp_path: Path, root: Path, step: str
):
    _ = archive(tmp_path / "notes", 6)
    printed = alone(root, "-c", GONE, tmp_path, step)
    if printed == "unable":
        pytest.skip("cannot mount a small disk here")
    assert str(tmp_path / "place" / "r.bilat") in printed
    assert "\n" not in printed


def test_articles_on_a_disk_that_is_gone_stay_in_the_record(tmp_path: Path):
    """A place where a disk is not mounted is an empty folder."""
    folder, record = archive(tmp_path / "a", 3), tmp_path / "r.bilat"
    before = make(folder, to=record)
    for path in folder.iterdir():
        path.unlink()
    report = make(folder, to=record)
    assert (report.digest, report.documents) == (before.digest, 3)
    assert (str(folder), "an empty folder: ") in {(failure.path, failure.reason[:17]) for failure in report.failures}
    (folder / "a").touch()
    assert make(folder, to=record).documents == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [("timeline", "--jsonl"), ("verify",), ("export", "--format", "graphml", "-o", "-")])
def test_output_that_cannot_be_written_is_one_line(tmp_path: Path, root: Path, words: tuple[str, ...]):
    record = tmp_path / "r.bilat"
    _ = make(archive(tmp_path / "a", 3), to=record)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bilat", *words, "-r", record],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=root,
        )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "No space left" in done.stderr


READ_ONLY = f"""
import ctypes, os, sys
from pathlib import Path
from bilat.build import build
from bilat.errors import StoreError
from bilat.record import open_record
from tests.faults.full import mounted
folder = Path(sys.argv[1])
disk = folder / "disk"
disk.mkdir()
if not mounted(disk):
    print("unable")
    raise SystemExit
record = disk / "r.bilat"
before = build([folder / "notes" / "1.note"], record, workers=1, plugins={PLUGINS!r}).digest
assert not ctypes.CDLL(None).mount(None, os.fsencode(disk), None, 0x20 | 0x1, None)
try:
    build([folder / "notes"], record, workers=1, plugins={PLUGINS!r})
except StoreError as err:
    print(err)
with open_record(record) as kept:
    assert (kept.digest, kept.verify().ok) == (before, True)
"""


@pytest.mark.skipif(not killing.ABLE, reason="needs to mount, as Linux lets root do")
def test_a_record_on_a_disk_that_is_read_only_can_be_read_and_is_not_built(tmp_path: Path, root: Path):
    _ = archive(tmp_path / "notes", 3)
    printed = alone(root, "-c", READ_ONLY, tmp_path)
    if printed == "unable":
        pytest.skip("cannot mount a small disk here")
    assert printed.startswith(f"{tmp_path}/disk/r.bilat: cannot be written: Read-only file system")
    assert "\n" not in printed
