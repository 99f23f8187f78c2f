"""One page a module. Each offers `PATHS`: its addresses and who answers."""

from typing import Final

from bilat.web.page import Paths
from bilat.web.pages import (
    calendar,
    compare,
    document,
    event,
    home,
    relation,
    timeline,
)

PATHS: Final[Paths] = (
    *calendar.PATHS,
    *compare.PATHS,
    *document.PATHS,
    *event.PATHS,
    *home.PATHS,
    *relation.PATHS,
    *timeline.PATHS,
)
