"""Texts and spans come out of their bytes as they went in, or are told to be spoiled."""

import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilat.model import Part
from bilat.record import compact
from bilat.record.compact import (
    SpoiledError,
    count_spans,
    count_within,
    pack_passages,
    pack_spans,
    pack_text,
    passages_of,
    quotes,
    spans_of,
    text_of,
)

NUMBERS = st.integers(0, 2**40)
SPANS = st.lists(st.tuples(NUMBERS, NUMBERS).map(lambda pair: (pair[0], pair[0] + pair[1])))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_comes_out_as_it_went_in(text: str):
    assert text_of(pack_text(text)) == text


def test_every_character_comes_out_in_either_encoding():
    for start in range(0, sys.maxunicode + 1, 4096):
        text = "".join(map(chr, range(start, start + 4096)))
        if start != 0xD000:  # half of these are surrogates
            assert text_of(pack_text(text)) == text
            assert text_of(pack_text(f"{'越' * 9999}{text}")).endswith(text)


def test_chinese_takes_two_bytes_a_character_unless_editions_differ_on_one_of_them():
    assert pack_text("中越关系")[:1] == pack_text("越南" * 9 + "abc")[:1] == b"\1"
    assert pack_text("Việt Nam")[:1] == pack_text("中越关系\ue5e5")[:1] == b"\0"


@given(SPANS)
def test_spans_come_out_as_they_went_in(spans: list[tuple[int, int]]):
    kept = pack_spans(spans)
    assert spans_of(kept) == spans
    assert count_spans(kept) == len(spans)


@given(SPANS, st.data())
def test_passages_come_out_as_they_went_in(spans: list[tuple[int, int]], data: st.DataObject):
    passages = [(data.draw(st.sampled_from(Part)).value, *span) for span in spans]
    kept = pack_passages(passages)
    assert passages_of(kept) == passages
    assert count_spans(kept) == len(passages)


def test_every_part_has_a_code_that_stays():
    assert [part.value for part in Part] == [
        "headline",
        "lead",
        "body",
        "heading",
        "caption",
        "credit",
        "teaser",
        "footer",
    ]


def test_quotations_are_read_and_counted_in_place():
    kept = pack_spans([(2, 4), (0, 2), (3, 9)])
    assert quotes(pack_text('中越"\0关系好'), kept) == '["\\"\\u0000","中越","\\u0000关系好"]'
    assert [count_within(kept, *span) for span in ((0, 4), (3, 9), (4, 9))] == [2, 1, 0]


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"\1",
        b"\2" + pack_text("中越")[1:],
        pack_text("中越")[:-1],
        pack_text("中越") + b"\0",
        b"\0" + pack_text("中越关系")[1:],
        b"\0nonsense",
    ],
    ids=repr,
)
def test_bytes_that_are_no_text_are_told(kept: bytes):
    with pytest.raises(SpoiledError, match="cannot be unpacked"):
        _ = text_of(kept)


@pytest.mark.parametrize("kept", [b"\x80", b"\1", b"\1\1\1"], ids=repr)
def test_bytes_that_are_no_spans_are_told(kept: bytes):
    for reading in (spans_of, passages_of):
        with pytest.raises(SpoiledError, match="end in the middle"):
            _ = reading(kept)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(compact, "LONGEST", 10_000)
    made = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = b"\0" + made.compress(b"a" * 10_001) + made.flush()
    with pytest.raises(SpoiledError):
        _ = text_of(bomb)
    with pytest.raises(ValueError, match="a text of more than"):
        _ = pack_text("a" * 10_001)
