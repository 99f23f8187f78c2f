"""Events: listed, one by one, side by side, and who tells of them."""

from collections.abc import Iterable
from typing import Any, Final

from bilat.model.fields import Json
from bilat.model.rows import EventRow
from bilat.views.timeline import TIMELINE
from bilat.views.topics import with_topics
from bilat.views.wire.events import Comparison, Coverage, Event
from bilat.web.api.asking import (
    EVENTS,
    PAGING,
    AbsentError,
    Asking,
    Many,
    One,
    Question,
    Table,
    countries,
    event_filter,
    order,
)
from bilat.web.api.params import Param

BY: Final = Param("by", "What stands side by side.", "choice", ("publisher", "side"), usual="publisher")


def _events(question: Question, after: str | None, limit: int | None) -> Iterable[EventRow]:
    way = question.given.one("order") or "oldest"
    return question.record.find_events(event_filter(question.given), limit, order=way, after=after)


def found(question: Question) -> EventRow:
    """The event of the path. Raises AbsentError."""
    row = question.record.get(question.path["id"])
    if not isinstance(row, EventRow):
        msg = f"no event has the id {question.path['id'][:200]!r}"
        raise AbsentError(msg)
    return row


def _event(question: Question) -> Json:
    return found(question).to_dict()


def _parts(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    return question.record.parts(found(question))[:limit]


def _coverage(question: Question) -> Json:
    return question.record.coverage(found(question)).to_dict()


def _compare(question: Question) -> Json:
    return with_topics(question.record.compare(found(question), question.given.one("by") or "publisher"))


_TABLE: Final = Table(TIMELINE.columns, TIMELINE.to_dict, TIMELINE.to_cells)

ASKED: Final[tuple[Asking, ...]] = (
    Many(
        path="/events",
        name="events",
        about="Events in the order of time, each with its reports and their quotations.",
        shape=Event,
        table=_TABLE,
        rows=_events,
        key=lambda row: (row.id,),
        seeks=True,
        params=(countries(), *EVENTS, order("oldest"), *PAGING),
        tag="events",
    ),
    One(
        "/events/{id}", "event", "One event; the id of one report's telling finds it too.", Event, _event, tag="events"
    ),
    Many(
        path="/events/{id}/parts",
        name="parts",
        about="What a visit holds: its meetings, sessions and signings.",
        shape=Event,
        table=_TABLE,
        rows=_parts,
        key=lambda row: (row.id,),
        params=PAGING,
        tag="events",
    ),
    One(
        "/events/{id}/coverage",
        "coverage",
        "Who tells of an event, and who was read on those days and does not.",
        Coverage,
        _coverage,
        tag="events",
    ),
    One(
        "/events/{id}/compare",
        "compare",
        "The reports of an event side by side.",
        Comparison,
        _compare,
        params=(BY,),
        tag="events",
    ),
)
