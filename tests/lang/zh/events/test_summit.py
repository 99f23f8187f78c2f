"""The session an article is about: its name in the headline, its days, place and guests all over the body. All articles
are our own."""

import pytest

from bilat.model import Event
from tests.lang.zh.events.test_events import names, read


def session(title: str, text: str, day: str = "2024-05-20") -> Event:
    """The one session of an article that is its news."""
    found = [e for e in read(text, day, title) if e.type == "session" and not e.background]
    assert len(found) == 1, found
    return found[0]


def test_days_place_and_guests_come_from_different_sentences() -> None:
    event = session(
        "东盟峰会：能源合作成为焦点",
        "各国代表团周末陆续抵达。\n"
        "东盟峰会5月21日至22日在老挝万象举行。\n"
        "马来西亚总理安瓦尔在峰会上表示，各方应加快电网互联。\n"
        "新加坡总理黄循财也将出席会议。",
    )
    assert (set(names(event)), event.start, event.end) == ({"安瓦尔", "黄循财"}, "2024-05-21", "2024-05-22")
    assert (event.place, event.status) == ("万象", "planned")


def test_the_same_in_traditional_characters() -> None:
    event = session(
        "東盟峰會：能源合作成為焦點",
        "各國代表團週末陸續抵達。\n"
        "東南亞國家聯盟（ASEAN，又稱東協）的東盟峰會週四至週五（5月16日至17日）在寮國永珍登場。\n"
        "馬來西亞首相安華在峰會上表示，各方應加快電網互聯。",
    )
    assert (names(event), event.start, event.end, event.status) == (["安華"], "2024-05-16", "2024-05-17", "held")


def test_a_session_of_an_organisation_alone_is_held_by_it() -> None:
    event = session("欧盟峰会聚焦扩大议题", "欧盟峰会将于5月23日在布鲁塞尔召开。预算是主要议题。")
    assert (names(event), event.start, event.place, event.status) == (["欧盟"], "2024-05-23", "布鲁塞尔", "planned")


def test_a_session_of_two_sides_is_not_that_of_one() -> None:
    event = session(
        "中欧峰会本周登场",
        "中国—欧盟峰会21日在北京举行，国务院总理李强和欧洲理事会主席米歇尔共同主持峰会。\n"
        "上月的欧盟峰会在布鲁塞尔举行，匈牙利总理欧尔班出席了欧盟峰会。",
    )
    assert (set(names(event)), event.start) == ({"李强", "米歇尔"}, "2024-05-21")


def test_who_stays_away_takes_no_part() -> None:
    event = session(
        "金砖国家峰会开幕",
        "金砖国家峰会20日在喀山开幕，印度总理莫迪出席峰会。\n巴西总统卢拉因伤不出席峰会。",
    )
    assert names(event) == ["莫迪"]


def test_a_session_that_goes_on_for_days_has_its_end() -> None:
    event = session("G20峰会登场在即", "二十国集团（G20）峰会自5月23日起一连两天于新德里举行，会议由印度总理莫迪主持。")
    assert (event.start, event.end, event.place) == ("2024-05-23", "2024-05-24", "新德里")


def test_the_chair_of_the_year_and_the_chair_by_title_attend() -> None:
    event = session(
        "气候大会：谈判进入尾声",
        "第三十届气候大会正在巴西贝伦举行。\n大会主席科雷亚敦促各方妥协。",
    )
    assert (names(event), event.ordinal) == (["科雷亚"], 30)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("外交部就美方在东亚峰会言论提出交涉", "外交部发言人批评美国代表在印尼举行的东亚峰会上的言论。"),
        ("中国防长取消与越南国防领导人会晤", "越南官员说，会晤因故取消。"),
        ("G20峰会期间日韩首脑会谈", "日本首相岸田文雄20日在里约热内卢与韩国总统尹锡悦会谈。"),
    ],
)
def test_a_headline_that_names_a_session_only_as_a_setting_makes_none(title: str, text: str) -> None:
    assert [e for e in read(text, title=title) if e.type == "session" and not e.background] == []


def test_a_quotation_tells_nobody_s_attendance() -> None:
    event = session(
        "金砖国家峰会开幕",
        "金砖国家峰会20日在喀山开幕，印度总理莫迪出席。\n分析人士说：“若沙特王储穆罕默德出席本届峰会，意义会更大一些。”",
    )
    assert names(event) == ["莫迪"]


def test_a_sentence_without_end_is_not_read() -> None:
    """However long it is: what each of its names costs would grow with its length."""
    body = "东盟峰会在万象举行、日本领导人和中国领导人出席会议、" * 3000
    assert [e for e in read(body, title="东盟峰会召开") if e.type == "session" and e.start] == []


@pytest.mark.parametrize("title", ["峰会", "第届峰会", "（峰会", "“峰会", "峰会峰会峰会", "在峰会"])
def test_a_broken_headline_breaks_nothing(title: str) -> None:
    assert [e for e in read("美国和日本周一发表看法，会议继续。", title=title) if e.type == "session"] == []
