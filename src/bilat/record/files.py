"""What a record knows of the files it was made from."""

import sqlite3
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


def known_files(connection: sqlite3.Connection) -> dict[str, FileState]:
    """The files a record was made from, by path; one whose documents were still coming in is not among them."""
    rows = connection.execute("SELECT path, size, mtime_ns, hash, form, made_by FROM files WHERE made_by <> ''")
    return {row[0]: FileState(*row) for row in rows}


def failures(connection: sqlite3.Connection) -> list[Failure]:
    """What could not be read when the files were last read, and articles that share an id with another."""
    rows = connection.execute("SELECT place, reason FROM failures ORDER BY place, position, reason").fetchall()
    shared = connection.execute(
        "SELECT (SELECT f.path FROM sources s JOIN files f USING (file) WHERE s.document = d.document"
        " ORDER BY f.path LIMIT 1), given_id, id FROM documents d"
        " WHERE id <> given_id AND superseded_by IS NULL ORDER BY id"
    ).fetchall()
    return [
        *(Failure(place, reason) for place, reason in rows),
        *(
            Failure(path, f"the id {given} is that of another article too; kept as {id_}")
            for path, given, id_ in shared
        ),
    ]
