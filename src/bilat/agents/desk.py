"""One record, asked by one thread, for as long as a server runs."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from bilat.errors import StoreError
from bilat.record import Record

T = TypeVar("T")


class Desk:
    """Answers questions from the record in a file; a build that puts a new record in its place is seen by the next
    question. SQLite's connection stays with the one thread that opened it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="record")
        self._record: Record | None = None
        self._seen: tuple[int, int, int] | None = None

    async def ask(self, question: Callable[[Record], T]) -> T:
        """What the record says. Raises StoreError when there is none to ask."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._answer, question)

    def open(self) -> None:
        """Opens the record now, so that a missing or damaged one is told before anything is served."""
        _ = self._thread.submit(self._answer, lambda record: record.digest).result()

    def close(self) -> None:
        """Lets go of the record, after the question that is being answered."""
        self._thread.submit(self._let_go).result()
        self._thread.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer(self, question: Callable[[Record], T]) -> T:
        return question(self._current())

    def _current(self) -> Record:
        """The record that lies there now; the one that is open, while none that is whole lies there."""
        lies = self._lies()
        if self._record is None or (lies is not None and lies != self._seen):
            try:
                record = Record(self._path)
            except StoreError:
                if self._record is None:
                    raise
                return self._record
            self._let_go()
            self._record, self._seen = record, lies
        return self._record

    def _lies(self) -> tuple[int, int, int] | None:
        """What tells the file that lies there from another; None where there is none."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

    def _let_go(self) -> None:
        if self._record is not None:
            self._record.close()
            self._record = None
