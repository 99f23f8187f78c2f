"""From page to page of a site that runs in this process: each once, with its links turned into ways between files."""

import asyncio
import re
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from html import escape, unescape
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bilat.web.offline.places import file_of, kept, way

_LINK: Final = re.compile(r'\b(href|src)="(/[^"]*)"')
_GONE: Final = re.compile(
    r'<form\b.*?</form>|<p class="downloads".*?</p>|<a [^>]*rel="nofollow"[^>]*>.*?</a>|<a href="/api">.*?</a>',
    re.DOTALL,
)
"""What only a running site can answer: forms, tables of the API, the choice of a language."""


def pages(app: ASGIApp, start: Iterable[str], holds: Callable[[str], bool]) -> Generator[tuple[str, bytes]]:
    """(file, bytes) of every page that can be reached and is held, then of the files they use, sorted by address."""
    waiting, seen, used = list(dict.fromkeys(start)), set(start), set[str]()
    while waiting:
        address = waiting.pop()
        status, to, body = get(app, address)
        if to is not None:
            _more(waiting, seen, [to], holds)
            yield file_of(address), _moved(file_of(address), to)
            continue
        if status != 200:
            continue
        text, found, files = _turned(body.decode(), file_of(address), holds)
        used |= files
        _more(waiting, seen, found, holds)
        yield file_of(address), text.encode()
    for address in sorted(used):
        yield file_of(address), get(app, address)[2]


def _moved(here: str, to: str) -> bytes:
    """A page that leads on to where its address has moved."""
    there = escape(quote(way(here, file_of(to))))
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>bilat</title>'
        f'<meta http-equiv="refresh" content="0; url={there}"><a href="{there}">{there}</a></html>\n'
    ).encode()


def _more(waiting: list[str], seen: set[str], found: Iterable[str], holds: Callable[[str], bool]) -> None:
    for address in found:
        if address not in seen and kept(address) and holds(address):
            seen.add(address)
            waiting.append(address)


def _turned(html: str, here: str, holds: Callable[[str], bool]) -> tuple[str, list[str], set[str]]:
    """The page with ways to files for links, the pages it leads to, and the files it uses."""
    found: list[str] = []
    files: set[str] = set()

    def turn(match: re.Match[str]) -> str:
        address, _, anchor = unescape(match[2]).partition("#")
        if address.startswith("/static/"):
            files.add(address)
        elif kept(address) and holds(address):
            found.append(address)
        else:
            return "data-left-out"
        to = quote(way(here, file_of(address))) + (f"#{anchor}" if anchor else "")
        return f'{match[1]}="{escape(to)}"'

    return _LINK.sub(turn, _GONE.sub("", html)), found, files


def get(app: ASGIApp, address: str) -> tuple[int, str | None, bytes]:
    """Status, where it has moved to, and body of one address of an application in this process."""
    parts = urlsplit(address)
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 0),
        "server": ("127.0.0.1", 80),
    }
    said: list[Message] = []

    async def receive() -> Message:
        await asyncio.sleep(0)
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        await asyncio.sleep(0)
        said.append(message)

    with ThreadPoolExecutor(1) as beside:  # the thread that asks may have a loop of its own
        beside.submit(lambda: asyncio.run(_ask(app, scope, receive, send))).result()
    headers = {bytes(name).lower(): bytes(value).decode() for name, value in said[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in said[1:])
    return said[0]["status"], headers.get(b"location"), body


async def _ask(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    await app(scope, receive, send)
