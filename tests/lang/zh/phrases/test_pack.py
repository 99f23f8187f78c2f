"""What the table of phrases promises."""

import re
from collections import Counter

from bilat.lang.zh.fold import fold
from bilat.packs import load
from bilat.packs.tables.phrases import PHRASE_KINDS, Phrase

ROWS = load().of(Phrase)


def test_there_are_phrases_of_every_kind_and_enough_of_them() -> None:
    assert len(ROWS) >= 250
    assert {row.kind for row in ROWS} == PHRASE_KINDS


def test_no_wording_means_two_phrases_in_two_scripts() -> None:
    owner = Counter(fold(word) for row in ROWS for word in {row.phrase, *row.variants})
    assert [word for word, times in owner.items() if times > 1] == []


def test_canonical_forms_are_simplified() -> None:
    assert [row.phrase for row in ROWS if fold(row.phrase).replace(",", "，") != row.phrase] == []


def test_a_phrase_has_three_characters_at_least() -> None:
    assert [word for row in ROWS for word in (row.phrase, *row.variants) if len(word) < 3 and not row.plain] == []


def test_what_is_passed_over_holds_a_wording_of_its_row() -> None:
    for row in ROWS:
        for other in row.unless:
            words = [fold(word).strip("“”") for word in (row.phrase, *row.variants)]
            assert any(word in fold(other) and word != fold(other) for word in words), (row.phrase, other)


def test_glosses_and_sources_are_one_line_of_english() -> None:
    for row in ROWS:
        assert row.gloss.isascii() or re.search("[A-Za-z]{3}", row.gloss), row.phrase
        assert row.source


def test_principle_and_policy_are_two_phrases() -> None:
    names = {row.phrase for row in ROWS}
    assert {"一个中国原则", "一个中国政策", "不支持“台独”", "反对“台独”"} <= names
