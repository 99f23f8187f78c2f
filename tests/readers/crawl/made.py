"""WARC and WACZ files made by hand, byte by byte."""

import gzip
import io
import zipfile
from collections.abc import Sequence
from html import escape

from tests.readers.crawl.stories import Story

HTML = "text/html; charset=utf-8"


def record(kind: str, url: str, block: bytes, *, type_: str = "application/http; msgtype=response", date: str = "2024-05-01T10:00:00Z", extra: str = "") -> bytes:  # fmt: skip
    """One record of a WARC."""
    named = f"WARC-Target-URI: {url}\r\n" if url else ""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{abs(hash((url, date))):032x}>\r\nWARC-Date: {date}\r\n"
        f"{named}{extra}Content-Type: {type_}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(url: str, body: bytes, *, status: str = "200 OK", type_: str = HTML, headers: str = "", date: str = "2024-05-01T10:00:00Z") -> bytes:  # fmt: skip
    """A response record."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {type_}\r\n{headers}\r\n".encode()
    return record("response", url, http + body, date=date)


def html(s: Story) -> bytes:
    """A plain page of an article."""
    body = "".join(f"<p>{escape(p)}</p>" for p in s.paragraphs)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(s.headline)}</title>'
        f'<meta property="article:published_time" content="{s.day}"></head>'
        f"<body><article><h1>{escape(s.headline)}</h1>{body}</article></body></html>"
    ).encode()


def page(s: Story, **more: str) -> bytes:
    """A response record with the page of an article."""
    return answer(s.url, html(s), **more)


def packed(records: Sequence[bytes]) -> bytes:
    """A gzip member a record, as crawlers write."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def wacz(warcs: dict[str, bytes], *, more: dict[str, bytes] | None = None, method: int = zipfile.ZIP_STORED) -> bytes:
    """A WACZ with these files in its folder archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as zipped:
        zipped.writestr("datapackage.json", "{}")
        for name, data in (more or {}).items():
            zipped.writestr(name, data)
        for name, data in warcs.items():
            zipped.writestr(f"archive/{name}", data)
    return made.getvalue()
