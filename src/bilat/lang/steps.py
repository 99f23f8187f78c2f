"""Work in steps: many documents go through one step before any goes through the next.

What a step uses stays at hand then (code, words, patterns), which takes less time than one document after the other.
A generator that yields None between its steps and returns what it made is such work.
"""

from collections.abc import Generator, Iterable
from typing import TypeVar

T = TypeVar("T")

Steps = Generator[None, None, T]
"""Work that makes a T, and yields where others may go first."""


def alone(steps: Steps[T]) -> T:
    """What the work makes, done without a pause."""
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            return ended.value


def together(many: Iterable[Steps[None] | None]) -> None:
    """Does all work step by step; None is work already done."""
    going = [steps for steps in many if steps is not None]
    while going:
        going = [steps for steps in going if next(steps, _ENDED) is None]


_ENDED = object()
