"""How news in Vietnamese goes on: a trip that leads the sentence, the same day, several meetings in one verb."""

import pytest

from tests.lang.spaced.reading import Read
from tests.lang.spaced.test_english import told

DAY = "2024-09-04"
"""A Wednesday."""


@pytest.mark.parametrize(
    ("led", "start", "end"),
    [
        ("Trong chuyến thăm Na Uy từ ngày 2-3/9", "2024-09-02", "2024-09-03"),
        ("Trong khuôn khổ chuyến thăm chính thức Na Uy", None, None),
        ("Trong chương trình thăm cấp nhà nước tới Na Uy, sáng 3/9, tại thành phố Oslo", None, None),
    ],
)
def test_a_trip_may_lead_the_sentence(read: Read, led: str, start: str | None, end: str | None):
    body = f"{led}, Ngoại trưởng Nga Sergei Lavrov đã phát biểu."
    (visit,) = read("vi", "T", body, DAY).events
    assert (visit.type, visit.host, visit.start, visit.end) == ("visit", "NO", start, end)
    assert [p.name for p in visit.participants] == ["Sergei Lavrov"]


def test_a_trip_that_leads_what_will_be_is_planned(read: Read):
    body = "Trong chuyến thăm Na Uy, Ngoại trưởng Nga Sergei Lavrov sẽ dự lễ."
    (visit,) = read("vi", "T", body, DAY).events
    assert visit.status == "planned"


def test_talks_may_lead_the_sentence(read: Read):
    body = "Sáng 3/9, tại hội đàm với Thủ tướng Na Uy Kari Dahl ở Oslo (Na Uy), Chủ tịch nước Tô Lâm đã phát biểu."
    assert told(read("vi", "T", body, DAY)) == [
        ("meeting", "held", "2024-09-03", "2024-09-03", "Oslo", ("Tô Lâm", "Kari Dahl"))
    ]


def test_the_same_day_is_the_day_told_last(read: Read):
    body = (
        "Sáng 3/9, Chủ tịch nước Tô Lâm hội đàm với Thủ tướng Na Uy Kari Dahl. "
        "Cùng ngày, Thủ tướng Phạm Minh Chính tiếp Thủ tướng Na Uy Kari Dahl."
    )
    assert {each[2] for each in told(read("vi", "T", body, DAY))} == {"2024-09-03"}


def test_several_meetings_in_one_verb_are_several(read: Read):
    body = "Thủ tướng Phạm Minh Chính và Chủ tịch nước Tô Lâm đã có các cuộc hội kiến với Thủ tướng Na Uy Kari Dahl."
    assert [each[-1] for each in told(read("vi", "T", body, DAY))] == [
        ("Phạm Minh Chính", "Kari Dahl"),
        ("Tô Lâm", "Kari Dahl"),
    ]


def test_witnesses_do_not_sign(read: Read):
    body = (
        "Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Na Uy Kari Dahl. "
        "Thủ tướng Phạm Minh Chính và Thủ tướng Na Uy Kari Dahl đã chứng kiến lễ ký kết văn bản giữa Việt Nam và Na Uy."
    )
    (signing,) = [e for e in read("vi", "T", body, DAY).events if e.type == "signing"]
    assert [p.name for p in signing.participants] == ["Việt Nam", "Na Uy"]


@pytest.mark.parametrize(
    ("said", "start"), [("lần thứ hai", None), ("hôm thứ hai", "2024-09-02"), ("lần thứ ba", None)]
)
def test_an_ordinal_is_no_day_of_the_week(read: Read, said: str, start: str | None):
    (visit,) = read("vi", "T", f"Tổng thống Nga Putin đã thăm Na Uy {said}.", DAY).events
    assert visit.start == start


@pytest.mark.parametrize("habit", ["thường xuyên duy trì", "cần tăng cường"])
def test_a_habit_or_wish_is_no_contact(read: Read, habit: str):
    body = f"Chủ tịch nước Tô Lâm và Tổng thống Nga Putin {habit} tiếp xúc."
    assert told(read("vi", "T", body, DAY)) == []


def test_who_is_there_on_a_visit_has_it_told_behind_the_name(read: Read):
    body = "Chủ tịch nước Tô Lâm đã hội đàm với Thủ tướng Na Uy Kari Dahl đang thăm chính thức Việt Nam."
    assert ("visit", "VN") in [(e.type, e.host) for e in read("vi", "T", body, DAY).events]


def test_a_sentence_may_begin_with_a_pronoun_of_respect(read: Read):
    body = "Chủ tịch nước Lương Cường lên đường. Ông Cường đến Na Uy hôm 3/9."
    (visit,) = read("vi", "T", body, DAY).events
    assert (visit.participants[0].name, visit.host, visit.start) == ("Lương Cường", "NO", "2024-09-03")


def test_three_verbs_have_one_subject(read: Read):
    body = (
        "Tổng thống Nga Putin đã hội đàm với Chủ tịch nước Tô Lâm, hội kiến Tổng Bí thư Nguyễn Phú Trọng, "
        "gặp Thủ tướng Phạm Minh Chính."
    )
    assert [each[-1] for each in told(read("vi", "T", body, DAY))] == [
        ("Putin", "Tô Lâm"),
        ("Putin", "Nguyễn Phú Trọng"),
        ("Putin", "Phạm Minh Chính"),
    ]


def test_what_is_signed_after_talks_is_news(read: Read):
    body = (
        "Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Na Uy Kari Dahl. "
        "Sau hội đàm, hai bên đã ký thỏa thuận hợp tác."
    )
    (signing,) = [e for e in read("vi", "T", body, DAY).events if e.type == "signing"]
    assert not signing.background


def test_a_name_with_a_word_more_is_somebody_else(read: Read):
    body = "Thủ tướng Trung Quốc Lý Cường phát biểu. Thủ tướng Trung Quốc Lý Khắc Cường đã nghỉ hưu."
    assert [p.name for p in read("vi", "T", body, DAY).people] == ["Lý Cường", "Lý Khắc Cường"]


@pytest.mark.parametrize("pope", ["Giáo hoàng Francis", "Giáo hoàng Phanxicô", "Đức Giáo hoàng Agapetus III"])
def test_the_pope_is_of_the_vatican(read: Read, pope: str):
    found = read("vi", "T", f"{pope} bắt đầu chuyến thăm Na Uy hôm 3/9.", DAY)
    (visit,) = found.events
    assert (visit.host, visit.start, [p.country for p in visit.participants]) == ("NO", "2024-09-03", ["VA"])


def test_who_told_whom_by_telephone_held_a_call(read: Read):
    body = "Tổng thống Nga Putin nói với Thủ tướng Na Uy Kari Dahl qua điện thoại hôm 3/9 rằng hai nước cần hợp tác."
    assert told(read("vi", "T", body, DAY)) == [
        ("call", "held", "2024-09-03", "2024-09-03", None, ("Putin", "Kari Dahl"))
    ]


@pytest.mark.parametrize(("day", "start"), [(" vào tháng 3/2025", "2025-03"), ("", None)])
def test_who_is_invited_is_expected(read: Read, day: str, start: str | None):
    body = f"Thủ tướng Phạm Minh Chính mời Thủ tướng Na Uy Kari Dahl thăm Việt Nam{day}."
    (visit,) = read("vi", "T", body, DAY).events
    assert (visit.type, visit.status, visit.start, visit.background) == ("visit", "planned", start, not start)


def test_a_month_that_leads_is_not_that_of_what_came_before(read: Read):
    body = (
        "Tháng 5/2024, Tổng thống Nga Putin đã thăm Na Uy, sáu tháng sau khi "
        "Tổng thống Nga Putin điện đàm với Thủ tướng Na Uy Kari Dahl."
    )
    found = {e.type: e.start for e in read("vi", "T", body, DAY).events}
    assert found == {"visit": "2024-05", "call": None}
