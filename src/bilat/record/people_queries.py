"""What a record answers about people."""

import json
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bilat.errors import UsageError
from bilat.model.contact_rows import HolderRow, MetRow, OfficeRow, TravelRow
from bilat.model.rows import PersonRow
from bilat.record import contacts, persons
from bilat.record import query as sql
from bilat.record.load import texts
from bilat.record.lookup import LOOKUP, Lookup
from bilat.record.opened import Opened
from bilat.record.query import PeopleFilter
from bilat.record.terms import fold


class PeopleQueries(Opened):
    """People, whom they met, and the offices they held."""

    def people(
        self,
        query: str | None = None,
        country: str | Sequence[str] | None = None,
        office: str | None = None,
        limit: int | None = None,
        on: str | None = None,
        *,
        after: str | None = None,
    ) -> Iterator[PersonRow]:
        """People over all documents, those seen in most documents first. `query` is part of a name in any form seen (or
        an id), `country` a code or several, `office` part of a title; scripts, capitals and diacritics do not
        matter. With `on`, a date, only those seen in such an office before (or on) and after it. `after` is the
        id of a person: those behind follow. Raises UsageError for a date or id that means nothing."""
        asked = PeopleFilter(query, country, office, on)
        place = None if after is None else self._place(after)
        yield from self._people(*sql.people(asked, limit, place, self._called(query)))

    def count_people(self, asked: PeopleFilter | None = None) -> int:
        """How many people fit."""
        wanted = asked or PeopleFilter()
        where, values = sql.people_conditions(wanted, self._called(wanted.query))
        return int(self._rows(f"SELECT count(*) FROM persons p WHERE {where}", values)[0][0])

    def _called(self, query: str | None) -> list[str] | None:
        """The ids of people with a name that holds a query, where the names were gathered for a search before."""
        names, part = self._memo.known(LOOKUP), fold(query or "")
        return names.people(part) if isinstance(names, Lookup) and part and "\n" not in part else None

    def person(self, id: str) -> PersonRow | None:  # noqa: A002 -- the word used everywhere
        """The person with an id; None when there is none."""
        found = self._people(f"SELECT {sql.PERSON_COLUMNS} FROM persons p WHERE p.actor = ?", (id,))
        return next(found, None)

    def _place(self, id_: str) -> tuple[int, str]:
        rows = self._rows("SELECT documents, actor FROM persons WHERE actor = ?", (id_,))
        if not rows:
            msg = f"no person with the id {id_!r} to go on after; begin again"
            raise UsageError(msg)
        return rows[0][0], rows[0][1]

    def met(self, person: str, limit: int | None = None) -> list[MetRow]:
        """Who was on another side of the events of a person (an id), what is background left out; most often met
        first."""
        return [MetRow(*row) for row in self._rows(*contacts.met(person, limit))]

    def travels(self, person: str, limit: int | None = None) -> list[TravelRow]:
        """The events of a person (an id) in other countries, background left out; the latest first."""
        return [TravelRow(*row) for row in self._rows(*contacts.travels(person, limit))]

    def offices(self, country: str | None = None, limit: int | None = None) -> list[OfficeRow]:
        """Offices that people of countries were seen in; those in most documents first."""
        rows = self._rows(*contacts.offices(country, limit))
        return [OfficeRow(office, code, bool(sole), *rest) for office, code, sole, *rest in rows]

    def holders(self, office: str, country: str | None = None) -> list[HolderRow]:
        """Who was seen in an office (its usual name), in the order in which they were first seen in it."""
        rows = self._rows(*contacts.holders(office, country))
        return [
            HolderRow(actor, name, code, bool(sole), first, last, documents, texts(titles))
            for actor, name, code, sole, first, last, documents, titles in rows
        ]

    def _people(self, statement: str, values: Sequence[object]) -> Iterator[PersonRow]:
        for rows in self._batches(statement, values):
            actors = json.dumps([row[0] for row in rows])
            names = self._children(persons.NAMES, actors)
            titles = self._children(persons.TITLES, actors)
            tenures, decisions = self._children(persons.TENURES, actors), self._decided(row[0] for row in rows)
            for row in rows:
                at = row[0]
                person = persons.person(row, names.get(at, []), titles.get(at, []), tenures.get(at, []))
                yield replace(person, decisions=decisions[at]) if at in decisions else person
