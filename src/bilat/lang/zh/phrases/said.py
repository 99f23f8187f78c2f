"""Whose words a stretch of the text is: claims → the claim whose statement holds it."""

from collections.abc import Sequence

from bilat.model import Claim, Span
from bilat.model.claim import Mode


class Said:
    """The statements of one document, to be asked in the order of the text."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        spans = [(span.start, span.end, claim) for claim in claims for span in _told(claim)]
        self._coming = sorted(spans, key=lambda told: told[:2], reverse=True)
        self._open: list[tuple[int, int, Claim]] = []

    def by(self, start: int, end: int) -> Claim | None:
        """The claim with the shortest statement around a stretch; None in the article's own words."""
        while self._coming and self._coming[-1][0] <= start:
            self._open.append(self._coming.pop())
        if not self._open:
            return None
        self._open = [told for told in self._open if told[1] > start]
        around = [told for told in self._open if end <= told[1]]
        return min(around, key=lambda told: told[1] - told[0])[2] if around else None


def _told(claim: Claim) -> tuple[Span, ...]:
    """Where the words of a claim stand. A silence has none; a claim without a statement of its own is its evidence."""
    if claim.mode is Mode.SILENCE:
        return ()
    return (claim.statement,) if claim.statement is not None else tuple(ev.span for ev in claim.evidence)
