"""Mechanisms: standing committees, forums and dialogues, each with the ladder of its sessions."""

from typing import Final

from bilat.errors import UsageError
from bilat.model.item_rows import MechanismRow
from bilat.record import ItemFilter
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.listing import filtered, sheet, taken
from bilat.web.page import Moved, NotThereError, Page, Paths

ENDING: Final = 4
"""Characters at the end of a name that may tell what it is called at a session, as events do: the name before them
is tried, too."""
SHORTEST: Final = 4
"""Characters that a name tried so has at least."""


def mechanisms(asked: Asked) -> Page:
    """The mechanisms that fit, those named in most documents first."""
    rows = asked.record.mechanisms(filtered(asked, within={"mechanism": asked.word("mechanism")}))
    found = sheet(asked, rows)
    listed = [(row, _told(row), [s for s in row.sessions if s.ordinal and not s.gap_to]) for row in found.rows]
    return Page("mechanisms.html", {"sheet": found, "listed": listed, "taken": taken(asked, "mechanism")})


def mechanism(asked: Asked) -> Page | Moved:
    """One mechanism. Another form of its name leads to it; a name that only events know leads to the search."""
    name = asked.path["mechanism"]
    found = asked.record.mechanisms(ItemFilter(same={"mechanism": name}))
    if found:
        return Page("mechanism.html", {"row": found[0], "told": _told(found[0])})
    for end in range(len(name), max(len(name) - ENDING, SHORTEST) - 1, -1):
        for use in asked.record.items("mechanisms", ItemFilter(same={"written": name[:end]}), 1):
            return Moved(links.mechanism(use.item.mechanism), 303)
    if _is_written(asked, name):
        return Moved(links.address("/search", (("q", f'"{name}"'),)), 303)
    msg = f"no mechanism {name}"
    raise NotThereError(msg)


def _told(row: MechanismRow) -> int:
    return sum(session.gap_to is None for session in row.sessions)


def _is_written(asked: Asked, name: str) -> bool:
    try:
        return asked.record.search_count(f'"{name}"') > 0
    except UsageError:
        return False


PATHS: Final[Paths] = (("/mechanisms", mechanisms), ("/mechanism/{mechanism}", mechanism))
