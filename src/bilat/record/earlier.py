"""A record as a source of articles: one of any schema that was ever written, or one that is damaged.

A record keeps each document whole, so whoever has it can read the document closely again, without its file. The tables
that hold documents hardly changed from schema to schema: see `_LATER`; and none before 4 had `decisions`.
What cannot be read back as it was kept is told of and left out.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from msgspec import structs

from bilat.errors import BilatError, StoreError
from bilat.model import Document, Failure
from bilat.model.decision import Decision, Verb
from bilat.model.document import Source
from bilat.record.compact import passages_of, text_of
from bilat.record.connect import address, guard
from bilat.record.decided import State, state
from bilat.record.files import FileState
from bilat.record.load import DOCUMENT_COLUMNS, document_of, problem_of
from bilat.record.schema import TABLES

_OF_ANOTHER: Final = "another schema, or damaged"
"""What made the files of such a record, for a build: no rules of today."""
_BROKEN: Final = (sqlite3.Error, BilatError, ValueError, TypeError, OverflowError)
"""What reading damaged rows can raise."""
_MADE_ANEW: Final = "article "
"""How failures to read closely begin: they are found anew with the readings, or not."""

_ASKED: Final = frozenset(("meta", "files", "failures", "documents", "sources", "passages", "problems", "decisions"))
_LATER: Final = (
    *(("formTEXTNOTNULL,", ""), ("linkedINTEGERNOTNULLDEFAULT0,", ""), ("fetchedTEXT,", "")),
    *(("asideINTEGERNOTNULL,", ""), ("addressINTEGER,", "")),
    ("lengthINTEGERNOTNULL,passagesBLOBNOTNULL,textBLOBNOTNULL", "textTEXTNOTNULL"),
)
"""What came to these tables after the first schema, and what was there before: `files.form` in 1, `documents.linked` in
6, `sources.fetched` and `failures.aside` in 10, compact texts and passages and keys of addresses in 11. A definition
may be of any time between: each of these may be there or not."""
_PASSAGES_TABLE: Final[str] = (
    "CREATETABLEpassages(documentINTEGERNOTNULLREFERENCESdocuments,positionINTEGERNOTNULL,partTEXTNOTNULL,"
    "start_charINTEGERNOTNULL,end_charINTEGERNOTNULL,PRIMARYKEY(document,position))STRICT,WITHOUTROWID"
)
"""The table of passages, up to schema 10."""
_PLACES: Final = (
    "SELECT s.position, s.form, s.document, {fetched} FROM sources s JOIN files f USING (file) WHERE f.path = ?"
    " ORDER BY s.position"
)
_FAILURES: Final = (
    "SELECT x.place, x.reason, {aside} FROM failures x JOIN files f USING (file) WHERE f.path = ? ORDER BY x.position"
)
_DOCUMENT: Final = f"SELECT {DOCUMENT_COLUMNS}, text_hash FROM documents WHERE document = ?"
_COMPACT: Final = "passages, text"
_PLAIN: Final = "NULL, text"
"""The last columns of a document: since schema 11, and before."""
_PASSAGES: Final = "SELECT part, start_char, end_char FROM passages WHERE document = ? ORDER BY position"
_PROBLEMS: Final = (
    "SELECT kind, detail, start_char, end_char FROM problems WHERE document = ? AND stage = 'read' ORDER BY position"
)
_DECISIONS: Final = "SELECT verb, ids, others, field, value, author, date, reason FROM decisions ORDER BY decision"


def _asked() -> dict[str, frozenset[str]]:
    """The tables that are asked here, and how the schemas defined each, without blanks."""
    found: dict[str, frozenset[str]] = {"passages": frozenset((_PASSAGES_TABLE,))}
    for sql in map(_plain, TABLES.split(";")):
        name = sql.removeprefix("CREATETABLE").partition("(")[0]
        if name in _ASKED:
            known = {sql}
            for later, before in _LATER:
                known |= {each.replace(later, before) for each in known}
            found[name] = frozenset(known)
    return found


def _column(connection: sqlite3.Connection, table: str, name: str, otherwise: str) -> str:
    """A column, or what stands for it in a table that has none of that name."""
    with suppress(*_BROKEN):
        if name not in {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}:
            return otherwise
    return name


def _plain(sql: str) -> str:
    return "".join(sql.split())


class Articles:
    """The documents of a record, file by file, without what was found in them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._places = _PLACES.format(fetched=_column(connection, "sources", "fetched", "NULL"))
        self._failures = _FAILURES.format(aside=_column(connection, "failures", "aside", "0"))
        compact = _column(connection, "documents", "length", "") == "length"
        self._kept = _DOCUMENT if compact else _DOCUMENT.replace(_COMPACT, _PLAIN)
        self.lost = 0

    def of(self, path: str) -> Iterator[Document | Failure]:
        """The documents that were read from a file, in their order, and what could not be read of it; a Failure for
        each that is not as it was kept (`lost` counts them)."""
        try:
            places = self._db.execute(self._places, (path,)).fetchall()
            failures = self._db.execute(self._failures, (path,)).fetchall()
        except _BROKEN as err:
            yield self._lost(path, "which articles it held", err)
            return
        for position, form, number, fetched in places:
            try:
                document = self._document(number)
            except _BROKEN as err:
                yield self._lost(path, f"its article {position + 1}", err)
            else:
                yield structs.replace(document, source=Source(path, form, position, fetched))
        for place, reason, aside in failures:
            if not reason.startswith(_MADE_ANEW):
                yield Failure(place, reason, bool(aside))

    def _document(self, number: int) -> Document:
        *row, passages, kept, text_hash = self._db.execute(self._kept, (number,)).fetchone() or (None,) * 3
        text = text_of(kept) if isinstance(kept, bytes) else str(kept)
        if not row or blake2b(text.encode(), digest_size=8).hexdigest() != text_hash:
            msg = "its text is not the one it was kept with"
            raise ValueError(msg)
        passages = self._db.execute(_PASSAGES, (number,)).fetchall() if passages is None else passages_of(passages)
        problems = tuple(map(problem_of, self._db.execute(_PROBLEMS, (number,))))
        document = document_of(tuple(row), passages, text, problems)
        if any(passage.span.end > len(document.text) for passage in document.passages):
            msg = "a passage ends beyond its text"
            raise ValueError(msg)
        return document

    def _lost(self, path: str, what: str, err: Exception) -> Failure:
        self.lost += 1
        return Failure(path, f"no longer there, and {what} is damaged in the record: {err}")


class Earlier:
    """A record that is not read as it stands: its files, its documents, its decisions."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(address(path), uri=True)
        guard(self._db)
        self._refuse_strangers(path)
        self.articles: Final = Articles(self._db)
        self._states: Final = self._all_states()

    def get(self, path: str) -> FileState | None:
        """The file of this path."""
        return self._states.get(path)

    def under(self, start: str) -> Iterator[FileState]:
        """Those whose paths begin so, in order of paths."""
        return (state for path, state in sorted(self._states.items()) if path.startswith(start))

    def by_others(self, made_by: str) -> Iterator[FileState]:
        """All: none was read by rules of today."""
        return (state for _, state in sorted(self._states.items()) if state.made_by != made_by)

    def decided(self) -> State:
        """The decisions file it was linked with."""
        with suppress(*_BROKEN):
            return state(self._db)
        return State()

    def decisions(self) -> list[Decision]:
        """The decisions it was linked with, in the order of their lines; none where it keeps none."""
        found: list[Decision] = []
        with suppress(*_BROKEN):
            for verb, ids, others, *rest in self._db.execute(_DECISIONS):
                found.append(Decision(Verb(verb), tuple(json.loads(ids)), tuple(json.loads(others)), *rest))
        return found

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def _refuse_strangers(self, path: Path) -> None:
        """A table that is asked here must be one, as bilat made it: a record may come from a stranger. Raises
        StoreError."""
        try:
            defined = self._db.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
        except _BROKEN:
            return
        asked = _asked()
        for kind, name, sql in defined:
            if name in asked and (kind != "table" or _plain(sql) not in asked[name]):
                self._db.close()
                msg = f"{path}: no record: its table '{name}' is none that bilat made; move it away"
                raise StoreError(msg)

    def _all_states(self) -> dict[str, FileState]:
        """The files, from both ends of the table: all but those on damaged pages."""
        form = _column(self._db, "files", "form", "''")
        states: dict[str, FileState] = {}
        for order in ("", "DESC"):
            statement = f"SELECT path, size, mtime_ns, hash, {form} FROM files ORDER BY file {order}"
            with suppress(*_BROKEN):
                for row in self._db.execute(statement):
                    states[row[0]] = FileState(*row, made_by=_OF_ANOTHER)
        return states
