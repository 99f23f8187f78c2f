"""Figures: the measures there are, and one measure with a chart for each pair of parties and unit."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from bilat.record import ItemFilter
from bilat.record.words import shared
from bilat.views.figures import FigureRow
from bilat.views.groups import Group, groups_of, parties_of
from bilat.web.asked import Asked
from bilat.web.figure_charts import chart, marks_of
from bilat.web.listing import SHOWN, filtered, sheet, taken
from bilat.web.navigation import one_pair
from bilat.web.page import NotThereError, Page, Paths

FEW: Final = 1000
"""Figures that the list shows the last of each measure of; of more it shows their days."""
CHARTS: Final = 8
"""Charts on one sheet: those of the most figures."""
SCRIPTS: Final = ("plotly.js", "charts.js")


@dataclass(frozen=True, slots=True)
class Shown:
    """What one sheet shows of a group: its `rows` here, `chart` the whole group's where it has one to show."""

    group: Group
    rows: tuple[FigureRow, ...]
    chart: dict[str, object] | None


def figures(asked: Asked) -> Page:
    """The measures that figures are told of, those of the most figures first."""
    fitting = filtered(asked)
    rows = asked.record.measures(fitting)
    few = sum(row.figures for row in rows) <= FEW
    last = latest(asked.record.items("figures", fitting)) if few else {}
    return Page("figures.html", {"sheet": sheet(asked, rows), "last": last, "taken": taken(asked)})


def latest(rows: Iterable[FigureRow]) -> dict[str, FigureRow]:
    """The figure reported last of each measure."""
    return {name: max(same, key=_reported) for name, same in groupby(rows, key=lambda row: row.item.measure)}


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
            "taken": [("measure", name), *taken(asked)],
            "figures": len(rows),
            "parties": _parties(rows),
            "publishers": Counter(row.report.publisher or "" for row in rows),
            "sheet": shown,
            "shown": list(_shown(shown.rows, asked)),
            "alone": alone[:SHOWN] if shown.after is None else [],
            "hidden": max(0, len(alone) - SHOWN),
        },
        scripts=SCRIPTS,
        about=one_pair(parties_of(row.item, ()) for row in rows),
    )


def _parties(rows: Sequence[FigureRow]) -> list[tuple[tuple[str, ...], int]]:
    """Whose figures they are, those of most figures first."""
    together = shared()
    told = Counter(tuple(party for party in parties_of(row.item, together) if party) for row in rows)
    return sorted(((parties, n) for parties, n in told.items() if parties), key=lambda each: (-each[1], each[0]))


def _any(asked: Asked, name: str) -> bool:
    return any(True for _ in asked.record.items("figures", ItemFilter(same={"measure": name}), 1))


def _shown(rows: Sequence[tuple[Group, FigureRow]], asked: Asked) -> Iterator[Shown]:
    drawn = 0
    for _, same in groupby(rows, key=lambda row: id(row[0])):
        told = list(same)
        group = told[0][0]
        drawing = drawn < CHARTS and len(marks_of(group)) > 1
        drawn += drawing
        yield Shown(
            group, tuple(row for _, row in told), chart(group, asked.gettext, asked.language) if drawing else None
        )


PATHS: Final[Paths] = (("/figures", figures), ("/figures/{measure}", measure))
