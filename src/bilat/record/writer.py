"""Packed documents → a record file, batch by batch.

The writer works on a file beside the record. Whatever moment it is stopped at, that file holds whole batches only
(SQLite's own journal sees to it), and can be gone on with. What is in it is always the same kind of thing: files with
the documents found in them. So going on after a crash, adding to a record and starting anew are one and the same.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from bilat.errors import StoreError
from bilat.model import Failure
from bilat.model.copies import Copy, Sketch
from bilat.model.decision import Ruled
from bilat.model.doubt import Doubt
from bilat.model.flat import NOUNS
from bilat.model.linking import Joint, Linked, Telling, Tenure
from bilat.model.rows import Damage, Settled, Version
from bilat.record import actors, changes, copies, decided, doubts, linked
from bilat.record.batch import Rows
from bilat.record.connect import check_kind, prepare, storing
from bilat.record.files import FileState, digest, failures, known_files
from bilat.record.nouns import columns_of
from bilat.record.pack import Packed, PackedEvent, PackedPerson
from bilat.record.schema import APPLICATION_ID, INDEXES, LINKED_INDEXES, SCHEMA_VERSION, TABLES, VIEWS
from bilat.record.verify import quick


def _insert(table: str, columns: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"


_DOCUMENT: Final = (
    "INSERT INTO documents (document, id, given_id, url, publisher, published, published_how, published_stamp, title,"
    " language, script, text_hash, key, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_CHILDREN: Final = {
    "clauses": 2,
    "passages": 5,
    "people": 10,
    "mentions": 4,
    "tellings": 16,
    "participants": 6,
    "evidence": 5,
}
_NUMBERED: Final = {
    "files": "file",
    "documents": "document",
    "people": "person",
    "tellings": "telling",
} | dict.fromkeys(NOUNS, "item")
_INDEX_SETTINGS: Final = f"INSERT INTO search (search, rank) VALUES ('hashsize', {32 * 2**20}), ('automerge', 8);"
"""Bytes of index kept in memory before it is written, and how many such pieces are merged into one: 2.3 s instead of
3.6 s for 6 million characters (measured)."""


class Writer:
    """Writes one record file. Not safe for two at once: `build` holds a lock."""

    def __init__(self, path: Path, *, left: bool = False) -> None:
        """Makes a new file, opens a copy of a record, or one that was `left` by a build that did not end. Raises
        StoreError when that is damaged."""
        self.path = path
        fresh = not path.exists()
        with storing(path):
            self._db = sqlite3.connect(path, isolation_level=None)
            try:
                self._prepare(fresh=fresh, left=left)
            except BaseException:
                self._db.close()
                raise
        self._next: dict[str, int] = {}

    def _prepare(self, *, fresh: bool, left: bool) -> None:
        db = self._db
        _ = db.execute("PRAGMA journal_mode = WAL")
        # A crash of the process loses nothing that is committed. After one of the machine, what is found is checked
        # below; and a finished file is synchronised as a whole before it becomes the record.
        _ = db.execute("PRAGMA synchronous = OFF")
        _ = db.execute("PRAGMA wal_autocheckpoint = 16384")
        prepare(db)
        if fresh or not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            _ = db.executescript(
                f"BEGIN; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
                f" {TABLES} {VIEWS} {_INDEX_SETTINGS} COMMIT"
            )
        check_kind(db, self.path)
        if left and db.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            msg = f"{self.path}: damaged"
            raise StoreError(msg)
        _ = db.execute("INSERT OR REPLACE INTO meta VALUES ('state', 'building')")

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file; for reading."""
        return self._db

    def files(self) -> dict[str, FileState]:
        """The files that are wholly in, by path."""
        return known_files(self._db)

    def meta(self, key: str) -> str | None:
        """A value of the table `meta`."""
        with storing(self.path):
            row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        """Keeps a value in the table `meta`."""
        with storing(self.path):
            _ = self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def count(self) -> int:
        """How many documents there are."""
        with storing(self.path):
            return int(self._db.execute("SELECT count(*) FROM documents").fetchone()[0])

    def failures(self) -> list[Failure]:
        """What could not be read of the files that are in."""
        with storing(self.path):
            return failures(self._db)

    def check(self) -> list[Damage]:
        """The rows that break a promise, as far as SQL can tell quickly; see `verify.quick`."""
        with storing(self.path):
            return quick(self._db)

    def begin(self) -> None:
        """Starts a batch."""
        with storing(self.path):
            _ = self._db.execute("BEGIN IMMEDIATE")
            for table, column in _NUMBERED.items():
                last = self._db.execute(f"SELECT coalesce(max({column}), 0) FROM {table}").fetchone()[0]
                self._next[table] = int(last) + 1

    def commit(self) -> None:
        """Ends a batch: what is in it stays, whatever happens after."""
        with storing(self.path):
            self._db.commit()

    def rollback(self) -> None:
        """Gives up a batch."""
        with storing(self.path):
            self._db.rollback()

    def remove_files(self, paths: Iterable[str]) -> None:
        """Forgets files; documents found nowhere else go when the build is finished."""
        with storing(self.path):
            for path in paths:
                changes.touch_file(self._db, path)
                for table in ("sources", "failures"):
                    _ = self._db.execute(
                        f"DELETE FROM {table} WHERE file = (SELECT file FROM files WHERE path = ?)", (path,)
                    )
                _ = self._db.execute("DELETE FROM files WHERE path = ?", (path,))

    def start_file(self, path: str) -> int:
        """A file whose documents follow, in this batch and later ones; it counts as read only after `end_file`."""
        self.remove_files([path])
        with storing(self.path):
            number = self._number("files")
            _ = self._db.execute(_insert("files", 7), (number, path, -1, -1, "", "", ""))
        return number

    def end_file(self, number: int, state: FileState, failures: Sequence[Failure]) -> None:
        """All documents of the file are in. A stream that has no name of its own gets one from `state` only now."""
        with storing(self.path):
            other = self._db.execute(
                "SELECT path FROM files WHERE path = ? AND file <> ?", (state.path, number)
            ).fetchall()
            self.remove_files(path for (path,) in other)
            _ = self._db.execute(
                "UPDATE files SET path = ?, size = ?, mtime_ns = ?, hash = ?, form = ?, made_by = ? WHERE file = ?",
                (state.path, state.size, state.mtime_ns, state.hash, state.form, state.made_by, number),
            )
            rows = [(number, at, failure.path, failure.reason) for at, failure in enumerate(failures)]
            _ = self._db.executemany(_insert("failures", 4), rows)

    def touch_file(self, state: FileState) -> None:
        """The file was written again with the same bytes."""
        with storing(self.path):
            _ = self._db.execute(
                "UPDATE files SET size = ?, mtime_ns = ? WHERE path = ?", (state.size, state.mtime_ns, state.path)
            )

    def add(self, file: int, documents: Sequence[Packed], first: int = 0) -> int:
        """Keeps the documents of a file, numbering their places from `first`; those the record has already (the same
        in all they say) only get one more source. Returns how many were new."""
        with storing(self.path):
            rows = Rows()
            for place, packed in enumerate(documents, first):
                known = self._db.execute("SELECT document FROM documents WHERE key = ?", (packed.key,)).fetchone()
                document = known[0] if known else rows.keys.get(packed.key)
                if document is None:
                    document = self._number("documents")
                    rows.keys[packed.key] = document
                    self._collect(rows, document, packed)
                rows.sources.append((file, place, document, packed.form))
                rows.touched.append((document,))
            self._insert(rows)
        return len(rows.keys)

    def _number(self, table: str) -> int:
        number = self._next[table]
        self._next[table] = number + 1
        return number

    def _collect(self, rows: Rows, document: int, packed: Packed) -> None:
        rows.documents.append((document, f"{packed.id}~{packed.key}", packed.id, *packed.row, packed.key, packed.text))
        rows.terms.append((document, packed.terms))
        rows.clauses.append((document, packed.clauses))
        rows.passages.extend((document, at, *p) for at, p in enumerate(packed.passages))
        rows.problems.extend((document, at, *p) for at, p in enumerate(packed.problems))
        people = [self._person(rows, document, at, p) for at, p in enumerate(packed.people)]
        for at, event in enumerate(packed.events):
            self._telling(rows, document, at, event, people)
        for at, item in enumerate(packed.items):
            rows.items[item.noun].append((self._number(item.noun), document, at, item.id, *item.columns))

    def _person(self, rows: Rows, document: int, at: int, packed: PackedPerson) -> int:
        person = self._number("people")
        rows.people.append((person, document, at, packed.id, packed.actor, *packed[1:6]))
        rows.mentions.extend((person, position, *span) for position, span in enumerate(packed.mentions))
        return person

    def _telling(self, rows: Rows, document: int, at: int, packed: PackedEvent, people: list[int]) -> None:
        telling = self._number("tellings")
        rows.tellings.append((telling, document, at, *packed.row))
        rows.participants.extend(
            (telling, position, name, country, role, None if person is None else people[person])
            for position, (name, country, role, person) in enumerate(packed.participants)
        )
        rows.evidence.extend((telling, position, *ev) for position, ev in enumerate(packed.evidence))

    def _insert(self, rows: Rows) -> None:
        many = self._db.executemany
        _ = many(_DOCUMENT, rows.documents)
        _ = many("INSERT INTO search (rowid, terms) VALUES (?, ?)", rows.terms)
        for table, columns in _CHILDREN.items():
            _ = many(_insert(table, columns), getattr(rows, table))
        for noun, items in rows.items.items():
            _ = many(_insert(noun, 4 + len(columns_of(noun))), items)
        _ = many(_insert("problems", 7), rows.problems)
        _ = many(_insert("sources", 4), rows.sources)
        _ = many("INSERT OR IGNORE INTO touched VALUES (?)", rows.touched)

    def versions(self, is_article: Callable[[str], bool]) -> list[Version]:
        """The documents that came or went, and those that share an id or the address of an article with one."""
        with storing(self.path):
            self._make_indexes(INDEXES)
            changes.mark_orphans(self._db)
            return changes.versions(self._db, is_article)

    def settle(self, settled: Iterable[Settled]) -> changes.Changes:
        """Writes the ids and what supersedes what. Returns what there is to link."""
        with storing(self.path):
            changes.settle(self._db, settled)
            return changes.changes(self._db)

    def take(self, linked_now: changes.Changes) -> None:
        """These changes are linked."""
        with storing(self.path):
            changes.take(self._db, linked_now)

    def remove_orphans(self) -> int:
        """Removes documents that no file holds any more, when they are linked no more. Returns how many."""
        with storing(self.path):
            return changes.finish(self._db)

    @property
    def actors(self) -> actors.ActorTables:
        """Where linking keeps actors; its errors are SQLite's own."""
        return actors.ActorTables(self._db)

    def actor_of(self) -> dict[str, str]:
        """The actor of each local that is not its own."""
        with storing(self.path):
            return actors.actor_of(self._db)

    def joints(self) -> tuple[list[Joint], list[Joint]]:
        """The joints that were made; and those that were not, the likeliest first."""
        with storing(self.path):
            return actors.joints(self._db), actors.doubtful(self._db)

    def tenures(self) -> list[Tenure]:
        """Who was seen in which office."""
        with storing(self.path):
            return actors.tenures(self._db)

    def forget_links(self) -> None:
        """Every document is to be linked anew, by other rules; before `versions`."""
        with storing(self.path):
            linked.clear(self._db)
            actors.clear(self._db)
            changes.touch_all(self._db)

    def tellings(self) -> Iterator[Telling]:
        """Every event of every document that counts, for linking."""
        with storing(self.path):
            yield from linked.tellings(self._db)

    def sketches(self) -> Iterator[Sketch]:
        """Every document that counts, with what tells its wording, for linking."""
        with storing(self.path):
            yield from copies.sketches(self._db)

    def texts(self, numbers: Collection[int]) -> dict[int, str]:
        """The folded texts of documents, for linking."""
        with storing(self.path):
            return copies.texts(self._db, numbers)

    def keep_copies(self, found: Iterable[Copy]) -> None:
        """Writes which documents are copies; after `link`, which forgets them."""
        with storing(self.path):
            copies.write(self._db, found)

    def link(self, events: Sequence[Linked]) -> None:
        """Writes the events, in the place of those that were there before."""
        with storing(self.path):
            linked.clear(self._db)
            linked.write_events(self._db, events)

    def kinds(self, ids: Iterable[str]) -> dict[str, decided.Kind]:
        """Of which kind each id is that decisions speak of; without those that no document has."""
        with storing(self.path):
            return decided.kinds(self._db, ids)

    def decide(self, ruled: Sequence[Ruled], left: Iterable[Doubt]) -> None:
        """Writes what became of the decisions, and the doubts that are left."""
        with storing(self.path):
            decided.write_ruled(self._db, ruled)
            doubts.write(self._db, left)

    def _make_indexes(self, wanted: Mapping[str, str]) -> None:
        for name, statement in wanted.items():
            if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone():
                _ = self._db.execute(statement)

    def complete(self) -> str:
        """Writes the names people chose, makes indexes and the digest; marks the record as complete. Returns the
        digest."""
        with storing(self.path):
            decided.name_actors(self._db)
            self._make_indexes(LINKED_INDEXES)
            found = digest(self._db)
            self.set_meta("digest", found)
            self.set_meta("state", "complete")
        return found

    def close(self, *, single: bool = False) -> None:
        """Closes the file; `single` folds SQLite's journal into it, so that it can be moved."""
        with storing(self.path):
            try:
                if single:
                    _ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                    _ = self._db.execute("PRAGMA journal_mode = DELETE").fetchall()
            finally:
                self._db.close()
