"""A contact as one sentence tells it, and an event in the making."""

from dataclasses import dataclass, field

from bilat.model import EventType, Part, Status


@dataclass(slots=True)
class Candidate:
    """`at`:`until` is the stretch that shows the contact, in the folded text; `who` names and countries, with a role
    for messages, `by_sides` when they are countries or their bodies; `line` the number of its sentence; `weak` when it
    is told as something past or beside the news, `old` when its day is long past, `quoted` when it stands in a
    transcript; `statement` when a document that is signed says something rather than settles something, None when
    no document is named."""

    type: EventType
    status: Status
    who: list[tuple[str, str | None, str | None]]
    at: int
    until: int
    line: int
    part: Part
    start: str | None = None
    end: str | None = None
    place: str | None = None
    host: str | None = None
    mechanism: str | None = None
    ordinal: int | None = None
    documents: list[str] = field(default_factory=list[str])
    weak: bool = False
    old: bool = False
    by_sides: bool = False
    quoted: bool = False
    statement: bool | None = None
    told: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for name, _, _ in self.who)

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(country for _, country, _ in self.who if country)
