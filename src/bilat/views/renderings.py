"""The ways a set phrase is written and rendered: by whom, and from when to when."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from bilat.model import PhraseUse
from bilat.model.item_rows import ItemRow
from bilat.record.terms import fold
from bilat.views.lines import Line, Piece, Style, columns, plain


class RenderingRow(Struct, frozen=True):
    """A way to write a phrase (scripts and quotation marks do not matter), as it stands where it is first used, by one
    publisher: how often, on which day first and last."""

    publisher: str
    written: str
    uses: int
    first: str
    last: str


def renderings(uses: Iterable[ItemRow[PhraseUse]]) -> list[RenderingRow]:
    """By publisher, each with its renderings in the order of their first days, so that a change shows; empty where all
    write the phrase in one way."""
    told: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for use in uses:
        for ev in use.item.evidence:
            letters = "".join(char for char in fold(ev.quote) if char.isalnum())
            day = use.report.published or ""
            told.setdefault((use.report.publisher or "", letters), []).append((day, ev.quote))
    if len({letters for _, letters in told}) < 2:
        return []
    rows = [
        RenderingRow(publisher, min(found)[1], len(found), min(filter(None, days), default=""), max(days))
        for (publisher, _), found in told.items()
        for days in ([day for day, _ in found],)
    ]
    return sorted(rows, key=lambda row: (row.publisher, row.first or "9999", row.last, row.written))


def rendering_lines(rows: Iterable[RenderingRow], width: int | None) -> Iterator[Line]:
    """A table under a heading; nothing where there are none."""
    table = [[row.publisher or "unknown", row.written, str(row.uses), row.first, row.last] for row in rows]
    if table:
        yield plain()
        yield (Piece("by rendering", Style.HEADING),)
        yield from columns(table, ("", "written", "uses", "first", "last"), width)
