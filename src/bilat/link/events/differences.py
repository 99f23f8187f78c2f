"""What the reports of one event do not agree on.

Only what is told as news counts, and only what can be compared: days told as days, cities told as cities. A visit of
which one report tells the first day and another the second is no disagreement.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from bilat.link.days import DAY
from bilat.link.events.report import Report
from bilat.model.linking import CONTRADICTION, MOVED, Difference, Value

if TYPE_CHECKING:
    from bilat.lang.base import Kin


def differences(reports: Sequence[Report], start: str | None, kin: "Kin") -> tuple[Difference, ...]:
    """The fields that reports of one event tell differently; `start` is the day that the event is given."""
    news = [r for r in reports if not r.telling.background]
    held = [r for r in news if r.telling.status == "held"]
    ahead = [r for r in news if r.telling.status == "planned"]
    found = [
        _field("start", CONTRADICTION, held, _whole_start),
        _field("place", CONTRADICTION, held, lambda r: _city(r, kin)),
        _field("ordinal", CONTRADICTION, news, _ordinal),
        _field("status", CONTRADICTION, [r for r in news if r.telling.status != "planned"], lambda r: r.telling.status),
        _moved(ahead, start) if held else None,
    ]
    return tuple(difference for difference in found if difference is not None)


def _field(
    name: str, kind: str, reports: Sequence[Report], value_of: Callable[[Report], str | None]
) -> Difference | None:
    values: dict[str, list[int]] = defaultdict(list)
    for report in reports:
        value = value_of(report)
        if value:
            values[value].append(report.telling.number)
    if len(values) < 2:
        return None
    return Difference(name, kind, tuple(_sorted(values)))


def _sorted(values: dict[str, list[int]]) -> Iterator[Value]:
    """The value told most often first."""
    for value, tellings in sorted(values.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Value(value, tuple(tellings))


def _whole_start(report: Report) -> str | None:
    """The first day, where a report tells the day; of a visit only where it tells the end too."""
    telling = report.telling
    if telling.start is None or len(telling.start) < DAY:
        return None
    if telling.type in {"visit", "session"}:
        return telling.start if telling.end is not None else None
    return telling.start if telling.end in {None, telling.start} else None


def _city(report: Report, kin: "Kin") -> str | None:
    place = report.telling.place
    if report.telling.type == "visit" or place is None or kin.is_country(place) or kin.country_of(place) is None:
        return None
    return kin.same_place(place)


def _ordinal(report: Report) -> str | None:
    return None if report.telling.ordinal is None else str(report.telling.ordinal)


def _moved(ahead: Sequence[Report], start: str | None) -> Difference | None:
    if start is None or len(start) < DAY:
        return None
    values: dict[str, list[int]] = defaultdict(list)
    for report in ahead:
        told = report.telling.start
        if told is not None and len(told) >= DAY and (told > start or (report.telling.end or told) < start):
            values[told].append(report.telling.number)
    return Difference("announced_start", MOVED, tuple(_sorted(values))) if values else None
