"""The record that pages are made from: the newest whole one.

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
    """One file of a record, as long as it lies under its name: opened once, shared by the threads that read."""

    def __init__(self, path: Path, identity: Identity, known: Record | None = None) -> None:
        """Takes over what is `known` of the same file. Raises StoreError where the file cannot be opened."""
        self.identity: Final = identity
        self.record: Final = Record(path, shared=True, known=known)
        self.digest: Final = self.record.digest


class Shelf:
    """Hands out the newest generation of a record."""

    def __init__(self, path: Path, known: Record | None = None) -> None:
        """`known` is the record as it was opened before. Raises StoreError when the file is missing, damaged,
        unfinished, or of another version."""
        self.path: Final = path
        self._lock: Final = threading.Lock()
        Record(path).close()  # a missing file is told as such
        self._current = Generation(path, _identity(path), known)

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
