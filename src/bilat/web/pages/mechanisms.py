"""Mechanisms: standing committees, forums and dialogues, each with the ladder of its sessions."""

from typing import Final

from bilat.model.item_rows import MechanismRow
from bilat.record import EventFilter, ItemFilter
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.listing import SHOWN, filtered, sheet, taken
from bilat.web.navigation import one_pair
from bilat.web.page import Moved, NotThereError, Page, Paths
from bilat.web.sides import countries


def mechanisms(asked: Asked) -> Page:
    """The mechanisms that fit, those named in most documents first."""
    rows = asked.record.mechanisms(filtered(asked, within={"mechanism": asked.word("mechanism")}))
    found = sheet(asked, rows)
    listed = [(row, _told(row), [s for s in row.sessions if s.ordinal and not s.gap_to]) for row in found.rows]
    return Page("mechanisms.html", {"sheet": found, "listed": listed, "taken": taken(asked, "mechanism")})


def mechanism(asked: Asked) -> Page | Moved:
    """One mechanism. Another form of its name leads to it; a name that only events know has these."""
    name = asked.path["mechanism"]
    found = asked.record.mechanisms(ItemFilter(same={"mechanism": name}))
    if found:
        return Page("mechanism.html", {"row": found[0], "told": _told(found[0])}, about=one_pair([found[0].members]))
    for use in asked.record.items("mechanisms", ItemFilter(same={"written": name}), 1):
        return Moved(links.mechanism(use.item.mechanism), 303)
    called = asked.record.mechanism_called(name)
    if called is not None:
        return Moved(links.mechanism(called), 303)
    events = tuple(asked.record.find_events(EventFilter(mechanism=name), SHOWN))
    if not events:
        msg = f"no mechanism {name}"
        raise NotThereError(msg)
    return Page("sessions.html", {"name": name, "events": events}, about=one_pair(map(countries, events)))


def _told(row: MechanismRow) -> int:
    return sum(session.gap_to is None for session in row.sessions)


PATHS: Final[Paths] = (("/mechanisms", mechanisms), ("/mechanism/{mechanism:path}", mechanism))
