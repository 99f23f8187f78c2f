"""What an input may cost: a second of CPU time for every 100 kB, ten times its size in memory, beyond a fixed floor."""

import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

PER_SECOND: Final = 100_000
"""Bytes that must be done within a second."""
FLOOR_SECONDS: Final = 0.25
"""What a small input may take, however small: caches that fill, collections of garbage."""
TIMES: Final = 10
"""Bytes of memory for each byte of an input."""
FLOOR_BYTES: Final = 48 * 2**20
"""Memory that an input may take beside: libraries that load, tables made once."""
_RESET = Path("/proc/self/clear_refs")


class Cost(NamedTuple):
    """CPU seconds, and by how many bytes the peak of resident memory lay above what there was before."""

    seconds: float
    bytes: int


class CostError(AssertionError):
    """An input takes longer, or more memory, than it may."""


def measured(check: Callable[[bytes], None], data: bytes) -> Cost:
    """What it costs to check an input. Memory is 0 where the system does not tell."""
    before = _resident()
    begun = time.process_time()
    check(data)
    seconds = time.process_time() - begun
    return Cost(seconds, max(0, _peak() - before) if before else 0)


def judge(cost: Cost, size: int, slower: float = 1.0) -> None:
    """Raises CostError for too dear an input of some bytes; `slower` is by how much the code is slowed down by being
    watched."""
    allowed = slower * max(FLOOR_SECONDS, size / PER_SECOND)
    if cost.seconds > allowed:
        raise CostError(f"{cost.seconds:.2f} s for {size} bytes; {allowed:.2f} s allowed")
    room = TIMES * size + FLOOR_BYTES
    if cost.bytes > room:
        raise CostError(f"{cost.bytes / 2**20:.0f} MB for {size} bytes; {room / 2**20:.0f} MB allowed")


def _resident() -> int:
    """Bytes of memory now, the peak set back to them."""
    try:
        _ = _RESET.write_text("5")
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * resource.getpagesize()


def _peak() -> int:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0
