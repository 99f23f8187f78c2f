"""What a table is made of: columns, how their cells are written, and what they may hold."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Form(StrEnum):
    """How a cell is written."""

    TEXT = "text"
    LIST = "list"
    """Alternatives between `|`, in order of preference."""
    FLAG = "flag"
    """`yes` or `no`."""


class Refers(StrEnum):
    """Which codes a cell may hold."""

    NOTHING = "nothing"
    COUNTRY = "country"
    ACTOR = "actor"
    """A country's or an organisation's code."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its meaning for docs, how its cells are written, and what they may hold (`allowed` empty: anything)."""

    name: str
    about: str
    form: Form = Form.TEXT
    required: bool = False
    allowed: frozenset[str] = frozenset()
    refers: Refers = Refers.NOTHING


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `row` makes one row from the cells in column order.

    No two rows have the same cells in the first `key` columns, and no word of the `words` columns stands in two rows.
    """

    name: str
    row: type[Any]
    about: str
    columns: tuple[Column, ...]
    key: int = 1
    words: tuple[str, ...] = ()


def one_of(words: str) -> frozenset[str]:
    """The words a cell may hold."""
    return frozenset(words.split())
