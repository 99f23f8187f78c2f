"""Contested names: kept as written, side by side, none preferred."""

from collections.abc import Callable

import pytest

from bilat.model import DisputeKind, DisputeMention, Part
from bilat.packs import load
from bilat.packs.tables.disputes import CONTESTED_KINDS, Contested, ContestedUse

Find = Callable[..., list[DisputeMention]]
SOUTH, EAST, NORTH = "sea-12n113e", "sea-30n125e", "sea-40n135e"
ROWS = load().of(Contested)


def names(found: list[DisputeMention]) -> list[tuple[str, str | None]]:
    """What is written, and the entry it belongs to."""
    return [(mention.written, mention.entry) for mention in found if mention.kind is DisputeKind.NAME]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("黄岩岛", "斯卡伯勒淺灘"),
        ("仁愛礁", "第二托马斯浅滩"),
        ("釣魚台列嶼", "尖阁诸岛"),
        ("独岛", "竹岛"),
        ("西沙群岛", "帕拉塞尔群岛"),
        ("南沙群島", "斯普拉特利群岛"),
        ("馬爾維納斯群島", "福克蘭群島"),
        ("波斯湾", "阿拉伯湾"),
        ("北方四岛", "南千岛群岛"),
        ("藏南", "阿鲁纳恰尔邦"),
        ("埃塞奎博", "艾瑟奎波"),
        ("圣殿山", "尊贵禁地"),
    ],
)
def test_two_names_of_one_place_have_one_entry_and_stay_as_written(find: Find, one: str, other: str) -> None:
    found = names(find(f"双方谈到{one}。"))
    also = names(find(f"双方谈到{other}。"))
    assert [written for written, _ in found + also] == [one, other]
    assert found[0][1] == also[0][1] is not None


@pytest.mark.parametrize(
    ("body", "publisher", "entry"),
    [
        ("渔船驶入东海。", None, None),
        ("渔船驶入东海。", "越通社", SOUTH),
        ("渔船驶入东海。", "VNA", SOUTH),
        ("渔船驶入东海。", "中央社", None),
        ("渔船驶入东海。", "新华社", EAST),
        ("渔船驶入东海。", "法国国际广播电台", None),
        ("越南称南海为东海。", "中央社", SOUTH),
        ("韩国称之为东海。", None, NORTH),
        ("导弹落入日本海（韩国称东海）。", None, NORTH),
        ("导弹落入东海（日本海）。", None, NORTH),
        ("东海与南海。", None, None),
        ("智利称东海很远。", None, None),
    ],
)
def test_a_name_of_several_places_is_decided_by_rule_or_not_at_all(
    find: Find, body: str, publisher: str | None, entry: str | None
) -> None:
    assert ("东海", entry) in names(find(body, publisher=publisher))


@pytest.mark.parametrize(
    "body",
    [
        "会见在中南海举行。",
        "火车开往美国东海岸。",
        "舰艇在台湾以东海域航行。",
        "海南海警救起渔民。",
        "他在钓鱼台国宾馆会见来宾。",
        "日本海关公布了数字。",
        "越南海军来访。",
    ],
)
def test_a_name_inside_another_word_is_no_mention(find: Find, body: str) -> None:
    assert names(find(body)) == []


def test_every_place_of_a_name_is_evidence(find: Find) -> None:
    (mention,) = find("船在黄岩岛。另一艘船也在黄岩岛。")
    assert [ev.quote for ev in mention.evidence] == ["黄岩岛", "黄岩岛"]


def test_two_ways_of_writing_are_two_mentions_of_one_entry(find: Find) -> None:
    found = names(find("船在黄岩岛（斯卡伯勒浅滩）。"))
    assert [written for written, _ in found] == ["黄岩岛", "斯卡伯勒浅滩"]
    assert len({entry for _, entry in found}) == 1


def test_countries_of_the_sentence_are_kept(find: Find) -> None:
    (mention,) = find("菲律宾和越南的船在黄岩岛相遇。")
    assert mention.between == ("PH", "VN")


@pytest.mark.parametrize("part", [Part.TEASER, Part.FOOTER])
def test_other_articles_teasers_are_not_read(find: Find, part: Part) -> None:
    assert find("船在黄岩岛。", part=part) == []


def test_names_stand_in_code_point_order_so_that_none_comes_first_by_choice() -> None:
    assert [row.entry for row in ROWS if list(row.names) != sorted(row.names)] == []
    assert [row.entry for row in ROWS if list(row.parties) != sorted(row.parties)] == []


def test_an_entry_is_named_by_kind_and_degrees_never_by_a_name() -> None:
    for row in ROWS:
        kind, where = row.entry.split("-")
        assert kind == row.kind in CONTESTED_KINDS
        assert set(where) <= set("0123456789.nsew")


def test_an_entry_has_two_names_and_two_parties() -> None:
    assert [row.entry for row in ROWS if len(row.names) < 2 or len(row.parties) < 1] == []
    assert len(ROWS) >= 30


def test_uses_tell_of_names_that_several_entries_share() -> None:
    for use in load().of(ContestedUse):
        sharing = [row.entry for row in ROWS if use.name in row.names]
        assert len(sharing) > 1
        assert use.entry in sharing
