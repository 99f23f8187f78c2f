"""Two countries at a glance: contacts by month and level, the latest, what is announced or overdue, what publishers
disagree on, which phrases are new."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from bilat.model.item_rows import DiscrepancyRow, PhraseRow
from bilat.model.rows import EventRow
from bilat.record import EventFilter, ItemFilter, Record
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.filters import LEVELS
from bilat.web.heat import Strip, month_after, strip
from bilat.web.navigation import ABOUT_TWO
from bilat.web.page import Moved, NotThereError, Page, Paths

LATEST: Final = 8
FEW: Final = 6
"""Entries of the shorter lists; each leads to the page that has all of them."""
RECENT: Final = 12
"""Months up to the last event in which a phrase is new, and that the command for a brief asks for."""


def relation(asked: Asked) -> Page | Moved:
    """The page of two countries, in the order of their codes; another order or a name moves on, and so does the
    question `?country=…&country=…`."""
    codes = asked.countries
    if len(codes) != 2:
        raise NotThereError(asked.gettext("a relation is that of two countries, not of one with itself"))
    address = links.relation(codes[0], codes[1])
    if address != asked.address.partition("?")[0]:
        return Moved(address)
    record = asked.record
    pair = tuple(sorted(codes))
    heat = contacts(asked, pair)
    since = month_after(heat.months[-1], 1 - RECENT) if heat.months else None
    overdue = list(record.find_events(EventFilter(pair, background=False, overdue=True), order="newest"))
    late = {event.id for event in overdue}
    planned = record.find_events(EventFilter(pair, status="planned", background=False), order="newest")
    found = list(record.discrepancies(pair))
    return Page(
        "relation.html",
        {
            "pair": pair,
            "query": [("country", code) for code in pair],
            "strip": heat,
            "total": record.count_events(EventFilter(pair, background=False)),
            "latest": list(
                record.find_events(EventFilter(pair, status="held", background=False), LATEST, order="newest")
            ),
            "announced": list(islice((event for event in planned if event.id not in late), FEW)),
            "overdue": overdue[:FEW],
            "overdue_all": len(overdue),
            "events_apart": newest(row for row in found if row.event is not None),
            "figures_apart": [row for row in found if row.figure is not None][:FEW],
            "apart_all": len(found),
            "phrases": new_phrases(record, pair, since),
            "phrases_since": since,
            "links": [(links.address(path, [("country", code) for code in pair]), name) for path, name in ABOUT_TWO],
            "since": since,
        },
    )


def contacts(asked: Asked, pair: tuple[str, ...]) -> Strip:
    """The heat strip of two countries; each cell leads to the timeline of its month and level."""
    days = links.of_days("/timeline", [("country", code) for code in pair])
    months = asked.record.months(EventFilter(pair, background=False))
    return strip(months, LEVELS, lambda level, month: f"{days(month)}&level={level}")


def newest(rows: Iterable[DiscrepancyRow]) -> list[DiscrepancyRow]:
    """The differences on the latest events."""
    return sorted(rows, key=lambda row: _day(row.event), reverse=True)[:FEW]


def _day(event: EventRow | None) -> str:
    return (event.start or event.end or "") if event is not None else ""


def new_phrases(record: Record, pair: tuple[str, ...], since: str | None) -> list[PhraseRow]:
    """The phrases that nobody used of the two before a month, the most used first."""
    return [] if since is None else record.new_phrases(ItemFilter(pair, since=since))[:LATEST]


PATHS: Final[Paths] = (("/relation/{one}/{other}", relation), ("/relation", relation))
