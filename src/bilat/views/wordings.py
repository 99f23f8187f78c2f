"""Wordings that recur and stand in no pack, for a person to accept."""

from collections.abc import Iterable, Iterator, Sequence

from bilat.model.wording import Wording
from bilat.views.lines import Cell, Line, View, columns, plain

_HEADS = ("wording", "score", "documents", "months", "publishers", "first in")


def wording_cells(row: Wording) -> Sequence[Cell]:
    """A wording as one flat row."""
    return (row.wording, round(row.score, 2), row.documents, row.months, row.publishers, row.example.document)


def wording_lines(rows: Iterable[Wording], width: int | None) -> Iterator[Line]:
    """A line for each wording, the best first."""
    table = [[str(cell) for cell in wording_cells(row)] for row in rows]
    return columns(table, _HEADS, width) if table else iter((plain("no wordings"),))


WORDINGS: View[Wording] = View(
    columns=("wording", "score", "documents", "months", "publishers", "document"),
    to_dict=Wording.to_dict,
    to_cells=wording_cells,
    to_lines=wording_lines,
)
