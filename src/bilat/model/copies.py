"""Copies of one text among documents: what linking reads of it, and what it answers with."""

from typing import NamedTuple


class Sketch(NamedTuple):
    """A document that counts: its `number` in the record, the id it was `given`, its `key`, the ISO `day` it was
    published and the `length` of its text in characters."""

    number: int
    given: str
    key: str
    day: str | None
    length: int


class Copy(NamedTuple):
    """`document` says what `of`, the original, said before; `nearest` is the earlier document that it is most like: the
    original, or a copy of it itself. All are numbers of the record. `likeness` is the share of the copy's wording that
    stands in the original, from 0 to 1."""

    document: int
    of: int
    nearest: int
    likeness: float
