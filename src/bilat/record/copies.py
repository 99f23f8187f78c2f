"""Copies in a record: what linking reads of the documents' wording, and what it answers."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from bilat.model.copies import Copy, Sketch
from bilat.model.document import READ_FOR_FACTS
from bilat.model.rows import Damage
from bilat.record.terms import fold
from bilat.text.clauses import clauses, packed, unpacked

_BATCH: Final = 500
_PARTS: Final = ", ".join(f"'{part}'" for part in sorted(READ_FOR_FACTS))
_SKETCHES: Final = (
    "SELECT c.document, d.id, d.published, length(d.text), c.hashes FROM clauses c JOIN documents d USING (document)"
    " WHERE d.superseded_by IS NULL ORDER BY c.document"
)
_TEXTS: Final = (
    "SELECT d.document, d.text, (SELECT json_group_array(json_array(start_char, end_char)) FROM"
    f" (SELECT start_char, end_char FROM passages p WHERE p.document = d.document AND part IN ({_PARTS})"
    " ORDER BY position)) FROM documents d WHERE d.document IN (SELECT value FROM json_each(?))"
)
SAYS: Final = (
    "SELECT json_array(d.id, o.id, c.likeness) AS line FROM copies c JOIN documents d USING (document)"
    " JOIN documents o ON o.document = c.of ORDER BY line"
)
"""One line for each copy, by ids alone: what the digest of a record holds of it."""


def sketches(db: sqlite3.Connection) -> Iterator[Sketch]:
    """Every document that counts."""
    for number, id_, day, length, hashes in db.execute(_SKETCHES):
        yield Sketch(number, id_, day, length, unpacked(hashes))


def texts(db: sqlite3.Connection, numbers: Collection[int]) -> dict[int, str]:
    """The folded text of documents, without teasers, credits and footers."""
    rows = db.execute(_TEXTS, (json.dumps(sorted(numbers)),))
    return {
        number: fold("\n".join(text[start:end] for start, end in json.loads(passages)))
        for number, text, passages in rows
    }


def damaged(db: sqlite3.Connection) -> Iterator[Damage]:
    """Documents whose clauses are not those of their text, and originals that are copies themselves."""
    rows: list[tuple[int, str, bytes | None]] = db.execute(
        "SELECT d.document, d.id, c.hashes FROM documents d LEFT JOIN clauses c USING (document) ORDER BY d.document"
    ).fetchall()
    for at in range(0, len(rows), _BATCH):
        batch = rows[at : at + _BATCH]
        folded = texts(db, [number for number, _, _ in batch])
        for number, id_, hashes in batch:
            if packed(clauses(folded[number])) != hashes:
                yield Damage("clauses", id_, "not those of the text")
    for (id_,) in db.execute(
        "SELECT d.id FROM copies c JOIN documents d USING (document) WHERE c.of IN (SELECT document FROM copies)"
    ):
        yield Damage("copies", id_, "the original is a copy itself")


def write(db: sqlite3.Connection, found: Iterable[Copy]) -> None:
    """Keeps the copies, in the place of those kept before."""
    _ = db.execute("DELETE FROM copies")
    _ = db.executemany("INSERT INTO copies VALUES (?, ?, ?)", found)
