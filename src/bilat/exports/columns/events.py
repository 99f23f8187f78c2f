"""Events with their participants, reports, life and evidence."""

from operator import attrgetter
from typing import Final

from bilat.exports.fields import Kind, Nested, Noun, column, evidence
from bilat.model.rows import EventRow
from bilat.record.pack import first_day, last_day
from bilat.views.events import sides


def _first_day(event: EventRow) -> str | None:
    return first_day(event.start or event.end)


def _last_day(event: EventRow) -> str | None:
    return last_day(event.end or event.start)


def _who(event: EventRow) -> str:
    return sides(event.participants)


def _document(event: EventRow) -> str:
    return event.reports[0].document


def _countries(event: EventRow) -> tuple[str, ...]:
    sides = [p.country for p in event.participants if p.country]
    return tuple(dict.fromkeys([*sides, event.host] if event.host else sides))


def _publishers(event: EventRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.publisher for r in event.reports if r.publisher))


def _report_count(event: EventRow) -> int:
    return len(event.reports)


def _independent(event: EventRow) -> int:
    return len({r.copy_of or r.document for r in event.reports})


def _first_reported(event: EventRow) -> str | None:
    return min((r.published for r in event.reports if r.published), default=None)


def _first_quote(event: EventRow) -> str:
    return event.reports[0].evidence[0].quote


def _differing(event: EventRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.field for found in event.discrepancies))


PARTICIPANTS: Final = Nested(
    "participants",
    "participants",
    "Who takes part in an event: for a visit the visitors, not the hosts.",
    attrgetter("participants"),
    (
        column("actor", Kind.TEXT, "the person → `people`; empty for a body, a country or a delegation"),
        column("name", Kind.TEXT, "the form that most documents use; of others than people as first written"),
        column("names", Kind.TEXTS, "every form of the name that was seen, `name` among them"),
        column(
            "country",
            Kind.TEXT,
            "code of the country or organisation spoken for: ISO 3166-1 alpha-2, or an organisation's short name",
        ),
        column("role", Kind.TEXT, "of a message: `sender`, `recipient` or `both`; else empty"),
    ),
)

REPORTS: Final = Nested(
    "reports",
    "reports",
    "Which documents tell of an event, and how: news of it first, then announcements, then mentions.",
    attrgetter("reports"),
    (
        column("document", Kind.TEXT, "→ `documents`"),
        column("how", Kind.TEXT, "`reported` (news of it), `announced` (ahead of it) or `mentioned` (as background)"),
        column("inferred", Kind.FLAG, "whether it names no person and was joined by office or country"),
        column("copy_of", Kind.TEXT, "the document whose wording this one repeats; empty for one of its own"),
        column("publisher", Kind.TEXT, "as named by the input"),
        column("published", Kind.DAY, "the day it was published"),
        column("title", Kind.TEXT, "headline"),
        column("url", Kind.TEXT, "address"),
    ),
    (evidence(attrgetter("evidence")),),
)

LIFE: Final = Nested(
    "life",
    "life",
    "Each status of an event on the day it was first told: announced, held, called off.",
    attrgetter("life"),
    (
        column("status", Kind.TEXT, "`planned`, `held` or `cancelled`"),
        column("on", Kind.DAY, "the day it was told"),
        column("document", Kind.TEXT, "the document that tells it → `documents`"),
    ),
)

EVENTS: Final = Noun(
    "events",
    "event",
    "One row for each event, linked over all documents, oldest first.",
    (
        column("id", Kind.TEXT, "that of its earliest report: the same in every build that has it"),
        column("type", Kind.TEXT, "`visit`, `meeting`, `call`, `message`, `signing` or `session`: see the codebook"),
        column("status", Kind.TEXT, "`held`, `planned` or `cancelled`: how it ended"),
        column(
            "level",
            Kind.TEXT,
            "of a contact: `leaders`, `ministers`, `officials`, or `unknown` where no office is known",
        ),
        column("start", Kind.DATE, "first day as most reports tell it, or month or year; empty when none does"),
        column("end", Kind.DATE, "last day, likewise"),
        column(
            "first_day",
            Kind.DAY,
            "the first day on which it may have begun: of a month or year its first day",
            _first_day,
        ),
        column("last_day", Kind.DAY, "the last day on which it may have ended", _last_day),
        column("place", Kind.TEXT, "city as most reports write it, else country; empty for calls and messages"),
        column("host", Kind.TEXT, "of a visit: code of the country visited"),
        column(
            "countries",
            Kind.TEXTS,
            "codes of all who take part, and of the host, in the order of first mention",
            _countries,
        ),
        column("who", Kind.TEXT, "who takes part, by side, in one text; one by one in `participants`", _who),
        column("mechanism", Kind.TEXT, "of a session: what met; of a message: the conference it is addressed to"),
        column("ordinal", Kind.WHOLE, "number of the session"),
        column("documents", Kind.TEXTS, "names of what was signed or issued, as written"),
        column("background", Kind.FLAG, "yes when it is told as history or context only, nowhere as news"),
        column("part_of", Kind.TEXT, "id of the visit that holds it"),
        column("first_reported", Kind.DAY, "the first published day of its reports", _first_reported),
        column("report_count", Kind.WHOLE, "how many documents tell of it", _report_count),
        column("independent", Kind.WHOLE, "how many, all copies of one text taken as one", _independent),
        column("publishers", Kind.TEXTS, "who tells of it", _publishers),
        column("differing", Kind.TEXTS, "fields on which its reports do not agree → `discrepancies`", _differing),
        column("quote", Kind.TEXT, "the first quotation of its first report; all are in `evidence`", _first_quote),
        column("document", Kind.TEXT, "its first report, in which the quotation stands → `documents`", _document),
    ),
    (PARTICIPANTS, REPORTS, LIFE),
)
