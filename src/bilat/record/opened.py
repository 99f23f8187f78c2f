"""A record file, opened for reading: what every question goes through."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from bilat.model.decision import Ruled
from bilat.record import decided
from bilat.record.connect import open_kept, storing

BATCH: Final = 500
"""Rows that are taken from the database at a time."""
Row = tuple[Any, ...]


class Opened:
    """An open record file."""

    def __init__(self, path: str | Path) -> None:
        """Raises StoreError when the file is missing, damaged, unfinished, or of a newer version."""
        self.path = Path(path)
        self._db = open_kept(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; nothing can be asked after."""
        self._db.close()

    def _decided(self, ids: Iterable[str]) -> dict[str, tuple[Ruled, ...]]:
        """The decisions that bear on actors or events; for those that have any."""
        rows = self._children(decided.OF, json.dumps(list(ids)))
        return {id_: tuple(decided.from_row(*row) for row in each) for id_, each in rows.items()}

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
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
