"""A contact as one sentence tells it, before the sentences of the document are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from bilat.lang.zh.events.items import Actor
    from bilat.model import EventType, Status


class Who(Struct, gc=False):
    """A participant: the actor and, for messages, its role."""

    actor: Actor
    role: str | None = None


@dataclass(slots=True)
class Candidate:
    """`at`:`until` is the stretch that shows the event, `trigger` the offset of its verb, `order` the number of its
    sentence. `marks` are the reasons found for and against its being the news of the article."""

    type: EventType
    status: Status
    who: list[Who]
    at: int
    until: int
    trigger: int
    order: int
    start: str | None = None
    end: str | None = None
    place: str | None = None
    host: str | None = None
    host_name: str | None = None
    mechanism: str | None = None
    ordinal: int | None = None
    documents: list[str] = field(default_factory=list[str])
    marks: set[str] = field(default_factory=set[str])
    open_end: bool = False

    def names(self) -> frozenset[str]:
        """The participants by name."""
        return frozenset([w.actor.name for w in self.who])

    def countries(self) -> set[str]:
        """The countries its participants speak for."""
        return {w.actor.country for w in self.who if w.actor.country}
