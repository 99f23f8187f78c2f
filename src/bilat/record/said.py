"""The sum of all that a record says, kept up line by line: what its digest is made of."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Final, Self

_SIZE: Final = 32
"""Bytes of a line's hash."""
_ALL: Final = 1 << (8 * _SIZE)


class Said:
    """A multiset of lines, as the sum of their hashes and their number. Lines come and go in any order; the same lines
    make the same sum. A line that goes must have come: no sum can tell."""

    def __init__(self, total: int = 0, lines: int = 0) -> None:
        self._total = total
        self._lines = lines

    @classmethod
    def of(cls, lines: Iterable[str]) -> Self:
        """The sum of these lines."""
        said = cls()
        said.add(lines)
        return said

    @classmethod
    def kept(cls, text: str | None) -> Self:
        """What `str` made a text of; nothing said when there is none."""
        if text is None:
            return cls()
        lines, _, total = text.partition(" ")
        return cls(int(total, 16), int(lines))

    def add(self, lines: Iterable[str]) -> None:
        """These lines are said."""
        for line in lines:
            self._total += _hash(line)
            self._lines += 1
        self._total %= _ALL

    def remove(self, lines: Iterable[str]) -> None:
        """These lines are said no more."""
        for line in lines:
            self._total -= _hash(line)
            self._lines -= 1
        self._total %= _ALL

    def __str__(self) -> str:
        return f"{self._lines} {self._total:0{2 * _SIZE}x}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and str(self) == str(other)

    __hash__ = None  # pyright: ignore[reportAssignmentType] -- it changes

    @property
    def digest(self) -> str:
        """One short text for all of it."""
        return blake2b(str(self).encode(), digest_size=16).hexdigest()


def _hash(line: str) -> int:
    return int.from_bytes(blake2b(line.encode(), digest_size=_SIZE).digest(), "big")
