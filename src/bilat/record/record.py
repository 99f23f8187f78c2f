"""A record file, opened for reading: events, people, documents, search, verification."""

import json
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from msgspec.structs import replace

from bilat.errors import UsageError
from bilat.model import Document, Failure, Reading, Source
from bilat.model.comparison import ComparisonRow, CoverageRow
from bilat.model.decision import Ruled
from bilat.model.doubt import DoubtRow
from bilat.model.flat import NOUNS
from bilat.model.item_rows import DiscrepancyRow, DisputeRow, ItemRow, MechanismRow, PhraseRow, UndertakingRow
from bilat.model.rows import DocumentRow, EventRow, PersonRow, SearchHit, VerifyReport
from bilat.model.within import WithinRow
from bilat.record import decided, doubts, gather, persons, words
from bilat.record import query as sql
from bilat.record.apart import apart, has_visits
from bilat.record.compare import compare
from bilat.record.connect import open_kept, storing
from bilat.record.coverage import coverage
from bilat.record.discrepancies import copies_in, of_event, of_figures
from bilat.record.files import failures
from bilat.record.happenings import DIFFERENCES as _DIFFERENCES
from bilat.record.happenings import LIFE as _LIFE
from bilat.record.happenings import REPORTS as _REPORTS
from bilat.record.happenings import SIDES as _SIDES
from bilat.record.happenings import event_row
from bilat.record.items import ItemFilter, from_row, items, select
from bilat.record.load import readings
from bilat.record.query import LISTED
from bilat.record.search import found_in, matching
from bilat.record.verify import verify
from bilat.record.within import within

_BATCH: Final = 500
Row = tuple[Any, ...]


class Record:
    """All that was found in an archive. Opened with `bilat.open(path)`, closed with `close` or at the end of `with`.

    >>> with bilat.open("relations.bilat") as record:  # doctest: +SKIP
    ...     for event in record.events(countries=("CN", "VN"), since="2023"):
    ...         print(event.start, event.type, event.reports[0].evidence[0].quote)

    Nothing here writes. A build that runs meanwhile puts a new file in this one's place; what is open stays as it was.
    """

    def __init__(self, path: str | Path) -> None:
        """Raises StoreError when the file is missing, damaged, unfinished, or of a newer version."""
        self.path = Path(path)
        self._db = open_kept(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; nothing can be asked after."""
        self._db.close()

    def __len__(self) -> int:
        """How many documents there are, superseded ones too."""
        return self.count("documents")

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.count(table)} {table}" for table in ("documents", "people", "events"))
        return f"<Record {self.path.name}: {counts}, digest {self.digest}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th>{escape(name)}</th><td>{escape(str(value))}</td></tr>"
            for name, value in (
                ("record", self.path.name),
                *((table, f"{self.count(table):,}") for table in ("documents", "people", "events", "evidence")),
                ("digest", self.digest),
            )
        )
        return f"<table>{rows}</table>"

    def count(self, table: str) -> int:
        """How many rows a table has; `people` counts persons over all documents once."""
        counted = {
            "documents": "SELECT count(*) FROM documents",
            "people": "SELECT count(DISTINCT actor) FROM names",
            "events": "SELECT count(*) FROM events",
            "evidence": "SELECT count(*) FROM evidence",
            "problems": "SELECT count(*) FROM problems",
            "files": "SELECT count(*) FROM files",
        }
        if table not in counted:
            msg = f"nothing to count in {table!r}; there are {', '.join(counted)}"
            raise UsageError(msg)
        return int(self._rows(counted[table])[0][0])

    @property
    def digest(self) -> str:
        """The hash of all that the record says, as it was when it was built; `verify` works it out anew."""
        return str(self._rows("SELECT value FROM meta WHERE key = 'digest'")[0][0])

    def failures(self) -> list[Failure]:
        """The inputs that could not be read when they were last tried."""
        with storing(self.path):
            return failures(self._db)

    def events(  # noqa: PLR0913, PLR0917 -- one name for each thing that can be asked
        self,
        countries: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        types: Sequence[str] = (),
        person: str | None = None,
        status: str | None = None,
        limit: int | None = None,
        background: bool | None = None,  # noqa: FBT001 -- None asks for both
        *,
        overdue: bool = False,
    ) -> Iterator[EventRow]:
        """Events, oldest first; those that fit all that is asked.

        Each of `countries` (codes) must be represented among the participants or be the host. `since` and `until`
        are dates of any precision; an event whose dates are not certain fits when it may lie between them, one without
        any date counts as of the day it was reported. `person` is a name in any form seen, or an id. `overdue` asks for
        what was announced and is not told of as held by the last day of the record.
        """
        asked = sql.EventFilter(countries, since, until, types, person, status, background, overdue)
        statement, values = sql.events(asked, limit)
        yield from self._events(statement, values)

    def _events(self, statement: str, values: Sequence[object]) -> Iterator[EventRow]:
        for rows in self._batches(statement, values):
            numbers = json.dumps([row[0] for row in rows])
            sides, reports = self._children(_SIDES, numbers), self._children(_REPORTS, numbers)
            life, differences = self._children(_LIFE, numbers), self._children(_DIFFERENCES, numbers)
            decisions = self._decided(row[1] for row in rows)
            made: list[EventRow] = []
            for row in rows:
                at = row[0]
                event = event_row(
                    row, sides.get(at, ()), reports.get(at, ()), life.get(at, ()), differences.get(at, ())
                )
                made.append(replace(event, decisions=decisions[row[1]]) if row[1] in decisions else event)
            yield from self._with_apart(made)

    def _with_apart(self, events: list[EventRow]) -> Iterator[EventRow]:
        """Events with what their reports tell differently beside the fields that linking compares."""
        with storing(self.path):
            found = apart(self._db, events, words.visits() if has_visits(events) else {})
        for event in events:
            more = tuple(one.difference() for one in found.get(event.id, ()))
            yield replace(event, discrepancies=(*event.discrepancies, *more)) if more else event

    def people(
        self,
        query: str | None = None,
        country: str | None = None,
        office: str | None = None,
        limit: int | None = None,
        on: str | None = None,
    ) -> Iterator[PersonRow]:
        """People over all documents, those seen in most documents first. `query` is part of a name in any form seen
        (or an id), `office` part of a title; scripts, capitals and diacritics do not matter. With `on`, a date, only
        those seen in such an office before (or on) and after it."""
        statement, values = sql.people(query, country, office, limit, on)
        for rows in self._batches(statement, values):
            actors = json.dumps([row[0] for row in rows])
            names = self._children(persons.NAMES, actors)
            titles = self._children(persons.TITLES, actors)
            tenures, decisions = self._children(persons.TENURES, actors), self._decided(row[0] for row in rows)
            for row in rows:
                at = row[0]
                person = persons.person(row, names.get(at, []), titles.get(at, []), tenures.get(at, []))
                yield replace(person, decisions=decisions[at]) if at in decisions else person

    def items(self, noun: str, asked: ItemFilter | None = None, limit: int | None = None) -> Iterator[ItemRow[Any]]:
        """The items of a flat noun (`figures`, `claims`, `phrases`, `mechanisms`, `undertakings`, `disputes`) that
        fit all that is asked, by the day of their report; figures by measure and parties, undertakings by kind."""
        statement, values = items(noun, asked or ItemFilter(), limit)
        for rows in self._batches(statement, values):
            for row in rows:
                yield from_row(noun, row)

    def phrases(self, asked: ItemFilter | None = None) -> list[PhraseRow]:
        """Each set phrase with its counts, its first and last use; the most used first."""
        with storing(self.path):
            return gather.phrases(self._db, asked or ItemFilter())

    def mechanisms(self, asked: ItemFilter | None = None) -> list[MechanismRow]:
        """Each mechanism with its sessions in order and the gaps between them; the most named first."""
        with storing(self.path):
            return gather.mechanisms(self._db, asked or ItemFilter())

    def undertakings(self, asked: ItemFilter | None = None) -> list[UndertakingRow]:
        """Undertakings of one name, each with its stages in order of time; the latest seen first."""
        return gather.undertakings(self.items("undertakings", asked))

    def discrepancies(
        self, countries: Sequence[str] = (), since: str | None = None, until: str | None = None
    ) -> Iterator[DiscrepancyRow]:
        """What reports do not agree on: events in order of time, then figures by measure and parties. `since` and
        `until` bound the days of events, and of the reports of figures."""
        with storing(self.path):
            copies = copies_in(self._db)
        for event in self.events(countries, since, until, background=False):
            if event.discrepancies:
                with storing(self.path):
                    more = apart(self._db, [event], words.visits()).get(event.id, ())
                    yield from of_event(self._db, event, more, copies)
        figures = self.items("figures", ItemFilter(countries, since, until, known=("period",)))
        yield from of_figures(figures, words.shared(), copies)

    def disputes(self, asked: ItemFilter | None = None) -> list[DisputeRow]:
        """Contested names as publishers write them, then words of dispute; the most named first."""
        with storing(self.path):
            return gather.disputes(self._db, asked or ItemFilter())

    def documents(self) -> Iterator[DocumentRow]:
        """All documents, the newest first; those without a date last."""
        yield from self._documents(sql.documents(), ())

    def _documents(self, statement: str, values: Sequence[object]) -> Iterator[DocumentRow]:
        for rows in self._batches(statement, values):
            sources = self._children(_SOURCES, json.dumps([row[0] for row in rows]))
            for row in rows:
                yield DocumentRow(*row[1:], sources=tuple(Source(*source) for source in sources.get(row[0], [])))

    def readings(self) -> Iterator[tuple[Document, Reading]]:
        """Every document with all that was found in it, in the order in which they were kept."""
        yield from self._readings("1", ())

    def reading(self, id: str) -> tuple[Document, Reading]:  # noqa: A002 -- the word used everywhere
        """A document with its text, and all that was found in it. Raises UsageError for an unknown id."""
        for found in self._readings("id = ?", (id,)):
            return found
        msg = f"no document with the id {id!r}"
        raise UsageError(msg)

    def within(self, id: str) -> WithinRow:  # noqa: A002
        """Where the record has what `reading` tells of a document."""
        with storing(self.path):
            return within(self._db, id)

    def _readings(self, where: str, values: tuple[object, ...]) -> Iterator[tuple[Document, Reading]]:
        with storing(self.path):
            for number, doc, reading in readings(self._db, where, values):
                row = next(self._documents(sql.documents("d.document = ?"), (number,)))
                yield _renamed(doc, reading, row)

    def get(self, id: str) -> DocumentRow | EventRow | PersonRow | ItemRow[Any] | None:  # noqa: A002
        """The document, event, person or item with an id; None when there is none."""
        for document in self._documents(sql.documents("d.id = ?"), (id,)):
            return document
        event = (
            f"SELECT {sql.EVENT_COLUMNS} FROM events e LEFT JOIN reports r USING (event) LEFT JOIN tellings t"
            " USING (telling) WHERE e.id = ?1 OR t.id = ?1 ORDER BY e.id <> ?1, e.event LIMIT 1"
        )
        for found in self._events(event, (id,)):
            return found
        actors = self._rows("SELECT actor FROM people WHERE actor = ?1 OR local = ?1 OR id = ?1 LIMIT 1", (id,))
        if actors:
            return next(self.people(query=str(actors[0][0])), None)
        for noun in NOUNS:
            for row in self._rows(f"{select(noun)} WHERE i.id = ? ORDER BY i.item LIMIT 1", (id,)):
                return from_row(noun, row)
        return None

    def parts(self, event: EventRow) -> list[EventRow]:
        """What a visit holds, in the order of time: its meetings, sessions and signings."""
        statement = f"SELECT {sql.EVENT_COLUMNS} FROM events e WHERE e.part_of = (SELECT v.event FROM events v"
        return list(self._events(f"{statement} WHERE v.id = ?) {sql.OLDEST_FIRST}", (event.id,)))

    def coverage(self, event: EventRow) -> CoverageRow:
        """Which publishers tell of an event, and which do not though they were read on those days."""
        with storing(self.path):
            return coverage(self._db, event)

    def compare(self, event: EventRow, by: str = "publisher") -> ComparisonRow:
        """The reports of an event side by side, `by` `publisher` or `side`. Raises UsageError for another word."""
        if by not in ("publisher", "side"):
            msg = f"nothing can be compared by {by!r}; there are publisher, side"
            raise UsageError(msg)
        visit = self.get(event.part_of) if event.part_of else None
        with storing(self.path):
            compared = compare(self._db, event, by, words.shared())
        return replace(compared, visit=visit) if isinstance(visit, EventRow) else compared

    def ids(self, beginning: str, limit: int = 20) -> list[str]:
        """The ids of documents, events, people and items that begin so, sorted; at most `limit` of them."""
        return [str(row[0]) for row in self._rows(sql.ids(), (beginning, beginning + "\U0010ffff", limit))]

    def search(self, words: str, limit: int | None = 20) -> list[SearchHit]:
        """The documents that hold all words, the newest first; "words in quotation marks" side by side. Finds what a
        scan of every text would: any string of Chinese characters (in either script), whole words of other scripts
        without regard to capitals and diacritics. Raises UsageError when there is nothing to search for."""
        with storing(self.path):
            found = matching(self._db, words, limit)
        hits: list[SearchHit] = []
        for start in range(0, len(found), _BATCH):
            batch = found[start : start + _BATCH]
            where = f"d.document IN ({sql.marks(batch)})"
            rows = {row[0]: row for row in self._rows(sql.documents(where), batch)}
            sources = self._children(_SOURCES, json.dumps(batch))
            bodies = dict(
                self._rows(f"SELECT document, text FROM documents WHERE document IN ({sql.marks(batch)})", batch)
            )
            for number in batch:
                row = DocumentRow(*rows[number][1:], sources=tuple(Source(*s) for s in sources.get(number, [])))
                snippet, span, spans = found_in(bodies[number], words)
                hits.append(SearchHit(row, snippet, span, spans))
        return hits

    def search_count(self, words: str) -> int:
        """How many documents hold all words."""
        with storing(self.path):
            return len(matching(self._db, words, None))

    def verify(self) -> VerifyReport:
        """Reads everything back and checks every promise: quotations at their offsets, names where they are
        mentioned, references, the search index, hashes, the digest."""
        with storing(self.path):
            return verify(self._db)

    def decisions(self) -> list[Ruled]:
        """All decisions of people, in the order of their lines, with what became of each when the record was built."""
        with storing(self.path):
            return decided.ruled(self._db)

    def decisions_file(self) -> str | None:
        """The decisions file that the last build was given, None when it was the one beside the record."""
        with storing(self.path):
            return decided.state(self._db).path

    def doubts(self, kind: str | None = None, limit: int | None = None) -> Iterator[DoubtRow]:
        """What linking was not sure of, the most uncertain first: `kind` is `actor` or `event`, None for both."""
        with storing(self.path):
            yield from doubts.with_sides(self._db, doubts.doubts(self._db, kind)[:limit])

    def kinds(self, ids: Iterable[str]) -> dict[str, decided.Kind]:
        """Of each id that a decision can speak of whether it is a name's (`local`) or a telling's."""
        with storing(self.path):
            return decided.kinds(self._db, ids)

    def decidable(self, beginning: str, limit: int = 20) -> list[tuple[str, str]]:
        """The names and tellings whose ids begin so, which decisions speak of, with words that tell which they are."""
        with storing(self.path):
            return list(decided.decidable(self._db, beginning, limit))

    def _decided(self, ids: Iterable[str]) -> dict[str, tuple[Ruled, ...]]:
        """The decisions that bear on actors or events; for those that have any."""
        rows = self._children(decided.OF, json.dumps(list(ids)))
        return {id_: tuple(decided.from_row(*row) for row in each) for id_, each in rows.items()}

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        with storing(self.path):
            return self._db.execute(statement, values).fetchall()

    def _batches(self, statement: str, values: Sequence[object]) -> Iterator[list[Row]]:
        with storing(self.path):
            cursor = self._db.execute(statement, values)
            while rows := cursor.fetchmany(_BATCH):
                yield rows

    def _children(self, statement: str, numbers: str) -> dict[Any, list[Row]]:
        rows = self._rows(statement, (numbers,))
        return {number: [row[1:] for row in group] for number, group in groupby(rows, itemgetter(0))}


_SOURCES: Final = (
    "SELECT s.document, f.path, s.form, s.position FROM sources s JOIN files f USING (file)"
    f" WHERE s.document {LISTED} ORDER BY s.document, f.path, s.position"
)


def _renamed(doc: Document, reading: Reading, row: DocumentRow) -> tuple[Document, Reading]:
    """The document under its id in the record, with its first source."""
    doc = replace(doc, id=row.id, source=row.sources[0] if row.sources else None)
    if reading.document == row.id:
        return doc, reading

    def renamed(item: Any) -> Any:
        return replace(item, evidence=tuple(replace(ev, document=row.id) for ev in item.evidence))

    found = {noun: tuple(map(renamed, getattr(reading, noun))) for noun in ("events", *NOUNS)}
    return doc, replace(reading, document=row.id, **found)
