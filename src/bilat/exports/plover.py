"""PLOVER: events as a table in the columns of POLECAT, tabs between, for tools made for that.

One row an event, however many take part: several actors or recipients stand in one cell with `;` between, as POLECAT
has them. What bilat does not code stays empty. The columns behind `Version` are bilat's own.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from bilat.exports.base import EVENT_FILTERS, Asked
from bilat.exports.calendar import days_of
from bilat.exports.select import events
from bilat.model import EventType, Status
from bilat.model.rows import EventRow, ParticipantRow, ReportRow
from bilat.packs import load
from bilat.record import Record
from bilat.views.clean import clean_cell
from bilat.views.countries import names_of

BETWEEN: Final = ";"


class Code(NamedTuple):
    """What PLOVER calls an event: its type and mode, empty where the manual has no mode for it."""

    type: str
    mode: str = ""


TYPES: Final[Mapping[str, Code]] = {
    EventType.VISIT: Code("CONSULT", "visit"),
    EventType.MEETING: Code("CONSULT"),
    EventType.CALL: Code("CONSULT", "phone"),
    EventType.SESSION: Code("CONSULT"),
    EventType.SIGNING: Code("SUPPORT"),
}
"""By the PLOVER manual 0.7b1 (2021): "consultations and meetings", "sign, or finalize an agreement". A message has no
counterpart: PLOVER codes neither comments nor appeals."""
PROMISED: Final = Code("AGREE")
"""A signing that is announced: "promises to sign or ratify agreements"."""
CONTEXTS: Final[Mapping[str, str]] = {Status.HELD: "", Status.PLANNED: "future", Status.CANCELLED: "negation"}
QUAD: Final = "VERBAL COOPERATION"
"""Of CONSULT, SUPPORT and AGREE alike."""


class Coded(NamedTuple):
    """An event with what its row is made of."""

    event: EventRow
    actors: tuple[ParticipantRow, ...]
    recipients: tuple[ParticipantRow, ...]
    languages: Mapping[str, str]
    version: str

    @property
    def report(self) -> ReportRow:
        return self.event.reports[0]


class Plover:
    """The format `plover`."""

    name = "plover"
    about = "events in the columns of POLECAT, coded by PLOVER, tabs between"
    suffix = ".tsv"
    streams = ".tsv"
    needs = ()
    takes = EVENT_FILTERS
    files = frozenset[str]()

    def write(self, record: Record, asked: Asked, target: Path) -> None:
        """One file."""
        made_by = f"bilat {version('bilat')}"
        languages = {document.id: document.language for document in record.documents()}
        with target.open("w", encoding="utf-8", newline="") as out:
            write = csv.writer(out, delimiter="\t", lineterminator="\n").writerow
            write(COLUMNS)
            for event in events(record, asked):
                if event.type in TYPES:
                    coded = Coded(event, *sided(event), languages, made_by)
                    write([clean_cell(get(coded)) for _, get in COLUMNS.values()])


def sided(event: EventRow) -> tuple[tuple[ParticipantRow, ...], tuple[ParticipantRow, ...]]:
    """Those of the country that is named first, and all others. On a visit the visitors, and the host."""
    if event.host is not None:
        host = ParticipantRow(names_of(event.host)[0], names_of(event.host), event.host)
        return event.participants, (host,)
    first = event.participants[0].country if event.participants else None
    return (
        tuple(p for p in event.participants if p.country == first),
        tuple(p for p in event.participants if p.country != first),
    )


def code_of(event: EventRow) -> Code:
    """Type and mode. `multilateral` with more than two sides, `third-party` in a country of none of them."""
    if event.type == EventType.SIGNING and event.status == Status.PLANNED:
        return PROMISED
    code = TYPES[event.type]
    if event.type not in (EventType.MEETING, EventType.SESSION):
        return code
    countries = {p.country for p in event.participants if p.country}
    where = country_of(event.place)
    if len(countries) > 2:
        return code._replace(mode="multilateral")
    if len(countries) == 2 and where and where not in countries:
        return code._replace(mode="third-party")
    return code


def country_of(place: str | None) -> str | None:
    """The country of a place of the packs; None for one that they do not know, or that several share."""
    return _places().get(place) if place else None


@cache
def _places() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    packs = load()
    named = [(name, row.country) for row in packs.places for name in (row.name, *row.aliases)]
    named += [(name, row.code) for row in packs.countries for name in row.zh]
    for name, country in named:
        found[name] = country or None if found.get(name, country) == country else None
    return found


@cache
def alpha3() -> dict[str, str]:
    """ISO 3166-1 alpha-2 → alpha-3 of every country of the packs; XKX, in wide use, where ISO has none."""
    text = (files("bilat") / "exports" / "data" / "alpha3.tsv").read_text("utf-8")
    return {two: three for two, _, three in (line.partition("\t") for line in text.splitlines()[1:])}


def _iso3(codes: Iterable[str | None]) -> str:
    """ISO 3166-1 alpha-3, each once; an international organisation has none."""
    return BETWEEN.join(dict.fromkeys(alpha3()[code] for code in codes if code in alpha3()))


def _names(people: Iterable[ParticipantRow]) -> str:
    return BETWEEN.join(p.name for p in people)


def _codes(people: Iterable[ParticipantRow]) -> str:
    return BETWEEN.join(dict.fromkeys(p.country for p in people if p.country))


def _ids(people: Iterable[ParticipantRow]) -> str:
    return BETWEEN.join(p.actor or "" for p in people)


def _day(coded: Coded) -> str:
    days = days_of(coded.event)
    return days[0].isoformat() if days else ""


def _contexts(coded: Coded) -> str:
    said = [CONTEXTS[coded.event.status], "historical" if coded.event.background else ""]
    return BETWEEN.join(context for context in said if context)


def _country(coded: Coded) -> str:
    return _iso3([coded.event.host or country_of(coded.event.place)])


def _story(coded: Coded) -> str:
    return BETWEEN.join(p.name for p in coded.event.participants if p.actor)


def _empty(_coded: Coded) -> str:
    return ""


def _span(coded: Coded) -> str:
    span = coded.report.evidence[0].span
    return f"{span.start}:{span.end}"


Get = Callable[[Coded], str]
_NOT_CODED: Final = ("empty: bilat does not code it", _empty)

COLUMNS: Final[Mapping[str, tuple[str, Get]]] = {
    "Event ID": ("the event's id → `events`", lambda c: c.event.id),
    "Event Date": ("first day, `YYYY-MM-DD`; empty where only a month, a year or nothing is known", _day),
    "Event Type": ("`CONSULT`, `SUPPORT` or `AGREE`", lambda c: code_of(c.event).type),
    "Event Mode": (
        "of `CONSULT`: `visit`, `phone`, `multilateral`, `third-party`, else empty",
        lambda c: code_of(c.event).mode,
    ),
    "Event Intensity": _NOT_CODED,
    "Quad Code": ("`VERBAL COOPERATION`, to which all three types belong", lambda _c: QUAD),
    "Contexts": ("`future` for planned, `negation` for cancelled, `historical` for background", _contexts),
    "Actor Name": (
        "those of the side named first, as most documents call them; on a visit the visitors",
        lambda c: _names(c.actors),
    ),
    "Actor Country": (
        "their countries, ISO 3166-1 alpha-3; an organisation has none",
        lambda c: _iso3(p.country for p in c.actors),
    ),
    "Actor COW": _NOT_CODED,
    "Primary Actor Sector": _NOT_CODED,
    "Actor Sectors": _NOT_CODED,
    "Actor Title": _NOT_CODED,
    "Actor Name Raw": _NOT_CODED,
    "Wikipedia Actor ID": _NOT_CODED,
    "Recipient Name": (
        "all others; on a visit the country visited, by its English name in the packs",
        lambda c: _names(c.recipients),
    ),
    "Recipient Country": ("as `Actor Country`", lambda c: _iso3(p.country for p in c.recipients)),
    "Recipient COW": _NOT_CODED,
    "Primary Recipient Sector": _NOT_CODED,
    "Recipient Sectors": _NOT_CODED,
    "Recipient Title": _NOT_CODED,
    "Recipient Name Raw": _NOT_CODED,
    "Wikipedia Recipient ID": _NOT_CODED,
    "Placename": ("the place as most reports write it", lambda c: c.event.place or ""),
    "City": _NOT_CODED,
    "District": _NOT_CODED,
    "Province": _NOT_CODED,
    "Country": ("of a visit the country visited, else that of the place where the packs know it, alpha-3", _country),
    "Latitude": _NOT_CODED,
    "Longitude": _NOT_CODED,
    "GeoNames ID": _NOT_CODED,
    "Raw Placename": ("as `Placename`", lambda c: c.event.place or ""),
    "Feature Type": _NOT_CODED,
    "Source": ("publisher of the first report", lambda c: c.report.publisher or ""),
    "Publication Date": ("of the first report", lambda c: c.report.published or ""),
    "Story People": ("all named people who take part", _story),
    "Story Organizations": _NOT_CODED,
    "Story Locations": _NOT_CODED,
    "Language": ("of the first report", lambda c: c.languages.get(c.report.document, "")),
    "Version": ("bilat and its version", lambda c: c.version),
    "bilat Type": ("the event's type in bilat", lambda c: c.event.type),
    "bilat Status": ("`held`, `planned` or `cancelled`", lambda c: c.event.status),
    "bilat Start": ("first day, month or year", lambda c: c.event.start or ""),
    "bilat End": ("last day, month or year", lambda c: c.event.end or ""),
    "bilat Actor Codes": ("countries and organisations of the actors, in bilat's codes", lambda c: _codes(c.actors)),
    "bilat Recipient Codes": ("likewise", lambda c: _codes(c.recipients)),
    "bilat Actor IDs": (
        "→ `people`, in the order of `Actor Name`; empty between `;` for who is no person",
        lambda c: _ids(c.actors),
    ),
    "bilat Recipient IDs": ("likewise", lambda c: _ids(c.recipients)),
    "bilat Document": ("the first report → `documents`", lambda c: c.report.document),
    "bilat Span": ("where the quotation stands in its text: `start:end`", _span),
    "bilat Quote": ("the words that show the event", lambda c: c.report.evidence[0].quote),
}
"""Column → what stands there, and how it is made. Names and order as in the files of 2023 and later."""
