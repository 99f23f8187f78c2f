"""Undertakings of one document: a noun of the packs, a verb that tells how far it has come, and two sides.

The same nouns of fields, kinds and stages as in Chinese (docs/undertakings.md); the words are each language's own.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bilat.lang.spaced.undertakings.find import Story, candidates
from bilat.lang.spaced.undertakings.gather import gathered
from bilat.lang.spaced.undertakings.rules import rules
from bilat.lang.spaced.undertakings.sides import PAIR

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bilat.lang.spaced.analysis import Analysis
    from bilat.lang.spaced.events.row import Item
    from bilat.lang.spaced.people import People
    from bilat.lang.spaced.speech import Speech
    from bilat.lang.spaced.undertakings.find import Found
    from bilat.model import Claim, Undertaking

LONGEST_SENTENCE: Final = 800
"""Characters of the longest sentence that is read: a longer one is a list, or text without its marks."""


def find_undertakings(
    analysis: Analysis,
    people: People,
    rows: Sequence[list[Item]],
    claims: Sequence[Claim],
    speech: Speech,
    today: date | None,
) -> list[Undertaking]:
    """The undertakings of one document, in order. `rows` are the items of its sentences."""
    sides = Counter(hit.word.side for line in analysis.lines for hit in line.hits if hit.word.side is not None)
    if len(sides) < PAIR:
        return []
    words = rules(speech)
    small = analysis.small
    nouns = words.nouns(small)
    story = Story(analysis, people, speech, words, small, sides, rows)
    found: list[Found] = []
    at = 0
    for number, line in enumerate(analysis.lines):
        while at < len(nouns) and nouns[at].start < line.start:
            at += 1
        first = at
        while at < len(nouns) and nouns[at].end <= line.end:
            at += 1
        if first < at and rows[number] and line.end - line.start <= LONGEST_SENTENCE:
            found += candidates(story, number, nouns[first:at])
    return gathered(story, found, claims, today)
