"""Documents: listed, found by their words, and whole with all that was found in them."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any, Final

from bilat.errors import UsageError
from bilat.model.codec import reading_to_dict
from bilat.model.fields import Json
from bilat.model.rows import DocumentRow, SearchHit
from bilat.views.lines import Cell
from bilat.views.search import SEARCH
from bilat.views.wire.base import DocumentHead, SearchFound
from bilat.views.wire.counts import FoundAll
from bilat.views.wire.readings import DocumentWhole
from bilat.web.api.asking import PAGING, AbsentError, Asking, Many, One, Question, Table
from bilat.web.api.params import Param

_COLUMNS: Final = ("id", "title", "url", "publisher", "published", "language", "script", "characters", "superseded_by")
EACH: Final = 5
SEARCHED: Final = 5000
"""Documents that a search gives at most."""


def head(row: DocumentRow) -> Json:
    """A document without its text; of its files the bare names: where they lie is nobody's business."""
    sources = [{"path": PurePath(s.path).name, "form": s.form, "index": s.index} for s in row.sources]
    return {**row.to_dict(), "sources": sources}


def _cells(row: DocumentRow) -> Sequence[Cell]:
    return [getattr(row, column) for column in _COLUMNS]


def _hit(hit: SearchHit) -> Json:
    return {**hit.to_dict(), "sources": head(hit.document)["sources"]}


def _documents(question: Question, _after: str | None, _limit: int | None) -> Iterable[DocumentRow]:
    return question.record.documents()


def _search(question: Question, _after: str | None, limit: int | None) -> Iterable[SearchHit]:
    try:
        return question.record.search(question.given.one("q") or "", SEARCHED if limit is None else limit)
    except UsageError:  # marks alone, as somebody types who has not come to a word yet
        return ()


def _document(question: Question) -> Json:
    id_ = question.path["id"]
    row = question.record.get(id_)
    if not isinstance(row, DocumentRow):
        msg = f"no document has the id {id_[:200]!r}"
        raise AbsentError(msg)
    doc, reading = question.record.reading(row.id)
    whole: dict[str, Any] = {**head(row), **reading_to_dict(doc, reading)}
    del whole["source"]
    return whole


def _find(question: Question) -> Json:
    try:
        rows = question.record.search_all(question.given.one("q") or "", question.given.number("each") or EACH)
    except UsageError:
        rows = []
    return {"items": [row.to_dict() for row in rows]}


ASKED: Final[tuple[Asking, ...]] = (
    Many(
        path="/documents",
        name="documents",
        about="Documents without their text, the newest first.",
        shape=DocumentHead,
        table=Table(_COLUMNS, head, _cells),
        rows=_documents,
        key=lambda row: (row.id,),
        params=PAGING,
        tag="documents",
    ),
    One(
        "/documents/{id}",
        "document",
        "A document with its text and all that was found in it, as one line of `bilat extract`.",
        DocumentWhole,
        _document,
        tag="documents",
    ),
    Many(
        path="/search",
        name="search",
        about=f"Documents that hold all words, the newest first, at most {SEARCHED:,}.",
        shape=SearchFound,
        table=Table(SEARCH.columns, _hit, SEARCH.to_cells),
        rows=_search,
        key=lambda row: (row.document.id,),
        params=(Param("q", 'Words; "in quotation marks" side by side.', required=True), *PAGING),
        tag="documents",
    ),
    One(
        "/find",
        "find",
        "People, offices, mechanisms, phrases, undertakings, events and documents that hold all words, as one types.",
        FoundAll,
        _find,
        params=(
            Param("q", "Words, the last of which may be begun only.", required=True),
            Param("each", "How many of each kind.", "number", most=20, usual=str(EACH)),
        ),
        tag="documents",
    ),
)
