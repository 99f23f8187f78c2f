"""Undertakings of a record: what is promised, by whom to whom, and each stage it was seen at."""

from collections.abc import Iterable, Iterator, Sequence

from bilat.model import Stage, Undertaking
from bilat.model.item_rows import UndertakingRow
from bilat.views.items import INDENT, codes, or_nothing, told_lines
from bilat.views.lines import Cell, Line, Piece, Style, View, pad, plain, wrap

DATE_WIDTH = 12
STAGE_WIDTH = 13
_STYLES = {Stage.DONE: Style.HELD, Stage.UNDER_WAY: Style.HELD, Stage.DROPPED: Style.CANCELLED}


def undertaking_lines(rows: Iterable[UndertakingRow], width: int | None) -> Iterator[Line]:
    """Each undertaking, its parties, and its stages with the words that tell of them."""
    return or_nothing(_lines(rows, width), "undertakings")


def _lines(rows: Iterable[UndertakingRow], width: int | None) -> Iterator[Line]:
    for row in rows:
        head = (Piece(row.what, Style.HEADING), Piece(f"  {row.kind}  {codes(*row.parties)}".rstrip()))
        yield from wrap(head, width, INDENT)
        for stage in row.stages:
            yield from wrap(stage_line(stage.item, stage.report.published), width, INDENT)
            yield from told_lines(stage, width)
        yield plain()


def stage_line(item: Undertaking, published: str | None) -> Line:
    """Day (that of the report in brackets where the stage's own is unknown), stage, direction, hedge, who says so."""
    day = item.on or (f"({published})" if published else "")
    gives = f"{item.giver or '?'} → {item.receiver or '?'}" if item.giver or item.receiver else ""
    rest = "  ".join(part for part in (gives, " ".join(item.hedge), item.said_by and f"← {item.said_by}") if part)
    return (
        Piece(" " * INDENT + pad(day, DATE_WIDTH) + " "),
        Piece(pad(item.stage, STAGE_WIDTH), _STYLES.get(item.stage, Style.PLANNED)),
        Piece(rest, Style.FAINT),
    )


def undertaking_cells(row: UndertakingRow) -> Sequence[Cell]:
    """An undertaking as one flat row: the latest stage, and all of them with their days."""
    stages = "; ".join(f"{stage.item.on or stage.report.published or '?'} {stage.item.stage}" for stage in row.stages)
    last = row.stages[-1]
    return (row.what, row.kind, "; ".join(row.parties), last.item.stage, stages, last.report.document, last.id)


UNDERTAKINGS: View[UndertakingRow] = View(
    columns=("what", "kind", "parties", "stage", "stages", "document", "id"),
    to_dict=UndertakingRow.to_dict,
    to_cells=undertaking_cells,
    to_lines=undertaking_lines,
)
