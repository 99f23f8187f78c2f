"""A visit as a tree: its life from the announcement on, what it holds day by day, and who tells of it."""

from collections.abc import Iterator, Sequence

from bilat.model.comparison import CoverageRow
from bilat.model.rows import ChangeRow, EventRow
from bilat.views.coverage import coverage_lines
from bilat.views.events import event_line, quotation, reporters
from bilat.views.lines import Line, Piece, Style, plain, wrap

INDENT = 2
DEEP = 6
_BRANCH = {False: ("├ ", "│ "), True: ("└ ", "  ")}
"""Of each thing, and of the last one: where it begins, and what stands before its further lines."""


def tree_lines(event: EventRow, parts: Sequence[EventRow], coverage: CoverageRow, width: int | None) -> Iterator[Line]:
    """The event, its life, its parts in the order of time, its end, and its coverage."""
    yield from wrap((*event_line(event), Piece(f"  event {event.id}", Style.FAINT)), width, INDENT)
    more = len(event.life) + len(parts)
    for change in event.life:
        more -= 1
        yield from _change(event, change, last=not more, width=width)
    for part in parts:
        more -= 1
        yield from _part(part, last=not more, width=width)
    yield plain()
    yield from coverage_lines(coverage, width)


def _change(event: EventRow, change: ChangeRow, *, last: bool, width: int | None) -> Iterator[Line]:
    """A status, the day it was first told, and the words that tell it."""
    branch, stem = _BRANCH[last]
    report = next((r for r in event.reports if r.document == change.document), None)
    head = f"{change.on or 'no date':<12}told as {change.status}"
    who = f"  {report.publisher or 'publisher unknown'} · document {change.document}" if report else ""
    yield from wrap((Piece(branch, Style.FAINT), Piece(head), Piece(who, Style.FAINT)), width, DEEP)
    if report is not None:
        line = (Piece(stem, Style.FAINT), *quotation(report.evidence[0].quote, DEEP - INDENT))
        yield from wrap(line, width, DEEP)


def _part(part: EventRow, *, last: bool, width: int | None) -> Iterator[Line]:
    """A meeting, signing or session of the visit, with its words and all who tell of it."""
    branch, stem = _BRANCH[last]
    yield from wrap((Piece(branch, Style.FAINT), *event_line(part)), width, DEEP)
    quoted = quotation(part.reports[0].evidence[0].quote, DEEP - INDENT)
    yield from wrap((Piece(stem, Style.FAINT), *quoted), width, DEEP)
    told = f"{reporters(part.reports).removeprefix('also ')} · event {part.id}"
    yield from wrap((Piece(stem + " " * (DEEP - INDENT), Style.FAINT), Piece(told, Style.FAINT)), width, DEEP)
