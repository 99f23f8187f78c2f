"""A feed's bytes → its entries one by one, each with the bytes that hold it: for those who follow a feed.

Nothing is parsed before it is asked for: who follows a feed knows most entries by their bytes.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Any

from bilat.errors import ReadError
from bilat.readers.clean import plain
from bilat.readers.decode import decode
from bilat.readers.forms.feed import FEED, OPENS, ROOT, closed, content_of, entries_of

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARATION = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)
_TTL = re.compile(rb"<ttl>\s*(\d{1,6})\s*</ttl>", re.IGNORECASE)
_HEAD = 65_536
LONGEST_BEGINNING = 262_144
"""Bytes that a feed may have before its first entry: they stand above each entry that is read, or kept alone."""
LONGEST_ENTRY = 524_288
"""Bytes of an entry that is still read. Made to be slow, half a megabyte takes feedparser 9 s; a plain one 0.2 s."""
MOST_ENTRIES = 20_000
"""Entries of one feed that are looked at, the first ones."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the feed tells it: `key` is its own id, else its address, else its words; `url`, `published` as
    written, empty where there is none; `says` is a hash of all that a reader sees of it."""

    key: str
    url: str
    title: str
    published: str
    says: str


class FeedBytes:
    """A feed cut between its entries."""

    def __init__(self, data: bytes) -> None:
        """Raises ReadError for what is no feed. A feed without entries is one."""
        head = decode(data[:_HEAD], partial=len(data) > _HEAD).text
        if not FEED.match(head):
            what = "an HTML page" if re.match(r"\s*<(!doctype html|html)\b", head, re.IGNORECASE) else "something else"
            msg = f"no feed: {what}"
            raise ReadError(msg)
        if data.startswith(_WIDE) or b"\0" in data[:100]:
            text = _DECLARATION.sub("", decode(data).text, count=1)
            data = f'<?xml version="1.0" encoding="utf-8"?>{text}'.encode()
        starts = [found.start() for found in islice(OPENS.finditer(data), MOST_ENTRIES + 1)]
        if len(starts) > MOST_ENTRIES:
            data = data[: starts.pop()]
        root = ROOT.search(data)
        name = root[1] if root else b"rss"
        self._close = b"</entry>" if name.lower() == b"feed" else b"</item>"
        self._beginning = data[: starts[0]] if starts else data
        if len(self._beginning) > LONGEST_BEGINNING and starts:
            msg = f"no feed: more than {LONGEST_BEGINNING // 1024} kB before its first entry"
            raise ReadError(msg)
        self._ending = b"</channel></rss>" if name.lower() == b"rss" else b"</" + name + b">"
        ends = [*starts[1:], len(data)][: len(starts)]
        self.slices = [self._whole(data[start:end]) for start, end in zip(starts, ends, strict=True)]
        """The bytes of each entry, in the feed's order."""
        found = _TTL.search(self._beginning)
        self.ttl = int(found[1]) * 60 if found else 0
        """How many seconds the feed asks to wait before it is fetched again; 0 when it says nothing."""

    def _whole(self, entry: bytes) -> bytes:
        """An entry up to its end, without what follows it."""
        entry = closed(entry, self._close)
        return entry[: entry.find(self._close) + len(self._close)]

    def alone(self, entry: bytes) -> bytes:
        """A feed of this one entry, with all that the feed says of itself before its entries."""
        return self._beginning + entry + self._ending

    def read(self, entry: bytes) -> Entry | None:
        """What an entry says; None when nothing can be read in it, or it is longer than LONGEST_ENTRY."""
        if len(entry) > LONGEST_ENTRY:
            return None
        for found in self._parsed(entry):
            parsed = dict(found.items())  # feedparser's own `get` takes one date for another, and warns
            url = str(parsed.get("link", "")).strip()
            title = plain(re.sub(r"<[^>]{1,200}>", "", str(parsed.get("title", ""))))
            written = (str(parsed[k]) for k in ("published", "updated", "created") if parsed.get(k))
            content = content_of(parsed)
            if not (url or title or content.strip()):
                return None
            updated = str(parsed.get("updated", ""))
            says = _hash(title, content, updated, url)
            key = str(parsed.get("id", "")).strip() or url or says
            return Entry(key, url, title, next(written, "").strip(), says)
        return None

    def _parsed(self, entry: bytes) -> Iterator[dict[str, Any]]:
        try:
            yield from (parsed for parsed, _ in entries_of(self.alone(entry)))
        except ReadError:
            return


def _hash(*texts: str) -> str:
    return blake2b("\n".join(texts).encode(errors="replace"), digest_size=8).hexdigest()
