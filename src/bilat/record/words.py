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


@cache
def other_forms() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """What offices, phrases and mechanisms are also called, in other languages too."""
    from bilat.packs import load  # noqa: PLC0415
    from bilat.packs.tables.linking import PostName  # noqa: PLC0415
    from bilat.packs.tables.phrases import Phrase  # noqa: PLC0415

    packs = load()
    known: dict[tuple[str, str], tuple[str, ...]] = {
        ("phrase", row.phrase): (row.en, row.vi) for row in packs.of(Phrase)
    }
    known |= {("office", row.office): row.forms for row in packs.of(PostName)}
    known |= {("mechanism", row.name): (*row.aliases, row.en) for row in packs.mechanisms}
    return {key: tuple(form for form in forms if form) for key, forms in known.items()}
