"""A wording that recurs and stands in no pack: what discovery gives a person to accept."""

from msgspec import Struct

from bilat.model.fields import Json
from bilat.model.flat import evidence_to_list
from bilat.model.span import Evidence


class Wording(Struct, frozen=True, gc=False):
    """In how many documents, in how many months and by how many publishers it was found, the statistic it is ranked by
    (its language's page says which), and the first place of it."""

    wording: str
    documents: int
    months: int
    publishers: int
    score: float
    example: Evidence

    def to_dict(self) -> Json:
        return {
            "wording": self.wording,
            "score": round(self.score, 2),
            "documents": self.documents,
            "months": self.months,
            "publishers": self.publishers,
            "document": self.example.document,
            "evidence": evidence_to_list((self.example,)),
        }
