"""A clause that tells of an undertaking → a draft: its hedges, its day, who says so."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from bilat.lang.undertakings import Draft, Drafts, Statements
from bilat.lang.zh.dates import DateKind, find_dates
from bilat.lang.zh.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.lang.zh.undertakings.find import Found
    from bilat.lang.zh.undertakings.scene import Scene, Story
    from bilat.model import Claim, Undertaking

_DATE = re.compile("[年月日号天周]|星期|早|晚")
"""What stands in every date; a clause without it is not searched for one."""
_DATED = {DateKind.ABSOLUTE, DateKind.PARTIAL, DateKind.WEEKDAY, DateKind.RELATIVE}
OPENING = 2
"""Characters before a hedge that opens its sentence (据悉,…)."""
DAY_ALONE = 14
"""Characters of a clause that holds a date and nothing else."""


class Gathered:
    """The undertakings of one document so far."""

    def __init__(self, story: Story, claims: Sequence[Claim]) -> None:
        self._story = story
        self._doc = story.analysis.doc
        self._said = Statements(claims)
        self._drafts = Drafts()
        published = self._doc.published
        self._published = date.fromisoformat(published.day) if published is not None else None

    def add(self, scene: Scene, found: Found) -> None:
        """Keeps what a clause tells."""
        what, sides = self._doc.text[found.thing.start : found.thing.end], found.sides
        self._drafts.add(
            Draft(
                what=what,
                name=fold(what),
                kind=found.thing.kind,
                stage=found.stage,
                parties=sides.parties,
                giver=sides.giver,
                receiver=sides.receiver,
                hedge=self._hedges(scene, found),
                on=self._day(scene, found),
                said_by=self._said.speaker(found.verb),
                evidence=[self._doc.quote(found.start, found.end)],
            )
        )

    def _hedges(self, scene: Scene, found: Found) -> list[str]:
        """Hedges of the clauses from the subject on, and one that opens the sentence; conditions of all of it."""
        begin, end = scene.clause_start(found.start), scene.clause_end(found.end)
        opening = scene.sentence.start + OPENING
        words = [
            self._doc.text[at:until]
            for at, until, condition in scene.hedges
            if condition or at <= opening or begin <= at < end
        ]
        return list(dict.fromkeys(words))

    def _day(self, scene: Scene, found: Found) -> str | None:
        """The date told last before the verb, and before 将 or 同意, in its clause, or alone in the clause before it
        (1974年8月15日,…). None when that is no single day, month or year, or lies ahead."""
        start, end = scene.clause_start(found.verb), found.verb if found.over is None else found.over
        before = scene.clause_start(start - 1) if start > scene.sentence.start else start
        if start - before <= DAY_ALONE and self._story.rules.say.search(scene.text, before, start) is None:
            start = before
        if _DATE.search(scene.text, start, max(start, end)) is None:
            return None
        dates = find_dates(scene.text, start, max(start, end), self._published)
        last = dates[-1] if dates else None
        if last is None or last.kind not in _DATED or last.first is None or last.first != last.last:
            return None
        today = self._published.isoformat() if self._published is not None else last.first
        return last.first if last.first <= today[: len(last.first)] else None

    def all(self) -> list[Undertaking]:
        """The undertakings in order of their first quotation."""
        return self._drafts.made()
