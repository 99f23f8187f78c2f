"""How high an office is, by the words that end it."""

import pytest

from bilat.lang.zh.kin import ChineseKin
from bilat.model import Level
from bilat.packs import load


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("国家主席", Level.LEADERS),
        ("新任总统", Level.LEADERS),
        ("總書記", Level.LEADERS),
        ("副总理", Level.MINISTERS),
        ("外交部长", Level.MINISTERS),
        ("外交部副部长", Level.OFFICIALS),
        ("驻华大使", Level.OFFICIALS),
        ("国务卿", Level.MINISTERS),
        ("常务副国务卿", Level.OFFICIALS),
        ("国会主席", Level.MINISTERS),
        ("董事长", None),
        ("商会主席", None),
        ("学者", None),
    ],
)
def test_the_longest_ending_tells_the_level(office: str, level: Level | None):
    assert ChineseKin(load()).level(office) == level
