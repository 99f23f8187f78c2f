"""Names of signed documents in English and Vietnamese."""

import pytest

from bilat.model import EventType
from tests.lang.spaced.reading import Read

EN = "Indian Prime Minister Narendra Modi and Danish Prime Minister Mette Frederiksen signed "
VI = "Thủ tướng Phạm Minh Chính và Thủ tướng Lào Sonexay Siphandone đã ký "


def documents(read: Read, language: str, body: str) -> list[tuple[str, ...]]:
    return [e.documents for e in read(language, "T", body).events if e.type is EventType.SIGNING]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("a memorandum of understanding on green shipping in Geneva on Monday.", ["memorandum of understanding on green shipping"]),
        ("the Reciprocal Access Agreement.", ["Reciprocal Access Agreement"]),
        ('the "Joint Statement on a Shared Future".', ["Joint Statement on a Shared Future"]),
        ("a new extradition treaty, as well as an agreement on visas.", ["new extradition treaty", "agreement on visas"]),
        ("a historic agreement.", []),
        ("two memorandums of understanding on trade.", []),
        ("a protocol on trade, fish and ports and agreed to meet again.", ["protocol on trade, fish and ports"]),
    ],
)  # fmt: skip
def test_english_names(read: Read, told: str, names: list[str]):
    assert documents(read, "en", EN + told) == [tuple(names)]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Bản ghi nhớ về hợp tác đường sắt tại Hà Nội ngày 19/8.", ["Bản ghi nhớ về hợp tác đường sắt"]),
        (
            "Hiệp định giữa Chính phủ Việt Nam và Chính phủ Lào về lao động và Nghị định thư về thú y.",
            ["Hiệp định giữa Chính phủ Việt Nam và Chính phủ Lào về lao động", "Nghị định thư về thú y"],
        ),
        ("Hiệp định Đối tác kinh tế toàn diện (CEPA) và sáu văn kiện.", ["Hiệp định Đối tác kinh tế toàn diện (CEPA)"]),
        ("nhiều thỏa thuận về thương mại.", []),
        ("một thỏa thuận quan trọng.", []),
    ],
)
def test_vietnamese_names(read: Read, told: str, names: list[str]):
    assert documents(read, "vi", VI + told) == [tuple(names)]


def test_a_statement_and_an_agreement_are_two_signings(read: Read):
    body = "India and Denmark issued a joint statement. India and Denmark signed an agreement on visas."
    assert documents(read, "en", body) == [("joint statement",), ("agreement on visas",)]


def test_a_passive_names_it_before(read: Read):
    body = "A memorandum of understanding on green shipping was signed between India and Denmark."
    assert documents(read, "en", body) == [("memorandum of understanding on green shipping",)]


def test_a_headline_that_is_the_document(read: Read):
    found = read("en", "Joint Statement of Denmark and India on Green Shipping", "It follows.").events
    assert [e.documents for e in found] == [("Joint Statement of Denmark and India on Green Shipping",)]


def test_a_shorter_name_of_the_same_document_is_not_told_twice(read: Read):
    body = "India and Denmark issued a joint statement. India and Denmark issued the Joint Statement on Green Shipping."
    assert documents(read, "en", body) == [("Joint Statement on Green Shipping",)]
