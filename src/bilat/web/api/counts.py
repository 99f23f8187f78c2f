"""What is counted over events: relations, months, days, who meets whom, publishers."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Final

from bilat.model.contact_rows import DayRow, MonthRow, PairRow, TieRow
from bilat.model.fields import Json
from bilat.record import EventFilter
from bilat.views.lines import Cell
from bilat.views.wire import counts as wire
from bilat.web.api.asking import EVENTS, PAGING, Asking, Many, Question, Table, countries, event_filter, flat
from bilat.web.api.params import Param

FILTERS: Final = (countries(), *EVENTS)
Counted = Callable[[EventFilter, int | None], Iterable[Any]]


def _counted(count: Callable[[Question, EventFilter, int | None], Iterable[Any]]) -> Callable[..., Iterable[Any]]:
    def rows(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
        return islice(count(question, event_filter(question.given), limit), limit)

    return rows


def _network(question: Question, asked: EventFilter, limit: int | None) -> Iterable[TieRow]:
    return question.record.network(asked, limit, of=question.given.one("of") or "people")


def _tie_cells(row: TieRow) -> Sequence[Cell]:
    return (
        *(row.one, row.one_name, row.one_country),
        *(row.other, row.other_name, row.other_country),
        *(row.events, row.first, row.last),
    )


def _publishers(question: Question, _after: str | None, limit: int | None) -> Iterable[Json]:
    """The empty name is that of the documents without one."""
    return ({**row.to_dict(), "publisher": row.publisher or ""} for row in question.record.publishers()[:limit])


_TIE: Final = ("one", "one_name", "one_country", "other", "other_name", "other_country", "events", "first", "last")

ASKED: Final[tuple[Asking, ...]] = (
    Many(
        path="/relations",
        name="relations",
        about="Pairs of countries that take part in the same events, the most events first.",
        shape=wire.Relation,
        table=flat(("one", "other", "events", "first", "last"), PairRow.to_dict),
        rows=_counted(lambda question, asked, limit: question.record.pairs(asked, limit)),
        key=lambda row: (row.one, row.other),
        params=(*FILTERS, *PAGING),
        tag="counts",
    ),
    Many(
        path="/months",
        name="months",
        about="How many events of each level and type began in each month.",
        shape=wire.Month,
        table=flat(("month", "level", "type", "events"), MonthRow.to_dict),
        rows=_counted(lambda question, asked, _: question.record.months(asked)),
        key=lambda row: (row.month, row.level, row.type),
        params=(*FILTERS, *PAGING),
        tag="counts",
    ),
    Many(
        path="/days",
        name="days",
        about="Events whose days are known, as a calendar shows them.",
        shape=wire.Day,
        table=flat(("id", "type", "status", "level", "start", "end", "place", "countries"), DayRow.to_dict),
        rows=_counted(lambda question, asked, _: question.record.days(asked)),
        key=lambda row: (row.id,),
        params=(*FILTERS, *PAGING),
        tag="counts",
    ),
    Many(
        path="/network",
        name="network",
        about="People, or countries, on different sides of the same events, those of most events first.",
        shape=wire.Tie,
        table=Table(_TIE, TieRow.to_dict, _tie_cells),
        rows=_counted(_network),
        key=lambda row: (row.one, row.other),
        params=(*FILTERS, Param("of", "Between whom.", "choice", ("people", "countries"), usual="people"), *PAGING),
        tag="counts",
    ),
    Many(
        path="/publishers",
        name="publishers",
        about="Publishers with their documents and the events that they report, the most documents first.",
        shape=wire.PublisherCount,
        table=flat(("publisher", "documents", "first", "last", "events", "alone"), dict),
        rows=_publishers,
        key=lambda row: (row["publisher"],),
        params=PAGING,
        tag="counts",
    ),
)
