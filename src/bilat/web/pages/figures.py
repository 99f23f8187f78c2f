"""Figures: the measures there are, and one measure with a chart for each pair of parties and unit."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from bilat.record import ItemFilter
from bilat.views.figures import FigureRow
from bilat.views.groups import Group, groups_of
from bilat.web.asked import Asked
from bilat.web.figure_charts import chart, marks_of
from bilat.web.listing import SHOWN, filtered, sheet
from bilat.web.page import NotThereError, Page, Paths

CHARTS: Final = 8
"""Charts on one sheet: those of the most figures."""
SCRIPTS: Final = ("plotly.js", "charts.js")


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure with how many figures tell it, how many publishers do, and the figure reported last."""

    measure: str
    figures: int
    publishers: int
    last: FigureRow


@dataclass(frozen=True, slots=True)
class Shown:
    """What one sheet shows of a group: its `rows` here, `chart` the whole group's where it has one to show."""

    group: Group
    rows: tuple[FigureRow, ...]
    chart: dict[str, object] | None


def figures(asked: Asked) -> Page:
    """The measures that figures are told of, those of the most figures first."""
    rows: Iterable[FigureRow] = asked.record.items("figures", filtered(asked))
    return Page("figures.html", {"sheet": sheet(asked, measured(rows))})


def measured(rows: Iterable[FigureRow]) -> list[Measured]:
    """Figures, counted by measure."""
    made: list[Measured] = []
    for name, same in groupby(rows, key=lambda row: row.item.measure):
        told = list(same)
        publishers = {row.report.publisher for row in told}
        made.append(Measured(name, len(told), len(publishers), max(told, key=_reported)))
    return sorted(made, key=lambda each: (-each.figures, each.measure))


def _reported(row: FigureRow) -> tuple[str, str]:
    return row.report.published or "", row.id


def measure(asked: Asked) -> Page:
    """One measure: the same parties and unit together, growth and ranks apart."""
    name = asked.path["measure"]
    rows: list[FigureRow] = list(asked.record.items("figures", filtered(asked, same={"measure": name})))
    if not rows and not _any(asked, name):
        msg = f"no figures of {name}"
        raise NotThereError(msg)
    groups = groups_of(rows)
    shown = sheet(asked, [(group, row) for group in groups for row in group.rows if len(group.rows) > 1])
    alone = [(group, row) for group in groups for row in group.rows if len(group.rows) == 1]
    return Page(
        "measure.html",
        {
            "name": name,
            "figures": len(rows),
            "publishers": Counter(row.report.publisher or "" for row in rows),
            "sheet": shown,
            "shown": list(_shown(shown.rows, asked)),
            "alone": alone[:SHOWN] if shown.after is None else [],
            "hidden": max(0, len(alone) - SHOWN),
        },
        scripts=SCRIPTS,
    )


def _any(asked: Asked, name: str) -> bool:
    return any(True for _ in asked.record.items("figures", ItemFilter(same={"measure": name}), 1))


def _shown(rows: Sequence[tuple[Group, FigureRow]], asked: Asked) -> Iterator[Shown]:
    drawn = 0
    for _, same in groupby(rows, key=lambda row: id(row[0])):
        told = list(same)
        group = told[0][0]
        drawing = drawn < CHARTS and len(marks_of(group)) > 1
        drawn += drawing
        yield Shown(group, tuple(row for _, row in told), chart(group, asked.gettext) if drawing else None)


PATHS: Final[Paths] = (("/figures", figures), ("/figures/{measure}", measure))
