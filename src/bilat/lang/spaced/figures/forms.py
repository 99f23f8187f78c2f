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

    Numbers: `decimal` is the mark of decimals, `plural` what a noun may end in; `numerals` numbers as words; `scales`
    words that multiply, by powers of ten; `scale` how one stands behind a number; `short_scales` those that count only
    behind a sign of money; `join` stands between the ends of a range, but for two numbers behind `from_to`; `inexact`
    before a number that is not exact.

    Sentences: `breaks` part clauses; `level` ends what may stand between a measure and its number, `bound` is what may
    stand between a number and its measure behind it, `bound_list` where a list ends in it, `counted` between a count
    and what is counted; `with_sum` stands between one of a list and its number.

    Growth: `grown` is what may stand between a word of growth and its number, `growth_after` leads from a number to
    such a word, `to_level` from a growth to the level reached, `compared` ends before a number that another is
    compared with; `bases` are the wordings of what growth is compared with.

    Ranks: `superlative` stands before a measure (or behind it), with the group `nth`; `ordinals` its words; `unsaid`
    makes a rank a wish. Sources: `sources` have the group `source`.

    Sides: `roles` end before a country, `owner` stands behind one, `pair` joins two, `listed` those of a list; `both`
    means two that were named before, `ours` the speaker's country, `we` who acts for it, `head` a government's own head
    without a name, `local` only a part of a country. `attribute` stands behind one that only tells which thing is meant
    (`the NATO pledge`), `hosts` behind one who takes in people of another, `foe` behind one that acts against another,
    `armed` behind that or one whose army is meant.

    Gifts: `receives` turns giver and receiver round, `thanks` stands before one that gave, `tells` behind one who only
    speaks of it, `that` and `gives` before and behind one of whom a clause behind a gift tells that he gives it, `also`
    between two gifts to one.

    `label` ends before a number that counts nothing, `ended` stands behind one that counts nothing more; `of_gdp` ends
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
    from_to: str
    inexact: str
    breaks: str
    level: str
    bound: str
    bound_list: str
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
    listed: str
    both: str
    ours: str
    we: str
    head: str
    attribute: str
    hosts: str
    foe: str
    armed: str
    receives: str
    that: str
    gives: str
    tells: str
    also: str
    thanks: str
    local: str
    with_sum: str
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
    fresh: str = "(?!)"
    """What tells that an investment is to be made or just announced, and no stock."""
    head_first: bool = False
    """Whether what describes a noun stands behind it."""
