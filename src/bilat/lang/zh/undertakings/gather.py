"""What several clauses tell of one undertaking at one stage, put together: one name holds the other, sides agree."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.lang.zh.dates import DateKind, find_dates
from bilat.lang.zh.fold import fold
from bilat.model import Undertaking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilat.lang.zh.undertakings.find import Found
    from bilat.lang.zh.undertakings.scene import Scene, Story
    from bilat.model import Claim, Evidence

MAX_EVIDENCE = 5
"""Quotations kept for one undertaking at one stage: the first ones."""
_DATE = re.compile("[年月日号天周]|星期|早|晚")
"""What stands in every date; a clause without it is not searched for one."""
_DATED = {DateKind.ABSOLUTE, DateKind.PARTIAL, DateKind.WEEKDAY, DateKind.RELATIVE}
OPENING = 2
"""Characters before a hedge that opens its sentence (据悉,…)."""
MAX_COMPARED = 50
"""Undertakings of the same kind, stage and sides that a new one is compared with: the last ones."""
NESTED = 40
"""Statements before an offset among which those that hold it are sought."""
DAY_ALONE = 14
"""Characters of a clause that holds a date and nothing else."""


class _Draft(Struct):
    """An undertaking under way; `name` is `what` folded."""

    found: Found
    what: str
    name: str
    hedge: list[str]
    on: str | None
    said_by: str | None
    evidence: list[Evidence] = []


class Gathered:
    """The undertakings of one document so far: one for each name and stage."""

    def __init__(self, story: Story, claims: Sequence[Claim]) -> None:
        self._story = story
        self._doc = story.analysis.doc
        self._said = sorted((c.statement.start, c.statement.end, c.speaker) for c in claims if c.statement is not None)
        self._drafts: list[_Draft] = []
        self._alike: dict[tuple[object, ...], list[_Draft]] = {}
        published = self._doc.published
        self._published = date.fromisoformat(published.day) if published is not None else None

    def add(self, scene: Scene, found: Found) -> None:
        """Keeps what a clause tells: with what was told of the same before, when stage and parties agree."""
        what = self._doc.text[found.thing.start : found.thing.end]
        ev = self._doc.quote(found.start, found.end)
        on = self._day(scene, found)
        hedge = self._hedges(scene, found)
        sides, name = found.sides, fold(what)
        alike = self._alike.setdefault((found.stage, found.thing.kind, sides.parties, sides.giver), [])
        told = next((d for d in alike[-MAX_COMPARED:] if d.name in name or name in d.name), None)
        if told is None:
            alike.append(_Draft(found, what, name, hedge, on, self._speaker(found), [ev]))
            self._drafts.append(alike[-1])
            return
        if len(told.evidence) < MAX_EVIDENCE and ev not in told.evidence:
            told.evidence.append(ev)
        told.on = told.on or on
        told.said_by = told.said_by or self._speaker(found)
        told.hedge += [word for word in hedge if word not in told.hedge]
        if len(what) > len(told.what):
            told.what, told.name, told.found = what, name, found

    def _speaker(self, found: Found) -> str | None:
        """Whose statement it stands in, the innermost when several hold it."""
        last = bisect_right(self._said, found.verb, key=_start)
        around = [s for s in self._said[max(0, last - NESTED) : last] if s[1] > found.verb]
        return min(around, key=lambda s: (s[1] - s[0], s[0]), default=(0, 0, None))[2]

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
        made = [
            Undertaking(
                what=d.what,
                kind=d.found.thing.kind,
                stage=d.found.stage,
                evidence=tuple(d.evidence),
                parties=d.found.sides.parties,
                giver=d.found.sides.giver,
                receiver=d.found.sides.receiver,
                hedge=tuple(d.hedge),
                on=d.on,
                said_by=d.said_by,
            )
            for d in self._drafts
        ]
        return sorted(made, key=lambda u: (u.evidence[0].span, u.what, u.stage))


def _start(statement: tuple[int, int, str]) -> int:
    return statement[0]
