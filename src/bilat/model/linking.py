"""What linking reads and what it answers with: plain rows, keyed by numbers of the record.

A naming is a person as one document names them, a telling an event as one document tells it. Linking says which
namings are one actor and which tellings are one event; it changes nothing in them.
"""

from typing import Final, NamedTuple

CONTRADICTION: Final = "contradiction"
MOVED: Final = "moved"
"""Announced for one day, held on another."""
ROUNDING: Final = "rounding"
"""One value with fewer digits."""
KINDS: Final = (CONTRADICTION, ROUNDING, MOVED)
"""How values may differ."""


class Naming(NamedTuple):
    """A person in one document. `local` is the id of name and country over all documents, `folded` the name in one
    script, `aliases` its other forms there (folded too), `day` the ISO date the document was published."""

    local: str
    name: str
    folded: str
    country: str | None
    title: str | None
    aliases: tuple[str, ...]
    document: int
    day: str | None


class Taker(NamedTuple):
    """A participant of a telling: `local` as in Naming, None for a country, a body or a bare office."""

    name: str
    country: str | None
    role: str | None
    local: str | None


class Telling(NamedTuple):
    """An event as one document tells it; fields as in Event. `number` and `id` are those of the record, `published` the
    ISO day of the document, `mechanism` the name in the packs where they know it."""

    number: int
    id: str
    document: int
    publisher: str | None
    published: str | None
    type: str
    status: str
    start: str | None
    end: str | None
    place: str | None
    host: str | None
    takers: tuple[Taker, ...]
    mechanism: str | None
    ordinal: int | None
    documents: tuple[str, ...]
    background: bool


class Attended(NamedTuple):
    """A participant of an event (by its `number`) on its first `day`; `actor` None for a country, a body or a bare
    office."""

    number: int
    day: str | None
    actor: str | None
    name: str
    country: str | None


class Joint(NamedTuple):
    """Two locals that are one actor: why, and how likely from 0 to 1."""

    one: str
    other: str
    why: str
    likely: float


class Tenure(NamedTuple):
    """An actor seen in an office of a country: first and last published day, in how many documents. `sole` says that
    an office has one holder at a time; `titles` are the ways it was written, sorted."""

    actor: str
    country: str | None
    office: str
    sole: bool
    first: str | None
    last: str | None
    documents: int
    titles: tuple[str, ...] = ()


class Told(NamedTuple):
    """One telling of a linked event: `how` is `reported`, `announced` or `mentioned`; `inferred` when it names no
    person and was joined by office or country."""

    telling: int
    how: str
    inferred: bool


class Side(NamedTuple):
    """A participant of a linked event: the actor, or for want of one the name as written."""

    actor: str | None
    name: str
    country: str | None
    role: str | None


class Change(NamedTuple):
    """A status, the day it was first told, and the telling that says so."""

    status: str
    on: str | None
    telling: int


class Value(NamedTuple):
    """One of several values told of one field, with the tellings that give it."""

    value: str
    tellings: tuple[int, ...]


class Difference(NamedTuple):
    """Values of one field that the reports of an event do not agree on. `kind` is one of `KINDS`."""

    field: str
    kind: str
    values: tuple[Value, ...]


class Linked(NamedTuple):
    """One event with everything told of it. `id` is that of its earliest telling; `part_of` the id of the visit that
    holds it."""

    id: str
    type: str
    status: str
    start: str | None
    end: str | None
    place: str | None
    host: str | None
    sides: tuple[Side, ...]
    mechanism: str | None
    ordinal: int | None
    documents: tuple[str, ...]
    background: bool
    tellings: tuple[Told, ...]
    life: tuple[Change, ...]
    differences: tuple[Difference, ...]
    part_of: str | None = None


class Happening(NamedTuple):
    """What of a linked event tells which others it belongs with. `sides` has actor, name and country of each
    participant, `reports` how many tellings there are."""

    id: str
    type: str
    start: str | None
    end: str | None
    place: str | None
    host: str | None
    mechanism: str | None
    ordinal: int | None
    background: bool
    sides: tuple[tuple[str | None, str, str | None], ...]
    reports: int
    number: int = 0
    earliest: str | None = None
    latest: str | None = None
