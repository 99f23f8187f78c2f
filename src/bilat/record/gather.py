"""Items of many documents → what is counted over them: phrases, mechanisms with their sessions, undertakings, names.

Reports of different documents are laid side by side, never made one: that is linking.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, Final

from bilat.model import Undertaking
from bilat.model.item_rows import DisputeRow, ItemRow, MeasureRow, MechanismRow, PhraseRow, SessionRow, UndertakingRow
from bilat.model.rows import ReportRow
from bilat.record.items import PHRASE_USES, SESSIONS, ItemFilter, Way, conditions, from_row, quotations, select
from bilat.record.pack import first_day
from bilat.record.query import LISTED, day
from bilat.record.terms import fold

Row = tuple[Any, ...]

_NEVER: Final = "9999"
"""Sorts after every day: a report without a date is neither the first nor, unless it is alone, the last."""


@dataclass(slots=True)
class Used:
    """What the documents tell of one phrase: counts of uses, and the first and last of them with their items."""

    first: tuple[str, str, int]
    last: tuple[str, str, int]
    months: Counter[str] = field(default_factory=Counter[str])
    publishers: Counter[str] = field(default_factory=Counter[str])
    sides: Counter[str] = field(default_factory=Counter[str])
    documents: set[int] = field(default_factory=set[int])


def used(db: sqlite3.Connection, asked: ItemFilter, way: Way, but: Collection[str] = ()) -> dict[str, Used]:
    """Each phrase (`but` some) with what the documents tell of it."""
    where, values = conditions("phrases", asked, way.keys)
    found: dict[str, Used] = {}
    for phrase, item, document, id_, published, publisher, side, uses in db.execute(
        PHRASE_USES.format(source=way.source("phrases"), where=" AND ".join(where)), values
    ):
        if phrase in but:
            continue
        early, late = (published or _NEVER, id_, item), (published or "", id_, item)
        told = found.get(phrase)
        if told is None:
            told = found[phrase] = Used(early, late)
        elif early < told.first:
            told.first = early
        if late[:2] > told.last[:2]:
            told.last = late
        told.months[(published or "")[:7]] += uses
        told.publishers[publisher or ""] += uses
        told.sides[side or ""] += uses
        told.documents.add(document)
    return found


def ends(found: Mapping[str, Used]) -> list[int]:
    """The items of the first and the last use of phrases, each once."""
    return sorted({told.first[2] for told in found.values()} | {told.last[2] for told in found.values()})


def phrases(found: Mapping[str, Used], reports: Mapping[int, ReportRow | None]) -> list[PhraseRow]:
    """Each phrase with its counts, its first and its last report; the most used first."""
    rows = [
        PhraseRow(
            phrase,
            told.months.total(),
            len(told.documents),
            first,
            last,
            dict(sorted(told.months.items())),
            dict(sorted(told.publishers.items())),
            dict(sorted(told.sides.items(), key=lambda side: (-side[1], side[0]))),
        )
        for phrase, told in found.items()
        if (first := reports[told.first[2]]) is not None and (last := reports[told.last[2]]) is not None
    ]
    return sorted(rows, key=lambda row: (-row.uses, row.phrase))


def phrases_before(db: sqlite3.Connection, asked: ItemFilter, way: Way) -> set[str]:
    """The phrases that documents published before the time asked for use."""
    where, values = conditions("phrases", replace(asked, since=None, until=None), way.keys)
    first = day(asked.since or "", first_day(asked.since))
    rows = db.execute(
        f"SELECT DISTINCT i.phrase FROM {way.source('phrases')} WHERE {' AND '.join(where)} AND d.published < ?",
        (*values, first),
    )
    return {phrase for (phrase,) in rows}


def measures(db: sqlite3.Connection, asked: ItemFilter, way: Way) -> list[MeasureRow]:
    """Measures with their figures, documents and days; the most figures first."""
    where, values = conditions("figures", asked, way.keys)
    rows = db.execute(
        "SELECT i.measure, count(*) AS figures, count(DISTINCT i.document), min(d.published), max(d.published)"
        f" FROM {way.source('figures')} WHERE {' AND '.join(where)}"
        " GROUP BY i.measure ORDER BY figures DESC, i.measure",
        values,
    )
    return [MeasureRow(*row) for row in rows]


def reports(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, ReportRow]:
    """The reports of phrases by the numbers of their rows, which are in order."""
    rows = db.execute(f"{select('phrases')} WHERE i.item {LISTED} ORDER BY i.item", (json.dumps(numbers),))
    return {number: from_row("phrases", row).report for number, row in zip(numbers, rows, strict=True)}


@dataclass(slots=True)
class _Told:
    """What the documents tell of one mechanism."""

    names: Counter[str] = field(default_factory=Counter[str])
    members: Counter[tuple[str, ...]] = field(default_factory=Counter[tuple[str, ...]])
    known: bool = False
    documents: dict[int, str | None] = field(default_factory=dict[int, str | None])
    sessions: list["_Session"] = field(default_factory=list["_Session"])


@dataclass(slots=True)
class _Session:
    """One document's report of a session."""

    ordinal: int | None
    status: str | None
    start: str | None
    end: str | None
    place: str | None
    participants: tuple[tuple[str, str | None], ...]
    event: str | None
    report: ReportRow


def mechanisms(db: sqlite3.Connection, asked: ItemFilter, way: Way) -> list[MechanismRow]:
    """Each mechanism with its sessions in order; those named in most documents first."""
    where, values = conditions("mechanisms", asked, way.keys)
    rows = db.execute(
        f"{select('mechanisms').replace('SELECT', 'SELECT d.document,', 1)} WHERE {' AND '.join(where)}"
        " ORDER BY d.document, i.position",
        values,
    ).fetchall()
    events: dict[int, list[Row]] = defaultdict(list)
    for row in db.execute(SESSIONS, (json.dumps(sorted({row[0] for row in rows})),)):
        events[row[0]].append(row[1:])
    told: dict[str, _Told] = defaultdict(_Told)
    for document, uses in groupby(rows, key=lambda row: row[0]):
        _tell(told, document, [from_row("mechanisms", row[1:]) for row in uses], events.get(document, []))
    made = [_mechanism(name, known) for name, known in told.items()]
    return sorted(made, key=lambda row: (-row.documents, row.mechanism))


def _tell(told: dict[str, _Told], document: int, uses: list[ItemRow[Any]], events: list[Row]) -> None:
    """Adds what one document tells; a session event belongs to the use whose words its own quotation holds."""
    for use in uses:
        mechanism = told[use.item.mechanism]
        mechanism.names[use.item.written] += 1
        mechanism.members[use.item.members] += 1
        mechanism.known |= use.item.known
        mechanism.documents[document] = use.report.published
    numbered = {(use.item.mechanism, use.item.ordinal): use for use in uses if use.item.ordinal is not None}
    for event in events:
        use = _use_of(event, uses)
        if use is not None:
            session = _session(event)
            told[use.item.mechanism].sessions.append(session)
            numbered.pop((use.item.mechanism, session.ordinal), None)
    for (name, ordinal), use in numbered.items():
        told[name].sessions.append(_Session(ordinal, None, None, None, None, (), None, use.report))


def _use_of(event: Row, uses: list[ItemRow[Any]]) -> ItemRow[Any] | None:
    name, ordinal = event[0], event[1]
    spans = [(start, end) for start, end, _ in json.loads(event[14])]
    fitting = [use for use in uses if ordinal is None or use.item.ordinal in (None, ordinal)]
    named = [use for use in fitting if name in (use.item.written, use.item.mechanism)]
    inside = [
        use
        for use in fitting
        if any(s <= ev.span.start and ev.span.end <= e for ev in use.item.evidence for s, e in spans)
    ]
    chosen = sorted(named or inside, key=lambda use: use.item.ordinal != ordinal)
    return chosen[0] if chosen else None


def _session(row: Row) -> _Session:
    _, ordinal, status, start, end, place, _, event, participants, document, *report, quoted = row
    publisher, published, title, url = report
    sides = tuple((name, country) for name, country in json.loads(participants))
    evidence = quotations(document, quoted)
    return _Session(
        ordinal,
        status,
        start,
        end,
        place,
        sides,
        event,
        ReportRow(document, publisher, published, title, url, "reported", evidence),
    )


def _mechanism(name: str, told: _Told) -> MechanismRow:
    days = sorted(day for day in told.documents.values() if day)
    members = told.members.most_common(1)[0][0]
    return MechanismRow(
        name,
        tuple(written for written, _ in sorted(told.names.items(), key=lambda n: (-n[1], n[0]))),
        members,
        told.known,
        len(told.documents),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(_with_gaps(_in_order(_merged(told.sessions)))),
    )


def _merged(sessions: Iterable[_Session]) -> Iterator[SessionRow]:
    """Reports of one number, or (without a number) of one first day, are one session."""
    by_number: dict[int | str | None, list[_Session]] = defaultdict(list)
    days = {s.start: s.ordinal for s in sessions if s.ordinal is not None and s.start}
    for session in sessions:
        number = session.ordinal if session.ordinal is not None else days.get(session.start or "")
        by_number[number if number is not None else session.start].append(session)
    for key, same in by_number.items():
        yield SessionRow(
            ordinal=key if isinstance(key, int) else None,
            status=_most(s.status for s in same),
            start=_most(s.start for s in same),
            end=_most(s.end for s in same),
            place=_most(s.place for s in same),
            participants=tuple(dict.fromkeys(side for s in same for side in s.participants)),
            events=tuple(sorted({s.event for s in same if s.event})),
            reports=tuple(sorted((s.report for s in same), key=lambda r: (r.published or _NEVER, r.document))),
        )


def _most(values: Iterable[str | None]) -> str | None:
    """The value told most often, of two the smaller; None where none is told."""
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _in_order(sessions: Iterable[SessionRow]) -> list[SessionRow]:
    """By number as far as there is one, the others where their day puts them."""
    rows = list(sessions)
    dated = {row.ordinal: row.start for row in rows if row.ordinal is not None and row.start}

    def place(row: SessionRow) -> tuple[str, int]:
        if row.ordinal is None:
            return row.start or _NEVER, 0
        known = [day for number, day in dated.items() if number <= row.ordinal]
        return row.start or (max(known) if known else ""), row.ordinal

    return sorted(rows, key=place)


def _with_gaps(sessions: list[SessionRow]) -> Iterator[SessionRow]:
    """A row for each stretch of numbers that no report tells of."""
    last: int | None = None
    for row in sessions:
        if row.ordinal is not None:
            if last is not None and row.ordinal > last + 1:
                yield SessionRow(last + 1, None, None, None, None, (), (), (), gap_to=row.ordinal - 1)
            last = max(row.ordinal, last or 0)
        yield row


def undertakings(rows: Iterable[ItemRow[Undertaking]]) -> list[UndertakingRow]:
    """Undertakings of one name, kind and parties, each with its stages in order of time; the latest seen first."""
    same: dict[tuple[str, str, tuple[str, ...]], list[ItemRow[Undertaking]]] = defaultdict(list)
    for row in rows:
        same[fold(row.item.what), row.item.kind, row.item.parties].append(row)
    made = [
        UndertakingRow(
            stages[0].item.what,
            kind,
            parties,
            tuple(sorted(stages, key=lambda s: (s.item.on or s.report.published or _NEVER, s.report.document, s.id))),
        )
        for (_, kind, parties), stages in same.items()
    ]
    made.sort(key=lambda row: (row.kind, row.what, row.parties))
    return sorted(made, key=lambda row: max(s.report.published or "" for s in row.stages), reverse=True)


def disputes(db: sqlite3.Connection, asked: ItemFilter, way: Way) -> list[DisputeRow]:
    """Contested names by entry, then words of dispute; those in most documents first."""
    where, values = conditions("disputes", asked, way.keys)
    rows = db.execute(
        "SELECT coalesce(i.entry, i.written), i.entry, i.kind, i.written, d.publisher, i.document FROM"
        f" {way.source('disputes')} WHERE {' AND '.join(where)} ORDER BY 1, 4, 5",
        values,
    ).fetchall()
    made: list[DisputeRow] = []
    for _, same in groupby(sorted(rows, key=lambda r: (r[2], r[0])), key=lambda r: (r[2], r[0])):
        told = list(same)
        written: dict[str, Counter[str]] = defaultdict(Counter)
        for _, _, _, name, publisher, _ in told:
            written[name][publisher or ""] += 1
        documents = len({row[5] for row in told})
        made.append(DisputeRow(told[0][1], told[0][2], tuple(sorted(written)), documents, written))
    return sorted(made, key=lambda row: (row.kind != "name", -row.documents, row.entry or "", row.names))
