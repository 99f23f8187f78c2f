"""A site on a port, until Ctrl-C."""

import ipaddress
import socket
import webbrowser
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Final
from urllib.parse import quote

import uvicorn
from fastapi import FastAPI

from bilat.errors import UsageError
from bilat.record import Record
from bilat.web.app import create_app
from bilat.web.draw import preload
from bilat.web.settings import Settings
from bilat.web.site import Site
from bilat.web.warm import prepare_all
from bilat.web.workers import helpers, usual

_BACKLOG: Final = 256
_KEPT_OPEN: Final = 75
"""Seconds that a connection may rest before it is closed. uvicorn's own 5 are less than what a pooling client or a
machine that is busy elsewhere lets pass; a question sent just then meets a closed door."""
USUAL_PORT: Final = 8000


@dataclass(frozen=True, slots=True)
class Wish:
    """What `bilat serve` was told. `decisions` is the file that the review page writes to, None where it may not;
    `today` gives the day that it writes; `workers` is the number of processes, None for the usual one."""

    record: str
    host: str = "127.0.0.1"
    port: int = USUAL_PORT
    token: str | None = None
    decisions: Path | None = None
    author: str | None = None
    today: Callable[[], str] | None = None
    workers: int | None = None


def serve(wish: Wish, tell: Callable[[str], None], *, opened: bool = False) -> None:
    """Answers until it is interrupted. Raises UsageError for a host that strangers reach without a token, OSError for a
    port that is taken, StoreError for a record that cannot be opened."""
    settings, listening = prepare(wish)
    with Record(settings.record) as known:
        preload()
        prepare_all(known)
    address = entrance(settings, listening)
    with helpers((wish.workers or usual()) - 1, config(settings, known), listening) as dealing:
        running = uvicorn.Server(config(settings, known))
        tell(f"{wish.record} at {address}")
        tell("Ctrl-C ends it")
        if opened:
            webbrowser.open(address)
        running.run([dealing])


@contextmanager
def served(wish: Wish) -> Generator[str]:
    """The same beside what goes on here: the address, answering until the end of `with`."""
    settings, listening = prepare(wish)
    running = uvicorn.Server(config(settings))
    thread = Thread(target=running.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield entrance(settings, listening)
    finally:
        running.should_exit = True
        thread.join()


def prepare(wish: Wish) -> tuple[Settings, socket.socket]:
    """The site's settings and the socket it listens on: taken first, so that a port in use is told at once."""
    if not _loopback(wish.host) and not wish.token:
        msg = f"--host {wish.host} can be reached by others: give a --token, which every visitor must show"
        raise UsageError(msg)
    hosts = Settings(Path(wish.record)).hosts
    settings = Settings(
        record=Path(wish.record),
        hosts=hosts if _loopback(wish.host) else (*hosts, wish.host.lower(), socket.gethostname().lower()),
        token=wish.token,
        decisions=wish.decisions,
        author=wish.author,
        today=wish.today,
        compress=not _loopback(wish.host),
    )
    return settings, listen(wish.host, wish.port)


def free(port: int) -> bool:
    """Whether nobody listens on a port of this machine."""
    try:
        listen("127.0.0.1", port).close()
    except OSError:
        return False
    return True


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises OSError that names the port when it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(_BACKLOG)
    except OSError as error:
        made.close()
        raise OSError(error.errno, f"cannot listen: {error.strerror}", f"{host}:{port}") from error
    return made


def config(settings: Settings, known: Record | None = None) -> uvicorn.Config:
    """The server's: quiet but for errors. Each process makes an application of its own. Its loop is that of Python,
    which asks a socket for connections by its methods."""
    return uvicorn.Config(
        partial(warmed, settings, known),
        factory=True,
        loop="asyncio",
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=_KEPT_OPEN,
    )


def warmed(settings: Settings, known: Record | None) -> FastAPI:
    """An application that works out beforehand what many pages share, as long as nobody asks."""
    made = create_app(settings, known)
    site: Site = made.state.site
    site.warmth.start(site.shelf.current())
    return made


def entrance(settings: Settings, listening: socket.socket) -> str:
    """The address to open, with the token where one is asked for."""
    host, port = listening.getsockname()[:2]
    place = f"[{host}]" if ":" in host else host
    return f"http://{place}:{port}/" + (f"enter?token={quote(settings.token, safe='')}" if settings.token else "")


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
