"""What happens while feeds are watched, told to whoever listens; and the time, which only the caller knows."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Protocol

from msgspec import Struct


class Clock(Protocol):
    """The time, and waiting: the caller's, so that tests need not wait."""

    def time(self) -> float:
        """Seconds since 1970-01-01 UTC."""
        ...

    def sleep(self, seconds: float) -> None:
        """Returns after so many seconds."""
        ...


class Happening(Struct, frozen=True):
    """One thing that happened. `what` is one of WHATS; `about` the address, file or query it happened to; `detail` one
    line for a person; `more` what a program may want beside these. `bad` when something should have gone otherwise."""

    at: str
    what: str
    about: str
    detail: str
    bad: bool = False
    more: dict[str, Any] = {}

    def to_dict(self) -> dict[str, Any]:
        """One line of `bilat watch --json`."""
        return {
            "at": self.at,
            "what": self.what,
            "about": self.about,
            "detail": self.detail,
            "bad": self.bad,
        } | self.more

    def line(self) -> str:
        """One line for a person."""
        return f"{self.at} {self.what} {self.about}: {self.detail}"


WHATS = ("feed", "kept", "skipped", "failed", "built", "told")

Tell = Callable[[Happening], None]


def stamp(seconds: float) -> str:
    """A time as ISO 8601 in UTC, to the second."""
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
