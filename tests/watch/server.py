"""A site on 127.0.0.1 that does as it is told, and badly when asked to; a clock that does not wait; a feed to publish."""

import contextlib
import threading
from collections.abc import Callable, Generator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from bilat.watch import Happening

Page = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers what the site has under a path; 404 for all else."""

    protocol_version = "HTTP/1.1"
    timeout = 5

    def do_GET(self) -> None:
        site = cast("Any", self.server).site
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length)
        site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        page = site.pages.get(self.path)
        with contextlib.suppress(OSError):
            if page is None:
                self.answer(404, b"")
            else:
                page(self)

    do_POST = do_GET  # noqa: N815 -- the library's naming

    def answer(self, status: int = 200, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def raw(self, data: bytes) -> None:
        """Bytes as they are, then the end of the connection."""
        self.wfile.write(data)
        self.wfile.flush()
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the library's naming
        """Says nothing."""


class Site:
    """`pages` by path; `asked` is what came in: path, headers, body."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        cast("Any", self.server).site = self
        self.port: int = self.server.server_address[1]

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, body: str | bytes, status: int = 200, **headers: str) -> None:
        """Lets a path answer with a body."""
        data = body.encode() if isinstance(body, str) else body
        headers.setdefault("Content_Type", "text/html; charset=utf-8")
        self.pages[path] = lambda handler: handler.answer(status, data, **headers)

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [path for path, _, _ in self.asked if path != "/robots.txt"]


@contextlib.contextmanager
def running() -> Generator[Site]:
    site = Site()
    thread = threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()


class FakeClock:
    """Begins on 2 December 2023; waiting only moves the hands."""

    def __init__(self, now: float = 1_701_500_000.0) -> None:
        self.now = now
        self.slept: list[float] = []

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        self.slept.append(seconds)
        self.now += seconds


class Heard:
    """What was told."""

    def __init__(self) -> None:
        self.all: list[Happening] = []

    def __call__(self, happening: Happening) -> None:
        self.all.append(happening)

    def of(self, what: str) -> list[str]:
        return [f"{each.about}: {each.detail}" for each in self.all if each.what == what]


def rss(*items: str, ttl: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>远山通讯社</title>{ttl}{"".join(items)}</channel></rss>'


def item(link: str, title: str = "林海会见白桦", guid: str = "", more: str = "") -> str:
    return (
        f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>{guid or link}</guid>"
        f"<pubDate>Fri, 01 Dec 2023 08:00:00 +0800</pubDate>{more}</item>"
    )


def article(title: str, *paragraphs: str, head: str = "") -> str:
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{text}</article></body></html>'
