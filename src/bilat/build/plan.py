"""Paths, and the files a record knows → what has to be read, what stays, what goes."""

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from glob import has_magic
from pathlib import Path
from typing import NamedTuple

from bilat.model import Failure
from bilat.readers import InputFile, list_inputs
from bilat.record import FileState


class Input(NamedTuple):
    """A file to read: its path as given (for messages) and in full (by which a record knows it), its size and time,
    and the hash it had when it was read before with the same rules, if it was. A stream has size -1 and no time."""

    given: str
    path: str
    size: int
    mtime_ns: int
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
    paths: Iterable[str | Path], known: Mapping[str, FileState], made_by: str, *, rehash: bool = False
) -> Plan:
    """Compares size and time of each file with those kept; with `rehash` every file is read again and its bytes are
    compared. A known file that is gone is removed only when it lies in a folder, or fits a pattern, that was given:
    files of other builds stay. A path given by name that leads nowhere is a failure, and what was kept stays."""
    given = [str(path) for path in paths]
    plan = Plan()
    listed: set[str] = set()
    for found in list_inputs(given):
        if isinstance(found, Failure):
            plan.failures.append(found)
        else:
            _place(found, plan, listed, known, made_by, rehash=rehash)
    for path, state in known.items():
        if path not in listed and not path.startswith("-"):
            _unlisted(path, state, plan, made_by, given)
    return plan


def _place(
    found: InputFile,
    plan: Plan,
    listed: set[str],
    known: Mapping[str, FileState],
    made_by: str,
    *,
    rehash: bool,
) -> None:
    if found.path == "-":
        plan.read.append(Input("-", "-", -1, -1))
        return
    path = full(found.path)
    if path in listed:
        return
    listed.add(path)
    try:
        is_ = Path(path).stat()
    except OSError:
        plan.read.append(Input(found.path, path, 0, -1))  # reading it will tell why
        return
    if not stat.S_ISREG(is_.st_mode):
        plan.read.append(Input(found.path, path, -1, -1))
        return
    state = known.get(path)
    same_rules = state is not None and state.made_by == made_by
    if (
        same_rules
        and not rehash
        and state is not None
        and (state.size, state.mtime_ns) == (is_.st_size, is_.st_mtime_ns)
    ):
        plan.unchanged.append(path)
    else:
        hash_ = state.hash if state is not None and same_rules else ""
        plan.read.append(Input(found.path, path, is_.st_size, is_.st_mtime_ns, hash_))


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
        plan.read.append(Input(path, path, is_.st_size, is_.st_mtime_ns))
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
