"""People: listed, one by one, whom they met and where they travelled."""

from collections.abc import Iterable
from typing import Any, Final

from bilat.model.contact_rows import MetRow, TravelRow
from bilat.model.fields import Json
from bilat.model.rows import PersonRow
from bilat.views.people import PEOPLE
from bilat.views.wire.counts import Met, Travel
from bilat.views.wire.people import Person
from bilat.web.api.asking import PAGING, AbsentError, Asking, Many, One, Question, Table, flat
from bilat.web.api.params import Param

QUERY: Final = Param("query", "Part of a name in any script it was seen in, or an id.")
COUNTRY: Final = Param("country", "Whom they speak for; given twice, one of the two.", "code", times=2)
OFFICE: Final = Param("office", "Part of a title as written, or of an office.")
ON: Final = Param("on", "Only those seen in office before and after this day.", "date")


def _people(question: Question, after: str | None, limit: int | None) -> Iterable[PersonRow]:
    given = question.given
    return question.record.people(
        given.one("query"), given.many("country"), given.one("office"), limit, given.one("on"), after=after
    )


def found(question: Question) -> PersonRow:
    """The person of the path. Raises AbsentError."""
    row = question.record.person(question.path["id"]) or question.record.get(question.path["id"])
    if not isinstance(row, PersonRow):
        msg = f"no person has the id {question.path['id'][:200]!r}"
        raise AbsentError(msg)
    return row


def _person(question: Question) -> Json:
    return found(question).to_dict()


def _met(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    return question.record.met(found(question).id, limit)


def _travels(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    return question.record.travels(found(question).id, limit)


ASKED: Final[tuple[Asking, ...]] = (
    Many(
        path="/people",
        name="people",
        about="People with their names, titles and tenures, those in most documents first.",
        shape=Person,
        table=Table(PEOPLE.columns, PEOPLE.to_dict, PEOPLE.to_cells),
        rows=_people,
        key=lambda row: (row.id,),
        seeks=True,
        params=(QUERY, COUNTRY, OFFICE, ON, *PAGING),
        tag="people",
    ),
    One("/people/{id}", "person", "One person.", Person, _person, tag="people"),
    Many(
        path="/people/{id}/met",
        name="met",
        about="Who was on another side of the person's events, most often met first.",
        shape=Met,
        table=flat(("actor", "name", "country", "events", "first", "last"), MetRow.to_dict),
        rows=_met,
        key=lambda row: (row.actor,),
        params=PAGING,
        tag="people",
    ),
    Many(
        path="/people/{id}/travels",
        name="travels",
        about="The person's events in other countries, the latest first.",
        shape=Travel,
        table=flat(("event", "type", "status", "start", "end", "place", "host"), TravelRow.to_dict),
        rows=_travels,
        key=lambda row: (row.event,),
        params=PAGING,
        tag="people",
    ),
)
