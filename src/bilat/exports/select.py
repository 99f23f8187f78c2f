"""A record and what is asked of it → the rows of each noun, one by one.

What is written refers only to what is written: of people and documents those come along that an event or item named
before them refers to, or all when nothing was asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bilat.errors import UsageError
from bilat.exports.base import Asked
from bilat.exports.columns import NOUNS
from bilat.exports.columns.discrepancies import given
from bilat.exports.fields import Noun
from bilat.model.item_rows import DiscrepancyRow
from bilat.model.rows import EventRow
from bilat.record import ItemFilter, Record
from bilat.record.terms import fold

NAMES: Final = tuple(noun.name for noun in NOUNS)


def events(record: Record, asked: Asked, *, background: bool | None = None) -> Iterator[EventRow]:
    """The events asked for, oldest first; `background` holds where it is not asked."""
    return record.events(
        countries=asked.countries,
        since=asked.since,
        until=asked.until,
        types=asked.types,
        status=asked.status,
        level=asked.level,
        publisher=asked.publisher,
        person=asked.person,
        overdue=asked.overdue,
        background=_wanted(asked.background if asked.background is not None else background),
    )


def _wanted(background: bool | None) -> bool | None:  # noqa: FBT001 -- as `Asked` has it
    """For `Record.events`: None is all, False those told as news."""
    return False if background is False else None


@dataclass(frozen=True, slots=True)
class _Cited:
    """What the rows so far refer to, by id."""

    documents: set[str] = field(default_factory=set[str])
    people: set[str] = field(default_factory=set[str])


class Selection:
    """The rows of each noun as asked. Nouns are read in the order of `NOUNS`, each once."""

    def __init__(self, record: Record, asked: Asked) -> None:
        self._record = record
        self._asked = asked
        self._cited = _Cited()
        self._read: set[str] = set()

    def rows(self, noun: Noun) -> Iterator[Any]:
        """The rows that the noun's columns understand."""
        for row in self.objects(noun.name):
            if isinstance(row, DiscrepancyRow):
                yield from given(row)
            else:
                yield row

    def objects(self, noun: str) -> Iterator[Any]:
        """What the record answers about a noun: rows that have `to_dict`. People and documents are chosen by what the
        other nouns refer to; those that were not read before are read for that."""
        self._read.add(noun)
        if noun == "people":
            yield from self._referred(self._record.people(), self._cited.people, ("events",))
        elif noun == "documents":
            before = tuple(name for name in NAMES if name not in ("people", "documents"))
            yield from self._referred(self._record.documents(), self._cited.documents, before)
        else:
            for row in self._found(noun):
                self._note(row)
                yield row

    def _found(self, noun: str) -> Iterable[Any]:
        record, asked = self._record, self._asked
        if noun == "events":
            return events(record, asked)
        if noun == "discrepancies":
            found = record.discrepancies(asked.countries, asked.since, asked.until)
            return (one for one in found if _given_by(one, asked.publisher))
        return record.items(noun, ItemFilter(asked.countries, asked.since, asked.until, asked.publisher))

    def _referred(self, rows: Iterable[Any], cited: set[str], by: Sequence[str]) -> Iterator[Any]:
        if self._asked.everything:
            yield from rows
            return
        for noun in by:
            if noun not in self._read:
                for _ in self.objects(noun):
                    pass
        yield from (row for row in rows if row.id in cited)

    def _note(self, row: Any) -> None:
        if self._asked.everything:
            return
        if isinstance(row, EventRow):
            self._cited.documents.update(report.document for report in row.reports)
            self._cited.documents.update(report.copy_of for report in row.reports if report.copy_of)
            self._cited.people.update(p.actor for p in row.participants if p.actor)
        elif isinstance(row, DiscrepancyRow):
            reports = [report for told in row.values for report in told.reports]
            self._cited.documents.update(report.document for report in reports)
            self._cited.documents.update(report.copy_of for report in reports if report.copy_of)
        else:
            self._cited.documents.add(row.report.document)


def _given_by(found: DiscrepancyRow, publisher: str | None) -> bool:
    """Whether one of those who give a value has a name that holds this."""
    word = fold(publisher or "")
    return any(word in fold(report.publisher or "") for told in found.values for report in told.reports)


def chosen(asked: Asked, known: Sequence[str]) -> tuple[str, ...]:
    """The tables asked for, in the order of the codebook; all of them when none is named. Raises UsageError for a name
    that is none."""
    strangers = [name for name in asked.only if name not in known]
    if strangers:
        msg = f"no table is called {strangers[0]!r}; there are: {', '.join(known)}"
        raise UsageError(msg)
    return tuple(name for name in known if not asked.only or name in asked.only)
