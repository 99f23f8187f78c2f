"""What another clause, sentence or word tells of a contact: who travels along, how long, with whom, whether at all.
All sentences are our own."""

import pytest

from tests.lang.zh.events.test_events import names, only, read


@pytest.mark.parametrize(
    ("text", "hosts", "status"),
    [
        ("美国国务卿布林肯周二将启程访问中东，行程包括以色列、约旦和埃及。", ["IL", "JO", "EG"], "planned"),
        ("美國國務卿布林肯週二將啟程訪問中東，行程包括以色列、約旦和埃及。", ["IL", "JO", "EG"], "planned"),
        (
            "日本外相上川阳子将出访。上川还计划前往国际法院所在地荷兰海牙以及海洋法法庭所在地德国汉堡。",
            ["NL", "DE"],
            "planned",
        ),
        ("德国防长皮斯托里乌斯的亚洲之行计划包括韩国和日本。", ["KR", "JP"], "planned"),
    ],
)
def test_each_stop_of_a_trip_is_a_visit(text: str, hosts: list[str], status: str) -> None:
    found = [e for e in read(text) if e.type == "visit" and not e.background]
    assert [(e.host, e.status) for e in found] == [(h, status) for h in hosts]


def test_whoever_is_joined_to_the_traveller_travels_too() -> None:
    event = only("欧盟委员会主席冯德莱恩与欧洲理事会主席米歇尔周三前往北京。", "visit")
    assert set(names(event)) == {"冯德莱恩", "米歇尔"}


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("法国外长塞茹尔内周日抵达黎巴嫩。塞茹尔内为期两天的访问旨在缓和局势。", "2024-05-20"),
        ("法国外长塞茹尔内周日抵达黎巴嫩，塞茹尔内展开为期一天的访问。", "2024-05-19"),
        ("法国外长塞茹尔内周日抵达黎巴嫩。", None),
    ],
)
def test_how_long_a_trip_lasts_gives_its_end(text: str, end: str | None) -> None:
    assert only(text, "visit").end == end


def test_a_one_day_trip_to_two_countries_ends_the_day_it_begins_in_each() -> None:
    found = read("俄罗斯总统普京对中东进行了为期一日的访问。普京周五抵达阿联酋，当天又访问了沙特阿拉伯。")
    assert {(e.host, e.start, e.end) for e in found if e.type == "visit"} >= {("AE", "2024-05-17", "2024-05-17")}


def test_a_plane_and_a_warm_welcome_tell_of_a_visit() -> None:
    found = read("俄罗斯总统普京的专机周五飞抵阿布扎比。普京在利雅得受到热烈欢迎。")
    assert [e.host for e in found if e.type == "visit"] == ["AE", "SA"]


def test_the_emperor_is_known_by_his_office() -> None:
    event = only("日本天皇和皇后17日上午从羽田机场出发，对印度尼西亚进行正式访问。", "visit")
    assert [(p.name, p.country) for p in event.participants] == [("天皇", "JP"), ("皇后", "JP")]
    assert (event.host, event.background) == ("ID", False)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("意大利国防部长克罗塞托18日与阿尔巴尼亚政府签署移民协议。", ["克罗塞托", "阿尔巴尼亚"]),
        ("日本、英国和意大利下周将在东京签署一项协议。", ["日本", "英国", "意大利"]),
        ("英国首相苏纳克周一突访乌克兰，并与乌克兰总统泽连斯基签署安全协议。", ["泽连斯基", "苏纳克"]),
    ],
)
def test_who_signs(text: str, who: list[str]) -> None:
    assert set(names(only(text, "signing"))) == set(who)


@pytest.mark.parametrize(
    "text",
    [
        "两国去年谈成此事。双方周一说，签署该协议有利于地区稳定。日本和韩国都欢迎。",
        "秘鲁是第一个与中国签署一揽子自贸协定的该地区国家。",
    ],
)
def test_a_paper_that_is_only_spoken_of_is_not_signed(text: str) -> None:
    assert [e for e in read(text) if e.type == "signing"] == []


def test_bilateral_talks_with_several_are_several() -> None:
    found = read("中国国防部长董军与欧盟高级代表博雷利、德国防长皮斯托里乌斯举行双边会谈。")
    assert [names(e) for e in found if e.type == "meeting"] == [["董军", "博雷利"], ["董军", "皮斯托里乌斯"]]


def test_those_of_several_countries_who_attend_talks_hold_them() -> None:
    event = only(
        "日美韩防长周六在新加坡举行会谈。韩国国防部长申源湜、日本防卫相木原稔、美国国防部长奥斯汀出席会谈。", "meeting"
    )
    assert (set(names(event)), event.start) == ({"木原稔", "奥斯汀", "申源湜"}, "2024-05-18")


def test_those_of_one_country_who_attend_talks_are_present_and_no_more() -> None:
    event = only("国家主席习近平20日会见法国总统马克龙。王毅、董军参加会见。", "meeting")
    assert set(names(event)) == {"习近平", "马克龙"}


def test_what_is_possible_is_not_announced() -> None:
    event = only("日本首相岸田文雄被问及与国务院总理李强举行会谈的可能性。", "meeting")
    assert event.background


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("乌克兰总统泽连斯基周五抵达华盛顿，将与美国总统拜登举行会晤。", None),
        ("乌克兰总统泽连斯基今天抵达华盛顿，将与美国总统拜登举行会晤。", "2024-05-20"),
    ],
)
def test_the_day_of_what_has_been_is_not_that_of_the_plan_after_it(text: str, start: str | None) -> None:
    event = only(text, "meeting")
    assert (event.status, event.start) == ("planned", start)


def test_who_tells_his_own_call_in_the_lead_tells_news() -> None:
    event = only("乌克兰总统泽连斯基周五表示，他与英国首相苏纳克通了电话。", "call")
    assert not event.background


def test_a_call_is_told_by_what_was_said_in_it() -> None:
    event = only("俄罗斯总统普京周一在电话中与印度总理莫迪讨论了能源合作。", "call")
    assert (set(names(event)), event.start, event.place) == ({"普京", "莫迪"}, "2024-05-20", None)


def test_a_plan_of_the_past_called_off_calls_off_none_of_today() -> None:
    found = read("美国国务卿布林肯将于5月22日访问中国。\n布林肯原定今年2月访华。当时因气球事件，布林肯推迟了行程。")
    assert [e.status for e in found if e.type == "visit" and not e.background] == ["planned"]


def test_a_session_between_two_heads_of_government_has_both() -> None:
    event = only(
        "哈萨克斯坦总理别克捷诺夫将于5月22日至23日访问中国，并同国务院总理李强举行中哈总理第七次定期会晤。", "session"
    )
    assert (set(names(event)), event.ordinal) == ({"李强", "别克捷诺夫"}, 7)


def test_a_meeting_on_the_margins_is_where_the_session_is() -> None:
    found = read(
        "日本防卫大臣木原稔与中国国防部长董军周六在香格里拉对话会期间举行场边会谈。\n香格里拉对话会18日在新加坡开幕。"
    )
    assert [e.place for e in found if e.type == "meeting"] == ["新加坡"]


def test_today_in_a_quotation_is_the_day_of_saying() -> None:
    event = only("美国国防部长奥斯汀18日表示：“今天我与日本防卫大臣木原稔通了电话，我们讨论了地区形势。”", "call")
    assert (event.start, event.background) == ("2024-05-18", False)


def test_an_announcement_quoted_in_the_lead_is_news() -> None:
    event = only("外交部发言人毛宁宣布：“应匈牙利政府邀请，国务院副总理丁薛祥将于5月22日至24日访问匈牙利。”", "visit")
    assert (event.status, event.start, event.background) == ("planned", "2024-05-22", False)


@pytest.mark.parametrize(
    ("text", "status", "start"),
    [
        ("韩国总统尹锡悦24日启程访问美国。", "planned", "2024-05-24"),
        ("韩国总统尹锡悦24日访问了美国。", "held", "2024-04-24"),
    ],
)
def test_a_bare_day_just_ahead_is_a_plan_unless_told_as_past(text: str, status: str, start: str) -> None:
    event = only(text, "visit")
    assert (event.status, event.start) == (status, start)


def test_a_planned_meeting_may_be_told_by_a_noun() -> None:
    event = only("贝尔格莱德方面透露了塞尔维亚总统武契奇与匈牙利总理欧尔班的会面计划。", "meeting")
    assert event.status == "planned"


def test_three_sides_sign_what_three_sides_met_for() -> None:
    event = only("中日韩环境部长会议在釜山举行，三方签署联合声明。中国、日本和韩国都派部长出席。", "signing")
    assert len(event.participants) == 3


def test_a_session_joined_to_another_is_one_too() -> None:
    found = read(
        "国务院副总理何立峰20日在槟城与马来西亚副总理法迪拉共同主持中马合作联委会第六次会议、产业园理事会第九次会议。"
    )
    assert [e.ordinal for e in found if e.type == "session"] == [6, 9]


@pytest.mark.parametrize(
    "text",
    [
        "挪威首相斯特勒10日发表讲话。在与智利外长范克拉韦伦会谈后，秘鲁外长埃尔梅尔感到满意。",
        "挪威首相斯特勒10日发表讲话。除与智利外长范克拉韦伦会谈外，秘鲁外长埃尔梅尔还参观了港口。",
        "挪威首相斯特勒10日发表讲话。在会见智利外长范克拉韦伦期间，秘鲁外长埃尔梅尔转交了一封信。",
    ],
)
def test_a_clause_that_begins_a_sentence_has_the_subject_of_the_next(text: str) -> None:
    assert set(names(only(text, "meeting"))) == {"埃尔梅尔", "范克拉韦伦"}


@pytest.mark.parametrize(
    "text",
    [
        "委内瑞拉和圭亚那总统18日举行会谈。委内瑞拉总统马杜罗与圭亚那总统阿里握手。",
        "委內瑞拉和蓋亞那總統18日經過直接會談達成共識。委內瑞拉總統馬杜洛與蓋亞那總統阿里握手。",
    ],
)
def test_an_office_of_two_countries_is_held_by_those_whom_the_article_names(text: str) -> None:
    event = only(text, "meeting")
    assert (len(names(event)), event.start) == (2, "2024-05-18")


def test_a_visit_is_of_whoever_stands_before_its_goal() -> None:
    found = read("分析人士把伊朗总统莱希对莫斯科的访问，与俄罗斯总统普京对阿布扎比和利雅得的访问联系起来。")
    assert {(names(e)[0], e.host) for e in found if e.type == "visit"} == {
        ("莱希", "RU"),
        ("普京", "AE"),
        ("普京", "SA"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "欧盟委员会主席冯德莱恩18日在中欧峰会开幕前夕表示，双方应加强合作。",
        "歐盟委員會主席馮德萊恩18日在中歐峰會登場前表示，雙方應加強合作。",
    ],
)
def test_what_is_said_on_the_eve_of_a_session_is_not_its_day(text: str) -> None:
    event = only(text, "session")
    assert (event.status, event.start, event.background) == ("planned", None, True)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("国家主席习近平复信法国马丁将军外孙皮埃尔·杜兰德。", {"习近平", "皮埃尔·杜兰德"}),
        ("國家主席習近平復信法國馬丁將軍之子皮埃爾·杜蘭德。", {"習近平", "皮埃爾·杜蘭德"}),
    ],
)
def test_a_letter_goes_to_the_grandson_and_not_to_whose_he_is(text: str, who: set[str]) -> None:
    assert set(names(only(text, "message"))) == who


def test_a_son_without_a_name_is_not_his_father() -> None:
    assert [e for e in read("英国外相卡梅伦18日会见法国总统马克龙之子。") if e.type == "meeting"] == []


def test_wife_and_husband_are_received_together() -> None:
    event = only("国务院总理李强18日会见法国总统马克龙和夫人布丽吉特。", "meeting")
    assert set(names(event)) == {"李强", "马克龙", "布丽吉特"}


def test_a_paper_that_is_hoped_for_is_not_signed() -> None:
    found = read("法国与越南将推动合作，这构成了两国签署战略伙伴关系协议的额外动力。")
    assert [e for e in found if e.type == "signing"] == []
