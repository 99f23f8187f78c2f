"""All wordings in one pass."""

from time import process_time

import pytest

from bilat.lang.zh.wordings import wordings
from bilat.packs import load
from bilat.packs.load import Packs


def test_a_phrase_that_holds_a_contested_name_is_both() -> None:
    scan = wordings(load())
    text = "双方磋商南海行为准则。"
    assert [phrase.phrase for _, _, phrase in scan.phrases(text)] == ["南海行为准则"]
    assert [text[start:end] for start, end, term in scan.terms(text) if term.entries] == ["南海"]


def test_the_second_question_gets_the_same_answer() -> None:
    scan = wordings(load())
    first = scan.phrases("两国政治互信。")
    assert scan.phrases("无关的话。") == []
    assert scan.phrases("两国政治互信。") == first


def test_packs_without_words_find_nothing() -> None:
    scan = wordings(Packs([]))
    assert scan.phrases("两国政治互信。") == []
    assert scan.terms("南海问题") == []


@pytest.mark.parametrize("piece", ["政治互信", "南海问题", "中越", "“‘「", "好朋友、", "互"])
def test_time_grows_with_the_text_not_faster(piece: str) -> None:
    small, large = (min(spent(piece * times) for _ in range(3)) for times in (10_000, 40_000))
    assert large < 16 * small + 0.2


def spent(text: str) -> float:
    """Processor time for all wordings of a text."""
    scan = wordings(load())
    start = process_time()
    scan.phrases(text)
    scan.terms(text)
    return process_time() - start
