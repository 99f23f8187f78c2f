"""Publishers of a record: their documents, the events they report, and those that nobody else does."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from bilat.model.fields import Json
from bilat.record import Record


@dataclass(frozen=True, slots=True)
class PublisherRow:
    """A publisher (`""` where articles name none): how many `documents` count, the first and last day, in how many
    events it reports (background left out), and how many of these it `alone` reports."""

    publisher: str
    documents: int
    first: str | None
    last: str | None
    events: int
    alone: int

    def to_dict(self) -> Json:
        return {
            "publisher": self.publisher,
            "documents": self.documents,
            "first": self.first,
            "last": self.last,
            "events": self.events,
            "alone": self.alone,
        }


def publishers_of(record: Record) -> list[PublisherRow]:
    """Every publisher, those of most documents first."""
    days: dict[str, list[str | None]] = defaultdict(list)
    for document in record.documents():
        if document.superseded_by is None:
            days[document.publisher or ""].append(document.published)
    told, alone = Counter[str](), Counter[str]()
    for event in record.events(background=False):
        names = {report.publisher or "" for report in event.reports}
        told.update(names)
        if len(names) == 1:
            alone.update(names)
    rows = [_row(name, days[name], told[name], alone[name]) for name in days]
    return sorted(rows, key=lambda row: (-row.documents, row.publisher))


def _row(name: str, days: list[str | None], told: int, alone: int) -> PublisherRow:
    known = [day for day in days if day]
    return PublisherRow(name, len(days), min(known, default=None), max(known, default=None), told, alone)
