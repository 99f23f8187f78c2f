"""How much a figure says, in each language of the pages."""

import pytest

from bilat.model import Figure
from bilat.model.span import Evidence, Span
from bilat.web.sizes import amount, change, level


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "175.6 bn USD"), ("vi", "175,6 tỷ USD"), ("zh", "1,756亿美元")],
)
def test_an_amount(language: str, shown: str) -> None:
    assert amount(175_600_000_000, "USD", language) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "3,000 people to 4,000 people [约], no. 2, +5.5 % (on the year)"),
        ("vi", "3.000 người đến 4.000 người [约], thứ 2, +5,5 % (so với năm trước)"),
        ("zh", "3,000人至4,000人 [约]、第2位、+5.5 % (同比)"),
    ],
)
def test_all_that_a_figure_says(language: str, shown: str) -> None:
    words = Evidence("d", Span(0, 1), "约")
    figure = Figure(
        measure="visits", of=None, partner=None, value=3000, unit="person", period=None, evidence=(words,),
        value_max=4000, change_pct=5.5, basis="yoy", rank=2, about=("约",),
    )  # fmt: skip
    assert level(figure, language) == shown


def test_growth_has_its_sign() -> None:
    assert [change(1234.5, language) for language in ("en", "vi")] == ["+1,234.5 %", "+1.234,5 %"]
