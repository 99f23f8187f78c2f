"""Terms that are found without folding are those that are found with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilat.record.terms import fold, parse

CHARS = st.text(st.sampled_from("中越會会见苏ab A1\u0301é。阮 "), min_size=1, max_size=12)


@given(CHARS, CHARS)
def test_what_is_found_in_a_text_is_what_is_found_in_it_folded(words: str, text: str):
    if not any(char.isalnum() for char in words):
        return
    query = parse(words)
    assert query.is_in(text) == query.finds(fold(text))


@pytest.mark.parametrize(
    ("words", "text", "found"), [("会见", "双方会见", True), ("会见", "雙方會見", True), ("abc", "xabc", False)]
)
def test_both_scripts_are_found(words: str, text: str, *, found: bool):
    assert parse(words).is_in(text) == found
