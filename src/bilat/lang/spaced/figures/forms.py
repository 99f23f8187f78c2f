"""How a language writes numbers, growth, periods and ranks: what it must say to have its figures read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

PeriodReader = Callable[[re.Match[str], date | None], str | None]
"""What a pattern's match says of a period, in the form of the output; None where it says nothing."""


@dataclass(frozen=True)
class Forms:
    """A language's forms. Where not said otherwise a field is the source of a regular expression.

    Numbers: `decimal` is the mark of decimals, `plural` what a noun may
    end in; `numerals` numbers as words; `scales` words that multiply, by powers of
    ten; `scale` how one stands behind a number; `short_scales` those that count only behind a sign of money; `join`
    stands between the ends of a range; `inexact` before a number that is not exact.

    Sentences: `breaks` part clauses; `level` ends what may stand between a measure and its number, `bound` is what may
    stand between a number and its measure behind it, `counted` between a count and what is counted.

    Growth: `grown` is what may stand between a word of growth and its number, `growth_after` leads from a number to
    such a word, `to_level` from a growth to the level reached, `compared` ends before a number that another is
    compared with; `bases` are the wordings of what growth is compared with.

    Ranks: `superlative` stands before a measure (or behind it), with the group `nth`; `ordinals` its words.
    Sources: `sources` have the group `source`. Sides: `roles` end before a country, `owner` stands behind one, `pair`
    joins two, `both` means two that were named before, `ours` means the publisher's country, `local` only
    a part of one. `label` ends before a number that counts nothing, `ended` stands behind one that counts nothing more;
    `unsaid` makes a rank a wish, `of_gdp` ends
    before an output that something else is a part of.
    """

    decimal: str
    plural: str
    numerals: Mapping[str, int]
    scales: Mapping[str, int]
    scale: str
    short_scales: frozenset[str]
    percent: str
    points: str
    join: str
    inexact: str
    breaks: str
    level: str
    bound: str
    counted: str
    grown: str
    growth_after: str
    moved_by: str
    to_level: str
    compared: str
    bases: Mapping[str, str]
    base_year: str
    superlative: str
    ordinals: Mapping[str, int]
    one_of: str
    respectively: str
    total: str
    sources: tuple[str, ...]
    roles: Mapping[str, str]
    owner: str
    pair: str
    both: str
    ours: str
    foe: str
    receives: str
    local: str
    of_gdp: str
    label: str
    ended: str
    unsaid: str
    copula: str
    periods: tuple[tuple[re.Pattern[str], PeriodReader], ...]
    as_of: str
    since: str
    no_period: str
    short_pairs: Mapping[str, str] = field(default_factory=dict[str, str])
    not_unit: str = "(?!)"
    head_first: bool = False
    """Whether what describes a noun stands behind it."""
