"""What a visitor asks for: the words of an address, each checked before anything is looked up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Final

from bilat.errors import UsageError
from bilat.record import Record
from bilat.views.countries import country_code
from bilat.views.dates import iso_prefix
from bilat.web.settings import Settings

LONGEST: Final = 200
"""Characters that a word of an address may have."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the site. `path` and `query` hold what stands in the address; methods give them checked and
    raise UsageError, which is answered as 400 with its text."""

    record: Record
    settings: Settings
    messages: NullTranslations
    language: str
    address: str
    path: Mapping[str, str]
    query: Sequence[tuple[str, str]]
    cookies: Mapping[str, str]

    def words(self, name: str) -> tuple[str, ...]:
        """Every word given under a name, in order, empty ones left out."""
        found = tuple(value.strip() for key, value in self.query if key == name and value.strip())
        for word in found:
            if len(word) > LONGEST:
                msg = f"{name}: too long, {len(word)} characters; at most {LONGEST}"
                raise UsageError(msg)
        return found

    def word(self, name: str) -> str | None:
        """The last word given under a name."""
        found = self.words(name)
        return found[-1] if found else None

    def flag(self, name: str) -> bool:
        """Whether a box was ticked: `1`, `on`, `true` or `yes`."""
        return (self.word(name) or "").lower() in {"1", "on", "true", "yes"}

    def choice(self, name: str, known: Sequence[str]) -> str | None:
        """One of the known words."""
        word = self.word(name)
        if word is not None and word not in known:
            msg = f"{name}: no {word!r}; there are {', '.join(known)}"
            raise UsageError(msg)
        return word

    def choices(self, name: str, known: Sequence[str]) -> tuple[str, ...]:
        """Any of the known words, each once."""
        for word in (found := self.words(name)):
            if word not in known:
                msg = f"{name}: no {word!r}; there are {', '.join(known)}"
                raise UsageError(msg)
        return tuple(dict.fromkeys(found))

    def date(self, name: str) -> str | None:
        """A year, month or day of the calendar."""
        word = self.word(name)
        return None if word is None else iso_prefix(word)

    def number(self, name: str, usual: int, least: int, most: int) -> int:
        """A whole number between two bounds."""
        word = self.word(name)
        if word is None:
            return usual
        if not (word.isascii() and word.isdecimal() and len(word) < 10 and least <= int(word) <= most):
            msg = f"{name}: no number from {least} to {most}: {word!r}"
            raise UsageError(msg)
        return int(word)

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of the countries asked about, at most two: `?country=CN&country=VN`, or of the path."""
        words = self.words("country") or tuple(self.path[key] for key in ("one", "other") if key in self.path)
        codes = tuple(dict.fromkeys(country_code(word) for word in words))
        if len(codes) > 2:
            msg = f"country: at most two, not {len(codes)}"
            raise UsageError(msg)
        return codes

    @property
    def gettext(self) -> Callable[[str], str]:
        """The translation of a message of the interface."""
        return self.messages.gettext
