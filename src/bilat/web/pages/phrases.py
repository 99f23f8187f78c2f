"""Set phrases: how often, since when, by which side; and every use of one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import islice
from typing import Any, Final

from bilat.model.item_rows import PhraseRow
from bilat.views.phrases import with_packs
from bilat.views.renderings import renderings
from bilat.web.asked import Asked
from bilat.web.listing import filtered, sheet, taken
from bilat.web.naming import country_name
from bilat.web.page import NotThereError, Page, Paths

PATTERNS: Final = ("", "/", "x", ".", "\\", "-", "+", "|")
"""What the bars of the chart are filled with, beside their colours."""
BARS: Final = 24
"""Bars of the small drawing beside a phrase: the whole time of the list, in as many equal parts."""
ORDERS: Final = ("uses", "first", "last", "phrase")
SIDES: Final = 6
"""Sides that the chart tells apart; the others are one."""
COMPARED: Final = 1_000
"""Tellings of a phrase whose words are compared unasked: those of ten times as many take a third of a second."""
ARTICLE: Final = "article"
"""How an address names the uses in an article's own words, which no side says."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A phrase with its small drawing (a path of SVG), and the sides that use it most, each with its codes and uses."""

    row: PhraseRow
    path: str
    sides: tuple[tuple[list[str], int], ...]


def phrases(asked: Asked) -> Page:
    """The phrases that fit, in the order asked for."""
    order = asked.choice("order", ORDERS) or ORDERS[0]
    asked_for = filtered(asked, same={"side": asked.word("side")}, within={"phrase": asked.word("words")})
    found = asked.record.new_phrases(asked_for) if asked.flag("new") else asked.record.phrases(asked_for)
    rows = _ordered(found, order)
    shown = sheet(asked, rows)
    months = sorted({month for row in rows for month in row.months if month})
    ends = (months[0], months[-1]) if months else None
    listed = [
        Listed(row, path_of(bars_of(row.months, *ends)) if ends else "", _sides(row)) for row in with_packs(shown.rows)
    ]
    values: dict[str, object] = {"sheet": shown, "listed": listed, "order": order, "orders": ORDERS, "ends": ends}
    values["taken"] = taken(asked, "words", "side", "new")
    return Page("phrases.html", values)


def _ordered(rows: Sequence[PhraseRow], order: str) -> list[PhraseRow]:
    match order:
        case "first":
            return sorted(rows, key=lambda row: (row.first.published or "", row.phrase), reverse=True)
        case "last":
            return sorted(rows, key=lambda row: (row.last.published or "", row.phrase), reverse=True)
        case "phrase":
            return sorted(rows, key=lambda row: row.phrase)
        case _:
            return list(rows)


def bars_of(months: Mapping[str, int], first: str, last: str) -> tuple[tuple[int, int], ...]:
    """Uses by month → bars from the month `first` to `last`, the highest 20; what has no month is left out."""
    start, length = _month(first), _month(last) - _month(first) + 1
    counted = Counter[int]()
    for month, uses in months.items():
        if month:
            counted[(_month(month) - start) * min(BARS, length) // length] += uses
    most = max(counted.values(), default=1)
    return tuple((at, max(1, round(20 * uses / most))) for at, uses in sorted(counted.items()))


def path_of(bars: Iterable[tuple[int, int]]) -> str:
    """Bars as a path: each three wide, one apart, on a line at 21."""
    return "".join(f"M{at * 4} 21h3v-{high}h-3z" for at, high in bars)


def _sides(row: PhraseRow) -> tuple[tuple[list[str], int], ...]:
    return tuple((side.split(",") if side else [], uses) for side, uses in islice(row.sides.items(), SIDES))


def _month(word: str) -> int:
    return int(word[:4]) * 12 + int(word[5:7] or 1)


def phrase(asked: Asked) -> Page:
    """One phrase: equivalents, first and last use, uses by month and side, by publisher, and the uses themselves."""
    name = asked.path["phrase"]
    fitting = filtered(asked, same={"phrase": name})
    told = asked.record.phrase_uses(name, fitting)
    counted = told or asked.record.phrase_uses(name)
    if counted is None:
        msg = f"no phrase {name}"
        raise NotThereError(msg)
    side = asked.word("side")
    ordered = told.ordered if told else ()
    by_side: Mapping[str, Counter[str]] = told.by_side if told else {}
    chosen = sheet(asked, [number for number, its in ordered if side is None or (its or ARTICLE) == side], 50)
    columns = columns_of(by_side, asked)
    compares = len(ordered) <= COMPARED or asked.flag("written")
    return Page(
        "phrase.html",
        {
            "taken": [("phrase", name), *taken(asked, *(() if side in (None, ARTICLE) else ("side",)))],
            "row": next(with_packs([counted.row])),
            "sheet": replace(chosen, rows=tuple(asked.record.numbered("phrases", chosen.rows))),
            "uses": told.row.uses if told else 0,
            "sides": Counter({key: months.total() for key, months in by_side.items()}).most_common(),
            "columns": [name for name, _ in columns],
            "by_month": months_of(columns),
            "chart": chart(columns, asked),
            "compares": compares,
            "renderings": renderings(asked.record.items("phrases", fitting)) if compares else [],
        },
        scripts=("plotly.js", "charts.js"),
    )


def columns_of(by_side: Mapping[str, Counter[str]], asked: Asked) -> list[tuple[str, Counter[str]]]:
    """The uses by month of the sides that use it most, of all others together, and of the articles' own words, each
    under its name."""
    order = sorted((side for side in by_side if side), key=lambda side: (-by_side[side].total(), side))
    made = [(_side_name(side, asked), by_side[side]) for side in order[:SIDES]]
    if len(order) > SIDES:
        made.append((asked.gettext("other sides"), sum((by_side[side] for side in order[SIDES:]), Counter[str]())))
    if "" in by_side:
        made.append((_side_name("", asked), by_side[""]))
    return made


def months_of(columns: Sequence[tuple[str, Counter[str]]]) -> list[tuple[str, list[int | None]]]:
    """The columns as rows: a month (`""` unknown), and the uses of each column in it."""
    months = sorted({month for _, counts in columns for month in counts})
    return [(month, [counts.get(month) for _, counts in columns]) for month in months]


def chart(columns: Sequence[tuple[str, Counter[str]]], asked: Asked) -> dict[str, Any] | None:
    """Stacked bars of the uses by month and side; None where less than two months are known."""
    if len({month for _, counts in columns for month in counts if month}) < 2:
        return None
    layout = {
        "barmode": "stack",
        "xaxis": {"type": "date", "tickformat": "%Y-%m", "title": {"text": asked.gettext("month")}},
        "yaxis": {"title": {"text": asked.gettext("uses")}, "rangemode": "tozero"},
        "legend": {"y": 1.02, "yanchor": "bottom", "x": 0, "traceorder": "normal"},
    }
    return {"data": [_bars(name, counts, at) for at, (name, counts) in enumerate(columns)], "layout": layout}


def _side_name(side: str, asked: Asked) -> str:
    names = [country_name(code, asked.language) for code in side.split(",") if code]
    return ", ".join(names) if names else asked.gettext("in the article's own words")


def _bars(name: str, counts: Mapping[str, int], at: int) -> dict[str, object]:
    months = sorted(month for month in counts if month)
    return {
        "type": "bar",
        "name": escape(name),
        "x": [f"{month}-01" for month in months],
        "y": [counts[month] for month in months],
        "xperiod": "M1",
        "xperiodalignment": "middle",
        "marker": {
            "color": f"--series-{at + 1}",
            "pattern": {"shape": PATTERNS[at], "fillmode": "replace", "solidity": 0.4} if PATTERNS[at] else {},
        },
        "hovertemplate": "%{x|%Y-%m}: %{y}<extra>%{fullData.name}</extra>",
    }


PATHS: Final[Paths] = (("/phrases", phrases), ("/phrase/{phrase:path}", phrase))
