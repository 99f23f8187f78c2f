"""Who gives a number, as written: according to the customs office, theo Tổng cục Thống kê. Sentence → name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.spaced.figures.scope import breaks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.lang.spaced.analysis import Analysis
    from bilat.lang.spaced.figures.scope import Scope
    from bilat.model import Claim


def source_of(analysis: Analysis, scope: Scope, claims: Sequence[Claim]) -> tuple[str | None, bool]:
    """Who gives the numbers of a sentence, and whether as data, which go on in the next sentences."""
    text, line, forms = analysis.text, scope.line, scope.words.forms
    for source in forms.sources:
        found = breaks(source).search(text, line.start, line.end)
        if found is not None:
            start, end = found.span("source")
            return analysis.written(start, end).strip(), True
    first, last = analysis.folded.span(line.start, line.end)
    for claim in claims:
        span = claim.evidence[0].span
        if first <= span.start < last:
            return claim.speaker, False
    return None, False
