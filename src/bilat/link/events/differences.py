"""What the reports of one event do not agree on.

Only what is told as news counts, and only what can be compared: days told as days, cities told as cities. A visit of
which one report tells the first day and another the second is no disagreement.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bilat.link.days import DAY, first_and_last
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
    name: str, kind: str, reports: Iterable[Report], value_of: Callable[[Report], str | None]
) -> Difference | None:
    """The values of a field, if there are several. A document that tells two says too little to compare by."""
    told: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        value = value_of(report)
        if value:
            told[report.telling.document][value].append(report.telling.number)
    values: dict[str, list[list[int]]] = defaultdict(list)
    for of_document in told.values():
        if len(of_document) == 1:
            for value, tellings in of_document.items():
                values[value].append(tellings)
    return Difference(name, kind, tuple(_sorted(values))) if len(values) > 1 else None


def _sorted(values: Mapping[str, Sequence[Sequence[int]]]) -> Iterator[Value]:
    """The value of most documents first."""
    for value, documents in sorted(values.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Value(value, tuple(telling for tellings in documents for telling in tellings))


def _whole_start(report: Report) -> str | None:
    """The first day, where a report tells the day; of a visit only where it tells the end too, of a session where it
    tells several days: a day of what lasts longer is no other first day."""
    telling = report.telling
    if telling.start is None or len(telling.start) < DAY:
        return None
    if telling.type == "visit":
        return telling.start if telling.end is not None else None
    if telling.type == "session":
        return telling.start if telling.end not in {None, telling.start} else None
    return telling.start if telling.end in {None, telling.start} else None


def _city(report: Report, kin: "Kin") -> str | None:
    place = report.telling.place
    if report.telling.type == "visit" or place is None or kin.is_country(place) or kin.country_of(place) is None:
        return None
    return kin.same_place(place)


def _ordinal(report: Report) -> str | None:
    return None if report.telling.ordinal is None else str(report.telling.ordinal)


def _moved(ahead: Sequence[Report], start: str | None) -> Difference | None:
    """The days (or months) that were announced and passed without it, or came after it. What is called coming on the
    day of the news tells no day of its own, nor does a document that announces the right day as well."""
    held = first_and_last(start)
    if held is None or start is None or len(start) < DAY:
        return None
    values: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    right: set[int] = set()
    for report in ahead:
        telling = report.telling
        days = first_and_last(telling.start)
        if days is None or telling.start is None:
            continue
        ends = first_and_last(telling.end) or days
        if days[0] <= held[0] <= max(days[1], ends[1]):
            right.add(telling.document)
        elif telling.published is None or telling.start > telling.published:
            values[telling.start][telling.document].append(telling.number)
    told = {
        value: [tellings for document, tellings in by_document.items() if document not in right]
        for value, by_document in values.items()
    }
    told = {value: documents for value, documents in told.items() if documents}
    return Difference("announced_start", MOVED, tuple(_sorted(told))) if told else None
