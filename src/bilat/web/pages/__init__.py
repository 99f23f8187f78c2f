"""One page a module. Each offers `PATHS`: its addresses and who answers."""

from typing import Final

from bilat.web.page import Paths
from bilat.web.pages import (
    calendar,
    claims,
    compare,
    discrepancies,
    disputes,
    document,
    event,
    figures,
    home,
    mechanisms,
    network,
    office,
    people,
    person,
    phrases,
    publishers,
    relation,
    review,
    search,
    timeline,
    undertakings,
)

PATHS: Final[Paths] = (
    *calendar.PATHS,
    *claims.PATHS,
    *compare.PATHS,
    *discrepancies.PATHS,
    *disputes.PATHS,
    *document.PATHS,
    *event.PATHS,
    *figures.PATHS,
    *home.PATHS,
    *mechanisms.PATHS,
    *network.PATHS,
    *office.PATHS,
    *people.PATHS,
    *person.PATHS,
    *phrases.PATHS,
    *publishers.PATHS,
    *relation.PATHS,
    *review.PATHS,
    *search.PATHS,
    *timeline.PATHS,
    *undertakings.PATHS,
)
