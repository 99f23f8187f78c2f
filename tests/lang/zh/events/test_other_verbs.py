"""Words that belong to another verb or another subject than the contact's. All sentences are our own."""

import pytest

from tests.lang.zh.events.test_events import names, only, read


def test_whoever_was_met_does_not_make_the_next_call() -> None:
    found = read("加拿大总理卡尼与巴西总统卢拉5月10日会面后9天，她就获准与女儿通电话。")
    assert [e.type for e in found] == ["meeting"]


def test_whoever_was_called_does_not_attend_the_next_session() -> None:
    event = only("帕维尔总统1月与印度总理莫迪通话，捷克总统帕维尔4月出席亚欧能源峰会。", "session")
    assert names(event) == ["帕维尔"]


def test_both_chair_what_they_chair_together() -> None:
    event = only("智利外长范克拉韦伦20日与秘鲁外长埃尔梅尔会谈，并共同主持智秘双边合作委员会第九次会议。", "session")
    assert names(event) == ["范克拉韦伦", "埃尔梅尔"]


def test_a_plane_of_which_somebody_tells_is_not_that_person() -> None:
    assert read("航空公司律师、法国人杜邦告诉路透社，这架客机将飞往孟买。") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("智利外长范克拉韦伦接受了秘鲁总统博鲁阿尔特的访秘邀请。", "planned"),
        ("挪威外长艾德目前正评估访问埃及。", "planned"),
        ("挪威外长艾德访问了埃及。", "held"),
    ],
)
def test_an_invitation_is_no_visit_yet(text: str, status: str) -> None:
    assert {e.status for e in read(text) if e.type == "visit"} <= {status}


def test_a_visit_planned_again_is_another_one() -> None:
    found = read("挪威外长艾德已访问埃及。艾德表示，他计划明年再次访问埃及。")
    assert [(e.status, e.start) for e in found] == [("held", None), ("planned", "2025")]


def test_a_plan_in_a_clause_before_governs_another_verb() -> None:
    event = only("挪威首相斯特勒寻求新的外交途径，为此他与埃及总统塞西进行了两次会谈。", "meeting")
    assert event.status == "held"


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        ("欧盟与越南签署自由贸易协定。", ["欧盟", "越南"]),
        ("挪威、欧盟和智利15日签署海洋保护协议。", ["挪威", "欧盟", "智利"]),
        ("欧盟肯尼亚签署经济伙伴关系协定。", ["欧盟", "肯尼亚"]),
    ],
)
def test_organisations_of_states_sign_too(text: str, signers: list[str]) -> None:
    assert names(only(text, "signing")) == signers


def test_a_part_of_a_name_and_a_particle_are_no_short_forms() -> None:
    assert read("肯亚签署一项具历史意义的协定。") == []
    assert read("日所发表的联合声明引人关注。") == []


@pytest.mark.parametrize(
    "text",
    [
        "智利总统博里奇与秘鲁总统博鲁阿尔特多次会晤。",
        "智利總統博里奇近年來數次訪問秘魯。",
    ],
)
def test_what_happened_often_is_no_one_contact(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "挪威首相斯特勒抵达开罗，应邀同埃及总统塞西举行会晤。",
        "挪威首相斯特勒应尽快与埃及总统塞西会晤。",
        "挪威首相斯特勒也应同埃及总统塞西举行会晤。",
    ],
)
def test_who_arrives_or_ought_to_talk_has_not_talked(text: str) -> None:
    assert {e.status for e in read(text) if e.type == "meeting"} == {"planned"}


@pytest.mark.parametrize("word", ["原定", "原订", "原拟", "原计划"])
def test_what_was_once_planned_takes_the_nearest_day(word: str) -> None:
    event = only(f"挪威外长艾德{word}3月访问埃及。", "visit")
    assert (event.status, event.start, event.background) == ("planned", "2024-03", True)


def test_an_office_given_to_both_is_theirs() -> None:
    found = read("挪威首相斯特勒10日与埃及总统塞西会谈。两国外长也举行了会谈。")
    assert [names(e) for e in found] == [["斯特勒", "塞西"]]


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        ("智利政府与埃及政府签署两项贸易协议。", ["智利", "埃及"]),
        ("智利政府与埃方签署两项贸易协议，埃及表示欢迎。", ["智利", "埃及"]),
        ("智利与埃及建交，并与埃方签署两项贸易协议。", ["智利", "埃及"]),
        ("智利政府11日与埃及、挪威政府签署贸易协议。", ["智利", "埃及", "挪威"]),
    ],
)
def test_governments_and_sides_sign(text: str, signers: list[str]) -> None:
    assert sorted(names(only(text, "signing"))) == sorted(signers)


@pytest.mark.parametrize("ends", ["到期", "生效", "期满"])
def test_a_paper_is_not_signed_on_the_day_it_ends(ends: str) -> None:
    assert only(f"智利和埃及签署的贸易协议将于明年3月{ends}。", "signing").start is None


@pytest.mark.parametrize(
    ("day", "told"), [("1月间", ("held", "2024-01")), ("去年9月", ("held", "2023-09")), ("19日", ("planned", None))]
)
def test_who_set_out_long_ago_has_been_there(day: str, told: tuple[str, str | None]) -> None:
    event = only(f"智利总统博里奇{day}赴埃及参加气候峰会，受到热烈欢迎。", "session")
    assert (event.status, event.start) == told


def test_who_serves_an_office_is_not_its_holder() -> None:
    event = only("埃及总统塞西召开会议。智利外长范克拉韦伦已与埃及总统安全顾问哈立德通话。", "call")
    assert names(event) == ["范克拉韦伦", "哈立德"]


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("智利总统博里奇与埃及总统塞西的会晤被取消。", "meeting", None),
        ("智利总统博里奇与埃及总统塞西的会谈推迟举行。", "meeting", None),
        ("智利总统博里奇与埃及总统塞西25日的会谈未能举行。", "meeting", "2024-05-25"),
        ("智利总统博里奇对埃及的访问已推迟。", "visit", None),
        ("智利总统博里奇取消了25日对埃及的访问。", "visit", "2024-05-25"),
        ("智利总统博里奇上周取消了对埃及的访问。", "visit", None),
    ],
)
def test_what_is_called_off_before_or_after_its_name_is_cancelled(text: str, kind: str, start: str | None) -> None:
    event = only(text, kind)
    assert (event.status, event.start) == ("cancelled", start)


def test_what_talks_do_away_with_is_not_the_talks() -> None:
    event = only("智利总统博里奇与埃及总统塞西会谈后取消关税。", "meeting")
    assert event.status == "held"


def test_the_capital_of_a_country_is_the_place() -> None:
    event = only("中国－中亚峰会5月17日在哈萨克斯坦首都阿斯塔纳举行，智利总统博里奇出席。", "session")
    assert event.place == "阿斯塔纳"


@pytest.mark.parametrize("verb", ["当选", "再次当选", "就任", "连任"])
def test_who_is_congratulated_on_an_office_is_named_before_it(verb: str) -> None:
    event = only(f"智利总统博里奇致电祝贺博塔{verb}埃及总统。", "message")
    assert names(event) == ["博里奇", "博塔"]


def test_what_was_announced_and_then_called_off_is_one() -> None:
    event = only("智利总统博里奇原定25日与埃及总统塞西会谈。博里奇与塞西的会谈已被取消。", "meeting")
    assert (event.status, event.start) == ("cancelled", "2024-05-25")


def test_whoever_receives_chairs_what_both_chair_together() -> None:
    event = only("秘鲁外长埃尔梅尔15日会见智利外长范克拉韦伦，并共同主持智秘双边合作委员会第九次会议。", "session")
    assert sorted(names(event)) == sorted(["埃尔梅尔", "范克拉韦伦"])


def test_whoever_was_received_does_not_attend_what_the_host_attends() -> None:
    event = only("秘鲁外长埃尔梅尔15日会见智利外长范克拉韦伦，出席亚欧能源峰会。", "session")
    assert names(event) == ["埃尔梅尔"]


def test_whoever_was_received_does_not_chair_with_another_partner() -> None:
    event = only(
        "秘鲁外长埃尔梅尔15日会见智利总统卡斯特，同智利外长范克拉韦伦共同主持智秘双边合作委员会第九次会议。",
        "session",
    )
    assert sorted(names(event)) == sorted(["埃尔梅尔", "范克拉韦伦"])


@pytest.mark.parametrize("joined", ["与", "和", "同"])
def test_two_are_received_however_they_are_joined(joined: str) -> None:
    found = read(f"约旦国王阿卜杜拉二世4日会见塞浦路斯总统赫里斯托杜利季斯{joined}希腊总理米佐塔基斯。")
    assert {n for e in found for n in names(e)} == {"阿卜杜拉二世", "赫里斯托杜利季斯", "米佐塔基斯"}


@pytest.mark.parametrize(
    "text",
    [
        "伊拉克总理办公室2日否认总理苏达尼将访问以色列的报道。",
        "伊拉克外交部2日否认有关总理苏达尼已会见以色列外长萨尔的传闻。",
    ],
)
def test_a_denied_report_tells_no_contact(text: str) -> None:
    assert read(text) == []


def test_whether_somebody_thinks_of_a_report_denies_nothing() -> None:
    found = read("记者问智利总统卡斯特是否认为秘鲁外长埃尔梅尔20日访问巴西的消息重要。")
    assert [names(e) for e in found if e.type == "visit"] == [["埃尔梅尔"]]


def test_a_palace_that_many_countries_have_is_no_place() -> None:
    assert only("肯尼亚总统鲁托10日在国家宫会见巴西副总统阿尔克明。", "meeting").place is None
