"""Unclosed and nested quotation marks, endless paragraphs: nothing breaks, and the work grows with the text."""

import sys
from types import FrameType
from typing import Any

import pytest

from bilat.lang.zh.claims.quotes import Quotes
from tests.lang.zh.claims.conftest import Claims

BROKEN = [
    "越南总理范明政说：“道路已经修好。记者离开。",
    "越南总理范明政说，道路“已经修好”。”他还说，“明天",
    "越南总理范明政说：“他说：‘我听见“开始”。’就这样。”",
    "“““““““““越南总理范明政说，",
    '"越南总理范明政说，"道路"修好了。',
    "说。称。据，援引，表示",
    "据",
    "（越南总理范明政说，",
    "。”说“，”说：",
    "他说。她说，他们说：",
]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_marks_break_nothing(claims: Claims, text: str) -> None:
    """Each quotation stands at its offsets, whatever the marks."""
    for claim in claims(text):
        for evidence in claim.evidence:
            assert text[evidence.span.start : evidence.span.end] == evidence.quote


def test_a_mark_that_is_never_closed_quotes_nothing() -> None:
    """The next one that is closed does."""
    text = "甲“乙丙。\n丁“戊”己“庚"
    quotes = Quotes(text)
    assert [text[a:b] for a, b in zip(quotes.starts, quotes.ends, strict=True)] == ["“戊”"]


def test_an_odd_mark_spoils_no_quotation_beside_it() -> None:
    text = "”甲“乙”丙“丁“戊”\n“己”庚”\n“辛"
    quotes = Quotes(text)
    assert [text[a:b] for a, b in zip(quotes.starts, quotes.ends, strict=True)] == ["“乙”", "“戊”", "“己”"]


def test_quotations_three_deep_are_one() -> None:
    """The outermost counts."""
    text = "甲说：“乙说：‘丙“丁”戊’己。”庚"
    quotes = Quotes(text)
    assert [text[a:b] for a, b in zip(quotes.starts, quotes.ends, strict=True)] == ["“乙说：‘丙“丁”戊’己。”"]


def _steps(claims: Claims, text: str) -> int:
    """Lines of our functions run while a text is read: a count of work that no clock disturbs."""
    count = 0

    def note(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        if "claims" not in frame.f_code.co_filename or "tests" in frame.f_code.co_filename:
            return None
        count += event == "line"
        return note

    sys.settrace(note)
    try:
        claims(text)
    finally:
        sys.settrace(None)
    return count


PIECES = [
    "越南总理范明政说，道路修好了，",
    "“路说称据",
    "据路透社援引范明政的话说",
    "他强调并呼吁，",
    "没有回应",
    "（说）：“",
    "。”说“",
]


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_is_about_twice_the_work(claims: Claims, piece: str) -> None:
    """One paragraph without a full stop, doubled."""
    once, twice = (_steps(claims, piece * (size // len(piece))) for size in (4000, 8000))
    assert twice < 2.6 * once + 500
