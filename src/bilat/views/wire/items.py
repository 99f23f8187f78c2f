"""Figures, claims, phrases, mechanisms, undertakings and disputes, one by one and counted."""

import msgspec

from bilat.views.wire.base import Code, Count, DateText, Id, Report, Wire


class Item(Wire, frozen=True):
    """What one document says, with its report."""

    id: Id
    reports: tuple[Report, ...]


class Figure(Item, frozen=True, kw_only=True):
    """A number: `of` is whose it is, `with` the other side; `value` is in single units of `unit`; `attributed_to` gives
    it, as written."""

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


class Claim(Item, frozen=True, kw_only=True):
    """A statement attributed to a speaker; `statement` is the span of what is said, `via` whom it is taken from."""

    speaker: str
    speaker_kind: str
    speaker_country: Code | None
    verb: str
    mode: str
    via: str | None
    chain: tuple[str, ...]
    statement: tuple[int, ...] | None


class PhraseUse(Item, frozen=True, kw_only=True):
    """A set phrase where one document uses it; `side` is the speaker's country."""

    phrase: str
    side: Code | None
    speaker: str | None
    between: tuple[Code, ...]


class MechanismUse(Item, frozen=True, kw_only=True):
    """A standing body or forum where one document names it."""

    mechanism: str
    written: str
    known: bool
    members: tuple[Code, ...]
    ordinal: int | None


class UndertakingStage(Item, frozen=True, kw_only=True):
    """A promise or project at the stage where one document sees it."""

    what: str
    kind: str
    stage: str
    parties: tuple[Code, ...]
    giver: Code | None
    receiver: Code | None
    hedge: tuple[str, ...]
    on: DateText | None
    said_by: str | None


class DisputeMention(Item, frozen=True, kw_only=True):
    """A contested name, or words of dispute, as one document writes them."""

    written: str
    kind: str
    entry: str | None
    between: tuple[Code, ...]


class Phrase(Wire, frozen=True):
    """A set phrase over all documents: counts, first and last use with the words; `months`, `publishers` and `sides`
    count uses (an empty key: not known)."""

    phrase: str
    en: str
    vi: str
    gloss: str
    uses: Count
    documents: Count
    first: Report
    last: Report
    months: dict[str, int]
    publishers: dict[str, int]
    sides: dict[str, int]


class Attendant(Wire, frozen=True):
    """Who took part in a session."""

    name: str
    country: Code | None


class Session(Wire, frozen=True):
    """A session of a mechanism; with `gap_to` the numbers from `ordinal` on of which nobody tells."""

    ordinal: int | None
    gap_to: int | None
    status: str | None
    start: DateText | None
    end: DateText | None
    place: str | None
    participants: tuple[Attendant, ...]
    events: tuple[Id, ...]
    reports: tuple[Report, ...]


class Mechanism(Wire, frozen=True):
    """A mechanism with its sessions in order."""

    mechanism: str
    names: tuple[str, ...]
    members: tuple[Code, ...]
    known: bool
    documents: Count
    first: DateText | None
    last: DateText | None
    sessions: tuple[Session, ...]


class Undertaking(Wire, frozen=True):
    """A promise or project with each stage it was seen at."""

    what: str
    kind: str
    parties: tuple[Code, ...]
    stages: tuple[UndertakingStage, ...]


class Dispute(Wire, frozen=True):
    """Contested names of one entry as publishers write them: documents by name and publisher."""

    entry: str | None
    kind: str
    names: tuple[str, ...]
    documents: Count
    written: dict[str, dict[str, int]]


class Told(Wire, frozen=True):
    """A value with the reports that give it; `independent` counts copies of one text once."""

    value: str
    independent: Count
    reports: tuple[Report, ...]
    sources: tuple[str, ...] = ()


class Discrepancy(Wire, frozen=True):
    """Values on which reports do not agree: of an event (`type`, `start`, `participants`) or of figures (`measure`,
    `of`, `with`, `period`, `unit`)."""

    about: str
    id: Id
    field: str
    kind: str
    values: tuple[Told, ...]
    type: str | None = None
    start: DateText | None = None
    participants: tuple[Attendant, ...] = ()
    measure: str | None = None
    of: Code | None = None
    partner: Code | None = msgspec.field(name="with", default=None)
    period: str | None = None
    unit: str | None = None
