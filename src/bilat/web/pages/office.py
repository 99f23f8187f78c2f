"""Offices: who was seen in one over time, and the list of them by country."""

from typing import Final

from bilat.views.countries import country_code
from bilat.web.asked import Asked
from bilat.web.page import NotThereError, Page, Paths
from bilat.web.spans import line

SHOWN: Final = 100
"""Offices on one page."""
SEVERAL: Final = 2
"""Holders seen in so many documents are shown first: a name seen once may be misread."""


def office(asked: Asked) -> Page:
    """The holders of an office of a country, or with `-` of any. Raises NotThereError where nobody was seen in it."""
    code, name = asked.path["country"], asked.path["name"]
    country = None if code == "-" else country_code(code)
    holders = asked.record.holders(name, country)
    if not holders:
        raise NotThereError(name)
    often = [holder for holder in holders if holder.documents >= SEVERAL] or holders
    if country is None:
        often = sorted(often, key=lambda holder: -holder.documents)[:SHOWN]
    return Page(
        "office.html",
        {
            "name": name,
            "country": country,
            "often": often,
            "once": [holder for holder in holders if holder not in often][:SHOWN],
            "sole": any(holder.sole for holder in holders),
            "line": line((holder.first, holder.last) for holder in often),
        },
    )


def offices(asked: Asked) -> Page:
    """Offices of a country, or of all; those in most documents first."""
    country = next(iter(asked.countries), None)
    page = asked.number("page", 1, 1, 200)
    rows = asked.record.offices(country, page * SHOWN + 1)
    return Page(
        "offices.html",
        {
            "offices": rows[(page - 1) * SHOWN : page * SHOWN],
            "more": page + 1 if len(rows) > page * SHOWN else None,
            "page": page,
            "country": country,
        },
    )


PATHS: Final[Paths] = (("/offices", offices), ("/office/{country}/{name:path}", office))
