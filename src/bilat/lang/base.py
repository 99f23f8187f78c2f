"""What a language offers: one folder of rules and data behind this interface.

Nothing outside `lang/<code>/` knows how a language writes dates, numbers, names or verbs.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from bilat.model import Document, Event, Person, Problem

A = TypeVar("A")


@dataclass(slots=True)
class Findings:
    """What the extractors of a language have found in one document so far; filled in the order they run."""

    people: list[Person] = field(default_factory=list[Person])
    events: list[Event] = field(default_factory=list[Event])
    problems: list[Problem] = field(default_factory=list[Problem])


@dataclass(frozen=True, slots=True)
class Extractor(Generic[A]):
    """One kind of fact: what it reads (nouns found earlier), what it writes, the score it is judged by."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    scored_by: tuple[str, ...]
    run: Callable[[A, Findings], None]


class Language(Protocol):
    """Reads documents of one language closely. Pure: one document in, its findings out."""

    @property
    def code(self) -> str:
        """BCP 47 primary code, as in `Document.language`."""
        ...

    def read(self, doc: Document) -> Findings:
        """All that the language's extractors find in one document."""
        ...
