"""Monarchs whose country no word tells: that of the city they are met in, where the country has such a throne."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bilat.lang.spaced.lexicon import lower
from bilat.packs.tables.spaced import Throne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.lang.spaced.analysis import Analysis, Line
    from bilat.lang.spaced.people import Known, Sighting
    from bilat.lang.spaced.speech import Speech
    from bilat.packs import Packs

_LED = 12
"""Characters in which the word before a city stands."""
_REACH = 3
"""Words of the longest title of a throne."""


@lru_cache(maxsize=8)
def _thrones(packs: Packs) -> dict[str, frozenset[str]]:
    """Title → the countries that have such a throne."""
    return {title: frozenset(row.countries) for row in packs.of(Throne) for title in row.titles}


def by_city(known: Known, analysis: Analysis, speech: Speech, named: set[str], others: Sequence[Known]) -> str | None:
    """The country of a monarch by a city of his sentences: one that has such a throne, when it is the only one of these
    that the document names and nobody else is known to sit on it."""
    found: set[str] = set()
    for sighting in known.sightings:
        countries = _seats(sighting, analysis, speech)
        if countries:
            there = _cities(analysis, analysis.lines[sighting.line], speech) & countries
            found |= (named & countries) if there else there
    taken = {other.country for other in others if other is not known and other.kinds & known.kinds}
    return next(iter(found)) if len(found) == 1 and not found & taken else None


def _seats(sighting: Sighting, analysis: Analysis, speech: Speech) -> frozenset[str]:
    """The countries that have a throne of the title of a sighting."""
    title = sighting.title
    if title is None or title.start is None or title.end is None:
        return frozenset()
    words = lower(analysis.text[title.start : title.end]).split()
    ends = (" ".join(words[-n:]) for n in range(_REACH, 0, -1))
    starts = (" ".join(words[:n]) for n in range(_REACH, 0, -1))
    thrones = _thrones(speech.packs)
    return next((thrones[word] for word in (*ends, *starts) if word in thrones), frozenset[str]())


def _cities(analysis: Analysis, line: Line, speech: Speech) -> set[str]:
    """The countries of the cities of a sentence that something happens in."""
    cities = [(hit.start, hit.word.city) for hit in line.hits if hit.word.city is not None]
    return {city.country for start, city in cities if _led_by(analysis.text, start) in speech.of_role("in")}


def _led_by(text: str, start: int) -> str:
    """The word before an offset."""
    ahead = text[max(start - _LED, 0) : start].lower().split()
    return ahead[-1] if ahead else ""
