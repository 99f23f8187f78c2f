"""What reports do not agree on, value by value with those who give it."""

from collections.abc import Iterable, Iterator, Sequence

from bilat.model.item_rows import DiscrepancyRow, ToldRow
from bilat.views.events import event_line, quotation, reported
from bilat.views.items import INDENT, QUOTE_INDENT, codes, or_nothing
from bilat.views.lines import Cell, Line, Piece, Style, View, plain, wrap

_SHOWN = 2
"""Quotations of one value; `--json` has them all."""


def discrepancy_lines(rows: Iterable[DiscrepancyRow], width: int | None) -> Iterator[Line]:
    """What it is about, then each value with how many reports give it, and the first of them."""
    return or_nothing(_lines(rows, width), "discrepancies")


def _lines(rows: Iterable[DiscrepancyRow], width: int | None) -> Iterator[Line]:
    for row in rows:
        yield from wrap(_head(row), width, INDENT)
        for value in row.values:
            line = (Piece(" " * INDENT), Piece(f"{row.field} {value.value}", Style.STRONG))
            yield from wrap((*line, Piece(f"  {_who(value)}", Style.FAINT)), width, INDENT)
            for report in value.reports[:_SHOWN]:
                if report.evidence:
                    yield from wrap(quotation(report.evidence[0].quote, QUOTE_INDENT), width, QUOTE_INDENT)
                where = f"{reported(report)} · document {report.document}"
                yield from wrap((Piece(" " * QUOTE_INDENT), Piece(where, Style.FAINT)), width, QUOTE_INDENT)
        yield plain()


def _head(row: DiscrepancyRow) -> Line:
    kind = Piece(f"  {row.kind} · {row.about} {row.id}", Style.FAINT)
    if row.event is not None:
        return (*event_line(row.event), kind)
    item = row.figure.item if row.figure is not None else None
    what = "" if item is None else " ".join(filter(None, (item.measure, codes(item.of, item.partner), item.period)))
    unit = f" {item.unit}" if item is not None and item.unit else ""
    return (Piece(what + unit, Style.HEADING), kind)


def _who(value: ToldRow) -> str:
    publishers = dict.fromkeys(report.publisher or "unknown" for report in value.reports)
    copies = "" if value.independent == len(value.reports) else f" ({value.independent} independent)"
    sources = f" ← {', '.join(value.sources)}" if value.sources else ""
    return f"{len(value.reports)}{copies}: {', '.join(publishers)}{sources}"


def discrepancy_cells(row: DiscrepancyRow) -> Sequence[Cell]:
    """A discrepancy as one flat row."""
    values = "; ".join(f"{value.value} ({_who(value)})" for value in row.values)
    return (row.about, row.id, row.field, row.kind, *_of_what(row), values)


def _of_what(row: DiscrepancyRow) -> tuple[Cell, Cell, Cell]:
    """What it is, when, and whose."""
    if row.event is not None:
        return row.event.type, row.event.start, "; ".join(p.name for p in row.event.participants)
    item = row.figure.item if row.figure is not None else None
    return (None, None, None) if item is None else (item.measure, item.period, codes(item.of, item.partner))


DISCREPANCIES: View[DiscrepancyRow] = View(
    columns=("about", "id", "field", "kind", "what", "when", "who", "values"),
    to_dict=DiscrepancyRow.to_dict,
    to_cells=discrepancy_cells,
    to_lines=discrepancy_lines,
)
