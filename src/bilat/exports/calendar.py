"""iCalendar: visits and meetings as whole days, those of which the month alone is known over the month; made by
icalendar."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bilat.exports.base import EVENT_FILTERS, Asked
from bilat.exports.pages import page_of, told
from bilat.exports.select import events
from bilat.model import EventType, Status
from bilat.model.rows import EventRow
from bilat.record import Record
from bilat.views.clean import clean
from bilat.views.events import sides

if TYPE_CHECKING:
    from icalendar import Event

TYPES: Final = (EventType.VISIT.value, EventType.MEETING.value)
"""What is written unless other types are asked for."""
STATUS: Final[Mapping[str, str]] = {
    Status.HELD: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
}
_DAY: Final = len("YYYY-MM-DD")
_MONTH: Final = len("YYYY-MM")
MONTH_ONLY: Final = "month only"
"""The mark of an event on some day of a month, or of several."""
_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""DTSTAMP of an event whose reports have no day: the property cannot be left out."""


class Calendar:
    """The format `ics`."""

    name = "ics"
    about = "visits and meetings whose days or months are known, for a calendar"
    suffix = ".ics"
    streams = ".ics"
    needs = ("icalendar",)
    takes = EVENT_FILTERS | {"base_url"}
    files = frozenset[str]()

    def write(self, record: Record, asked: Asked, target: Path) -> None:
        """One file."""
        from icalendar import Calendar as Made  # noqa: PLC0415 -- only those who write calendars pay for it

        made = Made()
        made.add("prodid", "-//bilat//bilat//EN")
        made.add("version", "2.0")
        made.add("calscale", "GREGORIAN")
        made.add("x-wr-calname", " ".join(["bilat", *asked.countries]))
        types = tuple(asked.types) or TYPES
        for event in events(record, asked, background=False):
            if event.type not in types:
                continue
            if days := days_of(event):
                made.add_component(_entry(event, days, asked.base_url))
            elif days := months_of(event):
                made.add_component(_over(_entry(event, days, asked.base_url), event))
        _ = target.write_bytes(made.to_ical())


def days_of(event: EventRow) -> tuple[date, date] | None:
    """First and last day; one day when the other is not known; None when neither is known to the day."""
    days = [date.fromisoformat(day) for day in (event.start, event.end) if day and len(day) == _DAY]
    return (days[0], days[-1]) if days else None


def months_of(event: EventRow) -> tuple[date, date] | None:
    """The first and the last day of the months it may lie in; None when no month is known."""
    months = [date.fromisoformat(f"{word}-01") for word in (event.start, event.end) if word and len(word) == _MONTH]
    if not months or days_of(event):
        return None
    last = max(months)
    return min(months), last.replace(day=monthrange(last.year, last.month)[1])


def _over(made: "Event", event: EventRow) -> "Event":
    """The entry of an event of which the month alone is known, marked as such."""
    made["summary"] = f"[{MONTH_ONLY}] {summary(event)}"
    made["categories"].cats.append(MONTH_ONLY)
    return made


def _entry(event: EventRow, days: tuple[date, date], base_url: str | None) -> "Event":
    from icalendar import Event, vUri  # noqa: PLC0415

    made = Event()
    made.add("uid", f"{event.id}@bilat")
    made.add("dtstamp", _stamp(event))
    made.add("dtstart", days[0])
    made.add("dtend", max(days) + timedelta(days=1))
    made.add("summary", summary(event))
    made.add("status", STATUS[event.status])
    made.add("transp", "TRANSPARENT")
    made.add("categories", [event.type])
    if event.place:
        made.add("location", clean(event.place))
    made.add("description", "\n".join(_lines(event)))
    if address := page_of(event, base_url):
        made.add("url", vUri(address))
    return made


def _stamp(event: EventRow) -> datetime:
    """The last day on which a document told of it: what RFC 5545 calls its last revision, as far as is known."""
    days = [report.published for report in event.reports if report.published]
    return datetime.combine(date.fromisoformat(max(days)), datetime.min.time(), UTC) if days else _NEVER


def summary(event: EventRow) -> str:
    """What, and who: `planned visit to VN: 习近平 CN`."""
    what = event.type if event.status == Status.HELD else f"{event.status} {event.type}"
    what = f"{what} to {event.host}" if event.host else what
    return clean(f"{what}: {sides(event.participants) or 'participants unknown'}")


def _lines(event: EventRow) -> Iterator[str]:
    """Every report with its quotations, and the ids."""
    for report in event.reports:
        for ev in report.evidence:
            yield clean(f"“{ev.quote}”")
        yield clean(f"  {told(report)}, document {report.document}{f' · {report.url}' if report.url else ''}")
    yield f"event {event.id}"
