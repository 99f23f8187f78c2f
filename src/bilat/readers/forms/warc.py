"""WARC, the archive that crawlers write: its pages are the documents, see docs/readers.md.

Plain, gzip (a member a record, or one for all), zstd or lz4. Reading takes the memory of one page, so an archive may
have any size. Needs the extra `warc`.
"""

import zlib
from collections.abc import Iterator

from bilat.model import Document, Failure
from bilat.readers.base import RawFile
from bilat.readers.compose import Draft
from bilat.readers.crawl import archive
from bilat.readers.divided import Aside, Page, read_divided

_START = b"WARC/"
_GZIP = b"\x1f\x8b"
_SELDOM = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18", b"\x04\x22\x4d\x18")
"""Beginnings of zstd, of zstd with a dictionary, of lz4: taken by the name, as unpacking them needs the extra."""
_SURE = 97


class Warc:
    """Reads WARC files."""

    form = "warc"

    def recognises(self, head: str, path: str) -> int:  # noqa: ARG002 -- what every reader is asked with
        """The first line names the format."""
        return _SURE if head.startswith("WARC/") else 0

    def recognises_bytes(self, head: bytes, path: str) -> int:
        """The same for packed ones."""
        if head.startswith(_START):
            return _SURE
        if head.startswith(_GZIP):
            return _SURE if _unpacked(head).startswith(_START) else 0
        return _SURE if head.startswith(_SELDOM) and ".warc" in path.lower() else 0

    def pages(self, raw: RawFile) -> Iterator[Page | Aside | Failure]:
        """The captured pages; then what is none."""
        stream, size = raw.binary()
        yield from archive.pages(raw, self.form, stream, size)

    def read_page(self, held: object) -> Draft | Aside:
        """The article of a page."""
        return archive.read_page(held)

    def read(self, raw: RawFile) -> Iterator[Document | Failure]:
        """A document for each page that is an article; then what was left out."""
        yield from read_divided(self, raw)


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, len(_START))
    except zlib.error:
        return b""
