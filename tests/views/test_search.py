"""What was searched for stands out where it stands."""

from bilat.model import Span
from bilat.views.lines import Style, text_of
from bilat.views.search import SEARCH, marked, search_lines
from tests.views.rows import hit

TEXT = "标题\n越共中央总书记苏林会见来访的客人，苏林说很好。"


def test_every_hit_inside_the_snippet_is_marked():
    found = hit(TEXT, 3, 20, Span(10, 12), Span(20, 22))
    pieces = list(marked(found))
    assert [piece.text for piece in pieces if piece.style is Style.FOUND] == ["苏林"]
    assert text_of(tuple(pieces)) == f"…{TEXT[3:20]}…"


def test_a_snippet_of_the_whole_text_has_no_dots():
    assert text_of(tuple(marked(hit(TEXT, 0, len(TEXT), Span(10, 12), Span(20, 22))))) == TEXT


def test_overlapping_hits_do_not_double_the_text():
    assert text_of(tuple(marked(hit(TEXT, 0, len(TEXT), Span(3, 8), Span(5, 10), Span(10, 12))))) == TEXT


def test_a_hit_shows_its_document():
    first, *_ = (text_of(line) for line in search_lines([hit(TEXT, 0, 10, Span(3, 5))], None))
    assert first == "2023-12-12 · 南屿日报  标题  d0c1"


def test_no_hits_is_said():
    assert [text_of(line) for line in search_lines([], None)] == ["no documents"]


def test_csv_counts_the_hits():
    row = dict(zip(SEARCH.columns, SEARCH.to_cells(hit(TEXT, 0, 10, Span(3, 5), Span(10, 12))), strict=True))
    assert row["hits"] == 2
