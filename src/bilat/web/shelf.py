"""The record that pages are made from: the newest whole one, opened once for each thread that reads.

A build puts a new file in the old one's place. Readers go on with the old one until they ask again.
"""

import os
import threading
from pathlib import Path
from typing import Final

from bilat.errors import StoreError
from bilat.record import Record

Identity = tuple[int, int, int]


class Generation:
    """One file of a record, as long as it lies under its name."""

    def __init__(self, path: Path, identity: Identity) -> None:
        self.identity: Final = identity
        self._path: Final = path
        self._own: Final = threading.local()
        first = self.record
        self.digest: Final = first.digest

    @property
    def record(self) -> Record:
        """The record as this thread has it open. Raises StoreError where the file cannot be opened."""
        found: Record | None = getattr(self._own, "record", None)
        if found is None:
            found = self._own.record = Record(self._path)
        return found


class Shelf:
    """Hands out the newest generation of a record."""

    def __init__(self, path: Path) -> None:
        """Raises StoreError when the file is missing, damaged, unfinished, or of another version."""
        self.path: Final = path
        self._lock: Final = threading.Lock()
        Record(path).close()
        self._current = Generation(path, _identity(path))

    def current(self) -> Generation:
        """The newest record that is whole: that of before while a new one cannot be opened."""
        try:
            identity = _identity(self.path)
        except OSError:
            return self._current
        if identity != self._current.identity:
            with self._lock:
                if identity != self._current.identity:
                    self._renew(identity)
        return self._current

    def _renew(self, identity: Identity) -> None:
        try:
            self._current = Generation(self.path, identity)
        except StoreError:
            return


def _identity(path: Path) -> Identity:
    """What tells one file from the next under the same name."""
    found = os.stat(path)  # noqa: PTH116 -- three times as fast as Path.stat, and asked for with every answer
    return found.st_ino, found.st_mtime_ns, found.st_size
