"""One thing of a record with all its evidence: an event, a person, or a document with its passages."""

from collections.abc import Iterable, Iterator, Sequence

from bilat.model import Document, Passage, Person, Problem, Reading
from bilat.model.comparison import CoverageRow
from bilat.model.rows import DocumentRow, EventRow, PersonRow
from bilat.views.events import event_line, quotation
from bilat.views.lines import Line, Piece, Style, columns, counted, plain, wrap
from bilat.views.people import person_lines
from bilat.views.show_items import found_items
from bilat.views.timeline import event_lines
from bilat.views.tree import tree_lines

INDENT = 2
PART_WIDTH = 10


def show_event(
    event: EventRow, width: int | None, parts: Sequence[EventRow] = (), coverage: CoverageRow | None = None
) -> Iterator[Line]:
    """An event with its life, parts and coverage, every quotation of every report, and its participants with all forms
    of their names."""
    if coverage is None:
        yield from event_lines(event, width)
    else:
        yield from tree_lines(event, parts, coverage, width)
    yield plain()
    rows = [
        [p.name, p.country or "", p.role or "", ", ".join(name for name in p.names if name != p.name), p.actor or ""]
        for p in event.participants
    ]
    yield from columns(rows, ("participant", "country", "role", "also written", "id"), width)
    for report in event.reports:
        yield plain()
        yield from _pairs(
            (
                ("reported in", report.title),
                ("document", report.document),
                ("publisher", report.publisher),
                ("published", report.published),
                ("address", report.url),
                ("how", report.how),
                ("copy of", report.copy_of),
                *(("quotation", f"{ev.span.start}:{ev.span.end} {ev.quote}") for ev in report.evidence),
            ),
            width,
        )


def show_person(person: PersonRow, events: Iterable[EventRow], width: int | None) -> Iterator[Line]:
    """A person with every title, and the events that the person took part in, with their quotations."""
    yield from person_lines(person, width)
    for at, event in enumerate(events):
        if at == 0:
            yield from _heading("events")
        yield from event_lines(event, width)


def show_document(row: DocumentRow, doc: Document, reading: Reading, width: int | None) -> Iterator[Line]:
    """A document: what it is, its passages by part, and everything that was found in it."""
    yield from wrap((Piece(doc.title, Style.HEADING), Piece(f"  {row.id}", Style.FAINT)), width)
    published = doc.published
    yield from _pairs(
        (
            ("publisher", doc.publisher),
            ("published", f"{published.day}, from {published.how.value}" if published else None),
            ("address", doc.url),
            ("language", "-".join(code for code in (doc.language, doc.script) if code)),
            *(("file", f"{source.path} ({source.form})") for source in row.sources),
            ("superseded", row.superseded_by and f"by {row.superseded_by}: not counted in the timeline"),
        ),
        width,
    )
    yield plain()
    yield from _passages(doc, width)
    yield from _found(reading, width)
    yield from _problems((*doc.problems, *reading.problems), width)


def _passages(doc: Document, width: int | None) -> Iterator[Line]:
    for passage in doc.passages:
        yield from _passage(doc, passage, width)


def _passage(doc: Document, passage: Passage, width: int | None) -> Iterator[Line]:
    """Its part, and under each other the lines of its text."""
    label = f"{passage.part.value:<{PART_WIDTH}}"
    for line in doc.text[passage.span.start : passage.span.end].splitlines():
        if line.strip():
            yield from wrap((Piece(label, Style.FAINT), Piece(line.strip())), width, PART_WIDTH)
            label = " " * PART_WIDTH


def _found(reading: Reading, width: int | None) -> Iterator[Line]:
    if reading.events:
        yield from _heading(counted(len(reading.events), "event"))
        for event in reading.events:
            yield from wrap((Piece(" " * INDENT), *event_line(event)), width, INDENT * 3)
            for ev in event.evidence:
                yield from wrap(quotation(ev.quote, INDENT * 3), width, INDENT * 3)
    if reading.people:
        yield from _heading("1 person" if len(reading.people) == 1 else f"{len(reading.people)} people")
        yield from columns([_person_row(p) for p in reading.people], _PERSON_HEADS, width)
    yield from found_items(reading, width)


_PERSON_HEADS = ("name", "country", "title", "also written", "mentions")


def _person_row(person: Person) -> list[str]:
    also = ", ".join(person.aliases)
    return [person.name, person.country or "", person.title or "", also, str(len(person.mentions))]


def _problems(problems: Iterable[Problem], width: int | None) -> Iterator[Line]:
    for at, problem in enumerate(problems):
        if at == 0:
            yield from _heading("problems")
        where = f" at {problem.span.start}:{problem.span.end}" if problem.span else ""
        yield from wrap(plain(f"  {problem.kind}{where}: {problem.detail}"), width, INDENT * 2)


def _heading(text: str) -> Iterator[Line]:
    yield plain()
    yield (Piece(text, Style.HEADING),)


def _pairs(pairs: Iterable[tuple[str, str | None]], width: int | None) -> Iterator[Line]:
    for name, value in pairs:
        if value:
            yield from wrap((Piece(f"{name:<12}", Style.FAINT), Piece(value)), width, 12)
