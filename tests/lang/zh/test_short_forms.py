"""Short forms of countries, and words as one pattern."""

import re

import pytest

from bilat.lang.alternation import alternation
from bilat.lang.zh.short_forms import short_forms
from bilat.packs import load

FORMS = short_forms(load().only("zh"))


@pytest.mark.parametrize(("form", "code"), [("中", "CN"), ("越", "VN"), ("美", "US"), ("欧", "EU")])
def test_a_short_form_stands_for_its_country_or_organisation(form: str, code: str) -> None:
    assert code in FORMS.actors[form]
    assert form in FORMS.singles
    assert (form in FORMS.countries) == (code != "EU")


def test_a_form_that_several_share_has_each_of_them_once() -> None:
    shared = [codes for codes in FORMS.actors.values() if len(codes) > 1]
    assert shared
    assert all(len(set(codes)) == len(codes) for codes in shared)


def test_the_longest_of_some_words_is_matched() -> None:
    pattern = re.compile(alternation(["中国", "中", "中国人", "a+b", "中国"]))
    assert [pattern.match(text).group() for text in ("中国人民", "中国的", "中方", "a+b")] == [  # pyright: ignore[reportOptionalMemberAccess]
        "中国人",
        "中国",
        "中",
        "a+b",
    ]
    assert alternation([]) == ""
