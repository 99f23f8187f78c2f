"""What one sentence holds while its figures are put together: numbers, measures, clauses."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilat.lang.figures.draft import Draft
from bilat.model import Part

if TYPE_CHECKING:
    from bilat.lang.spaced.analysis import Line
    from bilat.lang.spaced.figures.quantity import Quantity
    from bilat.lang.spaced.figures.words import Named, Words


@dataclass(slots=True)
class Scope:
    """A sentence under way; `order` is its number in the document, `drafts` are its figures so far."""

    text: str
    small: str
    line: Line
    order: int
    words: Words
    named: list[Named]
    numbers: list[Quantity]
    cuts: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    drafts: list[Draft] = field(default_factory=list[Draft])

    def __post_init__(self) -> None:
        pattern = breaks(self.words.forms.breaks)
        self.cuts = [m.span() for m in pattern.finditer(self.text, self.line.start, self.line.end)]

    def clause(self, at: int) -> tuple[int, int]:
        """Start and end of the clause that holds an offset."""
        which = bisect_right(self.cuts, (at, at))
        start = self.cuts[which - 1][1] if which else self.line.start
        return start, self.cuts[which][0] if which < len(self.cuts) else self.line.end

    def draft(self, named: Named, start: int, end: int) -> Draft:
        """A figure of what is named, for a number at `start`:`end`; it quotes the clauses of both."""
        from_, to = min(start, named.start), max(end, named.end)
        sentence = self.line.sentence
        draft = Draft(
            named.row.measure,
            named.row,
            start,
            [(self.clause(from_)[0], self.clause(to - 1)[1])],
            self.order,
            sentence.paragraph,
        )
        draft.until, draft.sure = end, named.sure
        draft.clause, draft.parts = self.clause(start), (named.start, named.end)
        draft.title = sentence.part is Part.HEADLINE
        return draft

    def is_none(self, at: int) -> bool:
        """Whether words beside a number make it none of ours: a price, a share of stock."""
        start, end = self.clause(at)
        return self.words.no_figure.search(self.text, start, end) is not None


_BREAKS: dict[str, re.Pattern[str]] = {}


def breaks(source: str) -> re.Pattern[str]:
    """The pattern of what parts clauses."""
    known = _BREAKS.get(source)
    if known is None:
        known = _BREAKS[source] = re.compile(source, re.IGNORECASE)
    return known
