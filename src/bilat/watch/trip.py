"""From an address to its answer: robots.txt of each host, redirects one by one, every step a Hop for the runner.

These are generators: they yield Hops and are sent what became of them, so that who sends them decides when, and one
host is never asked two things at a time.
"""

from collections.abc import Generator
from typing import Final, Protocol

from protego import Protego

from bilat.errors import UsageError
from bilat.watch.address import checked, host_of, origin_of
from bilat.watch.client import Answer, Headers, Hop, Missed
from bilat.watch.pace import DAY, Hosts, retry_after
from bilat.watch.settings import Watch

Trip = Generator[Hop, Answer | Missed, Answer | Missed]

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_ROBOTS_BYTES: Final = 500 * 1024
"""As much of a robots.txt as RFC 9309 asks to read at least."""
_ROBOTS_REDIRECTS: Final = 5
_ROBOTS_FRESH: Final = DAY
_ROBOTS_AGAIN: Final = 3600.0
_SLOWEST: Final = 3600.0


class RobotsShelf(Protocol):
    """Where robots.txt files are kept between runs: (time fetched, status, text) by origin."""

    def robots(self, origin: str) -> tuple[float, int, str] | None: ...
    def keep_robots(self, origin: str, at: float, status: int, text: str) -> None: ...


class Trips:
    """Makes trips under one set of rules."""

    def __init__(self, rules: Watch, agent: str, shelf: RobotsShelf, hosts: Hosts) -> None:
        self._rules = rules
        self._token = agent.partition("/")[0].strip() or "bilat"
        self._shelf = shelf
        self._hosts = hosts
        self._parsed: dict[str, tuple[float, int, Protego | None]] = {}

    def to(self, url: str, kind: str, headers: Headers, now: float) -> Trip:
        """Goes where an address leads. An answer is one with status 200 or 304; all else is Missed."""
        try:
            at = checked(url)
        except UsageError as err:
            return Missed(url, str(err), again=False)
        for _ in range(self._rules.redirects + 1):
            refused = yield from self._forbidden(at, now)
            if refused is not None:
                return refused
            rules = self._rules
            answer = yield Hop(at, kind, headers, rules.max_bytes, rules.timeout, rules.allow_private)
            if isinstance(answer, Missed):
                return answer
            if answer.status not in _REDIRECTS:
                return answer if answer.status in {200, 304} else _missed(answer, now)
            try:
                at = checked(answer.header("location"), at)
            except UsageError as err:
                return Missed(at, f"redirects to what is not fetched: {err}", again=False, status=answer.status)
        return Missed(at, f"more than {self._rules.redirects} redirects", again=False)

    def _forbidden(self, url: str, now: float) -> Generator[Hop, Answer | Missed, Missed | None]:
        """Missed when robots.txt does not allow an address, or cannot be asked."""
        origin = origin_of(url)
        if origin not in self._parsed or self._parsed[origin][0] <= now:
            kept = self._shelf.robots(origin)
            if kept is None or not 0 <= now - kept[0] < _life(kept[1]):
                found = yield from self._fetch(origin)
                if isinstance(found, Missed):
                    return Missed(url, f"robots.txt: {found.reason}", found.again)
                self._shelf.keep_robots(origin, now, *found)
                kept = (now, *found)
            self._parsed[origin] = (kept[0] + _life(kept[1]), kept[1], _parse(kept[1], kept[2]))
            self._take_pace(origin, url)
        until, status, robots = self._parsed[origin]
        if robots is None:
            return Missed(url, f"robots.txt: answered {status}, so nothing is asked", again=True, wait=until - now)
        if not robots.can_fetch(url, self._token):
            return Missed(url, "robots.txt does not allow it", again=False)
        return None

    def _take_pace(self, origin: str, url: str) -> None:
        robots = self._parsed[origin][2]
        wanted = robots.crawl_delay(self._token) if robots is not None else None
        if wanted is not None and wanted > 0:
            self._hosts.slow(host_of(url), min(wanted, _SLOWEST))

    def _fetch(self, origin: str) -> Generator[Hop, Answer | Missed, tuple[int, str] | Missed]:
        at = f"{origin}/robots.txt"
        rules = self._rules
        for _ in range(_ROBOTS_REDIRECTS + 1):
            answer = yield Hop(at, "robots", (), rules.max_bytes, rules.timeout, rules.allow_private)
            if isinstance(answer, Missed):
                return answer
            if answer.status not in _REDIRECTS:
                return answer.status, answer.body[:_ROBOTS_BYTES].decode("utf-8", "replace").lstrip("\ufeff")
            try:
                at = checked(answer.header("location"), at)
            except UsageError:
                return 404, ""
        return 404, ""


def _life(status: int) -> float:
    """For how many seconds what a host said holds: an hour where it could not answer."""
    return _ROBOTS_FRESH if 200 <= status < 500 and status != 429 else _ROBOTS_AGAIN


def _parse(status: int, text: str) -> Protego | None:
    """RFC 9309: a host without a robots.txt allows all, one that cannot answer nothing (None)."""
    if 200 <= status < 300:
        return Protego.parse(text)
    return Protego.parse("") if 400 <= status < 500 and status != 429 else None


def _missed(answer: Answer, now: float) -> Missed:
    again = answer.status in {408, 425, 429} or answer.status >= 500
    wait = retry_after(answer.header("retry-after"), now) if again else 0
    return Missed(answer.url, f"answered {answer.status}", again, wait, answer.status)
