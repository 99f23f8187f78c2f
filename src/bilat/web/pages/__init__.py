"""One page a module. Each offers `PATHS`: its addresses and who answers."""

from typing import Final

from bilat.web.page import Paths
from bilat.web.pages import home, timeline

PATHS: Final[Paths] = (*home.PATHS, *timeline.PATHS)
