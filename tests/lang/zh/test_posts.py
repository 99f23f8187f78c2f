"""Titles, and the offices that they name."""

import pytest

from bilat.lang.zh.kin.posts import posts
from bilat.packs import load


@pytest.mark.parametrize(
    ("title", "offices"),
    [
        ("中共中央总书记、国家主席", ["总书记", "国家主席"]),
        ("國務院總理", ["总理"]),
        ("前外长", []),
        ("国家主席夫人", []),
        ("中共中央总书记、国家主席陈宏远夫人", []),
        ("总统夫人、教授", ["教授"]),
    ],
)
def test_a_title_names_the_offices_of_its_bearer_not_those_of_somebody_else(title: str, offices: list[str]) -> None:
    assert [post.name for post in posts(load()).of(title)] == offices
