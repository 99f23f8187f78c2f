"""A group of figures as a chart of Plotly: one mark for each publisher, period and value.

A mark stands inside its period, which a thin line shows; those of several publishers stand side by side. A figure
without a period stands at the day of its report, as an open mark.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import groupby
from typing import Final, NamedTuple

from bilat.model.figure import Number
from bilat.record.pack import first_day, last_day
from bilat.views.figures import FigureRow
from bilat.views.groups import Group, Kind, number_of
from bilat.web import links
from bilat.web.labels import _
from bilat.web.sizes import level

SYMBOLS: Final = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star", "hexagon", "triangle-down")
"""Marks of publishers, in order; they begin again after the last."""
COLOURS: Final = 8
"""Colours of the page's sheet for series."""
_SIZES: Final = ((10**12, _("tn")), (10**9, _("bn")), (10**6, _("m")), (1, ""))
_MOST: Final = 600
"""Figures that one chart draws, the latest periods first."""

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Mark:
    """One publisher's number for a time: `start` to `end`, `told` when that is the figure's period and not the day of
    its report; `rows` are the figures that say so."""

    publisher: str
    number: Number
    start: datetime
    end: datetime
    told: bool
    rows: tuple[FigureRow, ...]


class Words(NamedTuple):
    """What a chart says it in."""

    gettext: Translate
    language: str


def chart(group: Group, gettext: Translate, language: str = "en") -> dict[str, object]:
    """The figure that `part.chart` draws: {data, layout}."""
    marks = sorted(marks_of(group), key=lambda mark: (mark.publisher, mark.start, mark.number))
    size, short = _scale([mark.number for mark in marks], group)
    words = Words(gettext, language)
    publishers = [list(same) for _, same in groupby(marks, key=lambda mark: mark.publisher)]
    traces = [_trace(same, (at, len(publishers)), size, group, words) for at, same in enumerate(publishers)]
    rings = _rings(publishers, size, group, gettext)
    return {"data": [_periods(marks, size), *traces, *rings], "layout": _layout(group, short, gettext)}


def marks_of(group: Group) -> list[Mark]:
    """The marks of a group; a figure with neither a period nor a day of its report has none."""
    found: dict[tuple[str, datetime, datetime, bool, Number], list[FigureRow]] = {}
    for row in group.rows[-_MOST:]:
        number, when = number_of(row.item, group.kind), span_of(row)
        if number is not None and when is not None:
            found.setdefault((row.report.publisher or "", *when, number), []).append(row)
    return [Mark(who, number, start, end, told, tuple(rows)) for (who, start, end, told, number), rows in found.items()]


def span_of(row: FigureRow) -> tuple[datetime, datetime, bool] | None:
    """From when to when a figure speaks of, and whether it says so; the day of its report where it does not. None
    where neither is known."""
    period, published = row.item.period, row.report.published
    if period is None:
        return None if published is None else (_day(published), _day(published), False)
    if period.startswith("as_of "):
        start = end = last_day(period.removeprefix("as_of "))
    else:
        since, _, until = period.partition("/")
        start = first_day(since)
        end = last_day(until or since) if until or "/" not in period else last_day(published)
    if start is None or end is None:
        return None if published is None else (_day(published), _day(published), False)
    return min(_day(start), _day(end)), max(_day(start), _day(end)), True


def _day(word: str) -> datetime:
    return datetime.fromisoformat(first_day(word) or word)


def _scale(numbers: Sequence[Number], group: Group) -> tuple[int, str]:
    """How many make one on the axis, and the short word for that."""
    if group.kind is not Kind.VALUE or group.unit == "percent":
        return 1, ""
    most = max((abs(number) for number in numbers), default=0)
    return next(((size, name) for size, name in _SIZES if most >= size), (1, ""))


def _trace(marks: Sequence[Mark], which: tuple[int, int], size: int, group: Group, words: Words) -> dict[str, object]:
    """The marks of one publisher, `which` of how many."""
    at, count = which
    places = [_place(mark, at, count) for mark in marks]
    symbol = SYMBOLS[at % len(SYMBOLS)]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": escape(marks[0].publisher) or words.gettext("publisher unknown"),
        "x": [place.isoformat() for place in places],
        "y": [_height(mark.number, size) for mark in marks],
        "text": [_hover(mark, group, words) for mark in marks],
        "hovertemplate": "%{text}<extra></extra>",
        "customdata": [_leads_to(mark) for mark in marks],
        "marker": {
            "size": 11,
            "color": f"--series-{at % COLOURS + 1}",
            "symbol": [symbol if mark.told else f"{symbol}-open" for mark in marks],
        },
    }


def _place(mark: Mark, at: int, count: int) -> datetime:
    """Where a mark stands in its period: the `at`th of `count` places, so that publishers do not cover each other."""
    return mark.start + (mark.end - mark.start) * (at + 1) / (count + 1)


def _periods(marks: Sequence[Mark], size: int) -> dict[str, object]:
    """A line through each mark, as long as its period."""
    lines = sorted({(mark.start, mark.end, mark.number) for mark in marks if mark.start < mark.end})
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [moment for start, end, _ in lines for moment in (start.isoformat(), end.isoformat(), None)],
        "y": [height for _, _, number in lines for height in (_height(number, size), _height(number, size), None)],
        "line": {"width": 1, "color": "--faint"},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _hover(mark: Mark, group: Group, words: Words) -> str:
    first = mark.rows[0]
    lines = [
        mark.publisher,
        first.item.period or first.report.published or "",
        level(first.item, words.language)
        if group.kind is Kind.VALUE
        else f"{mark.number}" + (" %" if group.kind is Kind.CHANGE else ""),
        first.item.attributed_to or "",
        f"× {len(mark.rows)}" if len(mark.rows) > 1 else "",
    ]
    return "<br>".join(escape(line) for line in lines if line)


def _leads_to(mark: Mark) -> str:
    report = mark.rows[0].report
    return links.document(report.document, report.evidence[0])


def _rings(
    publishers: Sequence[Sequence[Mark]], size: int, group: Group, gettext: Translate
) -> list[dict[str, object]]:
    """A ring around each mark on whose number reports do not agree."""
    ringed = [
        (_place(mark, at, len(publishers)), mark)
        for at, marks in enumerate(publishers)
        for mark in marks
        if any(row.id in group.differ for row in mark.rows)
    ]
    if not ringed:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": gettext("publishers differ"),
            "x": [place.isoformat() for place, _ in ringed],
            "y": [_height(mark.number, size) for _, mark in ringed],
            "marker": {"size": 22, "symbol": "circle-open", "color": "--cancelled", "line": {"width": 2}},
            "hoverinfo": "skip",
        }
    ]


def _height(number: Number, size: int) -> Number:
    return number / size if size > 1 else number


def _layout(group: Group, short: str, gettext: Translate) -> dict[str, object]:
    axis: dict[str, object] = {"title": {"text": _unit(group, short, gettext)}}
    if group.kind is Kind.RANK:
        axis |= {"autorange": "reversed", "dtick": 1}
    legend = {"y": 1.02, "yanchor": "bottom", "x": 0}
    return {
        "xaxis": {"title": {"text": gettext("period")}, "type": "date", "tickformat": "%Y-%m"},
        "yaxis": axis,
        "legend": legend,
    }


def _unit(group: Group, short: str, gettext: Translate) -> str:
    match group.kind:
        case Kind.VALUE:
            word = "%" if group.unit == "percent" else (group.unit or "")
            return f"{gettext(short) if short else ''} {word}".strip() or gettext("number")
        case Kind.CHANGE:
            return gettext("change, %")
        case Kind.RANK:
            return gettext("rank")
