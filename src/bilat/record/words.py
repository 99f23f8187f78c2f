"""What the packs say of the words that a record compares by; loaded when it is first asked for."""

from collections.abc import Mapping
from functools import cache

from bilat.record.terms import fold


@cache
def visits() -> Mapping[str, str]:
    """Folded words → the kind of visit that they tell."""
    from bilat.packs import load  # noqa: PLC0415 -- most questions need no packs
    from bilat.packs.tables.linking import VisitKind  # noqa: PLC0415

    return {fold(word): row.kind for row in load().of(VisitKind) for word in row.words}


@cache
def shared() -> frozenset[str]:
    """Measures that two sides have together, whichever is named first."""
    from bilat.packs import load  # noqa: PLC0415
    from bilat.packs.tables.figures import Measure  # noqa: PLC0415

    return frozenset(row.measure for row in load().of(Measure) if row.sides == "pair")
