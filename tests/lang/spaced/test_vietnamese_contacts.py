"""Contacts as Vietnamese media tell them: leaders in a row, spouses, letters, invitations, days that lead a sentence."""

import pytest

from tests.lang.spaced.reading import Read
from tests.lang.spaced.test_english import told

DAY = "2024-08-16"


def test_three_leaders_each_receive_the_guest_within_the_visit(read: Read):
    found = read(
        "vi",
        "Thông báo",
        "Nhận lời mời của Chủ tịch nước Trung Quốc Tập Cận Bình, Tổng thống Na Uy Kari Dahl sẽ thăm cấp Nhà nước Trung "
        "Quốc từ ngày 18-20/8. Thủ tướng Lý Cường, Ủy viên trưởng Nhân đại toàn quốc Trung Quốc Triệu Lạc Tế và Chủ "
        "tịch Chính hiệp toàn quốc Trung Quốc Vương Hộ Ninh sẽ hội kiến Tổng thống Kari Dahl.",
        DAY,
    )
    range_ = ("2024-08-18", "2024-08-20", "Trung Quốc")
    assert told(found) == [
        ("visit", "planned", *range_, ("Kari Dahl",)),
        ("meeting", "planned", *range_, ("Lý Cường", "Kari Dahl")),
        ("meeting", "planned", *range_, ("Triệu Lạc Tế", "Kari Dahl")),
        ("meeting", "planned", *range_, ("Vương Hộ Ninh", "Kari Dahl")),
    ]


def test_a_spouse_acts_for_herself_and_is_of_the_same_country(read: Read):
    found = read(
        "vi",
        "Thăm hỏi",
        "Sáng 15/8, bà Ingrid Dahl - Phu nhân Tổng thống Na Uy Espen Dahl đã đến thăm Phu nhân Ngô Thị Hạnh - Phu nhân "
        "cố Thủ tướng Nguyễn Văn Bình.",
        DAY,
    )
    assert told(found) == [("meeting", "held", "2024-08-15", "2024-08-15", None, ("Ingrid Dahl", "Ngô Thị Hạnh"))]
    assert next(p.country for p in found.people if p.name == "Ingrid Dahl") == "NO"


def test_and_his_wife_does_not_join_host_and_guest(read: Read):
    found = read(
        "vi",
        "Thông báo",
        "Nhận lời mời của Chủ tịch nước Tô Lâm và Phu nhân, Tổng thống Na Uy Espen Dahl và Phu nhân sẽ thăm chính thức "
        "Việt Nam từ ngày 05 - 08/9/2024.",
        DAY,
    )
    assert told(found) == [("visit", "planned", "2024-09-05", "2024-09-08", "Việt Nam", ("Espen Dahl",))]


def test_the_one_who_acts_meets_all_named_after_with(read: Read):
    found = read(
        "vi",
        "Họp",
        "Thủ tướng Phạm Minh Chính đã có cuộc họp chung với Tổng thống Na Uy Espen Dahl và Thủ tướng Lào Sonexay "
        "Siphandone.",
        DAY,
    )
    assert told(found)[0][5] == ("Phạm Minh Chính", "Espen Dahl", "Sonexay Siphandone")


def test_a_day_that_leads_its_sentence_holds_for_all_of_it(read: Read):
    found = read(
        "vi",
        "Hội kiến",
        "Trước đó, tối 12/8, ngay khi đến Hà Nội, Thủ tướng Na Uy Espen Dahl đã có cuộc hội kiến với Chủ tịch nước Tô "
        "Lâm.",
        DAY,
    )
    assert told(found)[-1][:3] == ("meeting", "held", "2024-08-12")


def test_a_day_soon_to_come_is_not_that_of_a_year_ago(read: Read):
    found = read("vi", "Tổng thống Na Uy Espen Dahl thăm Việt Nam ngày 19 và 20-8", "Tin ngắn.", DAY)
    assert told(found) == [("visit", "planned", "2024-08-19", "2024-08-20", "Việt Nam", ("Espen Dahl",))]


CONGRATULATED = "Tổng thống Na Uy Espen Dahl chúc mừng Chủ tịch nước Tô Lâm."


@pytest.mark.parametrize(("title", "expected"), [("Lãnh đạo các nước gửi điện mừng", 1), ("Gặp mặt", 0)])
def test_congratulations_are_a_message_only_where_letters_are_told_of(read: Read, title: str, expected: int):
    found = read("vi", title, CONGRATULATED, DAY)
    assert len([e for e in found.events if e.type == "message"]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng Phạm Minh Chính mời Tổng thống Na Uy Espen Dahl sang thăm Việt Nam.",
        "Anh Espen Dahl đến từ Na Uy, hiện sống tại Việt Nam.",
        "Nghệ sĩ Espen Dahl sang Việt Nam.",
        "Tổng thống Na Uy Espen Dahl tuyên bố có thể gửi quân tới Ukraine.",
        "Nhóm đến từ Na Uy đăng ký tại Việt Nam.",
        "Thủ tướng Phạm Minh Chính chủ trì phiên họp Chính phủ thường kỳ tháng 7.",
        "Chủ tịch nước Tô Lâm dự Hội nghị Trung ương 9.",
        "Thủ tướng Phạm Minh Chính phát biểu sau khi Ủy ban châu Âu xác nhận kết quả.",
        "Chủ tịch nước Tô Lâm muốn gặp Tổng thống Na Uy Espen Dahl.",
        "Phó Thủ tướng Na Uy Espen Dahl đón Chủ tịch nước Tô Lâm tại sân bay quốc tế Oslo.",
        "Bộ trưởng Na Uy Espen Dahl nhận định chuyến thăm Chile của đoàn là thành công.",
        "Chuyến công tác của Thủ tướng Phạm Minh Chính Lãnh đạo Trung Quốc chúc Tết.",
        "Chuyến đi Na Uy của vận động viên Đỗ Kim Hoa là do lời mời nồng hậu của chủ tịch Olsen.",
        "Bộ trưởng Na Uy Espen Dahl gặp mặt kiều bào; Na Uy và Việt Nam được đề nghị sớm ký hiệp định.",
        "Trung Quốc vượt qua nhiều đối thủ nặng ký như Israel và Italia.",
        "Tổng thống Na Uy Espen Dahl đã từng gặp Chủ tịch nước Tô Lâm.",
    ],
)
def test_what_only_sounds_like_a_contact_is_none(read: Read, text: str):
    assert told(read("vi", "Tin", text, DAY)) == []


def test_a_bare_office_is_who_is_called_so_rather_than_who_holds_the_like(read: Read):
    found = read(
        "vi",
        "Gặp gỡ",
        "Chủ tịch nước Lương Cường phát biểu. Tổng thống Na Uy Espen Dahl cũng dự. Chủ tịch nước đã gặp Thủ tướng Lào "
        "Sonexay Siphandone.",
        DAY,
    )
    assert told(found)[0][5] == ("Lương Cường", "Sonexay Siphandone")


def test_the_name_of_a_body_is_no_part_of_a_persons(read: Read):
    found = read("vi", "Tin", "Giám đốc CIA William Burns gặp Tổng thống Na Uy Espen Dahl.", DAY)
    assert [p.name for p in found.people] == ["William Burns", "Espen Dahl"]


def test_heads_of_several_countries_each_send_their_letter(read: Read):
    found = read(
        "vi",
        "Điện mừng",
        "Tổng thống Na Uy Espen Dahl, Tổng thống Pháp Emmanuel Macron và Thủ tướng Lào Sonexay Siphandone đã gửi thư "
        "chúc mừng Chủ tịch nước Tô Lâm.",
        DAY,
    )
    assert [tuple((p.name, p.role) for p in e.participants) for e in found.events] == [
        (("Espen Dahl", "sender"), ("Tô Lâm", "recipient")),
        (("Emmanuel Macron", "sender"), ("Tô Lâm", "recipient")),
        (("Sonexay Siphandone", "sender"), ("Tô Lâm", "recipient")),
    ]


def test_a_session_is_one_however_its_name_goes_on(read: Read):
    found = read(
        "vi",
        "BRICS",
        "Thủ tướng Phạm Minh Chính dự Hội nghị BRICS mở rộng. Thủ tướng tham dự Hội nghị BRICS mở rộng 2024.",
        DAY,
    )
    assert [(e.type.value, e.mechanism) for e in found.events] == [("session", "Hội nghị BRICS mở rộng")]


def test_a_longer_name_may_begin_with_that_of_a_known_person(read: Read):
    found = read("vi", "Tin", "Chủ tịch nước Tô Lâm tiếp Tổng thống Joe Biden Hansen của Mỹ.", DAY)
    assert [p.name for p in found.people] == ["Tô Lâm", "Joe Biden Hansen"]


def test_the_title_and_country_of_one_are_not_those_of_the_next(read: Read):
    found = read("vi", "Tin", "Bộ trưởng Ngoại giao Lào và Thư ký Hội đồng An ninh Na Uy Espen Dahl đã đến Iran.", DAY)
    assert [(p.name, p.country) for p in found.people] == [("Espen Dahl", "NO")]


def test_an_adviser_of_a_president_is_of_that_country_and_met_alone(read: Read):
    found = read(
        "vi",
        "Tin",
        "Chủ tịch nước Tô Lâm tiếp ngài Espen Dahl, Đặc phái viên, Cố vấn về Ngoại giao của Tổng thống Na Uy Kari Holm.",
        DAY,
    )
    assert told(found)[0][5] == ("Tô Lâm", "Espen Dahl")
    assert next(p.country for p in found.people if p.name == "Espen Dahl") == "NO"


def test_a_visit_to_come_is_not_held_because_it_is_spoken_of(read: Read):
    found = read(
        "vi",
        "Tin",
        "Tổng thống Na Uy Espen Dahl sẽ thăm Việt Nam ngày 19 và 20-8. Chuyến thăm Việt Nam của Tổng thống Espen Dahl có ý "
        "nghĩa lớn.",
        DAY,
    )
    assert told(found) == [("visit", "planned", "2024-08-19", "2024-08-20", "Việt Nam", ("Espen Dahl",))]


def test_the_last_word_of_a_known_name_may_end_another(read: Read):
    found = read(
        "vi", "Tin", "Tổng thống Nga Vladimir Putin phát biểu. Ông Trump gặp Tổng thống Ukraine Vladimir Zelensky.", DAY
    )
    assert told(found)[0][5] == ("Trump", "Vladimir Zelensky")
