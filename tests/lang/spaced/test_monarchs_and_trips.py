"""Monarchs in their own cities, trips that are due, days of the week with their dates, meetings one by one."""

import pytest

from tests.lang.spaced.reading import Read

Told = tuple[str, str, str | None, tuple[tuple[str, str | None], ...]]


def contacts(read: Read, language: str, body: str, day: str = "2024-06-10") -> list[Told]:
    return [
        (e.type.value, e.status.value, e.start, tuple((p.name, p.country) for p in e.participants))
        for e in read(language, "T", body, day).events
    ]


@pytest.mark.parametrize(
    ("language", "body", "country"),
    [
        ("en", "King Olav IX received Chilean President Ana Ramirez in Oslo on Monday.", "NO"),
        ("en", "Chilean President Ana Ramirez met King Olav IX in Oslo on Monday.", "NO"),
        ("en", "Sultan Karim received Chilean President Ana Ramirez in Muscat.", "OM"),
        ("en", "Emir Karim received Chilean President Ana Ramirez in Paris.", None),
        ("en", "King Olav IX met Chilean President Ana Ramirez in Lima.", None),
        ("en", "King Olav IX, who flew in from Sweden, met Chilean President Ana Ramirez in Oslo.", None),
        ("vi", "Ngày 5/6, Quốc vương Olav IX tiếp Tổng thống Chile Ana Ramirez tại Oslo.", "NO"),
    ],
)
def test_a_monarch_is_of_the_country_of_the_city_that_has_such_a_throne(
    read: Read, language: str, body: str, country: str | None
):
    people = {p.name: p.country for p in read(language, "T", body).people}
    assert next(code for name, code in people.items() if name != "Ana Ramirez") == country
    assert people["Ana Ramirez"] == "CL"


@pytest.mark.parametrize(
    ("body", "start"),
    [
        ("Norwegian Prime Minister Erik Berg is due in Lima on Monday, June 17.", "2024-06-17"),
        ("Norwegian Prime Minister Erik Berg is expected in Lima on 20 June.", "2024-06-20"),
    ],
)
def test_who_is_due_somewhere_is_to_visit_it(read: Read, body: str, start: str):
    assert contacts(read, "en", body) == [("visit", "planned", start, (("Erik Berg", "NO"),))]


def test_a_report_that_is_due_is_no_visit(read: Read):
    assert contacts(read, "en", "A report on Peru is due in Lima on Monday. Rain is expected in Chile.") == []


@pytest.mark.parametrize(
    ("language", "body", "start"),
    [
        ("en", "Norwegian Prime Minister Erik Berg will arrive in Lima on Wednesday, June 19.", "2024-06-19"),
        ("en", "Norwegian Prime Minister Erik Berg will arrive in Lima on Wednesday, 19 June.", "2024-06-19"),
        ("vi", "Thủ tướng Na Uy Erik Berg sẽ đến Lima vào thứ Tư, ngày 19/6.", "2024-06-19"),
        ("vi", "Thủ tướng Na Uy Erik Berg sẽ đến Lima vào thứ Tư (19/6).", "2024-06-19"),
    ],
)
def test_a_day_of_the_week_and_its_date_are_one(read: Read, language: str, body: str, start: str):
    assert [told[:3] for told in contacts(read, language, body)] == [("visit", "planned", start)]


def test_a_day_of_the_week_tells_the_year(read: Read):
    body = "On Tuesday, June 11, Norwegian Prime Minister Erik Berg met Chilean President Ana Ramirez in Lima."
    (told,) = contacts(read, "en", body)
    assert told[2] == "2024-06-11"


@pytest.mark.parametrize("words", ["met bilaterally with", "held separate talks with", "met separately with"])
def test_meetings_one_by_one(read: Read, words: str):
    body = f"Norwegian Prime Minister Erik Berg {words} Chilean President Ana Ramirez and Lao Prime Minister Kham Boun."
    berg = ("Erik Berg", "NO")
    assert contacts(read, "en", body) == [
        ("meeting", "held", None, (berg, ("Ana Ramirez", "CL"))),
        ("meeting", "held", None, (berg, ("Kham Boun", "LA"))),
    ]


def test_a_meeting_with_two_is_one_where_nothing_parts_them(read: Read):
    body = "Norwegian Prime Minister Erik Berg met with Chilean President Ana Ramirez and Lao Prime Minister Kham Boun."
    assert len(contacts(read, "en", body)) == 1


@pytest.mark.parametrize(
    ("language", "body", "who"),
    [
        (
            "vi",
            "Cuộc gặp của ông Lương Cường với Tổng thống Chile Ana Ramirez diễn ra ngày 9/6.",
            (("Lương Cường", "VN"), ("Ana Ramirez", "CL")),
        ),
        (
            "en",
            "The meeting of President Vladimir Putin with Chilean President Ana Ramirez on June 9 lasted three hours.",
            (("Vladimir Putin", "RU"), ("Ana Ramirez", "CL")),
        ),
    ],
)
def test_a_meeting_of_one_with_another(read: Read, language: str, body: str, who: tuple[tuple[str, str | None], ...]):
    assert contacts(read, language, body) == [("meeting", "held", "2024-06-09", who)]


def test_a_session_of_a_visit_to_come_is_to_come(read: Read):
    body = (
        "Thủ tướng mời bà Ana Ramirez, Tổng thống Chile, sang thăm chính thức Việt Nam và tham dự Hội nghị thượng đỉnh lần "
        "thứ 4 Diễn đàn đối tác vì tăng trưởng xanh từ ngày 14 đến 17/9/2024."
    )
    assert {told[1] for told in contacts(read, "vi", body)} == {"planned"}


def test_an_anniversary_of_a_treaty_is_no_signing(read: Read):
    body = (
        "Ngày 9/6, Tổng thống Chile Ana Ramirez và Thủ tướng Lào Kham Boun dự lễ kỷ niệm 25 năm ký Hiệp ước Biên giới."
    )
    assert [told for told in contacts(read, "vi", body) if told[0] == "signing"] == []


def test_a_vietnamese_name_is_vietnamese_wherever_the_publisher_is(read: Read):
    body = "Bộ trưởng Lê Minh Hoan đến Paris hôm qua. Chủ tịch Sunfarm Trần Văn Long đi cùng."
    people = read("vi", "T", body, "2024-06-10", "BBC").people
    assert [(p.name, p.country) for p in people] == [("Lê Minh Hoan", "VN"), ("Trần Văn Long", "VN")]


@pytest.mark.parametrize("publisher", ["The White House", "Reuters", "Xinhua"])
@pytest.mark.parametrize(
    ("body", "people"),
    [
        (
            "Chilean President Ana Ramirez and Foreign Minister Luis Sol arrived in Hanoi on Monday.",
            [("Ana Ramirez", "CL"), ("Luis Sol", "CL")],
        ),
        (
            "President Ana Ramirez and Foreign Minister Luis Sol of Chile arrived in Hanoi on Monday.",
            [("Ana Ramirez", "CL"), ("Luis Sol", "CL")],
        ),
        (
            "President Joe Biden and Prime Minister Kham Boun of Laos met on Monday.",
            [("Joe Biden", "US"), ("Kham Boun", "LA")],
        ),
    ],
)
def test_two_of_one_government_share_the_country_told_with_one(
    read: Read, body: str, people: list[tuple[str, str | None]], publisher: str
):
    found = read("en", "T", body, "2024-06-10", publisher).people
    assert [(p.name, p.country) for p in found] == people


@pytest.mark.parametrize(
    "body",
    [
        "Chilean President Ana Ramirez met today with Lao Prime Minister Kham Boun to discuss the June 14 summit in Lima.",
        "Ahead of the June 20 election, Chilean President Ana Ramirez met today with Lao Prime Minister Kham Boun.",
    ],
)
def test_who_met_today_has_met_whatever_is_to_come(read: Read, body: str):
    told = [each[:3] for each in contacts(read, "en", body) if each[0] == "meeting"]
    assert told == [("meeting", "held", "2024-06-10")]


def test_the_day_of_a_meeting_is_not_that_of_the_trip_it_prepares(read: Read):
    body = (
        "Lao Foreign Minister Luis Sol met with Chilean President Ana Ramirez on June 10, 2024 to discuss the upcoming "
        "official visit of Prime Minister Kham Boun of Laos to Chile next month."
    )
    assert {told[0]: told[1:3] for told in contacts(read, "en", body)} == {
        "meeting": ("held", "2024-06-10"),
        "visit": ("planned", None),
    }
