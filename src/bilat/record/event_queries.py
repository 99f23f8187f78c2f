"""What a record answers about events."""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from msgspec.structs import replace

from bilat.errors import UsageError
from bilat.model.contact_rows import DayRow, MonthRow, PairRow, TieRow
from bilat.model.rows import EventRow
from bilat.record import contacts, happenings, persons, words
from bilat.record import query as sql
from bilat.record.apart import Beside, apart, beside, has_visits
from bilat.record.connect import storing
from bilat.record.load import texts
from bilat.record.opened import Opened
from bilat.record.query import EventFilter

_EVENTS_KEPT: Final = 1024
"""Events that are kept as they were made, about 7 MB: those of one list stand in many."""
NOT_BACKGROUND: Final = EventFilter(background=False)


class EventQueries(Opened):
    """Events, and what is counted over them."""

    def events(  # noqa: PLR0913, PLR0917 -- a filter is a parameter
        self,
        countries: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        types: Sequence[str] = (),
        person: str | None = None,
        status: str | None = None,
        limit: int | None = None,
        background: bool | None = None,  # noqa: FBT001 -- None asks for both
        *,
        overdue: bool = False,
        level: str | None = None,
        publisher: str | None = None,
        order: str = "oldest",
        after: str | None = None,
    ) -> Iterator[EventRow]:
        """Events in the order of time, `oldest` or `newest` first; those that fit all that is asked: see `EventFilter`.
        `after` is the id of an event: those behind it follow, so that a list can be read page by page. Raises
        UsageError for words, dates and ids that mean nothing."""
        asked = EventFilter(
            countries, since, until, types, person, status, background, overdue, level=level, publisher=publisher
        )
        yield from self.find_events(asked, limit, order=order, after=after)

    def find_events(
        self, asked: EventFilter, limit: int | None = None, *, order: str = "oldest", after: str | None = None
    ) -> Iterator[EventRow]:
        """As `events`, asked with a filter."""
        key = None if after is None else self._key(after)
        statement, values = sql.events(self._rarest_first(asked), limit, order, key)
        yield from self._events(statement, values)

    def count_events(self, asked: EventFilter | None = None) -> int:
        """How many events fit."""
        return int(self._rows(*sql.count(self._rarest_first(asked or EventFilter())))[0][0])

    def _rarest_first(self, asked: EventFilter) -> EventFilter:
        """The same question, the country with the fewest events first: these are gathered."""
        if len(asked.countries) < 2:
            return asked
        often = self._memo.get("frequencies", lambda: dict[str, int](self._rows(sql.FREQUENCIES)))
        rarest = sorted(asked.countries, key=lambda code: (often.get(code.upper(), 0), code))
        return dataclasses.replace(asked, countries=tuple(rarest))

    def _key(self, id_: str) -> sql.Key:
        """Where the event of an id stands in the order of time."""
        rows = self._rows("SELECT earliest, latest, id FROM events WHERE id = ?", (id_,))
        if not rows:
            msg = f"no event with the id {id_!r} to go on after; begin again"
            raise UsageError(msg)
        earliest, latest, known = rows[0]
        return earliest, latest, known

    def pairs(self, asked: EventFilter | None = None, limit: int | None = None) -> list[PairRow]:
        """Pairs of countries that take part in the same events, as participant or host; the most events first.
        Without a filter what is told as background only is left out."""
        wanted = self._rarest_first(asked or NOT_BACKGROUND)
        rows = self._memo.get(f"pairs {wanted} {limit}", lambda: self._rows(*contacts.pairs(wanted, limit)))
        return [PairRow(*row) for row in rows]

    def months(self, asked: EventFilter | None = None) -> list[MonthRow]:
        """How many events of each level and type began in each month, in order; those that no filter asks for as in
        `pairs`."""
        wanted = self._rarest_first(asked or NOT_BACKGROUND)
        rows = self._memo.get(f"months {wanted}", lambda: self._rows(*contacts.months(wanted)))
        return [MonthRow(*row) for row in rows]

    def days(self, asked: EventFilter | None = None) -> list[DayRow]:
        """The events whose days are known, in order, as a calendar shows them; those that no filter asks for as in
        `pairs`."""
        rows = self._rows(*contacts.days(self._rarest_first(asked or NOT_BACKGROUND)))
        return [DayRow(*row[:7], countries=texts(row[7])) for row in rows]

    def network(self, asked: EventFilter | None = None, limit: int | None = 200, *, of: str = "people") -> list[TieRow]:
        """Pairs of `people` or of `countries` on different sides of the same events, with how many; the most first.
        Raises UsageError for another word."""
        if of == "countries":
            return [
                TieRow(p.one, p.one, p.one, p.other, p.other, p.other, p.events, p.first, p.last)
                for p in self.pairs(asked, limit)
            ]
        if of != "people":
            msg = f"no network of {of!r}; there are people, countries"
            raise UsageError(msg)
        rows = self._rows(*contacts.people_ties(self._rarest_first(asked or NOT_BACKGROUND), limit))
        return [
            TieRow(one, one_name, one_country, other, other_name, other_country, events, first, last)
            for one, one_country, other, other_country, events, first, last, one_name, other_name in rows
        ]

    def _events(self, statement: str, values: Sequence[object]) -> Iterator[EventRow]:
        for events in self._bare_events(statement, values):
            yield from self._with_apart(events)

    def _bare_events(self, statement: str, values: Sequence[object]) -> Iterator[list[EventRow]]:
        """Events, some at a time, without what their reports tell differently beside the fields that linking
        compares."""
        for rows in self._batches(statement, values):
            numbered: dict[int, tuple[Any, ...]] = {row[0]: row for row in rows}
            made = self._memo.each(
                "events", numbered, lambda new, of=numbered: self._made([of[number] for number in new]), _EVENTS_KEPT
            )
            yield [event for number in numbered if (event := made[number]) is not None]

    def _made(self, rows: Sequence[tuple[Any, ...]]) -> dict[int, EventRow]:
        """Events by their numbers."""
        numbers = json.dumps([row[0] for row in rows])
        sides, reports = self._children(happenings.SIDES, numbers), self._children(happenings.REPORTS, numbers)
        names = self._names({side[3] for each in sides.values() for side in each} - {None})
        life = self._children(happenings.LIFE, numbers)
        differences = self._children(happenings.DIFFERENCES, numbers)
        decisions = self._decided(row[1] for row in rows)
        made: dict[int, EventRow] = {}
        for row in rows:
            at, taking = row[0], happenings.sides(sides.get(row[0], ()), names)
            event = happenings.event_row(row, taking, reports.get(at, ()), life.get(at, ()), differences.get(at, ()))
            made[at] = replace(event, decisions=decisions[row[1]]) if row[1] in decisions else event
        return made

    def _names(self, actors: Iterable[str]) -> dict[str, tuple[str, ...] | None]:
        """What people are called, the usual name first."""

        def read(new: list[str]) -> dict[str, tuple[str, ...]]:
            rows = self._children(persons.NAMES, json.dumps(new))
            return {actor: tuple(name for (name,) in each) for actor, each in rows.items()}

        return self._memo.each("names of people", sorted(actors), read)

    def _with_apart(self, events: list[EventRow]) -> Iterator[EventRow]:
        """Events with what their reports tell differently beside the fields that linking compares."""
        found = apart(events, words.visits() if has_visits(events) else {}, self._beside)
        for event in events:
            more = tuple(one.difference() for one in found.get(event.id, ()))
            yield replace(event, discrepancies=(*event.discrepancies, *more)) if more else event

    def _beside(self, ids: Sequence[str]) -> Beside:
        """What the reports of events tell differently, but for the kind of a visit: worked out once for each."""
        with storing(self.path):
            told = self._memo.each("beside", ids, lambda new: beside(self._db, new))
        return {id_: found for id_, found in told.items() if found}

    def parts(self, event: EventRow) -> list[EventRow]:
        """What a visit holds, in the order of time: its meetings, sessions and signings."""
        statement = f"SELECT {sql.EVENT_COLUMNS} FROM events e WHERE e.part_of = (SELECT v.event FROM events v"
        return list(self._events(f"{statement} WHERE v.id = ?) {sql.OLDEST_FIRST}", (event.id,)))
