"""Dates in folded Chinese text: found, and read against the day of publication.

docs/dates-and-numbers.md has the rules.
"""

from bilat.lang.zh.dates.anaphora import resolve_anaphora
from bilat.lang.zh.dates.find import find_dates
from bilat.lang.zh.dates.mention import DateKind, DateMention, Direction

__all__ = ["DateKind", "DateMention", "Direction", "find_dates", "resolve_anaphora"]
