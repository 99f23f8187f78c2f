"""Clauses of one document that tell of undertakings → undertakings: one for each name and stage, in every language."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from bilat.model import Undertaking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.model import Claim, Evidence, Stage

MAX_EVIDENCE: Final = 5
"""Quotations kept."""
MAX_COMPARED: Final = 50
"""Drafts of one stage and the same parties that a new one is compared with."""
NESTED: Final = 40
"""Statements before a verb among which those that hold it are sought."""


class Draft(Struct):
    """An undertaking under way; `name` is `what` in the form in which names are compared."""

    what: str
    name: str
    kind: str
    stage: Stage
    parties: tuple[str, ...]
    giver: str | None
    receiver: str | None
    hedge: list[str]
    on: str | None
    said_by: str | None
    evidence: list[Evidence]

    def take(self, other: Draft) -> None:
        """Adds what another telling of the same has; its name and receiver where that name is longer."""
        for quoted in other.evidence:
            if len(self.evidence) < MAX_EVIDENCE and quoted not in self.evidence:
                self.evidence.append(quoted)
        self.on = self.on or other.on
        self.said_by = self.said_by or other.said_by
        self.hedge += [word for word in other.hedge if word not in self.hedge]
        if len(other.what) > len(self.what):
            self.what, self.name, self.receiver = other.what, other.name, other.receiver


class Drafts:
    """The undertakings of one document so far."""

    def __init__(self) -> None:
        self._all: list[Draft] = []
        self._alike: dict[tuple[object, ...], list[Draft]] = {}

    def add(self, draft: Draft) -> None:
        """Keeps what a clause tells: with what was told of the same before, when stage and parties agree."""
        alike = self._alike.setdefault((draft.stage, draft.kind, draft.parties, draft.giver), [])
        told = next((d for d in alike[-MAX_COMPARED:] if d.name in draft.name or draft.name in d.name), None)
        if told is not None:
            told.take(draft)
            return
        alike.append(draft)
        self._all.append(draft)

    def made(self) -> list[Undertaking]:
        """The undertakings in order of their first quotation."""
        made = [
            Undertaking(
                what=d.what,
                kind=d.kind,
                stage=d.stage,
                evidence=tuple(d.evidence),
                parties=d.parties,
                giver=d.giver,
                receiver=d.receiver,
                hedge=tuple(d.hedge),
                on=d.on,
                said_by=d.said_by,
            )
            for d in self._all
            if d.what
        ]
        return sorted(made, key=lambda u: (u.evidence[0].span, u.what, u.stage))


class Statements:
    """The statements of a document, to ask whose one an offset stands in."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._said = sorted((c.statement.start, c.statement.end, c.speaker) for c in claims if c.statement is not None)

    def speaker(self, at: int) -> str | None:
        """Who says what stands at an offset, the innermost when several statements hold it."""
        last = bisect_right(self._said, at, key=_start)
        around = [s for s in self._said[max(0, last - NESTED) : last] if s[1] > at]
        return min(around, key=lambda s: (s[1] - s[0], s[0]), default=(0, 0, None))[2]


def _start(statement: tuple[int, int, str]) -> int:
    return statement[0]
