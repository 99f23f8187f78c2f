"""Figures of one document: analysis and people → Figures.

A figure needs a number (or a rank, or a growth) and a measure of the packs named beside it. The rules in plain words:
docs/figures.md.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bilat.lang.steps import alone
from bilat.lang.zh.figures.document import read_document
from bilat.lang.zh.figures.merge import merged
from bilat.lang.zh.figures.rules import Rules, rules
from bilat.model import Figure, Problem, Span

if TYPE_CHECKING:
    from bilat.lang.steps import Steps
    from bilat.lang.zh.analysis import Analysis
    from bilat.lang.zh.figures.draft import Amount, Draft
    from bilat.lang.zh.people import People

__all__ = ["Rules", "figure_steps", "find_figures", "rules"]

LARGEST = 2**63 - 1
"""No value is larger: what a record's whole numbers hold, and more than any economy makes."""
LARGEST_PERCENT = 10**6
_SHOWN = 24
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
    possible: list[Draft] = []
    problems: list[Problem] = []
    for draft in drafts:
        if draft.about:
            draft.about = tuple([_written_about(analysis, draft.at, word) for word in draft.about])
        if _impossible(draft):
            what, span = f"no such {draft.measure}: {_written(draft)}", Span(*_clean(analysis, draft.spans[0]))
            problems.append(Problem("impossible_number", what, span))
        else:
            possible.append(draft)
    return [_figure(analysis, draft) for draft in merged(possible)], problems


def _written_about(analysis: Analysis, at: int, word: str) -> str:
    """A word beside a number at an offset as the article writes it (約為)."""
    start = analysis.text.find(word, max(0, at - _BESIDE), at + _BESIDE)
    return analysis.doc.text[start : start + len(word)] if start >= 0 else word


def _written(draft: Draft) -> str:
    number = str(draft.value if draft.value is not None else draft.change.pct if draft.change else "")
    return number if len(number) <= _SHOWN else f"{number[:_SHOWN]}… ({len(number)} digits)"


def _impossible(draft: Draft) -> bool:
    most = LARGEST_PERCENT if draft.unit == "percent" else LARGEST
    if draft.value is not None and abs(draft.value) > most:
        return True
    if draft.value_max is not None and abs(draft.value_max) > most:
        return True
    return draft.change is not None and abs(draft.change.pct) > LARGEST_PERCENT


def _figure(analysis: Analysis, draft: Draft) -> Figure:
    doc = analysis.doc
    return Figure(
        measure=draft.measure,
        of=draft.of,
        partner=draft.partner,
        value=_plain(draft.value),
        unit=None if draft.value is None else draft.unit,
        period=draft.period,
        evidence=tuple([doc.quote(start, end) for start, end in _quotable(analysis, draft.spans)]),
        value_max=_plain(draft.value_max),
        change_pct=_plain(draft.change.pct) if draft.change is not None else None,
        basis=draft.change.basis if draft.change is not None else None,
        rank=draft.rank,
        about=draft.about,
        attributed_to=draft.attributed_to,
    )


def _plain(value: Amount | None) -> int | float | None:
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(Decimal(value))


def _quotable(analysis: Analysis, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The quotations in order of their telling, those that touch within a line joined."""
    if len(spans) == 1:
        return [_clean(analysis, spans[0])]
    text = analysis.text
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        at = next((i for i, (a, b) in enumerate(joined) if _touch(text, start, end, a, b)), None)
        if at is None:
            joined.append((start, end))
        else:
            joined[at] = (min(joined[at][0], start), max(joined[at][1], end))
    return list(dict.fromkeys(_clean(analysis, span) for span in joined))


def _touch(text: str, start: int, end: int, a: int, b: int) -> bool:
    return start <= b + 1 and a <= end + 1 and "\n" not in text[min(b, end) : max(a, start)]


def _clean(analysis: Analysis, span: tuple[int, int]) -> tuple[int, int]:
    """A span without blanks and marks at its ends."""
    start, end = span
    quote = analysis.doc.text[start:end]
    return end - len(quote.lstrip(_EDGES)), start + len(quote.rstrip(_EDGES))


_EDGES = " \n\t\u3000\xa0，。；;、：:"
