"""A record file, opened for reading: what every question goes through."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from bilat.model.decision import Ruled
from bilat.record import decided
from bilat.record.connect import storing
from bilat.record.handles import Handles, Identity
from bilat.record.memo import Memo

BATCH: Final = 500
"""Rows that are taken from the database at a time."""
SHARED: Final = 16
"""Connections of a record for several threads, more than a site has threads that ask (pages, lists as files, the one
that listens, the one that works out beforehand what they share): two threads of one connection can wait for each other
for ever, as SQLite holds the connection while it calls Python, and Python its own lock while it asks SQLite."""
Row = tuple[Any, ...]


class Opened:
    """An open record file."""

    def __init__(self, path: str | Path, *, shared: bool = False, known: "Opened | None" = None) -> None:
        """`shared` for a record that several threads ask at the same time; what was worked out of the same file when it
        was opened before (`known`, which may be closed) is taken over. Raises StoreError when the file is missing,
        damaged, unfinished, or of a newer version."""
        self.path = Path(path)
        self._handles = Handles(self.path, SHARED if shared else 1, shared=shared)
        self._memo: Final = Memo() if known is None else known.memory(self._handles.identity)

    @property
    def _db(self) -> sqlite3.Connection:
        return self._handles.mine

    def memory(self, of: Identity | None) -> Memo:
        """What was worked out, for who opens the same file again; nothing yet for who opens another."""
        return self._memo if of is not None and of == self._handles.identity else Memo()

    def limited(self, seconds: float) -> AbstractContextManager[None]:
        """What this thread asks within the `with` may take so long, all questions together; then LimitError is raised.
        Time spent outside the database counts when it is next asked."""
        return self._handles.limited(seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; nothing can be asked after."""
        self._handles.close()

    def _decided(self, ids: Iterable[str]) -> dict[str, tuple[Ruled, ...]]:
        """The decisions that bear on actors or events; for those that have any."""
        rows = self._children(decided.OF, json.dumps(list(ids)))
        return {id_: tuple(decided.from_row(*row) for row in each) for id_, each in rows.items()}

    def _rows(self, statement: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        with storing(self.path):
            return self._db.execute(statement, values).fetchall()

    def _batches(self, statement: str, values: Sequence[object]) -> Iterator[list[Row]]:
        with storing(self.path):
            cursor = self._db.execute(statement, values)
            while rows := cursor.fetchmany(BATCH):
                yield rows

    def _children(self, statement: str, numbers: str) -> dict[Any, list[Row]]:
        rows = self._rows(statement, (numbers,))
        return {number: [row[1:] for row in group] for number, group in groupby(rows, itemgetter(0))}
