"""Nothing an article holds reaches a terminal as a control code."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilat.views.clean import clean, clean_cell, json_line, safe_json, web_address

any_text = st.text(st.characters(codec=None, exclude_categories=[]))
"""Lone surrogates and control codes included."""


@pytest.mark.parametrize(
    ("wild", "tame"),
    [
        ("\x1b[31m红色\x1b[0m", "␛[31m红色␛[0m"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("\u2066隔离\u2069", "隔离"),
        ("第一行\r\n第二行\t列", "第一行  第二行 列"),
        ("半个\ud83d字符", "半个\ufffd字符"),
        ("\x00\x7f", "␀\ufffd"),
        ("tag\U000e0041", "tag"),
        ("Nguyễn Phú Trọng — 阮富仲 👨‍👩‍👧", "Nguyễn Phú Trọng — 阮富仲 👨‍👩‍👧"),
    ],
    ids=ascii,
)
def test_what_could_act_on_a_terminal_is_shown_not_done(wild: str, tame: str):
    assert clean(wild) == tame


@given(any_text)
def test_no_clean_text_holds_a_control_code_or_lone_surrogate(text: str):
    kinds = {unicodedata.category(char) for char in clean(text)}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}


@given(any_text)
def test_no_clean_text_changes_the_direction_of_writing(text: str):
    directions = {unicodedata.bidirectional(char) for char in clean(text)}
    assert not directions & {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(any_text)
def test_cleaning_twice_is_cleaning_once(text: str):
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_json_gives_back_the_very_text(text: str):
    assert json.loads(safe_json(json_line({"text": text}))) == {"text": text}


def test_json_gives_back_a_lone_surrogate():
    assert json.loads(json_line({"text": "\ud83d!", "list": ("a", None)})) == {"text": "\ud83d!", "list": ["a", None]}


@given(any_text)
def test_a_line_of_json_is_one_line_without_control_codes(text: str):
    line = safe_json(json_line([text])).decode("utf-8")
    assert line == clean(line)


@pytest.mark.parametrize("formula", ["=1+1", "+86", "-1", "@SUM(A1)", "  =1+1", "＝1+1", "＠a", "－1", "＋1"])
def test_a_spreadsheet_does_not_calculate_what_an_article_says(formula: str):
    assert clean_cell(formula) == f"'{formula}"


@pytest.mark.parametrize("formula", ["\t=1+1", "\r=1", "\n@a", "\x0b+1", "\u202e=1", "\ufeff-1", "\u3000=1", "\xa0=1"])
def test_nothing_unseen_hides_a_formula(formula: str):
    assert clean_cell(formula)[0] == "'"


@pytest.mark.parametrize(
    "address, opened",
    [
        ("https://news.example/a?b=河", True),
        ("HTTP://news.example/", True),
        ("javascript:alert(1)", False),
        (" http://news.example/", False),
        ("http://news.example/\u202etxt.exe", False),
        ("http://news.example/\r\nX: y", False),
        ("file:///etc/passwd", False),
        ("data:text/html,a", False),
        ("", False),
        (None, False),
    ],
)
def test_only_an_address_of_the_web_is_one_to_open(address: str | None, opened: bool):
    assert web_address(address) == (address if opened else None)


def test_an_ordinary_cell_stays_as_it_is():
    assert clean_cell("2023-12-12") == "2023-12-12"
