"""Several processes that answer at one address: an interpreter draws one page at a time, a machine has more cores.

What they have in common (modules, packs, templates) is loaded before they part and lies in memory once; each opens the
record for itself. One of them accepts connections and deals them out. Systems that cannot fork have one process.
"""

import gc
import os
import signal
import socket
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

import uvicorn

from bilat.web.dealing import Dealer, Taker, way

USUAL: Final = 2
"""Processes where the machine has that many cores: with two, twenty readers are answered in half the time."""


_COLLECTED: Final = (20_000, 20, 20)
"""When cycles of objects are looked for: a page makes thousands of objects that live as long as it is drawn."""


class Helper(uvicorn.Server):
    """A server that ends with the process that started it."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._parent: Final = os.getppid()

    async def on_tick(self, counter: int) -> bool:
        """Asked every tenth of a second whether to end."""
        return os.getppid() != self._parent or await super().on_tick(counter)


def settle() -> None:
    """Cycles of objects are looked for less often, and not among those that are there: pages of memory that nobody
    writes to stay shared."""
    gc.freeze()
    gc.set_threshold(*_COLLECTED)


def usual() -> int:
    """How many processes a site has when nobody says."""
    return min(USUAL, os.cpu_count() or 1) if hasattr(os, "fork") else 1


@contextmanager
def helpers(number: int, config: uvicorn.Config, listening: socket.socket) -> Generator[socket.socket]:
    """So many further processes that answer what is accepted at a socket, until the end of `with`: the socket to accept
    at, which deals connections out among them."""
    settle()
    ways = [way() for _ in range(number)]
    started = [_start(config, listening, ways, taker) for _, taker in ways]
    for _, taker in ways:
        taker.close()
    try:
        yield Dealer(listening, [ours for ours, _ in ways]) if ways else listening
    finally:
        for process in started:
            os.kill(process, signal.SIGTERM)
        for process in started:
            os.waitpid(process, 0)


def _start(
    config: uvicorn.Config, listening: socket.socket, ways: list[tuple[socket.socket, Taker]], taker: Taker
) -> int:
    process = os.fork()
    if process:
        return process
    try:
        listening.close()
        for ours, theirs in ways:
            ours.close()
            if theirs is not taker:
                theirs.close()
        Helper(config).run([taker])
    finally:
        os._exit(0)
