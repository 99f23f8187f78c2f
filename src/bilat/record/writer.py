"""Packed documents → a record file, batch by batch.

The writer works on a file beside the record. Whatever moment it is stopped at, that file holds whole batches only
(SQLite's own journal sees to it), and can be gone on with. What is in it is always the same kind of thing: files with
the documents found in them. So going on after a crash, adding to a record and starting anew are one and the same.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from bilat.errors import StoreError
from bilat.model import Failure
from bilat.model.copies import Copy, Sketch
from bilat.model.decision import Ruled
from bilat.model.flat import NOUNS
from bilat.model.rows import Damage, Settled, Version
from bilat.record import changes, copies, decided, says
from bilat.record.batch import Rows, inserting
from bilat.record.connect import check_kind, guard, prepare, storing
from bilat.record.files import Files, FileState, failures
from bilat.record.indexes import INDEXES, LINKED_INDEXES, SETTLED_INDEXES
from bilat.record.linking import Linking
from bilat.record.pack import Packed, PackedEvent, PackedPerson
from bilat.record.packing import pack_file, remove_packed
from bilat.record.said import Said
from bilat.record.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES
from bilat.record.verify import quick, quick_of_touched
from bilat.record.views import VIEWS

_FILE: Final = inserting("files", 7)
_ENDED: Final = "UPDATE files SET path = ?, size = ?, mtime_ns = ?, hash = ?, form = ?, made_by = ? WHERE file = ?"
_TOGETHER: Final = 256
"""Documents that are inserted together: table by table, for a statement is asked for once then."""
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
            remove_packed(path)
            self._db = sqlite3.connect(path, isolation_level=None)
            try:
                self._prepare(fresh=fresh, left=left)
            except BaseException:
                self._db.close()
                raise
        self._next: dict[str, int] = {}
        self._rows = Rows()
        self._begun: dict[int, str] = {}
        self._said = Said.kept(self.meta("said"))
        self._events: set[int] = set()
        self._mostly_new = False

    def _prepare(self, *, fresh: bool, left: bool) -> None:
        db = self._db
        guard(db)
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

    def files(self) -> Files:
        """The files that are wholly in."""
        return Files(self._db)

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
        """The rows of all that was written since it was last checked that break a promise, as far as SQL can tell
        quickly; see `verify.quick`. Of a record that is complete."""
        with storing(self.path):
            touched = int(self._db.execute("SELECT count(*) FROM touched").fetchone()[0])
            self._mostly_new = touched >= self.count() // 2
            found = quick(self._db) if self._mostly_new else quick_of_touched(self._db, sorted(self._events))
            if not found:
                changes.forget(self._db)
                self._events.clear()
            return found

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
            self._flush()
            self._db.commit()

    def rollback(self) -> None:
        """Gives up a batch."""
        self._rows = Rows()
        self._begun.clear()
        with storing(self.path):
            self._db.rollback()

    def remove_files(self, paths: Iterable[str]) -> None:
        """Forgets files; documents found nowhere else go when the build is finished."""
        with storing(self.path):
            self._flush()
            for path in paths:
                changes.touch_file(self._db, path)
                for table in ("sources", "failures"):
                    _ = self._db.execute(
                        f"DELETE FROM {table} WHERE file = (SELECT file FROM files WHERE path = ?)", (path,)
                    )
                _ = self._db.execute("DELETE FROM files WHERE path = ?", (path,))

    def start_file(self, path: str) -> int:
        """A file whose documents follow, in this batch and later ones; it counts as read only after `end_file`."""
        number = self._number("files")
        self._forget(path, number)
        self._begun[number] = path
        return number

    def _forget(self, path: str, number: int) -> None:
        """Removes another file of this path than the one of the number."""
        with storing(self.path):
            known = self._db.execute("SELECT 1 FROM files WHERE path = ? AND file <> ?", (path, number)).fetchone()
        if known:
            self.remove_files([path])

    def end_file(self, number: int, state: FileState, failures: Sequence[Failure]) -> None:
        """All documents of the file are in. A stream that has no name of its own gets one from `state` only now."""
        path = self._begun.pop(number, None)
        if path != state.path:
            self._forget(state.path, number)
        kept = (state.size, state.mtime_ns, state.hash, state.form, state.made_by)
        with storing(self.path):
            if path is not None:
                _ = self._db.execute(_FILE, (number, state.path, *kept))
            else:
                _ = self._db.execute(_ENDED, (state.path, *kept, number))
            rows = [(number, at, one.path, one.reason, one.aside) for at, one in enumerate(failures)]
            if rows:
                _ = self._db.executemany(inserting("failures", 5), rows)

    def touch_file(self, state: FileState) -> None:
        """The file was written again with the same bytes."""
        with storing(self.path):
            _ = self._db.execute(
                "UPDATE files SET size = ?, mtime_ns = ? WHERE path = ?", (state.size, state.mtime_ns, state.path)
            )

    def add(self, file: int, documents: Sequence[Packed], first: int = 0) -> int:
        """Keeps the documents of a file, numbering their places from `first`; those the record has already (the same
        in all they say) only get one more source. Returns how many were new."""
        rows, before = self._rows, len(self._rows.documents)
        with storing(self.path):
            for place, packed in enumerate(documents, first):
                document = rows.keys.get(packed.key) or self._known(packed.key)
                if document is None:
                    document = self._number("documents")
                    rows.keys[packed.key] = document
                    self._collect(rows, document, packed)
                rows.sources.append((file, place, document, packed.form, packed.fetched))
                rows.touched.append((document,))
            new = len(rows.documents) - before
            if len(rows.sources) >= _TOGETHER:
                self._flush()
        return new

    def _known(self, key: str) -> int | None:
        row = self._db.execute("SELECT document FROM documents WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _flush(self) -> None:
        """Inserts what was collected, and the files that are not wholly in."""
        rows, self._rows = self._rows, Rows()
        rows.insert(self._db)
        _ = self._db.executemany(_FILE, [(n, path, -1, -1, "", "", "") for n, path in self._begun.items()])
        self._begun.clear()

    def _number(self, table: str) -> int:
        number = self._next[table]
        self._next[table] = number + 1
        return number

    def _collect(self, rows: Rows, document: int, packed: Packed) -> None:
        rows.documents.append((document, f"{packed.id}~{packed.key}", packed.id, *packed.row, packed.key, *packed.text))
        rows.terms.append((document, packed.terms))
        rows.clauses.append((document, packed.clauses))
        rows.problems.extend((document, at, *p) for at, p in enumerate(packed.problems))
        people = [self._person(rows, document, at, p) for at, p in enumerate(packed.people)]
        for at, event in enumerate(packed.events):
            self._telling(rows, document, at, event, people)
        for at, item in enumerate(packed.items):
            rows.items[item.noun].append((self._number(item.noun), document, at, item.id, *item.columns))

    def _person(self, rows: Rows, document: int, at: int, packed: PackedPerson) -> int:
        person = self._number("people")
        rows.people.append((person, document, at, packed.id, packed.actor, *packed[1:]))
        return person

    def _telling(self, rows: Rows, document: int, at: int, packed: PackedEvent, people: list[int]) -> None:
        telling = self._number("tellings")
        rows.tellings.append((telling, document, at, *packed.row))
        rows.participants.extend(
            (telling, position, name, country, role, None if person is None else people[person])
            for position, (name, country, role, person) in enumerate(packed.participants)
        )
        rows.evidence.extend((telling, position, *ev) for position, ev in enumerate(packed.evidence))

    def settle(
        self, is_article: Callable[[str], bool], rule: Callable[[list[Version]], Iterable[Settled]]
    ) -> changes.Changes:
        """Asks the rule about the documents that came or went and those that share an id or the address of an article
        with one, group by group; writes the ids and what supersedes what. Returns what there is to link."""
        with storing(self.path):
            self._flush()
            self._make_indexes({name: sql for name, sql in INDEXES.items() if name not in SETTLED_INDEXES})
            is_unique = self._has(SETTLED_INDEXES[0])
            changes.mark_orphans(self._db, self._said)
            for group in changes.versions(self._db, is_article):
                changes.settle(self._db, self._said, rule(group), is_unique=is_unique)
            self._make_indexes(INDEXES)
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
    def linking(self) -> Linking:
        """The linked part of the record."""
        return Linking(self._db, self._said, self._events)

    def unlink(self) -> None:
        """Forgets all that linking wrote: every document is to be linked anew."""
        with storing(self.path):
            self.linking.clear()
            changes.touch_all(self._db, self._said)

    def let_go(self, gone: Sequence[int], often: int, shared: float) -> set[int]:
        """See `copies.let_go`."""
        with storing(self.path):
            return copies.let_go(self._db, self._said, gone, often, shared)

    def any_held(self) -> bool:
        """Whether copies were looked for among any documents yet."""
        with storing(self.path):
            return copies.any_held(self._db)

    def take_in(self, fresh: Sequence[int], often: int, shared: float, *, first: bool) -> set[int]:
        """See `copies.take_in`."""
        with storing(self.path):
            return copies.take_in(self._db, fresh, often, shared, first=first)

    def alike(self, numbers: Collection[int], often: int, shared: float) -> list[tuple[int, int, int]]:
        """Pairs of one of these documents with another that shares clauses with it; see `copies.alike`."""
        with storing(self.path):
            return copies.alike(self._db, numbers, often, shared)

    def sketches(self, numbers: Iterable[int]) -> dict[int, Sketch]:
        """What documents are sorted by, for linking."""
        with storing(self.path):
            return copies.sketches(self._db, numbers)

    def texts(self, numbers: Collection[int]) -> dict[int, str]:
        """The folded texts of documents, for linking."""
        with storing(self.path):
            return copies.texts(self._db, numbers)

    def copies(self, numbers: Iterable[int]) -> dict[int, Copy]:
        """Which of these documents are kept as copies."""
        with storing(self.path):
            return copies.known(self._db, numbers)

    def copies_nearest_to(self, numbers: Iterable[int]) -> dict[int, Copy]:
        """The documents kept as copies that are most like one of these."""
        with storing(self.path):
            return copies.followers(self._db, numbers)

    def keep_copies(self, found: Mapping[int, Copy | None]) -> None:
        """Writes which of these documents are copies."""
        with storing(self.path):
            copies.keep(self._db, self._said, found)

    def kinds(self, ids: Iterable[str]) -> dict[str, decided.Kind]:
        """Of which kind each id is that decisions speak of; without those that no document has."""
        with storing(self.path):
            return decided.kinds(self._db, ids)

    def decide(self, ruled: Sequence[Ruled]) -> None:
        """Writes what became of the decisions."""
        with storing(self.path):
            self._said.remove(says.decisions(self._db))
            decided.write_ruled(self._db, ruled)
            self._said.add(says.decisions(self._db))

    def _make_indexes(self, wanted: Mapping[str, str]) -> None:
        for name, statement in wanted.items():
            if not self._has(name):
                _ = self._db.execute(statement)

    def _has(self, index: str) -> bool:
        return self._db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (index,)).fetchone() is not None

    def complete(self) -> str:
        """Writes the names people chose, makes indexes and the digest; marks the record as complete. Returns the
        digest."""
        with storing(self.path):
            decided.name_actors(self._db)
            self._make_indexes(LINKED_INDEXES)
            self.set_meta("said", str(self._said))
            self.set_meta("digest", self._said.digest)
            self.set_meta("state", "complete")
        return self._said.digest

    def close(self, *, single: bool = False) -> None:
        """Closes the file; `single` folds SQLite's journal into it, so that it can be moved. A file that was mostly
        written anew is written once more, without gaps and with each table in one piece."""
        with storing(self.path):
            try:
                packed = pack_file(self._db, self.path) if single and self._mostly_new else None
                if single:
                    _ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                    _ = self._db.execute("PRAGMA journal_mode = DELETE").fetchall()
            finally:
                self._db.close()
            if packed is not None:
                _ = packed.replace(self.path)
