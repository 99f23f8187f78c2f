"""How many documents were signed on a visit, as its reports count them: figures of no stated period belong to the visit
(or signing) that their document tells of.

A figure is of the visit between its countries that its document reports, when there is one only and the document is of
its days or soon after; for want of a visit it is of the signing whose words it stands in.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from bilat.model import Figure, Span
from bilat.model.item_rows import ItemRow
from bilat.record.items import from_row, select
from bilat.record.query import LISTED

MEASURE: Final = "documents_signed"
_AFTER: Final = 10
"""Days after a visit in which documents still count what was signed on it: as for its news (docs/linking.md)."""
_DAY: Final = len("YYYY-MM-DD")
_TWO: Final = 2

_FIGURES: Final = (
    f"{select('figures')} WHERE i.measure = ? AND i.value IS NOT NULL AND d.superseded_by IS NULL AND i.document IN"
    " (SELECT t.document FROM events e JOIN reports r USING (event) JOIN tellings t USING (telling)"
    f" WHERE r.how <> 'mentioned' AND e.id {LISTED})"
    " ORDER BY d.published IS NULL, d.published, d.id, i.position"
)
_OCCASIONS: Final = (
    "SELECT d.id, e.id, e.type, e.start_date, e.end_date, e.host, w.id,"
    " (SELECT json_group_array(country) FROM (SELECT DISTINCT s.country FROM sides s WHERE s.event = e.event"
    " AND s.country IS NOT NULL ORDER BY s.country)),"
    " (SELECT json_group_array(json_array(v.start_char, v.end_char)) FROM evidence v WHERE v.telling = t.telling)"
    " FROM documents d CROSS JOIN tellings t USING (document) CROSS JOIN reports r USING (telling)"
    " CROSS JOIN events e USING (event) LEFT JOIN events w ON w.event = e.part_of"
    f" WHERE r.how <> 'mentioned' AND e.type IN ('visit', 'signing') AND d.id {LISTED} ORDER BY e.id, t.id"
)


class _Occasion(NamedTuple):
    """A visit or signing as one document reports it; `visit` is the id of the visit that holds it."""

    id: str
    type: str
    start: str | None
    end: str | None
    visit: str | None
    countries: frozenset[str]
    spans: tuple[Span, ...]


def signed(db: sqlite3.Connection, listed: str) -> dict[str, list[ItemRow[Figure]]]:
    """Event id → the figures that count what was signed on it; of the events only whose ids `listed` holds as JSON. A
    document that counts in several ways says too little, and is left out."""
    figures: list[ItemRow[Figure]] = [from_row("figures", row) for row in db.execute(_FIGURES, (MEASURE, listed))]
    if not figures:
        return {}
    told = _occasions(db, {row.report.document for row in figures})
    asked = frozenset(json.loads(listed))
    found: dict[str, dict[str, list[ItemRow[Figure]]]] = defaultdict(lambda: defaultdict(list))
    for row in figures:
        base = _base(row, told.get(row.report.document, ()))
        if base is not None and base in asked:
            found[base][row.report.document].append(row)
    return {event: list(_sure(by_document.values())) for event, by_document in found.items()}


def _occasions(db: sqlite3.Connection, documents: Collection[str]) -> dict[str, list[_Occasion]]:
    told: dict[str, list[_Occasion]] = defaultdict(list)
    for row in db.execute(_OCCASIONS, (json.dumps(sorted(documents)),)):
        told[row[0]].append(_occasion(*row[1:]))
    return told


def _occasion(  # noqa: PLR0913, PLR0917 -- the columns of a row
    id_: str, kind: str, start: str | None, end: str | None, host: str | None, visit: str | None, sides: str, spans: Any
) -> _Occasion:
    countries = frozenset(json.loads(sides)) | ({host} if host else set[str]())
    return _Occasion(id_, kind, start, end, visit, countries, tuple(Span(a, b) for a, b in json.loads(spans)))


def _base(row: ItemRow[Figure], told: Sequence[_Occasion]) -> str | None:
    """The id of the visit or signing that a figure counts for, None where it is not one."""
    quoted = [ev.span for ev in row.report.evidence]
    near = [occasion for occasion in told if _meet(occasion.spans, quoted)]
    signings = [occasion for occasion in near if occasion.type == "signing"]
    parties = {code for code in (row.item.of, row.item.partner) if code}
    if len(parties) < _TWO:
        parties |= next((s.countries for s in signings), frozenset[str]())
    if not parties or (len(parties) < _TWO and not near):
        return None
    visits = {v.id for v in told if v.type == "visit" and _between(v, parties) and _on(v, row)}
    held = {s.visit for s in signings if s.visit} & visits
    chosen = held or visits or {s.visit or s.id for s in signings if parties <= s.countries and _on(s, row)}
    return next(iter(chosen)) if len(chosen) == 1 else None


def _meet(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _between(visit: _Occasion, parties: set[str]) -> bool:
    return len(visit.countries) == _TWO and parties <= visit.countries


def _on(occasion: _Occasion, row: ItemRow[Figure]) -> bool:
    """Whether a figure states no period but a day of the occasion, in a document of its days or soon after."""
    period, published = row.item.period, row.report.published
    if occasion.start is None or len(occasion.start) < _DAY:
        return period is None
    last = occasion.end if occasion.end is not None and len(occasion.end) >= _DAY else occasion.start
    if period is not None and not occasion.start <= period <= last:
        return False
    return published is None or occasion.start <= published <= _later(last)


def _later(day: str) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=_AFTER)).isoformat()
    except (ValueError, OverflowError):
        return day


def _sure(by_document: Iterable[list[ItemRow[Figure]]]) -> Iterator[ItemRow[Figure]]:
    for rows in by_document:
        if len({(row.item.value, row.item.about) for row in rows}) == 1:
            yield rows[0]
