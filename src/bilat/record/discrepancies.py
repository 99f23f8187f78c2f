"""What reports do not agree on: fields of one event, and figures of one measure, parties and period.

Values stand beside each other with those who give them; none is preferred, nothing is averaged.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Any, Final

from bilat.model import Evidence, Figure, Span
from bilat.model.figure import Number
from bilat.model.item_rows import DiscrepancyRow, ItemRow, ToldRow
from bilat.model.linking import CONTRADICTION, ROUNDING
from bilat.model.rows import EventRow, ReportRow

Key = tuple[object, ...]

_COUNTED: Final = frozenset({"document", "person", "country", "company"})
"""Units that are counted one by one: 36 and 37 are two answers, not one rounded."""
_ABOUT: Final = Decimal("0.1")
"""How far a value called inexact (近, 约, 超) may be from the exact one, as a share of it."""

_TOLD: Final = (
    "SELECT d.id, d.publisher, d.published, d.title, d.url, r.how, v.start_char, v.end_char, v.quote"
    " FROM differences x JOIN tellings t USING (telling) JOIN documents d USING (document)"
    " JOIN reports r ON r.event = x.event AND r.telling = x.telling"
    " JOIN evidence v ON v.telling = x.telling AND v.position = 0"
    " WHERE x.event = (SELECT event FROM events WHERE id = ?) ORDER BY x.position"
)


def of_event(db: sqlite3.Connection, event: EventRow) -> Iterator[DiscrepancyRow]:
    """What the reports of an event tell differently, with the words of each."""
    reports = [_report(row) for row in db.execute(_TOLD, (event.id,))]
    at = 0
    for found in event.discrepancies:
        told: list[ToldRow] = []
        for value in found.values:
            told.append(ToldRow(value.value, tuple(reports[at : at + len(value.documents)])))
            at += len(value.documents)
        yield DiscrepancyRow("event", event.id, found.field, found.kind, tuple(told), event)


def _report(row: Sequence[Any]) -> ReportRow:
    document, publisher, published, title, url, how, start, end, quote = row
    return ReportRow(document, publisher, published, title, url, how, (Evidence(document, Span(start, end), quote),))


def of_figures(figures: Iterable[ItemRow[Figure]], shared: Collection[str]) -> Iterator[DiscrepancyRow]:
    """Figures of one measure, parties, unit and period that have more than one value; and, in the same way, growth.

    `shared` are measures that two sides have together, whichever is named first. A key for which one document has two
    values says too little to compare by, and is left out."""
    levels: dict[Key, list[ItemRow[Figure]]] = defaultdict(list)
    growth: dict[Key, list[ItemRow[Figure]]] = defaultdict(list)
    for row in figures:
        item = row.item
        if item.period is None or item.of is None:
            continue
        sides = (item.of, item.partner or "")
        key = (item.measure, *(sorted(sides) if item.measure in shared else sides), item.period)
        if item.value is not None and item.unit is not None:
            levels[*key, item.unit].append(row)
        if item.change_pct is not None:
            growth[*key, item.basis or ""].append(row)
    yield from _compared(levels, "value", _value)
    yield from _compared(growth, "change_pct", _growth)


def _value(figure: Figure) -> Number | None:
    return figure.value


def _growth(figure: Figure) -> Number | None:
    return figure.change_pct


def _compared(
    groups: dict[Key, list[ItemRow[Figure]]], field: str, value_of: Callable[[Figure], Number | None]
) -> Iterator[DiscrepancyRow]:
    for key in sorted(groups, key=str):
        rows = groups[key]
        by_value: dict[Decimal, list[ItemRow[Figure]]] = defaultdict(list)
        by_document: dict[str, set[Decimal]] = defaultdict(set)
        for row in rows:
            value = Decimal(str(value_of(row.item)))
            by_value[value].append(row)
            by_document[row.report.document].add(value)
        if len(by_value) < len("ab") or max(map(len, by_document.values())) > 1:
            continue
        values = sorted(by_value, key=lambda value: (-len(by_value[value]), value))
        near = all(_rounded(a, b, by_value) for a, b in combinations(values, 2))
        told = tuple(ToldRow(_plain(value), tuple(row.report for row in by_value[value])) for value in values)
        kind = ROUNDING if near else CONTRADICTION
        yield DiscrepancyRow("figure", by_value[values[0]][0].id, field, kind, told, figure=rows[0])


def _rounded(a: Decimal, b: Decimal, rows: dict[Decimal, list[ItemRow[Figure]]]) -> bool:
    """Whether one is the other with fewer digits: they differ by no more than one in the last place of the coarser;
    or one is called inexact and lies near."""
    unit = rows[a][0].item.unit
    if unit in _COUNTED:
        return False
    if abs(a - b) <= max(_last_place(a), _last_place(b)):
        return True
    inexact = any(row.item.about for value in (a, b) for row in rows[value])
    return inexact and abs(a - b) <= _ABOUT * max(abs(a), abs(b))


def _last_place(value: Decimal) -> Decimal:
    """What one in the last digit is worth: 1e8 of 165900000000, .1 of 24.6."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def _plain(value: Decimal) -> str:
    return f"{value:f}"
