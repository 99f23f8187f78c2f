"""Three languages answer linking as one: one person, one office, one place, one event."""

import pytest

from bilat.build.weaving import kin_of
from bilat.lang.base import Post
from bilat.link import unite
from bilat.link.kin import Kins
from bilat.model.linking import Naming
from tests.link.made import Kin, naming


@pytest.fixture(scope="module")
def kins() -> Kins:
    return kin_of(())


def person(name: str, country: str, title: str | None = None, document: int = 1) -> Naming:
    """A naming whose name is folded already."""
    return naming(name, country, title, document)


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (("苏林", "to lam"), "VN"),
        (("阮富仲", "nguyen phu trong"), "VN"),
        (("武文赏", "vo van thuong"), "VN"),
        (("王毅", "wang yi", "vuong nghi"), "CN"),
        (("何立峰", "he lifeng", "ha lap phong"), "CN"),
        (("拜登", "joe biden", "joseph r. biden, jr."), "US"),
        (("马克龙", "马克宏", "emmanuel macron"), "FR"),
        (("岸田文雄", "kishida fumio", "fumio kishida"), "JP"),
    ],
)
def test_one_person_in_several_languages(kins: Kins, names: tuple[str, ...], country: str):
    actors = unite([person(name, country, document=at) for at, name in enumerate(names)], kins)
    assert len({actors[f"{name}/{country}"] for name in names}) == 1


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (("李勇", "李永", "li yong"), "CN"),
        (("李勇", "li yong"), "FR"),
        (("王毅", "wang yang"), "CN"),
        (("赵乐际", "zhao keji"), "CN"),
        (("特拉斯", "boris johnson"), "GB"),
    ],
    ids=["two who are read alike", "of a country without readings", "another", "nearly", "another foreigner"],
)
def test_what_is_not_told_to_be_one_stays_apart(kins: Kins, names: tuple[str, ...], country: str):
    assert unite([person(name, country, document=at) for at, name in enumerate(names)], kins).of == {}


def test_of_two_who_are_read_alike_the_one_in_the_office_is_meant(kins: Kins):
    known = [person("李勇", "CN", "商务部长"), person("李永", "CN", "教授", 2)]
    actors = unite([*known, person("li yong", "CN", "Minister of Commerce", 3)], kins)
    assert actors["李勇/CN"] == actors["li yong/CN"] != actors["李永/CN"]


def test_a_name_written_by_sound_meets_its_letters_in_an_office_of_one_holder(kins: Kins):
    told = [person("库兹马诺夫", "BG", "总统", at) for at in range(3)]
    told += [person("ivan kuzmanov", "BG", "President", at) for at in range(3, 6)]
    assert unite(told, kins)["库兹马诺夫/BG"] == unite(told, kins)["ivan kuzmanov/BG"]
    other = [one._replace(title="Minister of Sport") if one.title == "President" else one for one in told]
    assert unite(other, kins).of == {}


def test_a_reading_that_differs_in_a_syllable_is_somebody_else(kins: Kins):
    said = naming("ly khac cuong", "CN", document=1, aliases=("ly cuong",))
    actors = unite([said, person("ly cuong", "CN", document=2), person("李强", "CN", document=3)], kins)
    assert actors["ly cuong/CN"] == actors["李强/CN"] != actors["ly khac cuong/CN"]


@pytest.mark.parametrize(
    ("han", "latin", "country"),
    [("马克龙", "brigitte macron", "FR"), ("马克宏", "brigitte macron", "FR"), ("克林顿", "hillary clinton", "US")],
)
def test_a_name_beside_the_one_of_a_public_figure_may_be_somebody_elses(kins: Kins, han: str, latin: str, country: str):
    told = [naming(han, country, document=1, aliases=(latin,)), person(latin, country, document=2)]
    assert unite(told, kins).of == {}


def test_two_public_figures_stay_two(kins: Kins):
    told = [person(name, "IL", "国防部长", at) for name in ("卡茨", "甘茨") for at in range(4)]
    told = [one._replace(document=at) for at, one in enumerate(told)]
    assert unite(told, kins).of == {}


def test_who_has_the_surname_of_a_public_figure_is_not_that_person(kins: Kins):
    told = [person("biden", "US", "President", at) for at in range(3)]
    told += [person("jill biden", "US", "President", at) for at in range(3, 6)]
    assert unite(told, kins).of == {}


@pytest.mark.parametrize(
    ("title", "country", "offices"),
    [
        ("President", "US", ["总统"]),
        ("President", "CN", ["国家主席"]),
        ("Tổng Bí thư, Chủ tịch nước", "VN", ["总书记", "国家主席"]),
        ("General Secretary of the Communist Party of Vietnam", "VN", ["总书记"]),
        ("Bộ trưởng Bộ Ngoại giao", "VN", ["外交部长"]),
        ("Foreign Minister", "CN", ["外交部长"]),
        ("外长", "CN", ["外交部长"]),
        ("Foreign Minister", "JP", ["外交大臣"]),
        ("Secretary of State", "US", ["国务卿"]),
        ("Ngoại trưởng", "US", ["国务卿"]),
        ("Assistant to the President for National Security Affairs", "US", ["国家安全顾问"]),
        ("Deputy Prime Minister and Minister of Foreign Affairs", "VN", ["副总理", "外交部长"]),
        ("former President", "US", []),
        ("President-elect", "US", ["president-elect"]),
        ("President's adviser", "US", ["adviser"]),
        ("President of the Chamber of Commerce", "US", []),
        ("nguyên Thủ tướng", "VN", []),
        ("", "US", []),
    ],
)
def test_titles_of_three_languages_name_one_office(kins: Kins, title: str, country: str, offices: list[str]):
    assert [post.name for post in kins.posts(title, country)] == offices


def test_offices_of_one_holder_are_so_in_every_language(kins: Kins):
    assert kins.posts("Foreign Minister", "VN") == kins.posts("外长", "VN") == (Post("外交部长", sole=True),)


@pytest.mark.parametrize(
    "places",
    [("河内", "Hanoi", "Ha Noi", "Hà Nội"), ("北京", "Beijing", "Bắc Kinh"), ("上海", "Shanghai", "Thượng Hải")],
)
def test_places_have_one_name(kins: Kins, places: tuple[str, ...]):
    assert len({kins.same_place(place) for place in places}) == 1
    assert len({kins.country_of(place) for place in places if place != "Ha Noi"}) == 1


def test_a_joint_statement_is_one_in_every_language(kins: Kins):
    assert all(map(kins.is_statement, ("联合声明", "Joint Statement", "Tuyên bố chung")))
    assert not any(map(kins.is_statement, ("合作协议", "Memorandum of Understanding", "Bản ghi nhớ")))


def test_spellings_of_several_tables_are_put_together():
    class Other(Kin):
        def spellings(self) -> tuple[tuple[str, ...], ...]:
            return (("川普", "donald trump"),)

    assert {frozenset(names) for names in Kins((Other(), Kin())).spellings()} == {
        frozenset({"特朗普", "川普", "donald trump"})
    }


def test_one_session_in_several_languages(kins: Kins):
    names = (
        "中越双边合作指导委员会第十五次会议",
        "Ủy ban Chỉ đạo hợp tác song phương Việt Nam - Trung Quốc",
        "China-Vietnam Steering Committee for Bilateral Cooperation",
    )
    assert {kins.meeting_name(name) for name in names} == {kins.meeting_name(names[0])}
