"""What a target is: bytes go in, and whatever is wrong with what comes out is raised."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """One door that strangers' bytes come in by.

    `check` gives it some bytes and raises for every finding: an error that is none of ours, or a broken promise
    (AssertionError). `seeds` are inputs to begin with, `words` what a change may put in, `longest` the bytes of the
    longest input that is tried, `times` how often `check` does the work that it looks at: so much longer it may take.
    """

    name: str
    check: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    words: Callable[[], Iterable[str]] = tuple
    longest: int = 4096
    times: int = 1
