"""Dates in folded Chinese text: found, and read against the day of publication.

docs/dates-and-numbers.md has the rules. In the order a date goes through:
pattern.py, words.py   the forms, as fragments of regular expressions
piece.py               where a form can begin, and the matches
read.py                a match → a Piece: written.py for forms with numbers, worded.py for words
join.py                pieces that say one day twice, or the two ends of a range
find.py                pieces → mentions, with stretch.py for the calendar and bounds.py for 自…起, 截至
anaphora.py            当天, 翌日 against the date before them
"""

from bilat.lang.zh.dates.anaphora import resolve_anaphora
from bilat.lang.zh.dates.find import find_dates
from bilat.lang.zh.dates.mention import DateKind, DateMention, Direction

__all__ = ["DateKind", "DateMention", "Direction", "find_dates", "resolve_anaphora"]
