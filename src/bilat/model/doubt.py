"""Two things that linking joined or kept apart without being sure: for a person to decide."""

from typing import NamedTuple

from msgspec import Struct

from bilat.model.fields import Json
from bilat.model.flat import evidence_to_list
from bilat.model.span import Evidence


class Doubt(NamedTuple):
    """`kind` is `actor` (one and other are locals) or `event` (tellings). `joined` tells what linking did, `why` what
    speaks for one, `likely` how much, from 0 to 1."""

    kind: str
    one: str
    other: str
    joined: bool
    why: str
    likely: float

    @property
    def unsure(self) -> float:
        """How far what linking did is from certain: 0 to 1."""
        return 1 - self.likely if self.joined else self.likely


class Witness(Struct, frozen=True):
    """A quotation with the document it stands in."""

    publisher: str | None
    published: str | None
    evidence: Evidence

    def to_dict(self) -> Json:
        return {"publisher": self.publisher, "published": self.published, **evidence_to_list((self.evidence,))[0]}


class DoubtSide(Struct, frozen=True):
    """One of the two. `is_of` is the id of the actor or event it belongs to; `names` are forms of a name or the
    participants, `countries` theirs, `titles` the titles seen most; `first` and `last` are published days for an
    actor, the dates of an event; `type`, `status` and `place` are an event's. `documents` counts."""

    id: str
    is_of: str
    names: tuple[str, ...]
    countries: tuple[str, ...]
    titles: tuple[str, ...]
    first: str | None
    last: str | None
    type: str | None
    status: str | None
    place: str | None
    documents: int
    witnesses: tuple[Witness, ...]

    def to_dict(self) -> Json:
        return {
            "id": self.id,
            "of": self.is_of,
            "names": list(self.names),
            "countries": list(self.countries),
            "titles": list(self.titles),
            "first": self.first,
            "last": self.last,
            "type": self.type,
            "status": self.status,
            "place": self.place,
            "documents": self.documents,
            "evidence": [witness.to_dict() for witness in self.witnesses],
        }


class DoubtRow(Struct, frozen=True):
    """A doubt with both its sides."""

    doubt: Doubt
    one: DoubtSide
    other: DoubtSide

    def to_dict(self) -> Json:
        doubt = self.doubt
        return {
            "kind": doubt.kind,
            "joined": doubt.joined,
            "why": doubt.why,
            "likely": doubt.likely,
            "one": self.one.to_dict(),
            "other": self.other.to_dict(),
        }
