"""Articles as they come: headlines in capitals, text typed without tone marks, two languages in one article, words of a
machine. All sentences are our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilat.lang.base import Findings
from bilat.lang.vi.toneless import bare
from bilat.packs import load
from bilat.plugins import languages
from bilat.readers.language import language_and_script
from tests.lang.spaced.conftest import document
from tests.lang.spaced.reading import Read
from tests.lang.spaced.test_english import told

DAY = "2024-05-15"
"""A Wednesday."""
EN = "Norwegian Prime Minister Kari Dahl met Thai President Somchai Boon in Bangkok on Tuesday."
VI = "Ngày 14/5, tại Hà Nội, Thủ tướng Phạm Văn Tín đã hội đàm với Tổng thống Na Uy Kari Dahl đang ở thăm Việt Nam."
BOTH = {"Kari Dahl", "Somchai Boon"}


@pytest.mark.parametrize(
    "headline",
    ["NORWAY'S DAHL MEETS BOON IN BANGKOK", "NORWEGIAN PRIME MINISTER KARI DAHL MEETS THAI PRESIDENT", "TALKS"],
)
@pytest.mark.parametrize("dateline", ["", "BANGKOK - ", "BANGKOK, May 14 (Example) - "])
def test_a_headline_in_capitals_changes_nothing(read: Read, headline: str, dateline: str):
    (event,) = told(read("en", headline, dateline + EN, DAY))
    assert (event[:5], {*event[5]}) == (("meeting", "held", "2024-05-14", "2024-05-14", "Bangkok"), BOTH)


def test_a_name_shouted_in_the_headline_is_told_as_the_text_has_it(read: Read):
    found = read("vi", "THỦ TƯỚNG PHẠM VĂN TÍN HỘI ĐÀM VỚI TỔNG THỐNG NA UY KARI DAHL", VI, DAY)
    assert [(p.name, p.country, p.aliases) for p in found.people] == [
        ("Phạm Văn Tín", "VN", ()),
        ("Kari Dahl", "NO", ()),
    ]


def test_of_an_article_all_in_capitals_the_names_that_packs_know_are_read(read: Read):
    (event,) = told(read("en", "TALKS", "U.S. PRESIDENT JOE BIDEN MET CHINESE PRESIDENT XI JINPING ON TUESDAY.", DAY))
    assert (event[0], event[5]) == ("meeting", ("JOE BIDEN", "XI JINPING"))


def plain(found: Findings) -> list[object]:
    """What is told, without marks."""
    events = [(*each[:4], bare(each[4] or ""), *map(bare, each[5])) for each in told(found)]
    return [*events, *((bare(p.name), p.country, bare(p.title or "")) for p in found.people)]


VIETNAMESE = [
    VI,
    "Tổng Bí thư, Chủ tịch nước Phạm Văn Tín sẽ thăm cấp Nhà nước tới Trung Quốc từ ngày 18 đến 20/5.",
    "Thủ tướng Phạm Văn Tín vừa điện đàm với Tổng thống Nga Igor Belov hôm qua.",
    "Chiều 14/5, tại Hà Nội, Thủ tướng Phạm Văn Tín đã tiếp Ngoại trưởng Pháp Claire Moreau.",
    "Việt Nam và Lào đã ký Hiệp định thương mại ngày 14/5 tại Viêng Chăn.",
]


@pytest.mark.parametrize("body", VIETNAMESE)
def test_text_typed_without_marks_tells_the_same(read: Read, body: str):
    typed = bare(body)
    assert len(typed) == len(body)
    assert language_and_script(typed) == ("vi", "Latn")
    found = read("vi", "Tin", typed, DAY)
    assert plain(found) == plain(read("vi", "Tin", body, DAY))
    assert found.events
    names = [name for event in found.events for name in (event.place, *(p.name for p in event.participants)) if name]
    assert all(bare(name) == name for name in names), "as the article writes them"


def test_one_word_with_marks_is_enough_for_the_text_to_be_left_as_it_is(read: Read):
    assert read("vi", "Tin", f"{bare(VI)} Được.", DAY).events == []


@pytest.mark.parametrize("text", ["The minister and the president held talks in the capital on Monday.", "Lorem ipsum dolor sit amet",
                                  "Le ministre a rencontré son homologue à Paris pour parler de la guerre."])  # fmt: skip
def test_other_languages_are_not_taken_for_vietnamese_without_marks(text: str):
    assert language_and_script(text)[0] != "vi"


@pytest.mark.parametrize(
    "other", ["挪威首相达尔周二在曼谷会见泰国总统。", "Thủ tướng Na Uy đã tới Thái Lan.", "Le ministre est arrivé."]
)
@pytest.mark.parametrize("before", [True, False])
def test_a_sentence_in_another_language_beside_it_changes_nothing(read: Read, other: str, *, before: bool):
    body = f"{other}\n{EN}" if before else f"{EN}\n{other}"
    met = [each for each in told(read("en", "Talks", body, DAY)) if each[0] == "meeting"]
    assert [{*each[5]} for each in met] == [BOTH]


def test_a_name_that_a_machine_left_twice_is_one_person(read: Read):
    body = "Chủ tịch Trung Quốc Tập Cận Bình Xi Jinping đã gặp gỡ với Tổng thống Hoa Kỳ Joe Biden vào ngày 14 tháng 5 năm 2024."
    assert [p.name for p in read("vi", "Tin", body, DAY).people] == ["Tập Cận Bình", "Joe Biden"]


PIECES = st.sampled_from(
    [
        EN,
        VI,
        bare(VI),
        EN.upper(),
        VI.upper(),
        "挪威首相达尔周二在曼谷会见泰国总统。",
        *EN.split(),
        *VI.split(),
        "\n",
        "“",
        "é",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=12).map(" ".join), st.sampled_from(["en", "vi"]))
def test_whatever_is_mixed_every_quotation_stands_where_it_says(text: str, language: str):
    doc = document(language, "T", text, DAY)
    found = languages(load())[language].read(doc)
    for noun in (found.events, found.claims, found.figures, found.undertakings):
        assert all(doc.text[ev.span.start : ev.span.end] == ev.quote for each in noun for ev in each.evidence)
    for person in found.people:
        first = person.mentions[0]
        assert doc.text[first.start : first.end] == person.name
