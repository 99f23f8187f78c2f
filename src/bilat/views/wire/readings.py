"""A document with its text and all that was found in it: one line of `bilat extract`, with what the record adds."""

from typing import Any

import msgspec

from bilat.views.wire.base import Code, Count, DateText, DocumentHead, Quotation, Wire


class FoundPerson(Wire, frozen=True):
    """A person named in the document; `start` and `end` are the first mention."""

    name: str
    aliases: tuple[str, ...]
    country: Code | None
    title: str | None
    start: Count | None
    end: Count | None
    mentions: tuple[tuple[int, int], ...]


class FoundParticipant(Wire, frozen=True):
    """A participant as the document names it."""

    name: str
    country: Code | None
    role: str | None = None


class FoundEvent(Wire, frozen=True):
    """An event as the document tells it."""

    type: str
    status: str
    start: DateText | None
    end: DateText | None
    place: str | None
    host: Code | None
    participants: tuple[FoundParticipant, ...]
    mechanism: str | None
    ordinal: int | None
    documents: tuple[str, ...]
    background: bool
    evidence: tuple[Quotation, ...]


class FoundItem(Wire, frozen=True):
    """What all items have."""

    evidence: tuple[Quotation, ...]


class FoundFigure(FoundItem, frozen=True, kw_only=True):
    """A number as the document gives it."""

    measure: str
    of: Code | None
    partner: Code | None = msgspec.field(name="with")
    value: int | float | None
    unit: str | None
    period: str | None
    value_max: int | float | None
    change_pct: int | float | None
    basis: str | None
    rank: int | None
    about: tuple[str, ...]
    attributed_to: str | None


class FoundProblem(Wire, frozen=True):
    """What could not be read, at which `stage`."""

    kind: str
    detail: str
    start: Count | None
    end: Count | None
    stage: str


class DocumentWhole(DocumentHead, frozen=True, kw_only=True):
    """A document, its passages as [part, start, end], and its items; those of a noun have the keys that they have
    elsewhere, with `evidence` and without `id` and `reports`."""

    published_stamp: str | None
    text: str
    passages: tuple[tuple[str, int, int], ...]
    people: tuple[FoundPerson, ...]
    events: tuple[FoundEvent, ...]
    figures: tuple[FoundFigure, ...]
    claims: tuple[dict[str, Any], ...]
    phrases: tuple[dict[str, Any], ...]
    mechanisms: tuple[dict[str, Any], ...]
    undertakings: tuple[dict[str, Any], ...]
    disputes: tuple[dict[str, Any], ...]
    problems: tuple[FoundProblem, ...]
