"""What a record counts over many events: who meets whom, how often, when and where.

Days are the first days of events (`first`, `last`), ISO dates; counts are of events unless said otherwise.
"""

from msgspec import Struct

from bilat.model.fields import Json


class PairRow(Struct, frozen=True):
    """Two countries (codes, in order) and the events that both take part in, as participant or host."""

    one: str
    other: str
    events: int
    first: str | None
    last: str | None

    def to_dict(self) -> Json:
        return {
            "one": self.one,
            "other": self.other,
            "events": self.events,
            "first": self.first,
            "last": self.last,
        }


class MonthRow(Struct, frozen=True):
    """How many events of a level and type began in a month. `month` is a year alone where no month is known, None where
    nothing is, not even the day of a report."""

    month: str | None
    level: str
    type: str
    events: int

    def to_dict(self) -> Json:
        return {"month": self.month, "level": self.level, "type": self.type, "events": self.events}


class DayRow(Struct, frozen=True):
    """An event with a known day, as a calendar shows it: `start` and `end` are whole days."""

    id: str
    type: str
    status: str
    level: str
    start: str
    end: str
    place: str | None
    countries: tuple[str, ...]

    def to_dict(self) -> Json:
        return {
            "id": self.id,
            "type": self.type,
            "status": self.status,
            "level": self.level,
            "start": self.start,
            "end": self.end,
            "place": self.place,
            "countries": list(self.countries),
        }


class MetRow(Struct, frozen=True):
    """Somebody of another side whom a person met: their id, name and country, in how many events, when."""

    actor: str
    name: str
    country: str | None
    events: int
    first: str | None
    last: str | None

    def to_dict(self) -> Json:
        return {
            "actor": self.actor,
            "name": self.name,
            "country": self.country,
            "events": self.events,
            "first": self.first,
            "last": self.last,
        }


class TravelRow(Struct, frozen=True):
    """An event that a person attended in another country: `host` is the country, `event` the id."""

    event: str
    type: str
    status: str
    start: str | None
    end: str | None
    place: str | None
    host: str

    def to_dict(self) -> Json:
        return {
            "event": self.event,
            "type": self.type,
            "status": self.status,
            "start": self.start,
            "end": self.end,
            "place": self.place,
            "host": self.host,
        }


class OfficeRow(Struct, frozen=True):
    """An office of a country by its usual name: how many were seen in it, the first and last published day, in how many
    documents (each holder's counted). `sole` where one person at a time holds it."""

    office: str
    country: str | None
    sole: bool
    holders: int
    documents: int
    first: str | None
    last: str | None

    def to_dict(self) -> Json:
        return {
            "office": self.office,
            "country": self.country,
            "sole": self.sole,
            "holders": self.holders,
            "documents": self.documents,
            "first": self.first,
            "last": self.last,
        }


class HolderRow(Struct, frozen=True):
    """Somebody seen in an office: first and last published day, in how many documents, and under which `titles`."""

    actor: str
    name: str
    country: str | None
    sole: bool
    first: str | None
    last: str | None
    documents: int
    titles: tuple[str, ...]

    def to_dict(self) -> Json:
        return {
            "actor": self.actor,
            "name": self.name,
            "country": self.country,
            "sole": self.sole,
            "first": self.first,
            "last": self.last,
            "documents": self.documents,
            "titles": list(self.titles),
        }


class TieRow(Struct, frozen=True):
    """Two people or countries on different sides of the same events; the one whose id is smaller comes first. Of
    countries, id, name and country are all the code."""

    one: str
    one_name: str
    one_country: str | None
    other: str
    other_name: str
    other_country: str | None
    events: int
    first: str | None
    last: str | None

    def to_dict(self) -> Json:
        return {
            "one": {"id": self.one, "name": self.one_name, "country": self.one_country},
            "other": {"id": self.other, "name": self.other_name, "country": self.other_country},
            "events": self.events,
            "first": self.first,
            "last": self.last,
        }


class PublisherRow(Struct, frozen=True):
    """A publisher (None where none is known): documents that count, the first and last day of these, the events that
    they report, and how many of these no other publisher reports (`alone`; those told as background left out)."""

    publisher: str | None
    documents: int
    first: str | None
    last: str | None
    events: int
    alone: int = 0

    def to_dict(self) -> Json:
        return {
            "publisher": self.publisher,
            "documents": self.documents,
            "first": self.first,
            "last": self.last,
            "events": self.events,
            "alone": self.alone,
        }
