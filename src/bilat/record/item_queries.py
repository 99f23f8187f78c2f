"""What a record answers about figures, phrases and the other flat nouns, and where reports disagree."""

from collections.abc import Iterator, Sequence
from typing import Any

from bilat.model.item_rows import DiscrepancyRow, DisputeRow, ItemRow, MechanismRow, PhraseRow, UndertakingRow
from bilat.record import gather, words
from bilat.record.apart import apart
from bilat.record.connect import storing
from bilat.record.discrepancies import copies_in, of_event, of_figures
from bilat.record.event_queries import EventQueries
from bilat.record.items import ItemFilter, from_row, items


class ItemQueries(EventQueries):
    """Items of the flat nouns, one by one and over all documents."""

    def items(self, noun: str, asked: ItemFilter | None = None, limit: int | None = None) -> Iterator[ItemRow[Any]]:
        """The items of a flat noun (`figures`, `claims`, `phrases`, `mechanisms`, `undertakings`, `disputes`) that
        fit all that is asked, by the day of their report; figures by measure and parties, undertakings by kind."""
        statement, values = items(noun, asked or ItemFilter(), limit)
        for rows in self._batches(statement, values):
            for row in rows:
                yield from_row(noun, row)

    def phrases(self, asked: ItemFilter | None = None) -> list[PhraseRow]:
        """Each set phrase with its counts, its first and last use; the most used first."""
        with storing(self.path):
            return gather.phrases(self._db, asked or ItemFilter())

    def mechanisms(self, asked: ItemFilter | None = None) -> list[MechanismRow]:
        """Each mechanism with its sessions in order and the gaps between them; the most named first."""
        with storing(self.path):
            return gather.mechanisms(self._db, asked or ItemFilter())

    def undertakings(self, asked: ItemFilter | None = None) -> list[UndertakingRow]:
        """Undertakings of one name, each with its stages in order of time; the latest seen first."""
        return gather.undertakings(self.items("undertakings", asked))

    def disputes(self, asked: ItemFilter | None = None) -> list[DisputeRow]:
        """Contested names as publishers write them, then words of dispute; the most named first."""
        with storing(self.path):
            return gather.disputes(self._db, asked or ItemFilter())

    def discrepancies(
        self, countries: Sequence[str] = (), since: str | None = None, until: str | None = None
    ) -> Iterator[DiscrepancyRow]:
        """What reports do not agree on: events in order of time, then figures by measure and parties. `since` and
        `until` bound the days of events, and of the reports of figures."""
        with storing(self.path):
            copies = copies_in(self._db)
        for event in self.events(countries, since, until, background=False):
            if event.discrepancies:
                with storing(self.path):
                    more = apart(self._db, [event], words.visits()).get(event.id, ())
                    yield from of_event(self._db, event, more, copies)
        figures = self.items("figures", ItemFilter(countries, since, until, known=("period",)))
        yield from of_figures(figures, words.shared(), copies)
