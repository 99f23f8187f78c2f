"""What a record answers about flat nouns: items with their reports, and what is counted over many of them."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from msgspec import Struct

from bilat.model.fields import Json
from bilat.model.flat import item_to_dict
from bilat.model.rows import EventRow, ReportRow

T = TypeVar("T", bound=Struct)


class ItemRow(Struct, Generic[T], frozen=True):
    """One item of a flat noun (`noun` names its table), with the report that it stands in and its quotations."""

    id: str
    noun: str
    item: T
    report: ReportRow

    def to_dict(self) -> Json:
        says = item_to_dict(self.item)
        del says["evidence"]
        return {"id": self.id, **says, "reports": [self.report.to_dict()]}


class PhraseRow(Struct, frozen=True):
    """A phrase over all documents that count. `uses` and `documents` are counts; `months`, `publishers` and `sides`
    count uses (`""` where none is known); `first` and `last` are the reports of the first and last use, with the
    words. `en`, `vi` and `gloss` are those of the packs, empty where they have none."""

    phrase: str
    uses: int
    documents: int
    first: ReportRow
    last: ReportRow
    months: Mapping[str, int]
    publishers: Mapping[str, int]
    sides: Mapping[str, int]
    en: str = ""
    vi: str = ""
    gloss: str = ""

    def to_dict(self) -> Json:
        return {
            "phrase": self.phrase,
            "en": self.en,
            "vi": self.vi,
            "gloss": self.gloss,
            "uses": self.uses,
            "documents": self.documents,
            "first": self.first.to_dict(),
            "last": self.last.to_dict(),
            "months": dict(self.months),
            "publishers": dict(self.publishers),
            "sides": dict(self.sides),
        }


class MeasureRow(Struct, frozen=True):
    """A measure over all documents that count: how many figures in how many documents, the first and last day of
    these."""

    measure: str
    figures: int
    documents: int
    first: str | None
    last: str | None

    def to_dict(self) -> Json:
        return {
            "measure": self.measure,
            "figures": self.figures,
            "documents": self.documents,
            "first": self.first,
            "last": self.last,
        }


class SessionRow(Struct, frozen=True):
    """A session of a mechanism: its number, when and where it was, who took part, and every report. A gap is a row
    without reports: the numbers from `ordinal` to `gap_to`, of which nobody tells."""

    ordinal: int | None
    status: str | None
    start: str | None
    end: str | None
    place: str | None
    participants: tuple[tuple[str, str | None], ...]
    events: tuple[str, ...]
    reports: tuple[ReportRow, ...]
    gap_to: int | None = None

    def to_dict(self) -> Json:
        return {
            "ordinal": self.ordinal,
            "gap_to": self.gap_to,
            "status": self.status,
            "start": self.start,
            "end": self.end,
            "place": self.place,
            "participants": [{"name": name, "country": country} for name, country in self.participants],
            "events": list(self.events),
            "reports": [report.to_dict() for report in self.reports],
        }


class MechanismRow(Struct, frozen=True):
    """A mechanism over all documents that count: every form of its name, in how many documents it is named, the first
    and last day of these, and its sessions in order."""

    mechanism: str
    names: tuple[str, ...]
    members: tuple[str, ...]
    known: bool
    documents: int
    first: str | None
    last: str | None
    sessions: tuple[SessionRow, ...]

    def to_dict(self) -> Json:
        return {
            "mechanism": self.mechanism,
            "names": list(self.names),
            "members": list(self.members),
            "known": self.known,
            "documents": self.documents,
            "first": self.first,
            "last": self.last,
            "sessions": [session.to_dict() for session in self.sessions],
        }


class UndertakingRow(Struct, frozen=True):
    """An undertaking over all documents that count: each stage it was seen at, in order of its day or report."""

    what: str
    kind: str
    parties: tuple[str, ...]
    stages: tuple[ItemRow[Any], ...]

    def to_dict(self) -> Json:
        return {
            "what": self.what,
            "kind": self.kind,
            "parties": list(self.parties),
            "stages": [stage.to_dict() for stage in self.stages],
        }


class DisputeRow(Struct, frozen=True):
    """Contested names of one entry (or words of dispute) as publishers write them: counts of documents by name, and
    for each name by publisher (`""` where it is not known); `names` is all that the entry lists, sorted."""

    entry: str | None
    kind: str
    names: tuple[str, ...]
    documents: int
    written: Mapping[str, Mapping[str, int]]

    def to_dict(self) -> Json:
        return {
            "entry": self.entry,
            "kind": self.kind,
            "names": list(self.names),
            "documents": self.documents,
            "written": {name: dict(publishers) for name, publishers in self.written.items()},
        }


class ToldRow(Struct, frozen=True):
    """A value, the reports that give it, and whom these name as its source, as written."""

    value: str
    reports: tuple[ReportRow, ...]
    sources: tuple[str, ...] = ()

    @property
    def independent(self) -> int:
        """How many documents give it, all copies of one text taken as one."""
        return len({report.copy_of or report.document for report in self.reports})

    def to_dict(self) -> Json:
        reports = [report.to_dict() for report in self.reports]
        plain: Json = {"value": self.value, "independent": self.independent, "reports": reports}
        return {**plain, "sources": list(self.sources)} if self.sources else plain


class DiscrepancyRow(Struct, frozen=True):
    """Values of one thing that reports do not agree on; that of most independent documents first.

    `about` is `event` or `figure`, `id` that of the event or of a figure; `field` what differs; `kind` is
    `contradiction`, `rounding` (one value with fewer digits) or `moved` (announced for another day). `event` or
    `figure` is the thing itself.
    """

    about: str
    id: str
    field: str
    kind: str
    values: tuple[ToldRow, ...]
    event: EventRow | None = None
    figure: ItemRow[Any] | None = None

    def to_dict(self) -> Json:
        plain: Json = {"about": self.about, "id": self.id, "field": self.field, "kind": self.kind}
        if self.event is not None:
            sides = [{"name": p.name, "country": p.country} for p in self.event.participants]
            plain |= {"type": self.event.type, "start": self.event.start, "participants": sides}
        if self.figure is not None:
            item = self.figure.item
            plain |= {"measure": item.measure, "of": item.of, "with": item.partner}
            plain |= {"period": item.period, "unit": item.unit}
        return {**plain, "values": [value.to_dict() for value in self.values]}
