"""What is told by many documents, laid side by side: phrases, mechanisms, undertakings, disputes, discrepancies."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from bilat.model import Stage
from bilat.model.dispute import DisputeKind
from bilat.model.linking import KINDS
from bilat.views.discrepancies import DISCREPANCIES
from bilat.views.disputes import DISPUTES
from bilat.views.disputes import with_packs as with_all_names
from bilat.views.lines import View
from bilat.views.mechanisms import MECHANISMS
from bilat.views.phrases import PHRASES, with_packs
from bilat.views.undertakings import UNDERTAKINGS
from bilat.views.wire import items as wire
from bilat.web.api.asking import (
    PAGING,
    PUBLISHER,
    SINCE,
    UNTIL,
    Asking,
    Many,
    Question,
    Table,
    countries,
    country,
    item_filter,
)
from bilat.web.api.params import Param

FILTERS: Final = (countries(), SINCE, UNTIL, PUBLISHER)
NEW: Final = Param(
    "new", "Only those that no document before `since` uses, between the same countries.", "flag", needs="since"
)


def _phrases(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    asked, words = item_filter(question.given, ("phrase", "side")), question.given.one("words")
    if words is not None:
        asked = replace(asked, within={"phrase": words})
    ask = question.record.new_phrases if question.given.flag("new") else question.record.phrases
    return with_packs(ask(asked)[:limit])


def _mechanisms(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    return question.record.mechanisms(item_filter(question.given, (), ("mechanism",)))[:limit]


def _undertakings(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    """Those that fit with all their stages: one that was ever at the stage asked for."""
    kind, stage = question.given.one("kind"), question.given.one("stage")
    rows = question.record.undertakings(item_filter(question.given, (), ("what",)))
    fitting = (
        row
        for row in rows
        if kind in (None, row.kind) and (stage is None or any(each.item.stage == stage for each in row.stages))
    )
    return islice(fitting, limit)


def _disputes(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    return with_all_names(
        question.record.disputes(item_filter(question.given, ("kind", "entry"), ("written",)))[:limit]
    )


def _discrepancies(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    given = question.given
    rows = question.record.discrepancies(given.many("country"), given.one("since"), given.one("until"))
    kind, about = given.one("kind"), given.one("about")
    return islice((row for row in rows if kind in (None, row.kind) and about in (None, row.about)), limit)


def _table(view: View[Any]) -> Table:
    return Table(view.columns, view.to_dict, view.to_cells)


ASKED: Final[tuple[Asking, ...]] = (
    Many(
        path="/phrases",
        name="phrases",
        about="Set phrases with counts, first and last use, the most used first.",
        shape=wire.Phrase,
        table=_table(PHRASES),
        rows=_phrases,
        key=lambda row: (row.phrase,),
        params=(
            *FILTERS,
            Param("phrase", "In its canonical form."),
            Param("words", "Part of it, in either script."),
            country("side", "Whose speakers use it."),
            NEW,
            *PAGING,
        ),
        tag="over all documents",
    ),
    Many(
        path="/mechanisms",
        name="mechanisms",
        about="Committees, dialogues and forums with their sessions, the most named first.",
        shape=wire.Mechanism,
        table=_table(MECHANISMS),
        rows=_mechanisms,
        key=lambda row: (row.mechanism,),
        params=(*FILTERS, Param("mechanism", "Part of its name."), *PAGING),
        tag="over all documents",
    ),
    Many(
        path="/undertakings",
        name="undertakings",
        about="Promises and projects with their stages, the latest seen first.",
        shape=wire.Undertaking,
        table=_table(UNDERTAKINGS),
        rows=_undertakings,
        key=lambda row: (row.stages[0].id,),
        params=(
            *FILTERS,
            Param("what", "Part of its name."),
            Param("kind", "A word of the codebook: railway, loan …"),
            Param("stage", "A stage that it was seen at.", "choice", tuple(stage.value for stage in Stage)),
            *PAGING,
        ),
        tag="over all documents",
    ),
    Many(
        path="/disputes",
        name="disputes",
        about="Contested names as publishers write them, and words of dispute; the most named first.",
        shape=wire.Dispute,
        table=_table(DISPUTES),
        rows=_disputes,
        key=lambda row: (row.kind, row.entry, next(iter(row.written))),
        params=(
            *FILTERS,
            Param(
                "kind", "A contested name, or words of dispute.", "choice", tuple(kind.value for kind in DisputeKind)
            ),
            Param("entry", "Its entry in the packs: sea-12n113e …"),
            Param("written", "Part of the name, in either script."),
            *PAGING,
        ),
        tag="over all documents",
    ),
    Many(
        path="/discrepancies",
        name="discrepancies",
        about="What reports do not agree on: of events in the order of time, then of figures.",
        shape=wire.Discrepancy,
        table=_table(DISCREPANCIES),
        rows=_discrepancies,
        key=lambda row: (row.about, row.id, row.field, row.kind),
        params=(
            countries(),
            SINCE,
            UNTIL,
            Param("kind", "How values differ.", "choice", tuple(KINDS)),
            Param("about", "What they are of.", "choice", ("event", "figure")),
            *PAGING,
        ),
        tag="over all documents",
    ),
)
