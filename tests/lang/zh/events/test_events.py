"""Sentences about the world, and the contacts a reader finds in them. All are our own, on public facts or invented."""

import pytest

from bilat.lang.zh.language import Chinese
from bilat.model import DateSource, Document, Event, Part, Passage, Published, Span
from bilat.packs import load


def read(text: str, day: str | None = "2024-05-20", title: str = "要闻") -> list[Event]:
    """The events of a document with this body, published on a Monday unless told otherwise."""
    whole = f"{title}\n{text}"
    passages = (
        Passage(Part.HEADLINE, Span(0, len(title))),
        Passage(Part.BODY, Span(len(title) + 1, len(whole))),
    )
    published = Published(day, DateSource.FIELD) if day else None
    doc = Document("d", whole, title, passages, "zh", published=published)
    found = Chinese(load()).read(doc).events
    for event in found:
        for quote in event.evidence:
            assert whole[quote.span.start : quote.span.end] == quote.quote
    return found


def names(event: Event) -> list[str]:
    return [p.name for p in event.participants]


def only(text: str, kind: str, day: str | None = "2024-05-20") -> Event:
    found = [e for e in read(text, day) if e.type == kind]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "who", "start", "place"),
    [
        ("国务院总理李强20日在北京会见法国总统马克龙。", ["李强", "马克龙"], "2024-05-20", "北京"),
        ("國務院總理李強20日在北京會見法國總統馬克龍。", ["李強", "馬克龍"], "2024-05-20", "北京"),
        ("日本首相岸田文雄周五在首尔与韩国总统尹锡悦举行会谈。", ["岸田文雄", "尹锡悦"], "2024-05-17", "首尔"),
        ("德国外交部长贝尔伯克昨天在柏林同印度外交部长苏杰生会面。", ["贝尔伯克", "苏杰生"], "2024-05-19", "柏林"),
        ("巴西总统卢拉5月18日在人民大会堂同国家主席习近平举行会谈。", ["卢拉", "习近平"], "2024-05-18", "北京"),
        ("土耳其外长费丹和希腊外长耶拉佩特里蒂斯会晤。", ["费丹", "耶拉佩特里蒂斯"], None, None),
    ],
)
def test_a_meeting_has_its_principals_day_and_city(
    text: str, who: list[str], start: str | None, place: str | None
) -> None:
    event = only(text, "meeting")
    assert (names(event), event.start, event.place, event.status, event.background) == (
        who,
        start,
        place,
        "held",
        False,
    )


def test_each_of_those_met_one_by_one_is_a_meeting() -> None:
    found = read("国家副主席韩正20日在北京分别会见泰国总理赛塔、老挝总理宋赛、柬埔寨首相洪玛奈。")
    assert [names(e) for e in found] == [["韩正", "赛塔"], ["韩正", "宋赛"], ["韩正", "洪玛奈"]]


def test_three_who_talk_together_are_one_meeting() -> None:
    event = only("日本首相岸田文雄、美国总统拜登和菲律宾总统马科斯18日在华盛顿举行三国首脑会谈。", "meeting")
    assert names(event) == ["岸田文雄", "拜登", "马科斯"]


def test_who_leads_a_delegation_stands_for_it() -> None:
    event = only("王沪宁20日在京会见由越南祖国阵线主席杜文战率领的代表团。国务委员王沪宁表示欢迎。", "meeting")
    assert names(event) == ["王沪宁", "杜文战"]


def test_the_speaker_after_the_comma_is_the_host_of_a_headless_meeting() -> None:
    found = read("新加坡总理黄循财20日分别会见两国客人。会见印度外交部长苏杰生时，黄循财表示愿意深化合作。")
    assert ["黄循财", "苏杰生"] in [names(e) for e in found if e.type == "meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "美国国防部长奥斯汀没有与中国国防部长董军会谈。",
        "俄罗斯总统普京尚未与乌克兰总统泽连斯基会面。",
        "蔡奇、王毅等参加会见。",
        "法国总统马克龙20日在巴黎会见法国总理阿塔尔。",
        "印度外长苏杰生在专访中谈到中国。",
    ],
)
def test_what_did_not_happen_or_crossed_no_border_is_no_meeting(text: str) -> None:
    assert [e for e in read(text) if e.type in ("meeting", "visit") and not e.background] == []


def test_a_meeting_refused_is_no_news_of_a_meeting() -> None:
    found = [e for e in read("北京拒绝中国国防部长董军与美国国防部长奥斯汀会晤。") if e.type == "meeting"]
    assert [(e.status, e.background) for e in found] == [("cancelled", True)]


@pytest.mark.parametrize(
    ("text", "who", "host", "status", "start", "end"),
    [
        ("越南总理范明政将于5月25日至28日对中国进行正式访问。", "范明政", "CN", "planned", "2024-05-25", "2024-05-28"),
        ("沙特王储穆罕默德19日抵达东京，开始对日本进行访问。", "穆罕默德", "JP", "held", "2024-05-19", None),
        ("美国国务卿布林肯周三将前往乌克兰。", "布林肯", "UA", "planned", "2024-05-22", None),
        ("5月19日，国家主席习近平结束对匈牙利的国事访问后回到国内。", "习近平", "HU", "held", None, "2024-05-19"),
        ("德国总理朔尔茨近日访华。", "朔尔茨", "CN", "held", None, None),
    ],
)
def test_a_visit_has_its_visitor_host_and_days(
    text: str, who: str, host: str, status: str, start: str | None, end: str | None
) -> None:
    event = only(text, "visit")
    assert (names(event), event.host, event.status, event.start, event.end) == ([who], host, status, start, end)


def test_a_tour_gives_its_days_to_each_stop() -> None:
    found = read("印度外长苏杰生5月10日至16日出访东南亚三国，先后访问新加坡、马来西亚。")
    assert {(e.host, e.start, e.end) for e in found if e.type == "visit"} == {
        ("SG", "2024-05-10", "2024-05-16"),
        ("MY", "2024-05-10", "2024-05-16"),
    }


def test_a_visit_announced_and_then_put_off_is_cancelled() -> None:
    found = read("泰国总理赛塔原定将于5月26日访问日本。赛塔突然推迟了这次访问。")
    assert [(e.status, e.host) for e in found if e.type == "visit"] == [("cancelled", "JP")]


def test_an_interview_is_no_visit_and_a_look_back_is_background() -> None:
    found = read("法国外长塞茹尔内接受记者访问时说，总统马克龙2019年曾访问越南。")
    assert all(e.background for e in found)


def test_a_call_is_a_call_by_telephone_or_video() -> None:
    event = only("加拿大总理特鲁多19日与意大利总理梅洛尼通电话。", "call")
    assert (names(event), event.start, event.place) == (["特鲁多", "梅洛尼"], "2024-05-19", None)
    event = only("英国首相苏纳克以视频方式同澳大利亚总理阿尔巴尼斯举行会谈。", "call")
    assert names(event) == ["苏纳克", "阿尔巴尼斯"]


def test_peers_named_only_later_hold_the_call_of_the_headline() -> None:
    found = read("美韩外长通电话。美国国务卿布林肯说愿意合作，韩国外长赵兑烈表示感谢。")
    assert [names(e) for e in found if e.type == "call"] == [["布林肯", "赵兑烈"]]


def test_a_message_has_sender_and_recipient_and_an_exchange_has_neither_first() -> None:
    event = only("国家主席习近平20日致电祝贺普拉博沃当选印度尼西亚总统。", "message")
    assert [(p.name, p.role) for p in event.participants] == [("习近平", "sender"), ("普拉博沃", "recipient")]
    event = only("俄罗斯总统普京与朝鲜领导人金正恩互致贺电。", "message")
    assert {(p.name, p.role) for p in event.participants} == {("普京", "both"), ("金正恩", "both")}


def test_witnesses_do_not_sign() -> None:
    event = only("会谈后，法国总统马克龙和巴西总统卢拉共同见证签署多项合作文件。", "signing")
    assert {p.name for p in event.participants} <= {"法国", "巴西"}
    assert event.documents == ()


def test_a_signing_names_its_paper() -> None:
    event = only("中国和塞尔维亚20日在贝尔格莱德签署《自由贸易协定》。", "signing")
    assert (event.documents, event.place, event.start) == (("自由贸易协定",), "贝尔格莱德", "2024-05-20")


def test_what_is_reported_to_be_signed_later_is_not_signed_on_the_day_of_the_report() -> None:
    event = only("外電引述報紙19日報導，大使表示，預計訪問期間，秘魯和智利將簽署多份合作協議。", "signing")
    assert (event.status, event.start) == ("planned", None)


def test_a_session_has_its_number() -> None:
    event = only("李强20日在北京同巴基斯坦总理夏巴兹共同主持中巴经济走廊联合合作委员会第十三次会议。", "session")
    assert event.ordinal == 13


def test_without_a_day_of_publication_no_day_is_supplied() -> None:
    event = only("国务院总理李强20日在北京会见法国总统马克龙。", "meeting", day=None)
    assert event.start is None or len(event.start) < len("YYYY-MM-DD")


def test_the_day_of_saying_is_not_the_day_of_meeting() -> None:
    event = only("外交部周五宣布，印度总理莫迪将会见尼泊尔总理普拉昌达。", "meeting")
    assert (event.status, event.start) == ("planned", None)


def test_a_wire_dateline_says_what_today_means() -> None:
    event = only("（通讯社河内19日专电）新加坡总理黄循财今天在河内会见越南总理范明政。", "meeting")
    assert event.start == "2024-05-19"


def test_captions_tell_background_only() -> None:
    title, body, caption = "要闻", "市场周一上涨。", "资料图：日本首相岸田文雄5月19日会见韩国总统尹锡悦。"
    whole = f"{title}\n{body}\n{caption}"
    a, b = len(title) + 1, len(title) + len(body) + 2
    passages = (
        Passage(Part.HEADLINE, Span(0, len(title))),
        Passage(Part.BODY, Span(a, a + len(body))),
        Passage(Part.CAPTION, Span(b, len(whole))),
    )
    doc = Document("d", whole, title, passages, "zh", published=Published("2024-05-20", DateSource.FIELD))
    assert [e.background for e in Chinese(load()).read(doc).events] == [True]
    teaser = Document(
        "d", whole, title, (*passages[:2], Passage(Part.TEASER, passages[2].span)), "zh", published=doc.published
    )
    assert Chinese(load()).read(teaser).events == []


def test_everyone_on_a_list_has_sent_a_message() -> None:
    found = read(
        "得知某地发生水灾后，多国领导人致电国家主席习近平表示慰问。他们是：法国总统马克龙、越南总理范明政、塞尔维亚总统武契奇。"
    )
    assert [names(e) for e in found if e.type == "message"] == [
        ["马克龙", "习近平"],
        ["范明政", "习近平"],
        ["武契奇", "习近平"],
    ]
    assert all(any("马克龙" in ev.quote for ev in e.evidence) for e in found if e.type == "message")


def test_chairs_and_those_who_attend_in_one_sentence_all_take_part_in_the_session() -> None:
    event = only(
        "国务院总理李强20日在北京出席澜沧江—湄公河合作第五次领导人会议。李强和老挝总理宋赛共同主持会议，柬埔寨首相洪玛奈、"
        "越南总理范明政出席。",
        "session",
    )
    assert names(event) == ["李强", "宋赛", "洪玛奈", "范明政"]


def test_who_chairs_a_session_together_stands_for_the_countries_named_before() -> None:
    event = only(
        "5月17日，泰国商业部同中国商务部举办了泰中经贸合作委员会第六次会议。泰国商业部部长普坦和中国商务部部长王文涛共同主持。",
        "session",
    )
    assert names(event) == ["普坦", "王文涛"]


def test_a_visit_that_another_prepares_is_still_to_come() -> None:
    found = [
        e for e in read("中国外长王毅20日抵达河内，为习近平访越铺路。") if e.type == "visit" and "习近平" in names(e)
    ]
    assert [e.status for e in found] == ["planned"]


def test_couples_who_give_a_banquet_together_are_named_from_the_first():
    text = "泰国国王玛哈夫妇、泰国总理塞塔夫妇共同为法国总统马克龙举行欢迎宴会。"
    assert names(only(text, "meeting")) == ["玛哈", "马克龙"]
