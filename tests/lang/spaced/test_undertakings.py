"""Undertakings in English and Vietnamese."""

import pytest

from tests.lang.spaced.reading import Read


def found(read: Read, language: str, body: str) -> list[tuple[str, str, str, tuple[str, ...], str | None, str | None]]:
    each = read(language, "T", body).undertakings
    return [(u.what, u.kind, u.stage.value, u.parties, u.giver, u.receiver) for u in each]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "China and Vietnam agreed to build a railway linking Lao Cai and Hai Phong.",
            ("railway", "railway", "agreed", ("CN", "VN"), None, None),
        ),
        (
            "China will provide Laos with a loan of 500 million yuan.",
            ("loan", "loan", "agreed", ("CN", "LA"), "CN", "LA"),
        ),
        (
            "Indonesia and Australia signed a free trade agreement.",
            ("free trade agreement", "free_trade", "signed", ("AU", "ID"), None, None),
        ),
        (
            "Germany refused to send Taurus missiles to Ukraine.",
            ("Taurus missiles", "weapons", "dropped", ("DE", "UA"), "DE", "UA"),
        ),
        (
            "Pakistan received a $2 billion loan from Saudi Arabia.",
            ("$2 billion loan", "loan", "done", ("PK", "SA"), "SA", "PK"),
        ),
        (
            "The Philippines is considering buying submarines from France.",
            ("submarines", "weapons", "under_study", ("FR", "PH"), "FR", "PH"),
        ),
        (
            "Laos and Thailand agreed to strengthen cooperation on border security.",
            ("cooperation on border security", "cooperation", "agreed", ("LA", "TH"), None, None),
        ),
        (
            "Serbia's free trade agreement with China entered into force on July 1.",
            ("Serbia's free trade agreement", "free_trade", "under_way", ("CN", "RS"), None, None),
        ),
    ],
)
def test_english(read: Read, body: str, told: tuple[str, str, str, tuple[str, ...], str | None, str | None]):
    assert found(read, "en", body) == [told]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Việt Nam và Trung Quốc nhất trí thúc đẩy xây dựng tuyến đường sắt Lào Cai - Hà Nội - Hải Phòng.",
            ("tuyến đường sắt Lào Cai - Hà Nội - Hải Phòng", "railway", "agreed", ("CN", "VN"), None, None),
        ),
        (
            "Trung Quốc cam kết cung cấp khoản vay 500 triệu USD cho Campuchia.",
            ("khoản vay 500 triệu USD", "loan", "agreed", ("CN", "KH"), "CN", "KH"),
        ),
        (
            "Đức từ chối gửi tên lửa Taurus cho Ukraine.",
            ("tên lửa Taurus", "weapons", "dropped", ("DE", "UA"), "DE", "UA"),
        ),
        (
            "Việt Nam và Australia nâng cấp quan hệ lên đối tác chiến lược toàn diện ngày 7/3.",
            ("đối tác chiến lược toàn diện", "ties", "done", ("AU", "VN"), None, None),
        ),
        ("Việt Nam tặng Cuba 10.000 tấn gạo.", ("gạo", "food", "done", ("CU", "VN"), "VN", "CU")),
    ],
)
def test_vietnamese(read: Read, body: str, told: tuple[str, str, str, tuple[str, ...], str | None, str | None]):
    assert found(read, "vi", body) == [told]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "China has not signed the treaty with Japan."),
        ("en", "The port security of Guatemala and the United States was expanded."),
        ("en", "Thailand and Laos marked the anniversary of signing the treaty."),
        ("en", "China Eastern Airlines and Lao Airlines signed an agreement on tickets in Laos and China."),
        ("en", "China and Laos agreed to strengthen cooperation."),
        ("en", "China agreed to build a railway."),
        ("vi", "Việt Nam và Nga kỷ niệm 30 năm ngày ký Hiệp ước về những nguyên tắc cơ bản."),
        ("vi", "Việt Nam và Lào thúc đẩy hợp tác trong thời gian tới."),
    ],
)
def test_what_is_no_undertaking(read: Read, language: str, body: str):
    assert found(read, language, body) == []


def test_the_two_sides_a_day_a_hedge_and_who_says_so(read: Read):
    body = (
        "Chinese Foreign Minister Wang Yi met Lao Foreign Minister Thongsavanh Phomvihane. "
        "Wang Yi said the two countries may reach an agreement on visas if talks succeed."
    )
    (one,) = read("en", "T", body).undertakings
    assert (one.parties, one.hedge, one.said_by) == (("CN", "LA"), ("may", "if talks succeed"), "Wang Yi")
    (two,) = read("en", "T", "Denmark and India signed a treaty on fisheries on 3 May 2024.").undertakings
    assert two.on == "2024-05-03"


@pytest.mark.parametrize(
    ("language", "body", "told"),
    [
        (
            "en",
            "Laos and Chile are pleased that they have agreed on an Agreement on Reciprocal, Fair, and Balanced Trade.",
            [("Agreement on Reciprocal, Fair, and Balanced Trade", "agreed", ("CL", "LA"))],
        ),
        (
            "en",
            "They discussed a commitment of Laos and Chile to hold Russia accountable and provide Ukraine with aid.",
            [("aid", "under_study", ("CL", "LA", "UA"))],
        ),
        (
            "en",
            "The U.S. and Kenyan officials plan to sign a Memorandum of Understanding on airfields.",
            [("Memorandum of Understanding on airfields", "proposed", ("KE", "US"))],
        ),
        ("en", "Laos and Chile want to conclude a deal to release all hostages.", []),
        (
            "vi",
            "Ông cũng nói về việc đàm phán lại Hiệp định Mỹ - Mexico - Canada.",
            [("Hiệp định Mỹ - Mexico - Canada", "under_study", ("CA", "MX", "US"))],
        ),
        (
            "vi",
            "Phó thủ tướng đề nghị đẩy nhanh kết nối giữa Lào và Chile, ưu tiên triển khai ba tuyến đường sắt.",
            [("ba tuyến đường sắt", "proposed", ("CL", "LA"))],
        ),
    ],
)
def test_names_parties_and_what_stands_over_a_verb(read: Read, language: str, body: str, told: list[object]):
    each = read(language, "T", body).undertakings
    assert [(u.what, u.stage.value, u.parties) for u in each] == told


def test_the_two_countries_are_those_last_named_as_two(read: Read):
    body = "Laos and Chile met. The leaders spoke of Peru, and of Peru's ports. The two countries agreed to build a railway."
    assert [u.parties for u in read("en", "T", body).undertakings] == [("CL", "LA")]


@pytest.mark.parametrize(
    ("language", "body", "told"),
    [
        (
            "en",
            (
                "President Biden met Prime Minister Truss of the United Kingdom. They discussed their commitment to continue "
                "providing Kenya with food aid."
            ),
            [("food aid", "under_study", ("GB", "KE", "US"))],
        ),
        ("en", "Laos and Chile will establish a permanent office at the Lao Embassy in Lima.", []),
        ("en", "Laos and Chile will expand their work under the Strategic Partnership.", []),
        (
            "en",
            "Chile and Laos signed an agreement on railway cooperation in Vientiane.",
            [("agreement on railway cooperation", "signed", ("CL", "LA"))],
        ),
        ("en", "Chile and Laos agreed to deepen cooperation in areas such as health.", []),
        (
            "en",
            "Chile and Laos agreed to deepen cooperation on leading-edge batteries.",
            [("cooperation on leading-edge batteries", "agreed", ("CL", "LA"))],
        ),
        (
            "vi",
            "Chile và Lào đã ký Hiệp định Đối tác kinh tế toàn diện (CEPA) tại Lima.",
            [("Hiệp định Đối tác kinh tế toàn diện (CEPA)", "signed", ("CL", "LA"))],
        ),
        (
            "vi",
            "Chile và Lào ký hiệp định về nghề cá đem lại hòa bình cho Namibia.",
            [("hiệp định về nghề cá", "signed", ("CL", "LA"))],
        ),
        (
            "vi",
            "Thủ tướng Chile cùng với các nhà lãnh đạo Đức, Pháp và Lào đã cam kết viện trợ cho Ukraine.",
            [("viện trợ", "agreed", ("CL", "DE", "FR", "LA", "UA"))],
        ),
        (
            "en",
            "The two leaders of Chile and Laos hailed the signing of an MoU between Andes Copper and Vang Mining.",
            [],
        ),
        ("en", "Chile and Laos will finish the text in line with and consistent with the roadmap agreed in May.", []),
        ("vi", "Chile và Lào nhất trí triển khai hiệu quả các thỏa thuận đã đạt được.", []),
    ],
)
def test_who_takes_part_and_where_a_name_ends(read: Read, language: str, body: str, told: list[object]):
    each = read(language, "T", body).undertakings
    assert [(u.what, u.stage.value, u.parties) for u in each] == told


def test_two_countries_that_one_visits_are_no_pair(read: Read):
    body = (
        "Chủ tịch nước Tô Lâm sẽ thăm chính thức Chile và Peru. Việt Nam và Lào là láng giềng. Quan hệ với Việt Nam tốt đẹp, "
        "theo ông Tô Lâm. Ông thăm Chile và Peru. Hai nước nhất trí xây dựng tuyến đường sắt."
    )
    assert [u.parties for u in read("vi", "T", body).undertakings] == [("LA", "VN")]


def test_a_day_ahead_is_not_that_of_an_agreement(read: Read):
    (one,) = read("en", "T", "Chile and Laos will launch a working group on June 20.", "2024-06-14").undertakings
    assert one.on is None
