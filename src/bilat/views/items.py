"""Items of flat nouns in lines: what is said, the words that say it, and where they stand."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bilat.model.item_rows import ItemRow
from bilat.model.rows import ReportRow
from bilat.views.events import quotation, reported
from bilat.views.lines import Line, Piece, Style, plain, wrap

INDENT = 2
QUOTE_INDENT = 6
FLAT_REPORT = ("document", "publisher", "published", "title", "url", "quote")
"""The columns of a report in CSV: its first quotation."""


def told_lines(item: ItemRow[Any], width: int | None, *, every: bool = False) -> Iterator[Line]:
    """The first quotation (`every`: all), and who reported it where, with the item's id."""
    yield from report_lines(item.report, width, f" · {item.noun} {item.id}", every=every)


def report_lines(report: ReportRow, width: int | None, more: str = "", *, every: bool = False) -> Iterator[Line]:
    """A report's first quotation (`every`: all), and who reported it where."""
    for ev in report.evidence if every else report.evidence[:1]:
        yield from wrap(quotation(ev.quote, QUOTE_INDENT), width, QUOTE_INDENT)
    where = f"{reported(report)} · document {report.document}{more}"
    yield from wrap((Piece(" " * QUOTE_INDENT), Piece(where, Style.FAINT)), width, QUOTE_INDENT)


def report_cells(report: ReportRow) -> tuple[str | None, ...]:
    """A report in the columns of `FLAT_REPORT`."""
    first = report.evidence[0].quote if report.evidence else None
    return (report.document, report.publisher, report.published, report.title, report.url, first)


def counts(numbers: Mapping[str, int], unknown: str) -> str:
    """`CN 12, VN 3, unknown 1`."""
    return ", ".join(f"{name or unknown} {number}" for name, number in numbers.items())


def codes(*given: str | None) -> str:
    """Codes that are known, in order, with a dash between."""
    return " – ".join(code for code in given if code)


def or_nothing(lines: Iterable[Line], what: str) -> Iterator[Line]:
    """The lines, or one that says that there are none."""
    empty = True
    for line in lines:
        empty = False
        yield line
    if empty:
        yield plain(f"no {what}")
