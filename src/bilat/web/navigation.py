"""The pages that every page leads to; those about two countries keep asking about them."""

from typing import Final

from bilat.errors import UsageError
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.labels import _

ABOUT_TWO: Final = (
    ("/timeline", _("Timeline")),
    ("/calendar", _("Calendar")),
    ("/figures", _("Figures")),
    ("/phrases", _("Phrases")),
    ("/mechanisms", _("Mechanisms")),
    ("/undertakings", _("Undertakings")),
    ("/discrepancies", _("Disagreements")),
    ("/network", _("Network")),
    ("/people", _("People")),
)
"""Pages that take `?country=…&country=…`."""
ABOUT_ALL: Final = (
    ("/claims", _("Claims")),
    ("/disputes", _("Contested names")),
    ("/offices", _("Offices")),
    ("/publishers", _("Publishers")),
)
DECIDING: Final = ("/review", _("Review"))


def navigation(asked: Asked, *, deciding: bool) -> list[tuple[str, str, bool]]:
    """Addresses with the message ids of their names, and whether it is the page asked for; the two countries of this
    page come along."""
    try:
        pair = [("country", code) for code in asked.countries]
    except UsageError:
        pair = []
    pages = [(links.address(path, pair), name) for path, name in ABOUT_TWO]
    if len(pair) == 2:
        pages.insert(0, (links.relation(pair[0][1], pair[1][1]), _("Relation")))
    here = asked.address.partition("?")[0]
    every = [*pages, *ABOUT_ALL, *([DECIDING] if deciding else [])]
    return [(path, name, path.partition("?")[0] == here) for path, name in every]
