"""Text → the same text composed (NFC), with plain quotes, dashes and spaces, and the way back to its offsets."""

import re
import unicodedata
from typing import Final, NamedTuple

_PLAIN: Final = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "\u2032": "'", "\u0060": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ", "\t": " ",
        "\r": "\n", "\u2028": "\n", "\u2029": "\n",
    }
)  # fmt: skip
_CLUSTER: Final = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+", re.DOTALL)
"""A character with the marks that are written after it (U+0300 to U+036F, the combining diacritical marks)."""


class Folded(NamedTuple):
    """`text` to search in; `at` holds the offset in the original of each of its characters, and of its end, where the
    two differ in length."""

    text: str
    at: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text as offsets of the original."""
        return (start, end) if self.at is None else (self.at[start], self.at[end])

    def place(self, offset: int) -> int:
        """The place in the folded text of an offset of the original."""
        if self.at is None:
            return offset
        low, high = 0, len(self.at) - 1
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.at[middle] < offset else (low, middle)
        return low


def fold(text: str) -> Folded:
    """Composed, with plain marks. Only text with marks written apart (NFD) changes its length."""
    plain = text.translate(_PLAIN)
    if unicodedata.is_normalized("NFC", plain):
        return Folded(plain)
    out: list[str] = []
    at: list[int] = []
    for found in _CLUSTER.finditer(plain):
        whole = unicodedata.normalize("NFC", found[0])
        out.append(whole)
        at.extend([found.start()] * len(whole))
    return Folded("".join(out), (*at, len(text)))
