"""Whose `we` a sentence speaks with: of a transcript's label, of who is quoted, else of the publisher."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.spaced.sentences import UPPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.lang.spaced.analysis import Analysis
    from bilat.lang.spaced.people import People
    from bilat.model import Claim

_LABEL = re.compile(rf"[{UPPER}][{UPPER} .'-]{{2,60}}?(?= ?(?:\([^)]{{1,40}}\))?:)")
"""Who speaks, before the words of a transcript: `PRESIDENT ABEL:`."""


def voices(analysis: Analysis, people: People, claims: Sequence[Claim]) -> list[str | None]:
    """The country of who speaks, sentence by sentence."""
    by_name = {word: person.country for person in reversed(people.persons) for word in person.words[-1:]}
    said = [(claim.evidence[0].span.start, claim.speaker_country) for claim in claims]
    said = [(at, country) for at, country in said if country is None or "," not in country]
    home, at = people.at_home, 0
    voice, out = home, list[str | None]()
    for line in analysis.lines:
        label = _LABEL.match(analysis.text, line.start, line.end)
        if label is not None:
            names = [word.casefold() for word in re.split(r"[ -]", label[0]) if word]
            voice = next((by_name[name] for name in reversed(names) if name in by_name), home)
        first, last = analysis.folded.span(line.start, line.end)
        while at < len(said) and said[at][0] < first:
            at += 1
        told = said[at][1] if at < len(said) and said[at][0] < last else None
        out.append(told or voice)
    return out
