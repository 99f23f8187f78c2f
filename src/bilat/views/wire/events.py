"""Events, and what is told of one by many."""

from typing import Any

from bilat.views.wire.base import Code, Count, DateText, Id, Report, Wire


class Participant(Wire, frozen=True):
    """Who took part: `names` are all forms its reports give, `actor` the person's id."""

    name: str
    names: tuple[str, ...]
    country: Code | None
    role: str | None = None
    actor: Id | None = None


class Change(Wire, frozen=True):
    """A status, the day it was first told, and the document that says so."""

    status: str
    on: DateText | None
    document: Id


class Given(Wire, frozen=True):
    """A value with the documents that give it."""

    value: str
    documents: tuple[Id, ...]
    publishers: tuple[str, ...]


class Difference(Wire, frozen=True):
    """A field on which reports do not agree; `kind` is `contradiction`, `rounding` or `moved`."""

    field: str
    kind: str
    values: tuple[Given, ...]


class Decided(Wire, frozen=True):
    """A correction by a person, and what became of it."""

    verb: str
    ids: tuple[str, ...]
    others: tuple[str, ...]
    field: str | None
    value: str | None
    author: str
    date: str
    reason: str
    line: int
    outcome: str
    because: str | None


class Event(Wire, frozen=True):
    """One happening with its reports. `start` and `end` may be a month or a year; `part_of` is the visit that holds
    it; `background` that it is only told as history."""

    id: Id
    type: str
    status: str
    start: DateText | None
    end: DateText | None
    place: str | None
    host: Code | None
    participants: tuple[Participant, ...]
    mechanism: str | None
    ordinal: int | None
    documents: tuple[str, ...]
    background: bool
    level: str
    part_of: Id | None
    life: tuple[Change, ...]
    reports: tuple[Report, ...]
    discrepancies: tuple[Difference, ...]
    decisions: tuple[Decided, ...] = ()


class Reporter(Wire, frozen=True):
    """A publisher that tells of an event, with its documents by how they tell of it."""

    publisher: str
    independent: Count
    first: DateText | None
    last: DateText | None
    reported: Count = 0
    announced: Count = 0
    mentioned: Count = 0


class Silent(Wire, frozen=True):
    """A publisher that was read on those days and has no word of it."""

    publisher: str
    documents: Count


class Coverage(Wire, frozen=True):
    """Who tells of an event, and who does not though it was read between `since` and `until`."""

    documents: Count
    independent: Count
    reporters: tuple[Reporter, ...]
    since: DateText | None
    until: DateText | None
    silent: tuple[Silent, ...]


class ComparedReport(Report, frozen=True, kw_only=True):
    """A report as it is compared: `whole` when its document is about the event."""

    whole: bool
    via: tuple[str, ...]


class Label(Wire, frozen=True):
    """Which entry of a comparison."""

    noun: str
    label: str


class Column(Wire, frozen=True):
    """A publisher or side: `only` is what it alone has, `left_out` what at least two others have and it has not."""

    name: str
    independent: Count
    reports: tuple[ComparedReport, ...]
    only: tuple[Label, ...]
    left_out: tuple[Label, ...]


class Form(Wire, frozen=True):
    """A form of a phrase as it is written."""

    written: str
    columns: tuple[str, ...]
    first: DateText | None


class Entry(Wire, frozen=True):
    """One thing said, with the items that say it by column. An item has the keys of its noun, without `reports`."""

    noun: str
    label: str
    independent: Count
    first: DateText | None
    columns: dict[str, tuple[dict[str, Any], ...]]
    forms: tuple[Form, ...] = ()


class Differing(Wire, frozen=True):
    """Figures of one measure, parties, period and unit with several values."""

    kind: str
    figures: tuple[str, ...]


class OfVisit(Wire, frozen=True):
    """What is told differently of the visit as a whole."""

    id: Id
    discrepancies: tuple[Difference, ...]


class Topic(Wire, frozen=True):
    """A topic with its names by language, and the statements on it by column; columns that say nothing of it are left
    out. A statement has the keys of a claim, without `reports`."""

    topic: str
    names: dict[str, str]
    columns: dict[str, tuple[dict[str, Any], ...]]


class Comparison(Wire, frozen=True):
    """The reports of one event side by side; `topics` where they are in several languages."""

    event: Event
    visit: OfVisit | None
    by: str
    columns: tuple[Column, ...]
    shared: tuple[Label, ...]
    entries: tuple[Entry, ...]
    differing: tuple[Differing, ...]
    wordings: tuple[tuple[Label, ...], ...]
    coverage: Coverage
    topics: tuple[Topic, ...]
