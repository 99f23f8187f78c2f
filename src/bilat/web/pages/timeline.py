"""Events in the order of time, by month, with filters."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from bilat.model import EventType, Status
from bilat.model.rows import EventRow
from bilat.views.timeline import find_events
from bilat.web.asked import Asked
from bilat.web.page import Page, Paths

SHOWN: Final = 100
"""Events on one page."""


def timeline(asked: Asked) -> Page:
    """The events that fit every filter."""
    events = find_events(
        asked.record,
        asked.countries,
        since=asked.date("since"),
        until=asked.date("until"),
        types=asked.choices("type", [kind.value for kind in EventType]),
        status=asked.choice("status", [status.value for status in Status]),
        person=asked.word("person"),
        background=asked.flag("background"),
        overdue=asked.flag("overdue"),
        limit=SHOWN,
    )
    return Page("timeline.html", {"months": by_month(events)})


def by_month(events: Iterable[EventRow]) -> list[tuple[str, list[EventRow]]]:
    """Events under their months, `""` for those without any date."""
    return [(month, list(group)) for month, group in groupby(events, key=lambda e: (e.start or e.end or "")[:7])]


PATHS: Final[Paths] = (("/timeline", timeline),)
