"""What is collected of a batch of documents before it is inserted."""

from typing import Any

from bilat.model.flat import NOUNS


class Rows:
    """The rows of a batch of documents, by table."""

    def __init__(self) -> None:
        self.keys: dict[str, int] = {}
        self.documents: list[tuple[Any, ...]] = []
        self.terms: list[tuple[int, str]] = []
        self.clauses: list[tuple[int, bytes]] = []
        self.passages: list[tuple[Any, ...]] = []
        self.people: list[tuple[Any, ...]] = []
        self.mentions: list[tuple[int, int, int, int]] = []
        self.tellings: list[tuple[Any, ...]] = []
        self.participants: list[tuple[Any, ...]] = []
        self.evidence: list[tuple[Any, ...]] = []
        self.items: dict[str, list[tuple[Any, ...]]] = {noun: [] for noun in NOUNS}
        self.problems: list[tuple[Any, ...]] = []
        self.sources: list[tuple[Any, ...]] = []
        self.touched: list[tuple[int]] = []
