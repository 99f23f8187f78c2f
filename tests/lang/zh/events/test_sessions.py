"""What is a session and what only names one: letters to it, means, the way back. All sentences are our own."""

import pytest

from tests.lang.zh.events.test_events import names, only, read


def test_a_letter_to_a_conference_says_to_which() -> None:
    event = only("国家主席习近平20日向第三届亚洲能源合作论坛致贺信。中国与印度尼西亚的代表参加了开幕式。", "message")
    assert (names(event), event.mechanism, event.ordinal) == (["习近平"], "亚洲能源合作论坛", 3)


def test_a_telegram_to_a_summit_is_a_message_and_the_summit_no_news() -> None:
    title, text = (
        "习近平致电第40届亚洲能源峰会",
        "国家主席习近平18日致电第40届亚洲能源峰会，向中国和印度等国的代表祝贺。",
    )
    found = read(text, title=title)
    assert [(e.type, e.start, e.ordinal) for e in found if not e.background] == [("message", "2024-05-18", 40)]


def test_letters_to_two_conferences_are_two() -> None:
    text = (
        "国家主席习近平20日向亚洲能源合作论坛致贺信。中国愿同印度合作。\n"
        "同日，国家主席习近平向世界桥梁大会致贺信。中国愿同巴西合作。"
    )
    assert [e.mechanism for e in read(text) if e.type == "message"] == ["亚洲能源合作论坛", "世界桥梁大会"]


@pytest.mark.parametrize("means", ["框架内", "等平台", "这一机制"])
def test_a_forum_that_is_a_means_is_no_session(means: str) -> None:
    text = f"科特迪瓦总统瓦塔拉表示，愿同中方在中非合作论坛{means}加强合作。"
    assert [e for e in read(text) if e.type == "session"] == []


def test_the_day_of_coming_back_is_not_that_of_the_session() -> None:
    event = only(
        "国务院总理李强19日结束出席上海合作组织成员国元首理事会第三十次会议并对蒙古国的访问，回到北京。", "session"
    )
    assert (event.start, event.end, event.ordinal) == (None, None, 30)


def test_a_number_told_without_its_first_character_is_one() -> None:
    found = read("28届气候峰会20日在迪拜举行，阿联酋工业部长贾比尔和印度总理莫迪出席。", title="28届气候峰会开幕")
    assert {(e.mechanism, e.ordinal) for e in found if e.type == "session"} == {("气候峰会", 28)}


@pytest.mark.parametrize("name", ["一些国际会议", "全球峰会", "三方会议"])
def test_a_meeting_without_a_name_is_no_session(name: str) -> None:
    found = read(f"埃及外长舒凯里和约旦外长萨法迪出席{name}。")
    assert [e for e in found if e.type == "session"] == []


def test_the_day_of_flying_home_after_a_session_is_not_its_day() -> None:
    text = "外交部长王毅20日结束访问韩国，出席第十二次中日韩外长会议后，乘专机回到北京。"
    assert only(text, "session").start is None
