"""What a language offers: one folder of rules and data behind this interface.

Nothing outside `lang/<code>/` knows how a language writes dates, numbers, names or verbs.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar, runtime_checkable

from msgspec import Struct

from bilat.lang.steps import Steps
from bilat.model import (
    Claim,
    DisputeMention,
    Document,
    Event,
    Figure,
    MechanismUse,
    Person,
    PhraseUse,
    Problem,
    Undertaking,
)
from bilat.model.level import Level
from bilat.model.wording import Wording

A = TypeVar("A")


class Findings(Struct):
    """What the extractors of a language have found in one document so far; filled in the order they run."""

    people: list[Person] = []
    events: list[Event] = []
    figures: list[Figure] = []
    claims: list[Claim] = []
    phrases: list[PhraseUse] = []
    mechanisms: list[MechanismUse] = []
    undertakings: list[Undertaking] = []
    disputes: list[DisputeMention] = []
    problems: list[Problem] = []


@dataclass(frozen=True, slots=True)
class Extractor(Generic[A]):
    """One kind of fact: what it reads (nouns found earlier), what it writes, the score it is judged by. `run` does it,
    or gives the work in steps."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    scored_by: tuple[str, ...]
    run: Callable[[A, Findings], Steps[None] | None]


@runtime_checkable
class Discovers(Protocol):
    """A language that can look for set phrases which no pack knows yet."""

    def discover(self, docs: Iterable[Document], limit: int) -> Sequence[Wording]:
        """The best `limit` wordings of documents in this language; the same documents give the same list."""
        ...


class Post(NamedTuple):
    """An office as a title names it: its usual `name`, and whether one person at a time holds it (`sole`)."""

    name: str
    sole: bool


class Kin(Protocol):
    """What linking asks of a language: which words mean the same. Names come folded (one script, small letters)."""

    def posts(self, title: str, country: str | None = None) -> tuple[Post, ...]:
        """The offices that a title names now, for one of a country; those of former or coming holders are left out."""
        ...

    def level(self, office: str) -> Level | None:
        """How high an office is, by its usual name; None where it is not known or no office of state."""
        ...

    def likeness(self, one: str, other: str, country: str | None) -> float:
        """How far two names of people of a country can be spellings of one name: 0 not at all, 1 the same sounds."""
        ...

    def differ(self, one: str, other: str, country: str | None) -> bool:
        """Whether two names are known to be those of two people."""
        ...

    def readings(self, name: str, country: str | None) -> tuple[str, ...]:
        """Forms that a name in one script has in common with the same name in another one: letters without spaces
        for names that are read from characters, none for others."""
        ...

    def short_name(self, name: str) -> str | None:
        """The part of a full foreign name by which its bearer is called later, None where there is none."""
        ...

    def spellings(self) -> Sequence[tuple[str, ...]]:
        """Names that are known to be spellings of one name and cannot be told so by their sounds."""
        ...

    def country_of(self, place: str) -> str | None:
        """The country of a place or the country named, as a code; None when it is not known."""
        ...

    def is_country(self, place: str) -> bool:
        """Whether a place is a country itself."""
        ...

    def same_place(self, place: str) -> str:
        """One name for all spellings of a place."""
        ...

    def meeting_name(self, mechanism: str) -> str:
        """The name of a mechanism without what varies from report to report."""
        ...

    def is_statement(self, document: str) -> bool:
        """Whether a signed document says something (a statement) rather than settling something (an agreement)."""
        ...


@runtime_checkable
class Links(Protocol):
    """A language whose documents can be linked."""

    @property
    def kin(self) -> Kin:
        """Its answers to linking."""
        ...


@runtime_checkable
class ReadsMany(Protocol):
    """A language that reads many documents in less time than one after the other."""

    def read_all(self, docs: Sequence[Document]) -> Sequence[Findings]:
        """The findings of each document, as `Language.read` would give them."""
        ...


class Language(Protocol):
    """Reads documents of one language closely. Pure: one document in, its findings out."""

    @property
    def code(self) -> str:
        """BCP 47 primary code, as in `Document.language`."""
        ...

    def read(self, doc: Document) -> Findings:
        """All that the language's extractors find in one document."""
        ...
