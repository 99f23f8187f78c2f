"""Contested names and disputes of one document: analysis → mentions. The rules in plain words: docs/disputes.md."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.lang.zh.disputes.entry import Entries
from bilat.lang.zh.disputes.rules import Rules, rules
from bilat.model import DisputeKind, DisputeMention, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.lexicon import Hit
    from bilat.lang.zh.wordings import Read, Term

__all__ = ["Rules", "find_disputes", "rules"]


class _Mention(Struct):
    """One way of writing one name or dispute, so far."""

    evidence: list[Evidence] = []
    between: set[str] = set()


def find_disputes(analysis: Analysis, wordings: Read, rules: Rules) -> list[DisputeMention]:
    """The contested names and disputes of one document, in order of first mention."""
    found = wordings.terms
    if not found:
        return []
    named, entries = wordings.named, Entries(analysis, rules, found)
    mentions: dict[tuple[str, DisputeKind, str | None, frozenset[str]], _Mention] = {}
    for at, sentence in _readable(analysis, found):
        between = named.between(sentence)
        for start, end, kind in _told(found, at, sentence):
            quote = analysis.doc.quote(start, end)
            is_name = kind is DisputeKind.NAME
            entry = entries.of(at, sentence) if is_name else None
            key = (quote.quote, kind, entry, frozenset[str]() if is_name else between)
            mention = mentions.setdefault(key, _Mention())
            mention.evidence.append(quote)
            mention.between |= between
    return [
        DisputeMention(written, kind, tuple(mention.evidence), entry, tuple(sorted(mention.between)))
        for (written, kind, entry, _), mention in mentions.items()
    ]


def _readable(analysis: Analysis, found: list[tuple[int, int, Term]]) -> Iterator[tuple[int, Sentence]]:
    """Index and sentence of what stands in a readable sentence and is no part of another word of the lexicon."""
    for at, (start, end, term) in enumerate(found):
        sentence = analysis.sentence_at(start)
        if sentence is None or end > sentence.end:
            continue
        if (term.entries or term.word) and not (term.entries and _cut(sentence, start, end)):
            yield at, sentence


def _cut(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a longer or crossing word of the lexicon holds part of a name: 中南海, 广东海域. A mechanism may hold a
    name as such (《南海各方行为宣言》)."""
    hits = sentence.hits
    at = max(bisect_right(hits, start, key=_start) - 1, 0)
    while at < len(hits) and hits[at].start < end:
        hit = hits[at]
        if hit.end > start and (hit.start < start or hit.end > end) and hit.entry.mechanism is None:
            return True
        at += 1
    return False


def _start(hit: Hit) -> int:
    return hit.start


def _told(found: list[tuple[int, int, Term]], at: int, sentence: Sentence) -> Iterator[tuple[int, int, DisputeKind]]:
    """What one hit says: a name, words of a dispute, or a dispute over the name right in front of the words."""
    start, end, term = found[at]
    if term.entries:
        yield start, end, DisputeKind.NAME
    elif term.word is not None:
        before = found[at - 1] if at else None
        if before is not None and before[1] == start and before[2].entries and before[0] >= sentence.start:
            yield before[0], end, DisputeKind.DISPUTE
        elif not term.word.behind_name:
            yield start, end, DisputeKind.DISPUTE
