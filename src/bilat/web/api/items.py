"""What documents say, item by item: figures, claims, uses of set phrases."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from bilat.model import Mode
from bilat.model.claim import SpeakerKind
from bilat.model.fields import Json
from bilat.model.item_rows import ItemRow, MeasureRow
from bilat.views.claims import CLAIMS
from bilat.views.figures import FIGURES
from bilat.views.lines import View
from bilat.views.phrases import USES
from bilat.views.wire import items as wire
from bilat.views.wire.counts import Measure
from bilat.web.api.asking import (
    PAGING,
    PUBLISHER,
    SINCE,
    UNTIL,
    AbsentError,
    Asking,
    Many,
    One,
    Question,
    Table,
    countries,
    country,
    flat,
    item_filter,
    order,
)
from bilat.web.api.params import Param

FILTERS: Final = (countries(), SINCE, UNTIL, PUBLISHER)
"""What all items may be asked: `since` and `until` bound the day of the report."""


def _items(
    noun: str, same: tuple[str, ...], within: tuple[str, ...] = (), usual: str = "oldest"
) -> Callable[..., Iterable[Any]]:
    def rows(question: Question, after: str | None, limit: int | None) -> Iterable[Any]:
        way = question.given.one("order") or usual
        return question.record.items(noun, item_filter(question.given, same, within), limit, after=after, order=way)

    return rows


def _table(view: View[Any]) -> Table:
    return Table(view.columns, view.to_dict, view.to_cells)


def _measures(question: Question, _after: str | None, limit: int | None) -> Iterable[Any]:
    return question.record.measures(item_filter(question.given))[:limit]


def _one(noun: str, name: str, shape: type[Any]) -> One:
    def answer(question: Question) -> Json:
        row = question.record.get(question.path["id"])
        if not isinstance(row, ItemRow) or row.noun != noun:
            msg = f"no {name} has the id {question.path['id'][:200]!r}"
            raise AbsentError(msg)
        return row.to_dict()

    path = f"/{'uses' if noun == 'phrases' else noun}/{{id}}"
    return One(path, name, f"One {name} with its report.", shape, answer, tag="items")


_ONES: Final = (
    ("figures", "figure", wire.Figure),
    ("claims", "claim", wire.Claim),
    ("phrases", "use", wire.PhraseUse),
)

ASKED: Final[tuple[Asking, ...]] = (
    Many(
        path="/figures",
        name="figures",
        about="Numbers by measure and parties, each with the words that give it.",
        shape=wire.Figure,
        table=_table(FIGURES),
        rows=_items("figures", ("measure",)),
        key=lambda row: (row.id,),
        seeks=True,
        params=(*FILTERS, Param("measure", "Its word in the codebook: trade_total, exports …"), *PAGING),
        tag="items",
    ),
    Many(
        path="/measures",
        name="measures",
        about="What figures measure, with how many figures and documents there are of each; the most first.",
        shape=Measure,
        table=flat(("measure", "figures", "documents", "first", "last"), MeasureRow.to_dict),
        rows=_measures,
        key=lambda row: (row.measure,),
        params=(*FILTERS, *PAGING),
        tag="items",
    ),
    Many(
        path="/claims",
        name="claims",
        about="Statements by the day of their report, each with its words.",
        shape=wire.Claim,
        table=_table(CLAIMS),
        rows=_items("claims", ("verb", "mode", "speaker_kind"), ("speaker", "chain"), usual="newest"),
        key=lambda row: (row.id,),
        seeks=True,
        params=(
            *FILTERS,
            Param("speaker", "Part of the speaker's name as written."),
            Param("verb", "The verb as written: 表示, 否认 …"),
            Param("mode", "How it is told.", "choice", tuple(mode.value for mode in Mode)),
            Param("speaker_kind", "What the speaker is.", "choice", tuple(kind.value for kind in SpeakerKind)),
            Param("chain", "Part of the name of one it is taken from."),
            order("newest"),
            *PAGING,
        ),
        tag="items",
    ),
    Many(
        path="/uses",
        name="uses",
        about="Uses of set phrases by the day of their report.",
        shape=wire.PhraseUse,
        table=_table(USES),
        rows=_items("phrases", ("phrase", "side")),
        key=lambda row: (row.id,),
        seeks=True,
        params=(
            *FILTERS,
            Param("phrase", "In its canonical form."),
            country("side", "Whose speakers use it."),
            order("oldest"),
            *PAGING,
        ),
        tag="items",
    ),
    *(_one(noun, name, shape) for noun, name, shape in _ONES),
)
