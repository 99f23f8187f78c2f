"""Copies in a record: what linking reads of the documents' wording, and what it answers.

The table `holders` is the inverse of `clauses`, for the documents that are linked: which of them hold a clause.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from bilat.model.copies import Copy, Sketch
from bilat.model.document import READ_FOR_FACTS
from bilat.model.rows import Damage
from bilat.record import says
from bilat.record.compact import passages_of, text_of
from bilat.record.said import Said
from bilat.record.terms import fold
from bilat.text.clauses import clauses, packed, unpacked

_BATCH: Final = 500
_LISTED: Final = "(SELECT value FROM json_each(?))"
_TEXTS: Final = f"SELECT document, text, passages FROM documents WHERE document IN {_LISTED}"
_SKETCHES: Final = f"SELECT document, given_id, key, published, length FROM documents WHERE document IN {_LISTED}"

_ASKED: Final = (
    "CREATE TEMP TABLE IF NOT EXISTS asked"
    " (clause INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (clause, document)) STRICT, WITHOUT ROWID"
)
_HELD_BY: Final = (
    "(SELECT count(*) FROM (SELECT 1 FROM holders h WHERE h.clause = one.clause LIMIT :often + 1))"  # never counts on
)
_OFTEN: Final = f"SELECT clause FROM (SELECT DISTINCT clause FROM asked) one WHERE {_HELD_BY} > :often"
_HOLDING: Final = f"SELECT document FROM holders WHERE clause IN {_LISTED}"
_ALIKE: Final = f"""
SELECT mine, other, shared FROM (
    SELECT a.document AS mine, h.document AS other, count(*) AS shared
    FROM (SELECT clause FROM (SELECT DISTINCT clause FROM asked) one WHERE {_HELD_BY} BETWEEN 2 AND :often)
    JOIN asked a USING (clause) JOIN holders h USING (clause)
    WHERE h.document <> a.document
    GROUP BY a.document, h.document
)
WHERE 4 * shared >= :shared * (SELECT length(hashes) FROM clauses c WHERE c.document = other)
OR 4 * shared >= :shared * (SELECT length(hashes) FROM clauses c WHERE c.document = mine)
"""


def any_held(db: sqlite3.Connection) -> bool:
    """Whether any document was taken in."""
    return db.execute("SELECT 1 FROM holders LIMIT 1").fetchone() is not None


def let_go(db: sqlite3.Connection, said: Said, gone: Sequence[int], often: int, shared: float) -> set[int]:
    """Takes documents out of the holders, and what was found of them. Returns which of the others this concerns: those
    that `alike` finds beside them, and holders of a clause that more than `often` documents held and do no more."""
    listed = json.dumps(gone)
    said.remove(says.copies(db, gone))
    _ = db.execute(f"DELETE FROM copies WHERE document IN {_LISTED}", (listed,))
    _ask(db, gone)
    anew = {other for _, other, _ in db.execute(_ALIKE, {"often": often, "shared": shared})}
    common = _held_often(db, often)
    asked = db.execute("SELECT clause, document FROM asked").fetchall()
    _ = db.executemany("DELETE FROM holders WHERE clause = ? AND document = ?", asked)
    rare = json.dumps(sorted(common - _held_often(db, often)))
    return anew.union(_numbers(db, _HOLDING, rare)) - set(gone)


def take_in(db: sqlite3.Connection, fresh: Sequence[int], often: int, shared: float, *, first: bool) -> set[int]:
    """Puts documents among the holders. Returns which documents this concerns: both of each pair that `alike` finds,
    and holders of a clause which more than `often` documents hold now, and did not. Of a record's `first` documents
    those who are in no pair when all are in need not be looked at."""
    _ask(db, fresh)
    common = set[int]() if first else _held_often(db, often)
    _ = db.execute("INSERT OR IGNORE INTO holders SELECT clause, document FROM asked ORDER BY clause, document")
    more = json.dumps([] if first else sorted(_held_often(db, often) - common))
    found = db.execute(_ALIKE, {"often": often, "shared": shared})
    return _numbers(db, _HOLDING, more).union(*((mine, other) for mine, other, _ in found))


def alike(db: sqlite3.Connection, numbers: Collection[int], often: int, shared: float) -> list[tuple[int, int, int]]:
    """All pairs of one of these documents with another that has clauses of it (of those of the one that has fewer, the
    share `shared`), with how many. Clauses that more than `often` documents hold do not count as shared."""
    _ask(db, numbers)
    return db.execute(_ALIKE, {"often": often, "shared": shared}).fetchall()


def _ask(db: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Lays the clauses of documents ready."""
    _ = db.execute(_ASKED)
    _ = db.execute("DELETE FROM asked")
    rows = db.execute(f"SELECT document, hashes FROM clauses WHERE document IN {_LISTED}", (json.dumps([*numbers]),))
    held = ((clause, document) for document, hashes in rows for clause in unpacked(hashes))
    _ = db.executemany("INSERT INTO asked VALUES (?, ?)", held)


def _held_often(db: sqlite3.Connection, often: int) -> set[int]:
    """The clauses laid ready that more than so many documents hold."""
    return {clause for (clause,) in db.execute(_OFTEN, {"often": often})}


def _numbers(db: sqlite3.Connection, statement: str, *given: object) -> set[int]:
    return {number for (number,) in db.execute(statement, given)}


def sketches(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Sketch]:
    """What documents are sorted by."""
    return {row[0]: Sketch(*row) for row in db.execute(_SKETCHES, (json.dumps(sorted(numbers)),))}


def texts(db: sqlite3.Connection, numbers: Collection[int]) -> dict[int, str]:
    """The folded text of documents, without teasers, credits and footers."""
    rows = db.execute(_TEXTS, (json.dumps(sorted(numbers)),))
    return {number: fold("\n".join(_for_facts(text_of(text), passages))) for number, text, passages in rows}


def _for_facts(text: str, passages: bytes) -> Iterator[str]:
    return (text[start:end] for part, start, end in passages_of(passages) if part in READ_FOR_FACTS)


def known(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Copy]:
    """Which of these documents are kept as copies."""
    rows = db.execute(f"SELECT * FROM copies WHERE document IN {_LISTED}", (json.dumps(sorted(numbers)),))
    return {row[0]: Copy(*row) for row in rows}


def followers(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Copy]:
    """The documents kept as copies that are most like one of these."""
    rows = db.execute(f"SELECT * FROM copies WHERE nearest IN {_LISTED}", (json.dumps(sorted(numbers)),))
    return {row[0]: Copy(*row) for row in rows}


def keep(db: sqlite3.Connection, said: Said, found: Mapping[int, Copy | None]) -> None:
    """Writes which documents are copies, in the place of what was kept of these."""
    said.remove(says.copies(db, found))
    _ = db.executemany("DELETE FROM copies WHERE document = ?", [(document,) for document in found])
    _ = db.executemany("INSERT INTO copies VALUES (?, ?, ?, ?)", [copy for copy in found.values() if copy])
    said.add(says.copies(db, found))


def damaged(db: sqlite3.Connection) -> Iterator[Damage]:
    """Documents whose clauses are not those of their text, or not among the holders; and copies that lead nowhere."""
    rows: list[tuple[int, str, bytes | None, int]] = db.execute(
        "SELECT d.document, d.id, c.hashes, d.linked FROM documents d LEFT JOIN clauses c USING (document)"
        " ORDER BY d.document"
    ).fetchall()
    held = 0
    for at in range(0, len(rows), _BATCH):
        batch = rows[at : at + _BATCH]
        folded = texts(db, [number for number, *_ in batch])
        for number, id_, hashes, linked in batch:
            made = clauses(folded[number])
            if packed(made) != hashes:
                yield Damage("clauses", id_, "not those of the text")
            elif linked:
                asked = [(clause, number) for clause in made]
                held += len(asked)
                missing = sum(
                    db.execute("SELECT 1 FROM holders WHERE clause = ? AND document = ?", one).fetchone() is None
                    for one in asked
                )
                if missing:
                    yield Damage("holders", id_, "not all its clauses are there")
    there = db.execute("SELECT count(*) FROM holders").fetchone()[0]
    if there > held:
        yield Damage("holders", str(there - held), "too many")
    for (id_,) in db.execute(_ASTRAY):
        yield Damage("copies", id_, "does not lead to its original")


_ASTRAY: Final = """
SELECT d.id FROM copies c JOIN documents d USING (document) LEFT JOIN copies n ON n.document = c.nearest
WHERE c.of <> coalesce(n.of, c.nearest) OR c.of IN (SELECT document FROM copies)
"""
