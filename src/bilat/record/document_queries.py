"""What a record answers about documents: listed, found by their words, and read back whole."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec.structs import replace

from bilat.errors import UsageError
from bilat.model import Document, Reading, Source
from bilat.model.contact_rows import PublisherRow
from bilat.model.flat import NOUNS
from bilat.model.rows import DocumentRow, SearchHit
from bilat.model.within import WithinRow
from bilat.record import query as sql
from bilat.record.compact import text_of
from bilat.record.connect import storing
from bilat.record.load import readings
from bilat.record.opened import BATCH, Opened
from bilat.record.query import LISTED
from bilat.record.search import counted, found_in, matching
from bilat.record.terms import parse
from bilat.record.within import within


class DocumentQueries(Opened):
    """Documents with their text and all that was found in them."""

    def documents(self) -> Iterator[DocumentRow]:
        """All documents, the newest first; those without a date last."""
        yield from self._documents(sql.documents(), ())

    def _documents(self, statement: str, values: Sequence[object]) -> Iterator[DocumentRow]:
        for rows in self._batches(statement, values):
            sources = self._children(_SOURCES, json.dumps([row[0] for row in rows]))
            for row in rows:
                yield DocumentRow(*row[1:], sources=tuple(Source(*source) for source in sources.get(row[0], [])))

    def language_of(self, document: str) -> str | None:
        """The language of a document; None where none has the id."""

        def read(ids: list[str]) -> dict[str, str]:
            return dict(self._rows(f"SELECT id, language FROM documents WHERE id {LISTED}", (json.dumps(ids),)))

        return self._memo.each("languages", (document,), read)[document]

    def publishers(self) -> list[PublisherRow]:
        """Publishers with their documents that count, the days of these, and the events they report; those with most
        documents first."""
        return [*self._memo.get("publishers", self._publishers)]

    def _publishers(self) -> list[PublisherRow]:
        events = dict(self._rows(sql.PUBLISHERS_REPORTING))
        alone = dict(self._rows(sql.PUBLISHERS_ALONE))
        return [
            PublisherRow(*row, events=events.get(row[0], 0), alone=alone.get(row[0], 0))
            for row in self._rows(sql.PUBLISHERS_COUNTED)
        ]

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

    def search(self, words: str, limit: int | None = 20) -> list[SearchHit]:
        """The documents that hold all words, the newest first; "words in quotation marks" side by side. Finds what a
        scan of every text would: any string of Chinese characters (in either script), whole words of other scripts
        without regard to capitals and diacritics. Raises UsageError when there is nothing to search for."""
        with storing(self.path):
            found = matching(self._db, parse(words), limit)
        hits: list[SearchHit] = []
        for start in range(0, len(found), BATCH):
            batch = found[start : start + BATCH]
            where = f"d.document IN ({sql.marks(batch)})"
            rows = {row[0]: row for row in self._rows(sql.documents(where), batch)}
            sources = self._children(_SOURCES, json.dumps(batch))
            bodies = dict(
                self._rows(f"SELECT document, text FROM documents WHERE document IN ({sql.marks(batch)})", batch)
            )
            for number in batch:
                row = DocumentRow(*rows[number][1:], sources=tuple(Source(*s) for s in sources.get(number, [])))
                snippet, span, spans = found_in(text_of(bodies[number]), words)
                hits.append(SearchHit(row, snippet, span, spans))
        return hits

    def search_count(self, words: str, most: int | None = None) -> int:
        """How many documents hold all words; `most` and one where there are more than `most`, which takes no longer in
        a large record."""
        with storing(self.path):
            return counted(self._db, words, most)


_SOURCES: Final = (
    "SELECT s.document, f.path, s.form, s.position, s.fetched FROM sources s JOIN files f USING (file)"
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
