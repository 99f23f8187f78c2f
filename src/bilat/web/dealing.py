"""Connections dealt out among the processes of a site, each in its turn.

Processes that accept at one socket take what comes as they wake up: the first takes all that wait, and a reader's
connection stays where it was accepted, so that one process answers twenty readers while another sleeps. So one process
accepts, keeps every nth connection and hands the others on.
"""

import socket
from collections.abc import Sequence
from contextlib import suppress
from itertools import cycle
from typing import Final

Address = tuple[str, int] | tuple[str, int, int, int]
_HANDED: Final = b"."
"""What goes along with a connection: a message may not be empty."""


class Dealer(socket.socket):
    """A listening socket that hands connections on over some `ways`, each in its turn, and takes its own turn. What
    cannot be handed on (who should have it has ended, or is behind with what it was given) it takes itself."""

    def __init__(self, listening: socket.socket, ways: Sequence[socket.socket]) -> None:
        """Takes the socket over; the ways must not block."""
        super().__init__(listening.family, listening.type, listening.proto, listening.detach())
        self._turns: Final = cycle((None, *ways))

    def accept(self) -> tuple[socket.socket, Address]:
        """The next connection that is not another's. Raises BlockingIOError where none waits."""
        while True:
            made, address = super().accept()
            way = next(self._turns)
            if way is None:
                return made, address
            try:
                _ = socket.send_fds(way, [_HANDED], [made.fileno()])
            except OSError:
                return made, address
            made.close()


class Taker(socket.socket):
    """The other end of a way: gives the connections that were handed on as a listening socket would."""

    def __init__(self, way: socket.socket) -> None:
        """Takes the socket over."""
        super().__init__(way.family, way.type, way.proto, way.detach())

    def listen(self, backlog: int = 0, /) -> None:
        """Nothing: another process listens."""

    def accept(self) -> tuple[socket.socket, Address]:
        """The next connection. Raises BlockingIOError where none waits."""
        said, handed, _, _ = socket.recv_fds(self, len(_HANDED), 1)
        if not said or not handed:
            raise BlockingIOError
        made = socket.socket(fileno=handed[0])
        with suppress(OSError):  # who asked has gone: found out when it is read
            return made, made.getpeername()
        return made, ("", 0)


def way() -> tuple[socket.socket, Taker]:
    """A way from one process to another: the end that hands connections on, the end that takes them."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    ours.settimeout(0)
    theirs.settimeout(0)
    return ours, Taker(theirs)
