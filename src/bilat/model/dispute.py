"""A dispute between countries, or a contested name, as one document writes it."""

from enum import StrEnum

from msgspec import Struct

from bilat.model.span import Evidence


class DisputeKind(StrEnum):
    """`name` is a name that publishers write differently on purpose; `dispute` words that tell of a dispute."""

    NAME = "name"
    DISPUTE = "dispute"


class DisputeMention(Struct, frozen=True, gc=False):
    """`written` exactly as the document has it, with every place where it stands.

    `entry` is the pack's entry that lists the names side by side, None where the same name may belong to several and
    nothing tells which, and for words of dispute. `between` are the countries that the sentence names, sorted.
    """

    written: str
    kind: DisputeKind
    evidence: tuple[Evidence, ...]
    entry: str | None = None
    between: tuple[str, ...] = ()
