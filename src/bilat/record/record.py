"""A record file, opened for reading: events, people, documents, search, verification."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any, Final

from msgspec.structs import replace

from bilat.errors import UsageError
from bilat.model import Failure
from bilat.model.comparison import ComparisonRow, CoverageRow
from bilat.model.decision import Ruled
from bilat.model.doubt import DoubtRow
from bilat.model.flat import NOUNS
from bilat.model.found_row import FoundRow
from bilat.model.item_rows import ItemRow
from bilat.model.rows import DocumentRow, EventRow, PersonRow, VerifyReport
from bilat.record import decided, doubts, words
from bilat.record import query as sql
from bilat.record.compact import ids_beginning, pack_id
from bilat.record.compare import compare
from bilat.record.connect import storing
from bilat.record.coverage import coverage
from bilat.record.document_queries import DocumentQueries
from bilat.record.files import failures
from bilat.record.find import find_all
from bilat.record.item_queries import ItemQueries
from bilat.record.items import from_row, select
from bilat.record.lookup import LOOKUP, Lookup
from bilat.record.people_queries import PeopleQueries
from bilat.record.verify import verify

_TOLD_BY: Final = "e.event IN (SELECT r.event FROM tellings t JOIN reports r USING (telling) WHERE t.id = ?)"


class Record(ItemQueries, PeopleQueries, DocumentQueries):
    """All that was found in an archive. Opened with `bilat.open(path)`, closed with `close` or at the end of `with`.

    >>> with bilat.open("relations.bilat") as record:  # doctest: +SKIP
    ...     for event in record.events(countries=("CN", "VN"), since="2023"):
    ...         print(event.start, event.type, event.reports[0].evidence[0].quote)

    Nothing here writes. A build that runs meanwhile puts a new file in this one's place; what is open stays as it was.
    """

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

    def get(self, id: str) -> DocumentRow | EventRow | PersonRow | ItemRow[Any] | None:  # noqa: A002
        """The document, event, person or item with an id; None when there is none."""
        for document in self._documents(sql.documents("d.id = ?"), (id,)):
            return document
        for where in ("e.id = ?", _TOLD_BY):
            event = f"SELECT {sql.EVENT_COLUMNS} FROM events e WHERE {where} ORDER BY e.event LIMIT 1"
            for found in self._events(event, (id,)):
                return found
        actors = self._rows(
            "SELECT actor FROM people WHERE actor = ? OR local = ? OR id = ? LIMIT 1", (id, id, pack_id(id))
        )
        if actors:
            return self.person(str(actors[0][0]))
        for noun in NOUNS:
            for row in self._rows(f"{select(noun)} WHERE i.id = ? ORDER BY i.item LIMIT 1", (pack_id(id),)):
                return from_row(noun, row)
        return None

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
        first_id, last_id = ids_beginning(beginning)
        asked = {"first": beginning, "last": beginning + "\U0010ffff", "first_id": first_id, "last_id": last_id}
        return [str(row[0]) for row in self._rows(sql.ids(), {**asked, "limit": limit})]

    def search_all(self, words: str, limit: int = 5) -> list[FoundRow]:
        """What holds all words, also while they are being typed: people, offices, mechanisms, phrases, undertakings,
        events and documents, at most `limit` of each; whole names first, then the most frequent, documents and events
        with the latest first. The first search of an open record gathers its names, about 10 MB."""
        with storing(self.path):
            return find_all(self._db, self._lookup, words, limit)

    @property
    def _lookup(self) -> Lookup:
        return self._memo.always(LOOKUP, lambda: Lookup(self._db, words.other_forms()))

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

    def doubts(
        self,
        kind: str | None = None,
        limit: int | None = None,
        *,
        skip: int = 0,
        unless: Callable[[str, str], bool] | None = None,
    ) -> Iterator[DoubtRow]:
        """What linking was not sure of, the most uncertain first: `kind` is `actor` or `event`, None for both. Left out
        are those of whose two ids `unless` says yes, and of the others the first to be skipped."""
        with storing(self.path):
            known = doubts.doubts(self._db, kind)
            open_ = [d for d in known if unless is None or not unless(d.one, d.other)]
            yield from doubts.with_sides(self._db, open_[skip:][:limit])

    def kinds(self, ids: Iterable[str]) -> dict[str, decided.Kind]:
        """Of each id that a decision can speak of whether it is a name's (`local`) or a telling's."""
        with storing(self.path):
            return decided.kinds(self._db, ids)

    def decidable(self, beginning: str, limit: int = 20) -> list[tuple[str, str]]:
        """The names and tellings whose ids begin so, which decisions speak of, with words that tell which they are."""
        with storing(self.path):
            return list(decided.decidable(self._db, beginning, limit))
