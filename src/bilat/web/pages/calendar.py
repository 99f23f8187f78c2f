"""A month as a calendar: what was on which day, visits across their days, and a list of what has no known day."""

from calendar import Calendar
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, NamedTuple

from bilat.errors import UsageError
from bilat.model.contact_rows import DayRow
from bilat.views.dates import iso_prefix
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.filters import LEVELS, TYPES, Query, event_filter, kept
from bilat.web.heat import density
from bilat.web.page import Moved, NotThereError, Page, Paths

LANES: Final = 6
"""Lines of a week for what lasts longer than a day."""
OF_DAY: Final = 6
"""Events of one day that are written out; the others are counted, with a link to the timeline of the day."""
NAMED: Final = 120
"""Events of a month up to which those who take part are named, not their countries only."""
FIRST: Final = "0001-02"
LAST: Final = "9998-12"
"""Months between which a calendar has whole weeks."""


class Bar(NamedTuple):
    """An event across several days of one week: free days before it in its line, its own days, and whether it goes on
    from the week before or into the next."""

    row: DayRow
    gap: int
    days: int
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """Bars beside each other in one line, and the free days behind the last of them."""

    bars: list[Bar] = field(default_factory=list[Bar])

    @property
    def used(self) -> int:
        return sum(bar.gap + bar.days for bar in self.bars)

    @property
    def free(self) -> int:
        return 7 - self.used


class Day(NamedTuple):
    """A day of the grid: those of neighbouring months are not `inside`. `more` events are not written out."""

    day: str
    number: int
    inside: bool
    events: tuple[DayRow, ...]
    more: int
    address: str


class Week(NamedTuple):
    """Seven days, and over them what lasts longer."""

    days: tuple[Day, ...]
    lanes: tuple[Lane, ...]


def last_month(asked: Asked) -> Moved:
    """Moves to the last month in which something that fits was held, else announced; else that of the record."""
    wanted = event_filter(asked, dates=False)
    for tried in (replace(wanted, status=wanted.status or "held"), wanted, None):
        months = [row.month for row in asked.record.months(tried) if row.month is not None and len(row.month) == 7]
        if months:
            return Moved(links.calendar(months[-1], kept(asked, ("since", "until"))), status=307)
    raise NotThereError(asked.gettext("no month of this record has an event"))


def calendar(asked: Asked) -> Page:
    """One month."""
    month = month_asked(asked)
    query = kept(asked, ("since", "until"))
    wanted = replace(event_filter(asked, dates=False), since=month, until=month)
    rows = asked.record.days(wanted)
    total = asked.record.count_events(wanted)
    counted = asked.record.months(event_filter(asked, dates=False))
    months = [row.month for row in counted if row.month is not None and len(row.month) == 7]
    named = list(asked.record.find_events(wanted)) if total <= NAMED else []
    known = {row.id for row in rows}
    return Page(
        "calendar.html",
        {
            "month": month,
            "weeks": weeks(month, rows, query),
            "named": {event.id: event for event in named},
            "loose": [event for event in named if event.id not in known],
            "loose_all": total - len(rows),
            "total": total,
            "before": next((found for found in reversed(months) if found < month), None),
            "after": next((found for found in months if found > month), None),
            "asking": query,
            "timeline": links.address("/timeline", [*query, ("since", month), ("until", month)]),
            "density": density(counted, month_or_year(query)),
            "types": TYPES,
            "levels": LEVELS,
            "query": [*query, ("since", month), ("until", month)],
        },
    )


def month_asked(asked: Asked) -> str:
    """The month of the address. Raises NotThereError for what is no month of the calendar."""
    month = asked.path["month"]
    try:
        found = iso_prefix(month)
    except UsageError as error:
        raise NotThereError(str(error)) from error
    if len(found) != 7 or not FIRST <= found <= LAST:
        raise NotThereError(asked.gettext("%(month)s is no month: write 2023-12") % {"month": month})
    return found


def month_or_year(query: Query) -> Callable[[str], str]:
    """What makes the address of the calendar of a month; of the timeline of a year, which has none."""
    asked_for, year = links.calendar("", query).removeprefix("/calendar/"), links.of_days("/timeline", query)
    return lambda found: f"/calendar/{found}{asked_for}" if len(found) == 7 else year(found)


def weeks(month: str, rows: Sequence[DayRow], query: Query) -> list[Week]:
    """The weeks of a month, Monday first."""
    year, number = int(month[:4]), int(month[5:7])
    short: dict[str, list[DayRow]] = {}
    for row in rows:
        if row.start == row.end:
            short.setdefault(row.start, []).append(row)
    long = [row for row in rows if row.start < row.end]
    address = links.of_days("/timeline", query)
    return [
        week([day.isoformat() for day in days], month, short, long, address)
        for days in Calendar().monthdatescalendar(year, number)
    ]


def week(
    days: Sequence[str],
    month: str,
    short: Mapping[str, Sequence[DayRow]],
    long: Sequence[DayRow],
    address: Callable[[str], str],
) -> Week:
    """Seven days with what happens on them: what is `short` by its day, and what is `long`."""
    long = [row for row in long if row.start <= days[-1] and row.end >= days[0]]
    lanes, shown = in_lanes(days, long)
    made: list[Day] = []
    for day in days:
        of_day = tuple(short.get(day, ()))
        hidden = sum(row.start <= day <= row.end for row in long) - sum(row.start <= day <= row.end for row in shown)
        more = max(len(of_day) - OF_DAY, 0) + hidden
        made.append(Day(day, int(day[8:]), day[:7] == month, of_day[:OF_DAY], more, address(day)))
    return Week(tuple(made), tuple(lanes))


def in_lanes(days: Sequence[str], rows: Iterable[DayRow]) -> tuple[list[Lane], list[DayRow]]:
    """What lasts several days, put into lines where nothing overlaps; and which found room."""
    lanes: list[Lane] = []
    shown: list[DayRow] = []
    for row in sorted(rows, key=lambda row: (row.start, row.end, row.id)):
        first = max(_between(days[0], row.start), 0)
        last = min(_between(days[0], row.end), 6)
        lane = next((lane for lane in lanes if lane.used <= first), None)
        if lane is None:
            if len(lanes) == LANES:
                continue
            lanes.append(lane := Lane())
        lane.bars.append(Bar(row, first - lane.used, last - first + 1, row.start < days[0], row.end > days[-1]))
        shown.append(row)
    return lanes, shown


def _between(first: str, last: str) -> int:
    return date.fromisoformat(last).toordinal() - date.fromisoformat(first).toordinal()


PATHS: Final[Paths] = (("/calendar", last_month), ("/calendar/{month}", calendar))
