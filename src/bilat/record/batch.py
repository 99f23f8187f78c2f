"""What is collected of a batch of documents, and how it is inserted."""

import sqlite3
from typing import Any, Final

from bilat.model.flat import NOUNS
from bilat.record.nouns import columns_of

_DOCUMENT: Final = (
    "INSERT INTO documents (document, id, given_id, url, address, publisher, published, published_how, published_stamp,"
    " title, language, script, text_hash, key, length, passages, text)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_CHILDREN: Final = {
    "clauses": 2,
    "people": 12,
    "tellings": 16,
    "participants": 6,
    "evidence": 5,
    "problems": 7,
    "sources": 5,
}
"""Columns of each table."""


def inserting(table: str, columns: int) -> str:
    """The statement that inserts a row of so many columns."""
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"


class Rows:
    """The rows of a batch of documents, by table."""

    def __init__(self) -> None:
        self.keys: dict[str, int] = {}
        self.documents: list[tuple[Any, ...]] = []
        self.terms: list[tuple[int, str]] = []
        self.clauses: list[tuple[int, bytes]] = []
        self.people: list[tuple[Any, ...]] = []
        self.tellings: list[tuple[Any, ...]] = []
        self.participants: list[tuple[Any, ...]] = []
        self.evidence: list[tuple[Any, ...]] = []
        self.items: dict[str, list[tuple[Any, ...]]] = {noun: [] for noun in NOUNS}
        self.problems: list[tuple[Any, ...]] = []
        self.sources: list[tuple[Any, ...]] = []
        self.touched: list[tuple[int]] = []

    def insert(self, db: sqlite3.Connection) -> None:
        """Inserts them, table by table."""
        many = db.executemany
        _ = many(_DOCUMENT, self.documents)
        _ = many("INSERT INTO search (rowid, terms) VALUES (?, ?)", self.terms)
        for table, columns in _CHILDREN.items():
            _ = many(inserting(table, columns), getattr(self, table))
        for noun, items in self.items.items():
            _ = many(inserting(noun, 4 + len(columns_of(noun))), items)
        _ = many("INSERT OR IGNORE INTO touched VALUES (?)", self.touched)
