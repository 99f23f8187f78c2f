"""One page a module. Each offers `PATHS`: its addresses and who answers."""

from typing import Final

from bilat.web.page import Paths
from bilat.web.pages import (
    compare,
    document,
    event,
    home,
    timeline,
)

PATHS: Final[Paths] = (
    *compare.PATHS,
    *document.PATHS,
    *event.PATHS,
    *home.PATHS,
    *timeline.PATHS,
)
