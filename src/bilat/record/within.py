"""One document → where the record has what was found in it, and the documents that repeat its words."""

import sqlite3
from typing import Final

from bilat.model.flat import NOUNS
from bilat.model.within import CopyRow, WithinRow

_NUMBER: Final = "(SELECT document FROM documents WHERE id = ?)"
_ACTORS: Final = f"SELECT actor FROM people WHERE document = {_NUMBER} ORDER BY position"
_EVENTS: Final = (
    "SELECT (SELECT min(e.id) FROM reports r JOIN events e USING (event) WHERE r.telling = t.telling)"
    f" FROM tellings t WHERE t.document = {_NUMBER} ORDER BY t.position"
)
_COPY: Final = "SELECT d.id, d.publisher, d.published, d.title FROM copies c JOIN documents d"
_COPY_OF: Final = f"{_COPY} ON d.document = c.of WHERE c.document = {_NUMBER}"
_COPIES: Final = f"{_COPY} USING (document) WHERE c.of = {_NUMBER} ORDER BY d.published IS NULL, d.published, d.id"


def within(db: sqlite3.Connection, document: str) -> WithinRow:
    """The ids of what was found in a document; all empty for an id that is none."""

    def ids(statement: str) -> tuple[str, ...]:
        return tuple(id_ for (id_,) in db.execute(statement, (document,)))

    original = db.execute(_COPY_OF, (document,)).fetchone()
    return WithinRow(
        actors=ids(_ACTORS),
        events=ids(_EVENTS),
        items={
            noun: ids(f"SELECT lower(hex(id)) FROM {noun} WHERE document = {_NUMBER} ORDER BY position")
            for noun in NOUNS
        },
        copy_of=None if original is None else CopyRow(*original),
        copies=tuple(CopyRow(*row) for row in db.execute(_COPIES, (document,))),
    )
