"""A text without its quotation marks, and the way back."""

from hypothesis import given
from hypothesis import strategies as st

from bilat.lang.zh.wordings.bare import Bare

TEXTS = st.text('甲乙丙“”‘’"', max_size=30)


@given(TEXTS)
def test_every_character_is_found_where_it_stood(text: str) -> None:
    bare = Bare(text)
    assert "".join(text[bare.place(at)] for at in range(len(bare.text))) == bare.text


@given(TEXTS, st.data())
def test_a_stretch_holds_the_same_words_and_paired_marks(text: str, data: st.DataObject) -> None:
    bare = Bare(text)
    if bare.text:
        start = data.draw(st.integers(0, len(bare.text) - 1))
        end = data.draw(st.integers(start + 1, len(bare.text)))
        found = bare.stretch(start, end)
        if found is not None:
            held = text[slice(*found)]
            assert Bare(held).text == bare.text[start:end]
            assert held.count("“") == held.count("”")
            assert held.count("‘") == held.count("’")


def test_marks_around_a_wording_belong_to_it_only_with_one_inside() -> None:
    whole, opened, closed = Bare("这“甲乙”丙"), Bare("甲的“乙丙”"), Bare("“甲”乙“丙")
    assert whole.stretch(1, 3) == (2, 4)
    assert whole.stretch(1, 4) == (1, 6)
    assert opened.stretch(0, 4) == (0, 6)
    assert closed.stretch(0, 3) is None
