"""Figures of one document: analysis, people and claims → Figures.

A figure needs a number (or a rank, or a growth), a measure of the packs that it is tied to, and a country. The rules in
plain words: docs/figures.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.figures.made import is_impossible, made, trimmed, written
from bilat.lang.figures.merge import merged
from bilat.lang.spaced.figures.document import Reader
from bilat.model import Figure, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bilat.lang.figures.draft import Draft
    from bilat.lang.spaced.analysis import Analysis
    from bilat.lang.spaced.events.row import Item
    from bilat.lang.spaced.figures.words import Words
    from bilat.lang.spaced.people import People
    from bilat.model import Claim


def find_figures(
    analysis: Analysis,
    people: People,
    rows: list[list[Item]],
    claims: Sequence[Claim],
    words: Words,
    today: date | None,
) -> tuple[list[Figure], list[Problem]]:
    """The figures of one document in order, and what could not be read."""
    drafts = Reader(analysis, people, rows, claims, words, today).read()
    possible: list[Draft] = []
    problems: list[Problem] = []
    for draft in drafts:
        if is_impossible(draft):
            span = analysis.span(*trimmed(analysis.text, draft.spans[0]))
            problems.append(Problem("impossible_number", f"no such {draft.measure}: {written(draft)}", span))
        else:
            possible.append(draft)
    return [made(draft, analysis.text, analysis.quote) for draft in merged(possible)], problems
