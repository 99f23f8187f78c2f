"""Contested names of a record, side by side as publishers write them, and words of dispute."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from bilat.model.item_rows import DisputeRow
from bilat.views.items import INDENT, counts, or_nothing
from bilat.views.lines import Cell, Line, Piece, Style, View, counted, pad, plain, width_of, wrap


def with_packs(rows: Iterable[DisputeRow]) -> Iterator[DisputeRow]:
    """The rows with all the names that the packs list in their entry."""
    from bilat.packs import load  # noqa: PLC0415 -- only those who print disputes pay for the packs
    from bilat.packs.tables.disputes import Contested  # noqa: PLC0415

    known = {entry.entry: entry.names for entry in load().of(Contested)}
    for row in rows:
        names = known.get(row.entry or "")
        yield row if names is None else replace(row, names=tuple(sorted({*names, *row.names})))


def dispute_lines(rows: Iterable[DisputeRow], width: int | None) -> Iterator[Line]:
    """Each entry: its names in the order of their characters, with counts of documents by publisher."""
    return or_nothing(_lines(rows, width), "contested names")


def _lines(rows: Iterable[DisputeRow], width: int | None) -> Iterator[Line]:
    for row in rows:
        title = " / ".join(row.names)
        head = (Piece(title, Style.HEADING), Piece(f"  {row.kind}, {counted(row.documents, 'document')}", Style.FAINT))
        yield from wrap(head, width, INDENT)
        room = max(width_of(name) for name in row.written)
        for name, publishers in row.written.items():
            line = (Piece(" " * INDENT + pad(name, room + 2), Style.STRONG), Piece(counts(publishers, "unknown")))
            yield from wrap(line, width, INDENT + room + 2)
        yield plain()


def dispute_cells(row: DisputeRow) -> Sequence[Cell]:
    """An entry as one flat row."""
    written = "; ".join(f"{name}: {counts(publishers, 'unknown')}" for name, publishers in row.written.items())
    return (row.entry, row.kind, "; ".join(row.names), row.documents, written)


DISPUTES: View[DisputeRow] = View(
    columns=("entry", "kind", "names", "documents", "written"),
    to_dict=DisputeRow.to_dict,
    to_cells=dispute_cells,
    to_lines=dispute_lines,
)
