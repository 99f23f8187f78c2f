"""What the reports of an event tell differently beside its own fields: the kind of a visit, how many documents were
signed on it, and who spoke for a country.

Worked out when it is asked for, of quotations, figures and offices that the record holds; each value stands with the
words that say it.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final, NamedTuple

from msgspec.structs import replace

from bilat.model import Evidence, Figure, Span
from bilat.model.item_rows import ItemRow, ToldRow
from bilat.model.linking import CONTRADICTION, ROUNDING
from bilat.model.rows import DifferenceRow, EventRow, ReportRow, ValueRow
from bilat.record.nearness import one_rounded
from bilat.record.query import LISTED
from bilat.record.signed import MEASURE, signed
from bilat.record.terms import fold

Words = Mapping[str, str]
"""Folded words → the kind of visit they tell."""


class Apart(NamedTuple):
    """A field with the values that reports give it."""

    field: str
    kind: str
    values: tuple[ToldRow, ...]

    def difference(self) -> DifferenceRow:
        """The same without the words, for a line of an event."""
        return DifferenceRow(self.field, self.kind, tuple(_without_words(value) for value in self.values))


Beside = dict[str, list[Apart]]
"""Event id → what its reports tell differently."""


def _without_words(told: ToldRow) -> ValueRow:
    documents = dict.fromkeys(report.document for report in told.reports)
    publishers = dict.fromkeys(report.publisher for report in told.reports if report.publisher)
    return ValueRow(told.value, tuple(documents), tuple(publishers))


_SEVERAL: Final = 2
_SPOKE: Final = (
    "SELECT e.id, p.country, n.office, d.id, h.actor, (SELECT m.name FROM names m WHERE m.actor = h.actor"
    " ORDER BY m.chosen DESC, m.as_name DESC, m.as_alias DESC, m.name LIMIT 1), v.start_char, v.end_char, v.quote,"
    " d.publisher, d.published, d.title, d.url"
    " FROM events e JOIN reports r USING (event) JOIN tellings t USING (telling) JOIN documents d USING (document)"
    " JOIN participants p ON p.telling = t.telling JOIN people h USING (person)"
    " JOIN tenures n ON n.actor = h.actor AND n.sole AND n.country = p.country"
    " AND EXISTS (SELECT 1 FROM json_each(n.titles) w WHERE w.value = h.title)"
    " JOIN evidence v ON v.telling = t.telling AND v.position = 0"
    f" WHERE e.id {LISTED} AND r.how = 'reported' AND NOT r.inferred"
    " ORDER BY e.id, p.country, n.office, d.published IS NULL, d.published, d.id, t.id, p.position"
)
"""Those who take part and are named with an office that one person holds at a time, report by report."""


def has_visits(events: Iterable[EventRow]) -> bool:
    """Whether some of the events are visits that several reports tell of: only these ask for words."""
    return any(event.type == "visit" and len(event.reports) >= _SEVERAL for event in events)


def apart(events: Iterable[EventRow], words: Words, known: Callable[[list[str]], Beside]) -> dict[str, list[Apart]]:
    """Event id → what its reports tell differently; `known` gives what `beside` finds."""
    several = {event.id: event for event in events if len(event.reports) >= _SEVERAL and not event.background}
    found = dict(known(list(several)))
    for id_, event in several.items():
        kinds = kinds_of_visit(event, words)
        if kinds is not None:
            found[id_] = [kinds, *found.get(id_, ())]
    return found


def beside(db: sqlite3.Connection, ids: Sequence[str]) -> Beside:
    """Event id → what its reports tell differently, but for the kind of a visit; of events that several tell of."""
    listed = json.dumps(ids)
    counted, spoke = signed(db, listed), _spoke(db, listed)
    found: dict[str, list[Apart]] = {}
    for id_ in ids:
        counts = _counts(counted.get(id_, ()))
        told = [*([counts] if counts else []), *_speakers(spoke.get(id_, {}))]
        if told:
            found[id_] = told
    return found


def kinds_of_visit(event: EventRow, words: Words) -> Apart | None:
    """The kinds of visit that its reports call it; a report that calls it two says too little."""
    if event.type != "visit":
        return None
    told: dict[str, list[ReportRow]] = defaultdict(list)
    for report in event.reports:
        if report.how == "mentioned":
            continue
        said = {ev: kind for ev in report.evidence if (kind := _kind(ev.quote, words)) is not None}
        if len(set(said.values())) == 1:
            told[next(iter(said.values()))].append(replace(report, evidence=tuple(said)))
    return _apart("visit_kind", CONTRADICTION, told)


def _kind(quote: str, words: Words) -> str | None:
    """The kind of the longest of some words that stands in a quotation; the first of two as long."""
    folded = fold(quote)
    within = [word for word in words if word in folded]
    return words[max(within, key=len)] if within else None


def _counts(figures: Iterable[ItemRow[Figure]]) -> Apart | None:
    told: dict[str, list[ItemRow[Figure]]] = defaultdict(list)
    values: set[Decimal] = set()
    inexact: set[Decimal] = set()
    unit: str | None = None
    for row in figures:
        value, unit = Decimal(str(row.item.value)), row.item.unit
        values.add(value)
        about = f" [{' '.join(row.item.about)}]" if row.item.about else ""
        if about:
            inexact.add(value)
        told[f"{value:f}{about}"].append(row)
    if len(told) < _SEVERAL:
        return None
    kind = ROUNDING if one_rounded(values, unit, inexact) else CONTRADICTION
    return Apart(MEASURE, kind, tuple(given(value, rows) for value, rows in told.items()))


def given(value: str, rows: Sequence[ItemRow[Figure]]) -> ToldRow:
    """A value with the figures that give it, and whom they name as its source."""
    sources = dict.fromkeys(row.item.attributed_to for row in rows if row.item.attributed_to)
    return ToldRow(value, tuple(row.report for row in rows), tuple(sources))


class _Spoke(NamedTuple):
    """Who holds an office in one report: the name of the first of them, and all of them as actors."""

    name: str
    report: ReportRow
    actors: set[str]


Office = tuple[str, str]
"""A country and an office of it that one person holds at a time."""


def _spoke(db: sqlite3.Connection, listed: str) -> dict[str, dict[Office, dict[str, _Spoke]]]:
    """Event → office → document → who holds it there."""
    found: dict[str, dict[Office, dict[str, _Spoke]]] = defaultdict(lambda: defaultdict(dict))
    for row in db.execute(_SPOKE, (listed,)):
        event, country, office, document, actor, name, start, end, quote, publisher, published, title, url = row
        told = found[event][country, office]
        if document not in told:
            evidence = (Evidence(document, Span(start, end), quote),)
            report = ReportRow(document, publisher, published, title, url, "reported", evidence)
            told[document] = _Spoke(name, report, set())
        told[document].actors.add(actor)
    return found


def _speakers(spoke: Mapping[Office, Mapping[str, _Spoke]]) -> Iterator[Apart]:
    """Where reports name for one office of a country people of whom none is the same. To name fewer people than
    another report does is no disagreement."""
    for (country, _), by_document in spoke.items():
        named = [one.actors for one in by_document.values()]
        if any(a.isdisjoint(b) for a, b in combinations(named, 2)):
            told: dict[str, list[ReportRow]] = defaultdict(list)
            for one in by_document.values():
                told[f"{one.name} {country}"].append(one.report)
            found = _apart("participants", CONTRADICTION, told)
            if found is not None:
                yield found


def _apart(field: str, kind: str, told: Mapping[str, Sequence[ReportRow]]) -> Apart | None:
    """The field with its values, if there are several."""
    if len(told) < _SEVERAL:
        return None
    return Apart(field, kind, tuple(ToldRow(value, tuple(reports)) for value, reports in told.items()))
