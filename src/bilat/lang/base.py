"""What a language offers: one folder of rules and data behind this interface.

Nothing outside `lang/<code>/` knows how a language writes dates, numbers, names or verbs.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar, runtime_checkable

from msgspec import Struct

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
    """One kind of fact: what it reads (nouns found earlier), what it writes, the score it is judged by."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    scored_by: tuple[str, ...]
    run: Callable[[A, Findings], None]


@runtime_checkable
class Discovers(Protocol):
    """A language that can look for set phrases which no pack knows yet."""

    def discover(self, docs: Iterable[Document], limit: int) -> Sequence[Wording]:
        """The best `limit` wordings of documents in this language; the same documents give the same list."""
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
