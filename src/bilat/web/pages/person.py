"""A person: names, offices over time, whom they met, where they went, events and statements."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from bilat.model.item_rows import ItemRow
from bilat.model.rows import EventRow, PersonRow, TenureRow
from bilat.record import ItemFilter, Record
from bilat.record.query import EventFilter
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.navigation import one_pair
from bilat.web.page import Moved, NotThereError, Page, Paths
from bilat.web.spans import day, line

EVENTS: Final = 25
"""Events on one page."""
MET: Final = 24
TRAVELS: Final = 24
STATEMENTS: Final = 10
_RECENT: Final = timedelta(days=60)
"""Statements are looked for in the last days that the person was seen."""
_NAMED: Final = 6
"""Others in an office who are named."""


def person(asked: Asked) -> Page | Moved:
    """The page of a person; the id of a name in one document leads to it. Raises NotThereError for an unknown id."""
    id_, record = asked.path["id"], asked.record
    found = record.person(id_)
    if found is None:
        named = record.get(id_)
        if isinstance(named, PersonRow):
            return Moved(links.person(named.id))
        raise NotThereError(id_)
    other = record.person(word) if (word := asked.word("with")) else None
    events = _together(record, found, other) if other else _events(asked, found)
    often, once = _by_weight(found)
    met = record.met(found.id, MET)
    return Page(
        "person.html",
        {
            "person": found,
            "with_whom": other,
            "events": events[:EVENTS],
            "more": events[EVENTS - 1].id if len(events) > EVENTS and other is None else None,
            "count": len(events) if other else record.count_events(EventFilter(person=found.id, background=False)),
            "often": often,
            "once": once,
            "line": line((tenure.first, tenure.last) for tenure in often),
            "others": _others(record, often),
            "met": met,
            "travels": record.travels(found.id, TRAVELS),
            "statements": _statements(record, found),
        },
        about=one_pair((found.country, each.country) for each in met),
    )


def _events(asked: Asked, found: PersonRow) -> list[EventRow]:
    after = asked.word("after")
    told = asked.record.events(person=found.id, background=False, limit=EVENTS + 1, order="newest", after=after)
    return list(told)


def _together(record: Record, found: PersonRow, other: PersonRow) -> list[EventRow]:
    """The events that two people took part in on different sides."""
    countries = tuple(code for code in (found.country, other.country) if code)
    told = record.events(countries, person=found.id, background=False, order="newest")
    return [event for event in told if any(side.actor == other.id for side in event.participants)]


def _by_weight(found: PersonRow) -> tuple[list[TenureRow], list[TenureRow]]:
    """Offices that several documents tell of, those told of most first; and the others."""
    often = [tenure for tenure in found.tenures if tenure.documents > 1]
    once = [tenure for tenure in found.tenures if tenure.documents <= 1]
    return (sorted(often, key=lambda tenure: -tenure.documents), once) if often else (once, [])


def _others(record: Record, tenures: list[TenureRow]) -> dict[str, PersonRow]:
    ids = dict.fromkeys(id_ for tenure in tenures for id_ in tenure.others)
    return {id_: row for id_ in list(ids)[:_NAMED] if (row := record.person(id_)) is not None}


def _statements(record: Record, found: PersonRow) -> list[ItemRow[Any]]:
    """What was said last under one of the names, the latest first."""
    last = day(found.last)
    if last is None:
        return []
    since = (last - _RECENT).isoformat()
    told = [row for name in found.names[:2] for row in _said(record, name, since, found.country)]
    return sorted(told, key=lambda row: (row.report.published or "", row.id), reverse=True)[:STATEMENTS]


def _said(record: Record, name: str, since: str, country: str | None) -> Iterator[ItemRow[Any]]:
    for row in record.items("claims", ItemFilter(since=since, same={"speaker": name})):
        if row.item.speaker_country in (country, None):
            yield row


PATHS: Final[Paths] = (("/person/{id}", person),)
