"""Items of flat nouns, one at a time with all their evidence, or all those of one document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from bilat.model import DisputeMention, MechanismUse, PhraseUse, Reading
from bilat.model.flat import NOUNS, item_to_dict
from bilat.model.item_rows import ItemRow
from bilat.views.claims import claim_line
from bilat.views.events import quotation
from bilat.views.figures import figure_line, heading
from bilat.views.items import INDENT, QUOTE_INDENT, codes
from bilat.views.lines import Line, Piece, Style, plain, wrap
from bilat.views.undertakings import stage_line

LABEL_WIDTH = 18


def item_line(noun: str, item: Any) -> Line:
    """An item in one line."""
    return _LINES[noun](item)


def _figure(figure: Any) -> Line:
    return (Piece(" " * INDENT + heading(figure), Style.STRONG), *figure_line(figure))


def _phrase(use: PhraseUse) -> Line:
    who = f"  {use.speaker} {use.side or ''}".rstrip() if use.speaker else ""
    return (Piece(" " * INDENT + use.phrase, Style.STRONG), Piece(who + _of(use.between), Style.FAINT))


def _mechanism(use: MechanismUse) -> Line:
    number = "" if use.ordinal is None else f" (no. {use.ordinal})"
    written = "" if use.written == use.mechanism else f"  written {use.written}"
    told = f"  {codes(*use.members)}{written}".rstrip()
    return (Piece(" " * INDENT + use.mechanism + number, Style.STRONG), Piece(told, Style.FAINT))


def _undertaking(item: Any) -> Line:
    head = Piece(f"{' ' * INDENT}{item.what}", Style.STRONG)
    return (head, Piece(f"  {item.kind}  {codes(*item.parties)}".rstrip()), *stage_line(item, None))


def _dispute(mention: DisputeMention) -> Line:
    told = f"  {mention.kind}{_of(mention.between)}"
    return (Piece(" " * INDENT + mention.written, Style.STRONG), Piece(told, Style.FAINT))


def _of(between: tuple[str, ...]) -> str:
    return f"  of {codes(*between)}" if between else ""


_LINES: Final[Mapping[str, Callable[[Any], Line]]] = {
    "figures": _figure,
    "claims": claim_line,
    "phrases": _phrase,
    "mechanisms": _mechanism,
    "undertakings": _undertaking,
    "disputes": _dispute,
}


def show_item(row: ItemRow[Any], width: int | None) -> Iterator[Line]:
    """An item with all that is known of it, where it stands, and every quotation."""
    yield from wrap((*item_line(row.noun, row.item), Piece(f"  {row.id}", Style.FAINT)), width, INDENT)
    yield plain()
    says = item_to_dict(row.item)
    del says["evidence"]
    report = row.report
    stands = (
        ("reported in", report.title),
        ("document", report.document),
        ("publisher", report.publisher),
        ("published", report.published),
        ("address", report.url),
        *(("quotation", f"{ev.span.start}:{ev.span.end} {ev.quote}") for ev in report.evidence),
    )
    for name, value in (*says.items(), *stands):
        if value not in (None, [], ""):
            text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
            yield from wrap((Piece(f"{name:<{LABEL_WIDTH}}", Style.FAINT), Piece(text)), width, LABEL_WIDTH)


def found_items(reading: Reading, width: int | None) -> Iterator[Line]:
    """All items of a document, noun by noun, each with its quotations."""
    for noun in NOUNS:
        items: Iterable[Any] = getattr(reading, noun)
        for at, item in enumerate(items):
            if at == 0:
                yield plain()
                yield (Piece(noun, Style.HEADING),)
            yield from wrap(item_line(noun, item), width, QUOTE_INDENT)
            for ev in item.evidence:
                yield from wrap(quotation(ev.quote, QUOTE_INDENT), width, QUOTE_INDENT)
