"""Words → everything that they name: people, offices, mechanisms, phrases, undertakings, events, documents."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from bilat.errors import UsageError
from bilat.model.found_row import FoundRow
from bilat.record.compact import text_of
from bilat.record.lookup import KINDS, PLACE, Hit, Lookup
from bilat.record.query import LISTED
from bilat.record.search import matching, snippet
from bilat.record.terms import parse

_ACTORS: Final = 8
"""People, places and mechanisms of one word whose events are looked for: the best hits."""
_EVENTS: Final = (
    "SELECT e.id, e.type, coalesce(e.start_date, e.end_date, ''), coalesce(e.place, e.host, ''),"
    " (SELECT group_concat(name, '、') FROM (SELECT s.name FROM sides s WHERE s.event = e.event ORDER BY s.position)),"
    " (SELECT count(*) FROM reports r WHERE r.event = e.event)"
    " FROM (SELECT * FROM events e WHERE {where} AND NOT e.background"
    " ORDER BY e.earliest DESC, e.latest DESC, e.id DESC LIMIT ?) e"
    " ORDER BY e.earliest DESC, e.latest DESC, e.id DESC"
)
_TAKING: Final = (
    f"e.event IN (SELECT event FROM sides WHERE actor {LISTED} UNION SELECT event FROM events WHERE place {LISTED}"
    f" UNION SELECT event FROM events WHERE mechanism {LISTED})"
)
_DOCUMENT: Final = "SELECT id, title, publisher, published, text FROM documents WHERE document = ?"


def find_all(db: sqlite3.Connection, lookup: Lookup, words: str, limit: int) -> list[FoundRow]:
    """What holds all words, at most `limit` of each kind: first what is called so, then events of those whom the words
    name, then documents, each with its latest first. Raises UsageError where there is nothing to look for."""
    hits = lookup.find(words)
    named = [_found(hit) for kind in KINDS for hit in _first(hits, kind, limit)]
    return [*named, *_events(db, lookup, words, limit), *_documents(db, words, limit)]


def _first(hits: Iterable[Hit], kind: str, limit: int) -> list[Hit]:
    return [hit for hit in hits if hit.name.kind == kind][:limit]


def _found(hit: Hit) -> FoundRow:
    name = hit.name
    return FoundRow(name.kind, name.id, name.text, hit.start, hit.end, name.name, name.detail, name.weight)


def _events(db: sqlite3.Connection, lookup: Lookup, words: str, limit: int) -> Iterator[FoundRow]:
    """The latest events in which each of the words names somebody who takes part, the place or the mechanism."""
    where: list[str] = []
    values: list[object] = []
    for word in words.split():
        hits = lookup.find(word)
        ids = [[hit.name.id for hit in _first(hits, kind, _ACTORS)] for kind in ("person", PLACE, "mechanism")]
        if not any(ids):
            return
        where.append(_TAKING)
        values.extend(json.dumps(each, ensure_ascii=False) for each in ids)
    if where:
        for id_, kind, day, place, who, reports in db.execute(
            _EVENTS.format(where=" AND ".join(where)), (*values, limit)
        ):
            detail = " · ".join(part for part in (kind, day, place) if part)
            yield FoundRow("event", id_, who or kind, 0, 0, who or kind, detail, reports)


def _documents(db: sqlite3.Connection, words: str, limit: int) -> Iterator[FoundRow]:
    try:
        query = parse(words, typing=True)
    except UsageError:
        return
    for number in matching(db, query, limit):
        id_, title, publisher, published, kept = db.execute(_DOCUMENT, (number,)).fetchone()
        text = text_of(kept)
        span, hits = snippet(text, query)
        first = hits[0] if hits else span
        detail = " · ".join(part for part in (published, publisher) if part)
        yield FoundRow(
            *("document", id_, text[span.start : span.end], first.start - span.start, first.end - span.start),
            *(title, detail, 1),
        )
