"""Set phrases of one document: analysis and claims → uses of phrases. The rules in plain words: docs/phrases.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.lang.zh.phrases.said import Said
from bilat.model import Evidence, PhraseUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.wordings import Named, Read
    from bilat.model import Claim
    from bilat.packs.tables.phrases import Phrase


class _Use(Struct):
    """One phrase in the words of one speaker, so far."""

    evidence: list[Evidence] = []
    between: set[str] = set()


def find_phrases(analysis: Analysis, claims: Sequence[Claim], wordings: Read) -> list[PhraseUse]:
    """The set phrases of one document, in order of first use."""
    found = wordings.phrases
    if not found:
        return []
    said, named = Said(claims), wordings.named
    uses: dict[tuple[str, str | None, str | None], _Use] = {}
    for start, end, phrase, sentence in _believed(analysis, found, named):
        claim = said.by(start, end)
        key = (phrase, None, None) if claim is None else (phrase, claim.speaker_country, claim.speaker)
        use = uses.setdefault(key, _Use())
        use.evidence.append(analysis.doc.quote(start, end))
        use.between |= named.between(sentence)
    return [
        PhraseUse(phrase, side, speaker, tuple(use.evidence), tuple(sorted(use.between)))
        for (phrase, side, speaker), use in uses.items()
    ]


def _believed(
    analysis: Analysis, found: list[tuple[int, int, Phrase]], named: Named
) -> Iterator[tuple[int, int, str, Sentence]]:
    """The hits of readable sentences. A plain phrase needs a sentence of diplomacy: two countries named, or another
    phrase that is not plain."""
    placed: list[tuple[int, int, Phrase, Sentence]] = []
    for start, end, phrase in found:
        sentence = analysis.sentence_at(start)
        if sentence is not None and end <= sentence.end:
            placed.append((start, end, phrase, sentence))
    sure = {sentence.start for _, _, phrase, sentence in placed if not phrase.plain}
    for start, end, phrase, sentence in placed:
        if not phrase.plain or sentence.start in sure or named.two(sentence):
            yield start, end, phrase.phrase, sentence
