"""Dates, lists, numbers and names as English writes them, and as Vietnamese does."""

import gettext

import pytest

from bilat.messages import translator
from bilat.packs import load
from bilat.views.brief.wording import Wording, other_documents


@pytest.fixture(scope="module")
def english() -> Wording:
    return Wording("en", gettext.NullTranslations(), load())


@pytest.fixture(scope="module")
def vietnamese() -> Wording:
    return Wording("vi", translator("vi"), load())


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2023-12-12", "2023-12-13", "12–13 December 2023"),
        ("2023-12-30", "2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2022-10-30", "2022-11-02", "30 October to 2 November 2022"),
        ("2023-12", "2023-12", "December 2023"),
        ("2023", None, "2023"),
        (None, "2023-12-13", "13 December 2023"),
        (None, None, ""),
    ],
)
def test_days(english: Wording, start: str | None, end: str | None, shown: str):
    assert english.days(start, end) == shown


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ("2022", "2022"),
        ("2022-01/2022-08", "January–August 2022"),
        ("2016/", "since 2016"),
        ("as_of 2022-08-20", "as of 20 August 2022"),
        ("2020/2021", "2020 to 2021"),
        ("2023-12-12/2023-12-13", "12–13 December 2023"),
    ],
)
def test_periods(english: Wording, period: str, shown: str):
    assert english.period(period) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (175600000000, "USD", "175.6 billion USD"),
        (165900000000.0, "USD", "165.9 billion USD"),
        (24.6, "percent", "24.6%"),
        (1, "company", "1 company"),
        (3453, "project", "3,453 projects"),
        (2, "company", "2 companies"),
        (5, "cubic_metre", "5 cubic metres"),
        (12, "aircraft", "12 aircraft"),
    ],
)
def test_amounts(english: Wording, value: float, unit: str, shown: str):
    assert english.amount(value, unit) == shown


def test_lists(english: Wording):
    assert english.listed([]) == ""
    assert english.listed(["a"]) == "a"
    assert english.listed(["a", "b", "c"]) == "a, b and c"
    assert english.some(["a", "b", "c", "d"], 2) == "a, b and 2 others"
    assert english.some(["a", "b", "c"], 2) == "a, b and 1 other"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("US", "the United States"),
        ("VN", "Vietnam"),
        ("PH", "the Philippines"),
        ("EU", "the European Union"),
        ("LA", "Laos"),
    ],
)
def test_countries_with_a_common_noun_in_their_name_want_an_article(english: Wording, code: str, shown: str):
    assert english.the(code) == shown


def test_quotation_marks_are_not_doubled(english: Wording):
    assert english.quoted("「四不」") == "「四不」"
    assert english.quoted("四不") == "“四不”"
    assert english.quoted("共建“一带一路”") == "「共建“一带一路”」"


def test_a_mechanism_is_found_under_half_its_quotation_marks(english: Wording):
    assert english.mechanism("一带一路”国际合作高峰论坛") == "“一带一路”国际合作高峰论坛"


def test_places_are_known_by_every_form_of_their_name(english: Wording):
    assert english.place("河內") == english.place("河内") == "Hanoi"
    assert english.country_of("河內") == "VN"
    assert english.place("某村") == "某村"
    assert english.country_of("某村") is None


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2023-12-12", "2023-12-13", "12–13 tháng 12 năm 2023"),
        ("2022-10-30", "2022-11-02", "30 tháng 10 đến 2 tháng 11 năm 2022"),
        ("2023-12", "2023-12", "tháng 12 năm 2023"),
        ("2023", None, "năm 2023"),
    ],
)
def test_vietnamese_days(vietnamese: Wording, start: str, end: str | None, shown: str):
    assert vietnamese.days(start, end) == shown
    assert vietnamese.on(start, end) == f"{shown[0].upper()}{shown[1:]}: "


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (175600000000, "USD", "175,6 tỷ USD"),
        (2500000000000, "VND", "2,5 nghìn tỷ đồng"),
        (24.6, "percent", "24,6%"),
        (3453, "project", "3.453 dự án"),
        (1, "company", "1 doanh nghiệp"),
    ],
)
def test_vietnamese_amounts(vietnamese: Wording, value: float, unit: str, shown: str):
    assert vietnamese.amount(value, unit) == shown


def test_vietnamese_names_of_countries_places_people_and_mechanisms(vietnamese: Wording):
    assert (vietnamese.the("US"), vietnamese.the("ADB")) == ("Hoa Kỳ", "ADB")
    assert vietnamese.place("河內") == "Hà Nội"
    assert vietnamese.place("金边") == "Phnôm Pênh"
    assert vietnamese.rendering(["某人", "蘇林"], "VN") == "Tô Lâm"
    assert vietnamese.rendering(["熊波"], "CN") == "Hùng Ba"
    assert vietnamese.rendering(["某人"], "VN") is None
    assert vietnamese.mechanism("东盟地区论坛") == "Diễn đàn Khu vực ASEAN (东盟地区论坛)"
    assert vietnamese.phrase("一个中国原则") == "“一个中国原则” (nguyên tắc một Trung Quốc)"


def test_others_are_counted_by_what_they_are(english: Wording, vietnamese: Wording):
    assert english.some(["a", "b"], 1, other_documents) == "a and 1 other document"
    assert vietnamese.some(["a", "b", "c"], 1) == "a và 2 nơi khác"
    assert vietnamese.some(["a", "b", "c"], 1, other_documents) == "a và 2 văn kiện khác"


def test_a_public_figure_is_known_in_english_without_any_article(english: Wording):
    assert english.english_name(["蘇林"], "VN") == "To Lam"
    assert english.english_name(["苏林"], "FR") is None
