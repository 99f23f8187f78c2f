"""What all sections are made of: the two countries, the period, and the record's answers that several need."""

from functools import cached_property
from shlex import quote
from typing import TYPE_CHECKING, Final

from bilat.model import Figure, Status
from bilat.model.item_rows import DiscrepancyRow, ItemRow
from bilat.model.rows import EventRow
from bilat.packs import Packs
from bilat.packs.tables.figures import Measure
from bilat.record.items import ItemFilter
from bilat.record.terms import fold
from bilat.views.brief.cast import Cast
from bilat.views.brief.weigh import Scales
from bilat.views.brief.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilat.record import Record

_DAY: Final = len("YYYY-MM-DD")


class Material:
    """The record's answers about two countries in a period, each asked for once."""

    def __init__(
        self,
        record: "Record",
        countries: tuple[str, str],
        since: str | None,
        until: str | None,
        wording: Wording,
        packs: Packs,
    ) -> None:
        self.record = record
        self.countries = countries
        self.since = since
        self.until = until
        self.wording = wording
        self.packs = packs
        self.cast = Cast(record, countries, wording)
        self.scales = Scales(countries, self.cast, wording)

    @property
    def gettext(self) -> "Callable[[str], str]":
        """The translator of one text."""
        return self.wording.gettext

    @cached_property
    def asked(self) -> ItemFilter:
        """What is asked of flat nouns: of both countries, in reports of the period."""
        return ItemFilter(self.countries, self.since, self.until)

    @cached_property
    def events(self) -> list[EventRow]:
        """What is told of both countries in the period, background left out, in order of time."""
        return list(self.record.events(self.countries, self.since, self.until, background=False))

    @cached_property
    def held(self) -> list[EventRow]:
        """What is told as held, between the two alone."""
        return [event for event in self.events if event.status == Status.HELD and self.scales.is_between(event)]

    @cached_property
    def dated(self) -> list[EventRow]:
        """Those of them whose day is known, or at least the month or year."""
        return [event for event in self.held if event.start or event.end]

    @cached_property
    def last_day(self) -> str | None:
        """The last day on which anything was published that the record holds: its today."""
        newest = next(self.record.documents(), None)
        return None if newest is None else newest.published

    @cached_property
    def first_days(self) -> dict[str, str]:
        """Every event's id → the first day it may have been on, as far as that is known."""
        return {event.id: event.start or event.end or event.reports[0].published or "" for event in self.events}

    @cached_property
    def figures(self) -> list[ItemRow[Figure]]:
        """The figures of both countries that reports of the period give."""
        return list(self.record.items("figures", self.asked))

    @cached_property
    def discrepancies(self) -> list[DiscrepancyRow]:
        """What reports do not agree on."""
        return list(self.record.discrepancies(self.countries, self.since, self.until))

    @cached_property
    def disputed_figures(self) -> frozenset[str]:
        """The ids of figures that publishers give differently."""
        return frozenset(row.id for row in self.discrepancies if row.about == "figure")

    @cached_property
    def shared(self) -> frozenset[str]:
        """Measures that two sides have together, whichever is named first."""
        return frozenset(row.measure for row in self.packs.of(Measure) if row.sides == "pair")

    def parts(self, event: EventRow) -> list[EventRow]:
        """What a visit holds between the two, once for the same people on the same day."""
        held: dict[object, EventRow] = {}
        for part in self.record.parts(event):
            if part.background or not self.scales.is_between(part):
                continue
            who = frozenset(participant.actor or fold(participant.name) for participant in part.participants)
            held.setdefault((part.type, part.start, who), part)
        return list(held.values())

    def command(self, name: str, *more: str) -> str:
        """The command that shows everything a section was chosen from."""
        words: list[str] = ["bilat", name, *self.countries]
        for option, day in (("--since", self.since), ("--until", self.until)):
            words += [option, day] if day else []
        return " ".join(quote(word) for word in (*words, *more))
