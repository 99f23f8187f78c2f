"""What a record knows of the files it was made from."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from bilat.model import Failure


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was when it was read: `mtime_ns` -1 when it may have changed meanwhile. `form` is the one
    it was said to have, empty when it was recognised; `made_by` names the version of readers, rules and packs."""

    path: str
    size: int
    mtime_ns: int
    hash: str
    form: str
    made_by: str


class Files:
    """The files a record was made from; one whose documents were still coming in is not among them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def get(self, path: str) -> FileState | None:
        """The file of this path."""
        return next(self._states("path = ?", path), None)

    def under(self, start: str) -> Iterator[FileState]:
        """Those whose paths begin so, in order of paths."""
        return self._states("path BETWEEN ? AND ? ORDER BY path", start, f"{start}\U0010ffff")

    def by_others(self, made_by: str) -> Iterator[FileState]:
        """Those that another version of readers, rules and packs made, in order of paths."""
        earlier, later = self._states("made_by < ?", made_by), self._states("made_by > ?", made_by)
        return iter(sorted((*earlier, *later), key=lambda state: state.path))

    def _states(self, where: str, *values: str) -> Iterator[FileState]:
        statement = f"SELECT path, size, mtime_ns, hash, form, made_by FROM files WHERE made_by <> '' AND {where}"
        try:
            rows = self._db.execute(statement, values)
        except UnicodeEncodeError:  # a path that is no text: none such is kept
            return
        for row in rows:
            yield FileState(*row)


def failures(connection: sqlite3.Connection) -> list[Failure]:
    """What could not be read when the files were last read, and articles that share an id with another."""
    rows = connection.execute("SELECT place, reason, aside FROM failures ORDER BY place, position, reason").fetchall()
    shared = connection.execute(
        "SELECT (SELECT f.path FROM sources s JOIN files f USING (file) WHERE s.document = d.document"
        " ORDER BY f.path LIMIT 1), given_id, id FROM documents d"
        " WHERE id <> given_id AND superseded_by IS NULL ORDER BY id"
    ).fetchall()
    return [
        *(Failure(place, reason, bool(aside)) for place, reason, aside in rows),
        *(
            Failure(path, f"the id {given} is that of another article too; kept as {id_}")
            for path, given, id_ in shared
        ),
    ]
