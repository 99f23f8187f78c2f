"""The words of the packs that claims are read with, ready to be looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from sys import maxsize
from typing import TYPE_CHECKING

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from bilat.lang.zh.claims.starts import CLOCKS, rests, starts
from bilat.lang.zh.fold import fold
from bilat.lang.zh.short_forms import short_forms
from bilat.packs.tables.claims import Speaker, Speech

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Sentence
    from bilat.lang.zh.claims.quotes import Quotes
    from bilat.packs import Packs

_AROUND = frozenset(("adverb", "lead", "opens"))
"""Kinds that are tested beside a verb, and not looked for everywhere."""

BRACKETS = frozenset("(《“")
"""What opens a bracket, a book's title or a quotation."""
_PAUSES = " .·>●◆*▲■"
"""Marks that may stand before the first word of a clause."""
_OPEN = frozenset((",", ":", "“", '"', "说", "称", "道", "指", "表", "写"))
"""What must follow a word that tells of speaking only where a statement follows."""
_ANYWHERE = frozenset(("cite", "learn", "noun", "report", "silence", "source"))
_NOT_SAID = frozenset("者、;")
"""Characters behind a word of saying that make it no verb with a statement."""
UNSAID = frozenset(("回应", "回复", "置评", "评论", "证实", "表态"))
"""Verbs of a silence, where they are denied: 没有回应."""

Said = tuple[int, int, str]
"""A word of saying: where it begins and ends in the folded text, and its kind."""


def _bounds(word: str, kind: str) -> tuple[frozenset[str] | None, frozenset[str] | None]:
    """The characters that must not follow a word of saying, and those of which one must; None where all may."""
    if kind == "loose":
        return None, None if word in UNSAID else _OPEN
    return (None if kind in _ANYWHERE else _NOT_SAID), None


class Rules:
    """Words of saying in one automaton; tests for what stands around them; the last nouns of speakers."""

    def __init__(self, packs: Packs) -> None:
        by_kind: dict[str, list[str]] = {}
        kinds: dict[str, str] = {}
        for row in packs.of(Speech):
            by_kind.setdefault(row.kind, []).append(row.word)
            if row.kind not in _AROUND:
                kinds.setdefault(fold(row.word), row.kind)
        order = sorted(kinds, key=lambda word: kinds[word] == "neutral")
        self._words = [(kinds[word], *_bounds(word, kinds[word])) for word in order]
        self._told = sum(kind != "neutral" for kind in kinds.values())
        """How many words are words of saying; those from there on are neutral."""
        self._automaton = CharwiseDoubleArrayAhoCorasick(order, MATCH_KIND_LEFTMOST_LONGEST, use_prefilter=True)
        adverbs, opens = rests(by_kind.get("adverb", ())), rests(by_kind.get("opens", ()), predicates=True)
        leads = [*((pause, "") for pause in _PAUSES), *rests((*by_kind.get("lead", ()), *by_kind.get("adverb", ())))]
        self.adverb = starts(adverbs, CLOCKS)
        """What may stand before the verb on its own, or a time."""
        self.opens = starts(opens)
        """A preposition or verb: what follows belongs to it."""
        self.follows = starts(adverbs, opens, CLOCKS)
        """What may stand first after a speaker."""
        self.next = re.compile(f"[{re.escape(''.join(sorted({*self.follows, *BRACKETS})))}]").search
        """The next character that anything which may follow a speaker begins with, or a bracket."""
        self.lead = starts(leads, CLOCKS)
        """What may stand before a subject."""
        self.speakers = {fold(row.word): row.kind for row in packs.of(Speaker)}
        self._sizes: dict[str, list[int]] = {}
        for word in self.speakers:
            sizes = self._sizes.setdefault(word[-1], [])
            if len(word) not in sizes:
                sizes.append(len(word))
        for sizes in self._sizes.values():
            sizes.sort(reverse=True)
        forms = short_forms(packs).countries
        self.short = {form: codes[0] if len(codes) == 1 else None for form, codes in forms.items()}
        """Short forms of countries; None for one that several share."""

    def noun_before(self, text: str, start: int, end: int) -> int:
        """The size of the longest noun for a speaker that ends a stretch, 0 when there is none."""
        for size in self._sizes.get(text[end - 1], ()):
            if size <= end - start and text[end - size : end] in self.speakers:
                return size
        return 0

    def find(self, text: str, sentences: list[Sentence], quotes: Quotes) -> list[tuple[int, list[Said]]]:
        """The words of saying outside quotations that are no part of another word, by the index of their sentence;
        sentences that have nouns alone are left out."""
        words, told = self._words, self._told
        out: list[tuple[int, list[Said]]] = []
        group: list[Said] = []
        ends = [sentence.end for sentence in sentences]
        which, begin, stop, telling = 0, 0, 0, False
        quoted = zip((*quotes.starts, maxsize), (*quotes.ends, maxsize), strict=True)
        opened, closed = next(quoted)
        for start, end, word in self._automaton.find(text):
            if word >= told or start < begin:
                continue
            kind, barred, needed = words[word]
            if barred is not None and text[end : end + 1] in barred:
                continue
            if needed is not None and text[end : end + 1] not in needed:
                continue
            if start >= stop:
                if telling:
                    out.append((which, group))
                group, telling = [], False
                which = bisect_right(ends, start, which)
                if which == len(ends):
                    break
                begin, stop = sentences[which].start, ends[which]
                if start < begin:
                    continue
            while start >= closed:
                opened, closed = next(quoted)
            if start < opened:
                group.append((start, end, kind))
                if kind != "noun":
                    telling = True
        if telling:
            out.append((which, group))
        return out
