"""The reports of one event → what each publisher, or each side, says in them, and what it leaves out."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec.structs import replace

from bilat.model import Evidence
from bilat.model.comparison import ColumnRow, ComparedRow, ComparisonRow, DifferingRow, EntryRow, FormRow
from bilat.model.item_rows import ItemRow
from bilat.model.rows import EventRow
from bilat.record.coverage import coverage, independent
from bilat.record.discrepancies import differing, question
from bilat.record.items import from_row, select
from bilat.record.scope import Scope, scopes
from bilat.record.signed import MEASURE
from bilat.record.terms import fold

COMPARED: Final = ("phrases", "figures", "claims", "undertakings", "disputes")
"""The nouns that are compared, in the order shown."""
_SPOKEN: Final[Mapping[str, str]] = {"claims": "speaker_country", "phrases": "side"}
"""Which field of an item names the side whose words it is."""
OTHERS: Final = "other speakers"
OWN: Final = "no speaker"
_NEVER: Final = "9999"
_ALIKE: Final = 0.5
"""Of the pairs of neighbouring characters of two phrases, that make them wordings of one thing."""

Key = tuple[str, ...]
Columns = dict[str, list[ItemRow[Any]]]


def compare(db: sqlite3.Connection, event: EventRow, by: str, shared: Collection[str]) -> ComparisonRow:
    """The reports of an event side by side: those that are news of it, or, of an event only announced, these. `shared`
    are the measures that two sides have together."""
    news = [r for r in event.reports if r.how == "reported"] or [r for r in event.reports if r.how == "announced"]
    reports = news or list(event.reports)
    scope = scopes(db, event, [report.document for report in reports])
    items = [item for noun in COMPARED for item in _items(db, noun, scope)]
    via = _via(items)
    compared = [ComparedRow(r, scope[r.document].whole, via.get(r.document, ())) for r in reports]
    copies = {r.document: r.copy_of for r in reports}
    people = _people(db, [report.document for report in reports])
    countries = tuple(dict.fromkeys(p.country for p in event.participants if p.country))
    said: dict[Key, Columns] = {}
    labels: dict[Key, str] = {}
    for item in items:
        key, label = _entry(item, people)
        _ = labels.setdefault(key, label)
        held = said.setdefault(key, {})
        for column in _sides(item, countries) if by == "side" else (item.report.publisher or "",):
            held.setdefault(column, []).append(item)
    names = _names(by, compared, countries, said.values())
    entries = sorted(
        (_row(key, labels[key], columns, copies, names) for key, columns in said.items()), key=_most_shared
    )
    return ComparisonRow(
        event=event,
        by=by,
        columns=tuple(_column(name, names, by, compared, entries) for name in names),
        entries=tuple(entries),
        shared=tuple(entry for entry in entries if len(_peers(entry.said)) > 1),
        differing=tuple(_differing(entries, shared)),
        wordings=_wordings([entry for entry in entries if entry.noun == "phrases"]),
        coverage=coverage(db, event),
    )


def _items(db: sqlite3.Connection, noun: str, scope: Mapping[str, Scope]) -> Iterable[ItemRow[Any]]:
    """The items of a noun with a quotation in the scope of their document; other quotations are left away."""
    rows = db.execute(
        f"{select(noun)} WHERE d.id IN (SELECT value FROM json_each(?)) AND d.superseded_by IS NULL"
        " ORDER BY d.published IS NULL, d.published, d.id, i.position",
        (json.dumps(sorted(scope)),),
    )
    for row in rows:
        item = from_row(noun, row)
        kept: tuple[Evidence, ...] = tuple(ev for ev in item.report.evidence if ev.span in scope[item.report.document])
        if kept:
            yield replace(item, report=replace(item.report, evidence=kept))


def _via(items: Iterable[ItemRow[Any]]) -> dict[str, tuple[str, ...]]:
    """The media that each document takes statements from, in the order named."""
    media: dict[str, dict[str, None]] = defaultdict(dict)
    for item in items:
        if item.noun == "claims":
            media[item.report.document].update(dict.fromkeys(item.item.chain))
    return {document: tuple(named) for document, named in media.items()}


def _people(db: sqlite3.Connection, documents: Sequence[str]) -> dict[tuple[str, str], tuple[str, str]]:
    """Document and folded name → the person's id and usual name."""
    rows = db.execute(
        "SELECT d.id, p.name, p.aliases, p.actor, (SELECT n.name FROM names n WHERE n.actor = p.actor"
        " ORDER BY n.chosen DESC, n.as_name DESC, n.as_alias DESC, n.name LIMIT 1)"
        " FROM people p JOIN documents d USING (document) WHERE d.id IN (SELECT value FROM json_each(?))",
        (json.dumps(documents),),
    )
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for document, name, aliases, actor, usual in rows:
        for form in (name, *json.loads(aliases)):
            found[document, fold(form)] = (actor, usual or name)
    return found


def _entry(row: ItemRow[Any], people: Mapping[tuple[str, str], tuple[str, str]]) -> tuple[Key, str]:
    """What two items must share to say the same, and what it is called."""
    item = row.item
    match row.noun:
        case "phrases":
            return (row.noun, item.phrase), item.phrase
        case "claims":
            name = fold(item.speaker)
            actor, usual = people.get((row.report.document, name), (name, item.speaker))
            return (row.noun, actor), usual
        case "undertakings":
            what = "".join(char for char in fold(item.what) if char.isalnum())
            return (row.noun, item.kind, what), item.what
        case "disputes":
            return (row.noun, item.kind, fold(item.written)), item.written
        case _:
            return _figure(item)


def _figure(figure: Any) -> tuple[Key, str]:
    """A figure by measure, parties, period and value; with a value, it does not matter whose side names it."""
    parties = [figure.of or "", figure.partner or ""]
    value = figure.value if figure.value_max is None else f"{figure.value}–{figure.value_max}"
    told = {"": value, "change": figure.change_pct, "rank": figure.rank}
    words = [f"{name} {number}".strip() for name, number in told.items() if number is not None]
    shown = " – ".join(party for party in parties if party)
    label = " ".join(part for part in (figure.measure, shown, figure.period, ", ".join(words), figure.unit) if part)
    who = sorted(parties) if figure.value is not None else parties
    return ("figures", figure.measure, *who, figure.period or "", figure.unit or "", *words), label


def _sides(row: ItemRow[Any], countries: Sequence[str]) -> tuple[str, ...]:
    """The sides whose words an item is; both, where two speak as one."""
    spoken: str | None = getattr(row.item, _SPOKEN[row.noun]) if row.noun in _SPOKEN else None
    if spoken is None:
        return (OTHERS,) if row.noun == "claims" else (OWN,)
    codes = [code.strip() for code in spoken.split(",")]
    return tuple(code for code in codes if code in countries) or (OTHERS,)


def _names(
    by: str, compared: Sequence[ComparedRow], countries: Sequence[str], said: Iterable[Columns]
) -> tuple[str, ...]:
    """The columns in the order shown: publishers by what they have of the event, sides as they take part."""
    if by == "side":
        used = {column for columns in said for column in columns}
        return tuple(name for name in (*countries, OTHERS, OWN) if name in used)
    whole: dict[str, int] = defaultdict(int)
    for each in compared:
        whole[each.report.publisher or ""] += 1000 * each.whole + 1
    return tuple(sorted(whole, key=lambda name: (-whole[name], name)))


def _row(key: Key, label: str, columns: Columns, copies: Mapping[str, str | None], names: Sequence[str]) -> EntryRow:
    documents = {item.report.document for items in columns.values() for item in items}
    days = [item.report.published for items in columns.values() for item in items if item.report.published]
    return EntryRow(
        noun=key[0],
        label=label,
        said={name: tuple(columns[name]) for name in names if name in columns},
        independent=len({copies[document] or document for document in documents}),
        first=min(days, default=None),
        forms=_forms(columns, names) if key[0] == "phrases" else (),
    )


def _forms(columns: Columns, names: Sequence[str]) -> tuple[FormRow, ...]:
    """The ways a phrase is written: by its characters in one script, marks left away."""
    said: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for name in names:
        for item in columns.get(name, ()):
            for ev in item.report.evidence:
                letters = "".join(char for char in fold(ev.quote) if char.isalnum())
                said[letters].append((item.report.published or _NEVER, name, ev.quote))
    forms = [
        FormRow(min(told)[2], tuple(dict.fromkeys(name for _, name, _ in told)), min(told)[0]) for told in said.values()
    ]
    ordered = sorted(forms, key=lambda form: (form.first or _NEVER, form.written))
    return tuple(replace(form, first=None) if form.first == _NEVER else form for form in ordered)


def _most_shared(entry: EntryRow) -> tuple[int, int, int, str, str]:
    return (COMPARED.index(entry.noun), -len(entry.said), -entry.independent, entry.first or _NEVER, entry.label)


def _peers(names: Iterable[str]) -> set[str]:
    """The columns that are compared with each other: publishers, or the sides of the event."""
    return set(names) - {OTHERS, OWN}


def _column(
    name: str, names: Sequence[str], by: str, compared: Sequence[ComparedRow], entries: Sequence[EntryRow]
) -> ColumnRow:
    if by == "side":
        documents = {item.report.document for e in entries for item in e.said.get(name, ())}
        own = [each for each in compared if each.report.document in documents]
    else:
        own = [each for each in compared if (each.report.publisher or "") == name]
    peers = _peers(names)
    alone = {name} if name in peers else set[str]()
    return ColumnRow(
        name=name,
        reports=tuple(own),
        independent=independent(each.report for each in own),
        only=tuple(e for e in entries if name in e.said and _peers(e.said) == alone),
        left_out=tuple(e for e in entries if name in peers and name not in e.said and len(_peers(e.said)) > 1),
    )


def _differing(entries: Sequence[EntryRow], shared: Collection[str]) -> Iterator[DifferingRow]:
    """Figures that answer one question with several values; those of no stated period too, as all reports are of one
    event. What was signed is a field of the visit."""
    asked: dict[tuple[object, ...], list[ItemRow[Any]]] = defaultdict(list)
    entry_of: dict[str, EntryRow] = {}
    for entry in entries:
        for row in entry.items if entry.noun == "figures" else ():
            about = question(row.item, shared) if row.item.measure != MEASURE else None
            if about is not None and row.item.value is not None:
                asked[*about, row.item.unit or ""].append(row)
                entry_of[row.id] = entry
    for key in sorted(asked, key=str):
        for rows, kind in differing(asked[key]):
            held = {entry_of[row.id].label: entry_of[row.id] for row in rows}
            yield DifferingRow(kind, tuple(sorted(held.values(), key=_most_shared)))


def _wordings(phrases: Sequence[EntryRow]) -> tuple[tuple[EntryRow, ...], ...]:
    """Phrases that are nearly alike, each group in the order of first use; and those that several columns write in
    several forms."""
    pairs = [{p.label[at : at + 2] for at in range(len(p.label) - 1)} for p in phrases]
    group = list(range(len(phrases)))
    for a in range(len(phrases)):
        for b in range(a):
            if len(pairs[a] & pairs[b]) > _ALIKE * min(len(pairs[a]), len(pairs[b])):
                old, new = group[a], group[b]
                group = [new if each == old else each for each in group]
    made: dict[int, list[EntryRow]] = defaultdict(list)
    for at, entry in zip(group, phrases, strict=True):
        made[at].append(entry)
    several = [
        sorted(same, key=lambda e: (e.first or _NEVER, e.label))
        for same in made.values()
        if len(same) > 1 or (len(same[0].forms) > 1 and len(same[0].said) > 1)
    ]
    return tuple(tuple(same) for same in several)
