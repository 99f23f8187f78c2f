"""A small input → large ones of the same making: what is quick on a line can take minutes on a file."""

from collections.abc import Iterator
from typing import Final

SIZE: Final = 100_000
"""Bytes of a grown input."""


def grown(data: bytes, size: int = SIZE) -> Iterator[tuple[str, bytes]]:
    """The whole again and again; its beginning once, then a middle piece again and again, then its end."""
    if not data:
        return
    yield "whole", _times(data, size)
    for parts in (2, 3, 5, 9):
        for at in range(parts):
            low, high = len(data) * at // parts, len(data) * (at + 1) // parts
            if low < high and (parts in (3, 9) or at == parts - 1):
                yield f"piece {at + 1} of {parts}", data[:low] + _times(data[low:high], size) + data[high:]


def _times(piece: bytes, size: int) -> bytes:
    return (piece * (size // len(piece) + 1))[:size] if piece else b""
