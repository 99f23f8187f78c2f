"""What is read and what goes is told by the files under the paths that were given; others are not looked at."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bilat.build.copy_file import copy_file, copying
from bilat.build.plan import make_plan
from bilat.record import FileState


class Kept:
    """Files that a record knows."""

    def __init__(self, *states: FileState) -> None:
        self._states = {state.path: state for state in states}

    def get(self, path: str) -> FileState | None:
        return self._states.get(path)

    def under(self, start: str) -> Iterator[FileState]:
        return (state for path, state in sorted(self._states.items()) if path.startswith(start))

    def by_others(self, made_by: str) -> Iterator[FileState]:
        return (state for _, state in sorted(self._states.items()) if state.made_by != made_by)


class Hidden(Kept):
    """The same, where it may not be asked for all."""

    def under(self, start: str) -> Iterator[FileState]:
        pytest.fail(f"asked for what lies under {start}")


def state(path: Path, made_by: str = "v1") -> FileState:
    return FileState(str(path), 1, 1, "h", "", made_by)


def test_files_of_other_folders_are_not_looked_at(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "new.note").touch()
    known = Kept(state(tmp_path / "a" / "gone.note"), state(tmp_path / "b" / "gone.note"))
    plan = make_plan([tmp_path / "a"], known, "", "v1")
    assert plan.removed == [str(tmp_path / "a" / "gone.note")]
    kept = make_plan([tmp_path / "a"], known, "", "v2").kept
    assert [state.path for state in kept] == [str(tmp_path / "b" / "gone.note")]


def test_a_file_that_is_given_by_name_asks_for_itself_only(tmp_path: Path):
    path = tmp_path / "1.note"
    path.write_text("x")
    known = Hidden(state(path), state(tmp_path / "2.note"))
    assert [file.path for file in make_plan([path], known, "", "v1").read] == [str(path)]


@pytest.mark.parametrize("able", [True, False])
def test_a_copy_has_the_bytes_of_its_source_whatever_the_system_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, able: bool
):
    def unable(_from: int, _to: int, _size: int) -> int:
        raise OSError(18, "Invalid cross-device link")

    content = os.urandom(300_000)
    (tmp_path / "a").write_bytes(content)
    (tmp_path / "b").write_bytes(b"x" * 400_000)
    if not able:
        monkeypatch.setattr(os, "copy_file_range", unable, raising=False)
    copy_file(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == content


def test_a_copy_is_there_when_what_was_done_meanwhile_is_done_and_an_error_is_told(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"abc")
    with copying(tmp_path / "a", tmp_path / "b"):
        done = True
    assert done
    assert (tmp_path / "b").read_bytes() == b"abc"
    with pytest.raises(FileNotFoundError), copying(tmp_path / "none", tmp_path / "c"):
        pass
    with pytest.raises(ZeroDivisionError), copying(tmp_path / "a", tmp_path / "d"):
        _ = 1 / 0
    assert (tmp_path / "d").read_bytes() == b"abc"


def test_a_system_without_such_a_call_copies_the_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(os, "copy_file_range", raising=False)
    (tmp_path / "a").write_bytes(b"abc")
    copy_file(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"abc"
