"""What one sentence holds while its figures are put together: numbers, measures, periods, countries."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilat.lang.figures.draft import COUNT, MONEY, Draft
from bilat.lang.zh.dates import find_dates
from bilat.lang.zh.figures.period import periods
from bilat.lang.zh.figures.rules import Named
from bilat.model import Part

if TYPE_CHECKING:
    from datetime import date

    from bilat.lang.zh.analysis import Sentence
    from bilat.lang.zh.figures.gate import Look
    from bilat.lang.zh.figures.parties import Countries, Place
    from bilat.lang.zh.figures.period import Period
    from bilat.lang.zh.figures.quantity import Quantity
    from bilat.lang.zh.figures.rules import Rules

_COMMA = re.compile("[,:](?:(?<=:)|(?<![0-9],)|(?![0-9]{3}))")

_HEADLINE = Part.HEADLINE

FAR = 45
"""Characters back at which a measure named in an earlier clause still governs a number."""


@dataclass(slots=True)
class Scope:
    """A sentence under way. `looks` are its numbers at first sight, `named` its measures, `levels` its numbers that are
    no growth, `previous` the figures told before it in the document, `drafts` its own so far."""

    text: str
    sentence: Sentence
    order: int
    rules: Rules
    looks: list[Look]
    named: list[Named]
    countries: Countries
    published: date | None
    previous: list[Draft]
    drafts: list[Draft] = field(default_factory=list[Draft])
    found_periods: list[Period] | None = None
    levels: list[Quantity] = field(default_factory=list["Quantity"])
    commas: list[int] = field(default_factory=list[int])
    stands: tuple[int, int] | None = None
    _places: list[Place] | None = None
    _no_figures: list[int] | None = None

    def __post_init__(self) -> None:
        self.commas = [m.start() for m in _COMMA.finditer(self.text, self.sentence.start, self.sentence.end)]

    @property
    def places(self) -> list[Place]:
        """The countries of the sentence, looked for when first asked for."""
        if self._places is None:
            self._places = self.countries.of(self.sentence)
        return self._places

    @property
    def periods(self) -> list[Period]:
        """The periods the sentence speaks of, looked for when first asked for."""
        if self.found_periods is None:
            start, end = self.sentence.start, self.sentence.end
            dates = find_dates(self.text, start, end, self.published)
            self.found_periods = periods(self.text, start, end, dates, self.published)
        return self.found_periods

    @property
    def last(self) -> Draft | None:
        """The figure told last, here or before."""
        return self.drafts[-1] if self.drafts else self.previous[-1] if self.previous else None

    def clause(self, at: int) -> tuple[int, int]:
        """Start and end of the clause that holds an offset."""
        which = bisect_left(self.commas, at)
        start = self.commas[which - 1] + 1 if which else self.sentence.start
        return start, self.commas[which] if which < len(self.commas) else self.sentence.end

    def draft(self, hit: Named | Draft, start: int, end: int) -> Draft:
        """A figure of what is named, for a number at `start`:`end`; it quotes the clauses of both."""
        clause = from_, to = self.clause(start)
        if end > to:
            to = self.clause(end - 1)[1]
        row, parts, told = hit.row, (start, start), None
        if isinstance(hit, Draft):
            told = hit
        else:
            parts = hit.start, hit.end
            if hit.start < from_:
                from_ = self.clause(hit.start)[0]
            if hit.end > to:
                to = self.clause(hit.end - 1)[1]
        sentence = self.sentence
        draft = Draft(row.measure, row, start, [(from_, to)], self.order, sentence.paragraph)
        draft.clause, draft.parts, draft.told, draft.title = clause, parts, told, sentence.part is _HEADLINE
        return draft

    def no_figure(self, at: int) -> bool:
        """Whether the clause of an offset holds a word that makes its numbers none of ours (股价, 罚金)."""
        if self._no_figures is None:
            self._no_figures = self._find_no_figures()
        if not self._no_figures:
            return False
        start, end = self.clause(at)
        return any(start <= word < end for word in self._no_figures)

    def _find_no_figures(self) -> list[int]:
        """Where words that make no figure of a number stand outside the names of measures."""
        return [
            m.start()
            for m in self.rules.no_figure.finditer(self.text, self.sentence.start, self.sentence.end)
            if not any(h.start <= m.start() and m.end() <= h.end for h in self.named)
        ]

    def levels_told(self) -> list[Draft]:
        """The amounts of the sentence that no growth belongs to yet."""
        return [d for d in self.drafts if d.change is None and d.value is not None and d.kind in {MONEY, COUNT}]
