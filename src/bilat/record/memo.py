"""What was worked out for an open record, kept: its file does not change while it is open."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, TypeVar, cast

T = TypeVar("T")
_MOST: Final = 64
"""Answers that are kept; the one not asked for longest goes first."""


class Memo:
    """Answers by their question. Two threads may work one out at the same time; both get the same."""

    def __init__(self) -> None:
        self._kept: Final = OrderedDict[str, object]()
        self._always: Final = dict[str, object]()
        self._lock: Final = threading.Lock()

    def always(self, question: str, answer: Callable[[], T]) -> T:
        """An answer that is kept whatever else is asked."""
        if question not in self._always:
            self._always[question] = answer()
        return cast("T", self._always[question])

    def get(self, question: str, answer: Callable[[], T]) -> T:
        """The answer to a question, worked out when it is first asked."""
        with self._lock:
            if question in self._kept:
                self._kept.move_to_end(question)
                return cast("T", self._kept[question])
        made = answer()
        with self._lock:
            self._kept[question] = made
            if len(self._kept) > _MOST:
                _ = self._kept.popitem(last=False)
        return made
