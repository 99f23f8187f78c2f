"""Texts of a megabyte without a mark: time grows with them, not faster."""

from time import process_time

import pytest

from bilat.lang.zh.analysis import analyse
from bilat.lang.zh.disputes import find_disputes
from bilat.lang.zh.disputes import rules as dispute_rules
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.phrases import find_phrases
from bilat.lang.zh.wordings import wordings
from bilat.model import Claim, Document, Part, Passage, Span
from bilat.model.claim import Mode, SpeakerKind
from bilat.packs import load


def spent(piece: str, times: int) -> float:
    """Processor time for one paragraph of a piece said many times, every fourth of them claimed by somebody."""
    text, size = piece * times, len(piece)
    doc = Document("d", text, "", (Passage(Part.BODY, Span(0, len(text))),), "zh")
    packs = load()
    analysis = analyse(doc, lexicon(packs))
    claims = [
        Claim(
            "甲",
            SpeakerKind.PERSON,
            None,
            "说",
            Mode.INDIRECT,
            (doc.quote(at, at + size),),
            statement=Span(at, at + size),
        )
        for at in range(0, len(text), 4 * size)
    ]
    start = process_time()
    read = wordings(packs).read(analysis)
    found = find_phrases(analysis, claims, read)
    told = find_disputes(analysis, read, dispute_rules(packs))
    assert found or told
    return process_time() - start


@pytest.mark.parametrize(
    "piece", ["越南政治互信中越", "越南的东海(日本海)", "中国南海争端", "“‘「一带一路", "智利和秘鲁是好朋友、好伙伴"]
)
def test_time_grows_with_the_text_not_faster(piece: str) -> None:
    tries = ([min(spent(piece, size) for _ in range(3)) for size in (4_000, 16_000)] for _ in range(3))
    assert any(large < 16 * small + 0.2 for small, large in tries)
