"""What only the rest of an article tells of a figure; articles are our own."""

import pytest

from bilat.lang.figures.made import LARGEST
from tests.lang.zh.figures.test_figures import only, read, read_all


def test_a_number_told_again_is_one_figure_with_all_its_quotations() -> None:
    found = read("4月访日外国人为304.29万人。\n比3月减少1.2%的304.29万人是历史第二高。", title="4月访日外国人超304万")
    assert [f.value for f in found] == [3_042_900]
    assert len(found[0].evidence) == 2


def test_two_numbers_that_differ_are_both_kept() -> None:
    found = read("2023年智利与秘鲁贸易额达73.1亿美元。\n2023年智利与秘鲁贸易额达73.4亿美元。")
    assert [f.value for f in found] == [7_310_000_000, 7_340_000_000]


def test_either_of_a_pair_may_come_first() -> None:
    found = read("2023年智利与秘鲁贸易额达73.1亿美元。\n秘鲁和智利2023年的贸易额达73.1亿美元。")
    assert [(f.of, f.partner) for f in found] == [("CL", "PE")]


def test_a_flow_keeps_the_period_told_before_and_a_stock_does_not() -> None:
    found = read("今年前4个月，意大利出口增长2%。进口增长3%。意大利外债达3万亿美元。")
    assert [(f.measure, f.period) for f in found] == [
        ("exports", "2024-01/2024-04"),
        ("imports", "2024-01/2024-04"),
        ("debt", None),
    ]


def test_both_countries_are_the_two_named_before() -> None:
    figure = only("赞比亚和安哥拉是邻国。2023年，双边贸易额达2.5亿美元。")
    assert (figure.of, figure.partner) == ("ZM", "AO")


def test_a_sentence_that_goes_on_tells_the_growth_of_the_number_before() -> None:
    figure = only("今年前4个月，访问摩洛哥的外国游客达450万人。同比增长11%。")
    assert (figure.value, figure.change_pct) == (4_500_000, 11)


def test_without_a_date_of_publication_months_stay_unread() -> None:
    (figure,) = read("前4个月希腊出口增长3%。", day=None)
    assert figure.period is None


def test_impossible_numbers_are_said_and_not_kept() -> None:
    figures, problems = read_all("希腊外债达99999999999999999999亿美元。")
    assert figures == []
    assert [(p.kind, p.span is not None) for p in problems] == [("impossible_number", True)]
    assert LARGEST < 99999999999999999999 * 10**8


@pytest.mark.parametrize(
    "text", ["%", "亿美元", "增长%", "贸易额达，", "第大贸易伙伴", "“出口“进口“1%", " ", "出口增长0%"]
)
def test_bad_input_is_read_without_harm(text: str) -> None:
    assert len(read(text)) <= 1


def test_the_same_text_gives_the_same_figures() -> None:
    text = "2023年，智利与秘鲁双边贸易额达73亿美元，同比增长4.2%。智利是秘鲁第三大贸易伙伴。"
    assert read(text) == read(text)
