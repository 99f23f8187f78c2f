"""Two of one government named together, the country told with one: `Chilean President A and Foreign Minister B`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bilat.lang.spaced.lexicon import lower

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.lang.spaced.people import Known, Sighting
    from bilat.lang.spaced.speech import Speech


def join(persons: list[Known], text: str, speech: Speech, heads: frozenset[str]) -> None:
    """Gives a minister the country of the one named before him, and a head of state or government that of the minister
    named behind: `President A and Foreign Minister B of Chile`. Not to whom another mention, or a pack, places."""
    if not speech.of_role("cabinet"):
        return
    for first, one, second, other in _together(persons, text, speech):
        of_heads = second.kind in heads
        if not _serves(second, text, speech) or first.kind is None or (of_heads and first.kind == second.kind):
            continue
        if first.side is not None and not _is_placed(other):
            other.country = first.side
        elif second.side is not None and first.kind in heads and not of_heads and not _is_placed(one):
            one.country = second.side


def _together(persons: list[Known], text: str, speech: Speech) -> Iterator[tuple[Sighting, Known, Sighting, Known]]:
    """Sightings that nothing but a word for `and` parts, each with its person."""
    seen = sorted(((s, each) for each in persons for s in each.sightings), key=lambda pair: pair[0].piece.start)
    for (first, one), (second, other) in pairwise(seen):
        end = first.later.ends if first.later is not None else first.piece.end
        start = second.title.begins if second.title is not None else second.piece.start
        if one is not other and text[end:start].strip(" ,") in speech.of_role("and"):
            yield first, one, second, other


def _serves(sighting: Sighting, text: str, speech: Speech) -> bool:
    """Whether a title before a name is that of a minister, in words that every country has."""
    title = sighting.title
    if title is None or title.start is None or title.end is None:
        return False
    words = f" {lower(text[title.start : title.end])} "
    return any(f" {word} " in words for word in speech.of_role("cabinet"))


def _is_placed(known: Known) -> bool:
    """Whether any mention of a person names a country, or a pack knows him."""
    return any(s.side is not None or s.listed is not None for s in known.sightings)
