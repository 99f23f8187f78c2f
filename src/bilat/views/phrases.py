"""Set phrases of a record: how often, since when, by which side; and every use of one, month by month."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from bilat.model import PhraseUse
from bilat.model.item_rows import ItemRow, PhraseRow
from bilat.views.items import FLAT_REPORT, INDENT, codes, counts, or_nothing, report_cells, report_lines, told_lines
from bilat.views.lines import Cell, Line, Piece, Style, View, columns, plain, wrap

UseRow = ItemRow[PhraseUse]
_HEADS = ("phrase", "uses", "documents", "first", "last", "sides")


def with_packs(rows: Iterable[PhraseRow]) -> Iterator[PhraseRow]:
    """The rows with the equivalents and glosses of the packs."""
    from bilat.packs import load  # noqa: PLC0415 -- only those who print phrases pay for the packs
    from bilat.packs.tables.phrases import Phrase  # noqa: PLC0415

    known = {phrase.phrase: phrase for phrase in load().of(Phrase)}
    for row in rows:
        found = known.get(row.phrase)
        yield row if found is None else replace(row, en=found.en, vi=found.vi, gloss=found.gloss)


def phrase_lines(rows: Iterable[PhraseRow], width: int | None) -> Iterator[Line]:
    """A line for each phrase."""
    table = [
        [
            row.phrase,
            str(row.uses),
            str(row.documents),
            row.first.published or "",
            row.last.published or "",
            counts(row.sides, "article"),
        ]
        for row in rows
    ]
    return columns(table, _HEADS, width) if table else iter((plain("no phrases"),))


def one_phrase_lines(row: PhraseRow, width: int | None) -> Iterator[Line]:
    """One phrase: equivalents, gloss, first and last use with their words, and uses by month, publisher and side."""
    yield (Piece(row.phrase, Style.HEADING),)
    for text in (row.en, row.vi, row.gloss):
        if text:
            yield from wrap(plain(" " * INDENT + text), width, INDENT)
    for name, report in (("first", row.first), ("last", row.last)):
        yield plain()
        yield plain(f"{name} use {report.published or 'on an unknown day'}")
        yield from report_lines(report, width)
    for name, numbers, unknown in (
        ("by side", row.sides, "the article's own words"),
        ("by publisher", row.publishers, "unknown"),
        ("by month", row.months, "date unknown"),
    ):
        yield plain()
        yield (Piece(name, Style.HEADING),)
        yield from columns([[key or unknown, str(number)] for key, number in numbers.items()], ("", "uses"), width)


def use_lines(rows: Iterable[UseRow], width: int | None) -> Iterator[Line]:
    """Each use with its words and who says them."""
    return or_nothing(_use_lines(rows, width), "phrases")


def _use_lines(rows: Iterable[UseRow], width: int | None) -> Iterator[Line]:
    for row in rows:
        use = row.item
        who = f"{use.speaker} {use.side or ''}".rstrip() if use.speaker else "in the article's own words"
        of = f"  of {codes(*use.between)}" if use.between else ""
        yield (Piece(" " * INDENT + use.phrase, Style.STRONG), Piece(f"  {who}{of}", Style.FAINT))
        yield from told_lines(row, width)
        yield plain()


def phrase_cells(row: PhraseRow) -> Sequence[Cell]:
    """A phrase as one flat row."""
    return (
        row.phrase,
        row.en,
        row.vi,
        row.gloss,
        row.uses,
        row.documents,
        row.first.published,
        row.first.document,
        row.last.published,
        row.last.document,
        counts(row.sides, "article"),
        counts(row.publishers, "unknown"),
    )


def use_cells(row: UseRow) -> Sequence[Cell]:
    """A use as one flat row."""
    use = row.item
    return (row.id, use.phrase, use.side, use.speaker, "; ".join(use.between), *report_cells(row.report))


PHRASES: View[PhraseRow] = View(
    columns=(
        "phrase",
        "en",
        "vi",
        "gloss",
        "uses",
        "documents",
        "first",
        "first_document",
        "last",
        "last_document",
        "sides",
        "publishers",
    ),
    to_dict=PhraseRow.to_dict,
    to_cells=phrase_cells,
    to_lines=phrase_lines,
)
USES: View[UseRow] = View(
    columns=("id", "phrase", "side", "speaker", "between", *FLAT_REPORT),
    to_dict=ItemRow[PhraseUse].to_dict,
    to_cells=use_cells,
    to_lines=use_lines,
)
