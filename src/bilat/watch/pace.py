"""How long to wait: between requests to a host, after a poll, after a failure, and what servers ask for."""

import re
from datetime import UTC
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from typing import Final

_MAX_AGE: Final = re.compile(r"(?:\A|[,\s])max-age\s*=\s*\"?(\d{1,12})", re.IGNORECASE)
DAY: Final = 86_400
LONGEST_ASKED: Final = 7 * DAY
"""Seconds: a longer wait that a server asks for is cut to this; a typing error there must not end the watching."""
_JITTER: Final = 0.2


def retry_after(value: str, now: float) -> float:
    """Seconds that `Retry-After` asks to wait, 0 when it says nothing that can be read."""
    value = value.strip()
    if value.isdecimal() and value.isascii():
        return min(float(value[:12]), LONGEST_ASKED)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0
    aware = when if when.tzinfo is not None else when.replace(tzinfo=UTC)
    try:
        return min(max(aware.timestamp() - now, 0), LONGEST_ASKED)
    except (OverflowError, ValueError):
        return 0


def max_age(cache_control: str) -> float:
    """Seconds that an answer stays fresh by its Cache-Control, a day at most; 0 when it must be asked again."""
    words = cache_control.lower()
    found = _MAX_AGE.search(words)
    if found is None or "no-cache" in words or "no-store" in words:
        return 0
    return min(float(found[1]), DAY)


def back_off(interval: float, failures: int, seed: str) -> float:
    """Seconds to wait after so many failures in a row: twice as long each time, a day at most, and up to a fifth more
    or less, so that feeds that failed together are not asked together. The same seed gives the same wait."""
    if failures < 1:
        return interval
    longest = max(float(DAY), interval)
    wait = min(interval * 2.0 ** min(failures - 1, 40), longest)
    return min(wait * (1 + _JITTER * share(f"{seed} {failures}")), longest)


def share(seed: str) -> float:
    """A number between -1 and 1 out of a text."""
    number = int.from_bytes(blake2b(seed.encode(errors="replace"), digest_size=4).digest(), "big")
    return number / 0x7FFFFFFF - 1 if number < 0xFFFFFFFF else 1.0


class Hosts:
    """When each host may be asked again."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._own: dict[str, float] = {}
        self._ready: dict[str, float] = {}
        self._shut: dict[str, float] = {}

    def slow(self, host: str, seconds: float) -> None:
        """The host asks for more seconds between requests than ours."""
        self._own[host] = seconds

    def asked(self, host: str, now: float) -> None:
        """A request to the host ended now."""
        self._ready[host] = now + max(self._delay, self._own.get(host, 0))

    def shut(self, host: str, until: float) -> None:
        """The host wants no request before a time."""
        self._shut[host] = max(until, self._shut.get(host, 0))

    def ready(self, host: str) -> float:
        """When the host may be asked."""
        return self._ready.get(host, 0)

    def shut_for(self, host: str, now: float) -> float:
        """Seconds for which the host wants no request."""
        return max(self._shut.get(host, 0) - now, 0)
