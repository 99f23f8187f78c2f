"""Figures as series: one measure of the same parties in one unit, period by period, publisher by publisher."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.bar import Bar
from rich.console import Console

from bilat.model import Figure
from bilat.model.fields import Json
from bilat.model.figure import Number
from bilat.model.item_rows import ItemRow
from bilat.views.figures import amount
from bilat.views.items import INDENT, codes, or_nothing
from bilat.views.lines import Cell, Line, Piece, Style, View, pad, plain, width_of, wrap

BAR_WIDTH = 30


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a series: `figures` are the ids of all that give it, `publishers` who does (`""` unknown)."""

    period: str
    value: Number
    about: tuple[str, ...]
    change_pct: Number | None
    publishers: tuple[str, ...]
    figures: tuple[str, ...]

    def to_dict(self) -> Json:
        return {
            "period": self.period,
            "value": self.value,
            "about": list(self.about),
            "change_pct": self.change_pct,
            "publishers": list(self.publishers),
            "figures": list(self.figures),
        }


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one measure, parties and unit, sorted by the end of their period."""

    measure: str
    of: str | None
    partner: str | None
    unit: str | None
    points: tuple[Point, ...]

    def to_dict(self) -> Json:
        return {
            "measure": self.measure,
            "of": self.of,
            "with": self.partner,
            "unit": self.unit,
            "points": [point.to_dict() for point in self.points],
        }


def series_of(rows: Iterable[ItemRow[Figure]], *, least: int = 2) -> list[Series]:
    """The series of at least `least` points: figures with a value and a period. Values that differ stay apart."""
    grouped: dict[tuple[str, str | None, str | None, str | None], dict[tuple[str, Number], list[ItemRow[Figure]]]] = {}
    for row in rows:
        figure = row.item
        if figure.value is not None and figure.period is not None:
            key = (figure.measure, figure.of, figure.partner, figure.unit)
            grouped.setdefault(key, {}).setdefault((figure.period, figure.value), []).append(row)
    made = [Series(*key, tuple(_points(points))) for key, points in grouped.items() if len(points) >= least]
    return sorted(made, key=lambda s: (-len(s.points), s.measure, s.of or "", s.partner or "", s.unit or ""))


def _points(points: dict[tuple[str, Number], list[ItemRow[Figure]]]) -> Iterator[Point]:
    for (period, value), rows in sorted(points.items(), key=lambda point: (_until(point[0][0]), point[0])):
        yield Point(
            period,
            value,
            tuple(dict.fromkeys(word for row in rows for word in row.item.about)),
            next((row.item.change_pct for row in rows if row.item.change_pct is not None), None),
            tuple(sorted({row.report.publisher or "" for row in rows})),
            tuple(row.id for row in rows),
        )


def _until(period: str) -> str:
    """The end of a period, for sorting; a year stands after its months."""
    last = period.removeprefix("as_of ").rpartition("/")[2] or period.rstrip("/")
    return f"{last}-99" if len(last) == len("2023") else last


def series_lines(series: Iterable[Series], width: int | None) -> Iterator[Line]:
    """A plot of each series: a bar for each value, with who gives it."""
    return or_nothing(_lines(series, width), "series: no measure has two figures with a period")


def _lines(series: Iterable[Series], width: int | None) -> Iterator[Line]:
    for one in series:
        parties = codes(one.of, one.partner)
        yield (Piece(" · ".join(part for part in (one.measure, parties, one.unit) if part), Style.HEADING),)
        most = max(abs(point.value) for point in one.points)
        labels = [amount(point.value, one.unit) for point in one.points]
        room = max(width_of(label) for label in labels)
        left = max(len(point.period) for point in one.points) + 2
        for point, label in zip(one.points, labels, strict=True):
            given = ", ".join(publisher or "unknown" for publisher in point.publishers)
            line = (
                Piece(" " * INDENT + pad(point.period, left)),
                Piece(pad(bar(point.value, most), BAR_WIDTH + 1), Style.HELD if point.value >= 0 else Style.CANCELLED),
                Piece(pad(label, room + 2), Style.STRONG),
                Piece(given, Style.FAINT),
            )
            yield from wrap(line, width, INDENT + left)
        yield plain()


def bar(value: Number, most: Number) -> str:
    """A value as a bar as long as its share of `most`; rich draws it in eighths of a column."""
    screen = Console(file=StringIO(), width=BAR_WIDTH, color_system=None, legacy_windows=False)
    if not most:
        return ""
    with screen.capture() as drawn:
        screen.print(Bar(float(most), 0, float(abs(value)), width=BAR_WIDTH))
    return drawn.get().strip("\n").rstrip()


def series_cells(series: Series) -> Sequence[Cell]:
    """A series as one flat row: its points as `period=value`."""
    points = "; ".join(f"{point.period}={point.value}" for point in series.points)
    return (series.measure, series.of, series.partner, series.unit, len(series.points), points)


SERIES: View[Series] = View(
    columns=("measure", "of", "with", "unit", "count", "points"),
    to_dict=Series.to_dict,
    to_cells=series_cells,
    to_lines=series_lines,
)
