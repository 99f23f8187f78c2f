"""Names: where they end in every culture, what is no name, and who is one person under two names."""

from collections.abc import Callable

import pytest

from bilat.lang.zh.analysis import Analysis
from bilat.lang.zh.people import People

Read = Callable[..., tuple[Analysis, People]]

ENDS: list[tuple[str, list[str]]] = [
    ("国务院总理田强同越南总理黎文政会谈。", ["田强", "黎文政"]),
    ("国防部长魏文和今天发言，魏文和表示愿意。", ["魏文和"]),
    ("蒙古国总统额尔登巴特尔。", ["额尔登巴特尔"]),
    ("玻利维亚总统路易斯·卡塔里·门多萨将访华。", ["路易斯·卡塔里·门多萨"]),
    ("喀麦隆外长让-皮埃尔·恩东戈与会。", ["让-皮埃尔·恩东戈"]),
    ("日本首相佐藤健次郎在会上致辞。", ["佐藤健次郎"]),
    ("公明党党首山口那由美举行会谈。", ["山口那由美"]),
    ("韩国外长朴哲抵达。", ["朴哲"]),
    ("越南国家副主席张氏金莲会见客人。", ["张氏金莲"]),
    ("中国驻巴基斯坦大使姜再明等到机场迎接。", ["姜再明"]),
    ("乌克兰总统泽列诺夫基本同意，泽列诺夫说。", ["泽列诺夫"]),
    ("美國國務院副國務卿藍蔓（Laura Sherwin）7日說。", ["藍蔓"]),
    ("總統賴文廷立刻處理，賴文廷說。", ["賴文廷"]),
    ("总理米洛尼奇根据协议访问。", ["米洛尼奇"]),
    ("大使雅各布·莱文(Jacob Levin)抵达。", ["雅各布·莱文"]),
    ("前总统小乔治·马洛说。", ["小乔治·马洛"]),
    ("研究员谭维·卡林博士（Dr Tanvi Karin）说。", ["谭维·卡林"]),
    ("专家拉诺·米林教授（Prof Rano Milin）说。", ["拉诺·米林"]),
    ("大使约翰·莱克 (John Lake)说，莱克博士同意。", ["约翰·莱克"]),
    ("能源部長阿卜杜曼茲親王（Prince Abdulmanz）說。", ["阿卜杜曼茲"]),
    ("防長穆罕納德哈山（Muhannad Hasan）說。", ["穆罕納德哈山"]),
    ("總理英蒂娜．甘地（Indina Gandhi）說。", ["英蒂娜．甘地"]),
    ("共和黨領袖麥康寧就表示反對。", ["麥康寧"]),
    ("日本防卫事务次官增田和三。", ["增田和三"]),
    ("“费罗（Jon Fero）先生认可。费罗同意。", ["费罗"]),
    ("评论员徐国良甚至反对。", ["徐国良"]),
    ("国务院总理田强站着同客人交谈。", ["田强"]),
    ("最高人民法院院长何荣作了说明。", ["何荣"]),
    ("项目主任于林教授（Prof Lin Yu）说。", ["于林"]),
    ("研究员曾文远表示同意，曾文远说。", ["曾文远"]),
    ("担任总统时曾经表示同意，在总统时曾经反对。", []),
    ("美国国务卿布林肯因以色列问题访问。", ["布林肯"]),
    ("日本外务省事务次官近藤康弘、综合外交政策局长河边健太。", ["近藤康弘", "河边健太"]),
    ("外交部发言人何文丽、马建东和国防部发言人宋青说。", ["何文丽", "马建东", "宋青"]),
]


@pytest.mark.parametrize(("text", "names"), ENDS)
def test_a_name_ends_where_its_culture_and_its_neighbour_say(read: Read, text: str, names: list[str]) -> None:
    _, people = read(text)
    assert [p.name for p in people.persons] == names


@pytest.mark.parametrize(
    "text",
    [
        "中越双方同意，孟方表示欢迎，卢方愿意合作。",
        "俄军称以军发动袭击，阿方谴责。",
        "新华社报道，白宫表示关注。",
        "习近平新时代中国特色社会主义思想是指导思想。",
        "华盛顿号航母抵达横须贺。",
        "总统发表讲话，总理强调合作，外长会见记者。",
        "大会主席团通过决议。",
        "会谈后曾安排总统会晤，曾出任外相的人说，美国军费开支增加。",
        "他前往盟友吉尔吉斯坦访问。",
        "“罗诺德·里根”号航母抵达。",
        "日本大使官邸举行招待会，议员可望当选。",
        "哈佛大学肯尼迪政府学院发布报告。",
        "（记者田文海　杜新宇）会议开幕。",
        "学生硕士论文获奖，消暑解渴，因赖副总统曾任市长。",
    ],
)
def test_sides_armies_media_and_doctrines_are_nobody(read: Read, text: str) -> None:
    _, people = read(text)
    assert people.persons == []


def test_a_surname_alone_belongs_to_the_full_name_before_it(read: Read) -> None:
    analysis, people = read("印度总统德瓦帕迪·穆尔塔说。穆尔塔强调合作。")
    (person,) = people.persons
    assert person.name == "德瓦帕迪·穆尔塔"
    assert [analysis.text[m.start : m.end] for m in person.mentions] == ["德瓦帕迪·穆尔塔", "穆尔塔"]
    assert [m.form for m in person.mentions] == ["full", "partial"]


def test_a_full_name_read_later_is_still_the_name(read: Read) -> None:
    _, people = read("美国国务卿布尔肯表示。美国国务卿安德鲁·布尔肯随后离开。")
    assert [p.name for p in people.persons] == ["安德鲁·布尔肯"]


def test_a_son_is_not_his_father(read: Read) -> None:
    _, people = read("美国总统巴登表示支持。巴登总统之子亨特-巴登没有回应。")
    assert [p.name for p in people.persons] == ["巴登", "亨特-巴登"]


def test_two_spellings_of_one_office_holder_are_one_person(read: Read) -> None:
    _, people = read("联合国秘书长古德雷斯说。联合国秘书长古德瑞斯还说。")
    assert [p.name for p in people.persons] == ["古德雷斯"]
    assert people.persons[0].aliases == ["古德瑞斯"]


def test_a_name_in_latin_letters_is_an_alias(read: Read) -> None:
    _, people = read("越南國防部長潘文海（Phan Van Hai）抵達。")
    assert [(p.name, p.aliases) for p in people.persons] == [("潘文海", ["Phan Van Hai"])]


def test_two_holders_of_one_office_speak_for_two_countries(read: Read) -> None:
    _, people = read("中国同越南关系良好。在习近平总书记和黎泉总书记引领下，中国和越南扩大合作。")
    assert {p.name: p.country for p in people.persons} == {"习近平": "CN", "黎泉": "VN"}


def test_a_person_without_country_is_a_problem(read: Read) -> None:
    _, people = read("经济学家马库斯·特雷霍表示乐观。")
    assert [p.country for p in people.persons] == [None]
    assert [p.kind for p in people.problems] == ["no_country"]


def test_a_ruler_is_named_without_what_he_is_called_by(read: Read) -> None:
    _, people = read("阿联酋总统谢赫·纳西尔·本·哈立德·马尔万说。谢赫·纳西尔说。纳西尔·本·哈立德离开。")
    assert [p.name for p in people.persons] == ["纳西尔·本·哈立德·马尔万"]


def test_a_name_in_a_bracket_after_another_is_its_other_form(read: Read) -> None:
    _, people = read("美国助理国务卿罗莎兰（莎拉·罗兰）访问北京。")
    assert [(p.name, p.aliases) for p in people.persons] == [("罗莎兰", ["莎拉·罗兰"])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新西兰外长马胡坦说。新西兰外长马坦胡表示，马坦胡离开。", "马坦胡"),
        ("乌克兰总统泽兰诺夫说。泽兰诺夫离开。法国总统向泽兰总统表示感谢。", "泽兰诺夫"),
        ("气候峰会主席贾纳尔说。峰会主席贾奈尔敦促各方。", "贾纳尔"),
    ],
)
def test_a_misspelt_name_of_one_office_is_one_person(read: Read, text: str, name: str) -> None:
    _, people = read(text)
    assert [p.name for p in people.persons] == [name]


def test_an_official_of_a_special_region_speaks_for_the_region(read: Read) -> None:
    _, people = read("香港特别行政区行政长官林文轩抵达。")
    assert [(p.name, p.country) for p in people.persons] == [("林文轩", "HK")]


def test_a_known_short_name_is_no_part_of_a_longer_one(read: Read) -> None:
    _, people = read("中国外交部长王毅山于北京说。")
    assert [p.name for p in people.persons] == ["王毅山"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("巴西总统卢拉因肺炎推迟访华。", ["卢拉"]),
        ("印度總理莫迪占據了前台。", ["莫迪"]),
        ("美国总统拜登基于安全考虑取消行程。", ["拜登"]),
        ("美国财长贝森特与何立峰会谈。", ["贝森特", "何立峰"]),
    ],
)
def test_a_known_name_behind_an_office_of_its_country_ends_where_it_is_known_to(
    read: Read, text: str, names: list[str]
) -> None:
    _, people = read(text)
    assert [p.name for p in people.persons] == names


def test_who_bears_a_chinese_name_is_no_citizen_of_the_publishers_country(read: Read):
    _, people = read("香港区议会主席陈宝华说，香港的情况不同。英国政府没有回应。", publisher="BBC")
    assert [(p.name, p.country) for p in people.persons] == [("陈宝华", "HK")]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("安哥拉总统若昂·洛伦索抵达。", "若昂·洛伦索", "总统"),
        ("佛得角外長若澤·安德拉德抵達。", "若澤·安德拉德", "外長"),
        ("德国部长于尔根·马特斯抵达。", "于尔根·马特斯", "部长"),
        ("东帝汶部长菲德尔·拉莫斯·科斯塔抵达。", "菲德尔·拉莫斯·科斯塔", "部长"),
    ],
)
def test_sounds_that_look_like_a_word_begin_and_join_names(read: Read, text: str, name: str, title: str) -> None:
    _, people = read(text)
    assert [(p.name, p.titles[0]) for p in people.persons] == [(name, title)]


def test_a_condition_begins_no_name(read: Read) -> None:
    _, people = read("法国总统若马克龙不来，会议推迟。")
    assert "若马克龙" not in [p.name for p in people.persons]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("尼日利亚总统提姆布抵达。", "提姆布"),
        ("波蘭外長席科爾曼斯基抵達。", "席科爾曼斯基"),
        ("约旦国王哈马德抵达。", "哈马德"),
        ("俄羅斯議長馬維彥科（Valentina Matviyenko）抵達。", "馬維彥科"),
        ("菲律賓部長包蒂斯塔（Jaime Bautista）抵達。", "包蒂斯塔"),
        ("美国分析师路易斯（Ben Lewis）说，形势有变。", "路易斯"),
        ("叙利亚部长萨拉丁·卡西姆抵达。", "萨拉丁·卡西姆"),
    ],
)
def test_a_bracket_a_dot_and_the_sounds_tell_where_a_foreign_name_ends(read: Read, text: str, name: str) -> None:
    _, people = read(text)
    assert [p.name for p in people.persons] == [name]


def test_a_company_behind_an_office_is_no_person(read: Read) -> None:
    _, people = read("华纳与派拉蒙执行长会谈。美国公司派拉蒙没有回应。")
    assert people.persons == []


@pytest.mark.parametrize(
    "text",
    [
        "法国总统坚决反对这一做法。",
        "菲律宾外长展开调查。",
        "德国领导人罕见访问埃及。",
        "日本國內外相關單位已經著手處理。",
        "台灣師範大學教授出庭作證。",
        "美国副总统简短发言。",
    ],
)
def test_what_an_office_does_is_no_name(read: Read, text: str) -> None:
    _, people = read(text)
    assert people.persons == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("美国总统乔-卡特曼访问越南。美国总统乔卡特曼说，两国将合作。", ["乔-卡特曼"]),
        ("菲律宾总统小卡特斯抵达。卡特斯总统说，两国将合作。", ["小卡特斯"]),
        ("美国第一夫人吉尔·卡特曼染疫。总统卡特曼将访问印度。", ["吉尔·卡特曼", "卡特曼"]),
        ("美國第一夫人吉兒．卡特曼染疫。總統卡特曼將訪問印度。", ["吉兒．卡特曼", "卡特曼"]),
    ],
)
def test_a_joint_a_son_and_a_wife_tell_who_is_meant(read: Read, text: str, names: list[str]) -> None:
    _, people = read(text)
    assert [p.name for p in people.persons] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [("英国议员贝尔福勋爵抵达。", "贝尔福"), ("英國議員貝茨男爵（Michael Bates）抵達。", "貝茨")],
)
def test_a_peerage_is_no_part_of_a_name(read: Read, text: str, name: str) -> None:
    _, people = read(text)
    assert [p.name for p in people.persons] == [name]
