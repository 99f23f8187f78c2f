"""One event with all that is known of it: sides, life, the visit it belongs to, every report with its words."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Final, NamedTuple

from bilat.model.item_rows import DiscrepancyRow
from bilat.model.rows import ChangeRow, EventRow, ReportRow, TitleRow
from bilat.record import EventFilter, Record
from bilat.web import links
from bilat.web.asked import Asked
from bilat.web.navigation import one_pair
from bilat.web.page import Moved, NotThereError, Page, Paths
from bilat.web.sides import countries

TITLED: Final = 12
"""Participants whose titles are looked up; in longer lists the titles are a step away, on their pages."""
NEAR: Final = 92
"""Days before the first or after the last time a title was seen within which it may be told for an event."""
HOWS: Final = ("reported", "announced", "mentioned")
"""How a document tells of an event, in the order of the page."""


class Told(NamedTuple):
    """A report with those that repeat its wording."""

    report: ReportRow
    copies: tuple[ReportRow, ...]


class Step(NamedTuple):
    """A status in the life of an event, with the report that tells it."""

    change: ChangeRow
    report: ReportRow | None


def event(asked: Asked) -> Page | Moved:
    """The event of an id; the id of a telling moves on to its event."""
    found = event_of(asked)
    if found.id != asked.path["id"]:
        return Moved(links.event(found.id))
    record = asked.record
    visit = record.get(found.part_of) if found.part_of else None
    parts = record.parts(visit if isinstance(visit, EventRow) else found)
    return Page(
        "event.html",
        {
            "event": found,
            "visit": visit,
            "parts": parts,
            "countries": countries(found),
            "titles": titles(record, found),
            "neighbours": neighbours(record, found),
            "life": life(found),
            "told": [(how, by_original(found.reports, how)) for how in HOWS],
            "differences": differences(record, found),
            "coverage": record.coverage(found),
        },
        about=one_pair([countries(found)]),
    )


def event_of(asked: Asked) -> EventRow:
    """The event that the address names. Raises NotThereError when it names none."""
    found = asked.record.get(asked.path["id"])
    if not isinstance(found, EventRow):
        raise NotThereError(asked.gettext("no event with the id %(id)s") % {"id": asked.path["id"]})
    return found


def life(found: EventRow) -> list[Step]:
    """Each status it was told as, with the report that says so."""
    by_document = {report.document: report for report in found.reports}
    return [Step(change, by_document.get(change.document)) for change in found.life]


def by_original(reports: Sequence[ReportRow], how: str) -> list[Told]:
    """The reports that tell of it so, in the order of their days; copies stand with their original, where that is one
    of them."""
    told = sorted((r for r in reports if r.how == how), key=lambda r: (r.published is None, r.published, r.document))
    here = {report.document for report in told}
    copies: dict[str, list[ReportRow]] = {}
    for report in told:
        if report.copy_of in here:
            copies.setdefault(str(report.copy_of), []).append(report)
    return [Told(r, tuple(copies.get(r.document, ()))) for r in told if r.copy_of not in here]


def titles(record: Record, found: EventRow) -> dict[str, TitleRow]:
    """The title of each participant that was seen most around the day of the event, by the id of the person."""
    day = (found.start or found.end or found.reports[0].published or "")[:10]
    known: dict[str, TitleRow] = {}
    for actor in [p.actor for p in found.participants if p.actor][:TITLED]:
        person = record.person(actor)
        title = title_on(person.titles, day) if person is not None and len(day) == len("2023-12-12") else None
        if title is not None:
            known[actor] = title
    return known


def title_on(seen: Iterable[TitleRow], day: str) -> TitleRow | None:
    """Of titles seen before and after a day, or not far from it, the one in most documents, of these the longest."""
    at = date.fromisoformat(day)
    near = [
        title
        for title in seen
        if title.first is not None
        and title.last is not None
        and (date.fromisoformat(title.first) - at).days <= NEAR
        and (at - date.fromisoformat(title.last)).days <= NEAR
    ]
    return max(near, key=lambda title: (title.documents, len(title.title), title.title), default=None)


def neighbours(record: Record, found: EventRow) -> tuple[EventRow | None, EventRow | None]:
    """The event of the same two countries before it, and the next one; none where more than two take part."""
    pair = countries(found)
    if len(pair) != 2:
        return None, None
    wanted = EventFilter(tuple(pair), background=False)
    before = next(record.find_events(wanted, 1, order="newest", after=found.id), None)
    return before, next(record.find_events(wanted, 1, order="oldest", after=found.id), None)


def differences(record: Record, found: EventRow) -> list[DiscrepancyRow]:
    """What its reports do not agree on, with the words of each."""
    if not found.discrepancies or found.background:
        return []
    rows: Iterable[DiscrepancyRow] = record.discrepancies(countries(found)[:2], found.start, found.end or found.start)
    return list(islice((row for row in rows if row.id == found.id), len(found.discrepancies)))


PATHS: Final[Paths] = (("/event/{id}", event),)
