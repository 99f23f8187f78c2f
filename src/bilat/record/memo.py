"""What was worked out for an open record, kept: its file does not change while it is open."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from itertools import islice
from typing import Final, TypeVar, cast

T = TypeVar("T")
Key = TypeVar("Key", str, int)
_MOST: Final = 64
"""Answers that are kept; the one not asked for longest goes first."""
_MOST_EACH: Final = 4096
"""Things of which the answers to one question are kept."""


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

    def each(
        self,
        question: str,
        wanted: Collection[Key],
        answer: Callable[[list[Key]], Mapping[Key, T]],
        most: int = _MOST_EACH,
    ) -> dict[Key, T | None]:
        """The answers to a question about many things, those not known yet worked out together; None for what none is
        given of. So many are kept; what was asked first goes first."""
        kept = self.always(question, dict[Key, T | None])
        with self._lock:
            made = {key: kept[key] for key in wanted if key in kept}
        if new := [key for key in wanted if key not in made]:
            found = answer(new)
            added = {key: found.get(key) for key in new}
            made |= added
            with self._lock:
                kept |= added
                for key in [*islice(kept, max(0, len(kept) - most))]:
                    del kept[key]
        return made

    def known(self, question: str) -> object | None:
        """What is kept by `always`, None where nobody asked yet."""
        return self._always.get(question)

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
