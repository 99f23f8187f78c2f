"""Claims of a record: who says what, in which words, through whom."""

from collections.abc import Iterable, Iterator, Sequence

from bilat.model import Claim, Mode
from bilat.model.item_rows import ItemRow
from bilat.views.items import FLAT_REPORT, INDENT, or_nothing, report_cells, told_lines
from bilat.views.lines import Cell, Line, Piece, Style, View, plain, wrap

ClaimRow = ItemRow[Claim]


def claim_line(claim: Claim) -> Line:
    """Speaker with country, verb, and the chain of those it is taken from."""
    speaker = f"{claim.speaker} {claim.speaker_country}" if claim.speaker_country else claim.speaker
    style = Style.PLANNED if claim.mode == Mode.SILENCE else Style.STRONG
    chain = " ← ".join(reversed(claim.chain or ((claim.via,) if claim.via else ())))
    marks = f"  {claim.mode}" + (f"  ← {chain}" if chain else "")
    return (Piece(" " * INDENT + speaker, style), Piece(f"  {claim.verb}"), Piece(marks, Style.FAINT))


def claim_lines(rows: Iterable[ClaimRow], width: int | None) -> Iterator[Line]:
    """Each claim with its words, under the day of its report."""
    return or_nothing(_lines(rows, width), "claims")


def _lines(rows: Iterable[ClaimRow], width: int | None) -> Iterator[Line]:
    day: str | None = ""
    for row in rows:
        if day != row.report.published:
            day = row.report.published
            yield (Piece(day or "date unknown", Style.HEADING),)
        yield from wrap(claim_line(row.item), width, INDENT)
        yield from told_lines(row, width)
        yield plain()


def claim_cells(row: ClaimRow) -> Sequence[Cell]:
    """A claim as one flat row."""
    claim = row.item
    return (
        row.id,
        claim.speaker,
        claim.speaker_kind,
        claim.speaker_country,
        claim.verb,
        claim.mode,
        claim.via,
        " < ".join(claim.chain),
        *report_cells(row.report),
    )


CLAIMS: View[ClaimRow] = View(
    columns=("id", "speaker", "speaker_kind", "speaker_country", "verb", "mode", "via", "chain", *FLAT_REPORT),
    to_dict=ItemRow[Claim].to_dict,
    to_cells=claim_cells,
    to_lines=claim_lines,
)
