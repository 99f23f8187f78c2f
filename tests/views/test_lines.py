"""Lines fit their screen whatever script they are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilat.views.lines import Piece, Style, columns, pad, plain, shorten, text_of, width_of, wrap

texts = st.text(st.sampled_from("阮富仲总书记，。“”（） abc-12·é"), max_size=80)


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("河内", 4), ("Hà Nội", 6), ("Ha\u0300", 2), ("１２", 4), ("a\u200db", 2), ("", 0)]
)
def test_a_chinese_character_is_as_wide_as_two_letters(text: str, width: int):
    assert width_of(text) == width


@given(texts, st.integers(2, 40))
def test_a_shortened_text_fits(text: str, width: int):
    assert width_of(shorten(text, width)) <= width


@given(texts, st.integers(0, 40))
def test_a_padded_text_fills_its_column(text: str, width: int):
    assert width_of(pad(text, width)) == max(width, width_of(text))


@given(texts, st.integers(20, 60))
def test_wrapping_loses_nothing_but_blanks(text: str, width: int):
    shown = "".join(text_of(line) for line in wrap(plain(text), width, 2))
    assert shown.replace(" ", "") == text.replace(" ", "")


def test_chinese_wraps_between_characters_and_stays_within_the_screen():
    lines = list(wrap(plain("双方就进一步深化两国全面战略合作伙伴关系交换了意见" * 3), 40, 4))
    assert len(lines) > 1
    assert all(width_of(text_of(line)) <= 40 for line in lines)
    assert all(text_of(line).startswith("    ") for line in lines[1:])


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    text = "他说：“好。”她说：“是。”" * 8
    for width in range(16, 40):
        for line in wrap(plain(text), width):
            assert text_of(line)[0] not in "，。”："
            assert text_of(line)[-1] != "“"


def test_a_latin_word_is_not_broken():
    lines = [text_of(line) for line in wrap(plain("Vietnam and China signed agreements in Hanoi"), 20)]
    assert " ".join(lines).split() == ["Vietnam", "and", "China", "signed", "agreements", "in", "Hanoi"]


def test_styles_survive_wrapping():
    line = (Piece("外交部长", Style.STRONG), Piece("会见来访的客人" * 4, Style.QUOTE))
    styles = [piece.style for wrapped in wrap(line, 20) for piece in wrapped]
    assert styles[0] == Style.STRONG
    assert set(styles[1:]) == {Style.QUOTE}


def test_nothing_is_wrapped_for_a_pipe():
    line = plain("很长" * 300)
    assert list(wrap(line, None)) == [line]


def test_columns_stand_under_each_other_in_any_script():
    rows = [["阮富仲", "VN"], ["Tô Lâm", "VN"], ["习近平", "CN"]]
    lines = [text_of(line) for line in columns(rows, ["name", "country"], None)]
    assert [width_of(line[: line.rindex(" ") + 1]) for line in lines] == [8, 8, 8, 8]


def test_a_wide_table_is_cut_to_the_screen():
    rows = [["越南社会主义共和国国家主席" * 5, "VN"]]
    assert all(width_of(text_of(line)) <= 40 for line in columns(rows, ["title", "country"], 40))
