"""gzip for whoever takes it: whole bodies and streams, the same bytes for the same body."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

from starlette.datastructures import Headers

LEAST: Final = 1000
"""Bytes below which packing saves nothing."""
_LEVEL: Final = 5
_GZIP: Final = 31
"""zlib's window of 15 bits, plus 16 for gzip's head and tail."""


def taken(headers: Headers) -> bool:
    """Whether gzip is taken, after RFC 9110: named (or `*`) with a weight above 0."""
    weights: dict[str, bool] = {}
    for each in headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = each.strip().partition(";")
        digits = weight.strip().removeprefix("q=").replace(".", "").strip("0")
        weights[name.strip()] = not weight or bool(digits)
    return weights.get("gzip", weights.get("*", False))


def packed(body: bytes) -> bytes:
    """A body in gzip, without the time."""
    return gzip.compress(body, _LEVEL, mtime=0)


def packing(parts: Iterable[bytes]) -> Iterator[bytes]:
    """A stream in gzip."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    for part in parts:
        if made := packer.compress(part):
            yield made
    yield packer.flush()
