"""Numbers about relations and economies that no trade table holds: bases, shares, revised forecasts, counts of countries."""

import pytest

from tests.lang.zh.figures.test_figures import brief, read, read_all

TAKEN = [
    ("全球约70%的稻谷经过该海峡运输。", ("world_share_grain", None, None, 70, "percent", None, None)),
    ("挪威占全球三文鱼的一半，占全球产量的52%。", ("world_share", "NO", None, 52, "percent", None, None)),
    (
        "世界银行将智利2025年的增长预测从2.6%下调至2.2%。",
        ("gdp_growth_forecast", "CL", None, None, None, "2025", 2.2),
    ),
    ("智利4月制造业活动指数降至47.6，低于预期。", ("pmi", "CL", None, 47.6, "point", "2024-04", None)),
    ("共有38个非洲国家出席峰会。", ("countries_count", None, None, 38, "country", None, None)),
    ("至少17个欧洲国家抵制了秘鲁举办的运动会。", ("countries_count", None, None, 17, "country", None, None)),
    ("法国在加蓬拥有6个军事基地。", ("military_bases", "FR", "GA", 6, "base", None, None)),
    ("挪威人口预计将达到580万。", ("population", "NO", None, 5_800_000, "person", None, None)),
    ("智利国内生产总值的23%来自铜业。", ("gdp_share", "CL", None, 23, "percent", None, None)),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN)
def test_numbers_of_many_kinds_have_a_measure(text: str, expected: tuple[object, ...]) -> None:
    assert expected in [brief(figure) for figure in read(text)], [brief(f) for f in read(text)]


def test_a_word_of_exactness_is_given_as_the_article_writes_it() -> None:
    figures = read("2023年，智利與秘魯雙邊貿易額約為73億美元。", script="Hant")
    assert [figure.about for figure in figures] == [("約為",)]


def test_a_body_without_a_row_gives_the_numbers_where_its_country_stands_before_it() -> None:
    figures = read("智利海關總署公布，2023年智利與秘魯雙邊貿易額達73億美元。", script="Hant")
    assert [figure.attributed_to for figure in figures] == ["智利海關總署"]


def test_the_host_that_ranks_its_investors_is_whose_figures_they_are() -> None:
    figures = read("秘鲁投资部的数字显示，去年智利对秘鲁新注册投资4.1亿美元，在各投资来源中排第三位。")
    assert [brief(figure) for figure in figures] == [
        ("fdi_new_registered", "PE", "CL", 410_000_000, "USD", "2023", None)
    ]
    assert [figure.rank for figure in figures] == [3]


def test_aircraft_are_counted_on_the_day_the_body_spoke_of() -> None:
    figures = read("芬兰国防部5月18日通报。当天挪威军机23架次在芬兰周边活动。")
    assert [(figure.value, figure.period) for figure in figures] == [(23, "2024-05-18")]


def test_two_forecasters_lower_one_forecast_to_two_numbers() -> None:
    figures = read("两家银行分别将智利经济增长预期下调至2.5%和2.3%。")
    assert [figure.change_pct for figure in figures] == [2.5, 2.3]


@pytest.mark.parametrize(
    "text",
    [
        "智利全县补助农民85万智利比索。",
        "这家公司的生产基地有30个。",
        "三方出口武器的说法被智利否认。",
        "他赢得世界杯，领先三个对手。",
        "两位领导人同意举行会议。",
    ],
)
def test_what_is_nobodys_business_stays_out(text: str) -> None:
    assert read_all(text)[0] == []
