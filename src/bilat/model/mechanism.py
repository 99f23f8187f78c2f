"""A standing committee, forum, summit or dialogue, where one document speaks of it."""

from msgspec import Struct

from bilat.model.span import Evidence


class MechanismUse(Struct, frozen=True, gc=False):
    """A mechanism (and one of its sessions, when `ordinal` says which) with every place where the document names it.

    `mechanism` is the name in the packs, or as written where they do not know it (`known` tells which); `written` the
    name as first written; a mechanism of two countries that the packs do not know is called by the usual names of both
    in the order of their codes, a dash, and the rest. `members` are codes, sorted: those of the packs, else those that
    the name holds.
    """

    mechanism: str
    written: str
    known: bool
    evidence: tuple[Evidence, ...]
    members: tuple[str, ...] = ()
    ordinal: int | None = None
