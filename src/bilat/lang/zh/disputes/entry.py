"""Which entry a contested name means here: its only one, or what a general rule decides; else none.

A name that several entries share (东海) is decided by the name in brackets beside it, by the country said to use it, or
by a publisher that always uses it so: in this order, and never by what is likely.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from bilat.lang.zh.analysis import Analysis, Sentence
from bilat.lang.zh.disputes.rules import Rules
from bilat.lang.zh.fold import fold
from bilat.lang.zh.wordings import Term

_CALLED = re.compile(r"(?:(?:称|叫)[^,。、()\n]{0,8}|的)$")
"""What may stand between the country that uses a name and the name: 越南称南海为东海, 越南的东海."""
_LOOK_BACK = 12
_OPENS = re.compile(r"[“‘\"]?\((?:[^,。()\n]{0,6}(?:称|叫|即|又名|作|为))?[“‘\"]?$")
"""From a name to the one in brackets behind it: 日本海(韩国称东海)."""


class Entries:
    """Decides for one document; `found` are its names and words in order."""

    def __init__(self, analysis: Analysis, rules: Rules, found: Sequence[tuple[int, int, Term]]) -> None:
        self._analysis = analysis
        self._rules = rules
        self._found = found

    def of(self, at: int, sentence: Sentence) -> str | None:
        """The entry of the name at an index of `found`, None when several remain."""
        start, end, term = self._found[at]
        if len(term.entries) == 1:
            return term.entries[0]
        return self._beside(at) or self._by_country(start, end, sentence)

    def _beside(self, at: int) -> str | None:
        """东海(日本海): the one entry that both names have."""
        term = self._found[at][2]
        for first, second in ((at - 1, at), (at, at + 1)):
            if first < 0 or second >= len(self._found):
                continue
            between = self._analysis.text[self._found[first][1] : self._found[second][0]]
            other = self._found[first if second == at else second][2]
            both = [entry for entry in term.entries if entry in other.entries]
            if len(both) == 1 and _OPENS.search(between):
                return both[0]
        return None

    def _by_country(self, start: int, end: int, sentence: Sentence) -> str | None:
        text, uses = self._analysis.text, self._rules.uses
        name = text[start:end]
        before = max(sentence.start, start - _LOOK_BACK)
        called = _CALLED.search(text, before, start)
        at = called.start() if called else start
        which = bisect_left(sentence.hits, at, key=lambda hit: hit.end)
        if which < len(sentence.hits):
            _, stop, entry = sentence.hits[which]
            if stop == at and entry.country is not None:
                return uses.get((name, entry.country.code))
        publisher = fold(self._analysis.doc.publisher or "").upper()
        return self._rules.written.get((name, publisher))
