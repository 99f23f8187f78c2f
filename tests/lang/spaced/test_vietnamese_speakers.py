"""Who speaks in Vietnamese, where the country or the person named is only the end of a longer noun."""

import pytest

from tests.lang.spaced.reading import Read


def speakers(read: Read, body: str) -> list[tuple[str, str, str | None]]:
    return [(c.speaker, c.speaker_kind.value, c.speaker_country) for c in read("vi", "T", body).claims]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Báo chí Na Uy cho rằng cuộc gặp đã thành công.", ("Báo chí Na Uy", "body", "NO")),
        ("Hôm qua, các nghị sĩ đối lập Nhật Bản nói sẽ bỏ phiếu chống.", ("các nghị sĩ đối lập Nhật Bản", "unnamed", "JP")),
        ("Một quan chức giấu tên của Canada cho biết đàm phán đã dừng.", ("Một quan chức giấu tên của Canada", "unnamed", "CA")),
        ("Con trai ông Joe Biden cho biết gia đình sẽ rời Washington.", ("Con trai ông Joe Biden", "unnamed", "US")),
        ("Các trợ lý của Tổng thống Joe Biden nói rằng ông sẽ sớm trở lại.", ("Các trợ lý của Tổng thống Joe Biden", "unnamed", "US")),
        ("Na Uy, Đan Mạch và Phần Lan tuyên bố sẽ đóng cửa biên giới.", ("Na Uy, Đan Mạch và Phần Lan", "body", "DK,FI,NO")),
        ("Ông Joe Biden, nhà quan sát lâu năm về Ấn Độ, cho rằng hai bên cần kiên nhẫn.", ("Joe Biden", "person", "US")),
        ("Trong khi đó, Nga tuyên bố sẽ đáp trả tương xứng.", ("Nga", "body", "RU")),
        ("Tuy nhiên Nga bác bỏ mọi cáo buộc của phương Tây.", ("Nga", "body", "RU")),
    ],
)  # fmt: skip
def test_the_whole_noun_speaks(read: Read, body: str, speaker: tuple[str, str, str | None]) -> None:
    assert speakers(read, body) == [speaker]


@pytest.mark.parametrize(
    "body",
    [
        "Hậu vệ Trần Minh Hải ghi hai bàn. Anh nói: “Tôi rất vui khi được trở lại sân cỏ”.",
        "Các vận động viên trở về trong niềm vui, Mai Anh chia sẻ rằng cô rất xúc động.",
        "Các nước phương Tây, trong đó có Đức, nhiều lần cảnh báo về nguy cơ xung đột.",
        "Bộ trưởng mong muốn Lào tiếp tục chia sẻ kinh nghiệm về thủy điện.",
        "Ông kêu gọi ủng hộ nhân dân Palestine, đồng thời tuyên bố sẽ gửi hàng cứu trợ.",
        "[Na Uy đấu với Đan Mạch] Nhận định bóng đá Na Uy gặp Đan Mạch lúc 20 giờ.",
    ],
)
def test_a_country_in_passing_does_not_speak(read: Read, body: str) -> None:
    assert speakers(read, body) == []


def test_a_country_may_be_written_as_the_word_for_he(read: Read) -> None:
    body = "Thủ tướng Anh đến Berlin hôm qua. Anh tuyên bố sẽ tăng viện trợ cho Ukraine."
    assert speakers(read, body) == [("Anh", "body", "GB")]


@pytest.mark.parametrize(
    "body",
    [
        "Tổng Bí thư Tô Lâm phát biểu giao nhiệm vụ cho các đơn vị.",
        "Thủ tướng Phạm Minh Chính trả lời phóng viên tại hành lang Quốc hội.",
        "Chủ tịch nước Tô Lâm viết sổ lưu niệm tại bảo tàng.",
        "Tổng thống Joe Biden nói gì về cuộc gặp sắp tới?",
    ],
)
def test_speaking_is_no_statement(read: Read, body: str) -> None:
    assert speakers(read, body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Tổng Bí thư Tô Lâm phát biểu: “Hai nước cần tin cậy lẫn nhau hơn nữa”.",
        "Tổng Bí thư Tô Lâm trả lời báo giới rằng hai nước cần tin cậy lẫn nhau.",
        "Tổng Bí thư Tô Lâm viết rằng hai nước cần tin cậy lẫn nhau.",
    ],
)
def test_speaking_with_a_statement_is_one(read: Read, body: str) -> None:
    assert speakers(read, body) == [("Tô Lâm", "person", "VN")]


def test_one_of_many_with_a_title_is_nobody_named_before(read: Read) -> None:
    body = "Trợ lý John Miller của Mỹ đến Paris hôm qua. Giá dầu sẽ còn tăng nhiều, theo một cựu trợ lý."
    assert ("John Miller", "person", "US") not in speakers(read, body)


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Nhật Bản tuyên bố sẽ hỗ trợ kế hoạch của Pháp.", ("Nhật Bản", "body", "JP")),
        (
            "Tổng Bí thư Tô Lâm thăm trường. Tổng Bí thư nhấn mạnh đổi mới giáo dục là việc lâu dài.",
            ("Tô Lâm", "person", "VN"),
        ),
    ],
)
def test_the_end_of_a_name_makes_no_noun_of_a_verb(read: Read, body: str, speaker: tuple[str, str, str | None]) -> None:
    assert speakers(read, body) == [speaker]


@pytest.mark.parametrize(
    ("body", "people"),
    [
        ("Thống đốc bang Nevada John Miller đến Hà Nội. Ông Miller sẽ ở lại hai ngày.", [("John Miller", "Thống đốc bang Nevada")]),
        ("Thủ lĩnh Hezbollah Karim Nader phát biểu hôm qua.", [("Karim Nader", "Thủ lĩnh Hezbollah")]),
        ("Giám đốc World Peace Institute đến Hà Nội hôm qua.", []),
        ("Thống đốc California đến Hà Nội hôm qua.", []),
    ],
)  # fmt: skip
def test_bodies_and_states_are_no_part_of_a_name(read: Read, body: str, people: list[tuple[str, str | None]]) -> None:
    assert [(p.name, p.title) for p in read("vi", "T", body).people] == people


def test_an_armed_group_speaks_for_itself(read: Read) -> None:
    assert speakers(read, "Hamas bác bỏ cáo buộc của phía Israel hôm thứ Hai.") == [("Hamas", "body", None)]
