"""Whole lists on their way out: read by a thread of their own, as fast as the reader takes them."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

THREADS: Final = 2
"""Lists that are sent at the same time; the others wait. Pages have threads of their own."""
WAITING: Final = 4
"""Pieces that lie ready for a reader."""
PATIENCE: Final = 60.0
"""Seconds that a reader may take for one piece before it is given up."""


class GoneError(Exception):
    """The reader is too slow."""


class Streams:
    """Sends lists."""

    def __init__(self) -> None:
        self._pool: Final = ThreadPoolExecutor(THREADS, thread_name_prefix="bilat-list")

    async def send(self, parts: Callable[[], Iterable[bytes]]) -> AsyncGenerator[bytes, None]:
        """The pieces that `parts`, called in a thread, gives one by one. What it raises is raised here: a list that
        cannot be finished ends in an error, never as if it were whole."""
        loop = asyncio.get_running_loop()
        queue = asyncio.Queue[bytes](WAITING)
        gone = threading.Event()

        def work() -> None:
            for piece in parts():
                if gone.is_set():
                    return
                _put(queue, piece, loop)

        done = loop.run_in_executor(self._pool, work)
        try:
            while not (done.done() and queue.empty()):
                piece = asyncio.ensure_future(queue.get())
                await asyncio.wait({piece, done}, return_when=asyncio.FIRST_COMPLETED)
                if piece.done():
                    yield piece.result()
                else:
                    piece.cancel()
            await done
        finally:
            gone.set()
            while not queue.empty():  # room for the piece that waits, so that its thread comes to see this
                queue.get_nowait()


def _put(queue: asyncio.Queue[bytes], piece: bytes, loop: asyncio.AbstractEventLoop) -> None:
    """Waits until there is room for a piece. Raises GoneError for a reader that takes too long."""
    waiting = asyncio.run_coroutine_threadsafe(queue.put(piece), loop)
    try:
        waiting.result(PATIENCE)
    except TimeoutError:
        waiting.cancel()
        raise GoneError from None


def bounded(rows: Iterable[Any], most: int) -> Iterator[Any]:
    """The rows, up to a number of them. Raises OverflowError where there are more."""
    for number, row in enumerate(rows):
        if number == most:
            msg = f"more than {most} rows"
            raise OverflowError(msg)
        yield row
