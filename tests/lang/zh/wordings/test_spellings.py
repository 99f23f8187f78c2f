"""The ways one wording may be spelt."""

import pytest

from bilat.lang.zh.wordings.spellings import spellings


@pytest.mark.parametrize(
    ("wording", "spelt"),
    [
        ("互利、共贏", ["互利、共赢", "互利,共赢", "互利共赢", "互利和共赢", "互利与共赢"]),
        ("共建“一带一路”", ["共建“一带一路”", "共建一带一路", '共建"一带一路"', "共建‘一带一路’"]),
        ("中国—东盟", ["中国—东盟", "中国-东盟", "中国东盟"]),
        ("政治互信", ["政治互信"]),
    ],
)
def test_a_wording_is_listed_once_and_spelt_in_many_ways(wording: str, spelt: list[str]) -> None:
    every = list(spellings(wording))
    assert every[0] == spelt[0]
    assert set(spelt) <= set(every)
    assert len(set(every)) == len(every)


def test_only_the_last_mark_of_a_list_becomes_a_word() -> None:
    assert "甲、乙和丙" in spellings("甲、乙、丙")
    assert "甲和乙和丙" not in spellings("甲、乙、丙")
