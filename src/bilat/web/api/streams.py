"""Whole lists on their way out: read by a thread of their own, as fast as the reader takes them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Final

THREADS: Final = 2
"""Lists that are sent at the same time; the others wait. Pages have threads of their own."""
WAITING: Final = 4
"""Pieces that lie ready for a reader."""
PATIENCE: Final = 60.0
"""Seconds that a reader may take for one piece before it is given up."""


class GoneError(Exception):
    """The reader has gone, or is too slow."""


class Streams:
    """Sends lists."""

    def __init__(self) -> None:
        self._pool: Final = ThreadPoolExecutor(THREADS, thread_name_prefix="bilat-list")

    async def send(self, parts: Callable[[], Iterable[bytes]]) -> AsyncIterator[bytes]:
        """The pieces that `parts`, called in a thread, gives one by one. What it raises is raised here: a list that
        cannot be finished ends in an error, never as if it were whole."""
        loop = asyncio.get_running_loop()
        queue = asyncio.Queue[bytes | None](WAITING)
        gone = False

        def put(piece: bytes | None) -> None:
            if gone:
                raise GoneError
            waiting: Future[Any] = asyncio.run_coroutine_threadsafe(queue.put(piece), loop)
            try:
                waiting.result(PATIENCE)
            except TimeoutError:
                waiting.cancel()
                raise GoneError from None

        def work() -> None:
            try:
                for piece in parts():
                    put(piece)
            finally:
                if not gone:
                    put(None)

        done = loop.run_in_executor(self._pool, work)
        try:
            while (piece := await queue.get()) is not None:
                yield piece
            await done
        finally:
            gone = True
            while not queue.empty():
                _ = queue.get_nowait()


def bounded(rows: Iterable[Any], most: int) -> Iterator[Any]:
    """The rows, up to a number of them. Raises OverflowError where there are more."""
    for number, row in enumerate(rows):
        if number == most:
            msg = f"more than {most} rows"
            raise OverflowError(msg)
        yield row
