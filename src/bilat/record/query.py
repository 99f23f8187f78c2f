"""Filters → SQL. Pure functions: what is asked, as one statement and its values."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bilat.errors import UsageError
from bilat.model import EventType, Status
from bilat.model.flat import NOUNS
from bilat.model.level import Level
from bilat.record.pack import first_day, last_day
from bilat.record.terms import fold

Asked = tuple[str, list[object]]
"""A statement and the values for its question marks."""

LISTED: Final = "IN (SELECT value FROM json_each(?))"
"""A column among the values of a JSON array."""

EVENT_COLUMNS: Final = (
    "e.event, e.id, e.type, e.status, e.start_date, e.end_date, e.place, e.host, e.mechanism, e.ordinal, e.documents,"
    " e.background, (SELECT v.id FROM events v WHERE v.event = e.part_of), e.level"
)

PERSON_COLUMNS: Final = "p.actor, p.country, p.first, p.last, p.documents, p.mentions"

DOCUMENT_COLUMNS: Final = (
    "d.document, d.id, d.title, d.url, d.publisher, d.published, d.published_how, d.language, d.script,"
    " d.length, (SELECT n.id FROM documents n WHERE n.document = d.superseded_by)"
)

Key = tuple[str | None, str | None, str]
"""Where an event stands in the order of time: `earliest`, `latest`, `id`."""


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What is asked of events; an empty field asks nothing.

    Each of `countries` (codes) must be represented among the participants or be the host. `since` and `until` are dates
    of any precision; an event whose dates are not certain fits when it may lie between them, one without any date
    counts as of the day it was reported. `person` is a name in any form seen, or an id, `publisher` part of the name
    of one that reports it, `level` a word of `Level`. `overdue` asks for what was announced and is not told of as held
    by the last day of the record, `several` for what more than one telling is of, `mechanism` for the sessions of one
    that an event names so.
    """

    countries: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    types: Sequence[str] = ()
    person: str | None = None
    status: str | None = None
    background: bool | None = None
    overdue: bool = False
    level: str | None = None
    publisher: str | None = None
    several: bool = False
    mechanism: str | None = None


def events(asked: EventFilter, limit: int | None, order: str = "oldest", after: Key | None = None) -> Asked:
    """Events of documents that count in the order of time, `oldest` or `newest` first, those without any date last;
    those behind a key. Raises UsageError for a word or date that means nothing."""
    where, values = conditions(asked)
    if order not in _ORDERS:
        msg = f"no order is called {order!r}; there are {', '.join(_ORDERS)}"
        raise UsageError(msg)
    how, behind = _ORDERS[order]
    if after is not None and after[0] is None:
        where += f" AND e.earliest IS NULL AND e.id {behind} ?"
        values.append(after[2])
    elif after is not None:
        where += f" AND (e.earliest IS NULL OR (e.earliest, e.latest, e.id) {behind} (?, ?, ?))"
        values += after
    sql = f"SELECT {EVENT_COLUMNS} FROM events e WHERE {where} {how} LIMIT ?"
    return sql, [*values, -1 if limit is None else limit]


def count(asked: EventFilter) -> Asked:
    """How many events fit."""
    where, values = conditions(asked)
    return f"SELECT count(*) FROM events e WHERE {where}", values


def conditions(asked: EventFilter) -> Asked:
    """The conditions on events `e`. Raises UsageError for a word or date that means nothing."""
    where: list[str] = ["1"]
    values: list[object] = []
    for country in dict.fromkeys(asked.countries):
        where.append(_ALSO_OF if values else _OF)
        values += [country.upper(), country.upper()]
    if asked.since is not None:
        where.append("e.latest >= ?")
        values.append(day(asked.since, first_day(asked.since)))
    if asked.until is not None:
        where.append("e.earliest <= ?")
        values.append(day(asked.until, last_day(asked.until)))
    if asked.types:
        where.append(f"e.type IN ({marks(asked.types)})")
        values += [known(word, EventType) for word in asked.types]
    for column, word, kinds in (("status", asked.status, Status), ("level", asked.level, Level)):
        if word is not None:
            where.append(f"e.{column} = ?")
            values.append(known(word, kinds))
    if asked.background is not None:
        where.append("e.background = ?")
        values.append(int(asked.background))
    if asked.overdue:
        where.append(_OVERDUE)
    if asked.several:
        where.append("EXISTS (SELECT 1 FROM reports r WHERE r.event = e.event AND r.position = 1)")
    if asked.mechanism is not None:
        where.append("e.mechanism = ?")
        values.append(asked.mechanism)
    if asked.person is not None and _ID.fullmatch(asked.person):
        where.append(_OF_ID)
        values += [asked.person, asked.person]
    elif asked.person is not None:
        where.append(_OF_PERSON)
        values += [asked.person, asked.person, fold(asked.person), fold(asked.person)]
    if asked.publisher is not None:
        where.append(_OF_PUBLISHER)
        values.append(fold(asked.publisher))
    return " AND ".join(where), values


_OF: Final = "e.event IN (SELECT event FROM sides WHERE country = ? UNION SELECT event FROM events WHERE host = ?)"
_ALSO_OF: Final = "(EXISTS (SELECT 1 FROM sides s WHERE s.country = ? AND s.event = e.event) OR e.host = ?)"
"""Of the first country all events are gathered; each is asked whether it is of the others, too."""
OLDEST_FIRST: Final = "ORDER BY e.earliest NULLS LAST, e.latest, e.id"
_ORDERS: Final = {
    "oldest": (OLDEST_FIRST, ">"),
    "newest": ("ORDER BY e.earliest DESC, e.latest DESC, e.id DESC", "<"),
}
_OVERDUE: Final = (
    "e.status = 'planned' AND CASE WHEN coalesce(e.start_date, e.end_date) IS NULL"
    " THEN date(e.latest, '+120 days') ELSE e.latest END < (SELECT max(published) FROM documents)"
)
"""Announced, and not told of as held although the record goes on past the day: 120 days past the announcement when it
names none, as in linking."""
_OF_PERSON: Final = (
    "e.event IN (SELECT event FROM sides WHERE actor = ? OR actor IN (SELECT actor FROM people WHERE local = ?)"
    " OR actor IN (SELECT actor FROM names WHERE folded = ?)"
    " UNION SELECT event FROM sides WHERE actor IS NULL AND fold(name) = ?)"
)
_OF_ID: Final = (
    "e.event IN (SELECT event FROM sides WHERE actor IN (SELECT ? UNION SELECT actor FROM people WHERE local = ?))"
)
_ID: Final = re.compile("[0-9a-f]{16}")
"""No name is written as ids are."""
FREQUENCIES: Final = "SELECT country, count(DISTINCT event) FROM sides WHERE country IS NOT NULL GROUP BY country"
"""In how many events each country takes part."""
PUBLISHERS: Final = (
    "WITH RECURSIVE each (publisher) AS (SELECT min(publisher) FROM documents UNION ALL SELECT (SELECT min(d.publisher)"
    " FROM documents d WHERE d.publisher > each.publisher) FROM each WHERE each.publisher IS NOT NULL)"
    " SELECT publisher FROM each WHERE publisher IS NOT NULL"
)
"""The names of publishers, in order: each is looked up in the index behind the one before."""
_OF_PUBLISHER: Final = (
    "EXISTS (SELECT 1 FROM reports r JOIN tellings t USING (telling) JOIN documents d USING (document)"
    f" WHERE r.event = e.event AND d.publisher IN (SELECT publisher FROM ({PUBLISHERS})"
    " WHERE instr(fold(publisher), ?) > 0))"
)


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """What is asked of people; an empty field asks nothing. `query` is part of a name in any form seen, or an id;
    `country` a code, or several of which one is theirs; `office` part of a title, or with `on` of an office held
    that day: the first and last time seen in it lie around it."""

    query: str | None = None
    country: str | Sequence[str] | None = None
    office: str | None = None
    on: str | None = None


def people(
    asked: PeopleFilter,
    limit: int | None,
    after: tuple[int, str] | None = None,
    called: Sequence[str] | None = None,
) -> Asked:
    """People of documents that count; those in most documents first, then by id; those behind a number of documents and
    an id."""
    where, values = people_conditions(asked, called)
    if after is not None:
        where += " AND (p.documents < ? OR (p.documents = ? AND p.actor > ?))"
        values += [after[0], *after]
    sql = f"SELECT {PERSON_COLUMNS} FROM persons p WHERE {where} ORDER BY p.documents DESC, p.actor LIMIT ?"
    return sql, [*values, -1 if limit is None else limit]


def people_conditions(asked: PeopleFilter, called: Sequence[str] | None = None) -> Asked:
    """The conditions on persons `p`; `called` are the ids of those with a name that holds the query, where they are
    known. Raises UsageError for a date that is none."""
    where, values = ["1"], list[object]()
    codes = [asked.country] if isinstance(asked.country, str) else [*(asked.country or ())]
    if codes:
        where.append(f"p.country {LISTED}")
        values.append(json.dumps([code.upper() for code in codes]))
    if asked.query is not None:
        if called is None:
            where.append("p.actor IN (SELECT actor FROM names WHERE instr(folded, ?) > 0 UNION SELECT ?)")
            values += [fold(asked.query), asked.query]
        else:
            where.append(f"p.actor {LISTED}")
            values.append(json.dumps([*called, asked.query]))
    if asked.on is not None:
        held = "SELECT 1 FROM tenures t WHERE t.actor = p.actor AND t.first <= ? AND t.last >= ?"
        values += [day(asked.on, last_day(asked.on)), day(asked.on, first_day(asked.on))]
        if asked.office is not None:
            held += " AND (instr(fold(t.office), ?) > 0 OR instr(fold(t.titles), ?) > 0)"
            values += [fold(asked.office), fold(asked.office)]
        where.append(f"EXISTS ({held})")
    elif asked.office is not None:
        where.append("p.actor IN (SELECT actor FROM people WHERE title IS NOT NULL AND instr(fold(title), ?) > 0)")
        values.append(fold(asked.office))
    return " AND ".join(where), values


def documents(where: str = "1", order: str = "d.published DESC, d.id", limit: int | None = None) -> str:
    """Documents without their text, newest first; `where` may hold question marks."""
    stop = "" if limit is None else f" LIMIT {limit:d}"
    return f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE {where} ORDER BY {order}{stop}"


PUBLISHERS_COUNTED: Final = (
    "SELECT publisher, count(*) AS documents, min(published), max(published) FROM documents"
    " WHERE superseded_by IS NULL GROUP BY publisher ORDER BY documents DESC, publisher"
)
PUBLISHERS_REPORTING: Final = (
    "SELECT d.publisher, count(DISTINCT r.event) FROM reports r JOIN tellings t USING (telling)"
    " JOIN documents d USING (document) GROUP BY d.publisher"
)
PUBLISHERS_ALONE: Final = (
    "SELECT nullif(one, ''), count(*) FROM (SELECT min(coalesce(d.publisher, '')) AS one,"
    " max(coalesce(d.publisher, '')) AS other FROM events e JOIN reports r USING (event)"
    " JOIN tellings t USING (telling) JOIN documents d USING (document) WHERE NOT e.background GROUP BY e.event)"
    " WHERE one = other GROUP BY one"
)
"""Events that one publisher reports and no other."""


def ids() -> str:
    """Every id between two texts, sorted: of documents, events and items, and of people over all documents. Items keep
    theirs as bytes, and are asked for them between two of these."""
    sources = (("id", "documents"), ("id", "tellings"), ("actor", "people"))
    each = " UNION ".join(
        (
            *(
                f"SELECT {column} AS id FROM {table} WHERE {column} BETWEEN :first AND :last"
                for column, table in sources
            ),
            *(f"SELECT lower(hex(id)) FROM {noun} WHERE id BETWEEN :first_id AND :last_id" for noun in NOUNS),
        )
    )
    return f"{each} ORDER BY id LIMIT :limit"


def marks(values: Sequence[object]) -> str:
    """As many question marks as values."""
    return ", ".join("?" * len(values))


def day(asked: str, found: str | None) -> str:
    """The day that a date was read as. Raises UsageError when it was none."""
    if found is None:
        msg = f"no date: {asked!r}; write 2023, 2023-06 or 2023-06-27"
        raise UsageError(msg)
    return found


def known(word: str, kinds: type[StrEnum]) -> str:
    """The word, if it is one of a kind. Raises UsageError that lists them all."""
    if word not in {kind.value for kind in kinds}:
        msg = f"unknown {kinds.__name__.lower()} {word!r}; known are {', '.join(kind.value for kind in kinds)}"
        raise UsageError(msg)
    return word
