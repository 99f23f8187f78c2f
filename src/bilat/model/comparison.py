"""What a record answers about one event seen through its publishers: coverage, and its reports side by side."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from msgspec import Struct

from bilat.model.fields import Json
from bilat.model.flat import evidence_to_list, item_to_dict
from bilat.model.item_rows import ItemRow
from bilat.model.rows import DifferenceRow, EventRow, ReportRow


class ReporterRow(Struct, frozen=True):
    """A publisher that tells of an event: its documents by `how` they tell of it, first and last day, and how many of
    them are `independent`, that is no copy of another report of the event."""

    publisher: str
    hows: Mapping[str, int]
    independent: int
    first: str | None
    last: str | None

    def to_dict(self) -> Json:
        return {
            "publisher": self.publisher,
            **self.hows,
            "independent": self.independent,
            "first": self.first,
            "last": self.last,
        }


class CoverageRow(Struct, frozen=True):
    """Who tells of an event and who does not. `silent` are publishers with the number of their documents that the
    record has of the days `since` to `until`, none of which tells of it."""

    reporters: tuple[ReporterRow, ...]
    silent: tuple[tuple[str, int], ...]
    documents: int
    independent: int
    since: str | None
    until: str | None

    def to_dict(self) -> Json:
        return {
            "documents": self.documents,
            "independent": self.independent,
            "reporters": [reporter.to_dict() for reporter in self.reporters],
            "since": self.since,
            "until": self.until,
            "silent": [{"publisher": name, "documents": read} for name, read in self.silent],
        }


class ComparedRow(Struct, frozen=True):
    """A report as it is compared: `whole` when the document is about the event, else only what stands near its
    quotations; `via` are the media that it says it takes statements from."""

    report: ReportRow
    whole: bool
    via: tuple[str, ...]

    def to_dict(self) -> Json:
        return {**self.report.to_dict(), "whole": self.whole, "via": list(self.via)}


class FormRow(Struct, frozen=True):
    """A form of one phrase as it is written, with the columns that write it so, and the first day of it."""

    written: str
    columns: tuple[str, ...]
    first: str | None

    def to_dict(self) -> Json:
        return {"written": self.written, "columns": list(self.columns), "first": self.first}


class EntryRow(Struct, frozen=True):
    """One thing said: a phrase, figure, speaker, undertaking or contested name (`noun` as in the flat nouns), under a
    `label`, with the items that say it by column; `independent` documents do, copies not counted. `forms` are those of
    a phrase, the earliest first; scripts and quotation marks do not matter."""

    noun: str
    label: str
    said: Mapping[str, tuple[ItemRow[Any], ...]]
    independent: int
    first: str | None
    forms: tuple[FormRow, ...] = ()

    @property
    def items(self) -> tuple[ItemRow[Any], ...]:
        """Everything that says it, column by column; each item once."""
        return tuple({(item.noun, item.id): item for items in self.said.values() for item in items}.values())

    @property
    def written(self) -> tuple[str, ...]:
        """The words of the quotations, each once, the most frequent first."""
        quotes = [ev.quote for item in self.items for ev in item.report.evidence]
        return tuple(sorted(dict.fromkeys(quotes), key=lambda quote: (-quotes.count(quote), quote)))

    def to_dict(self) -> Json:
        return {
            "noun": self.noun,
            "label": self.label,
            "independent": self.independent,
            "first": self.first,
            **({"forms": [form.to_dict() for form in self.forms]} if self.forms else {}),
            "columns": {column: [item_said(item) for item in items] for column, items in self.said.items()},
        }


def item_said(row: ItemRow[Any]) -> Json:
    """An item under a column, with the report and the quotation it is from."""
    says = item_to_dict(row.item)
    del says["evidence"]
    report = row.report
    where = {"document": report.document, "publisher": report.publisher, "published": report.published}
    return {"id": row.id, **says, **where, "evidence": evidence_to_list(report.evidence)}


class ColumnRow(Struct, frozen=True):
    """A publisher (or a side) with the reports compared. `only` is what it alone has, `left_out` what at least two
    others have and it does not. A side is compared with sides: what an article says without a speaker, or with one of
    elsewhere, is neither."""

    name: str
    reports: tuple[ComparedRow, ...]
    independent: int
    only: tuple[EntryRow, ...]
    left_out: tuple[EntryRow, ...]

    def to_dict(self) -> Json:
        return {
            "name": self.name,
            "independent": self.independent,
            "reports": [report.to_dict() for report in self.reports],
            "only": _labels(self.only),
            "left_out": _labels(self.left_out),
        }


def _labels(entries: Iterable[EntryRow]) -> list[Json]:
    return [{"noun": entry.noun, "label": entry.label} for entry in entries]


class DifferingRow(Struct, frozen=True):
    """Figures of one measure, parties, period and unit with several values: `kind` as in a discrepancy."""

    kind: str
    entries: tuple[EntryRow, ...]

    def to_dict(self) -> Json:
        return {"kind": self.kind, "figures": [entry.label for entry in self.entries]}


OF_VISIT: Final = frozenset({"visit_kind", "documents_signed"})
"""Fields of a visit that its meetings and signings share."""


def _plain(differences: Iterable[DifferenceRow]) -> list[Json]:
    return [difference.to_dict() for difference in differences]


class ComparisonRow(Struct, frozen=True):
    """The reports of one event side by side, `by` publisher or side. `entries` is all that is said, what most columns
    have first, and `shared` what several have; `differing` are figures that differ, `wordings` phrases that are nearly
    alike. All of these hold entries of `entries`."""

    event: EventRow
    by: str
    columns: tuple[ColumnRow, ...]
    entries: tuple[EntryRow, ...]
    shared: tuple[EntryRow, ...]
    differing: tuple[DifferingRow, ...]
    wordings: tuple[tuple[EntryRow, ...], ...]
    coverage: CoverageRow
    visit: EventRow | None = None

    @property
    def of_visit(self) -> tuple[DifferenceRow, ...]:
        """What is told differently of the visit as a whole: its kind, and what was signed on it."""
        told = self.visit.discrepancies if self.visit is not None else ()
        return tuple(difference for difference in told if difference.field in OF_VISIT)

    def to_dict(self) -> Json:
        visit = None if self.visit is None else {"id": self.visit.id, "discrepancies": _plain(self.of_visit)}
        return {
            "event": self.event.to_dict(),
            "visit": visit,
            "by": self.by,
            "columns": [column.to_dict() for column in self.columns],
            "shared": _labels(self.shared),
            "entries": [entry.to_dict() for entry in self.entries],
            "differing": [differing.to_dict() for differing in self.differing],
            "wordings": [_labels(group) for group in self.wordings],
            "coverage": self.coverage.to_dict(),
        }
