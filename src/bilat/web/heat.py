"""Counts by month → tables of cells with a shade: how much there was, and when, at a glance."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from bilat.model.contact_rows import MonthRow

SHADES: Final = 5
"""Shades above nothing, as the style sheet has them: heat-1 to heat-5."""
MONTHS: Final = tuple(f"{number:02}" for number in range(1, 13))


class Cell(NamedTuple):
    """A month: how many events, the shade (0 to 5), the address of its events (None where there are none), and how
    many there are of each type."""

    month: str
    events: int
    shade: int
    address: str | None
    types: tuple[tuple[str, int], ...] = ()


class Year(NamedTuple):
    """Twelve months, the events whose month is not known, and all of the year's."""

    year: str
    months: tuple[Cell, ...]
    unknown: int
    address: str
    events: int


class Density(NamedTuple):
    """Years in order, and the events of no known date."""

    years: tuple[Year, ...]
    unknown: int


class Strip(NamedTuple):
    """Rows of months, one for each level; `years` are the headings over them, each with how many months it has.
    `earlier` events lie before the first month."""

    years: tuple[tuple[str, int], ...]
    months: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...], int], ...]
    earlier: int


def shade(number: int, most: int) -> int:
    """A shade for a number: 0 for none, else 1 to 5 by its root, so that small numbers can be told apart."""
    if number <= 0:
        return 0
    return max(1, min(SHADES, round(SHADES * (number / most) ** 0.5)))


def density(rows: Iterable[MonthRow], address: Callable[[str], str]) -> Density:
    """A row for each year with events, with twelve months."""
    by_month: dict[str, Counter[str]] = {}
    for row in rows:
        by_month.setdefault(row.month or "", Counter())[row.type] += row.events
    most = max((types.total() for month, types in by_month.items() if len(month) == 7), default=1)
    found: list[Year] = []
    for year in sorted({month[:4] for month in by_month if month}):
        cells = [_cell(f"{year}-{number}", by_month, most, address) for number in MONTHS]
        unknown = by_month.get(year, Counter[str]()).total()
        total = unknown + sum(cell.events for cell in cells)
        found.append(Year(year, tuple(cells), unknown, address(year), total))
    return Density(tuple(found), by_month.get("", Counter[str]()).total())


def _cell(month: str, by_month: dict[str, Counter[str]], most: int, address: Callable[[str], str]) -> Cell:
    types = by_month.get(month)
    if types is None:
        return Cell(month, 0, 0, None)
    number = types.total()
    ordered = tuple(sorted(types.items(), key=lambda each: (-each[1], each[0])))
    return Cell(month, number, shade(number, most), address(month) if number else None, ordered)


def strip(rows: Sequence[MonthRow], levels: Sequence[str], address: Callable[[str, str], str], most: int = 60) -> Strip:
    """A row for each level that has events, a column for each month from the first event to the last; at most so many
    months, the last of them."""
    counted: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row.month is not None and len(row.month) == 7:
            counted[row.level, row.month] += row.events
    known = sorted({month for _, month in counted})
    months = months_between(known[0], known[-1])[-most:] if known else []
    top = max(counted.values(), default=1)
    made: list[tuple[str, tuple[Cell, ...], int]] = []
    for level in levels:
        cells = tuple(_level_cell(level, month, counted[level, month], top, address) for month in months)
        if any(cell.events for cell in cells):
            made.append((level, cells, sum(cell.events for cell in cells)))
    years = Counter(month[:4] for month in months)
    earlier = sum(number for (_, month), number in counted.items() if months and month < months[0])
    return Strip(tuple(sorted(years.items())), tuple(months), tuple(made), earlier)


def _level_cell(level: str, month: str, number: int, most: int, address: Callable[[str, str], str]) -> Cell:
    return Cell(month, number, shade(number, most), address(level, month) if number else None)


def months_between(first: str, last: str) -> list[str]:
    """Every month from one to another, both included."""
    start, end = _number(first), _number(last)
    return [month_name(number) for number in range(start, end + 1)]


def month_after(month: str, by: int = 1) -> str:
    """The month so many months later; earlier, for a negative number."""
    return month_name(_number(month) + by)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def month_name(number: int) -> str:
    """The month of a number of months since the year 0."""
    return f"{number // 12:04}-{number % 12 + 1:02}"
