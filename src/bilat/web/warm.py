"""What many pages share is worked out before the first reader wants it: before the processes of a site part, and in
moments when nobody asks."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Final

from bilat.errors import BilatError
from bilat.record import Record
from bilat.record.query import EventFilter
from bilat.web.shelf import Generation

_QUIET: Final = 0.25
"""Seconds without a question before the next piece is worked out: who clicks through pages is never overtaken."""
_PAIRS: Final = 24


def prepare_all(record: Record) -> None:
    """What the first readers would wait for, and everybody with them: the names that are searched, whose items are, and
    what the first page counts. Two tenths of a second on 27,000 documents."""
    _ = record.search_all("warm")
    record.prepare()
    _ = record.months()
    _ = record.publishers()
    _ = record.pairs(limit=_PAIRS)


def pieces(record: Record) -> Iterator[Callable[[], object]]:
    """What the first page, the lists without a filter and the search box share, each a few hundredths of a second."""
    yield lambda: record.search_all("warm")
    yield record.months
    yield record.publishers
    yield record.phrases
    yield record.mechanisms
    yield record.measures
    yield record.disputes
    for pair in record.pairs(limit=_PAIRS):
        yield lambda both=(pair.one, pair.other): record.months(EventFilter(both, background=False))


class Warmth:
    """A thread of its own for one server; `asked` is called with every question of a reader."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def asked(self) -> None:
        """Somebody asks: whatever is not begun waits."""
        self._last = time.monotonic()

    def start(self, generation: Generation) -> None:
        """Works everything out once, one piece after the other."""
        threading.Thread(target=self._run, args=(generation,), name="bilat-warm", daemon=True).start()

    def _run(self, generation: Generation) -> None:
        try:
            for piece in pieces(generation.record):
                while (left := self._last + _QUIET - time.monotonic()) > 0:
                    time.sleep(left)
                _ = piece()
        except BilatError:
            return  # readers are told when they ask
