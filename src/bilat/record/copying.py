"""A copy of a record, with further tables in it. The copy is a record too: what was in it stays as it was."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from bilat.record.compact import passages_of, spans_of, text_of
from bilat.record.connect import storing

_TEXTS: Final = "SELECT d.id, d.text, d.passages FROM documents d ORDER BY d.document"
_MENTIONS: Final = (
    "SELECT d.id, p.actor, p.name, p.spans FROM documents d JOIN people p USING (document)"
    " ORDER BY d.document, p.position"
)
_ROWS: Final = 10_000
"""Rows that are written at once."""


class Added(NamedTuple):
    """A further table: `columns` with their SQLite types, `indexed` those that are looked up."""

    name: str
    columns: Sequence[tuple[str, str]]
    indexed: Sequence[str]


PLAIN: Final[Mapping[str, tuple[str, Sequence[tuple[str, str, str]]]]] = {
    "texts": (
        "The text of every document, in which all offsets count.",
        (
            ("document", "TEXT", "id of the document"),
            ("text", "TEXT", "headline, line end, body"),
        ),
    ),
    "passages": (
        "The parts of every document's text.",
        (
            ("document", "TEXT", "id of the document"),
            ("position", "INTEGER", "order, from 0"),
            ("part", "TEXT", "headline, lead, body, heading, caption, credit, teaser or footer"),
            ("start", "INTEGER", "first character"),
            ("end", "INTEGER", "after the last one"),
        ),
    ),
    "mentions": (
        "Every place where a document names a person.",
        (
            ("document", "TEXT", "id of the document"),
            ("actor", "TEXT", "id of the person"),
            ("name", "TEXT", "in full, as written there"),
            ("start", "INTEGER", "first character"),
            ("end", "INTEGER", "after the last one"),
        ),
    ),
}
"""What a record keeps compact, as tables: their meaning, and name, SQLite type and meaning of each column."""


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

    def plain(self) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """The rows of the tables of PLAIN, each with the name of its table."""
        with storing(self._path):
            for id_, text, passages in self._db.execute(_TEXTS):
                yield "texts", (id_, text_of(text))
                for position, passage in enumerate(passages_of(passages)):
                    yield "passages", (id_, position, *passage)
            for id_, actor, name, spans in self._db.execute(_MENTIONS):
                for span in spans_of(spans):
                    yield "mentions", (id_, actor, name, *span)

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
