"""What is wished, supposed, asked for or refused, whom 两人, 二者 and 三方 mean, and who stands beside them without a name.
All sentences are our own."""

import pytest

from tests.lang.zh.events.test_events import names, only, read


@pytest.mark.parametrize(
    "text",
    [
        "法国总统马克龙说，他也会在适当场合与日本首相岸田文雄会谈。",
        "如果法国总统马克龙与日本首相岸田文雄举行会谈，将是今年首次。",
        "如果法國總統馬克宏與日本首相岸田文雄舉行會談，將是今年首次。",
        "若法国总统马克龙在东京与日本首相岸田文雄会谈，将是今年首次。",
        "法国外交部提出了法国总统马克龙与日本首相岸田文雄举行会谈的建议。",
        "法国总统马克龙与日本首相岸田文雄会面的可能性很小。",
        "美方盼法国总统马克龙与日本首相岸田文雄会谈。",
    ],
)
def test_what_is_wished_or_supposed_has_not_been(text: str) -> None:
    found = [e for e in read(text) if e.type == "meeting"]
    assert [e.status for e in found] == ["planned"]


@pytest.mark.parametrize("said", ["拒绝了", "回绝了", "婉拒了"])
def test_talks_that_were_asked_for_and_refused_are_cancelled(said: str) -> None:
    text = f"法方{said}在国防部长勒科尔尼出席论坛期间与日本防卫大臣木原稔举行会晤的要求。"
    event = only(text, "meeting")
    assert (event.status, event.background) == ("cancelled", True)


def test_a_refusal_that_names_its_offer_stays_a_refusal() -> None:
    assert only("法国外长塞茹尔内回绝了与日本外相上川阳子会晤的邀请。", "meeting").status == "cancelled"


@pytest.mark.parametrize(
    ("text", "status", "background"),
    [
        ("法国各界期待日本首相岸田文雄对法国进行国事访问。", "planned", False),
        ("法國各界期待日本首相岸田文雄對法國進行國是訪問。", "planned", False),
        ("法方希望日本首相岸田文雄访问法国。", "planned", True),
        ("一旦日本首相岸田文雄访问法国，两国将签署协定。", "planned", True),
        ("法方要求说明日本首相岸田文雄访问法国的经过。", "held", False),
        ("通过日本首相岸田文雄访问法国，两国关系有了起色。", "held", False),
    ],
)
def test_a_visit_under_a_wish_is_no_visit_that_was(text: str, status: str, background: bool) -> None:
    event = only(text, "visit")
    assert (event.status, event.background) == (status, background)


def test_the_two_who_met_meet_a_third() -> None:
    found = read("法国总统马克龙与德国总理朔尔茨18日在巴黎会晤。两人随后与波兰总理图斯克举行会谈。")
    assert [set(names(e)) for e in found if e.type == "meeting"] == [
        {"马克龙", "朔尔茨"},
        {"马克龙", "朔尔茨", "图斯克"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "法国外长塞茹尔内与法国防长勒科尔尼访问东京，日本外相上川阳子与二者举行会谈。",
        "法國外長塞茹爾內與法國防長勒科爾尼訪問東京。日本外相上川陽子與兩人舉行會談。",
    ],
)
def test_one_meets_the_two_named_before(text: str) -> None:
    found = [e for e in read(text) if e.type == "meeting"]
    assert [len(e.participants) for e in found] == [3]


def test_three_sides_are_those_of_two_audiences() -> None:
    text = "外交部长王毅18日会见日本外相上川阳子和韩国外长赵兑烈。三国外长随后举行会谈。"
    found = [set(names(e)) for e in read(text) if e.type == "meeting"]
    assert found == [{"王毅", "上川阳子"}, {"王毅", "赵兑烈"}, {"王毅", "上川阳子", "赵兑烈"}]


def test_two_sides_are_not_told_by_two_audiences() -> None:
    text = "外交部长王毅18日会见日本外相上川阳子和韩国外长赵兑烈。此前两国外长曾在东京会晤。"
    assert len([e for e in read(text) if e.type == "meeting"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "日本外相上川阳子19日在首尔会见韩国总统尹锡悦、韩国外长赵兑烈等韩国官员。",
        "日本外相上川陽子19日在首爾會見韓國總統尹錫悅、韓國外長趙兌烈和韓國官員。",
    ],
)
def test_officials_without_a_name_hide_nobody_who_has_one(text: str) -> None:
    found = [e for e in read(text) if e.type == "meeting"]
    assert [(len(e.participants), e.background) for e in found] == [(2, False), (2, False)]


def test_talks_with_others_without_a_name_are_those_whose_people_are_all_named() -> None:
    text = (
        "日本外相上川阳子19日将与韩国外长赵兑烈及韩国防长申源湜会谈。图：日本外相上川阳子19日将与韩国外长赵兑烈等"
        "韩国官员会谈。"
    )
    assert [len(e.participants) for e in read(text) if e.type == "meeting"] == [3]
