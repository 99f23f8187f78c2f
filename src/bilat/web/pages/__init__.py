"""One page a module. Each offers `PATHS`: its addresses and who answers."""

from typing import Final

from bilat.web.page import Paths
from bilat.web.pages import (
    claims,
    compare,
    discrepancies,
    disputes,
    document,
    event,
    figures,
    home,
    mechanisms,
    phrases,
    publishers,
    timeline,
    undertakings,
)

PATHS: Final[Paths] = (
    *claims.PATHS,
    *compare.PATHS,
    *discrepancies.PATHS,
    *disputes.PATHS,
    *document.PATHS,
    *event.PATHS,
    *figures.PATHS,
    *home.PATHS,
    *mechanisms.PATHS,
    *phrases.PATHS,
    *publishers.PATHS,
    *timeline.PATHS,
    *undertakings.PATHS,
)
