"""The packs as one automaton: every known word of a Chinese text in a single pass.

Packs → Lexicon; folded text → Hits, leftmost-longest, in order, not overlapping.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, cast

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from bilat.lang.zh.fold import fold
from bilat.packs import Packs
from bilat.packs.rows import Body, Country, Mechanism, Office, Organisation, PersonName, Place, Verb, Word

_CUT = re.compile("会[见谈晤面]")
_NAME = 3
"""Characters of the shortest name that may have swallowed the verb; 会 itself and words like 大会 keep theirs."""

MODAL = frozenset({"background", "deny", "neutral", "plan"})
"""Senses that colour a verb (将, 没有, 曾): looked for beside a verb, not everywhere; 会 and 不 stand in
too many words, which are listed as `neutral`."""


_LOOKED_UP = frozenset(("other", "pronoun", "time"))
"""Roles of the words that are looked up in text; those that bound a name (`after_name` ...) are tested in place, and
would hide longer words here (同日 in 同日本)."""


@dataclass(slots=True)
class Entry:
    """A word and its senses; a sense it does not have is None."""

    text: str
    country: Country | None = None
    org: Organisation | None = None
    place: Place | None = None
    body: Body | None = None
    office: Office | None = None
    verb: Verb | None = None
    person: PersonName | None = None
    word: Word | None = None
    mechanism: Mechanism | None = None


class Hit(NamedTuple):
    """An entry found at `start`:`end` of the folded text."""

    start: int
    end: int
    entry: Entry


_new: Callable[[type[Hit], tuple[int, int, Entry]], Hit] = cast("Any", tuple).__new__
"""Makes a Hit in half the time its own call takes; there are forty in an article."""


def _senses(packs: Packs) -> Iterator[tuple[str, str, object]]:
    """Each word of the packs, the sense it has there, and its row."""
    yield from ((name, "country", row) for row in packs.countries for name in row.zh)
    yield from ((name, "org", row) for row in packs.organisations for name in row.zh)
    yield from ((name, "place", row) for row in packs.places for name in (row.name, *row.aliases))
    yield from ((name, "body", row) for row in packs.bodies for name in row.names)
    yield from ((name, "mechanism", row) for row in packs.mechanisms for name in (row.name, *row.aliases))
    yield from ((row.word, "office", row) for row in packs.offices)
    yield from ((row.word, "verb", row) for row in packs.verbs if row.sense not in MODAL)
    yield from ((row.name, "person", row) for row in packs.persons)
    yield from ((row.word, "word", row) for row in packs.words if row.role in _LOOKED_UP)


class Lexicon:
    """All words of the packs, folded, in one daachorse automaton."""

    def __init__(self, packs: Packs) -> None:
        self._entries: dict[str, Entry] = {}
        for word, sense, row in _senses(packs):
            setattr(self._entry(word), sense, row)
        self._list = list(self._entries.values())
        self._automaton = CharwiseDoubleArrayAhoCorasick([e.text for e in self._list], MATCH_KIND_LEFTMOST_LONGEST)

    def _entry(self, word: str) -> Entry:
        folded = fold(word)
        entry = self._entries.get(folded)
        if entry is None:
            entry = self._entries[folded] = Entry(folded)
        return entry

    def find(self, text: str) -> list[Hit]:
        """Every word of the packs in a folded text."""
        entries = self._list
        hits = [_new(Hit, (start, end, entries[which])) for start, end, which in self._automaton.find(text)]
        for found in _CUT.finditer(text):
            cut = found.start() + 1
            at = bisect_left(hits, (cut,)) - 1
            if at >= 0 and hits[at].end == cut:
                hits[at : at + 1] = self._uncut(text, hits[at])
        return hits

    def _uncut(self, text: str, hit: Hit) -> list[Hit]:
        """东盟外长会|见 is 东盟外长|会见: a name that ends in 会 before such a verb gives it back to that."""
        verb = self._entries.get(text[hit.end - 1 : hit.end + 1])
        if verb is None or hit.end - hit.start < _NAME or text.startswith("见证", hit.end):
            return [hit]
        start, entries = hit.start, self._list
        before = [Hit(start + a, start + b, entries[w]) for a, b, w in self._automaton.find(text[start : hit.end - 1])]
        return [*before, Hit(hit.end - 1, hit.end + 1, verb)]

    def get(self, word: str) -> Entry | None:
        """The entry of one folded word."""
        return self._entries.get(word)


@lru_cache(maxsize=4)
def lexicon(packs: Packs) -> Lexicon:
    """The lexicon of a set of packs, made once per process."""
    return Lexicon(packs)
