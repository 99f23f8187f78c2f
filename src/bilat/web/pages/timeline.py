"""Events in the order of time, by month, with filters; how many there are in each month; page by page."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from bilat.model.contact_rows import MonthRow
from bilat.model.rows import EventRow
from bilat.record import EventFilter
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.filters import LEVELS, STATUSES, TYPES, Query, event_filter, kept
from bilat.web.heat import Density, density
from bilat.web.page import Page, Paths

SHOWN: Final = 50
"""Events on one page."""
ORDERS: Final = ("newest", "oldest")


class Group(NamedTuple):
    """A visit with what it holds, as far as both stand on this page; or one event alone."""

    event: EventRow
    parts: tuple[EventRow, ...]


class Leaf(NamedTuple):
    """One page of a list: its events, and the addresses of the pages before and behind it."""

    events: list[EventRow]
    before: str | None
    after: str | None


def timeline(asked: Asked) -> Page:
    """The events that fit every filter: `after` and `before` (ids of events) turn pages."""
    order = asked.choice("order", ORDERS) or ORDERS[0]
    wanted = event_filter(asked)
    leaf = turn(asked, wanted, order)
    months = asked.record.months(event_filter(asked, dates=False))
    bounded = wanted.since is not None or wanted.until is not None
    total = asked.record.count_events(wanted) if bounded else sum(month.events for month in months)
    return Page(
        "timeline.html",
        {
            "months": by_month(leaf.events),
            "leaf": leaf,
            "total": total,
            "order": order,
            "orders": ORDERS,
            "types": TYPES,
            "levels": LEVELS,
            "statuses": STATUSES,
            "by_type": by_type(months),
            "density": years(asked, months),
            "query": kept(asked),
            "other_order": None
            if bounded
            else links.address("/timeline", [*kept(asked), *ordered(ORDERS[order == ORDERS[0]])]),
            "all_types": kept(asked, ("type", "since", "until")),
            "all_days": kept(asked, ("since", "until")),
        },
    )


def turn(asked: Asked, wanted: EventFilter, order: str) -> Leaf:
    """The page of the list that the address names. Raises UsageError for the id of no event."""
    before, after = asked.word("before"), asked.word("after")
    record, query = asked.record, [*kept(asked), *ordered(order)]
    if before is not None:
        other = ORDERS[1 - ORDERS.index(order)]
        found = list(record.find_events(wanted, SHOWN + 1, order=other, after=before))
        more, more_behind = len(found) > SHOWN, True
        found = found[:SHOWN][::-1]
    else:
        found = list(record.find_events(wanted, SHOWN + 1, order=order, after=after))
        more, more_behind = after is not None, len(found) > SHOWN
        found = found[:SHOWN]
    first = links.address("/timeline", [*query, ("before", found[0].id)]) if found and more else None
    last = links.address("/timeline", [*query, ("after", found[-1].id)]) if found and more_behind else None
    return Leaf(found, first, last)


def ordered(order: str) -> Query:
    """The word of an address for an order; the usual one needs none."""
    return [] if order == ORDERS[0] else [("order", order)]


def by_month(events: Sequence[EventRow]) -> list[tuple[str, list[Group]]]:
    """Events under their months in the order in which these come first, `""` for those without any date. What a visit
    on the page holds stands under it."""
    visits = {event.id for event in events if event.type == "visit"}
    parts: dict[str, list[EventRow]] = {}
    for event in events:
        if event.part_of in visits:
            parts.setdefault(str(event.part_of), []).append(event)
    months: dict[str, list[Group]] = {}
    for event in events:
        if event.part_of not in visits:
            held = sorted(parts.get(event.id, ()), key=lambda e: (e.start is None, e.start, e.id))
            months.setdefault(month_of(event), []).append(Group(event, tuple(held)))
    return list(months.items())


def month_of(event: EventRow) -> str:
    """The month an event stands under: its own, or for want of any date that of its report; a year where no month is
    known."""
    return (event.start or event.end or event.reports[0].published or "")[:7]


def by_type(months: Iterable[MonthRow]) -> list[tuple[str, int]]:
    """How many events there are of each type."""
    found = dict.fromkeys(TYPES, 0)
    for month in months:
        found[month.type] += month.events
    return [(kind, number) for kind, number in found.items() if number]


def years(asked: Asked, months: Sequence[MonthRow]) -> Density:
    """Events of each month, every month with an address."""
    return density(months, links.of_days("/timeline", kept(asked, ("since", "until"))))


PATHS: Final[Paths] = (("/timeline", timeline),)
