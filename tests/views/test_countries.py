"""A country is found by whatever people call it."""

import pytest

from bilat.errors import UsageError
from bilat.views.countries import country_code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("CN", "CN"),
        ("vn", "VN"),
        ("越南", "VN"),
        ("中国", "CN"),
        ("中國", "CN"),
        ("vietnam", "VN"),
        ("China", "CN"),
        (" Việt Nam ", "VN"),
        ("越", "VN"),
        ("asean", "ASEAN"),
        ("东盟", "ASEAN"),
    ],
)
def test_codes_and_names_in_any_script_and_case_name_a_country(word: str, code: str):
    assert country_code(word) == code


def test_an_unknown_country_is_answered_with_near_ones():
    with pytest.raises(UsageError, match=r"'Vietnm'.*VN \(vietnam\)"):
        country_code("Vietnm")


def test_a_word_near_nothing_is_answered_with_examples():
    with pytest.raises(UsageError, match="a code such as CN"):
        country_code("qqqqqqqq")
