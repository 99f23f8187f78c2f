"""RSS or Atom file: one document for each entry.

Read in pieces of a few entries, each handed to feedparser below the feed's own beginning, so that a feed of any length
takes the memory of one piece.
"""

import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, cast

from bilat.errors import ReadError
from bilat.model import DateSource, Failure, Source
from bilat.readers.base import MAX_BYTES, RawFile
from bilat.readers.clean import plain, strip_controls
from bilat.readers.compose import Draft
from bilat.readers.dates import Dates, in_address
from bilat.readers.decode import decode
from bilat.readers.markdown import markdown_lines
from bilat.readers.markup import has_markup, html_lines
from bilat.readers.publishers import name_of

FEED = re.compile(
    r"(?>\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>))*+\s*<(?:rss|feed|rdf:RDF)\b", re.DOTALL | re.IGNORECASE
)
ROOT = re.compile(rb"<(rss|feed|rdf:RDF)\b", re.IGNORECASE)
OPENS = re.compile(rb"<(?:item|entry)[\s>]", re.IGNORECASE)
PIECE = 1 << 20


class Feed:
    """Reads RSS and Atom files."""

    form = "feed"

    def recognises(self, head: str, _path: str) -> int:
        """The root element is a feed's."""
        return 95 if FEED.match(head) else 0

    def read(self, raw: RawFile) -> Iterator[Draft | Failure]:
        """One document an entry; an entry without text is a Failure."""
        index = 0
        for piece in _pieces(raw):
            for entry, publisher in entries_of(piece):
                draft = _draft(entry, publisher, Source(raw.path, self.form, index))
                index += 1
                yield draft


def _pieces(raw: RawFile) -> Iterator[bytes]:
    """The file cut between entries, each piece a feed of its own."""
    beginning: bytes | None = None
    ending = close = buffer = b""
    for chunk in raw.chunks(PIECE):
        buffer += chunk
        if beginning is None:
            first = OPENS.search(buffer)
            if first is None:
                if len(buffer) > MAX_BYTES:
                    break
                continue
            beginning, buffer = buffer[: first.start()], buffer[first.start() :]
            root = ROOT.search(beginning)
            name = root[1] if root else b"rss"
            ending = b"</channel></rss>" if name.lower() == b"rss" else b"</" + name + b">"
            close = b"</entry>" if name.lower() == b"feed" else b"</item>"
        last = buffer.rfind(close) + len(close)
        if last >= len(close):
            yield beginning + closed(buffer[:last], close) + ending
            buffer = buffer[last:]
        elif len(buffer) > MAX_BYTES:
            msg = f"an entry longer than {MAX_BYTES // 2**20} MB"
            raise ReadError(msg)
    if beginning is None:
        msg = "a feed without entries"
        raise ReadError(msg)
    if OPENS.search(buffer):
        yield beginning + closed(buffer, close) + ending


def closed(entries: bytes, close: bytes) -> bytes:
    """The entries with an end for each: one left open (a feed cut short) would hold all that follow. What stands before
    the first is none: an end without a beginning, at the start of a piece."""
    starts = [m.start() for m in OPENS.finditer(entries)]
    cut = (entries[start:end] for start, end in pairwise([*starts, len(entries)]))
    return b"".join(entry if close in entry else entry + close for entry in cut)


_REFERENCE = re.compile(r"&(?:amp;)*#(?:[xX](?P<hex>[0-9a-fA-F]+)|(?P<decimal>[0-9]+));?")
_SURROGATES = range(0xD800, 0xE000)


def _no_character(found: re.Match[str]) -> str:
    """Nothing for a reference to half a character or to none (&#xD800;), which feedparser breaks on."""
    digits = (found["hex"] or found["decimal"]).lstrip("0") or "0"
    number = int(digits[:9], 16 if found["hex"] else 10)
    return "" if number in _SURROGATES or number > sys.maxunicode else found[0]


def entries_of(piece: bytes) -> Iterator[tuple[dict[str, Any], str]]:
    import feedparser  # noqa: PLC0415  60 ms, and only this form needs it

    text = decode(piece).text
    text = re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL)
    text = _REFERENCE.sub(_no_character, text)
    parsed = cast(
        "dict[str, Any]",
        feedparser.parse(text.encode(), sanitize_html=False, resolve_relative_uris=False),
    )
    feed = cast("dict[str, Any]", parsed.get("feed", {}))
    for entry in cast("list[dict[str, Any]]", parsed.get("entries", [])):
        yield entry, str(feed.get("title", ""))


def content_of(entry: dict[str, Any]) -> str:
    contents = cast("list[dict[str, Any]]", entry.get("content") or [])
    texts = [str(c.get("value", "")) for c in contents] + [str(entry.get("summary", ""))]
    return max(texts, key=len)


def _draft(entry: dict[str, Any], publisher: str, source: Source) -> Draft | Failure:
    headline = plain(re.sub(r"<[^>]{1,200}>", "", str(entry.get("title", ""))))
    content = strip_controls(content_of(entry))
    lines = html_lines(content) if has_markup(content) or "<" in content else markdown_lines(content)
    if not headline and not lines:
        return Failure(source.path, f"entry {source.index + 1} has neither title nor text")
    url = str(entry.get("link", "")).strip() or None
    known = name_of(url)
    dates = Dates()
    dates.add(next((entry[k] for k in ("published", "updated", "created") if entry.get(k)), None), DateSource.FIELD)
    dates.add_day(in_address(url) if url else None, DateSource.ADDRESS)
    name = plain(publisher) if publisher and (known is None or "." in known) else known
    return Draft(headline, lines, url, name or None, dates, source=source)
