"""People of the record: by country, by a part of their name, by an office and the day they held it."""

from typing import Final

from bilat.record.query import PeopleFilter
from bilat.web.asked import Asked
from bilat.web.page import Page, Paths

SHOWN: Final = 60
"""People on one page."""
OFFICES: Final = 3
"""Offices shown of each."""


def people(asked: Asked) -> Page:
    """A page of the list; those in most documents first."""
    countries = asked.countries
    name, office, on = asked.word("name"), asked.word("office"), asked.date("on")
    after = asked.word("after")
    rows = list(asked.record.people(name, countries, office, SHOWN + 1, on, after=after))
    return Page(
        "people.html",
        {
            "people": rows[:SHOWN],
            "more": rows[SHOWN - 1].id if len(rows) > SHOWN else None,
            "count": asked.record.count_people(PeopleFilter(name, countries, office, on)),
            "countries": countries,
            "offices": OFFICES,
        },
    )


PATHS: Final[Paths] = (("/people", people),)
