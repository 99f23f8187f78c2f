"""Files on object storage, by address (`s3://bucket/key`), through fsspec and the packages that it finds.

Where a storage gives a tag for the content of an object (ETag), a number made of it stands in the place of the file's
time: of two writes in one second both would have the same.
"""

import re
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from fnmatch import fnmatch
from glob import has_magic
from hashlib import blake2b
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple, cast

from bilat.errors import UsageError

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_TAGS: Final = ("ETag", "etag", "e_tag", "md5Hash", "checksum")
_TIMES: Final = ("LastModified", "last_modified", "mtime", "updated", "created")


class State(NamedTuple):
    """An object that is there: its address, size in bytes, and the number that changes with it (-1 for none)."""

    path: str
    size: int
    mtime_ns: int


def is_remote(path: str) -> bool:
    """Whether this is an address rather than the path of a file."""
    return _ADDRESS.match(path) is not None


def list_files(root: str) -> list[State]:
    """The objects under a prefix, or that fit a pattern, sorted by address, hidden ones left out; the one object when
    the address is its own. Raises FileNotFoundError when there is none, OSError when the storage does not answer."""
    storage, path = _storage(root)
    with _answering(root):
        storage.invalidate_cache()
        if has_magic(root):
            found = cast("dict[str, Any]", storage.glob(path, detail=True))
            found = {name: info for name, info in found.items() if info["type"] == "file"}
        else:
            found = cast("dict[str, Any]", storage.find(path, detail=True))
    states = sorted(_state(storage.unstrip_protocol(name), info) for name, info in found.items())
    shown = [state for state in states if not any(p.startswith(".") for p in state.path[len(root) :].split("/"))]
    if not shown:
        raise FileNotFoundError(root)
    return shown


def fits(path: str, pattern: str) -> bool:
    """Whether an address fits a pattern."""
    return fnmatch(path, pattern)


def state(path: str) -> State:
    """The object at an address, as it is now. Raises FileNotFoundError, or OSError when the storage does not answer."""
    storage, inside = _storage(path)
    with _answering(path):
        storage.invalidate_cache()
        return _state(path, storage.info(inside))


_fetched: dict[str, bytes] = {}


def fetch(path: str) -> bytes:
    """The bytes of a small object, which `open_read` gives once more without asking for them again."""
    storage, inside = _storage(path)
    with _answering(path):
        _fetched[path] = data = cast("bytes", storage.cat_file(inside))
    return data


def forget() -> None:
    """Lets go of what was fetched and not opened."""
    _fetched.clear()


def open_read(path: str) -> BinaryIO:
    """An object as a stream of bytes."""
    if path in _fetched:
        return BytesIO(_fetched.pop(path))
    storage, inside = _storage(path)
    with _answering(path):
        return cast("BinaryIO", storage.open(inside, "rb"))


def write(path: str, data: bytes) -> None:
    """Puts an object in its place, whole or not at all."""
    storage, inside = _storage(path)
    with _answering(path):
        storage.pipe_file(inside, data)


def put(path: str, file: Path) -> None:
    """Puts what a file holds in the place of an object, piece by piece, whole or not at all."""
    storage, inside = _storage(path)
    with _answering(path):
        storage.put_file(str(file), inside)


def remove(path: str) -> None:
    """Removes an object."""
    storage, inside = _storage(path)
    with _answering(path):
        storage.rm_file(inside)


def _storage(path: str) -> tuple[Any, str]:
    try:
        core: Any = import_module("fsspec.core")
        return core.url_to_fs(path)
    except ModuleNotFoundError as err:
        raise UsageError(f'{path} needs {err.name}: pip install "bilat[remote]"') from err
    except (ImportError, ValueError) as err:
        raise UsageError(f'{path}: {err} (pip install "bilat[remote]" brings s3://)') from err


@contextmanager
def _answering(path: str) -> Generator[None]:
    """What goes wrong on the way becomes an OSError in one line."""
    try:
        yield
    except OSError:
        raise
    except Exception as err:
        if type(err).__module__.split(".")[0] in {"builtins", "bilat"}:
            raise
        msg = f"{path}: {' '.join(str(err).split())}"
        raise OSError(msg) from err


def _state(path: str, info: dict[str, Any]) -> State:
    tag = next((info[key] for key in _TAGS if info.get(key)), None)
    if tag is not None:  # quoted or not, as it was asked for
        number = int.from_bytes(blake2b(str(tag).strip('"').encode(), digest_size=7).digest())
    else:
        number = _nanoseconds(next((info[key] for key in _TIMES if info.get(key)), None))
    size = info.get("size")
    return State(path, size if isinstance(size, int) else 0, number)


def _nanoseconds(time: object) -> int:
    if isinstance(time, datetime):
        return int(time.timestamp() * 1_000_000) * 1000
    return int(time * 1_000_000_000) if isinstance(time, int | float) else -1
