"""Titles: how far they reach, which country they belong to, who shares them."""

from collections.abc import Callable

import pytest

from bilat.lang.zh.analysis import Analysis
from bilat.lang.zh.people import People

Read = Callable[..., tuple[Analysis, People]]

TITLED = [
    ("斐济总统托马斯·加鲁周一抵达。", "托马斯·加鲁", "FJ", "总统"),
    ("美国国防部长卡里奥与会。", "卡里奥", "US", "国防部长"),
    ("美防长卡里奥与会。", "卡里奥", "US", "防长"),
    ("越共中央总书记、国家主席黎文泉将访华。", "黎文泉", "VN", "越共中央总书记、国家主席"),
    ("丹麦副首相兼国防大臣延森今天表示。", "延森", "DK", "副首相兼国防大臣"),
    ("中国驻越南大使陆文清出席。", "陆文清", "CN", "驻越南大使"),
    ("俄罗斯常驻联合国代表梅利科夫说。", "梅利科夫", "RU", "常驻联合国代表"),
    ("刚果（金）外交和国际合作部长卡隆加昨天到访。", "卡隆加", "CD", "外交和国际合作部长"),
    ("尼日利亚前总统巴卡里发表讲话。", "巴卡里", "NG", "前总统"),
    ("国际货币基金组织总裁马尔科娃说。", "马尔科娃", "IMF", "国际货币基金组织总裁"),
    ("外交部發言人郭文廷7日表示，英國外相哈羅德（Harold Finch）將訪問。", "郭文廷", None, "外交部發言人"),
    ("在澳洲總理哈羅德（Harold Finch）陪同下參觀。", "哈羅德", "AU", "總理"),
    ("同博兰总理会谈。", "博兰", None, "总理"),
    ("会见法国总统的外事顾问之后，罗萨里奥国王返回。", "罗萨里奥", None, "国王"),
    ("老挝计划投资部长佩和中国驻老挝大使方明到机场送行。", "佩", "LA", "计划投资部长"),
    ("卢森堡首相弗兰肯、外交大臣梅利尔出席。", "梅利尔", "LU", "外交大臣"),
    ("日本外务省事务次官近藤康弘说。", "近藤康弘", "JP", "外务省事务次官"),
    ("韩国国家安保室室长赵太明在东京举行会谈。", "赵太明", "KR", "国家安保室室长"),
    ("新加坡国立大学教授陈启明表示。", "陈启明", "SG", "新加坡国立大学教授"),
    (
        "（NSC）协调员之外，美国国家安全委员会（NSC）印太事务协调员坎普说。",
        "坎普",
        "US",
        "国家安全委员会（NSC）印太事务协调员",
    ),
    ("朝鲜外务省副相金哲山说。", "金哲山", "KP", "外务省副相"),
    ("日本经济产业相近藤康弘说。", "近藤康弘", "JP", "经济产业相"),
    ("国际安全问题特使萨特兰说。", "萨特兰", None, "国际安全问题特使"),
    ("前美国国务院亚太事务助理国务卿卡里奥说。", "卡里奥", "US", "前美国国务院亚太事务助理国务卿"),
    ("目前美国国防部长卡里奥在东京。", "卡里奥", "US", "国防部长"),
    ("英國同加拿大商談，加國外長卡里奧說。", "卡里奧", "CA", "外長"),
    ("俄罗斯会见其新任驻华大使卡里奥。", "卡里奥", None, "新任驻华大使"),
    ("外交部长田强和国防部长陈宏远出席。", "陈宏远", None, "国防部长"),
    ("东南亚政治与外交高级研究员卡里奥说。", "卡里奥", None, "东南亚政治与外交高级研究员"),
    ("新加坡湄公研究所高级研究员 Tran Minh Quan 表示。", "Tran Minh Quan", "SG", "湄公研究所高级研究员"),
]


@pytest.mark.parametrize(("text", "name", "country", "title"), TITLED)
def test_a_title_reaches_from_its_country_to_the_name(
    read: Read, text: str, name: str, country: str | None, title: str
) -> None:
    _, people = read(text)
    found = {p.name: p for p in people.persons}
    assert name in found
    assert found[name].title == title
    if country is not None:
        assert found[name].country == country


def test_the_body_gives_the_title_before_the_headline_does(read: Read) -> None:
    _, people = read("塞尔维亚总理达尼洛夫斯基会见记者。", title="塞总理：前议长达尼洛夫斯基谈话")
    assert [p.title for p in people.persons] == ["总理"]
    assert people.persons[0].titles == ["前议长", "总理"]


def test_a_list_shares_its_title(read: Read) -> None:
    _, people = read("外交部发言人何文丽、马建东、宋青回答提问。")
    assert [(p.name, p.title) for p in people.persons] == [
        ("何文丽", "外交部发言人"),
        ("马建东", "外交部发言人"),
        ("宋青", "外交部发言人"),
    ]


def test_a_list_that_ends_with_the_text_is_read_to_its_last_name(read: Read) -> None:
    _, people = read("外交部发言人何文丽、马建东、宋青")
    assert [(p.name, p.title) for p in people.persons] == [
        ("何文丽", "外交部发言人"),
        ("马建东", "外交部发言人"),
        ("宋青", "外交部发言人"),
    ]


def test_an_office_of_which_there_is_one_is_not_shared_by_and(read: Read) -> None:
    _, people = read("国家主席陈宏远和宋文清出席。")
    titles = {p.name: p.title for p in people.persons}
    assert titles["陈宏远"] == "国家主席"
    assert titles.get("宋文清") is None


def test_a_row_of_attendants_has_no_title(read: Read) -> None:
    _, people = read("田文海、杜新宇等参加会见。")
    assert [(p.name, p.title) for p in people.persons] == [("田文海", None), ("杜新宇", None)]


def test_a_title_may_follow_the_row_that_was_elected(read: Read) -> None:
    _, people = read("大会通过了田文海、杜新宇、郑国梁为副秘书长。")
    assert {p.title for p in people.persons} == {"副秘书长"}


def test_the_wife_of_a_president_is_titled_by_him(read: Read) -> None:
    _, people = read("国家主席陈宏远夫人林素芬到场。")
    assert {p.name: p.title for p in people.persons} == {"陈宏远": "国家主席", "林素芬": "国家主席陈宏远夫人"}


@pytest.mark.parametrize(
    "text",
    [
        "总统府今天发表声明。",
        "双方举行部长级会议。",
        "主席国应当负责。",
        "委员会全体会议开幕。",
        "总统选举将于明年举行。",
    ],
)
def test_words_made_of_an_office_name_nobody(read: Read, text: str) -> None:
    _, people = read(text)
    assert people.persons == []


def test_a_verb_before_a_president_is_no_part_of_the_title(read: Read) -> None:
    _, people = read("他们要求审判前总统卡尔森。")
    assert [(p.name, p.title) for p in people.persons] == [("卡尔森", "前总统")]


def test_the_reporter_of_an_agency_is_not_listed(read: Read) -> None:
    _, people = read("（中央社記者王小明台北2日電）外長林青山會見訪賓。")
    assert [p.name for p in people.persons] == ["林青山"]
