"""Which documents linking has to look at: those that came, went, or began or ceased to count since it last did.

Every document that comes or loses a source is `touched`. Those that share an id or an address with one are settled with
it. Then the touched ones that count and are not linked are fresh; those that are linked and count no more are gone. A
document that no file holds is marked as superseded by itself until linking has let go of it; then it is removed.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from bilat.model.flat import NOUNS
from bilat.model.rows import Settled, Version
from bilat.record import says
from bilat.record.compact import address_key, text_of
from bilat.record.query import LISTED
from bilat.record.said import Said
from bilat.record.terms import fold, index_terms

_IS_ORPHAN: Final = "superseded_by = document AND document IN (SELECT document FROM touched)"
_SETTLED: Final = 5_000
"""Documents that are settled at a time, and those that share something with them."""


class Changes(NamedTuple):
    """Numbers of documents, sorted: `fresh` are to be linked, `gone` are linked and count no more."""

    fresh: tuple[int, ...]
    gone: tuple[int, ...]


def touch_file(db: sqlite3.Connection, path: str) -> None:
    """The documents of a file lose it as a source."""
    _ = db.execute(
        "INSERT OR IGNORE INTO touched SELECT document FROM sources JOIN files USING (file) WHERE path = ?", (path,)
    )


def touch_all(db: sqlite3.Connection, said: Said) -> None:
    """Every document is to be linked anew; what linking wrote must be forgotten too, copies are here.

    OR FAIL: to undo this statement alone, all pages of the table would be kept in memory (0.9 GB of 600,000
    documents); what fails here undoes the whole batch."""
    said.remove(says.copies(db))
    for table in ("copies", "holders"):
        _ = db.execute(f"DELETE FROM {table}")
    _ = db.execute("UPDATE OR FAIL documents SET linked = 0 WHERE linked")
    _ = db.execute("INSERT OR IGNORE INTO touched SELECT document FROM documents")


def mark_orphans(db: sqlite3.Connection, said: Said) -> None:
    """Touched documents that no file holds stop counting."""
    _ = db.execute(
        f"UPDATE documents SET superseded_by = NULL WHERE {_IS_ORPHAN}"
        " AND EXISTS (SELECT 1 FROM sources s WHERE s.document = documents.document)"
    )
    orphans = sorted(
        _numbers(
            db,
            "SELECT document FROM touched t WHERE NOT EXISTS (SELECT 1 FROM sources s WHERE s.document = t.document)",
        )
    )
    said.remove(says.documents(db, orphans))
    _ = db.executemany(
        "UPDATE documents SET superseded_by = document, id = key || '~' || document WHERE document = ?",
        [(number,) for number in orphans],
    )


def versions(db: sqlite3.Connection, is_article: Callable[[str], bool]) -> Iterator[list[Version]]:
    """The touched documents, and all that share an id or the address of an article (`is_article`) with one of them: in
    groups that share nothing."""
    last = 0
    found: set[int] = set()
    while some := sorted(
        _numbers(db, "SELECT document FROM touched WHERE document > ? ORDER BY document LIMIT ?", last, _SETTLED)
    ):
        last = some[-1]
        group = _group(db, is_article, set(some) - found)
        found.update(version.number for version in group if version.number > last)
        yield group


def _group(db: sqlite3.Connection, is_article: Callable[[str], bool], wave: set[int]) -> list[Version]:
    found: dict[int, Version] = {}
    asked: set[str] = set()
    while wave:
        made = [version for version in _versions(db, wave) if version.number not in found]
        found.update((version.number, version) for version in made)
        given = {version.given for version in made}
        urls = {version.url for version in made if version.url and is_article(version.url)} - asked
        asked |= urls
        wave = _sharing(db, given, urls)
        wave -= found.keys()
    listed = json.dumps([*found])
    orphans = _numbers(
        db,
        "SELECT document FROM documents WHERE superseded_by = document AND +document IN (SELECT document FROM touched)"
        f" AND document {LISTED}",
        listed,
    )
    return [found[number] for number in sorted(found) if number not in orphans]


def _orphans(db: sqlite3.Connection) -> set[int]:
    return _numbers(db, f"SELECT document FROM documents WHERE {_IS_ORPHAN}")


def _numbers(db: sqlite3.Connection, statement: str, *given: object) -> set[int]:
    return {number for (number,) in db.execute(statement, given)}


def _versions(db: sqlite3.Connection, numbers: Iterable[int]) -> Iterable[Version]:
    rows = (
        db.execute(
            "SELECT document, given_id, url, coalesce(published_stamp, published, ''), text_hash, key,"
            " coalesce((SELECT max(fetched) FROM sources s WHERE s.document = d.document), '')"
            " FROM documents d WHERE document = ?",
            (number,),
        ).fetchone()
        for number in sorted(numbers)
    )
    return [Version(*row) for row in rows]


def _sharing(db: sqlite3.Connection, given: Iterable[str], urls: Iterable[str]) -> set[int]:
    found: set[int] = set()
    for id_ in sorted(given):
        found |= _numbers(db, "SELECT document FROM documents WHERE given_id = ?", id_)
    for url in sorted(urls):
        found |= _numbers(db, "SELECT document FROM documents WHERE address = ? AND url = ?", address_key(url), url)
    return found


def settle(db: sqlite3.Connection, said: Said, settled: Iterable[Settled], *, is_unique: bool) -> None:
    """Writes ids and what supersedes what. A document of which one of these changed is touched. Where an index sees to
    it that ids are unique (`is_unique`), each gets one that nobody has before it gets its own."""
    decided = list(settled)
    numbers = [s.number for s in decided]
    said.remove(says.documents(db, numbers))
    for s in decided:
        _ = db.execute(
            "INSERT OR IGNORE INTO touched SELECT document FROM documents"
            " WHERE document = ? AND (superseded_by IS NOT ? OR id <> ?)",
            (s.number, s.superseded_by, s.id),
        )
    new = [{"number": s.number, "superseded_by": s.superseded_by, "id": s.id} for s in decided]
    others = "document = :number AND (superseded_by IS NOT :superseded_by OR id <> :id)"
    if is_unique:
        _ = db.executemany(
            f"UPDATE documents SET id = key || '~' || document WHERE {others}",
            new,
        )
    _ = db.executemany(
        f"UPDATE documents SET id = :id, superseded_by = :superseded_by WHERE {others}",
        new,
    )
    said.add(says.documents(db, numbers))


def changes(db: sqlite3.Connection) -> Changes:
    """What there is to link."""
    touched = "document IN (SELECT document FROM touched)"
    return Changes(
        tuple(
            sorted(
                _numbers(db, f"SELECT document FROM documents WHERE {touched} AND superseded_by IS NULL AND NOT linked")
            )
        ),
        tuple(
            sorted(
                _numbers(db, f"SELECT document FROM documents WHERE {touched} AND superseded_by IS NOT NULL AND linked")
            )
        ),
    )


def take(db: sqlite3.Connection, done: Changes) -> None:
    """These changes are linked."""
    _ = db.executemany("UPDATE documents SET linked = 1 WHERE document = ?", [(number,) for number in done.fresh])
    _ = db.executemany("UPDATE documents SET linked = 0 WHERE document = ?", [(number,) for number in done.gone])


def finish(db: sqlite3.Connection) -> int:
    """Removes the documents that no file holds any more with all that was found in them. Returns how many."""
    orphans = sorted(_orphans(db))
    for number in orphans:
        _remove(db, number)
    return len(orphans)


def forget(db: sqlite3.Connection) -> None:
    """What was touched is linked and checked."""
    _ = db.execute("DELETE FROM touched")


def _remove(db: sqlite3.Connection, document: int) -> None:
    run, one = db.execute, (document,)
    text = text_of(run("SELECT text FROM documents WHERE document = ?", one).fetchone()[0])
    _ = run("INSERT INTO search (search, rowid, terms) VALUES ('delete', ?, ?)", (document, index_terms(fold(text))))
    for table in ("participants", "evidence"):
        _ = run(f"DELETE FROM {table} WHERE telling IN (SELECT telling FROM tellings WHERE document = ?)", one)
    for table in ("clauses", "problems", "tellings", "people", *NOUNS, "touched", "documents"):
        _ = run(f"DELETE FROM {table} WHERE document = ?", one)
