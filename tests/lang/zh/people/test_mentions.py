"""Mentions: every place that means a person, and offices whose holders stand unnamed."""

from collections.abc import Callable

from bilat.lang.zh.analysis import Analysis
from bilat.lang.zh.people import Form, People, persons_to_model

Read = Callable[..., tuple[Analysis, People]]


def test_the_phrase_takes_in_country_titles_and_honorific(read: Read) -> None:
    analysis, people = read("越南国防部长黎文江抵达。在陈宏远主席见证下，黎文江签字。")
    phrases = [analysis.text[m.phrase_start : m.phrase_end] for m in people.mentions]
    assert phrases == ["越南国防部长黎文江", "陈宏远主席", "黎文江"]


def test_mentions_are_in_order_and_quote_the_names(read: Read) -> None:
    analysis, people = read("泰国总理沙旺会见柬埔寨首相宋金。沙旺说，他欢迎宋金来访。")
    assert people.mentions == sorted(people.mentions, key=lambda m: (m.start, m.end))
    for mention in people.mentions:
        person = people.persons[mention.person]
        if mention.form is Form.FULL:
            assert analysis.doc.text[mention.start : mention.end] == person.name


def test_the_office_alone_means_its_holder_once_he_is_named(read: Read) -> None:
    analysis, people = read("越南总理黎文政到访。越南总理表示满意。")
    (person,) = people.persons
    assert [(m.form, analysis.text[m.start : m.end]) for m in person.mentions] == [
        (Form.FULL, "黎文政"),
        (Form.TITLE, "越南总理"),
    ]


def test_two_premiers_together_mean_both(read: Read) -> None:
    _, people = read("中国总理田强会见越南总理黎文政。两国总理检阅仪仗队。")
    both = [m.person for m in people.mentions if m.form is Form.TITLE]
    assert both == [0, 1]


def test_a_surname_with_an_honorific_means_the_one_who_bears_it(read: Read) -> None:
    analysis, people = read("中国国家主席习近平抵达河内。习主席将会见当地友人。")
    (person,) = people.persons
    assert [analysis.text[m.phrase_start : m.phrase_end] for m in person.mentions] == ["中国国家主席习近平", "习主席"]


def test_a_pronoun_that_opens_a_clause_means_the_subject_before(read: Read) -> None:
    _, people = read("泰国总理沙旺星期一表示欢迎。他说，两国关系良好。他们都同意。")
    assert [m.form for m in people.mentions] == [Form.FULL, Form.PRONOUN]


def test_offices_of_countries_without_a_name_are_kept(read: Read) -> None:
    analysis, people = read("他会见了加蓬国防军司令和秘鲁陆军司令。中越防长随后会晤，美韩外长通电话。")
    found = [(analysis.text[o.start : o.end], o.countries, o.number) for o in people.offices]
    assert found == [
        ("加蓬国防军司令", ("GA",), 1),
        ("秘鲁陆军司令", ("PE",), 1),
        ("中越防长", ("CN", "VN"), 2),
        ("美韩外长", ("US", "KR"), 2),
    ]


def test_the_model_quotes_the_original_characters(read: Read) -> None:
    analysis, people = read("澳洲外長黃淑賢今天會見越南國防部長潘文海（Phan Van Hai）。")
    for person in persons_to_model(analysis, people):
        first = person.mentions[0]
        assert analysis.doc.text[first.start : first.end] == person.name
    assert [p.title for p in persons_to_model(analysis, people)] == ["外長", "國防部長"]


def test_the_same_document_gives_the_same_people(read: Read) -> None:
    body = "泰国总理沙旺会见柬埔寨首相宋金、外交大臣索坤。沙旺说，他欢迎宋金来访。"
    assert read(body)[1] == read(body)[1]


def test_a_japanese_of_three_characters_is_called_by_a_surname_of_two(read: Read) -> None:
    text = "日本经济产业大臣斋藤勉24日抵达利雅得。斋藤与能源部长会谈。"
    _, people = read(text)
    assert [p.name for p in people.persons] == ["斋藤勉"]
    assert [text[m.start : m.end] for m in people.mentions if m.form is Form.PARTIAL] == ["斋藤"]
