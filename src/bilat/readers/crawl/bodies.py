"""The body of an HTTP answer as it was sent → the bytes of the page, never more than a page may have.

Crawlers differ in what they write: bodies as they came (chunked, compressed), or decoded with the old headers left
above them. So an encoding is undone only where the body looks like it, and what breaks in the middle is kept so far.
"""

import io
import re
import zlib
from typing import TYPE_CHECKING, Final

from bilat.readers.base import MAX_BYTES

if TYPE_CHECKING:
    from fastwarc.stream_io import WarcReader  # pyright: ignore[reportMissingModuleSource] -- compiled

_CHUNK: Final = re.compile(rb"[0-9a-fA-F]{1,8}(?:;[^\r\n]{0,99})?\r?\n")
_PIECE: Final = 1 << 16
_MOST_LAYERS: Final = 3
"""Encodings one upon the other that are undone: servers send one, a careless proxy adds another."""
_GZIP: Final = b"\x1f\x8b"
_ZLIB: Final = b"\x78"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"


def body_of(data: bytes, transfer: str, content: str) -> tuple[bytes, bool]:
    """The page in an answer with these values of Transfer-Encoding and Content-Encoding, and whether it is whole: at
    most MAX_BYTES + 1 bytes of it, so that one that is longer shows."""
    whole = True
    if "chunked" in transfer.lower() and _CHUNK.match(data):
        from fastwarc.stream_io import ChunkedReader  # noqa: PLC0415  an extra, see warc.py  # pyright: ignore[reportMissingModuleSource] -- compiled

        data, whole = _undone(ChunkedReader(io.BytesIO(data)))
    for name in reversed(content.lower().replace(",", " ").split()[:_MOST_LAYERS]):
        plain, complete = _unpacked(name, data)
        if plain:
            data, whole = plain, whole and complete
    return data, whole


def _unpacked(name: str, data: bytes) -> tuple[bytes, bool]:
    """What is packed in this way, and whether it is whole; nothing for what does not look like it."""
    from fastwarc.stream_io import BrotliReader, ZstdReader  # noqa: PLC0415  # pyright: ignore[reportMissingModuleSource] -- compiled

    if name in ("gzip", "x-gzip") and data.startswith(_GZIP):
        return _inflated(data, 31)
    if name == "deflate":
        return _inflated(data, 15 if data.startswith(_ZLIB) else -15)
    if name == "br" and data.lstrip()[:1] != b"<":
        return _undone(BrotliReader(io.BytesIO(data)))
    if name == "zstd" and data.startswith(_ZSTD):
        return _undone(ZstdReader(io.BytesIO(data)))
    return b"", True


def _inflated(data: bytes, kind: int) -> tuple[bytes, bool]:
    """By zlib itself: fastwarc's reader does not tell the end of a page from the end of what was kept of it."""
    unpacking = zlib.decompressobj(kind)
    found = bytearray()
    try:
        for at in range(0, len(data), _PIECE):
            found += unpacking.decompress(data[at : at + _PIECE], MAX_BYTES + 1 - len(found))
            if len(found) > MAX_BYTES:
                return bytes(found), True
    except zlib.error:
        return bytes(found), False
    return bytes(found), unpacking.eof


def _undone(reader: "WarcReader") -> tuple[bytes, bool]:
    found = bytearray()
    try:
        while len(found) <= MAX_BYTES and (piece := reader.read(_PIECE)):
            found += piece
    except (OSError, ValueError):
        return bytes(found), False
    return bytes(found[: MAX_BYTES + 1]), True
