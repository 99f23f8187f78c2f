"""What is claimed in Vietnamese."""

import pytest

from tests.lang.spaced.reading import Read


def claims(read: Read, body: str) -> list[tuple[str, str, str | None, str, str, str | None]]:
    found = read("vi", "T", body).claims
    return [(c.speaker, c.speaker_kind.value, c.speaker_country, c.verb, c.mode.value, c.via) for c in found]


@pytest.mark.parametrize(
    ("body", "claim"),
    [
        (
            "Bộ Ngoại giao Trung Quốc bác bỏ cáo buộc của Mỹ về gián điệp mạng.",
            ("Bộ Ngoại giao Trung Quốc", "body", "CN", "bác bỏ", "indirect", None),
        ),
        (
            "Bộ Quốc phòng Nga thông báo đã bắn hạ 20 thiết bị bay.",
            ("Bộ Quốc phòng Nga", "body", "RU", "thông báo", "indirect", None),
        ),
        (
            "Reuters dẫn lời một quan chức Mỹ cho biết hai bên đã đạt thỏa thuận.",
            ("quan chức Mỹ", "unnamed", "US", "cho biết", "indirect", "Reuters"),
        ),
        (
            "Theo ông Vương Nghị, hai nước cần tăng cường tin cậy.",
            ("Vương Nghị", "person", "CN", "Theo", "indirect", None),
        ),
        (
            "Theo Tân Hoa xã, ông Tập Cận Bình nói hai bên cần tôn trọng lẫn nhau.",
            ("Tập Cận Bình", "person", "CN", "nói", "indirect", "Tân Hoa xã"),
        ),
        (
            '"Chúng tôi sẽ đáp trả", người phát ngôn Bộ Ngoại giao Phạm Thu Hằng nói.',
            ("Phạm Thu Hằng", "person", "VN", "nói", "direct", None),
        ),
        (
            "Ông Vương Nghị nói với báo chí tại Hà Nội rằng hai bên sẽ tiếp tục đàm phán.",
            ("Vương Nghị", "person", "CN", "nói với", "indirect", None),
        ),
        (
            "Để làm được việc này, theo ông Hun Sen, cơ chế đặc thù của Quốc hội rất hiệu quả.",
            ("Hun Sen", "person", "KH", "theo", "indirect", None),
        ),
        (
            "Ông Hun Sen nhiều lần công kích Thủ tướng Sonexay Siphandone, cáo buộc ông này tham nhũng nhiều năm.",
            ("Hun Sen", "person", "KH", "cáo buộc", "indirect", None),
        ),
    ],
)
def test_who_says_what(read: Read, body: str, claim: tuple[str, str, str | None, str, str, str | None]):
    assert claims(read, body) == [claim]


@pytest.mark.parametrize(
    "body",
    [
        "Sáng kiến do Thủ tướng Hun Sen đề xuất đã được thông qua tại Viêng Chăn.",
        "Ông Hun Sen bị cáo buộc can thiệp vào cuộc bầu cử năm 2024.",
        "Ông Hun Sen phát biểu tại cuộc họp báo ở Viêng Chăn hôm 20/6.",
        "Ông Hun Sen bày tỏ lời chia buồn về trận lũ ở miền Bắc.",
        "Ông Hun Sen thăm Lào theo lời mời của Thủ tướng Sonexay Siphandone.",
        "Đại biểu (Viêng Chăn) đề nghị Thủ tướng Hun Sen nêu rõ những hạn chế trong công tác này.",
        "Một chuyên viên của Đại sứ quán tại Campuchia - cho rằng tiếng Anh luôn gắn liền với văn hóa.",
    ],
)
def test_what_is_no_claim(read: Read, body: str):
    assert claims(read, body) == []
