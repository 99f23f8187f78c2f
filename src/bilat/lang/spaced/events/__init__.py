"""Events of a document: visits, meetings, calls, messages, signings, sessions.

Analysis + People → Events, as docs/codebook.md defines them. Each sentence becomes a row of items; around each trigger
of the row its participants are found; what tells of one happening becomes one event.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from bilat.lang.spaced.analysis import Analysis
from bilat.lang.spaced.events.candidate import Candidate
from bilat.lang.spaced.events.frames import Frames
from bilat.lang.spaced.events.merge import put_together
from bilat.lang.spaced.events.row import Item
from bilat.lang.spaced.people import People
from bilat.lang.spaced.speech import Mechanism, Speech
from bilat.model import Event, EventType, Participant, Status

if TYPE_CHECKING:
    from bilat.lang.spaced.language import Calendar

_SOON: Final = timedelta(days=1)
"""A day ahead may be today where it is later."""
MAX_EVIDENCE = 5
"""Quotations kept for one event of one document: the first ones."""


class Told(NamedTuple):
    """The events of a document in the order in which they are first told, the row of each sentence, and the mechanisms
    that its sentences name by their shape."""

    events: list[Event]
    rows: list[list[Item]]
    namings: list[Mechanism]


def find_events(analysis: Analysis, people: People, speech: Speech, calendar: "Calendar", today: date | None) -> Told:
    """The events of a document, with what was found on the way."""
    frames = Frames(analysis, people, speech, calendar, today)
    found = frames.find()
    events = [_event(analysis, each, today) for each in put_together(found, analysis.title_end)]
    return Told(events, frames.rows, frames.namings)


def _papers(names: list[str]) -> tuple[str, ...]:
    """Names of documents without those that are only the beginning or a part of another one's."""
    small = [name.lower() for name in names]
    return tuple(n for n, name in zip(names, small, strict=True) if not any(name in o and name != o for o in small))


def _later(today: date) -> str:
    """The day after; the last one of the calendar is its own."""
    return (today + _SOON if today < date.max else today).isoformat()


def _event(analysis: Analysis, found: Candidate, today: date | None) -> Event:
    ahead = found.status is Status.HELD and today is not None and (found.start or "") > _later(today)
    spans = list(dict.fromkeys([(found.at, found.until), *found.told]))
    return Event(
        type=found.type,
        status=Status.PLANNED if ahead else found.status,
        start=found.start,
        end=found.end if found.end or found.type is EventType.VISIT else found.start,
        place=analysis.as_written(found.place) if found.place else found.place,
        host=found.host,
        participants=tuple(Participant(analysis.as_written(name), *rest) for name, *rest in found.who),
        evidence=tuple(analysis.quote(*span) for span in spans[:MAX_EVIDENCE]),
        mechanism=found.mechanism,
        ordinal=found.ordinal,
        documents=_papers([analysis.as_written(name) for name in found.documents]),
        background=found.weak,
    )
