"""Who meets whom, by period: two countries as two sides, one with its partners, all as a ring."""

from typing import Final

from bilat.model.contact_rows import TieRow
from bilat.model.level import Level
from bilat.record.query import EventFilter
from bilat.web import links, ties
from bilat.web.asked import Asked
from bilat.web.page import Page, Paths

MOST: Final = 400
"""Pairs looked at."""
LISTED: Final = 60
"""Pairs in the table."""


def network(asked: Asked) -> Page:
    """The drawing, the years to choose from, and the table."""
    countries = asked.countries
    levels = [level.value for level in Level]
    asking = EventFilter(
        countries,
        asked.date("since"),
        asked.date("until"),
        level=asked.choice("level", levels),
        background=False,
    )
    people = len(countries) == 2
    found = asked.record.network(asking, MOST, of="people" if people else "countries")

    def page_of(tie: TieRow) -> str:
        return _page_of(asked, tie, people=people)

    pairs = [tie for tie in found if _between(tie, countries)]
    return Page(
        "network.html",
        {
            "drawing": ties.two_sides(pairs, countries[0], ties.SIDE if people else ties.RING)
            if countries
            else ties.ring(pairs),
            "pairs": [(tie, page_of(tie)) for tie in pairs[:LISTED]],
            "left_out": max(0, len(pairs) - LISTED),
            "years": _years(asked, countries),
            "people": people,
            "levels": levels,
            "countries": countries,
            "page_of": page_of,
        },
    )


def _between(tie: TieRow, countries: tuple[str, ...]) -> bool:
    """Whether the two are of the countries asked about: of both, or of the one."""
    of = {tie.one_country, tie.other_country}
    return of >= set(countries) if countries else None not in of


def _page_of(asked: Asked, tie: TieRow, *, people: bool) -> str:
    """Where the events of the two stand."""
    if people:
        return links.address(links.person(tie.one), (("with", tie.other),)) + "#events"
    period = [("since", asked.word("since")), ("until", asked.word("until"))]
    return links.address("/timeline", (("country", tie.one), ("country", tie.other), *period))


def _years(asked: Asked, countries: tuple[str, ...]) -> list[tuple[str, int, str]]:
    """Each year that has events, with their number and the address of its network."""
    counted: dict[str, int] = {}
    for row in asked.record.months(EventFilter(countries, background=False)):
        if row.month is not None:
            counted[row.month[:4]] = counted.get(row.month[:4], 0) + row.events
    pair = [("country", code) for code in countries]
    more = (("level", asked.word("level")),)
    return [
        (year, events, links.address("/network", (*pair, ("since", year), ("until", year), *more)))
        for year, events in sorted(counted.items())
    ]


PATHS: Final[Paths] = (("/network", network),)
