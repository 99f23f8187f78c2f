"""Contacts told in Vietnamese."""

import unicodedata
from typing import Literal

import pytest

from tests.lang.spaced.reading import Read

BODY = "Chiều 12/5, tại Hà Nội, Thủ tướng Trần Văn Bình đã tiếp Bộ trưởng Ngoại giao Na Uy Espen Solberg."


def test_a_reception_is_a_meeting_of_both(read: Read):
    (event,) = read("vi", "Tin tức", BODY).events
    assert (event.type, event.start, event.place) == ("meeting", "2024-05-12", "Hà Nội")
    assert [(p.name, p.country) for p in event.participants] == [("Trần Văn Bình", "VN"), ("Espen Solberg", "NO")]


def test_the_country_behind_a_title_is_no_part_of_it(read: Read):
    found = read("vi", "Tin tức", BODY)
    assert [(p.name, p.title) for p in found.people] == [
        ("Trần Văn Bình", "Thủ tướng"),
        ("Espen Solberg", "Bộ trưởng Ngoại giao"),
    ]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_marks_written_apart_change_nothing_but_the_offsets(read: Read, form: Literal["NFC", "NFD"]):
    found = read("vi", "Tin tức", unicodedata.normalize(form, BODY))
    (event,) = found.events
    assert event.start == "2024-05-12"
    assert [p.name for p in event.participants][1] == "Espen Solberg"
    assert unicodedata.normalize("NFC", found.people[0].name) == "Trần Văn Bình"


def test_days_with_one_month_for_two_are_a_range(read: Read):
    found = read("vi", "Tin tức", "Tổng thống Na Uy Kari Dahl sẽ thăm cấp nhà nước Việt Nam từ ngày 18 đến 20/8.")
    (visit,) = found.events
    assert (visit.type, visit.status, visit.start, visit.end, visit.host) == (
        "visit",
        "planned",
        "2024-08-18",
        "2024-08-20",
        "VN",
    )


def test_a_message_has_a_sender_and_a_recipient(read: Read):
    found = read("vi", "Tin", "Ngày 9/5, Chủ tịch nước Tô Lâm đã gửi điện mừng tới Tổng thống Na Uy Kari Dahl.")
    (event,) = found.events
    assert [(p.name, p.role) for p in event.participants] == [("Tô Lâm", "sender"), ("Kari Dahl", "recipient")]
