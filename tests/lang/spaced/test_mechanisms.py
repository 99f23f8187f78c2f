"""Mechanisms named in English and Vietnamese, and their sessions."""

import pytest

from bilat.lang.en.language import English
from bilat.lang.vi.language import Vietnamese
from bilat.packs import load
from bilat.packs.tables.spaced import MechanismName
from bilat.plugins import languages
from tests.lang.spaced.reading import Read

STEERING = "中越双边合作指导委员会"


def uses(read: Read, language: str, body: str) -> list[tuple[str, tuple[str, ...], int | None, bool]]:
    return [(u.mechanism, u.members, u.ordinal, u.known) for u in read(language, "T", body).mechanisms]


@pytest.mark.parametrize(
    ("language", "body", "use"),
    [
        (
            "en",
            "They chaired the 15th meeting of the Steering Committee for Bilateral Cooperation between China and Vietnam.",
            (STEERING, ("CN", "VN"), 15, True),
        ),
        (
            "en",
            "The Vietnam - China Steering Committee for Bilateral Cooperation met in Beijing.",
            (STEERING, ("CN", "VN"), None, True),
        ),
        (
            "vi",
            "Phiên họp lần thứ 15 Ủy ban Chỉ đạo hợp tác song phương Việt Nam - Trung Quốc diễn ra tại Hà Nội.",
            (STEERING, ("CN", "VN"), 15, True),
        ),
        (
            "vi",
            "Ông dự Hội nghị Cấp cao ASEAN lần thứ 44 tại Viêng Chăn.",
            ("东盟峰会", ("ASEAN",), 44, True),
        ),
        ("en", "He spoke at the 78th session of the U.N. General Assembly.", ("联合国大会", ("UN",), 78, True)),
        (
            "en",
            "The fourth round of the U.S.-Mexico High-Level Economic Dialogue was held in May.",
            ("Mexico—United States High-Level Economic Dialogue", ("MX", "US"), 4, False),
        ),
        (
            "vi",
            "Đối thoại Chiến lược Việt Nam - Úc lần thứ 8 diễn ra tại Hà Nội.",
            ("Đối thoại Chiến lược Australia—Việt Nam", ("AU", "VN"), 8, False),
        ),
    ],
)
def test_names_and_numbers(read: Read, language: str, body: str, use: tuple[str, tuple[str, ...], int | None, bool]):
    assert uses(read, language, body) == [use]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The United States and the European Commission agreed with the Federal Trade Commission."),
        ("en", "The Steering Committee for Bilateral Cooperation met in Oslo, Norway."),
        ("en", "The ASEAN-Norway Summit will be held."),
        ("vi", "Tổng thống Mỹ dự hội nghị thượng đỉnh tại Hà Nội."),
    ],
)
def test_what_is_no_mechanism(read: Read, language: str, body: str):
    assert uses(read, language, body) == []


@pytest.mark.parametrize(("language", "name"), [("en", English), ("vi", Vietnamese)])
def test_every_name_means_a_mechanism_of_the_world(language: str, name: type[English | Vietnamese]):
    spoken = languages(load())[language]
    assert isinstance(spoken, name)
    packs = spoken.speech.packs
    known = {row.name: row.kind for row in packs.mechanisms}
    rows = [(row.mechanism, each) for row in packs.of(MechanismName) for each in row.names]
    meant = {each: spoken.kin.meeting_name(each) for _, each in rows}
    assert {each for mechanism, each in rows if meant[each] != mechanism and known[mechanism] == "summit"} == set()
    assert sum(meant[each] == mechanism for mechanism, each in rows) > 0.9 * len(rows)
