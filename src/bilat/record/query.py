"""Filters → SQL. Pure functions: what is asked, as one statement and its values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bilat.errors import UsageError
from bilat.model import EventType, Status
from bilat.model.flat import NOUNS
from bilat.record.pack import first_day, last_day
from bilat.record.terms import fold

Asked = tuple[str, list[object]]
"""A statement and the values for its question marks."""

LISTED: Final = "IN (SELECT value FROM json_each(?))"
"""A column among the values of a JSON array."""

EVENT_COLUMNS: Final = (
    "e.event, e.id, e.type, e.status, e.start_date, e.end_date, e.place, e.host, e.mechanism, e.ordinal, e.documents,"
    " e.background, (SELECT v.id FROM events v WHERE v.event = e.part_of)"
)

DOCUMENT_COLUMNS: Final = (
    "d.document, d.id, d.title, d.url, d.publisher, d.published, d.published_how, d.language, d.script,"
    " length(d.text), (SELECT n.id FROM documents n WHERE n.document = d.superseded_by)"
)

OLDEST_FIRST: Final = "ORDER BY e.earliest IS NULL, e.earliest, e.latest, e.id"


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What `Record.events` is asked for; an empty field asks nothing."""

    countries: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    types: Sequence[str] = ()
    person: str | None = None
    status: str | None = None
    background: bool | None = None
    overdue: bool = False


def events(asked: EventFilter, limit: int | None) -> Asked:
    """Events of documents that count, oldest first. Raises UsageError for a word or date that means nothing."""
    where: list[str] = ["1"]
    values: list[object] = []
    for country in dict.fromkeys(asked.countries):
        where.append(
            "e.event IN (SELECT event FROM sides WHERE country = ? UNION SELECT event FROM events WHERE host = ?)"
        )
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
    if asked.status is not None:
        where.append("e.status = ?")
        values.append(known(asked.status, Status))
    if asked.background is not None:
        where.append("e.background = ?")
        values.append(int(asked.background))
    if asked.overdue:
        where.append(_OVERDUE)
    if asked.person is not None:
        where.append(_OF_PERSON)
        values += [asked.person, asked.person, fold(asked.person), fold(asked.person)]
    values.append(-1 if limit is None else limit)
    sql = f"SELECT {EVENT_COLUMNS} FROM events e WHERE {' AND '.join(where)} {OLDEST_FIRST} LIMIT ?"
    return sql, values


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


def people(
    query: str | None, country: str | None, office: str | None, limit: int | None, on: str | None = None
) -> Asked:
    """People of documents that count; those in most documents first, then by id. With `on` an office is one held that
    day: the first and last time seen in it lie around it."""
    where, values = ["d.superseded_by IS NULL"], list[object]()
    if country is not None:
        where.append("p.country = ?")
        values.append(country.upper())
    if query is not None:
        where.append("p.actor IN (SELECT actor FROM names WHERE instr(folded, ?) > 0 OR actor = ?)")
        values += [fold(query), query]
    if on is not None:
        held = "SELECT t.actor FROM tenures t WHERE t.first <= ? AND t.last >= ?"
        values += [day(on, last_day(on)), day(on, first_day(on))]
        if office is not None:
            held += " AND (instr(fold(t.office), ?) > 0 OR EXISTS (SELECT 1 FROM json_each(t.titles) x"
            held += " WHERE instr(fold(x.value), ?) > 0))"
            values += [fold(office), fold(office)]
        where.append(f"p.actor IN ({held})")
    elif office is not None:
        where.append("p.actor IN (SELECT actor FROM people WHERE title IS NOT NULL AND instr(fold(title), ?) > 0)")
        values.append(fold(office))
    values.append(-1 if limit is None else limit)
    sql = (
        "SELECT p.actor, p.country, min(d.published), max(d.published), count(DISTINCT p.document) AS documents,"
        " sum((SELECT count(*) FROM mentions m WHERE m.person = p.person))"
        f" FROM people p JOIN documents d USING (document) WHERE {' AND '.join(where)}"
        " GROUP BY p.actor ORDER BY documents DESC, p.actor LIMIT ?"
    )
    return sql, values


def documents(where: str = "1", order: str = "d.published DESC, d.id", limit: int | None = None) -> str:
    """Documents without their text, newest first; `where` may hold question marks."""
    stop = "" if limit is None else f" LIMIT {limit:d}"
    return f"SELECT {DOCUMENT_COLUMNS} FROM documents d WHERE {where} ORDER BY {order}{stop}"


def ids() -> str:
    """Every id between two texts, sorted: of documents, events and items, and of people over all documents."""
    sources = (("id", "documents"), ("id", "tellings"), ("actor", "people"), *(("id", noun) for noun in NOUNS))
    each = " UNION ".join(
        f"SELECT {column} AS id FROM {table} WHERE {column} BETWEEN ?1 AND ?2" for column, table in sources
    )
    return f"{each} ORDER BY id LIMIT ?3"


def marks(values: Sequence[object]) -> str:
    """As many question marks as values."""
    return ", ".join("?" * len(values))


def day(asked: str, found: str | None) -> str:
    """The day that a date was read as. Raises UsageError when it was none."""
    if found is None:
        msg = f"no date: {asked!r}; write 2023, 2023-06 or 2023-06-27"
        raise UsageError(msg)
    return found


def known(word: str, kinds: type[EventType] | type[Status]) -> str:
    """The word, if it is one of a kind. Raises UsageError that lists them all."""
    if word not in {kind.value for kind in kinds}:
        msg = f"unknown {kinds.__name__.lower()} {word!r}; known are {', '.join(kind.value for kind in kinds)}"
        raise UsageError(msg)
    return word
