"""A folded text → the numbers of some of its clauses: what two articles of one wording have in common.

A clause is what stands between two marks. Of those that are long enough to say something, half are kept (chosen by a
character of theirs, so that the same half is kept of every text), each as a hash of 32 bits.
"""

from struct import pack, unpack
from typing import Final
from zlib import crc32

_MARKS: Final = ",。、:;”"
"""Where clauses end, beside line ends; in folded text, so a comma stands for a wide one too."""
_SHORTEST: Final = 8
"""Characters of a clause that counts: shorter ones are names and common turns (他表示, 据新华社报道)."""
_LEAST: Final = -(2**31)
"""Hashes are signed: SQLite keeps such a number in four bytes, one of 32 bits without a sign in six."""


def clauses(folded: str) -> set[int]:
    """The hashes of half the clauses of a text: 0.06 s a million characters."""
    for mark in _MARKS:
        folded = folded.replace(mark, "\n")
    return {
        crc32(clause.encode("utf-8", "surrogatepass")) + _LEAST
        for clause in folded.split("\n")
        if len(clause) >= _SHORTEST and ord(clause[2]) & 1
    }


def packed(numbers: set[int]) -> bytes:
    """The numbers as bytes, four each, smallest first."""
    return pack(f">{len(numbers)}i", *sorted(numbers))


def unpacked(stored: bytes) -> tuple[int, ...]:
    """The numbers that `packed` made bytes of."""
    return unpack(f">{len(stored) // 4}i", stored)
