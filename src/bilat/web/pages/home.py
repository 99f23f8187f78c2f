"""The first page: what the record holds, and the pairs of countries to look at."""

from typing import Final

from bilat.views.timeline import find_events
from bilat.web.asked import Asked
from bilat.web.page import Page, Paths

LATEST: Final = 10


def home(asked: Asked) -> Page:
    """Counts, relations by number of events, and the events reported last."""
    counts = {name: asked.record.count(name) for name in ("documents", "people", "events")}
    latest = tuple(find_events(asked.record, limit=LATEST))
    return Page("home.html", {"counts": counts, "latest": latest})


PATHS: Final[Paths] = (("/", home),)
