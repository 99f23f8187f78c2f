"""A file, object or stream → what is kept of it, to see whether it changed."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from bilat import remote
from bilat.build.plan import Input, time_of

if TYPE_CHECKING:
    from bilat.record import FileState


def hash_file(path: str) -> str:
    """The hash of a file's bytes, in pieces."""
    whole = blake2b(digest_size=16)
    with remote.open_read(path) if remote.is_remote(path) else Path(path).open("rb") as stream:
        while piece := stream.read(1 << 20):
            whole.update(piece)
    return whole.hexdigest()


def state_of(file: Input, hash_: str, made_by: str) -> FileState:
    """The file as it was when it was read; its time is not trusted when it changed while it was read."""
    from bilat.record import FileState  # noqa: PLC0415  a record, and its database, only when one is kept

    try:
        size, time = _now(file.path)
    except OSError:
        return FileState(file.path, file.size, -1, hash_, file.form, made_by)
    still = (size, time) == (file.size, file.mtime_ns)
    return FileState(file.path, size, file.mtime_ns if still else -1, hash_, file.form, made_by)


def _now(path: str) -> tuple[int, int]:
    """Size and time of a file, or of an object."""
    if remote.is_remote(path):
        return remote.state(path)[1:]
    now = Path(path).stat()
    return now.st_size, time_of(now)


def state_of_stream(hash_: str, form: str, made_by: str) -> FileState:
    """A stream by the hash of its documents' ids; it has no size and no time."""
    from bilat.record import FileState  # noqa: PLC0415

    return FileState(f"-{hash_}", -1, -1, hash_, form, made_by)
