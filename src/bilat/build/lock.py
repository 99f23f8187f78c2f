"""One build of a record at a time.

The operating system holds the lock and lets go of it when the process ends, however it ends: a lock file that was
left behind locks nothing.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from bilat.errors import StoreError

try:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

except ImportError:  # Windows
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]


@contextmanager
def building(record: Path) -> Generator[None]:
    """Holds the lock of a record. Raises StoreError when another build has it, or its folder cannot be written."""
    path = record.with_name(record.name + ".lock")
    handle = _take(path, record)
    try:
        yield
    finally:
        # Removed while still held: whoever opened it meanwhile finds that it is no longer the file of that name.
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _take(path: Path, record: Path) -> int:
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as err:
            msg = f"{record}: cannot be written: {err.strerror} ({path.parent})"
            raise StoreError(msg) from err
        try:
            _lock(handle)
        except OSError as err:
            os.close(handle)
            msg = f"{record}: another build of it is running; wait for it, or stop it"
            raise StoreError(msg) from err
        with suppress(OSError):
            if os.path.samestat(path.stat(), os.fstat(handle)):
                return handle
        os.close(handle)
