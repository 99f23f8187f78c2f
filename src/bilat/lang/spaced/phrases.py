"""Set phrases of a document in the rendering of its language. The nouns are those of docs/phrases.md."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from bilat.lang.spaced.lexicon import lower
from bilat.model import PhraseUse
from bilat.packs.tables.phrases import Phrase, Rendering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilat.lang.spaced.analysis import Analysis, Line
    from bilat.lang.spaced.speech import Speech
    from bilat.model import Claim, Evidence
    from bilat.packs import Packs

_FEWEST = 2
"""Words of the shortest rendering: a single word is said outside diplomacy too."""


@lru_cache(maxsize=8)
def _renderings(packs: Packs, code: str) -> tuple[CharwiseDoubleArrayAhoCorasick, list[Phrase]] | None:
    """The automaton of all renderings in one language, and their phrases by number."""
    found: dict[str, Phrase] = {}
    more = {row.phrase: row.words for row in packs.of(Rendering) if row.language == code}
    for phrase in packs.of(Phrase):
        official = {"en": phrase.en, "vi": phrase.vi}.get(code, "")
        for words in (official, *more.get(phrase.phrase, ())):
            if len(words.split()) >= _FEWEST:
                found.setdefault(lower(words), phrase)
    if not found:
        return None
    return CharwiseDoubleArrayAhoCorasick(list(found), MATCH_KIND_LEFTMOST_LONGEST), list(found.values())


def find_phrases(analysis: Analysis, claims: Sequence[Claim], speech: Speech) -> list[PhraseUse]:
    """The set phrases of one document, in order of first use."""
    known = _renderings(speech.packs, speech.code)
    if known is None or not analysis.lines:
        return []
    places: dict[tuple[str, str | None, str | None], tuple[list[Evidence], set[str]]] = {}
    for start, end, phrase, line in _believed(analysis, *known):
        span = analysis.span(start, end)
        said = [c for c in claims if c.statement and c.statement.start <= span.start and span.end <= c.statement.end]
        side, speaker = (said[0].speaker_country, said[0].speaker) if said else (None, None)
        evidence, between = places.setdefault((phrase.phrase, side, speaker), ([], set()))
        evidence.append(analysis.quote(start, end))
        between |= _sides(line)
    return [
        PhraseUse(phrase, side, speaker, tuple(evidence), tuple(sorted(between)))
        for (phrase, side, speaker), (evidence, between) in places.items()
    ]


def _believed(
    analysis: Analysis, automaton: CharwiseDoubleArrayAhoCorasick, phrases: list[Phrase]
) -> Iterator[tuple[int, int, Phrase, Line]]:
    """The hits of readable sentences, whole words; a plain one needs two countries in its sentence."""
    text = lower(analysis.text)
    lines = iter(analysis.lines)
    line = next(lines)
    for start, end, which in automaton.find(text):
        while line.end <= start:
            following = next(lines, None)
            if following is None:
                return
            line = following
        if start < line.start or end > line.end or text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
            continue
        if not phrases[which].plain or len(_sides(line)) > 1:
            yield start, end, phrases[which], line


def _sides(line: Line) -> set[str]:
    """The countries and organisations that a sentence names."""
    return {hit.word.side for hit in line.hits if hit.word.side}
