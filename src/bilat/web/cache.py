"""Answers kept in memory: a page depends on the record, its address and the language, so it is drawn once."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer: its bytes and what they are."""

    body: bytes
    media: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class Answers:
    """The answers given last, up to a number of bytes; the one not asked for longest goes first."""

    def __init__(self, most: int = 24_000_000) -> None:
        self._most: Final = most
        self._kept: Final = OrderedDict[Hashable, Kept]()
        self._size = 0
        self._lock: Final = threading.Lock()

    def get(self, key: Hashable) -> Kept | None:
        """The answer kept under a key."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def keep(self, key: Hashable, answer: Kept) -> None:
        """Keeps an answer, unless it alone would take an eighth of the room."""
        if len(answer.body) > self._most // 8:
            return
        with self._lock:
            before = self._kept.pop(key, None)
            self._size += len(answer.body) - (len(before.body) if before else 0)
            self._kept[key] = answer
            while self._size > self._most:
                _, gone = self._kept.popitem(last=False)
                self._size -= len(gone.body)
