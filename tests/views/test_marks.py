"""Marks that overlap in any way → segments."""

from hypothesis import given
from hypothesis import strategies as st

from bilat.model import Part, Passage, Span
from bilat.views.marks import Mark, blocks, segments

TEXTS = st.text(alphabet="中越会谈ab \n𠀀\u0301", min_size=1, max_size=40)


def _span(pair: tuple[int, int]) -> Span:
    return Span(*pair)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text with marks anywhere in it."""
    text = draw(TEXTS)
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda pair: pair[0] < pair[1])
    marks = st.builds(Mark, spans.map(_span), st.sampled_from("ab"), st.sampled_from("xyz"))
    return text, draw(st.lists(marks, max_size=12))


@given(marked(), st.lists(st.integers(-3, 45), max_size=5))
def test_segments_put_together_are_the_text(given_: tuple[str, list[Mark]], cuts: list[int]) -> None:
    text, marks = given_
    made = segments(text, marks, cuts)
    assert "".join(segment.text for segment in made) == text
    assert [segment.start for segment in made] == [0, *(segment.end for segment in made[:-1])]


@given(marked())
def test_each_segment_has_the_marks_that_cover_it_and_no_other(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    for segment in segments(text, marks):
        covering = [m for m in marks if m.span.start <= segment.start and segment.end <= m.span.end]
        touching = [m for m in marks if m.span.start < segment.end and segment.start < m.span.end]
        assert sorted(segment.marks) == sorted(covering) == sorted(touching)


def test_the_narrowest_mark_comes_first() -> None:
    person, meeting = Mark(Span(2, 5), "people", "p"), Mark(Span(0, 8), "events", "e")
    at = {segment.text: segment.marks for segment in segments("今天阮富仲会见他", [meeting, person])}
    assert at["阮富仲"] == (person, meeting)


@given(marked(), st.data())
def test_blocks_hold_every_letter_of_the_text_once_and_in_order(
    given_: tuple[str, list[Mark]], data: st.DataObject
) -> None:
    text, marks = given_
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    passages = [Passage(Part.BODY, Span(a, b)) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    lines = [line for block in blocks(text, passages, marks) for line in block.lines]
    shown = "".join(segment.text for line in lines for segment in line)
    assert shown.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all("\n" not in s.text for line in lines for s in line)
