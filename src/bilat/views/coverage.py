"""Who tells of an event and who does not, in lines."""

from collections.abc import Iterator

from bilat.model.comparison import CoverageRow, ReporterRow
from bilat.views.dates import when
from bilat.views.lines import Line, Piece, Style, counted, wrap

INDENT = 2
_NAME_INDENT = 4
_WORDS = {"reported": "", "announced": " ahead", "mentioned": " in passing"}


def coverage_lines(coverage: CoverageRow, width: int | None) -> Iterator[Line]:
    """A heading, the publishers that tell of it, and those that were read on those days and do not."""
    told = counted(coverage.documents, "document")
    copies = coverage.documents - coverage.independent
    if copies:
        told += f", {coverage.independent} of them independent"
    yield (Piece("coverage", Style.HEADING), Piece(f"  {told}", Style.FAINT))
    reporters = " · ".join(_reporter(row) for row in coverage.reporters)
    yield from wrap((Piece(f"{' ' * INDENT}told by  "), Piece(reporters)), width, _NAME_INDENT)
    if coverage.since is None:
        return
    days = when(coverage.since, coverage.until)
    names = " · ".join(f"{name} ({counted(read, 'document')})" for name, read in coverage.silent)
    silent = f"{' ' * INDENT}read of {days} without a word of it  "
    yield from wrap((Piece(silent, Style.FAINT), Piece(names or "nobody")), width, _NAME_INDENT)


def _reporter(row: ReporterRow) -> str:
    """`CNA 4, 1 ahead (3 independent)`."""
    counts = ", ".join(f"{number}{_WORDS[how]}" for how, number in row.hows.items())
    total = sum(row.hows.values())
    return f"{row.publisher or 'unknown'} {counts}" + (
        f" ({row.independent} independent)" if row.independent < total else ""
    )
