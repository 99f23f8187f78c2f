"""Figures of a record: by measure and parties, each period under the other, with the words that give it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from bilat.model import Figure
from bilat.model.figure import Number
from bilat.model.item_rows import ItemRow
from bilat.views.items import FLAT_REPORT, INDENT, codes, or_nothing, report_cells, told_lines
from bilat.views.lines import Cell, Line, Piece, Style, View, pad, plain, wrap

PERIOD_WIDTH = 22
_SHORT = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"))

FigureRow = ItemRow[Figure]


def amount(value: Number, unit: str | None) -> str:
    """A value for a person: `165.9 bn USD`, `24.6 %`, `3,453 projects`. Never rounded: all digits that are known."""
    if unit == "percent":
        return f"{value:,} %"
    for size, name in _SHORT:
        if abs(value) >= size and unit is not None and unit.isupper():
            return f"{digits(value, size)} {name} {unit}"
    return f"{value:,}" + (f" {counted(unit, value)}" if unit else "")


def counted(unit: str, value: Number) -> str:
    """A unit behind its number, English as they all are: `1 project`, `4,000 projects`; currencies stay codes."""
    if unit.isupper():
        return unit
    return unit.replace("_", " ") if abs(value) == 1 else plural(unit)


def plural(unit: str) -> str:
    """An English noun of which there are several."""
    if unit in _SEVERAL:
        return _SEVERAL[unit]
    unit = unit.replace("_", " ")
    if unit.endswith(("s", "x", "ch", "sh")):
        return f"{unit}es"
    return f"{unit[:-1]}ies" if unit.endswith("y") and unit[-2:-1] not in "aeiou" else f"{unit}s"


_SEVERAL: Final = {"person": "people", "aircraft": "aircraft", "jin": "jin", "mu": "mu"}
"""Nouns whose plural no rule makes."""


def digits(value: Number, size: int) -> str:
    """A value in units of `size`, with as many decimals as it has."""
    whole, rest = divmod(abs(round(value)), size)
    decimals = f"{rest:0{len(str(size)) - 1}d}".rstrip("0")
    return f"{'-' if value < 0 else ''}{whole:,}" + (f".{decimals}" if decimals else "")


def level(figure: Figure) -> str:
    """All that a figure says of size: value or range, rank, growth and what it is compared with."""
    parts: list[str] = []
    if figure.value is not None:
        upper = "" if figure.value_max is None else f" to {amount(figure.value_max, figure.unit)}"
        about = f" [{' '.join(figure.about)}]" if figure.about else ""
        parts.append(amount(figure.value, figure.unit) + upper + about)
    if figure.rank is not None:
        parts.append(f"no. {figure.rank}")
    if figure.change_pct is not None:
        parts.append(f"{figure.change_pct:+,} %" + (f" ({figure.basis})" if figure.basis else ""))
    return ", ".join(parts)


def heading(figure: Figure) -> str:
    """`trade_total · VN – CN`."""
    parties = codes(figure.of, figure.partner)
    return f"{figure.measure} · {parties}" if parties else figure.measure


def figure_lines(rows: Iterable[FigureRow], width: int | None) -> Iterator[Line]:
    """A heading for each measure and its parties; under it each figure with its quotation."""
    return or_nothing(_lines(rows, width), "figures")


def _lines(rows: Iterable[FigureRow], width: int | None) -> Iterator[Line]:
    for title, group in groupby(rows, key=lambda row: heading(row.item)):
        yield (Piece(title, Style.HEADING),)
        for row in group:
            yield from wrap(figure_line(row.item), width, INDENT + PERIOD_WIDTH)
            yield from told_lines(row, width)
        yield plain()


def figure_line(figure: Figure) -> Line:
    """Period, size, and who gives it."""
    given = f"  ← {figure.attributed_to}" if figure.attributed_to else ""
    period = pad(figure.period or "period unknown", PERIOD_WIDTH)
    return (Piece(" " * INDENT + period), Piece(level(figure), Style.STRONG), Piece(given, Style.FAINT))


def figure_cells(row: FigureRow) -> Sequence[Cell]:
    """A figure as one flat row."""
    figure = row.item
    return (
        row.id,
        figure.measure,
        figure.of,
        figure.partner,
        figure.value,
        figure.value_max,
        figure.unit,
        figure.period,
        figure.change_pct,
        figure.basis,
        figure.rank,
        "; ".join(figure.about),
        figure.attributed_to,
        *report_cells(row.report),
    )


FIGURES: View[FigureRow] = View(
    columns=(
        "id",
        "measure",
        "of",
        "with",
        "value",
        "value_max",
        "unit",
        "period",
        "change_pct",
        "basis",
        "rank",
        "about",
        "attributed_to",
        *FLAT_REPORT,
    ),
    to_dict=ItemRow[Figure].to_dict,
    to_cells=figure_cells,
    to_lines=figure_lines,
)
