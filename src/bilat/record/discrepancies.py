"""What reports do not agree on: fields of one event, and figures of one measure, parties and period.

Values stand beside each other with those who give them; none is preferred, nothing is averaged.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from bilat.model import Evidence, Figure, Span
from bilat.model.item_rows import DiscrepancyRow, ItemRow, ToldRow
from bilat.model.linking import CONTRADICTION, ROUNDING
from bilat.model.rows import EventRow, ReportRow
from bilat.record.apart import Apart, given
from bilat.record.nearness import growths, one_rounded, questions
from bilat.record.pack import last_day

Key = tuple[object, ...]

_TOLD: Final = (
    "SELECT x.field, x.kind, x.value, d.id, d.publisher, d.published, d.title, d.url, r.how, v.start_char, v.end_char,"
    " v.quote FROM differences x JOIN tellings t USING (telling) JOIN documents d USING (document)"
    " JOIN reports r ON r.event = x.event AND r.telling = x.telling"
    " JOIN evidence v ON v.telling = x.telling AND v.position = 0"
    " WHERE x.event = (SELECT event FROM events WHERE id = ?) ORDER BY x.position"
)
_COPIES: Final = (
    "SELECT d.id, o.id FROM copies c JOIN documents d USING (document) JOIN documents o ON o.document = c.of"
)

Copies = Mapping[str, str]
"""A document → the one whose wording it repeats."""


def copies_in(db: sqlite3.Connection) -> dict[str, str]:
    """Every copy of the record with its original."""
    return dict(db.execute(_COPIES))


def of_event(
    db: sqlite3.Connection, event: EventRow, more: Iterable[Apart], copies: Copies
) -> Iterator[DiscrepancyRow]:
    """What the reports of an event tell differently, with the words of each: its fields, then what `apart` found."""
    told: dict[tuple[str, str], dict[str, dict[str, ReportRow]]] = {}
    for row in db.execute(_TOLD, (event.id,)):
        field, kind, value, document, publisher, published, title, url, how, start, end, quote = row
        reports = told.setdefault((field, kind), {}).setdefault(value, {})
        known = reports.get(document) or ReportRow(document, publisher, published, title, url, how, ())
        reports[document] = replace(known, evidence=(*known.evidence, Evidence(document, Span(start, end), quote)))
    fields = [
        Apart(field, kind, tuple(ToldRow(value, tuple(reports.values())) for value, reports in values.items()))
        for (field, kind), values in told.items()
    ]
    for found in (*fields, *more):
        yield DiscrepancyRow("event", event.id, found.field, found.kind, _counted(found.values, copies), event)


def _counted(values: Iterable[ToldRow], copies: Copies) -> tuple[ToldRow, ...]:
    """The values with the originals of copies named: what most independent documents give first."""
    told = [
        replace(value, reports=tuple(replace(r, copy_of=copies.get(r.document)) for r in value.reports))
        for value in values
    ]
    return tuple(sorted(told, key=lambda value: (-value.independent, value.value)))


def of_figures(figures: Iterable[ItemRow[Figure]], shared: Collection[str], copies: Copies) -> Iterator[DiscrepancyRow]:
    """Figures of one measure, parties, unit and period that have more than one value; and, in the same way, growth.

    `shared` are measures that two sides have together, whichever is named first. Of one country alone two publishers
    must differ: its numbers are often of a part that a figure does not name. What is told of a period before that is
    over is expected or planned, and changes with the day; it is compared with nothing."""
    levels: dict[Key, list[ItemRow[Figure]]] = defaultdict(list)
    growth: dict[Key, list[ItemRow[Figure]]] = defaultdict(list)
    for row in figures:
        key = question(row.item, shared)
        if key is None or not _is_over(row):
            continue
        if row.item.value is not None and row.item.unit is not None:
            levels[*key, row.item.unit].append(row)
        if row.item.change_pct is not None:
            growth[*key, row.item.basis or ""].append(row)
    for key in sorted(levels, key=str):
        for rows, kind in differing(levels[key]):
            yield _row(rows, "value", kind, _value, copies)
    for key in sorted(growth, key=str):
        alone = any(row.item.partner is None for row in growth[key])
        for rows in _asked(growth[key], _growth, growths(_values(growth[key], _growth), alone=alone)):
            kind = ROUNDING if one_rounded(_values(rows, _growth), None, _inexact(rows, _growth)) else CONTRADICTION
            yield _row(rows, "change_pct", kind, _growth, copies)


def _is_over(row: ItemRow[Figure]) -> bool:
    """Whether a figure tells what was counted in a period that was over when it was told."""
    period, measure = row.item.period, row.item.measure
    if period is None or measure.endswith("_forecast") or (measure.endswith("_share") and row.item.partner is None):
        return False
    last, told = last_day(period.rpartition("/")[2].removeprefix("as_of ")), row.report.published
    return last is None or told is None or last <= told


def question(figure: Figure, shared: Collection[str]) -> Key | None:
    """What figures that can be compared have in common: measure, parties and period; None where whose it is is not
    known."""
    if figure.of is None:
        return None
    sides = (figure.of, figure.partner or "")
    return (figure.measure, *(sorted(sides) if figure.measure in shared else sides), figure.period or "")


def differing(rows: Sequence[ItemRow[Figure]]) -> Iterator[tuple[list[ItemRow[Figure]], str]]:
    """Figures that answer one question with several values, and how these differ."""
    alone = any(row.item.partner is None for row in rows)
    for found in _asked(rows, _value, questions(_values(rows, _value), alone=alone)):
        near = one_rounded(_values(found, _value), found[0].item.unit, _inexact(found, _value))
        yield found, ROUNDING if near else CONTRADICTION


Number = Callable[[Figure], Decimal]


def _value(figure: Figure) -> Decimal:
    return Decimal(str(figure.value))


def _growth(figure: Figure) -> Decimal:
    return Decimal(str(figure.change_pct))


def _values(rows: Iterable[ItemRow[Figure]], number: Number) -> set[Decimal]:
    return {number(row.item) for row in rows}


def _inexact(rows: Iterable[ItemRow[Figure]], number: Number) -> set[Decimal]:
    return {number(row.item) for row in rows if row.item.about}


def _asked(
    rows: Sequence[ItemRow[Figure]], number: Number, groups: Iterable[tuple[Decimal, ...]]
) -> Iterator[list[ItemRow[Figure]]]:
    """The figures of each group of values that can be compared. Where one document has two values, the words say too
    little to compare by."""
    for group in groups:
        found = [row for row in rows if number(row.item) in group]
        by_document: dict[str, set[Decimal]] = defaultdict(set)
        for row in found:
            by_document[row.report.document].add(number(row.item))
        publishers = {row.report.publisher for row in found}
        alone = any(row.item.partner is None for row in found)
        if len(group) > 1 and max(map(len, by_document.values())) == 1 and (len(publishers) > 1 or not alone):
            yield found


def _row(rows: Sequence[ItemRow[Figure]], field: str, kind: str, number: Number, copies: Copies) -> DiscrepancyRow:
    told: dict[str, list[ItemRow[Figure]]] = defaultdict(list)
    for row in rows:
        told[f"{number(row.item):f}"].append(row)
    values = _counted((given(value, same) for value, same in told.items()), copies)
    first = next(row for row in rows if f"{number(row.item):f}" == values[0].value)
    return DiscrepancyRow("figure", first.id, field, kind, values, figure=first)
