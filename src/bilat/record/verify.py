"""A record → what in it breaks a promise.

`quick` asks SQLite, and `quick_of_touched` asks the same of what a build wrote; `verify` reads every row
back, makes the documents and readings again, and compares them with the hashes they were kept under.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from typing import Any, Final

from bilat.errors import BilatError
from bilat.model import Document, Reading
from bilat.model.flat import NOUNS
from bilat.model.rows import Damage, VerifyReport
from bilat.record import copies, decided, says
from bilat.record.compact import SpoiledError, count_spans, recent_text, text_of
from bilat.record.load import readings
from bilat.record.pack import actor_id, document_key
from bilat.record.said import Said
from bilat.record.terms import fold, index_terms

_LISTED: Final = 1000
"""Damage beyond this is not listed row by row."""

_TOUCHED: Final = "(SELECT document FROM touched)"
_QUOTED: Final = """
SELECT t.id, d.text, v.start_char, v.end_char, v.quote
FROM documents d CROSS JOIN tellings t USING (document) CROSS JOIN evidence v USING (telling) WHERE 1
"""
_BARE: Final = "SELECT t.id FROM tellings t WHERE NOT EXISTS (SELECT 1 FROM evidence v WHERE v.telling = t.telling)"
_KEYS: Final = "SELECT document, id, key, text_hash, length FROM documents"
_LOST: Final = "SELECT id FROM documents d WHERE NOT EXISTS (SELECT 1 FROM sources s WHERE s.document = d.document)"
_OF_DOCUMENTS: Final = (
    ("documents", "superseded_by", "documents"),
    ("sources", "file", "files"),
    ("copies", "of", "documents"),
    ("copies", "nearest", "documents"),
)
_OF_EVENTS: Final = (
    ("events", "part_of", "events"),
    ("reports", "telling", "tellings"),
    ("life", "telling", "tellings"),
    ("differences", "telling", "tellings"),
)
"""Which column of which table refers to a row of which other."""
_REPORTED: Final = (
    "(SELECT value FROM json_each(?) UNION SELECT r.event FROM touched CROSS JOIN tellings t USING (document)"
    " CROSS JOIN reports r USING (telling))"
)
_NOBODY: Final = (
    "SELECT a.telling FROM tellings t JOIN participants a USING (telling) WHERE a.person IS NOT NULL"
    f" AND NOT EXISTS (SELECT 1 FROM people p WHERE p.person = a.person) AND t.document IN {_TOUCHED}"
)


def quick(connection: sqlite3.Connection) -> list[Damage]:
    """Quotations that do not stand at their offsets, events without any, references that lead nowhere, documents found
    in no file."""
    found = list(_documents(connection, ""))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(_LISTED):
        found.append(_astray(table, row, parent))
    return found


def quick_of_touched(connection: sqlite3.Connection, events: Iterable[int]) -> list[Damage]:
    """The same of the documents that are touched, the events they report, and these events."""
    numbers = json.dumps([*events])
    found = list(_documents(connection, f" AND {{}}.document IN {_TOUCHED}"))
    for table, column, parent in _OF_DOCUMENTS:
        for (row,) in connection.execute(_leading_nowhere(table, column, parent, f"document IN {_TOUCHED}")):
            found.append(_astray(table, row, parent))
    for (row,) in connection.execute(_NOBODY):
        found.append(_astray("participants", row, "people"))
    for table, column, parent in _OF_EVENTS:
        statement = _leading_nowhere(table, column, parent, f"event IN {_REPORTED}")
        for (row,) in connection.execute(statement, (numbers,)):
            found.append(_astray(table, row, parent))
    return found


def _documents(connection: sqlite3.Connection, only: str) -> Iterator[Damage]:
    for id_, text, start, end, quote in connection.execute(_QUOTED + only.format("t")):
        try:
            stands = recent_text(text)[start:end]
        except SpoiledError as err:
            stands = str(err)
        if stands != quote:
            yield Damage("tellings", id_, f"the quotation {quote[:20]!r} does not stand at {start}:{end}")
    for (id_,) in connection.execute(_BARE + only.format("t")):
        yield Damage("tellings", id_, "no quotation")
    for (id_,) in connection.execute(_LOST + only.format("d")):
        yield Damage("documents", id_, "found in no file")


def _leading_nowhere(table: str, column: str, parent: str, only: str) -> str:
    key = parent.removesuffix("s")
    row = only.partition(" ")[0]
    return (
        f"SELECT c.{row} FROM {table} c WHERE c.{column} IS NOT NULL"
        f" AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.{key} = c.{column}) AND c.{only}"
    )


def _astray(table: str, row: int | None, parent: str) -> Damage:
    return Damage(table, "?" if row is None else str(row), f"refers to a row of {parent} that is not there")


def verify(connection: sqlite3.Connection) -> VerifyReport:
    """Every promise, row by row: text and spans, names, references, index terms, keys, ids and the digest."""
    damage = [*_structure(connection), *quick(connection)]
    counts: Counter[str] = Counter()
    keys = {
        number: rest
        for number, *rest in connection.execute("SELECT document, id, key, text_hash, length FROM documents")
    }
    try:
        for number, doc, reading in readings(connection):
            counts["documents"] += 1
            counts["people"] += len(reading.people)
            counts["mentions"] += sum(len(person.mentions) for person in reading.people)
            counts["events"] += len(reading.events)
            counts["quotations"] += sum(len(event.evidence) for event in reading.events)
            for noun in NOUNS:
                items: tuple[Any, ...] = getattr(reading, noun)
                counts[noun] += len(items)
                counts["quotations"] += sum(len(item.evidence) for item in items)
            counts["problems"] += len(reading.problems)
            damage.extend(_document(doc, reading, *keys[number]))
    except (BilatError, ValueError, TypeError) as err:
        damage.append(Damage("documents", "?", f"rows that make no document: {err}"))
    damage.extend(_actors(connection))
    damage.extend(_index(connection))
    try:
        damage.extend(copies.damaged(connection))
    except SpoiledError:
        damage.append(Damage("clauses", "?", "a text that they should be of is spoiled"))
    try:
        _ = decided.state(connection)
    except SpoiledError as err:
        damage.append(Damage("meta", "decisions", str(err)))
    said = Said.of(says.everything(connection))
    for key, found in (("digest", said.digest), ("said", str(said))):
        stated = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        if stated != (found,):
            damage.append(Damage("meta", key, f"is {stated and stated[0]}, the content has {found}"))
    return VerifyReport(**{name: counts[name] for name in _COUNTED}, digest=said.digest, damage=tuple(damage[:_LISTED]))


_COUNTED: Final = ("documents", "people", "mentions", "events", *NOUNS, "quotations", "problems")


def _structure(connection: sqlite3.Connection) -> Iterator[Damage]:
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Damage("file", "pages", str(line))


def _document(doc: Document, reading: Reading, id_: str, key: str, text_hash: str, length: int) -> Iterator[Damage]:
    if document_key(doc, reading) != key:
        yield Damage("documents", id_, "text, passages or something found in it is not what it was kept with")
    if blake2b(doc.text.encode(), digest_size=8).hexdigest() != text_hash:
        yield Damage("documents", id_, "the text is not the one it was kept with")
    if len(doc.text) != length:
        yield Damage("documents", id_, f"its text has {len(doc.text)} characters, not {length}")
    for passage in doc.passages:
        if passage.span.end > len(doc.text):
            yield Damage("passages", id_, f"{passage.span.start}:{passage.span.end} is beyond the text")
    for person in reading.people:
        forms = {person.name, *person.aliases}
        spelled = {doc.text[m.start : m.end] for m in person.mentions}
        if any(m.end > len(doc.text) for m in person.mentions):
            yield Damage("mentions", id_, f"{person.name}: a mention beyond the text")
        if not forms & spelled:
            yield Damage("mentions", id_, f"{person.name}: no mention spells the name")


def _actors(connection: sqlite3.Connection) -> Iterator[Damage]:
    known = {actor for (actor,) in connection.execute("SELECT actor FROM names")}
    rows: list[tuple[Any, ...]] = connection.execute(
        "SELECT DISTINCT p.local, p.actor, p.name, p.country, d.superseded_by IS NULL FROM people p JOIN documents d"
        " USING (document)"
    ).fetchall()
    for person, counted, spans in connection.execute("SELECT lower(hex(id)), mentions, spans FROM people"):
        if counted != count_spans(spans):
            yield Damage("people", person, f"is mentioned {count_spans(spans)} times, not {counted}")
    for local, actor, name, country, counts in rows:
        if local != actor_id(name, country):
            yield Damage("people", local, f"not the id of {name} ({country})")
        elif counts and actor not in known:
            yield Damage("names", actor, f"{name} is missing")


def _index(connection: sqlite3.Connection) -> Iterator[Damage]:
    """The index is asked for the terms of every document: each must be found by all of its own, none by others."""
    wanted: Counter[str] = Counter()
    for (text,) in connection.execute("SELECT text FROM documents"):
        with suppress(SpoiledError):
            wanted.update(set(index_terms(fold(text_of(text))).split()))
    _ = connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_terms USING fts5vocab('main', 'search', 'row')"
    )
    for term, documents in connection.execute("SELECT term, doc FROM temp.search_terms"):
        if wanted.pop(term, 0) != documents:
            yield Damage(
                "search", str(term), f"the index has {documents} documents for it, the texts have another number"
            )
    for term, documents in sorted(wanted.items())[:20]:
        yield Damage("search", term, f"not in the index, but in {documents} texts")
