"""What reports do not agree on: a row for each value and each document that gives it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from bilat.exports.fields import Kind, Noun, column
from bilat.model.item_rows import DiscrepancyRow, ToldRow
from bilat.model.rows import ReportRow


class Given(NamedTuple):
    """One value of a discrepancy, and one report that gives it."""

    found: DiscrepancyRow
    told: ToldRow
    report: ReportRow


def given(found: DiscrepancyRow) -> Iterator[Given]:
    """Every value with every report that gives it; what most independent documents give first."""
    for told in found.values:
        for report in told.reports:
            yield Given(found, told, report)


def _measure(row: Given) -> str | None:
    return row.found.figure.item.measure if row.found.figure else None


def _period(row: Given) -> str | None:
    return row.found.figure.item.period if row.found.figure else None


def _unit(row: Given) -> str | None:
    return row.found.figure.item.unit if row.found.figure else None


def _type(row: Given) -> str | None:
    return row.found.event.type if row.found.event else None


def _start(row: Given) -> str | None:
    return row.found.event.start if row.found.event else None


def _parties(row: Given) -> tuple[str, ...]:
    if row.found.event is not None:
        sides = [*(p.country for p in row.found.event.participants), row.found.event.host]
    else:
        item = row.found.figure.item if row.found.figure else None
        sides = [item.of, item.partner] if item else []
    return tuple(dict.fromkeys(side for side in sides if side))


def _first_start(row: Given) -> int:
    return row.report.evidence[0].span.start


def _first_end(row: Given) -> int:
    return row.report.evidence[0].span.end


def _first_quote(row: Given) -> str:
    return row.report.evidence[0].quote


DISCREPANCIES: Final = Noun(
    "discrepancies",
    "discrepancy",
    "What reports do not agree on: one row for each value and each document that gives it; none is preferred.",
    (
        column("id", Kind.TEXT, "of the event → `events`, or of one of the figures → `figures`", "found.id"),
        column("about", Kind.TEXT, "`event` or `figure`", "found.about"),
        column(
            "field",
            Kind.TEXT,
            "what differs: `start`, `place`, `documents_signed`, `value`, `change_pct` …",
            "found.field",
        ),
        column(
            "kind",
            Kind.TEXT,
            "`contradiction`, `rounding` (one has fewer digits) or `moved` (announced for another day)",
            "found.kind",
        ),
        column("parties", Kind.TEXTS, "codes of those it is about", _parties),
        column("type", Kind.TEXT, "of an event", _type),
        column("start", Kind.DATE, "of an event", _start),
        column("measure", Kind.TEXT, "of a figure", _measure),
        column("period", Kind.TEXT, "of a figure", _period),
        column("unit", Kind.TEXT, "of a figure", _unit),
        column("value", Kind.TEXT, "what this document gives", "told.value"),
        column(
            "independent",
            Kind.WHOLE,
            "how many documents give this value, all copies of one text taken as one",
            "told.independent",
        ),
        column("sources", Kind.TEXTS, "whom those who give this value name as its source, as written", "told.sources"),
        column("document", Kind.TEXT, "→ `documents`", "report.document"),
        column("publisher", Kind.TEXT, "as named by the input", "report.publisher"),
        column("published", Kind.DAY, "the day it was published", "report.published"),
        column("copy_of", Kind.TEXT, "the document whose wording this one repeats", "report.copy_of"),
        column("quote_start", Kind.WHOLE, "first character of the quotation in the text", _first_start),
        column("quote_end", Kind.WHOLE, "after its last character", _first_end),
        column("quote", Kind.TEXT, "the words that give it", _first_quote),
    ),
)
