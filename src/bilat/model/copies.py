"""Copies of one text among documents: what linking reads of it, and what it answers with."""

from collections.abc import Sequence
from typing import NamedTuple


class Sketch(NamedTuple):
    """A document that counts: its `number` in the record, its `id`, the ISO `day` it was published, the `length` of
    its text in characters, and the hashes of its clauses."""

    number: int
    id: str
    day: str | None
    length: int
    clauses: Sequence[int]


class Copy(NamedTuple):
    """`document` says what `of`, the original, said before: both are numbers of the record. `likeness` is the share of
    the copy's wording that stands in the original, from 0 to 1."""

    document: int
    of: int
    likeness: float
