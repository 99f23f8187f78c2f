"""Names: where they end in every culture, what is no name, and who is one person under two names."""

from collections.abc import Callable

import pytest

from bilat.lang.zh.analysis import Analysis
from bilat.lang.zh.people import People

Read = Callable[..., tuple[Analysis, People]]

ENDS = [
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
