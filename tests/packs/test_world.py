"""What the world pack knows, and that it does not contradict itself."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

import pytest

from bilat.lang.zh.fold import fold
from bilat.packs import load
from bilat.packs.rows import Body, Mechanism, Organisation, Place

PACKS = load()


def country_of(name: str) -> str | None:
    """The code of the country with this name."""
    return next((country.code for country in PACKS.countries if fold(name) in map(fold, country.zh)), None)


def place_of(name: str) -> Place | None:
    """The place with this name."""
    return next((p for p in PACKS.places if fold(name) in map(fold, (p.name, *p.aliases))), None)


def organisation_of(name: str) -> Organisation | None:
    """The organisation with this name."""
    return next((o for o in PACKS.organisations if fold(name) in map(fold, o.zh)), None)


def body_of(name: str) -> Body | None:
    """The body with this name."""
    return next((b for b in PACKS.bodies if fold(name) in map(fold, b.names)), None)


def mechanism_of(name: str) -> Mechanism | None:
    """The mechanism with this name."""
    return next((m for m in PACKS.mechanisms if fold(name) in map(fold, (m.name, *m.aliases))), None)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("寮國", "LA"),
        ("老挝人民民主共和国", "LA"),
        ("紐西蘭", "NZ"),
        ("沙烏地阿拉伯", "SA"),
        ("沙特", "SA"),
        ("北韓", "KP"),
        ("大韩民国", "KR"),
        ("義大利", "IT"),
        ("阿联酋", "AE"),
        ("阿拉伯聯合大公國", "AE"),
        ("刚果（金）", "CD"),
        ("刚果(布)", "CG"),
        ("多米尼克", "DM"),
        ("多米尼加", "DO"),
        ("喬治亞", "GE"),
        ("格鲁吉亚", "GE"),
        ("几内亚比绍", "GW"),
        ("赤道几内亚", "GQ"),
        ("巴布亚新几内亚", "PG"),
        ("几内亚", "GN"),
        ("尼日尔", "NE"),
        ("尼日利亚", "NG"),
        ("教廷", "VA"),
        ("科索沃", "XK"),
        ("尼泊尔联邦民主共和国", "NP"),
        ("瑙鲁共和国", "NR"),
        ("俄罗斯联邦", "RU"),
        ("约旦", "JO"),
    ],
)
def test_a_country_is_known_by_its_names_in_every_region(name: str, code: str) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    "name", ["马里兰", "马里乌波尔", "佐治亚州", "约旦河", "几内亚湾", "印度洋", "刚果河", "朝鲜半岛"]
)
def test_a_place_that_begins_like_a_country_is_no_country(name: str) -> None:
    assert country_of(name) is None
    assert place_of(name) is not None


def test_every_member_state_of_the_united_nations_is_there_and_more() -> None:
    assert len({country.code for country in PACKS.countries if country.capital}) > 193


def test_short_forms_are_short_and_may_be_shared() -> None:
    users: dict[str, set[str]] = {}
    for country in PACKS.countries:
        for short in country.short:
            assert 1 <= len(short) <= 2, country
            users.setdefault(short, set()).add(country.code)
    assert users["越"] == {"VN"}
    assert users["美"] == {"US"}
    assert {"MY", "MV", "ML", "MG"} <= users["马"]
    assert {"KZ"} == users["哈"]


def test_every_capital_is_a_city_of_its_country() -> None:
    for country in PACKS.countries:
        if country.capital:
            place = place_of(country.capital)
            assert place is not None, country.capital
            assert (place.kind, place.country) in (("city", country.code), ("city", "")) or country.capital == "金斯敦"


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("人民大会堂", "北京"),
        ("中南海", "北京"),
        ("釣魚台國賓館", "北京"),
        ("克里姆林宫", "莫斯科"),
        ("白宮", "华盛顿"),
        ("唐寧街10號", "伦敦"),
        ("青瓦台", "首尔"),
        ("斐洛里庄园", "旧金山"),
        ("萬國宮", "日内瓦"),
        ("马拉坎南宫", "马尼拉"),
        ("巴亭大会堂", "河内"),
    ],
)
def test_a_venue_stands_in_its_city(name: str, city: str) -> None:
    place = place_of(name)
    assert place is not None
    assert (place.kind, place.city) == ("venue", city)


def test_every_venues_city_is_a_place_of_the_same_country() -> None:
    for venue in PACKS.places:
        assert (venue.kind == "venue") or not venue.city, venue
        if venue.city:
            city = place_of(venue.city)
            assert city is not None, venue
            assert city.country == venue.country or not city.country, venue


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("雪梨", "AU"),
        ("漢城", "KR"),
        ("華府", "US"),
        ("奈洛比", "KE"),
        ("杜拜", "AE"),
        ("杜哈", "QA"),
        ("利雅德", "SA"),
        ("耶加達", "ID"),
        ("永珍", "LA"),
        ("广宁省", "VN"),
        ("喬治亞州", "US"),
        ("海参崴", "RU"),
        ("太原", "CN"),
        ("耶路撒冷", ""),
        ("南海", ""),
    ],
)
def test_a_place_is_known_by_its_names_in_every_region(name: str, country: str) -> None:
    place = place_of(name)
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(
    ("name", "code"),
    [("東協", "ASEAN"), ("世衛", "WHO"), ("非洲联盟", "AU-ORG"), ("北約", "NATO"), ("阿盟", "LAS"), ("议联", "IPU")],
)
def test_an_organisation_has_its_usual_code(name: str, code: str) -> None:
    organisation = organisation_of(name)
    assert organisation is not None
    assert organisation.code == code


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("越共中央", "VN"),
        ("中共中央", "CN"),
        ("国务院", "CN"),
        ("美国国务院", "US"),
        ("劳动党", "KP"),
        ("人民革命党", "LA"),
        ("人民行动党", "SG"),
        ("公明黨", "JP"),
        ("哈马斯", "PS"),
        ("真主党", "LB"),
        ("塔利班", "AF"),
        ("欧盟委员会", "EU"),
        ("外交部", ""),
        ("国会", ""),
        ("央行", ""),
    ],
)
def test_a_body_has_its_country_or_belongs_to_all(name: str, country: str) -> None:
    body = body_of(name)
    assert body is not None
    assert body.country == country


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("越中双边合作指导委员会", ("CN", "VN")),
        ("APEC領袖會議", ("APEC",)),
        ("二十国集团领导人第十九次峰会", None),
        ("上合组织峰会", ("SCO",)),
        ("日中韩外长会", ("CN", "JP", "KR")),
        ("中国—中亚峰会", ("CN", "KG", "KZ", "TJ", "TM", "UZ")),
        ("博鳌亚洲论坛年会", ("BFA",)),
    ],
)
def test_a_mechanism_is_known_by_either_sides_name(name: str, members: tuple[str, ...] | None) -> None:
    mechanism = mechanism_of(name)
    assert (mechanism.members if mechanism else None) == members


def test_the_number_of_a_session_is_no_part_of_a_mechanisms_name() -> None:
    names = chain.from_iterable((m.name, *m.aliases) for m in PACKS.mechanisms)
    assert [name for name in names if re.match(r"第[一二三四五六七八九十]+[届次轮]|首届", name)] == []


def names_by_row() -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """For each table, the names of each row."""
    yield "countries", [country.zh for country in PACKS.countries]
    yield "organisations", [organisation.zh for organisation in PACKS.organisations]
    yield "places", [(place.name, *place.aliases) for place in PACKS.places]
    yield "bodies", [body.names for body in PACKS.bodies]
    yield "mechanisms", [(mechanism.name, *mechanism.aliases) for mechanism in PACKS.mechanisms]


def shared(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Words that name two rows once scripts and widths are folded together."""
    owner: dict[str, int] = {}
    return [name for at, names in enumerate(rows) for name in names if owner.setdefault(fold(name), at) != at]


def test_no_word_names_two_rows_in_two_scripts() -> None:
    for table, rows in names_by_row():
        assert shared(rows) == [], table


def test_names_are_of_two_characters_at_least() -> None:
    for table, rows in names_by_row():
        assert [name for name in chain.from_iterable(rows) if len(name) < 2] == [], table


@pytest.mark.parametrize(
    ("word", "around"),
    [
        ("尼斯", "约翰尼斯"),
        ("德里", "罗德里格斯"),
        ("达曼", "尚达曼"),
        ("贝伦", "范德贝伦"),
        ("哈马", "哈马德"),
        ("科隆", "科隆纳"),
        ("台中", "总台中国"),
        ("会安", "议会安排"),
        ("边和", "双边和多边"),
        ("下关", "形势下关系"),
        ("国务委员会", "国务委员会见"),
        ("大庆", "重大庆典"),
        ("以军", "以军事手段"),
    ],
)
def test_a_name_that_would_cut_other_words_is_not_listed(word: str, around: str) -> None:
    assert word in around
    assert all(word != fold(name) for _, rows in names_by_row() for name in chain.from_iterable(rows))
