"""The record itself: what it is, and what linking was not sure of."""

from collections.abc import Iterable
from typing import Any, Final

from bilat.model.fields import Json
from bilat.record.schema import SCHEMA_VERSION
from bilat.views.review import DOUBTS
from bilat.views.wire.about import Doubt, RecordAbout
from bilat.web.api.asking import PAGING, Asking, Many, One, Question, Table
from bilat.web.api.params import Param
from bilat.web.settings import VERSION

COUNTED: Final = ("documents", "people", "events", "evidence", "problems")


def _record(question: Question) -> Json:
    record = question.record
    counts = {table: record.count(table) for table in COUNTED}
    return {"digest": record.digest, "schema_version": SCHEMA_VERSION, "bilat": VERSION, "counts": counts}


def _doubts(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    return question.record.doubts(question.given.one("kind"), limit)


ASKED: Final[tuple[Asking, ...]] = (
    One(
        "/record",
        "record",
        "What the record is: its digest, the version of its tables, counts.",
        RecordAbout,
        _record,
        tag="record",
    ),
    Many(
        path="/doubts",
        name="doubts",
        about="What linking was not sure of, the most uncertain first, with both sides' words.",
        shape=Doubt,
        table=Table(DOUBTS.columns, DOUBTS.to_dict, DOUBTS.to_cells),
        rows=_doubts,
        key=lambda row: (row.doubt.kind, row.doubt.one, row.doubt.other),
        params=(Param("kind", "Of people or of events.", "choice", ("actor", "event")), *PAGING),
        tag="record",
    ),
)
