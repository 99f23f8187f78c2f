"""Paths, and the files a record knows → what has to be read, what stays, what goes."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from glob import has_magic
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from bilat import remote
from bilat.model import Failure
from bilat.readers import InputFile, list_inputs

if TYPE_CHECKING:  # a record, and its database, only when one is kept
    from bilat.record import FileState

_MAGIC: Final = re.compile(r"[*?[]")
"""Where a pattern begins to be one; see `glob.has_magic`."""


TAKEN: Final = "~"
"""Behind the rules by which a file was read, when its documents were read closely as a record kept them, because the
file was gone: should it come back, it is read again."""


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


class Known(Protocol):
    """The files that a record knows, by their full paths."""

    def get(self, path: str) -> FileState | None:
        """The file of this path."""
        ...

    def under(self, start: str) -> Iterable[FileState]:
        """Those whose paths begin so, in order of paths."""
        ...

    def by_others(self, made_by: str) -> Iterable[FileState]:
        """Those that were read with other rules, in order of paths."""
        ...


@dataclass(slots=True)
class Plan:
    """`read` in the order of the paths; `removed` are full paths of files that are gone from where they were looked
    for; `kept` are others that are gone, or were streams, and were read by other rules; `failures` are paths that lead
    nowhere."""

    read: list[Input] = field(default_factory=list[Input])
    removed: list[str] = field(default_factory=list[str])
    kept: list[FileState] = field(default_factory=list["FileState"])
    failures: list[Failure] = field(default_factory=list[Failure])

    @property
    def is_empty(self) -> bool:
        return not self.read and not self.removed and not self.kept


def make_plan(
    paths: Iterable[str | Path], known: Known | None, form: str, made_by: str, *, rehash: bool = False
) -> Plan:
    """Compares size and time of each file with those kept; with `rehash` every file is read again and its bytes are
    compared. A known file that is gone is removed only when it lies in a folder, or fits a pattern, that was given (not
    when that folder is empty: a disk may be gone, with all that it holds):
    files of other builds stay, and are not looked at unless they were read by other rules. A path given by name that
    leads nowhere is a failure, and what was kept of it stays."""
    given = [str(path) for path in paths]
    plan = Plan()
    listed: dict[str, Input] = {}
    for found in list_inputs(given):
        if isinstance(found, Failure):
            plan.failures.append(found)
        else:
            file = _input(found, form)
            _ = listed.setdefault(file.path, file)
    if known is None:
        plan.read.extend(listed.values())
        return plan
    for path, file in listed.items():
        state = known.get(path)
        if state is None or (state.form, state.made_by) != (form, made_by):
            plan.read.append(file)
        elif (state.size, state.mtime_ns) != (file.size, file.mtime_ns) or rehash:
            plan.read.append(file._replace(known=state.hash))
    covered: dict[str, FileState] = {}
    for root in given:
        missed = {state.path: state for state in _covered(root, known) if state.path not in listed}
        if missed and _is_empty(root):
            plan.failures.append(Failure(root, "an empty folder: is its disk there? What was read from it stays"))
        else:
            covered |= missed
    for state in covered.values():
        _unlisted(state, plan, made_by, covered=True)
    for state in known.by_others(made_by):
        if state.path not in listed and state.path not in covered:
            _unlisted(state, plan, made_by, covered=False)
    return plan


def _input(found: InputFile, form: str) -> Input:
    if found.path == "-":
        return Input("-", "-", -1, -1, form)
    path = full(found.path)
    if found.state is not None:
        return Input(found.path, path, *found.state, form)
    try:
        is_ = os.stat(path)  # noqa: PTH116  a Path a file costs more than asking for its size
    except OSError:
        return Input(found.path, path, 0, -1, form)  # reading it will tell why
    if not stat.S_ISREG(is_.st_mode):
        return Input(found.path, path, -1, -1, form)
    given = path if path == found.path else found.path  # one text for both: a list of files is mostly paths
    return Input(given, path, is_.st_size, time_of(is_), form)


def _unlisted(state: FileState, plan: Plan, made_by: str, *, covered: bool) -> None:
    """A file that the record knows and no path led to; `covered` when it lies where something was given."""
    path = state.path
    if remote.is_remote(path):
        _unlisted_remote(state, plan, made_by, covered=covered)
        return
    is_ = _stat(path)
    if is_ is None and covered:
        plan.removed.append(path)
    elif is_ is None and state.made_by not in (made_by, made_by + TAKEN):
        plan.kept.append(state)
    elif is_ is not None and state.made_by != made_by:
        plan.read.append(Input(path, path, is_.st_size, time_of(is_), state.form))


def _is_empty(root: str) -> bool:
    """Whether a path is a folder with nothing in it: where a disk is mounted, one that is not."""
    try:
        return not os.listdir(root)  # noqa: PTH208 -- a path may be no folder, and no text
    except (OSError, ValueError):
        return False


def time_of(is_: os.stat_result) -> int:
    """The time of a file in nanoseconds, as a record keeps it: what is beyond 64 bits (a clock in the year 2286) is
    brought within, and -1, which stands for no time, is another."""
    time = is_.st_mtime_ns
    return -2 if time == -1 else time if -(2**63) <= time < 2**63 else time % 2**63


def _stat(path: str) -> os.stat_result | None:
    """What the system knows of a file; None where there is none (any more), and of a stream."""
    try:
        return None if path.startswith("-") else Path(path).stat()
    except OSError:
        return None


def _unlisted_remote(state: FileState, plan: Plan, made_by: str, *, covered: bool) -> None:
    """As above, on object storage: only what the storage says is gone leaves the record."""
    try:
        is_ = remote.state(state.path)
    except FileNotFoundError:
        if covered:
            plan.removed.append(state.path)
        elif state.made_by not in (made_by, made_by + TAKEN):
            plan.kept.append(state)
        return
    except OSError as err:
        plan.failures.append(Failure(state.path, f"cannot be looked at, what was read of it stays: {err}"))
        return
    if state.made_by != made_by:
        plan.read.append(Input(state.path, state.path, is_.size, is_.mtime_ns, state.form))


def full(path: str | Path) -> str:
    """The path by which a record knows a file: from the root, links as they are; an address as it is."""
    if remote.is_remote(str(path)):
        return str(path)
    return os.path.abspath(path)  # noqa: PTH100 -- `resolve` would follow links, `absolute` leaves `..` in


def _covered(root: str, known: Known) -> Iterator[FileState]:
    """The known files that lie in a folder, or fit a pattern."""
    whole = full(root)
    if remote.is_remote(whole):
        start = _MAGIC.split(whole, maxsplit=1)[0] if has_magic(whole) else whole.rstrip("/") + "/"
        yield from (s for s in known.under(start) if not has_magic(whole) or remote.fits(s.path, whole))
        return
    if Path(whole).is_dir():
        yield from known.under(whole.rstrip(os.sep) + os.sep)
    elif has_magic(root):
        start = _MAGIC.split(whole, maxsplit=1)[0]
        yield from (state for state in known.under(start) if fnmatch(state.path, whole))
