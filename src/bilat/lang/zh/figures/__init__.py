"""Figures of one document: analysis and people → Figures.

A figure needs a number (or a rank, or a growth) and a measure of the packs named beside it. The rules in plain words:
docs/figures.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.figures.made import is_impossible, made, trimmed, written
from bilat.lang.figures.merge import merged
from bilat.lang.steps import alone
from bilat.lang.zh.figures.document import read_document
from bilat.lang.zh.figures.rules import Rules, rules
from bilat.model import Figure, Problem, Span

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.lang.steps import Steps
    from bilat.lang.zh.analysis import Analysis
    from bilat.lang.zh.people import People

__all__ = ["Rules", "figure_steps", "find_figures", "rules"]

_BESIDE = 40
"""Characters around the start of a number within which its words of exactness stand."""


def find_figures(analysis: Analysis, people: People, rules: Rules) -> tuple[list[Figure], list[Problem]]:
    """The figures of one document in order, and what could not be read."""
    return alone(figure_steps(analysis, people, rules))


def figure_steps(analysis: Analysis, people: People, rules: Rules) -> Steps[tuple[list[Figure], list[Problem]]]:
    """The same, in steps."""
    drafts = yield from read_document(analysis, people, rules)
    if not drafts:
        return [], []
    yield
    doc = analysis.doc
    possible: list[Draft] = []
    problems: list[Problem] = []
    for draft in drafts:
        if draft.about:
            draft.about = tuple([_written_about(analysis, draft.at, word) for word in draft.about])
        if is_impossible(draft):
            what, span = f"no such {draft.measure}: {written(draft)}", Span(*trimmed(doc.text, draft.spans[0]))
            problems.append(Problem("impossible_number", what, span))
        else:
            possible.append(draft)
    return [made(draft, doc.text, doc.quote) for draft in merged(possible)], problems


def _written_about(analysis: Analysis, at: int, word: str) -> str:
    """A word beside a number at an offset as the article writes it (約為)."""
    start = analysis.text.find(word, max(0, at - _BESIDE), at + _BESIDE)
    return analysis.doc.text[start : start + len(word)] if start >= 0 else word
