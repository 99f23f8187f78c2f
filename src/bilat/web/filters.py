"""The words of an address → what is asked of events; and addresses that ask the same but for a word or two."""

from typing import Final

from bilat.model import EventType, Status
from bilat.model.level import Level
from bilat.record import EventFilter
from bilat.web.asked import Asked

TYPES: Final = tuple(kind.value for kind in EventType)
STATUSES: Final = tuple(status.value for status in Status)
LEVELS: Final = tuple(level.value for level in Level)
ASKED: Final = ("country", "since", "until", "type", "level", "status", "publisher", "person", "background", "overdue")
"""The words that ask something of events, as in the API."""

Query = list[tuple[str, str]]


def event_filter(asked: Asked, *, dates: bool = True) -> EventFilter:
    """What an address asks of events; without `dates` of any time. What is background only has to be asked for. Raises
    UsageError for words that mean nothing."""
    return EventFilter(
        asked.countries,
        asked.date("since") if dates else None,
        asked.date("until") if dates else None,
        asked.choices("type", TYPES),
        asked.word("person"),
        asked.choice("status", STATUSES),
        background=None if asked.flag("background") else False,
        overdue=asked.flag("overdue"),
        level=asked.choice("level", LEVELS),
        publisher=asked.word("publisher"),
    )


def kept(asked: Asked, without: tuple[str, ...] = ()) -> Query:
    """What the address asks of events, but for some words: always in one order, so that one question has one address;
    countries as their codes."""
    codes = [] if ASKED[0] in without else [(ASKED[0], code) for code in sorted(asked.countries)]
    names = [name for name in ASKED[1:] if name not in without]
    return [*codes, *((name, word) for name in names for word in dict.fromkeys(asked.words(name)))]
