"""What a record answers about figures, phrases and the other flat nouns, and where reports disagree."""

import dataclasses
import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from bilat.errors import UsageError
from bilat.model.item_rows import (
    DiscrepancyRow,
    DisputeRow,
    ItemRow,
    MeasureRow,
    MechanismRow,
    PhraseRow,
    UndertakingRow,
)
from bilat.model.rows import ReportRow
from bilat.record import gather, words
from bilat.record import query as sql
from bilat.record.apart import has_visits, kinds_of_visit
from bilat.record.compact import pack_id
from bilat.record.connect import storing
from bilat.record.discrepancies import Copies, copies_in, of_event, of_figures
from bilat.record.event_queries import EventQueries
from bilat.record.items import (
    CALLED,
    SEVERAL_VALUES,
    ItemFilter,
    Way,
    checked,
    from_row,
    is_by_day,
    items,
    newest_items,
    select,
)
from bilat.record.parties import COUNTRY_COLUMNS, Parties
from bilat.record.query import LISTED, EventFilter
from bilat.record.uses import PhraseUses, phrase_uses

T = TypeVar("T")
Count = Callable[[sqlite3.Connection, ItemFilter, Way], list[T]]
"""What is counted over the items of a noun."""

_NO_WORDS: Final[Mapping[str, str]] = {}


class ItemQueries(EventQueries):
    """Items of the flat nouns, one by one and over all documents."""

    def items(
        self,
        noun: str,
        asked: ItemFilter | None = None,
        limit: int | None = None,
        *,
        after: str | None = None,
        order: str = "oldest",
    ) -> Iterator[ItemRow[Any]]:
        """The items of a flat noun (`figures`, `claims`, `phrases`, `mechanisms`, `undertakings`, `disputes`) that
        fit all that is asked, by the day of their report; figures by measure and parties, undertakings by kind; all by
        the day of their report, the latest first, when the `order` is `newest`. `after` is the id of an item: those
        behind it follow. Raises UsageError for words, dates and ids that mean nothing."""
        wanted = asked or ItemFilter()
        way = self._way(checked(noun), wanted, limit)
        if after is not None and not self._rows(f"SELECT 1 FROM {noun} WHERE id = ?", (pack_id(after),)):
            msg = f"no item with the id {after!r} among the {noun} to go on after; begin again"
            raise UsageError(msg)
        if order == "newest":
            yield from self._newest(noun, wanted, limit, way, after)
            return
        if order != "oldest":
            msg = f"unknown order {order!r}; there are oldest, newest"
            raise UsageError(msg)
        yield from self._items(noun, *items(noun, wanted, limit, way, after=after))

    def _newest(
        self, noun: str, asked: ItemFilter, limit: int | None, way: Way, after: str | None
    ) -> Iterator[ItemRow[Any]]:
        """Those of a known day, then the others, so many of both."""
        left = limit
        for dated in (True, False):
            if left == 0:
                return
            for row in self._items(noun, *newest_items(noun, asked, left, way, after=after, dated=dated)):
                yield row
                left = None if left is None else left - 1

    def _items(self, noun: str, statement: str, values: Sequence[object]) -> Iterator[ItemRow[Any]]:
        for rows in self._batches(statement, values):
            for row in rows:
                yield from_row(noun, row)

    def _way(self, noun: str, asked: ItemFilter, limit: int | None = None) -> Way:
        """How the items that fit are found."""
        if not asked.countries and limit is None:
            return Way()
        parties = self._parties(noun)
        keys = parties.keys(asked.countries) if asked.countries else []
        fitting = parties.count(keys) if asked.countries else parties.items
        return Way(keys, is_by_day(noun, asked, fitting, limit))

    def _parties(self, noun: str) -> Parties:
        def read() -> Parties:
            with storing(self.path):
                return Parties(self._db, noun)

        return self._memo.always(f"parties {noun}", read)

    def prepare(self) -> None:
        """Reads what every question about countries asks first, so that none has to wait for it."""
        for noun in COUNTRY_COLUMNS:
            _ = self._parties(noun)
        _ = self._copies()

    def phrases(self, asked: ItemFilter | None = None) -> list[PhraseRow]:
        """Each set phrase with its counts, its first and last use; the most used first."""
        return self._counted("phrases", self._phrases, asked)

    def _phrases(
        self, db: sqlite3.Connection, asked: ItemFilter, way: Way, but: Collection[str] = ()
    ) -> list[PhraseRow]:
        """What is counted over phrases; each report is read once, as many phrases begin and end with the same."""
        found = gather.used(db, asked, way, but)
        return gather.phrases(found, self._reports(gather.ends(found)))

    def phrase_uses(self, phrase: str, asked: ItemFilter | None = None) -> PhraseUses | None:
        """The uses of one phrase, counted and in the order of their days, without their words; None where there are
        none."""
        known = asked or ItemFilter()
        wanted = dataclasses.replace(known, same={**known.same, "phrase": phrase})
        with storing(self.path):
            return phrase_uses(self._db, phrase, wanted, self._way("phrases", wanted), self._reports)

    def numbered(self, noun: str, numbers: Sequence[int]) -> list[ItemRow[Any]]:
        """The items of a noun that have these numbers, in that order."""
        statement = f"{select(checked(noun))} WHERE i.item {LISTED} ORDER BY i.item"
        found = dict(zip(sorted(numbers), self._items(noun, statement, (json.dumps(sorted(numbers)),)), strict=True))
        return [found[number] for number in numbers]

    def _reports(self, numbers: Collection[int]) -> Mapping[int, ReportRow | None]:
        return self._memo.each("phrase reports", numbers, lambda new: gather.reports(self._db, new))

    def _counted(self, noun: str, count: Count[T], asked: ItemFilter | None) -> list[T]:
        """What is counted over all items of a noun is kept, as many ask for it."""
        wanted = asked or ItemFilter()

        def counted() -> list[T]:
            with storing(self.path):
                return count(self._db, wanted, self._way(noun, wanted))

        return [*self._memo.get(f"counted {noun}", counted)] if wanted == ItemFilter() else counted()

    def new_phrases(self, asked: ItemFilter) -> list[PhraseRow]:
        """The phrases that documents of the time asked for use and none before does, counted within it; the most used
        first. What is asked beside the time (countries, publisher) holds for the time before, too. Raises UsageError
        without a `since`."""
        if asked.since is None:
            msg = "new phrases need a day since when they are new"
            raise UsageError(msg)
        way = self._way("phrases", asked)
        with storing(self.path):
            before = gather.phrases_before(self._db, asked, way)
            return self._phrases(self._db, asked, way, before)

    def measures(self, asked: ItemFilter | None = None) -> list[MeasureRow]:
        """Measures with how many figures and documents there are of each, and their days; the most first."""
        return self._counted("figures", gather.measures, asked)

    def mechanism_called(self, name: str) -> str | None:
        """The mechanism that events mean by a name: the one that their words hold most; None where they hold none."""
        return next((str(row[0]) for row in self._rows(CALLED, (name,))), None)

    def mechanisms(self, asked: ItemFilter | None = None) -> list[MechanismRow]:
        """Each mechanism with its sessions in order and the gaps between them; the most named first."""
        return self._counted("mechanisms", gather.mechanisms, asked)

    def undertakings(self, asked: ItemFilter | None = None) -> list[UndertakingRow]:
        """Undertakings of one name, each with its stages in order of time; the latest seen first."""
        return gather.undertakings(self.items("undertakings", asked))

    def disputes(self, asked: ItemFilter | None = None) -> list[DisputeRow]:
        """Contested names as publishers write them, then words of dispute; the most named first."""
        return self._counted("disputes", gather.disputes, asked)

    def discrepancies(
        self, countries: Sequence[str] = (), since: str | None = None, until: str | None = None
    ) -> Iterator[DiscrepancyRow]:
        """What reports do not agree on: events in order of time, then figures by measure and parties. `since` and
        `until` bound the days of events, and of the reports of figures."""
        copies = self._copies()
        yield from self._of_events(EventFilter(countries, since, until, background=False, several=True), copies)
        asked = ItemFilter(countries, since, until, known=("period",))
        way = self._way("figures", asked)
        statement, values = items("figures", asked, None, way, also="1" if countries else SEVERAL_VALUES)
        figures = (from_row("figures", row) for rows in self._batches(statement, values) for row in rows)
        yield from of_figures(figures, words.shared(), copies)

    def _copies(self) -> Copies:
        def found() -> Copies:
            with storing(self.path):
                return copies_in(self._db)

        return self._memo.get("copies", found)

    def _of_events(self, asked: EventFilter, copies: Copies) -> Iterator[DiscrepancyRow]:
        """Only events that can have any are made: visits, and those of which a difference is known."""
        where, values = sql.conditions(self._rarest_first(asked))
        known = "EXISTS (SELECT 1 FROM differences x WHERE x.event = e.event)"
        rows = self._rows(f"SELECT e.id, e.type = 'visit' OR {known} FROM events e WHERE {where}", values)
        told = self._beside([id_ for id_, _ in rows])
        wanted = json.dumps([id_ for id_, may_differ in rows if may_differ or id_ in told])
        statement = f"SELECT {sql.EVENT_COLUMNS} FROM events e WHERE e.id {LISTED} {sql.OLDEST_FIRST}"
        for events in self._bare_events(statement, (wanted,)):
            visits = words.visits() if has_visits(events) else _NO_WORDS
            for event in events:
                kinds = kinds_of_visit(event, visits)
                more = [*([kinds] if kinds else []), *told.get(event.id, ())]
                differences = (*event.discrepancies, *(one.difference() for one in more))
                if differences:
                    with storing(self.path):
                        yield from of_event(self._db, replace(event, discrepancies=differences), more, copies)
