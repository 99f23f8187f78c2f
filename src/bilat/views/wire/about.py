"""The record itself, and what linking was not sure of."""

from bilat.views.wire.base import Code, Count, DateText, Id, Wire


class RecordAbout(Wire, frozen=True):
    """`digest` stands for all that the record says, `schema_version` for the form of its tables, `bilat` for the
    version that answers."""

    digest: str
    schema_version: Count
    bilat: str
    counts: dict[str, Count]


class Witness(Wire, frozen=True):
    """Words with the document that they stand in."""

    publisher: str | None
    published: DateText | None
    start: Count
    end: Count
    quote: str


class DoubtSide(Wire, frozen=True):
    """One of two things that may be one; `of` is the id of the actor or event that it belongs to."""

    id: Id
    of: Id
    names: tuple[str, ...]
    countries: tuple[Code, ...]
    titles: tuple[str, ...]
    first: DateText | None
    last: DateText | None
    type: str | None
    status: str | None
    place: str | None
    documents: Count
    evidence: tuple[Witness, ...]


class Doubt(Wire, frozen=True):
    """What linking `joined` or kept apart without being sure: `likely` from 0 to 1 that both are one."""

    kind: str
    joined: bool
    why: str
    likely: float
    one: DoubtSide
    other: DoubtSide
