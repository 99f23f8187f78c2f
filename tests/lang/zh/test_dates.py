"""Dates in sentences of our own, published on Thursday, 7 December 2023 unless a case says otherwise."""

from datetime import date

import pytest

from bilat.lang.zh.dates import DateKind, Direction, find_dates, resolve_anaphora
from bilat.lang.zh.fold import fold
from tests.lang.zh.dated import PUBLISHED, dates, only, words

ABSOLUTE = [
    ("双方于2023年12月12日发表联合声明", "2023-12-12"),
    ("2023 年 11 月 1 日开幕", "2023-11-01"),
    ("二〇二三年十二月十二日于河内签订", "2023-12-12"),
    ("二零二三年十二月三十一日", "2023-12-31"),
    ("民國112年12月2日電", "2023-12-02"),
    ("（中央社記者攝）112年12月2日", "2023-12-02"),
    ("2022年11月的峰会", "2022-11"),
    ("自由化始于1986年。", "1986"),
    ("2023-12-05 08:30", "2023-12-05"),
    ("2023/12/05 08:30", "2023-12-05"),
    ("2023.12.05更新", "2023-12-05"),
    ("12/07/2022 - 17:41", "2022-07-12"),
    ("10.2023年服务业大会举行", "2023"),
    ("2022年多次到访", "2022"),
    ("2016年历史性访问", "2016"),
    ("08年峰会", "2008"),
]


@pytest.mark.parametrize(("text", "iso"), ABSOLUTE)
def test_a_date_with_its_year_needs_no_day_of_publication(text: str, iso: str) -> None:
    mention = only(text, None)
    assert (mention.kind, mention.first, mention.last) == (DateKind.ABSOLUTE, iso, iso)
    assert (mention.next_first, mention.next_last) == (iso, iso)


PARTIAL = [
    ("外长27日抵达河内", "2023-11-27", "2023-12-27"),
    ("外长7日抵达河内", "2023-12-07", "2023-12-07"),
    ("12月8日启程", "2022-12-08", "2023-12-08"),
    ("9月6日上午举行会谈", "2023-09-06", "2024-09-06"),
    ("(新闻联播)：5日，王毅会见", "2023-12-05", "2024-01-05"),
    ("共同社12月5日电", "2023-12-05", "2024-12-05"),
    ("台北2日电", "2023-12-02", "2024-01-02"),
    ("中央社纽约4日综合外电报导", "2023-12-04", "2024-01-04"),
    ("中共27日公布名单", "2023-11-27", "2023-12-27"),
    ("发言人刘建超5日前往米兰", "2023-12-05", "2024-01-05"),
    ("5日美国国务卿抵京", "2023-12-05", "2024-01-05"),
    ("5日韩国外长抵京", "2023-12-05", "2024-01-05"),
    ("5日游行结束", "2023-12-05", "2024-01-05"),
    ("今（5）日上午", "2023-12-05", "2024-01-05"),
    ("十二月五日", "2023-12-05", "2024-12-05"),
    ("外长二十日抵达", "2023-11-20", "2023-12-20"),
    ("他于20号到达", "2023-11-20", "2023-12-20"),
    ("9月以来未见", "2023-09", "2024-09"),
    ("9 月的访问", "2023-09", "2024-09"),
    ("5.10月份贸易额上升", "2023-10", "2024-10"),
    ("31日举行", "2023-10-31", "2023-12-31"),
]


@pytest.mark.parametrize(("text", "past", "ahead"), PARTIAL)
def test_a_date_without_its_year_or_month_has_a_past_and_a_coming_reading(text: str, past: str, ahead: str) -> None:
    mention = dates(text)[-1]
    assert mention.first == past
    assert mention.next_first == ahead
    assert mention.kind in {DateKind.PARTIAL, DateKind.SINCE}


def test_29_february_is_looked_for_in_leap_years() -> None:
    mention = only("2月29日", date(2022, 3, 1))
    assert (mention.first, mention.next_first) == ("2020-02-29", "2024-02-29")


@pytest.mark.parametrize(
    "text", ["12日会见", "12月12日会见", "9月访问", "今天会见", "周二会见", "上周会见", "明年9月访问", "三年前到访"]
)
def test_without_a_day_of_publication_what_leans_on_it_stays_unknown(text: str) -> None:
    mention = only(text, None)
    assert (mention.first, mention.last, mention.next_first, mention.next_last) == (None, None, None, None)


RELATIVE = [
    ("今天上午", "2023-12-07", Direction.PRESENT),
    ("昨日表示", "2023-12-06", Direction.PAST),
    ("前天抵达", "2023-12-05", Direction.PAST),
    ("大前天抵达", "2023-12-04", Direction.PAST),
    ("明天下午", "2023-12-08", Direction.FUTURE),
    ("后天离开", "2023-12-09", Direction.FUTURE),
    ("昨晚抵达", "2023-12-06", Direction.PAST),
    ("今晨离开", "2023-12-07", Direction.PRESENT),
    ("以军当天空袭，今天下调", "2023-12-07", Direction.PRESENT),
    ("今年的贸易额", "2023", Direction.PRESENT),
    ("去年到访", "2022", Direction.PAST),
    ("前年到访", "2021", Direction.PAST),
    ("明年到访", "2024", Direction.FUTURE),
    ("去年11月到访", "2022-11", Direction.PAST),
    ("今年9 月到访", "2023-09", Direction.PRESENT),
    ("明年1月1日生效", "2024-01-01", Direction.FUTURE),
    ("本月5日到访", "2023-12-05", Direction.PRESENT),
    ("上月到访", "2023-11", Direction.PAST),
    ("下个月到访", "2024-01", Direction.FUTURE),
    ("上个月20日到访", "2023-11-20", Direction.PAST),
    ("三天前到访", "2023-12-04", Direction.PAST),
    ("三年前到访", "2020", Direction.PAST),
    ("10年前到访", "2013", Direction.PAST),
]


@pytest.mark.parametrize(("text", "iso", "direction"), RELATIVE)
def test_a_word_for_a_day_month_or_year_counts_from_publication(text: str, iso: str, direction: Direction) -> None:
    mention = dates(text)[-1]
    assert (mention.first, mention.last, mention.kind, mention.direction) == (iso, iso, DateKind.RELATIVE, direction)


WEEKDAYS = [
    ("周二会见", "2023-12-05", "2023-12-12"),
    ("周四会见", "2023-12-07", "2023-12-07"),
    ("星期天抵达", "2023-12-03", "2023-12-10"),
    ("礼拜五抵达", "2023-12-01", "2023-12-08"),
    ("本周日抵达", "2023-12-10", "2023-12-10"),
    ("上周五抵达", "2023-12-01", "2023-12-01"),
    ("下周一抵达", "2023-12-11", "2023-12-11"),
    ("周一致信祝贺", "2023-12-04", "2023-12-11"),
    ("下个星期一抵达", "2023-12-11", "2023-12-11"),
    ("上上周五抵达", "2023-11-24", "2023-11-24"),
    ("法新社周日报导", "2023-12-03", "2023-12-10"),
    ("道琼斯指数周三打破纪录", "2023-12-06", "2023-12-13"),
]


@pytest.mark.parametrize(("text", "past", "ahead"), WEEKDAYS)
def test_a_weekday_is_the_nearest_one_unless_its_week_is_named(text: str, past: str, ahead: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.first, mention.next_first) == (DateKind.WEEKDAY, past, ahead)


ONE_DAY_TWICE = [
    ("今天（12月7日）上午，", "今天(12月7日)上午", "2023-12-07"),
    ("明天（12月8日）出版", "明天(12月8日)", "2023-12-08"),
    ("周二（5日）会见", "周二(5日)", "2023-12-05"),
    ("下周二（12日）会见", "下周二(12日)", "2023-12-12"),
    ("星期三（9月6日）结束", "星期三(9月6日)", "2023-09-06"),
    ("6月27日（周二）会见", "6月27日(周二)", "2023-06-27"),
    ("12月12日（周二）将访问", "12月12日(周二)", "2023-12-12"),
    ("11月20号周一抵达", "11月20号周一", "2023-11-20"),
    ("12月5日，星期二，", "12月5日,星期二", "2023-12-05"),
    ("昨日（6日）表示", "昨日(6日)", "2023-12-06"),
]


@pytest.mark.parametrize(("text", "span", "iso"), ONE_DAY_TWICE)
def test_a_day_said_twice_is_one_mention_and_its_two_forms_agree(text: str, span: str, iso: str) -> None:
    mention = only(text)
    assert fold(text)[mention.start : mention.end] == span
    assert mention.first == iso


@pytest.mark.parametrize("text", ["2月30日", "2023年2月29日", "13月5日", "6月31日会谈", "6月30日至31日"])
def test_a_date_on_no_calendar_is_impossible_and_never_guessed(text: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.first, mention.next_first) == (DateKind.IMPOSSIBLE, None, None)


@pytest.mark.parametrize("text", ["正月初一", "农历八月十五", "2015年农历正月初一", "大年初一", "三月初一"])
def test_a_lunar_day_is_found_and_left_unread(text: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.first) == (DateKind.LUNAR, None)


@pytest.mark.parametrize(
    "text",
    [
        "二十大报告",
        "十九大代表",
        "3日游套餐",
        "3月龄婴儿",
        "5.20活动",
        "增长5.6%",
        "“十四五”规划",
        "连续19个月增长",
        "6日内答复",
        "跌破5日均线",
        "3比1获胜",
        "“9·11”事件",
        "8时许",
        "20:15",
        "周边国家",
        "建交75周年",
        "每两周一次",
        "周恩来总理",
        "周总理",
        "月球探测",
        "日方表示",
        "日本首相",
        "100日元",
        "号召各国",
        "5号楼",
        "地铁7号线",
        "歼-20号机",
        "现年18岁",
        "一带一路",
        "神舟十五号航天员",
        "嫦娥五号",
        "目前日本和菲律宾",
        "同日方会谈",
        "同日本首相会谈",
        "首次日环食",
        "日内瓦会议",
        "每周五例会",
        "每年12月",
        "第2758号决议",
        "5000年历史",
        "1000年前",
        "有朝一日",
        "如今年轻人",
        "从先天到后天性",
        "天天向上",
        "今日头条",
        "本周刊",
        "192.168.1.20",
        "https://example.org/2023/12/07/a.html",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert words(fold(text)) == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("12日上午", "上午"),
        ("当地时间12日晚间抵达", "晚间"),
        ("12日20时30分许", "20时30分许"),
        ("今天一早", "一早"),
        ("周二凌晨3点", "凌晨3点"),
        ("今晚", "晚"),
        ("5月8日中午，", "中午"),
        ("12日晚会", ""),
        ("12日早已", ""),
    ],
)
def test_the_time_of_day_belongs_to_its_date(text: str, time: str) -> None:
    mention = only(text)
    assert mention.time_of_day == time
    assert fold(text)[: mention.end].endswith(time)


def test_local_time_is_taken_into_the_span() -> None:
    text = "会谈于当地时间12日举行"
    mention = only(text)
    assert text[mention.start : mention.end] == "当地时间12日"


ANAPHORA = [
    ("习近平5日抵达河内，当天会见", "2023-12-05"),
    ("习近平5日抵达河内，翌日会见", "2023-12-06"),
    ("2日至4日访问，次日离开", "2023-12-05"),
    ("他5日抵达，前一天还在北京", "2023-12-04"),
    ("2019年2月访问，同年9月回访", "2019-09"),
    ("2019年2月访问，次年5月3日回访", "2020-05-03"),
    ("2019年2月3日访问，同月5日离开", "2019-02-05"),
    ("10月31日抵达，第三天离开", "2023-11-02"),
]


@pytest.mark.parametrize(("text", "iso"), ANAPHORA)
def test_a_day_told_from_another_is_read_against_the_last_date(text: str, iso: str) -> None:
    found = dates(text)
    assert (found[-1].kind, found[-1].first) == (DateKind.ANAPHORIC, None)
    resolved = resolve_anaphora(found, None)
    assert (resolved[-1].first, resolved[-1].last) == (iso, iso)


def test_a_day_told_from_a_month_or_from_nothing_stays_unread() -> None:
    assert resolve_anaphora(dates("2019年2月访问，翌日离开"), None)[-1].first is None
    assert resolve_anaphora(dates("当天会见"), None)[-1].first is None
    assert resolve_anaphora(dates("当天会见"), PUBLISHED)[-1].first == "2023-12-07"
    assert resolve_anaphora(dates("翌日会见"), PUBLISHED)[-1].first is None


def test_a_day_told_from_another_may_be_on_no_calendar() -> None:
    assert resolve_anaphora(dates("2019年3月访问，同年2月29日"), None)[-1].kind is DateKind.IMPOSSIBLE


def test_only_the_slice_asked_for_is_read_and_offsets_are_those_of_the_text() -> None:
    text = "今天会见。昨天会谈。明天离开。"
    found = find_dates(text, 5, 10, PUBLISHED)
    assert [(m.start, m.end, m.first) for m in found] == [(5, 7, "2023-12-06")]


def test_the_year_of_two_digits_may_run_ahead_of_publication_by_twenty_years() -> None:
    assert only("35年12月").first == "2035-12"
    assert only("75年12月").first == "1975-12"
    assert only("23年12月1日", None).first is None
