"""How high contacts are: what the levels mean, and which one of several is the highest.

The level of an event is worked out when events are linked (docs/linking.md) and stands in its row.
"""

from collections.abc import Iterable
from typing import Final

from bilat.model.level import Level
from bilat.model.rows import EventRow

MEANINGS: Final[dict[str, str]] = {
    Level.LEADERS: "heads of state, of government or of a ruling party",
    Level.MINISTERS: "ministers, heads of foreign policy, vice premiers, speakers of parliaments",
    Level.OFFICIALS: "vice ministers, ambassadors, governors, members of parliaments, officers",
    Level.UNKNOWN: "no office of those who take part is known",
}
"""Each level, the highest first, with what it means."""


def level(event: EventRow) -> Level:
    """The level of an event."""
    return Level(event.level)


def highest(events: Iterable[EventRow]) -> Level:
    """The highest level of some events; unknown of none."""
    found = {level(event) for event in events}
    return next((each for each in Level if each in found), Level.UNKNOWN)
