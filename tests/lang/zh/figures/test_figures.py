"""Sentences with numbers, and the figures a reader finds in them. All are our own, with invented numbers."""

import pytest

from bilat.lang.zh.analysis import analyse
from bilat.lang.zh.figures import find_figures, rules
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.people import find_people
from bilat.model import DateSource, Document, Figure, Part, Passage, Problem, Published, Span
from bilat.packs import load


def read_all(
    text: str,
    title: str = "要闻",
    *,
    day: str | None = "2024-05-20",
    script: str = "Hans",
    publisher: str | None = None,
) -> tuple[list[Figure], list[Problem]]:
    """The figures and problems of a document with this body."""
    whole = f"{title}\n{text}"
    start = len(title) + 1
    passages = Passage(Part.HEADLINE, Span(0, len(title))), Passage(Part.BODY, Span(start, len(whole)))
    published = Published(day, DateSource.FIELD) if day else None
    doc = Document("d", whole, title, passages, "zh", published=published, script=script, publisher=publisher or "")
    analysis = analyse(doc, lexicon(load()))
    figures, problems = find_figures(analysis, find_people(analysis, load()), rules(load()))
    for figure in figures:
        assert figure.evidence
        for quote in figure.evidence:
            assert whole[quote.span.start : quote.span.end] == quote.quote
    return figures, problems


def read(text: str, title: str = "要闻", *, day: str | None = "2024-05-20", script: str = "Hans") -> list[Figure]:
    """The figures of a document with this body, published on a Monday in May unless told otherwise."""
    return read_all(text, title, day=day, script=script)[0]


def only(text: str) -> Figure:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


def brief(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.of, figure.partner, figure.value, figure.unit, figure.period, figure.change_pct


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2023年，智利与秘鲁双边贸易额达73亿美元，同比增长4.2%。",
            ("trade_total", "CL", "PE", 7_300_000_000, "USD", "2023", 4.2),
        ),
        (
            "2023年，智利與秘魯雙邊貿易額達73億美元，同比增長4.2%。",
            ("trade_total", "CL", "PE", 7_300_000_000, "USD", "2023", 4.2),
        ),
        (
            "今年前4个月，挪威对波兰出口六十七点八亿欧元。",
            ("exports", "NO", "PL", 6_780_000_000, "EUR", "2024-01/2024-04", None),
        ),
        ("瑞典宣布向乌克兰提供15亿瑞典克朗的援助。", ("aid", "SE", "UA", 1_500_000_000, "SEK", None, None)),
        (
            "截至2024年3月，荷兰在加纳投资累计8.5亿美元。",
            ("fdi_stock", "NL", "GH", 850_000_000, "USD", "as_of 2024-03", None),
        ),
        ("一季度，德国出口同比下降1.1%。", ("exports", "DE", None, None, None, "2024-01/2024-03", -1.1)),
        ("葡萄牙4月失业率为6.3%。", ("unemployment", "PT", None, 6.3, "percent", "2024-04", None)),
        ("4月访日外国人为304万人。", ("tourist_arrivals", "JP", None, 3_040_000, "person", "2024-04", None)),
        ("埃及人口约1.1亿。", ("population", "EG", None, 110_000_000, "person", None, None)),
        ("去年肯尼亚经济增长5.6%。", ("gdp_growth", "KE", None, None, None, "2023", 5.6)),
        ("2023年泰国服务贸易翻了一番。", ("services_trade", "TH", None, None, None, "2023", 100)),
        ("2023年泰国对老挝投资减少近三成。", ("fdi_new", "TH", "LA", None, None, "2023", -30)),
    ],
)
def test_a_number_with_a_measure_beside_it_is_a_figure(text: str, expected: tuple[object, ...]) -> None:
    assert brief(only(text)) == expected


@pytest.mark.parametrize(
    ("text", "value", "about", "period"),
    [
        ("智利和秘鲁双方签署30多项合作协议。", 30, ("多",), None),
        ("智利和秘鲁两国签署了18份合作文件。", 18, (), None),
        ("智利和秘鲁双方5月18日签署了18项合作协议。", 18, (), "2024-05-18"),
    ],
)
def test_documents_are_counted_with_the_day_of_their_signing(
    text: str, value: int, about: tuple[str, ...], period: str | None
) -> None:
    figure = only(text)
    assert brief(figure) == ("documents_signed", "CL", "PE", value, "document", period, None)
    assert figure.about == about


@pytest.mark.parametrize(
    ("text", "measure", "of", "partner", "rank"),
    [
        ("巴西是阿根廷最大贸易伙伴。", "trade_partner_rank", "AR", "BR", 1),
        ("意大利已成为阿尔及利亚第三大出口市场。", "export_market_rank", "DZ", "IT", 3),
        ("摩洛哥最大的进口来源国是西班牙。", "import_source_rank", "MA", "ES", 1),
        ("越南是澳大利亚在东盟的第二大贸易伙伴。", "trade_partner_rank_asean", "AU", "VN", 2),
    ],
)
def test_a_rank_alone_has_no_value_and_no_unit(text: str, measure: str, of: str, partner: str, rank: int) -> None:
    figure = only(text)
    assert (figure.measure, figure.of, figure.partner, figure.rank) == (measure, of, partner, rank)
    assert (figure.value, figure.unit) == (None, None)


def test_ranks_in_one_breath_have_the_same_owner() -> None:
    found = read("肯尼亚是乌干达最大贸易伙伴、第二大进口来源国和第一大出口市场。")
    assert [(f.measure, f.of, f.partner, f.rank) for f in found] == [
        ("trade_partner_rank", "UG", "KE", 1),
        ("import_source_rank", "UG", "KE", 2),
        ("export_market_rank", "UG", "KE", 1),
    ]


def test_one_of_the_largest_has_no_rank() -> None:
    assert read("巴西是阿根廷最大贸易伙伴之一。") == []


@pytest.mark.parametrize(
    ("text", "about", "value"),
    [
        ("波兰对挪威出口近30亿欧元。", ("近",), 3_000_000_000),
        ("波兰对挪威出口超过30亿欧元。", ("超过",), 3_000_000_000),
        ("波兰对挪威出口30多亿欧元。", ("多",), 3_000_000_000),
        ("波兰对挪威出口约30亿欧元左右。", ("约", "左右"), 3_000_000_000),
        ("波兰与挪威签署30多份合作文件。", ("多",), 30),
    ],
)
def test_the_words_that_make_a_number_inexact_are_kept(text: str, about: tuple[str, ...], value: int) -> None:
    figure = only(text)
    assert (figure.about, figure.value) == (about, value)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("捷克将向乌克兰提供20至30亿捷克克朗的军事援助。", 2_000_000_000, 3_000_000_000, "CZK"),
        ("加纳央行将基准利率维持在27.5%至29%之间。", 27.5, 29, "percent"),
    ],
)
def test_a_range_has_its_low_end_as_value(text: str, low: float, high: float, unit: str) -> None:
    figure = only(text)
    assert (figure.value, figure.value_max, figure.unit) == (low, high, unit)


def test_lists_pair_measures_numbers_and_growth() -> None:
    found = read("2023年，匈牙利进出口总额3000亿欧元，其中出口和进口分别为1600亿和1400亿欧元，分别增长5.1%和下降2.3%。")
    assert [(f.measure, f.value, f.unit, f.change_pct) for f in found] == [
        ("trade_total", 300_000_000_000, "EUR", None),
        ("exports", 160_000_000_000, "EUR", 5.1),
        ("imports", 140_000_000_000, "EUR", -2.3),
    ]


def test_lists_pair_partners_and_numbers() -> None:
    found = read("一季度，日本对美国、韩国和泰国出口分别为65.8亿、23.9亿和13亿美元，分别增长9%、3.6%和下降5.5%。")
    assert [(f.of, f.partner, f.value, f.change_pct) for f in found] == [
        ("JP", "US", 6_580_000_000, 9),
        ("JP", "KR", 2_390_000_000, 3.6),
        ("JP", "TH", 1_300_000_000, -5.5),
    ]


def test_what_a_number_came_from_is_no_figure_unless_it_has_its_own_period() -> None:
    assert [f.value for f in read("丹麦对芬兰出口由30亿欧元增至45亿欧元。")] == [4_500_000_000]
    found = read("丹麦对芬兰出口从2013年的30亿欧元增至2023年的45亿欧元。")
    assert [(f.value, f.period) for f in found] == [(3_000_000_000, "2013"), (4_500_000_000, "2023")]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("4月希腊出口同比增长3%。", "yoy"),
        ("4月希腊出口环比增长3%。", "mom"),
        ("2023年希腊出口较2019年增长3%。", "2019"),
        ("2023年希腊出口增长3%。", None),
    ],
)
def test_growth_says_what_it_is_compared_with(text: str, basis: str | None) -> None:
    assert only(text).basis == basis


@pytest.mark.parametrize(
    ("text", "script", "unit"),
    [
        ("中国与蒙古国进出口总额800亿元。", "Hans", "CNY"),
        ("台灣與日本貿易總額800億元。", "Hant", "TWD"),
        ("印尼向东帝汶提供500亿盾的援助。", "Hans", "IDR"),
        ("乍得与喀麦隆贸易额500亿法郎。", "Hans", "XAF"),
        ("缅甸与不丹贸易额500亿法郎。", "Hans", None),
        ("对外贸易总额800亿元。", "Hans", "CNY"),
        ("對外貿易總額800億元。", "Hant", None),
    ],
)
def test_a_word_that_several_currencies_share_needs_a_country(text: str, script: str, unit: str | None) -> None:
    (figure,) = read(text, script=script)
    assert figure.unit == unit


def test_a_shared_word_keeps_the_meaning_it_was_given() -> None:
    found = read("印度与法国进出口总额120亿元人民币。德国与法国进出口总额2300亿元。")
    assert [f.unit for f in found] == ["CNY", "CNY"]


@pytest.mark.parametrize(
    "text",
    [
        "65岁的西班牙首相3月15日在巴黎会见两名法国部长，会谈进行了3个小时。",
        "空袭造成意大利至少19名士兵死亡。",
        "该党在波兰选举中赢得35.4%的选票。",
        "西班牙公司股价下跌12%，市值降至850亿欧元。",
        "代表团从加拿大出发，行程1200公里。",
        "芬兰和瑞典两国外长讨论了贸易问题。",
        "联合国第78届大会通过第2231号决议。",
        "挪威签署了一份合作文件。",
        "受访的300名澳大利亚游客中有12人受伤。",
        "他花2000欧元从德国进口了一辆车。",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_a_conversion_is_the_same_sum() -> None:
    assert [f.value for f in read("欧盟对该公司处以4.1亿欧元（约合4.4亿美元）的罚款。")] == [410_000_000]


@pytest.mark.parametrize(
    ("text", "measure", "change"),
    [
        ("4月智利游客较3月增加5万人。", "tourist_arrivals_increase", None),
        ("4月智利游客增至50万人。", "tourist_arrivals", None),
        ("预计2025年智利出口额将达900亿美元。", "exports_forecast", None),
        ("水产品占冰岛出口总额的40%。", "goods_share", None),
        ("智利铜产量占全球的24%。", "world_share_minerals", None),
        ("4月智利国际游客恢复到2019年同期的85%。", "tourist_arrivals_recovery", None),
    ],
)
def test_a_measure_says_how_it_is_told(text: str, measure: str, change: float | None) -> None:
    figure = only(text)
    assert (figure.measure, figure.change_pct) == (measure, change)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("据挪威统计局公布的数据，4月挪威出口增长2%。", "挪威统计局"),
        ("据估计，挪威外债达700亿美元。", "据估计"),
        ("4月挪威出口增长2%。", None),
        ("此外，越通社指，智利和秘鲁签署18份文件。", "越通社"),
        ("路透社报道，智利总统博里奇说，智利和秘鲁签署18份文件。", "博里奇"),
        ("路透社驻智利记者写道，智利和秘鲁签署18份文件。", None),
    ],
)
def test_who_gives_a_number_is_kept_as_written(text: str, source: str | None) -> None:
    assert only(text).attributed_to == source


def test_data_once_named_hold_for_the_paragraph() -> None:
    found = read("据挪威统计局公布的数据，4月挪威出口增长2%。进口下降3%。\n挪威失业率为4%。")
    assert [f.attributed_to for f in found] == ["挪威统计局", "挪威统计局", None]


@pytest.mark.parametrize(
    ("text", "of", "partner"),
    [
        ("2023年，釜山进口总额为50亿美元。", None, None),
        ("2023年，韩国进口总额为50亿美元。", "KR", None),
        ("2023年，釜山对越南出口50亿美元。", "KR", "VN"),
        ("2023年，釜山港货物吞吐量达4亿吨。", "KR", None),
        ("从韩国财政部获悉，2023年对外投资50亿美元。", "KR", None),
        ("2023年，韓國釜山進口總額為50億美元。", "KR", None),
    ],
)
def test_the_sums_of_a_town_are_not_those_of_its_country(text: str, of: str | None, partner: str | None) -> None:
    figure = only(text)
    assert (figure.of, figure.partner) == (of, partner)


@pytest.mark.parametrize("text", ["我国出口20亿美元。", "全县粮食产量达90万吨。"])
def test_who_speaks_of_another_subject_does_not_go_on_with_the_country_before(text: str) -> None:
    before, here = read("2023年，挪威进口50亿美元。" + text)
    assert (before.of, here.of) == ("NO", None)


@pytest.mark.parametrize(
    "text",
    [
        "挪威10年期国债收益率跌至3.9%。",
        "挪威政府为每辆电动车提供40万克朗补贴。",
        "挪威的风电场一年的碳减排量达5.6万吨。",
        "挪威某公司非法吸收资金9630万克朗。",
        "两国投资合作不断深入。",
        "挪威经济第二次受到关注，各方提供了支持。",
    ],
)
def test_yields_grants_by_the_piece_and_loot_are_no_figures(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("挪威向乌克兰提供3700万美元援助。", 37_000_000),
        ("挪威向乌克兰提供1.5万亿美元援助。", 1_500_000_000_000),
        ("挪威向烏克蘭提供兩千萬美元援助。", 20_000_000),
        ("挪威向乌克兰提供的援助达US$500万。", 5_000_000),
        ("挪威接收了50 多万难民。", 500_000),
        ("挪威部署了大约17.3万士兵。", 173_000),
        ("挪威2023年GDP是17.5兆美元。", 17_500_000_000_000),
    ],
)
def test_a_number_is_seen_whatever_it_looks_like(text: str, value: int) -> None:
    assert only(text).value == value
