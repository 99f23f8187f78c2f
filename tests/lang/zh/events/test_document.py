"""What only the rest of a sentence or of an article tells of a contact. All articles are our own."""

import pytest

from tests.lang.zh.events.test_events import names, only, read


def test_same_day_means_the_day_told_last() -> None:
    found = read("意大利总理梅洛尼周五表示，她将出席峰会。当天晚些时候，梅洛尼同加拿大总理卡尼通电话。")
    assert [(e.type, e.start) for e in found if e.type == "call"] == [("call", "2024-05-17")]


def test_two_days_on_end_are_the_days_of_a_visit() -> None:
    event = only("塞尔维亚总统武契奇今明两天访问埃及。", "visit")
    assert (event.start, event.end, event.host) == ("2024-05-20", "2024-05-21", "EG")


def test_a_visit_from_a_day_on_for_three_days_has_its_end() -> None:
    event = only("智利总统博里奇5月13日起对印度尼西亚进行为期三天的国事访问。", "visit")
    assert (event.start, event.end) == ("2024-05-13", "2024-05-15")


def test_a_visit_next_week_lies_ahead() -> None:
    assert only("挪威首相斯特勒下周访问波兰。", "visit").status == "planned"


def test_the_day_of_taking_office_is_not_that_of_the_meeting() -> None:
    event = only("墨西哥外长巴尔塞纳14日与本月就任的古巴驻墨西哥大使罗德里格斯会谈。", "meeting")
    assert event.start == "2024-05-14"


def test_who_speaks_at_the_summit_attends_it() -> None:
    article = (
        "第五届亚欧能源峰会20日在塔什干举行，乌兹别克斯坦总统米尔济约耶夫出席。\n"
        "格鲁吉亚总理科巴希泽在峰会上发表讲话，呼吁共建输电走廊。"
    )
    event = only(article, "session")
    assert set(names(event)) == {"米尔济约耶夫", "科巴希泽"}


def test_talks_abroad_stand_in_the_city_of_the_lead() -> None:
    article = "日本首相石破茂19日在利马与多国首脑会谈。\n石破茂会见了秘鲁总统博鲁阿尔特。\n石破茂还与智利总统博里奇举行了会谈。"
    places = {e.place for e in read(article) if e.type == "meeting" and not e.background}
    assert places == {"利马"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("在苏丹和乍得之间斡旋的卡塔尔首相穆罕默德与埃及外长舒克里举行会谈。", None),
        ("埃及外长舒克里在约旦与卡塔尔首相穆罕默德举行会谈。", "约旦"),
    ],
)
def test_between_two_sides_is_no_place(text: str, place: str | None) -> None:
    assert only(text, "meeting").place == place


def test_a_visit_told_by_what_was_done_during_it_is_news_in_the_lead() -> None:
    event = only("西班牙首相桑切斯对摩洛哥进行访问期间，两国签署了三项协议。", "visit")
    assert (event.background, event.host) == (False, "MA")


def test_a_visit_during_which_something_is_hoped_for_is_none_in_the_lead() -> None:
    found = [e for e in read("两国希望在西班牙首相桑切斯访问摩洛哥期间签署协议。") if e.type == "visit"]
    assert all(e.background for e in found)


def test_an_office_behind_its_body_is_not_the_body() -> None:
    found = read("国家主席习近平同老挝人民革命党中央总书记通伦互致贺电。", title="习近平与老党中央总书记互致贺电")
    assert [sorted(names(e)) for e in found if e.type == "message"] == [["习近平", "通伦"]]


def test_a_country_known_by_its_short_form_has_its_usual_name_as_a_place() -> None:
    assert only("新西兰总理拉克森20日抵华访问。", "visit").place == "中国"


def test_months_after_a_meeting_do_not_date_it() -> None:
    article = "在巴西总统卢拉到访巴黎与法国总统马克龙会面两个月后，巴西副总统阿尔克明周二和周三访问了法国。"
    visit = [e for e in read(article) if e.type == "visit" and not e.background]
    assert [(names(e), e.start, e.end) for e in visit if names(e) == ["阿尔克明"]] == [
        (["阿尔克明"], "2024-05-14", "2024-05-15")
    ]
    assert all(e.start is None for e in read(article) if e.type == "meeting")


def test_what_may_be_called_off_is_not_cancelled() -> None:
    article = "芬兰总统斯图布将于24日访问日本。\n分析人士说，如果选情生变，斯图布很可能会取消整个行程。"
    assert only(article, "visit").status == "planned"


def test_a_plan_of_today_does_not_join_a_picture_of_last_spring() -> None:
    article = "3月1日，白俄罗斯总统卢卡申科在北京会见习近平。\n卢卡申科周二在北京会见习近平。"
    found = [e for e in read(article, title="卢卡申科会见习近平") if e.type == "meeting"]
    assert [(e.start, e.background) for e in found] == [("2024-03-01", True), ("2024-05-14", False)]


def test_the_name_of_a_paper_begins_after_its_countries() -> None:
    assert only("20日，智利与秘鲁在利马签署了两国引渡条约。", "signing").documents == ("引渡条约",)


def test_a_spokesman_who_announces_a_session_is_not_at_it() -> None:
    article = "克罗地亚政府发言人佩里奇宣布，第三届中亚能源峰会将于26日在萨格勒布举行，塞尔维亚将派员与会。"
    sessions = [e for e in read(article) if e.type == "session"]
    assert [(e.status, e.start, e.place, names(e)) for e in sessions] == [("planned", "2024-05-26", "萨格勒布", [])]


def test_to_chair_a_session_together_is_no_meeting_of_its_own() -> None:
    article = "第九次波兰—立陶宛领导人会晤20日在维尔纽斯举行。会晤由波兰总统杜达、立陶宛总统瑙塞达共同主持。"
    found = [e for e in read(article) if not e.background]
    assert [(e.type, set(names(e))) for e in found] == [("session", {"杜达", "瑙塞达"})]


def test_in_the_talks_goes_on_about_the_telephone() -> None:
    article = "爱尔兰总理哈里斯20日同葡萄牙总理蒙特内格罗通电话。哈里斯与蒙特内格罗在会谈中表示将扩大贸易。"
    assert [e.type for e in read(article) if not e.background] == ["call"]


def test_a_paper_to_be_signed_is_not_one_signed_long_ago() -> None:
    article = "秘鲁和厄瓜多尔将于周五签署边境协议。\n两国1998年签署了和平协议。"
    found = [(e.status, e.start, e.background) for e in read(article) if e.type == "signing"]
    assert ("planned", "2024-05-24", False) in found
    assert ("held", "1998", True) in found


def test_leaders_before_the_number_belong_to_the_name_of_the_session() -> None:
    article = "二十国集团领导人第三十次峰会20日在利马举行，秘鲁总统博鲁阿尔特和智利总统博里奇出席。"
    event = only(article, "session")
    assert (event.mechanism, event.ordinal) == ("二十国集团领导人峰会", 30)


def test_a_plan_without_a_date_is_not_the_visit_of_years_ago() -> None:
    article = "加纳总统马哈马即将访问巴西，并与巴西总统卢拉举行会谈。\n马哈马2019年访问了巴西，与卢拉举行会谈。"
    news = [(e.type, e.status, e.start) for e in read(article) if not e.background]
    assert sorted(news) == [("meeting", "planned", None), ("visit", "planned", None)]


def test_a_trip_prepared_for_somebody_is_his() -> None:
    article = "多米尼加外长阿尔瓦雷斯20日抵达巴拿马。阿尔瓦雷斯此行是为多米尼加总统阿比纳德尔下周对巴拿马的访问做准备。"
    planned = [names(e) for e in read(article) if e.type == "visit" and e.status == "planned"]
    assert planned == [["阿比纳德尔"]]


def test_months_after_a_visit_do_not_date_what_is_hoped_for() -> None:
    article = "在巴西总统卢拉访问安哥拉3个月后，葡萄牙总理蒙特内格罗希望通过此次出访罗安达加强关系。"
    assert {e.start for e in read(article) if e.type == "visit"} == {None}


def test_a_city_reached_by_another_beforehand_is_not_the_place() -> None:
    article = "就在土耳其总统埃尔多安抵达巴库的前夕，伊朗外长阿拉格齐与阿塞拜疆总统阿利耶夫会面。"
    assert [e.place for e in read(article) if e.type == "meeting"] == [None]


def test_standing_is_no_part_of_a_name() -> None:
    article = "国务院总理李强同加拿大总理卡尼会谈。国务院总理李强站着同卡尼交谈。"
    assert {n for e in read(article) for n in names(e)} == {"李强", "卡尼"}


@pytest.mark.parametrize(
    "article",
    [
        "肯尼亚总统鲁托原定24日在内罗毕会见德国总理默茨，这次会谈已经取消。",
        "肯尼亚总统鲁托将于24日在内罗毕与德国总理默茨会谈。此次会谈随后被取消。",
    ],
)
def test_this_meeting_called_off_means_the_one_just_told(article: str) -> None:
    assert [e.status for e in read(article) if e.type == "meeting"] == ["cancelled"]


def test_what_paves_the_way_for_a_visit_does_not_date_it() -> None:
    article = "加纳总统马哈马20日抵达开罗，对埃及进行访问。加纳政府5月6日宣布了新政策，为这次访问铺路。"
    assert [(e.start, e.host) for e in read(article) if e.type == "visit"] == [("2024-05-20", "EG")]


def test_an_hour_alone_is_of_the_day_told_last() -> None:
    article = "希腊总理米佐塔基斯周五抵达开罗访问。米佐塔基斯下午与埃及总统塞西举行会谈。"
    assert [e.start for e in read(article) if e.type == "meeting"] == ["2024-05-17"]


def test_the_day_of_the_report_is_not_that_of_the_session() -> None:
    article = "据塔斯社今天引述政府新闻处的消息，白俄罗斯副总理佩特里申科将率领白俄罗斯代表团出席东方经济论坛。"
    event = only(article, "session")
    assert (event.status, event.start, names(event)) == ("planned", None, ["佩特里申科"])


def test_both_sides_are_those_of_the_visit_told_right_before() -> None:
    article = (
        "中国外长王毅取消与越南外长裴青山的会谈。\n越南外交部没有置评。\n"
        "美国总统拜登上周访问河内，双方签署了半导体合作协议。"
    )
    event = only(article, "signing")
    assert {p.country for p in event.participants} == {"US", "VN"}


def test_what_a_session_issues_is_a_signing_of_those_who_attend() -> None:
    article = (
        "国务院总理李强17日在北京出席澜沧江—湄公河合作第九次领导人会议。"
        "李强和老挝总理宋赛共同主持，泰国总理塞塔出席。\n"
        "会议发表《流域合作宣言》和《五年行动计划》。"
    )
    event = only(article, "signing")
    assert ([p.country for p in event.participants], event.start) == (["CN", "LA", "TH"], "2024-05-17")
    assert event.documents == ("流域合作宣言", "五年行动计划")


def test_what_a_meeting_at_home_passes_is_no_signing() -> None:
    article = "国务院总理李强17日主持召开国务院常务会议，讨论同越南和老挝的合作。会议通过《中老合作行动计划》。"
    assert [e for e in read(article) if e.type == "signing"] == []


def test_a_long_description_parts_no_pair() -> None:
    text = "国家主席习近平17日在人民大会堂同来华出席第三届“一带一路”国际合作高峰论坛并进行国事访问的肯尼亚总统鲁托举行会谈。"
    event = only(text, "meeting")
    assert (names(event), event.start, event.place) == (["习近平", "鲁托"], "2024-05-17", "北京")
