"""A WARC stream → its captures of pages, one after the other; what is no page is counted, what is damaged told of.

Memory is that of one record: a longer one than a page may be is passed over, and an archive that grows to many times
its size is given up.
"""

import io
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from msgspec import Struct

from bilat.errors import ReadError
from bilat.readers.base import MAX_BYTES
from bilat.readers.crawl.bodies import body_of

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord  # pyright: ignore[reportMissingModuleSource] -- compiled

MOST_GROWN: Final = 250
"""How many times its size an archive may grow when it is unpacked. Crawls of pages grow 4 to 15 times; gzip can a
thousand."""
_FREE: Final = 256 * 2**20
"""Bytes that any archive may grow to, however small it is: a hundred alike pages in 30 kB are no attack."""
_HTML: Final = frozenset(("text/html", "application/xhtml+xml"))
_UNSURE: Final = frozenset(("", "text/plain", "application/octet-stream", "application/xml", "text/xml"))
"""Types under which pages are sent by servers that do not know better."""
_PAGE_STARTS: Final = (b"<!doctype html", b"<html", b"<head", b"<?xml")
_PIECE: Final = 1 << 20
_LONGEST_URL: Final = 4000


class Capture(Struct):
    """A page as it was fetched: its address, the time (ISO, UTC) when the archive knows it, its bytes, the encoding
    that the server named; `plain` for text that somebody made of it, `cut` where only its beginning is kept."""

    url: str
    fetched: str | None
    data: bytes
    charset: str | None = None
    plain: bool = False
    cut: bool = False


class DamagedError(Exception):
    """An archive, or what is left of it, cannot be read on; the text says from which byte."""


class GrownError(Exception):
    """An archive that is no end of being unpacked."""


def captures(stream: BinaryIO, size: int | None, aside: Counter[str], *, look_back: bool = True) -> Iterator[Capture]:
    """The pages of a WARC, plain or compressed, in order; `size` is that of the file in bytes where it is known. What
    is no page is counted in `aside` by the reason. With `look_back`, a stream that can go back is looked at for an end
    in the middle of a record. Raises DamagedError after what came before, ReadError without the extra."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415  an extra  # pyright: ignore[reportMissingModuleSource] -- compiled
    except ImportError as err:
        msg = 'reading WARC needs fastwarc: pip install "bilat[warc]"'
        raise ReadError(msg) from err
    wanted = {int(getattr(WarcRecordType, name)): name for name in ("response", "resource", "conversion", "revisit")}
    counted = Counted(stream)
    grown = at = 0
    try:
        unpacked = cast("BinaryIO", counted)
        for record in ArchiveIterator(unpacked, parse_http=True, auto_decode="none", strict_mode=False):
            at, length = record.stream_pos, record.content_length
            grown += length
            if grown > most_of(counted.taken if size is None else size):
                raise DamagedError(_grown(at))
            kind = wanted.get(int(record.record_type))
            if kind is not None:
                found, why, whole = _capture(record, kind)
                if found is not None:
                    yield found
                if why:
                    aside[why] += 1
                if not whole:
                    raise DamagedError(_cut(at))
            elif _is_cut(record):
                raise DamagedError(_cut(at))
    except (OSError, GrownError) as err:
        if isinstance(counted.broken, GrownError):
            raise DamagedError(_grown(at)) from err
        if counted.broken is not None:
            raise counted.broken from err
        msg = f"damaged after the record at byte {at}: {str(err)[:80]}; what came before is kept"
        raise DamagedError(msg) from err
    if look_back and not _ends_whole(stream, at):
        raise DamagedError(_cut(at))


def _cut(at: int) -> str:
    return f"cut short in or after the record at byte {at}: what came before is kept"


def _grown(at: int) -> str:
    return f"grows to more than {MOST_GROWN} times its size at byte {at}: what came before is kept"


def most_of(size: int) -> int:
    """Bytes that an archive of so many may grow to."""
    return max(_FREE, MOST_GROWN * size)


class Counted(io.RawIOBase):
    """A stream that counts what is taken from it, at most so many bytes, and keeps the error when it cannot be read."""

    def __init__(self, stream: BinaryIO, most: int | None = None) -> None:
        self._stream = stream
        self._most = most
        self.taken = 0
        self.broken: OSError | GrownError | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        try:
            piece = self._stream.read(_PIECE if size < 0 else size)
        except (OSError, GrownError) as err:
            self.broken = err
            raise
        self.taken += len(piece)
        if self._most is not None and self.taken > self._most:
            raise GrownError
        return piece

    def tell(self) -> int:
        return self.taken


def _is_cut(record: "WarcRecord") -> bool:
    """Whether the archive ends in the headers of a record: those have no address."""
    return record.headers.get("WARC-Record-ID") is None and record.headers.get("WARC-Date") is None


def _capture(record: "WarcRecord", kind: str) -> tuple[Capture | None, str, bool]:
    """The page of a record or None, the reason to count it under, and whether the record is all there."""
    url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    if not url and _is_cut(record):
        return None, "", False
    http = record.http_headers if record.is_http else None
    media, charset = _media((http if http is not None else record.headers).get("Content-Type") or "")
    why = _no_page(record, kind, url, media)
    if why:
        return None, why, True
    length = record.content_length
    data = record.reader.read()
    whole = len(data) >= length
    cut = not whole or record.headers.get("WARC-Truncated") is not None
    if http is not None:
        data, undone = body_of(data, http.get("Transfer-Encoding") or "", http.get("Content-Encoding") or "")
        cut = cut or not undone
    why = _no_text(data, media, kind)
    if why:
        return None, why, whole
    return Capture(url, _time(record), data, charset, plain=kind == "conversion", cut=cut), "", whole


def _no_page(record: "WarcRecord", kind: str, url: str, media: str) -> str:
    """Why a record is no page, by its headers alone; empty when it may be one."""
    http = record.http_headers if record.is_http else None
    wanted = ("text/plain", "") if kind == "conversion" else (*_HTML, *_UNSURE)
    reasons = (
        (kind == "revisit", "unchanged since an earlier capture"),
        (kind == "response" and (http is None or http.status_code is None), "no answer of a web server"),
        (http is not None and http.status_code != 200, "an answer other than 200"),
        (record.content_length > MAX_BYTES, _too_long()),
        (not url.lower().startswith(("http://", "https://")) or len(url) > _LONGEST_URL, "no page of the web"),
        (media not in wanted, "not HTML"),
    )
    return next((why for applies, why in reasons if applies), "")


def _no_text(data: bytes, media: str, kind: str) -> str:
    """Why the body of a record is no page; empty when it may be one."""
    if len(data) > MAX_BYTES:
        return _too_long()
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if kind != "conversion" and media not in _HTML and not start.startswith(_PAGE_STARTS):
        return "not HTML"
    return "" if data.strip() else "an empty page"


def _too_long() -> str:
    return f"longer than {MAX_BYTES // 2**20} MB"


def _media(type_: str) -> tuple[str, str | None]:
    """The media type of a Content-Type, and its charset if it names one."""
    media, _, rest = type_.partition(";")
    name = rest.lower().partition("charset=")[2].strip().strip("\"' ;")
    return media.strip().lower(), name[:40] or None


def _time(record: "WarcRecord") -> str | None:
    """When the page was fetched, to the second."""
    if record.headers.get("WARC-Date") is None:
        return None
    try:
        when = record.record_date.astimezone(UTC)
    except (AttributeError, ValueError, OverflowError):  # a date that cannot be read is None, whatever its type says
        return None
    return when.strftime("%Y-%m-%dT%H:%M:%SZ") if when.year > 1990 else None


def _ends_whole(stream: BinaryIO, at: int) -> bool:
    """Whether a gzip archive ends with the end of a member: one that was cut within the first bytes of a record looks
    complete to the iterator. Looks at what follows the last record; nothing is known of streams that cannot go back."""
    if not stream.seekable():
        return True
    _ = stream.seek(at)
    unpacking = zlib.decompressobj(31)
    piece = stream.read(_PIECE)
    if not piece.startswith(b"\x1f\x8b"):
        return True
    try:
        while piece:
            while piece:
                _ = unpacking.decompress(piece, _PIECE)
                piece = unpacking.unconsumed_tail
            if unpacking.eof:
                piece, unpacking = unpacking.unused_data, zlib.decompressobj(31)
                if not piece and not (piece := stream.read(_PIECE)):
                    return True
            else:
                piece = stream.read(_PIECE)
    except zlib.error:
        return False
    return False
