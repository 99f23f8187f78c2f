"""The first page: what the record holds, the pairs of countries with most contacts, and what happened last."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from bilat.model.contact_rows import PairRow, PublisherRow
from bilat.record import EventFilter
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.heat import Cell, density, month_after, months_between, shade
from bilat.web.page import Page, Paths

LATEST: Final = 10
PAIRS: Final = 24
SPARKS: Final = 8
"""Pairs whose contacts are drawn month by month."""
MONTHS: Final = 24
"""Months that are drawn, up to the last one in which something was held."""


PUBLISHERS: Final = 12


class Spark(NamedTuple):
    """Two countries with a row of months."""

    pair: PairRow
    cells: tuple[Cell, ...]


def home(asked: Asked) -> Page:
    """Counts, relations by number of events, and what was held last."""
    record = asked.record
    pairs = record.pairs(limit=PAIRS)
    latest = list(record.find_events(EventFilter(status="held", background=False), LATEST, order="newest"))
    publishers = record.publishers()
    last = next((day[:7] for event in latest if len(day := event.start or event.end or "") >= 7), None)
    months = months_between(month_after(last, 1 - MONTHS), last) if last else []
    return Page(
        "home.html",
        {
            "counts": {name: record.count(name) for name in ("documents", "people", "events")},
            "publishers": publishers[:PUBLISHERS],
            "publishers_all": len(publishers),
            "period": period(publishers),
            "latest": latest,
            "sparks": [Spark(pair, spark(asked, pair, months)) for pair in pairs[:SPARKS]],
            "months": months,
            "pairs": pairs[SPARKS:],
            "most": max((pair.events for pair in pairs), default=1),
            "density": density(record.months(), lambda month: _timeline(("since", month), ("until", month))),
        },
    )


def period(publishers: Sequence[PublisherRow]) -> tuple[str, str] | None:
    """The days of the first and the last document."""
    days = sorted(day for row in publishers for day in (row.first, row.last) if day is not None)
    return (days[0], days[-1]) if days else None


def spark(asked: Asked, pair: PairRow, months: Sequence[str]) -> tuple[Cell, ...]:
    """How many contacts two countries had in each of some months; each leads to its timeline."""
    both = [("country", pair.one), ("country", pair.other)]
    counted: Counter[str] = Counter()
    for row in asked.record.months(EventFilter((pair.one, pair.other), background=False)):
        counted[row.month or ""] += row.events
    most = max((counted[month] for month in months), default=1)
    return tuple(
        Cell(
            month,
            counted[month],
            shade(counted[month], most),
            _timeline(*both, ("since", month), ("until", month)) if counted[month] else None,
        )
        for month in months
    )


def _timeline(*query: tuple[str, str]) -> str:
    return links.address("/timeline", query)


PATHS: Final[Paths] = (("/", home),)
