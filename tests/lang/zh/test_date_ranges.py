"""Ranges, bounds, durations and loose words of time in sentences of our own."""

from datetime import date

import pytest

from bilat.lang.zh.dates import DateKind
from bilat.lang.zh.fold import fold
from tests.lang.zh.dated import dates, only, words

RANGES = [
    ("10月30日至11月2日访华", "10月30日至11月2日", "2023-10-30", "2023-11-02"),
    ("8月31日—9月2日", "8月31日—9月2日", "2023-08-31", "2023-09-02"),
    ("7月12日-13日在维尔纽斯", "7月12日-13日", "2023-07-12", "2023-07-13"),
    ("7月12-13日在维尔纽斯", "7月12-13日", "2023-07-12", "2023-07-13"),
    ("2日到4日访问", "2日到4日", "2023-12-02", "2023-12-04"),
    ("2至4日访问", "2至4日", "2023-12-02", "2023-12-04"),
    ("11月5日、6日访问", "11月5日、6日", "2023-11-05", "2023-11-06"),
    ("11月5、6日访问", "11月5、6日", "2023-11-05", "2023-11-06"),
    ("9月12日、13日和14日举行", "9月12日、13日和14日", "2023-09-12", "2023-09-14"),
    ("从9月1日起至9月3日", "从9月1日起至9月3日", "2023-09-01", "2023-09-03"),
    ("2022年12月30日至1月2日", "2022年12月30日至1月2日", "2022-12-30", "2023-01-02"),
    ("从十一月十日到十二日", "从十一月十日到十二日", "2023-11-10", "2023-11-12"),
    ("2023年10月30日上午至11月2日", "2023年10月30日上午至11月2日", "2023-10-30", "2023-11-02"),
    ("周一至周三", "周一至周三", "2023-12-04", "2023-12-06"),
    ("周一至三在京", "周一至三", "2023-12-04", "2023-12-06"),
    ("将于周六、日访华", "周六、日", "2023-12-02", "2023-12-03"),
    ("今明两天访问", "今明两天", "2023-12-07", "2023-12-08"),
    ("昨今两日会谈", "昨今两日", "2023-12-06", "2023-12-07"),
    ("今天至周日", "今天至周日", "2023-12-07", "2023-12-10"),
    ("2021-2025年规划", "2021-2025年", "2021", "2025"),
    ("2010年至2018年", "2010年至2018年", "2010", "2018"),
    ("《2024-2027行动计划》", "2024-2027", "2024", "2027"),
    ("今年1至8月", "今年1至8月", "2023-01", "2023-08"),
    ("1—8月份", "1—8月份", "2023-01", "2023-08"),
    ("前10个月贸易额", "前10个月", "2023-01", "2023-10"),
    ("累计前11月营收", "前11月", "2023-01", "2023-11"),
    ("今年上半年", "今年上半年", "2023-01", "2023-06"),
    ("2022年前三季度", "2022年前三季度", "2022-01", "2022-09"),
    ("去年第四季度", "去年第四季度", "2022-10", "2022-12"),
    ("9月上旬", "9月上旬", "2023-09-01", "2023-09-10"),
    ("2月下旬", "2月下旬", "2023-02-21", "2023-02-28"),
    ("上世纪80年代", "上世纪80年代", "1980", "1989"),
    ("1970年代", "1970年代", "1970", "1979"),
    ("三月和九月之间", "三月和九月之间", "2023-03", "2023-09"),
    ("9月5日至7日期间", "9月5日至7日期间", "2023-09-05", "2023-09-07"),
]


@pytest.mark.parametrize(("text", "span", "first", "last"), RANGES)
def test_a_range_has_two_ends_and_both_count(text: str, span: str, first: str, last: str) -> None:
    mention = only(text)
    assert fold(text)[mention.start : mention.end] == span
    assert (mention.kind, mention.first, mention.last) == (DateKind.RANGE, first, last)


def test_the_first_months_are_those_of_the_last_year_that_had_them() -> None:
    mention = only("前11个月贸易额", date(2024, 1, 5))
    assert (mention.first, mention.last) == ("2023-01", "2023-11")


def test_a_range_ahead_is_the_coming_reading() -> None:
    mention = only("将于12月12日至13日对越南进行国事访问")
    assert (mention.next_first, mention.next_last) == ("2023-12-12", "2023-12-13")


def test_a_range_under_way_is_both_readings() -> None:
    mention = only("5日至9日访问")
    assert (mention.first, mention.last, mention.next_first, mention.next_last) == (("2023-12-05", "2023-12-09") * 2)


def test_days_that_do_not_follow_each_other_are_two_mentions() -> None:
    assert words("12月5日、12月9日") == ["12月5日", "12月9日"]
    assert words("5日、9日分别会见") == ["5日", "9日"]
    assert [m.first for m in dates("12月5、9日")] == ["2022-12-09"]


BOUNDS = [
    ("9月1日起对中国公民免签", DateKind.SINCE, "9月1日起", "2023-09-01"),
    ("自2018年以来", DateKind.SINCE, "自2018年以来", "2018"),
    ("自2018年出台后", DateKind.SINCE, "自2018年", "2018"),
    ("今年以来", DateKind.SINCE, "今年以来", "2023"),
    ("从今年5月开始", DateKind.SINCE, "从今年5月开始", "2023-05"),
    ("2010年1月4日或之后", DateKind.SINCE, "2010年1月4日或之后", "2010-01-04"),
    ("截至2022年8月20日", DateKind.UNTIL, "截至2022年8月20日", "2022-08-20"),
    ("截止到今天", DateKind.UNTIL, "截止到今天", "2023-12-07"),
    ("2035年前实现", DateKind.UNTIL, "2035年前", "2035"),
    ("12月31日之前签署", DateKind.UNTIL, "12月31日之前", "2022-12-31"),
]


@pytest.mark.parametrize(("text", "kind", "span", "bound"), BOUNDS)
def test_a_bound_leaves_the_other_end_open(text: str, kind: DateKind, span: str, bound: str) -> None:
    mention = only(text)
    assert (mention.kind, fold(text)[mention.start : mention.end]) == (kind, span)
    assert (mention.first, mention.last) == ((bound, None) if kind is DateKind.SINCE else (None, bound))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("进行为期三天的访问", 3),
        ("为期2天", 2),
        ("为期一周", 7),
        ("会议历时五天", 5),
        ("为期两个月", None),
        ("访问两天", 2),
    ],
)
def test_a_duration_is_a_number_of_days_on_no_calendar(text: str, days: int | None) -> None:
    mention = only(text)
    assert (mention.kind, mention.days, mention.first) == (DateKind.DURATION, days, None)


@pytest.mark.parametrize("text", ["近日会见", "日前会见", "不久前会见", "最近几周", "今后几周", "连日来", "最近表示"])
def test_a_loose_word_is_a_mention_without_days(text: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.first, mention.last) == (DateKind.VAGUE, None, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("下周访问", "2023-12-11", "2023-12-17"),
        ("本周访问", "2023-12-04", "2023-12-10"),
        ("上星期访问", "2023-11-27", "2023-12-03"),
        ("9月底访问", "2023-09", "2023-09"),
        ("年底访问", "2023", "2023"),
        ("今年年底访问", "2023", "2023"),
        ("未来两天", "2023-12-08", "2023-12-09"),
        ("最近一周", "2023-11-30", "2023-12-06"),
        ("过去三天", "2023-12-04", "2023-12-06"),
        ("过去十年", "2013-12-07", "2023-12-06"),
    ],
)
def test_a_loose_word_that_bounds_its_days_gives_them(text: str, first: str, last: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.first, mention.last) == (DateKind.VAGUE, first, last)
