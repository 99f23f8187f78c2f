"""A copy of a record, with further tables in it. The copy is a record too: what was in it stays as it was."""

import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from bilat.record.connect import storing

_ROWS: Final = 10_000
"""Rows that are written at once."""


class Added(NamedTuple):
    """A further table: `columns` with their SQLite types, `indexed` those that are looked up."""

    name: str
    columns: Sequence[tuple[str, str]]
    indexed: Sequence[str]


class Copy:
    """A copy that is being written. Its bytes depend on the record and the rows alone."""

    def __init__(self, source: Path, target: Path) -> None:
        """Raises StoreError where the copy cannot be written."""
        self._path = target
        with storing(target):
            _ = shutil.copyfile(source, target)
            self._db = sqlite3.connect(target)
            _ = self._db.execute("PRAGMA synchronous = OFF")
            _ = self._db.execute("PRAGMA journal_mode = MEMORY")

    def add(self, table: Added) -> None:
        """Makes a table, still empty."""
        columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns)
        with storing(self._path):
            _ = self._db.execute(f'CREATE TABLE "{table.name}" ({columns}) STRICT')

    def fill(self, rows: Iterable[tuple[str, tuple[Any, ...]]]) -> None:
        """Writes rows, each with the name of its table; a portion of them is held at a time."""
        held: dict[str, list[tuple[Any, ...]]] = {}
        count = 0
        for name, values in rows:
            held.setdefault(name, []).append(values)
            count += 1
            if count == _ROWS:
                self._write(held)
                held, count = {}, 0
        self._write(held)

    def _write(self, held: dict[str, list[tuple[Any, ...]]]) -> None:
        with storing(self._path):
            for name, rows in held.items():
                marks = ", ".join("?" * len(rows[0]))
                _ = self._db.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)

    def finish(self, tables: Iterable[Added]) -> None:
        """Makes the indexes, and closes the file."""
        with storing(self._path):
            for table in tables:
                for column in table.indexed:
                    _ = self._db.execute(f'CREATE INDEX "{table.name}_{column}" ON "{table.name}"("{column}")')
            self._db.commit()
            self._db.close()

    def close(self) -> None:
        """Closes a file that is not finished."""
        self._db.close()
