"""What is counted over events, people and documents."""

from bilat.views.wire.base import Code, Count, DateText, Id, Wire


class Relation(Wire, frozen=True):
    """Two countries and the events that both take part in."""

    one: Code
    other: Code
    events: Count
    first: DateText | None
    last: DateText | None


class Month(Wire, frozen=True):
    """Events of a level and type that began in a month; a year where no month is known."""

    month: DateText | None
    level: str
    type: str
    events: Count


class Day(Wire, frozen=True):
    """An event whose days are known."""

    id: Id
    type: str
    status: str
    level: str
    start: DateText
    end: DateText
    place: str | None
    countries: tuple[Code, ...]


class Met(Wire, frozen=True):
    """Somebody of another side whom a person met."""

    actor: Id
    name: str
    country: Code | None
    events: Count
    first: DateText | None
    last: DateText | None


class Travel(Wire, frozen=True):
    """An event that a person attended in another country, the `host`."""

    event: Id
    type: str
    status: str
    start: DateText | None
    end: DateText | None
    place: str | None
    host: Code


class Office(Wire, frozen=True):
    """An office: how many were seen in it, in how many documents, first and last day; `sole` where one person at a time
    holds it."""

    office: str
    country: Code | None
    sole: bool
    holders: Count
    documents: Count
    first: DateText | None
    last: DateText | None


class Holder(Wire, frozen=True):
    """Somebody seen in an office."""

    actor: Id
    name: str
    country: Code | None
    sole: bool
    first: DateText | None
    last: DateText | None
    documents: Count
    titles: tuple[str, ...]


class End(Wire, frozen=True):
    """One end of a tie: a person, or a country (all three are then its code)."""

    id: Id
    name: str
    country: Code | None


class Tie(Wire, frozen=True):
    """Two on different sides of the same events."""

    one: End
    other: End
    events: Count
    first: DateText | None
    last: DateText | None


class PublisherCount(Wire, frozen=True):
    """A publisher with its documents, the events that they report, and those of them that nobody else reports; an empty
    name: not known."""

    publisher: str
    documents: Count
    first: DateText | None
    last: DateText | None
    events: Count
    alone: Count


class Measure(Wire, frozen=True):
    """A measure with how many figures and documents there are of it."""

    measure: str
    figures: Count
    documents: Count
    first: DateText | None
    last: DateText | None


class FoundThing(Wire, frozen=True):
    """Something that holds the words: `text` has them from `start` to `end`. `id` is the name itself of an office, a
    mechanism, a phrase; `weight` the documents (of an event, reports) that it stands in."""

    kind: str
    id: Id
    text: str
    start: Count
    end: Count
    name: str
    detail: str
    weight: Count


class FoundAll(Wire, frozen=True):
    """What was found: whole names first, then the most frequent; documents and events the latest first."""

    items: tuple[FoundThing, ...]
