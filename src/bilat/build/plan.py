"""Paths, and the files a record knows → what has to be read, what stays, what goes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from glob import has_magic
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bilat.model import Failure
from bilat.readers import InputFile, list_inputs

if TYPE_CHECKING:  # a record, and its database, only when one is kept
    from bilat.record import FileState


class Input(NamedTuple):
    """A file to read: its path as given (for messages) and in full (by which a record knows it), its size and time,
    the form it is said to have, and the hash it had when it was read before with the same rules, if it was. A stream
    has size -1 and no time."""

    given: str
    path: str
    size: int
    mtime_ns: int
    form: str = ""
    known: str = ""

    @property
    def is_stream(self) -> bool:
        return self.size < 0


@dataclass(slots=True)
class Plan:
    """`read` in the order of the paths; `unchanged` are full paths that stay as they are, `removed` those that are
    gone; `failures` are paths that lead nowhere."""

    read: list[Input] = field(default_factory=list[Input])
    unchanged: list[str] = field(default_factory=list[str])
    removed: list[str] = field(default_factory=list[str])
    failures: list[Failure] = field(default_factory=list[Failure])

    @property
    def is_empty(self) -> bool:
        return not self.read and not self.removed


def make_plan(
    paths: Iterable[str | Path], known: Mapping[str, FileState], form: str, made_by: str, *, rehash: bool = False
) -> Plan:
    """Compares size and time of each file with those kept; with `rehash` every file is read again and its bytes are
    compared. A known file that is gone is removed only when it lies in a folder, or fits a pattern, that was given:
    files of other builds stay. A path given by name that leads nowhere is a failure, and what was kept stays."""
    given = [str(path) for path in paths]
    plan = Plan()
    listed: dict[str, Input] = {}
    for found in list_inputs(given):
        if isinstance(found, Failure):
            plan.failures.append(found)
        else:
            file = _input(found, form)
            _ = listed.setdefault(file.path, file)
    for path, file in listed.items():
        state = known.get(path)
        if state is None or (state.form, state.made_by) != (form, made_by):
            plan.read.append(file)
        elif (state.size, state.mtime_ns) == (file.size, file.mtime_ns) and not rehash:
            plan.unchanged.append(path)
        else:
            plan.read.append(file._replace(known=state.hash))
    for path, state in known.items():
        if path not in listed and not path.startswith("-"):
            _unlisted(path, state, plan, made_by, given)
    return plan


def _input(found: InputFile, form: str) -> Input:
    if found.path == "-":
        return Input("-", "-", -1, -1, form)
    path = full(found.path)
    try:
        is_ = os.stat(path)  # noqa: PTH116  a Path a file costs more than asking for its size
    except OSError:
        return Input(found.path, path, 0, -1, form)  # reading it will tell why
    if not stat.S_ISREG(is_.st_mode):
        return Input(found.path, path, -1, -1, form)
    return Input(found.path, path, is_.st_size, is_.st_mtime_ns, form)


def _unlisted(path: str, state: FileState, plan: Plan, made_by: str, given: list[str]) -> None:
    """A file that the record knows and no path led to."""
    try:
        is_ = Path(path).stat()
    except OSError:
        if any(_covers(root, path) for root in given):
            plan.removed.append(path)
        elif state.made_by != made_by:
            plan.failures.append(Failure(path, "no longer there; kept as an earlier version of bilat read it"))
        else:
            plan.unchanged.append(path)
        return
    if state.made_by != made_by:
        plan.read.append(Input(path, path, is_.st_size, is_.st_mtime_ns, state.form))
    else:
        plan.unchanged.append(path)


def full(path: str | Path) -> str:
    """The path by which a record knows a file: from the root, links as they are."""
    return os.path.abspath(path)  # noqa: PTH100 -- `resolve` would follow links, `absolute` leaves `..` in


def _covers(root: str, path: str) -> bool:
    whole = full(root)
    if Path(whole).is_dir():
        return path.startswith(whole.rstrip(os.sep) + os.sep)
    return has_magic(root) and fnmatch(path, whole)
