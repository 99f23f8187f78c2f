"""Everything that can be asked, in the order of the docs page."""

from typing import Final

from bilat.web.api import about, counts, documents, events, gathered, items, offices, people
from bilat.web.api.asking import Asking
from bilat.web.api.problems import API

PREFIX: Final = API

CATALOGUE: Final[tuple[Asking, ...]] = (
    *about.ASKED,
    *events.ASKED,
    *people.ASKED,
    *offices.ASKED,
    *items.ASKED,
    *gathered.ASKED,
    *counts.ASKED,
    *documents.ASKED,
)
