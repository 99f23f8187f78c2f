"""One page a module. Each offers `PATHS`: its addresses and who answers."""

from typing import Final

from bilat.web.page import Paths
from bilat.web.pages import (
    compare,
    document,
    event,
    home,
    network,
    office,
    people,
    person,
    review,
    timeline,
)

PATHS: Final[Paths] = (
    *compare.PATHS,
    *document.PATHS,
    *event.PATHS,
    *home.PATHS,
    *network.PATHS,
    *office.PATHS,
    *people.PATHS,
    *person.PATHS,
    *review.PATHS,
    *timeline.PATHS,
)
