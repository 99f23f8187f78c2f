"""Cursors: opaque, and of one question only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilat.errors import UsageError
from bilat.views.cursors import LONGEST, opened, sealed

POSITIONS = st.lists(st.integers() | st.text(max_size=20) | st.none(), max_size=5)
QUESTION = ["timeline", {"countries": ["CN", "VN"]}, "digest"]


@given(POSITIONS)
def test_a_cursor_gives_its_position_back(position: list[str | int | None]):
    assert opened(sealed(position, QUESTION), QUESTION) == position


@given(POSITIONS)
def test_a_cursor_of_another_question_or_record_is_refused(position: list[str | int | None]):
    with pytest.raises(UsageError, match="another question"):
        _ = opened(sealed(position, QUESTION), [*QUESTION[:2], "another digest"])


@given(st.text(max_size=60))
def test_what_is_no_cursor_is_refused(word: str):
    with pytest.raises(UsageError, match="another question"):
        _ = opened(word, QUESTION)


@given(POSITIONS, st.integers(min_value=0), st.characters(codec="ascii"))
def test_a_cursor_with_a_slip_in_it_is_refused(position: list[str | int | None], at: int, char: str):
    cursor = sealed(position, QUESTION)
    at %= len(cursor)
    slipped = cursor[:at] + char + cursor[at + 1 :]
    if slipped != cursor:
        with pytest.raises(UsageError, match="another question"):
            _ = opened(slipped, QUESTION)


def test_a_cursor_longer_than_any_is_not_looked_at():
    with pytest.raises(UsageError, match="another question"):
        _ = opened("A" * (LONGEST + 1), QUESTION)
