"""WACZ, a crawl in one zip: the WARC files in its folder `archive`, read in place.

Nothing is unpacked to a disk, whatever its entries are called. Only that folder is looked at: indexes, list of pages
and signatures say nothing that the WARC files do not. Needs the extra `warc`.
"""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Final, cast
from zlib import error as ZlibError  # noqa: N812 -- an exception, named as one

from bilat.errors import ReadError
from bilat.model import Document, Failure
from bilat.readers.base import RawFile
from bilat.readers.compose import Draft
from bilat.readers.crawl import archive
from bilat.readers.crawl.captures import MOST_GROWN, Counted, most_of
from bilat.readers.divided import Aside, Page, read_divided

_SURE: Final = 97
_ZIP: Final = b"PK\x03\x04"
_OWN: Final = (b"datapackage.json", b"archive/", b"pages/pages.jsonl", b"indexes/")
"""Names that stand near the beginning of a WACZ."""
_END: Final = b"PK\x05\x06"
_END_BYTES: Final = 65_557
"""The record at a zip's end and the longest comment behind it."""
MOST_LISTED: Final = 4 * 2**20
"""Bytes of a zip's directory, which is read into memory at once: 40,000 entries; a WACZ has a dozen."""
_ENDINGS: Final = (".warc", ".warc.gz", ".warc.zst")


class Wacz:
    """Reads WACZ files."""

    form = "wacz"

    def recognises(self, head: str, path: str) -> int:  # noqa: ARG002 -- what every reader is asked with
        """No text is one."""
        return 0

    def recognises_bytes(self, head: bytes, path: str) -> int:
        """A zip with the name, or whose first entries are those of one."""
        if not head.startswith(_ZIP):
            return 0
        named = path.lower().endswith(".wacz")
        return _SURE if named or any(name in head for name in _OWN) else 0

    def pages(self, raw: RawFile) -> Iterator[Page | Aside | Failure]:
        """The captured pages of its WARC files; after each, what is none."""
        stream, size = raw.binary()
        if size is None:
            msg = "a zip cannot be read from a stream: its list of entries stands at its end; save it as a file"
            raise ReadError(msg)
        _ = _directory(stream, size)
        try:
            with zipfile.ZipFile(stream) as zipped:
                yield from _entries(zipped, raw, size)
        except zipfile.BadZipFile as err:
            msg = f"a damaged zip: {str(err)[:80]}"
            raise ReadError(msg) from err

    def read_page(self, held: object) -> Draft | Aside:
        """The article of a page."""
        return archive.read_page(held)

    def read(self, raw: RawFile) -> Iterator[Document | Failure]:
        """A document for each page that is an article; then what was left out."""
        yield from read_divided(self, raw)


def _directory(stream: BinaryIO, size: int) -> int:
    """The size of the directory. Raises ReadError when there is none, or one too large to look at."""
    _ = stream.seek(max(0, size - _END_BYTES))
    tail = stream.read(_END_BYTES)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        msg = "a zip without its end: it was cut short"
        raise ReadError(msg)
    entries = int.from_bytes(tail[at + 10 : at + 12], "little")
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    if length == 0xFFFFFFFF or entries == 0xFFFF:  # the real ones stand in a record of 64 bits before it
        record = tail.rfind(b"PK\x06\x06", 0, at)
        length = int.from_bytes(tail[record + 40 : record + 48], "little") if record >= 0 else MOST_LISTED + 1
    if length > MOST_LISTED:
        msg = f"a zip whose list of entries is longer than {MOST_LISTED // 2**20} MB"
        raise ReadError(msg)
    return length


def _entries(zipped: zipfile.ZipFile, raw: RawFile, size: int) -> Iterator[Page | Aside | Failure]:
    """The pages of each WARC in the folder `archive`, in order of their names."""
    wanted = [e for e in zipped.infolist() if e.filename.startswith("archive/") and e.filename.endswith(_ENDINGS)]
    if not wanted:
        msg = "a zip without WARC files in its folder archive"
        raise ReadError(msg)
    taken = 0
    for entry in sorted(wanted, key=lambda e: (e.filename, e.header_offset)):
        place = entry.filename[:200]
        if taken > most_of(size):
            yield Failure(raw.path, f"{place}: the zip grows to more than {MOST_GROWN} times its size: not read")
            return
        try:
            with zipped.open(entry) as opened:
                counted = Counted(cast("BinaryIO", opened), most_of(size) - taken)
                yield from archive.pages(raw, Wacz.form, cast("BinaryIO", counted), size, place)
                taken += counted.taken
        except (RuntimeError, NotImplementedError, zipfile.BadZipFile, ZlibError, EOFError) as err:
            yield Failure(raw.path, f"{place}: cannot be unpacked: {str(err)[:80]}")
