"""Numbers in sentences of our own."""

from decimal import Decimal

import pytest

from bilat.lang.zh.fold import fold
from bilat.lang.zh.numbers import NumberKind, NumberMention, chinese_to_int, evaluate, find_numbers, read_ordinal


def numbers(text: str) -> list[NumberMention]:
    folded = fold(text)
    return find_numbers(folded, 0, len(folded))


def only(text: str) -> NumberMention:
    found = numbers(text)
    assert len(found) == 1, [(fold(text)[m.start : m.end], m.value) for m in found]
    return found[0]


CARDINALS = [
    ("贸易额1,659.5亿美元", "1,659.5亿", 165950000000),
    ("贸易额1.45万亿元", "1.45万亿", 1450000000000),
    ("六十七点八亿元人民币", "六十七点八亿", 6780000000),
    ("投资一千二百个项目", "一千二百", 1200),
    ("签署36份文件", "36", 36),
    ("签署三十六份文件", "三十六", 36),
    ("两百名代表", "两百", 200),
    ("一万三千人", "一万三千", 13000),
    ("一万三", "一万三", 13000),
    ("四百五", "四百五", 450),
    ("一千零五名", "一千零五", 1005),
    ("一万零十二人", "一万零十二", 10012),
    ("七十八万五千零六", "七十八万五千零六", 785006),
    ("五兆六十二亿四万五千", "五兆六十二亿四万五千", 5006200045000),
    ("廿三人", "廿三", 23),
    ("卅人", "卅", 30),
    ("壹佰贰拾伍元", "壹佰贰拾伍", 125),
    ("5万4千6百人", "5万4千6百", 54600),
    ("３万4000人", "3万4000", 34000),
    ("４，５６５人", "4,565", 4565),
    ("２．２亿元", "2·2亿", 220000000),
    ("零下5.5度", "5.5", Decimal("5.5")),
    ("损失-3.5亿", "3.5亿", 350000000),
    ("差额为 -3.5亿", "-3.5亿", -350000000),
    ("负三十二", "负三十二", -32),
    ("三只猫", "三", 3),
    ("二〇二三", "二〇二三", 2023),
    ("1 200 人", "1", 1),
]


@pytest.mark.parametrize(("text", "span", "value"), CARDINALS)
def test_a_number_has_its_value_however_it_is_written(text: str, span: str, value: int | Decimal) -> None:
    mention = numbers(text)[0]
    assert fold(text)[mention.start : mention.end] == span
    assert (mention.value, mention.kind) == (value, NumberKind.CARDINAL)


PERCENT = [
    ("增长12.5%", "12.5%", Decimal("12.5")),
    ("增长百分之十二点五", "百分之十二点五", Decimal("12.5")),
    ("百分之3", "百分之3", 3),
    ("提高2.4个百分点", "2.4个百分点", Decimal("2.4")),
    ("约占三成", "三成", 30),
    ("三成五", "三成五", 35),
    ("三成半", "三成半", 35),
    ("打九折", "九折", 90),
    ("75折", "75折", 75),
    ("千分之二", "千分之二", Decimal("0.2")),
    ("下降负3.9%", "负3.9%", Decimal("-3.9")),
]


@pytest.mark.parametrize(("text", "span", "value"), PERCENT)
def test_a_share_is_told_in_per_cent(text: str, span: str, value: int | Decimal) -> None:
    mention = only(text)
    assert fold(text)[mention.start : mention.end] == span
    assert (mention.value, mention.kind) == (value, NumberKind.PERCENT)


def test_the_low_end_of_a_range_of_shares_is_no_sign() -> None:
    assert [m.value for m in numbers("在5-20%之间")] == [5, 20]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("三分之二", "三分之二", "0.666666666666667"),
        ("二又二分之一", "二又二分之一", "2.5"),
        ("约1/4的人", "1/4", "0.25"),
    ],
)
def test_a_fraction_is_a_decimal_of_fifteen_digits(text: str, span: str, value: str) -> None:
    mention = only(text)
    assert fold(text)[mention.start : mention.end] == span
    assert (mention.value, mention.kind) == (Decimal(value), NumberKind.FRACTION)


ABOUT = [
    ("近30亿美元", ("近",)),
    ("约2.3万亿元", ("约",)),
    ("超过500家", ("超过",)),
    ("超500家", ("超",)),
    ("30多个国家", ("多",)),
    ("30多万辆", ("多",)),
    ("十余名代表", ("余",)),
    ("二十几万人", ("几",)),
    ("100家左右", ()),
    ("约100人以上", ("约",)),
    ("300左右", ("左右",)),
    ("36份", ()),
]


@pytest.mark.parametrize(("text", "about"), ABOUT)
def test_words_that_say_a_number_is_not_exact_are_kept_beside_it(text: str, about: tuple[str, ...]) -> None:
    assert only(text).about == about


@pytest.mark.parametrize(
    "text", ["数百名代表", "几十个国家", "上千人", "数十亿美元", "成千上万的人", "三四十人", "七八个国家"]
)
def test_a_loose_number_is_found_without_a_value(text: str) -> None:
    mention = only(text)
    assert mention.value is None
    assert mention.start == 0


@pytest.mark.parametrize(
    "text",
    [
        "一切顺利",
        "双方一致同意",
        "进一步加强",
        "统一思想",
        "四川省",
        "三亚市",
        "部队登陆",
        "收拾房间",
        "十分重要",
        "两岸关系",
        "五角大楼",
        "万一",
        "周三和星期五",
        "之一",
        "https://example.org/a?b=24%29",
    ],
)
def test_a_word_with_a_numeral_in_it_is_no_number(text: str) -> None:
    assert [m.value for m in numbers(text)] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("第三十一次会议", 31),
        ("第3届", 3),
        ("第十四次", 14),
        ("首届", 1),
        ("首次", 1),
        ("十四", 14),
        ("第二十一轮", 21),
        ("第二〇一届", 201),
        ("会议", None),
        ("", None),
        ("第几次", None),
    ],
)
def test_an_ordinal_is_read_from_its_beginning(text: str, value: int | None) -> None:
    assert read_ordinal(text) == value


def test_an_ordinal_in_a_sentence_is_no_cardinal() -> None:
    mention = only("举行第十四次会议")
    assert (mention.kind, mention.value) == (NumberKind.ORDINAL, 14)


@pytest.mark.parametrize("text", ["", "万", "甲", "一二点", "点五", "两百点两", "1.2.3", "七十百"])
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert evaluate(text) is None


@pytest.mark.parametrize("text", ["1.5", "一点五", "甲乙"])
def test_only_whole_numbers_are_whole(text: str) -> None:
    assert chinese_to_int(text) is None


def test_a_run_of_digits_without_end_is_no_number() -> None:
    assert numbers("1" * 5000) == []
    assert find_numbers("1万1" * 2000, 0, 6000) == []


def test_only_the_slice_asked_for_is_read() -> None:
    text = "一百人，二百人，三百人"
    assert [(m.start, m.value) for m in find_numbers(text, 4, 7)] == [(4, 200)]
