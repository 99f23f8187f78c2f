"""A figure under way."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilat.packs.tables.figures import Measure

Amount = int | Decimal

MONEY, COUNT, PERCENT, POINTS, TIMES, TIME, BARE = "money", "count", "percent", "points", "times", "time", "bare"
"""Kinds of number: TIME is an ordinal (第三次), BARE one without a unit (223.1亿)."""


@dataclass(slots=True)
class Change:
    """Growth in percent at `start`:`end`, negative for a fall."""

    start: int
    end: int
    pct: Amount
    basis: str | None
    about: tuple[str, ...] = ()
    row: int = 0


@dataclass(slots=True)
class Draft:
    """A figure before its document is known as a whole. `at` is where its number stands, `spans` its quotations,
    `sentence` and `paragraph` count where it was told."""

    measure: str
    row: Measure
    at: int
    spans: list[tuple[int, int]]
    sentence: int
    paragraph: int
    value: Amount | None = None
    value_max: Amount | None = None
    unit: str | None = None
    kind: str = ""
    of: str | None = None
    partner: str | None = None
    period: str | None = None
    change: Change | None = None
    rank: int | None = None
    about: tuple[str, ...] = ()
    attributed_to: str | None = None
    title: bool = False
    list_row: int = 0
    clause: tuple[int, int] = (0, 0)
    """Start and end of the clause its number stands in."""
    parts: tuple[int, int] = (0, 0)
    """Where its measure is named."""
    told: Draft | None = None
    """The figure before, where that told what is measured."""
    compared: bool = False
    """Whether its number is what another is compared with (较7月的232万人)."""
    sure: bool = True
    """Whether it is of countries even where only one is named."""
    until: int = 0
    """Where its number ends, or the words of its rank."""
