"""Answers kept in memory: a page depends on the record, its address and the language, so it is drawn once."""

import threading
import zlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Final

_QUICK: Final = 1
"""Level of zlib: the highest one makes pages hardly smaller than this."""
_RAW: Final = -15
"""Deflate without header and checksum."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer: its bytes and what they are."""

    body: bytes
    media: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class Answers:
    """The answers given last, up to a number of bytes: the latest as they are, those before them packed to a quarter.
    The one not asked for longest goes first."""

    def __init__(self, most: int = 4_000_000, packed: int = 10_000_000) -> None:
        self._latest: Final = _Shelf(most)
        self._before: Final = _Shelf(packed)
        self._lock: Final = threading.Lock()

    def get(self, key: Hashable) -> Kept | None:
        """The answer kept under a key."""
        with self._lock:
            if (found := self._latest.get(key)) is not None:
                return found
            before = self._before.get(key)
        return before and replace(before, body=zlib.decompress(before.body, _RAW))

    def keep(self, key: Hashable, answer: Kept) -> None:
        """Keeps an answer, unless it alone would take a quarter of the room."""
        if not self._latest.fits(answer):
            return
        with self._lock:
            left = self._latest.keep(key, answer)
        for older, answer_before in left:  # packed outside the lock: it takes a fifth of a millisecond
            packed = replace(answer_before, body=zlib.compress(answer_before.body, _QUICK, _RAW))
            with self._lock:
                _ = self._before.keep(older, packed)


class _Shelf:
    """Answers up to a number of bytes."""

    def __init__(self, most: int) -> None:
        self._most: Final = most
        self._kept: Final = OrderedDict[Hashable, Kept]()
        self._size = 0

    def fits(self, answer: Kept) -> bool:
        return len(answer.body) <= self._most // 4

    def get(self, key: Hashable) -> Kept | None:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def keep(self, key: Hashable, answer: Kept) -> list[tuple[Hashable, Kept]]:
        """Keeps an answer; what has to go for it."""
        before = self._kept.pop(key, None)
        self._size += len(answer.body) - (len(before.body) if before else 0)
        self._kept[key] = answer
        gone: list[tuple[Hashable, Kept]] = []
        while self._size > self._most:
            gone.append(self._kept.popitem(last=False))
            self._size -= len(gone[-1][1].body)
        return gone
