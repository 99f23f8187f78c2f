"""Which names are one person."""

import pytest

from bilat.link import Actors, unite
from bilat.model.linking import Joint, Naming
from tests.link.made import Kin, naming


def joined(*namings: Naming, **more: object) -> Actors:
    return unite(namings, Kin(), **more)  # pyright: ignore[reportArgumentType]


def one(actors: Actors, a: str, b: str) -> bool:
    return actors[a] == actors[b]


@pytest.mark.parametrize(
    ("namings", "why"),
    [
        ([naming("特朗普", "US"), naming("川普", "US", document=2)], "spelling"),
        (
            [
                naming("武文赏", "VN", aliases=("vo van thuong",)),
                naming("武文上", "VN", aliases=("vo van thuong",), document=2),
            ],
            "alias",
        ),
        ([naming("武文赏", "VN", aliases=("vo van thuong",)), naming("vo van thuong", "VN", document=2)], "alias"),
        ([naming("乔·拜登", "US"), naming("拜登", "US", document=2)], "short"),
        ([naming("泽连斯基", "UA", "总统"), naming("泽伦斯基", "UA", "总统", document=2)], "sound"),
        ([naming("林幸宏", "JP"), naming("林幸宏", None, document=2)], "country"),
    ],
)
def test_two_names_are_one_person(namings: list[Naming], why: str):
    actors = joined(*namings)
    assert one(actors, namings[0].local, namings[1].local)
    assert [joint.why for joint in actors.joints] == [why]


@pytest.mark.parametrize(
    "namings",
    [
        [naming("特朗普", "US"), naming("川普", "CA")],
        [naming("阮春福", "VN"), naming("阮富仲", "VN")],
        [naming("萨·扎帕罗夫", "KG"), naming("阿·扎帕罗夫", "KG"), naming("扎帕罗夫", "KG")],
        [naming("泽连斯基", "UA", "总统"), naming("泽伦斯基", "UA", "总统", day="2030-01-01", document=2)],
        [naming("李明", "CN"), naming("李明", "SG"), naming("李明", None)],
        [naming("黎越", "VN", aliases=("le",)), naming("黎明", "VN", aliases=("le",))],
    ],
    ids=["two countries", "two names", "two full names", "years apart", "two of one name", "a surname only"],
)
def test_two_names_stay_two_people(namings: list[Naming]):
    assert joined(*namings).of == {}


def test_documents_that_name_both_speak_against_one_person():
    both = [naming(name, "UA", "总统", document=at) for at in range(3) for name in ("泽连斯基", "泽伦斯基")]
    actors = joined(*both)
    assert actors.of == {}
    assert [joint.why for joint in actors.doubtful] == ["sound"]


def test_who_was_seen_in_which_office_is_learned_with_first_and_last_day():
    actors = joined(
        naming("裴青山", "VN", "外长", day="2023-05-01"),
        naming("裴青山", "VN", "外交部长", document=2, day="2023-09-01"),
        naming("裴青山", "VN", "学者", document=3, day="2024-09-01"),
    )
    (tenure,) = actors.tenures
    assert tenure[1:] == ("VN", "外交部长", True, "2023-05-01", "2023-09-01", 2, ("外交部长", "外长"))


def test_the_order_of_documents_makes_no_difference():
    namings = [
        naming(n, "UA", "总统", document=d) for d, n in enumerate(("泽连斯基", "泽伦斯基", "泽林斯基", "普京基"))
    ]
    assert joined(*namings).of == joined(*namings[::-1]).of


def test_a_person_decides_over_the_rules():
    namings = [
        naming("甲", "CN"),
        naming("乙", "CN", document=2),
        naming("特朗普", "US"),
        naming("川普", "US", document=3),
    ]
    actors = joined(*namings, decided=[Joint("乙/CN", "甲/CN", "decision", 1.0)], apart=[("特朗普/US", "川普/US")])
    assert one(actors, "甲/CN", "乙/CN")
    assert not one(actors, "特朗普/US", "川普/US")


def test_of_a_thousand_names_that_share_one_other_name_twelve_are_joined():
    namings = [naming(f"名{at}", "VN", aliases=("nguyen van hai",), document=at) for at in range(1000)]
    actors = joined(*namings)
    assert len({actors[n.local] for n in namings}) == 1000 - 12 + 1


class Half(Kin):
    """Every two names sound half alike."""

    def likeness(self, one: str, other: str, country: str | None) -> float:
        del country
        return 1.0 if one == other else 0.5


@pytest.mark.parametrize(
    ("days", "same"), [(("2023-04-01", "2023-05-20"), True), (("2023-06-01", "2023-07-20"), False)]
)
def test_half_alike_names_in_one_office_are_one_person_only_when_seen_at_one_time(
    days: tuple[str, str], same: bool
) -> None:
    first = [naming("普京", "RU", "总统", document=n, day=f"2023-0{n}-01") for n in (3, 4, 5)]
    then = [naming("普丁", "RU", "总统", document=10 + n, day=days[n // 2]) for n in (0, 1, 2)]
    assert one(unite([*first, *then], Half()), "普京/RU", "普丁/RU") is same


def test_the_short_name_of_one_is_not_the_full_name_of_another_known_by_other_letters():
    def both(latin: str) -> Actors:
        bearer = naming("罗斯福", "US", "总统", aliases=("franklin roosevelt",))
        return unite([bearer, naming("某·罗斯福", "US", "总统", document=2, aliases=(latin,))], Kin())

    assert not one(both("theodore roosevelt"), "罗斯福/US", "某·罗斯福/US")
    assert one(both("franklin d roosevelt"), "罗斯福/US", "某·罗斯福/US")


@pytest.mark.parametrize(("title", "same"), [("总统", True), ("记者", False)])
def test_a_name_that_is_the_end_of_another_is_it_in_an_office_of_one_holder(title: str, same: bool) -> None:
    found = joined(naming("乔拜登", "US", title, document=1), naming("拜登", "US", title, document=2))
    assert one(found, "乔拜登/US", "拜登/US") is same
