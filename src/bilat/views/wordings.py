"""Wordings that recur and stand in no pack, for a person to accept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from bilat.model import Evidence
from bilat.model.flat import evidence_to_dict
from bilat.views.lines import Cell, Line, View, columns, plain

_HEADS = ("wording", "score", "documents", "months", "publishers", "first in")


class Found(Protocol):
    """What discovery gives."""

    @property
    def wording(self) -> str: ...
    @property
    def documents(self) -> int: ...
    @property
    def months(self) -> int: ...
    @property
    def publishers(self) -> int: ...
    @property
    def score(self) -> float: ...
    @property
    def example(self) -> Evidence: ...


def wording_cells(row: Found) -> Sequence[Cell]:
    """A wording as one flat row."""
    return (row.wording, round(row.score, 2), row.documents, row.months, row.publishers, row.example.document)


def wording_dict(row: Found) -> Mapping[str, object]:
    """A wording with the place where it was first met."""
    return {
        "wording": row.wording,
        "score": round(row.score, 2),
        "documents": row.documents,
        "months": row.months,
        "publishers": row.publishers,
        "document": row.example.document,
        "evidence": [evidence_to_dict(row.example)],
    }


def wording_lines(rows: Iterable[Found], width: int | None) -> Iterator[Line]:
    """A line for each wording, the best first."""
    table = [[str(cell) for cell in wording_cells(row)] for row in rows]
    return columns(table, _HEADS, width) if table else iter((plain("no wordings"),))


WORDINGS: View[Found] = View(
    columns=("wording", "score", "documents", "months", "publishers", "document"),
    to_dict=wording_dict,
    to_cells=wording_cells,
    to_lines=wording_lines,
)
