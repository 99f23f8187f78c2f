"""What a record knows of the files it was made from, and the digest of what it says."""

import sqlite3
from dataclasses import dataclass
from hashlib import blake2b

from bilat.model import Failure
from bilat.record.linked import says


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


def digest(connection: sqlite3.Connection) -> str:
    """A hash of all that the record says: the sorted ids and keys of its documents, which supersedes which, and what
    linking says. A key hashes a document and its reading, so nothing said is left out; no path, time, number or order
    comes in."""
    rows = connection.execute(
        "SELECT d.id, d.key, coalesce(n.id, '') FROM documents d LEFT JOIN documents n ON n.document = d.superseded_by"
    ).fetchall()
    whole = blake2b(digest_size=16)
    for row in sorted(rows):
        whole.update("\t".join(row).encode() + b"\n")
    for line in says(connection):
        whole.update(line.encode() + b"\n")
    return whole.hexdigest()


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
