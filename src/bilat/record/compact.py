"""Texts and spans as the bytes that a record keeps: a quarter of what they take as they are.

A text is compressed by itself, so that one document is read without another. Spans are small numbers: each as far from
the one before as it stands, in bytes of seven bits.
"""

import re
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from msgspec.json import encode

from bilat.model import Part

_UTF_8: Final = b"\0"
_GB18030: Final = b"\1"
"""First byte of a kept text: which encoding was compressed. Chinese takes two bytes a character in the second one,
three in the first; the shorter one is taken."""
_DECODERS: Final = {_UTF_8: getincrementaldecoder("utf-8"), _GB18030: getincrementaldecoder("gb18030")}
_MOVED: Final = re.compile(
    "[\ue000-\uf8ff\ufe10-\ufe19\u1e3f\u9fb4-\u9fbb\U00020087\U00020089\U000200cc\U000215d7\U0002298f\U000241fe]"
)
"""Characters that have other bytes in other editions of GB 18030 (2000, 2005, 2022): a Python may know another one."""
_LEVEL: Final = 6
"""Level 9 makes the texts of 2,738 documents not a ten-thousandth smaller (measured)."""
_RAW: Final = -15
"""Deflate without header and checksum: the text has a hash of its own in the record."""
LONGEST: Final = 2**28
"""Bytes of a text in its encoding: what a stranger's record can make a reader hold."""

_PARTS: Final = tuple(part.value for part in Part)
_CODES: Final = {part: code for code, part in enumerate(_PARTS)}
_PARTS_BITS: Final = 3


_DIGITS: Final = 16
_ID: Final = re.compile("[0-9a-f]{0,16}")
NO_ID: Final = b""
"""Stands for words that are no id: none is so short."""


class SpoiledError(ValueError):
    """Bytes that no record was given."""


def pack_id(id_: str) -> bytes:
    """An id of 16 hexadecimal digits as it is kept; NO_ID for other words. In SQL `lower(hex(id))` is the id again."""
    return bytes.fromhex(id_) if len(id_) == _DIGITS and _ID.fullmatch(id_) else NO_ID


def ids_beginning(digits: str) -> tuple[bytes, bytes]:
    """The first and last id, as they are kept, that begin with some digits; NO_ID for words that begin none."""
    if not _ID.fullmatch(digits):
        return NO_ID, NO_ID
    return bytes.fromhex(digits.ljust(_DIGITS, "0")), bytes.fromhex(digits.ljust(_DIGITS, "f"))


def address_key(url: str) -> int:
    """A number of 32 bits that an address is looked up by: an index of the addresses is six times as large."""
    return zlib.crc32(url.encode()) - 2**31  # signed: SQLite keeps it in four bytes


def pack_text(text: str) -> bytes:
    """A text as it is kept. Raises ValueError for one of more than LONGEST bytes."""
    begins, data = _UTF_8, text.encode()
    if not _MOVED.search(text) and len(chinese := text.encode("gb18030")) < len(data):
        begins, data = _GB18030, chinese
    if len(data) > LONGEST:
        msg = f"a text of more than {LONGEST >> 20} MB"
        raise ValueError(msg)
    made = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    return begins + made.compress(data) + made.flush()


def text_of(kept: bytes) -> str:
    """The text that `pack_text` made bytes of. Raises SpoiledError."""
    encoding = {_UTF_8: "utf-8", _GB18030: "gb18030"}.get(kept[:1])
    unpacker = zlib.decompressobj(_RAW)
    try:
        data = unpacker.decompress(kept[1:], LONGEST)
        if encoding is not None and unpacker.eof and not unpacker.unused_data:
            return data.decode(encoding)
    except (zlib.error, UnicodeDecodeError) as err:
        msg = f"a text that cannot be unpacked: {err}"
        raise SpoiledError(msg) from err
    msg = "a text that cannot be unpacked"
    raise SpoiledError(msg)


recent_text: Final = lru_cache(32)(text_of)
"""The same, kept for a while: several things of one document are mostly asked for together."""
_CHARACTER: Final = {_UTF_8: 3, _GB18030: 2}
"""Bytes that a Chinese character takes."""
_STRETCH: Final = 512
"""Characters by which more of a text is unpacked."""


@lru_cache(32)
def _beginning(kept: bytes, stretches: int) -> str:
    """The first stretches of a text, or more of it: an article is mostly quoted where it begins."""
    wanted = stretches * _STRETCH
    each = _CHARACTER.get(kept[:1])
    if each is None:
        return text_of(kept)
    try:
        data = zlib.decompressobj(_RAW).decompress(kept[1:], wanted * each)
        text = _DECODERS[kept[:1]]().decode(data)
    except (zlib.error, UnicodeDecodeError) as err:
        msg = f"a text that cannot be unpacked: {err}"
        raise SpoiledError(msg) from err
    return text if len(text) >= wanted else text_of(kept)


def quotes(text: bytes, spans: bytes) -> str:
    """What stands at spans of a text, both as they are kept, as a JSON array."""
    places = spans_of(spans)
    plain = _beginning(text, max((end for _, end in places), default=0) // _STRETCH + 1)
    return encode([plain[start:end] for start, end in places]).decode()


def pack_spans(spans: Iterable[tuple[int, int]]) -> bytes:
    """Spans, in any order, as they are kept."""
    numbers: list[int] = []
    last = 0
    for start, end in spans:
        numbers += (_unsigned(start - last), end - start)
        last = start
    return _pack(numbers)


def spans_of(kept: bytes) -> list[tuple[int, int]]:
    """The spans that `pack_spans` made bytes of. Raises SpoiledError."""
    spans: list[tuple[int, int]] = []
    start = 0
    for moved, length in _pairs(kept):
        start += _signed(moved)
        spans.append((start, start + length))
    return spans


def pack_passages(passages: Sequence[tuple[str, int, int]]) -> bytes:
    """Passages of a document (part, start, end), in their order, as they are kept."""
    numbers: list[int] = []
    last = 0
    for part, start, end in passages:
        numbers += (_unsigned(start - last) << _PARTS_BITS | _CODES[part], end - start)
        last = end
    return _pack(numbers)


def passages_of(kept: bytes) -> list[tuple[str, int, int]]:
    """The passages that `pack_passages` made bytes of. Raises SpoiledError."""
    passages: list[tuple[str, int, int]] = []
    last = 0
    for begins, length in _pairs(kept):
        start = last + _signed(begins >> _PARTS_BITS)
        last = start + length
        passages.append((_PARTS[begins & (1 << _PARTS_BITS) - 1], start, last))
    return passages


def count_spans(kept: bytes) -> int:
    """How many spans or passages there are: numbers end with a byte below 128, two of them make one."""
    return sum(byte < 128 for byte in kept) // 2


def count_within(kept: bytes, start: int, end: int) -> int:
    """How many of some spans stand within another."""
    return sum(start <= first and last <= end for first, last in spans_of(kept))


def _unsigned(number: int) -> int:
    """0, -1, 1, -2 … as 0, 1, 2, 3 …: small numbers of either sign stay small."""
    return number << 1 if number >= 0 else (-number << 1) - 1


def _signed(number: int) -> int:
    return -(number + 1 >> 1) if number & 1 else number >> 1


def _bytes_of(number: int) -> bytes:
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    made.append(number)
    return bytes(made)


_SMALL: Final = tuple(map(_bytes_of, range(2048)))


def _pack(numbers: list[int]) -> bytes:
    return b"".join([_SMALL[number] if number < len(_SMALL) else _bytes_of(number) for number in numbers])


def _pairs(kept: bytes) -> Iterator[tuple[int, int]]:
    numbers: list[int] = []
    number = shift = 0
    for byte in kept:
        number |= (byte & 127) << shift
        if byte < 128:
            numbers.append(number)
            number = shift = 0
        else:
            shift += 7
    if shift or len(numbers) % 2:
        msg = "spans that end in the middle"
        raise SpoiledError(msg)
    return zip(numbers[::2], numbers[1::2], strict=True)
