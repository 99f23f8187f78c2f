"""Search finds what a reader with all the time in the world would."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.errors import UsageError
from bilat.model import Reading
from bilat.record import open_record
from bilat.record.terms import fold, parse, places
from tests.record.made import TEXTS, document, keep


def record_of(path: Path, *texts: str) -> Path:
    docs = [document(text) for text in texts]
    _ = keep(path, {"f": [(doc, Reading(doc.id)) for doc in docs]})
    return path


def found(path: Path, words: str) -> list[str]:
    with open_record(path) as record:
        return sorted(record.reading(hit.document.id)[0].text for hit in record.search(words, None))


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS.map(lambda text: "题" + text), min_size=1, max_size=6, unique=True), TEXTS)
def test_search_finds_exactly_what_a_scan_of_every_text_finds(texts: list[str], words: str):
    try:
        query = parse(words)
    except UsageError:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = record_of(Path(folder, "r.bilat"), *texts)
        assert found(path, words) == sorted(text for text in texts if query.finds(fold(text)))


def test_a_name_of_two_characters_is_found_in_either_script_and_within_a_sentence(tmp_path: Path):
    path = record_of(tmp_path / "r", "越南国家主席苏林抵达", "越南國家主席蘇林抵達", "苏州的林业", "苏")
    for words in ("苏林", "蘇林"):
        assert found(path, words) == ["越南国家主席苏林抵达", "越南國家主席蘇林抵達"]


def test_a_single_character_is_found_wherever_it_stands(tmp_path: Path):
    path = record_of(tmp_path / "r", "越南", "中越", "中,越,美", "中美")
    assert found(path, "越") == ["中,越,美", "中越", "越南"]


def test_three_characters_must_stand_side_by_side(tmp_path: Path):
    path = record_of(tmp_path / "r", "中越关系", "中越, 越关, 关系")
    assert found(path, "中越关系") == ["中越关系"]


def test_latin_words_are_found_whole_without_capitals_and_diacritics(tmp_path: Path):
    names = ("Phạm Minh Chính đến", "PHAM MINH CHINH", "Pha\u0323m Minh Chi\u0301nh", "Phamous", "ＰＨＡＭ")
    path = record_of(tmp_path / "r", *names)
    assert found(path, "phạm") == sorted(names[i] for i in (0, 1, 2, 4))
    assert found(path, '"minh chinh"') == sorted(names[:3])
    assert found(path, "den") == [names[0]]


def test_words_may_stand_apart_and_quoted_words_may_not(tmp_path: Path):
    path = record_of(tmp_path / "r", "Tô Lâm thăm", "Lâm, Tô")
    assert found(path, "to lam") == ["Lâm, Tô", "Tô Lâm thăm"]
    assert found(path, "“to lam”") == ["Tô Lâm thăm"]


def test_mixed_writing_is_found(tmp_path: Path):
    path = record_of(tmp_path / "r", "二十国集团G20峰会", "AG20峰会", "G2 0峰会")
    assert found(path, "g20峰") == ["二十国集团G20峰会"]


def test_the_snippet_and_the_hits_are_spans_of_the_text(tmp_path: Path):
    text = "题目\n" + "前文" * 40 + "Nguye\u0302\u0303n 阮富仲說" + "后文" * 60
    with open_record(record_of(tmp_path / "r", text)) as record:
        (hit,) = record.search("nguyen 阮富仲说")
    assert [text[s.start : s.end] for s in hit.hits] == ["Nguye\u0302\u0303n", "阮富仲說"]
    assert text[hit.span.start : hit.span.end] == hit.snippet
    assert "Nguye\u0302\u0303n 阮富仲說" in hit.snippet


def test_newest_come_first_and_those_without_a_date_last(tmp_path: Path):
    docs = [document(f"会见{day}", day) for day in ("2022-01-01", None, "2024-01-01")]
    _ = keep(tmp_path / "r", {"f": [(doc, Reading(doc.id)) for doc in docs]})
    with open_record(tmp_path / "r") as record:
        assert [hit.document.published for hit in record.search("会见")] == ["2024-01-01", "2022-01-01", None]
        assert len(record.search("会见", limit=2)) == 2
        assert record.search_count("会见") == record.search_count("会见", 3) == 3
        assert record.search_count("会见", 1) == 2


def test_of_many_documents_no_more_are_counted_than_asked_for(tmp_path: Path):
    docs = [document(f"外长会见{day}", day) for day in ("2022-01-01", "2023-01-01", "2024-01-01")]
    _ = keep(tmp_path / "r", {"f": [(doc, Reading(doc.id)) for doc in docs]})
    with open_record(tmp_path / "r") as record:
        assert record.search_count("外长会") == record.search_count("外长会", 3) == 3
        assert record.search_count("外长会", 1) == 2


@pytest.mark.parametrize("words", ["", "  ", "。,!", '""'])
def test_nothing_to_search_for_is_said(tmp_path: Path, words: str):
    with open_record(record_of(tmp_path / "r", "会见")) as record, pytest.raises(UsageError, match="nothing to search"):
        _ = record.search(words)


@pytest.mark.parametrize("words", ['a" OR "b', "a*", "AND", "NEAR(a b)", "col:会", "会)", "^会", "-会"])
def test_no_character_has_a_meaning_of_its_own_in_a_search(tmp_path: Path, words: str):
    with open_record(record_of(tmp_path / "r", "其他")) as record:
        assert record.search(words) == []


@settings(deadline=None)
@given(st.text(max_size=30))
def test_folding_keeps_offsets_but_for_combining_marks(text: str):
    where = places(text)
    assert len(fold(text)) == (len(text) if where is None else len(where) - 1)


_ALIKE = st.text("赖賴清德國国体體体\u0301\u0300 Aàａ１。", max_size=40)


@settings(deadline=None, max_examples=400)
@given(_ALIKE, st.text("赖賴清德國国体體", min_size=1, max_size=3))
def test_a_text_is_searched_as_it_is_as_if_it_were_folded(text: str, words: str):
    query = parse(words)
    assert query.unfolded
    assert query.is_in(text) == query.finds(fold(text))
    assert query.hits(text) == replace(query, plain=(), unfolded=()).hits(text)


@pytest.mark.parametrize("char", ["薴", "苧", "苎", "乾", "干", "ⅳ", "韓", "한", "㐀"])
def test_a_character_is_found_by_what_it_is_folded_to_and_by_nothing_else(char: str):
    query = parse(char)
    others = [*"薴苧苎乾干幹亁韓韩한㐀"]
    assert [text for text in others if query.is_in(text)] == [text for text in others if query.finds(fold(text))]


def test_a_scan_of_the_articles_agrees_with_the_index(shared: Path, tmp_path: Path):
    texts = sorted({p.read_text(encoding="utf-8") for p in (shared / "corpus/lianbo").glob("202406*.md")})
    path = record_of(tmp_path / "r", *texts)
    for words in ("苏林", "越", "中越关系", "习近平 阮富仲", "2024年", "g20", "胡志明市"):
        assert found(path, words) == [text for text in texts if parse(words).finds(fold(text))]
    assert found(path, "越")
