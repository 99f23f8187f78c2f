"""All that was found in one document: people, events, the flat nouns, and the problems met."""

from enum import StrEnum

from msgspec import Struct

from bilat.model.claim import Claim
from bilat.model.dispute import DisputeMention
from bilat.model.figure import Figure
from bilat.model.mechanism import MechanismUse
from bilat.model.phrase import PhraseUse
from bilat.model.problem import Problem
from bilat.model.span import Evidence, Span
from bilat.model.undertaking import Undertaking


class EventType(StrEnum):
    """The six kinds of contact; docs/codebook.md defines each."""

    VISIT = "visit"
    MEETING = "meeting"
    CALL = "call"
    MESSAGE = "message"
    SIGNING = "signing"
    SESSION = "session"


class Status(StrEnum):
    """`held` includes under way; `planned` is announced or expected; `cancelled` was called off."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class Person(Struct, frozen=True, gc=False):
    """A named person of one document. `name` as written in full there, `aliases` its other forms there (other
    scripts), `country` ISO 3166 alpha-2 or an organisation's code, `title` as first written with the name, without
    the country, `mentions` every span that names the person, in order; the first is `name` itself."""

    name: str
    country: str | None
    title: str | None
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()


class Participant(Struct, frozen=True, gc=False):
    """An actor in an event: `role` is `sender`, `recipient` or `both` for messages, else None."""

    name: str
    country: str | None
    role: str | None = None


class Event(Struct, frozen=True, gc=False):
    """One happening between countries as one document tells it.

    `start` and `end` are ISO dates of any precision (YYYY, YYYY-MM, YYYY-MM-DD) or None; `place` the city as written,
    else the country's name, else None; `host` (visits) the country visited; `background` marks what is told as
    history or context only. `evidence` holds at least one quotation.
    """

    type: EventType
    status: Status
    start: str | None
    end: str | None
    place: str | None
    host: str | None
    participants: tuple[Participant, ...]
    evidence: tuple[Evidence, ...]
    mechanism: str | None = None
    ordinal: int | None = None
    documents: tuple[str, ...] = ()
    background: bool = False


class Reading(Struct, frozen=True, gc=False):
    """All that was found in the document with id `document`."""

    document: str
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    phrases: tuple[PhraseUse, ...] = ()
    mechanisms: tuple[MechanismUse, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    disputes: tuple[DisputeMention, ...] = ()
    problems: tuple[Problem, ...] = ()
