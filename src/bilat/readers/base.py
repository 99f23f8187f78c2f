"""What a form of input offers (Reader) and what it is given (RawFile).

A reader turns one file of its form into Documents, one after the other, and into a Failure for each part it cannot
read. It keeps no state between files, so that files can be read by any process in any order.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from bilat.errors import ReadError
from bilat.model import Document, Failure
from bilat.readers.decode import Decoded, decode

if TYPE_CHECKING:
    from bilat.readers.compose import Draft

HEAD_BYTES = 65_536
"""How much of a file is looked at to recognise its form."""

MAX_BYTES = 16 * 2**20
"""The longest file read as one piece (a page, a post, a transcript); feeds and JSON Lines stream and have no limit.
Measured at 20 MB: a page 3 s and 180 MB, a post 6 s and 170 MB, plain text 4 s and 120 MB."""

STDIN = "-"


@dataclass(frozen=True, slots=True, order=True)
class InputFile:
    """One file to read, by the path or address it was given or found under; `-` is standard input. `state` has size
    and time where listing told them."""

    path: str
    state: tuple[int, int] | None = None


class _Onward(io.RawIOBase):
    """The first bytes and then the rest of a stream that cannot go back."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        return self._head.read(size) or self._rest.read(size)


class RawFile:
    """An open input: its path, its first bytes, and the whole of it as text or as a stream, read once."""

    def __init__(self, path: str, stream: BinaryIO) -> None:
        self.path = path
        self._stream = stream
        self.head_bytes = stream.read(HEAD_BYTES)

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return self.path.replace("\\", "/").rpartition("/")[2]

    @cached_property
    def _decoded_head(self) -> Decoded:
        return decode(self.head_bytes, partial=len(self.head_bytes) == HEAD_BYTES)

    @property
    def head(self) -> str:
        """The first characters, decoded. Raises ReadError when they are no text."""
        return self._decoded_head.text

    def chunks(self, size: int = 1 << 20) -> Iterator[bytes]:
        """All bytes from the start, in pieces. Consumes the input."""
        if self.head_bytes:
            yield self.head_bytes
        while piece := self._stream.read(size):
            yield piece

    def binary(self) -> tuple[BinaryIO, int | None]:
        """The input from its start as a stream of bytes, and its size; of what cannot go back, such as standard input,
        the size is not known. Consumes the input."""
        if self._stream.seekable():
            size = self._stream.seek(0, io.SEEK_END)
            _ = self._stream.seek(0)
            return self._stream, size
        return cast("BinaryIO", _Onward(self.head_bytes, self._stream)), None

    def whole(self) -> Decoded:
        """The file as one text. Raises ReadError above MAX_BYTES or when it is no text. Consumes the input."""
        if len(self.head_bytes) < HEAD_BYTES:
            return self._decoded_head
        data = self.head_bytes + self._stream.read(MAX_BYTES - HEAD_BYTES + 1)
        if len(data) > MAX_BYTES:
            msg = f"longer than {MAX_BYTES // 2**20} MB, the limit for one page; feeds and JSON Lines may be longer"
            raise ReadError(msg)
        return decode(data)


class Reader(Protocol):
    """One form of input. A new form is a class like this in a plugin; docs/readers.md walks through one."""

    @property
    def form(self) -> str:
        """The name used by `--as` and kept in `Source.form`."""
        ...

    def recognises(self, head: str, path: str, /) -> int:
        """How sure this reader is that a file at `path` starting with `head` is its form: 0 (not) to 100 (certain)."""
        ...

    def read(self, raw: RawFile) -> "Iterator[Document | Draft | Failure]":
        """The file's documents, or drafts of them, in order. May raise ReadError for the file as a whole."""
        ...


class BinaryReader(Reader, Protocol):
    """A form that is no text. It is asked before the file is decoded, and then not again."""

    def recognises_bytes(self, head: bytes, path: str, /) -> int:
        """As `recognises`, by the first bytes."""
        ...
