"""The open connections of a record: one, or a few that threads share.

A file that a build puts in the record's place is another file: what is open stays what it was. So all connections are
opened at once, and whoever wants the new record opens it anew.
"""

import sqlite3
import threading
import time
import weakref
from collections.abc import Generator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

from bilat.errors import StoreError
from bilat.record.connect import open_kept

_TRIES: Final = 5
_SERIALIZED: Final = 3
"""`sqlite3.threadsafety` of a library that several threads may use one connection of."""
_STEPS: Final = 20_000
"""Steps of SQLite's machine between two looks at the time: about a millisecond."""
_SHARED_CACHE: Final = 4 * 1024
"""KiB of pages that each of several connections keeps; on 27,379 documents 2, 8 and 64 MB take the same time."""


Identity = tuple[int, int, int]
"""What tells one file from the next under the same name."""


class Handles:
    """Connections to one record file. Of several each thread keeps to one; more threads than connections share, and
    wait for each other."""

    def __init__(self, path: Path, number: int = 1, *, shared: bool = False) -> None:
        """Raises StoreError when the file is missing, damaged, unfinished, or of a newer version."""
        if shared and sqlite3.threadsafety != _SERIALIZED:
            msg = f"{path}: this build of SQLite cannot be used by several threads"
            raise StoreError(msg)
        self._open, self.identity = _opened(path, number, shared=shared)
        self._turns = count()
        self._local = local = threading.local()

        def is_late() -> bool:
            until: float | None = getattr(local, "until", None)
            return until is not None and time.monotonic() > until

        # The connections must not lead back here, or whoever lets go of a record without closing it would keep it open.
        _ = weakref.finalize(self, _close, self._open)
        for connection in self._open:
            connection.set_progress_handler(is_late, _STEPS)
            if shared:
                _ = connection.execute(f"PRAGMA cache_size = -{_SHARED_CACHE}")

    @property
    def mine(self) -> sqlite3.Connection:
        """The connection of the thread that asks."""
        turn: int | None = getattr(self._local, "turn", None)
        if turn is None:
            turn = self._local.turn = next(self._turns) % len(self._open)
        return self._open[turn]

    @contextmanager
    def limited(self, seconds: float) -> Generator[None]:
        """What this thread asks is given up when it takes longer, all questions together."""
        before: float | None = getattr(self._local, "until", None)
        until = time.monotonic() + seconds
        self._local.until = until if before is None else min(until, before)
        try:
            yield
        finally:
            self._local.until = before

    def close(self) -> None:
        """Closes all; nothing can be asked after."""
        for connection in self._open:
            connection.close()


def _close(connections: list[sqlite3.Connection]) -> None:
    """Closes what was let go of unclosed; from Python 3.13 on SQLite's module warns of it otherwise."""
    for connection in connections:
        with suppress(sqlite3.ProgrammingError):  # in another thread than its own
            connection.close()


def _opened(path: Path, number: int, *, shared: bool) -> tuple[list[sqlite3.Connection], Identity | None]:
    """Connections to one and the same file, though a build may put another in its place meanwhile; and which file."""
    for _ in range(_TRIES):
        before = _identity(path)
        made = [open_kept(path, shared=shared) for _ in range(number)]
        if _identity(path) == before:
            return made, before
        for connection in made:
            connection.close()
    msg = f"{path}: replaced again and again while it was being opened"
    raise StoreError(msg)


def _identity(path: Path) -> Identity | None:
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_dev, known.st_ino, known.st_mtime_ns
