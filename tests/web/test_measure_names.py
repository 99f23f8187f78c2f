"""What figures measure, as pages say it."""

import pytest

from bilat.messages import translator
from bilat.packs import load
from bilat.packs.tables.figures import Measure
from bilat.web.measure_names import measure_name

SAID_SO = ("GDP",)
"""Words that Chinese writes in Latin letters, too."""


def chinese(word: str) -> str:
    return measure_name(word, translator("zh").gettext)


def test_every_measure_of_the_packs_has_a_chinese_name() -> None:
    measures = {row.measure for row in load().of(Measure)}
    assert len(measures) > 100
    plain = {word: chinese(word) for word in measures}
    for said in SAID_SO:
        plain = {word: name.replace(said, "") for word, name in plain.items()}
    assert {word: name for word, name in plain.items() if any(char.isascii() and char.isalpha() for char in name)} == {}


@pytest.mark.parametrize(
    ("word", "english", "name"),
    [
        ("exports_share", "exports, share", "出口，占比"),
        ("gold_reserves_increase", "gold reserves, increase", "黄金储备，增加"),
        ("world_share_trade", "trade, share of the world", "贸易，占全球比重"),
        ("producer_rank_de", "rank as producer, of DE", "生产国名次（DE）"),
    ],
)
def test_names_are_put_together(word: str, english: str, name: str) -> None:
    assert measure_name(word, str) == english
    assert chinese(word) == name


def test_every_measure_of_the_packs_has_a_vietnamese_name() -> None:
    words = {row.measure for row in load().of(Measure)}
    name = translator("vi").gettext
    same = {word for word in words if measure_name(word, name) == measure_name(word, str)}
    assert same <= {"gdp"}
    assert measure_name("exports_share", name) == "xuất khẩu, tỷ trọng"
