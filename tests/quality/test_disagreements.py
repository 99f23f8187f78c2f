"""When a disagreement of the annotators counts as found."""

import pytest

from quality.disagreements import fits

LINE = [{"a", "b"}, {"c"}, {"d", "b"}]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ([{"a", "b"}, {"c", "x"}], True),
        ([{"a"}, {"d"}, {"y"}], True),
        ([{"a", "c"}, {"d"}], False),
        ([{"a"}, {"b"}], False),
        ([{"x"}, {"y"}], False),
        ([], False),
    ],
)
def test_the_same_articles_are_told_apart(said: list[set[str]], found: bool) -> None:
    assert fits(LINE, said) is found
