"""Events of a record in the order of time, under their months, each with the words that say so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilat.model.rows import EventRow
from bilat.views.countries import country_code
from bilat.views.dates import iso_prefix, month_of
from bilat.views.decisions import decided_lines
from bilat.views.events import DATE_WIDTH, KIND_WIDTH, event_line, quotation, reported, reporters, sides
from bilat.views.lines import Cell, Line, Piece, Style, View, plain, wrap
from bilat.views.notebook import timeline_html

if TYPE_CHECKING:
    from bilat.record import Record

INDENT = 2
QUOTE_INDENT = 6


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time: iterate over them, print it, or let a notebook show it."""

    events: tuple[EventRow, ...]

    def __iter__(self) -> Iterator[EventRow]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

    def __str__(self) -> str:
        return "\n".join("".join(piece.text for piece in line) for line in timeline_lines(self.events, None))

    def _repr_html_(self) -> str:
        return timeline_html(self.events)


def find_events(  # noqa: PLR0913  # a filter is a parameter
    record: "Record",
    countries: Iterable[str] = (),
    *,
    since: str | None = None,
    until: str | None = None,
    types: Iterable[str] = (),
    status: str | None = None,
    person: str | None = None,
    background: bool = False,
    overdue: bool = False,
    level: str | None = None,
    publisher: str | None = None,
    limit: int | None = None,
    order: str = "oldest",
    after: str | None = None,
) -> Iterator[EventRow]:
    """The events that fulfil every filter, in order of time, one by one; those told as background only if asked for.

    `order` is `oldest` or `newest` first; with `after`, the id of an event, those behind it. Raises UsageError for an
    unknown country, a date that is none, or an unknown id.
    """
    return record.events(
        countries=[country_code(word) for word in countries],
        since=None if since is None else iso_prefix(since),
        until=None if until is None else iso_prefix(until),
        types=tuple(types),
        status=status,
        person=person,
        background=None if background else False,
        overdue=overdue,
        level=level,
        publisher=publisher,
        limit=limit,
        order=order,
        after=after,
    )


def timeline_lines(events: Iterable[EventRow], width: int | None) -> Iterator[Line]:
    """A heading for each month; under it each event with its quotations and who reported it."""
    month = None
    for event in events:
        if month != (month := _month(event)):
            yield (Piece(month, Style.HEADING),)
            yield plain()
        yield from event_lines(event, width)
        yield plain()
    if month is None:
        yield plain("no events")


def _month(event: EventRow) -> str:
    """The month an event stands under: its own, or for want of any date that of its report, as the record sorts it."""
    if event.start or event.end:
        return month_of(event.start, event.end)
    published = event.reports[0].published
    return month_of(published, published)


def event_lines(event: EventRow, width: int | None) -> Iterator[Line]:
    """An event's line, the first quotation with where it stands, and who else tells of it."""
    line = (Piece(" " * INDENT), *event_line(event))
    yield from wrap(line, width, INDENT + DATE_WIDTH + KIND_WIDTH + 2)
    report = event.reports[0]
    yield from wrap(quotation(report.evidence[0].quote, QUOTE_INDENT), width, QUOTE_INDENT)
    where = f"{reported(report)} · document {report.document} · event {event.id}"
    yield from wrap((Piece(" " * QUOTE_INDENT), Piece(where, Style.FAINT)), width, QUOTE_INDENT)
    others = reporters(event.reports[1:])
    if others:
        yield from wrap((Piece(" " * QUOTE_INDENT), Piece(others, Style.FAINT)), width, QUOTE_INDENT)
    yield from decided_lines(event.decisions, QUOTE_INDENT, width)


def event_cells(event: EventRow) -> Sequence[Cell]:
    """An event as one flat row: its first report and that report's first quotation."""
    report = event.reports[0]
    return (
        event.id,
        event.type,
        event.status,
        event.start,
        event.end,
        event.place,
        event.host,
        sides(event.participants),
        "; ".join(p.name for p in event.participants),
        "; ".join(p.country or "" for p in event.participants),
        event.mechanism,
        event.ordinal,
        "; ".join(event.documents),
        "yes" if event.background else "no",
        event.level,
        len(event.reports),
        report.document,
        report.publisher,
        report.published,
        report.title,
        report.url,
        report.evidence[0].quote,
    )


TIMELINE: View[EventRow] = View(
    columns=(
        "id",
        "type",
        "status",
        "start",
        "end",
        "place",
        "host",
        "who",
        "participants",
        "countries",
        "mechanism",
        "ordinal",
        "documents",
        "background",
        "level",
        "reports",
        "document",
        "publisher",
        "published",
        "title",
        "url",
        "quote",
    ),
    to_dict=EventRow.to_dict,
    to_cells=event_cells,
    to_lines=timeline_lines,
)
