"""Paths as given → the files to read: files, folders with all below them, patterns, addresses on object
storage, `-` for standard input.

Files come in the order of the paths given, those of a folder sorted by name, hidden ones left out; nothing is opened.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from bilat import remote
from bilat.model import Failure
from bilat.readers.base import STDIN, InputFile


def list_inputs(paths: Iterable[str | Path]) -> Iterator[InputFile | Failure]:
    """The files to read; a Failure for each path that leads to none."""
    for path in paths:
        yield from _below(str(path))


def _below(path: str) -> Iterator[InputFile | Failure]:
    if path == STDIN:
        yield InputFile(STDIN)
        return
    if remote.is_remote(path):
        yield from _remote(path)
        return
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except FileNotFoundError:
        yield from _pattern(path)
        return
    except (OSError, ValueError) as error:
        yield Failure(path, reason_of(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield InputFile(path)
    else:
        yield Failure(path, "neither a file nor a folder")


def _remote(path: str) -> Iterator[InputFile | Failure]:
    try:
        for found in remote.list_files(path):
            yield InputFile(found.path, (found.size, found.mtime_ns))
    except FileNotFoundError:
        yield Failure(path, "no file matches" if has_magic(path) else "no such file or folder")
    except OSError as error:
        yield Failure(path, reason_of(error))


def _pattern(path: str) -> Iterator[InputFile | Failure]:
    found = False
    if has_magic(path):
        for match in sorted(glob(path, recursive=True)):  # noqa: PTH207  Path.glob takes no absolute patterns
            if Path(match).is_file():
                found = True
                yield InputFile(match)
    if not found:
        yield Failure(path, "no file matches" if has_magic(path) else "no such file or folder")


def _folder(path: str) -> Iterator[InputFile | Failure]:
    found = False
    trouble: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=trouble.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if name.startswith("."):
                continue
            whole = os.path.join(folder, name)  # noqa: PTH118  a Path a file costs more than reading its date
            if os.path.isfile(whole) or _leads_nowhere(whole):  # noqa: PTH113
                found = True
                yield InputFile(whole)
        yield from (Failure(str(error.filename), reason_of(error)) for error in trouble)
        found = found or bool(trouble)
        trouble.clear()
    yield from (Failure(str(error.filename), reason_of(error)) for error in trouble)
    if not found and not trouble:
        yield Failure(path, "no articles: the folder holds no files")


def _leads_nowhere(path: str) -> bool:
    """Whether a path is a link whose target is not there, which has to be told."""
    return os.path.islink(path) and not os.path.exists(path)  # noqa: PTH110, PTH114


def reason_of(error: OSError | ValueError) -> str:
    """One line for a person on why a file cannot be opened or read."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "no longer there"
    if isinstance(error, IsADirectoryError):
        return "a folder, not a file"
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or error}"
    return "not a usable path: it holds a NUL character" if "null" in str(error) else f"not a usable path: {error}"
