"""Offices, and who was seen in them."""

from collections.abc import Iterable
from typing import Any, Final

from bilat.model.contact_rows import HolderRow, OfficeRow
from bilat.views.wire.counts import Holder, Office
from bilat.web.api.asking import PAGING, Asking, Many, Question, country, flat
from bilat.web.api.params import Param

COUNTRY: Final = country("country", "Whose offices.")


def _offices(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    return question.record.offices(question.given.one("country"), limit)


def _holders(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    given = question.given
    return question.record.holders(given.one("office") or "", given.one("country"))[:limit]


ASKED: Final[tuple[Asking, ...]] = (
    Many(
        path="/offices",
        name="offices",
        about="Offices that people were seen in, those in most documents first.",
        shape=Office,
        table=flat(("office", "country", "sole", "holders", "documents", "first", "last"), OfficeRow.to_dict),
        rows=_offices,
        key=lambda row: (row.office, row.country),
        params=(COUNTRY, *PAGING),
        tag="offices",
    ),
    Many(
        path="/holders",
        name="holders",
        about="Who was seen in an office, in the order in which they were first seen in it.",
        shape=Holder,
        table=flat(("actor", "name", "country", "sole", "first", "last", "documents", "titles"), HolderRow.to_dict),
        rows=_holders,
        key=lambda row: (row.actor, row.country),
        params=(Param("office", "Its usual name, as the offices have it.", required=True), COUNTRY, *PAGING),
        tag="offices",
    ),
)
