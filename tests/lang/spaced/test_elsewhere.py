"""News of countries that neither publisher nor corpus is at home in: who they are, whom they met, what they signed."""

import pytest

from bilat.lang.base import Findings
from bilat.model import Status
from tests.lang.spaced.reading import Read

DAY = "2026-03-11"
"""A Wednesday."""


def countries(found: Findings) -> dict[str, str | None]:
    return {p.name: p.country for p in found.people}


def names(found: Findings) -> list[set[str]]:
    return [{p.name for p in event.participants} for event in found.events]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Chinese President Xi Jinping sent a congratulatory message to Jorge Almada on {}."),
        ("vi", "Chủ tịch Trung Quốc Tập Cận Bình đã gửi điện chúc mừng ông Jorge Almada {}."),
    ],
)
@pytest.mark.parametrize(
    "office",
    [
        ("his election as president of Chile", "đắc cử Tổng thống Chile"),
        ("his assumption of office as president of Chile", "nhậm chức Tổng thống Chile"),
        ("being re-elected as president of Chile", "được bầu làm Tổng thống Chile"),
    ],
)
def test_who_is_congratulated_on_an_office_holds_it(read: Read, language: str, body: str, office: tuple[str, str]):
    found = read(language, "T", body.format(office[language == "vi"]), DAY)
    assert countries(found)["Jorge Almada"] == "CL"
    assert [event.type for event in found.events] == ["message"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Argentine President Jorge Almada on Friday called off a visit to Spain planned for next week."),
        ("vi", "Tổng thống Argentina Jorge Almada ngày 6/3 hủy chuyến thăm Tây Ban Nha dự kiến diễn ra tuần tới."),
    ],
)
def test_the_day_of_calling_off_is_not_that_of_the_visit(read: Read, language: str, body: str):
    (visit,) = read(language, "T", body, DAY).events
    assert (visit.status, visit.start) == (Status.CANCELLED, None)


@pytest.mark.parametrize(
    ("language", "body", "paper"),
    [
        (
            "en",
            (
                "Defense Secretary Ramon Ocampo Jr. and Canadian Defense Minister Luke Farrow signed the Status of Visiting "
                "Forces Agreement between the Philippines and Canada."
            ),
            "Status of Visiting Forces Agreement",
        ),
        (
            "vi",
            (
                "Bộ trưởng Công Thương Trần Văn Bảo và Bộ trưởng Công Thương Lào Khamla Sisouk đã ký Hiệp định thương mại "
                "biên giới giữa Việt Nam và Lào."
            ),
            "Hiệp định thương mại biên giới",
        ),
    ],
)
def test_ministers_sign_what_is_between_their_countries(read: Read, language: str, body: str, paper: str):
    found = read(language, "T", body, DAY, "Philippine News Agency" if language == "en" else None)
    (signing,) = found.events
    assert signing.documents[0].startswith(paper)
    assert names(found) == [{p.name for p in found.people}]


def test_an_agency_is_at_home_nowhere(read: Read):
    body = "Argentine President Jorge Almada spoke in Lima, his spokesman Pablo Ferri said."
    assert countries(read("en", "T", body, DAY, "Reuters")) == {"Jorge Almada": "AR", "Pablo Ferri": "AR"}


def test_what_an_article_stands_before_is_nobody(read: Read):
    body = "Turkmen President Batyr Hojayev, Chairman of the Halk Maslahaty of Turkmenistan, received Ivan Ivanov."
    assert "Halk Maslahaty" not in countries(read("en", "T", body, DAY))


def test_a_meeting_to_come_beside_a_visit_is_news(read: Read):
    body = "New Zealand Prime Minister Tom Hale travels to Tonga tomorrow, where he will hold talks with Tongan Prime Minister Lord Vaea."
    events = read("en", "T", body, DAY).events
    assert [(event.type, event.status, event.background) for event in events] == [
        ("visit", "planned", False),
        ("meeting", "planned", False),
    ]


def test_a_part_of_a_known_name_calls_him(read: Read):
    body = "Brazilian President Luiz Inacio Lula da Silva met Kenyan President Daniel Oluto. Lula left."
    assert list(countries(read("en", "Brazil's Lula in Nairobi", body, DAY))) == [
        "Luiz Inacio Lula da Silva",
        "Daniel Oluto",
    ]


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        (
            (
                "Thủ tướng Malaysia Razak Osman đã đến Tashkent, bắt đầu chuyến thăm Uzbekistan theo lời mời của Tổng thống "
                "Timur Karimov. Malaysia coi trọng quan hệ này. Malaysia cũng muốn tăng thương mại."
            ),
            "Timur Karimov",
            "UZ",
        ),
        ("Ngoại trưởng Nga Ivan Petrov đến Caracas, gặp Ngoại trưởng Pedro Gil. Nga hoan nghênh.", "Pedro Gil", "VE"),
        ("Tổng thống Kazakhstan Askar Nurlan gặp người đồng cấp Uzbekistan Timur Karimov.", "Timur Karimov", "UZ"),
        ("Thủ tướng Trần Văn Bảo hội kiến Tổng thống Angola João Gonçalves.", "João Gonçalves", "AO"),
    ],
)
def test_foreigners_in_vietnamese(read: Read, body: str, name: str, country: str):
    assert countries(read("vi", "Tin", body, DAY))[name] == country


def test_a_title_begins_behind_the_comma_of_the_occasion(read: Read):
    body = "Bên lề Hội nghị An ninh Munich, Tổng thống Ukraine Petro Bondar gặp Thủ tướng Đan Mạch Lars Holm."
    assert [p.title for p in read("vi", "Tin", body, DAY).people] == ["Tổng thống", "Thủ tướng"]


def test_the_day_of_the_occasion_is_not_that_of_the_message(read: Read):
    body = "Nhân dịp Quốc khánh nước Cộng hòa Ghana (6/3), Chủ tịch nước Trần Văn Bảo đã gửi điện mừng tới Tổng thống Kofi Anoff."
    (message,) = read("vi", "Tin", body, DAY).events
    assert message.start is None
    assert {(p.name, p.country) for p in message.participants} == {("Trần Văn Bảo", "VN"), ("Kofi Anoff", "GH")}


def test_a_first_name_that_is_a_country_is_a_name(read: Read):
    assert "Barda" not in countries(read("vi", "Tin", "Theo ông Jordan Barda, cuộc họp đã kết thúc.", DAY))
