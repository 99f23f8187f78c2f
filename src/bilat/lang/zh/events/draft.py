"""An event in the making, and when two tellings can be of one day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bilat.lang.zh.events.candidate import Candidate
from bilat.model import EventType


@dataclass(slots=True)
class Draft:
    """An event in the making: the candidate it shows as, all that tell it, and whether all are background."""

    shown: Candidate
    told: list[Candidate] = field(default_factory=list[Candidate])
    background: bool = False


def day_of(value: str | None) -> date | None:
    """The day of an ISO date; None for one that is less precise."""
    return date.fromisoformat(value) if value and len(value) == len("YYYY-MM-DD") else None


def dates_agree(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates can be of one day; an unknown date agrees with any, a month with its days."""
    x, y = a.start or a.end, b.start or b.end
    if x is None or y is None:
        return True
    dx, dy = day_of(x), day_of(y)
    if dx is None or dy is None:
        return x.startswith(y) or y.startswith(x)
    ends = [day_of(a.end) or dx, day_of(b.end) or dy]
    if a.type is EventType.VISIT and (a.end is None or b.end is None):
        return abs((dx - dy).days) <= 4
    return dx <= ends[1] and dy <= ends[0]
