"""Which version of an article counts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.link import settle
from bilat.model.rows import Settled, Version


def version(number: int, given: str = "", url: str | None = None, day: str = "2023-01-01", text: str = "") -> Version:
    return Version(number, given or f"id{number}", url, day, text or f"t{number}", f"{number:08d}k")


def by_number(settled: list[Settled]) -> list[Settled]:
    return sorted(settled, key=lambda one: one.number)


def decided(*versions: Version) -> dict[int, tuple[str, int | None]]:
    return {s.number: (s.id, s.superseded_by) for s in settle(versions)}


def test_of_two_versions_at_one_address_the_newest_counts():
    old, new = version(1, url="http://a/x"), version(2, url="http://a/x", day="2023-01-02")
    assert decided(old, new) == {1: ("id1", 2), 2: ("id2", None)}


def test_of_three_versions_all_older_ones_point_to_the_newest():
    made = [version(n, url="http://a/x", day=f"2023-01-0{n}") for n in (1, 2, 3)]
    assert {n: by for n, (_, by) in decided(*made).items()} == {1: 3, 2: 3, 3: None}


def test_of_two_of_one_day_the_choice_depends_on_what_they_say_only():
    one, two = version(1, url="http://a/x"), version(2, url="http://a/x")
    assert decided(one, two) == decided(two, one) == {1: ("id1", None), 2: ("id2", 1)}


def test_one_without_a_date_gives_way_to_a_dated_one():
    assert decided(version(1, url="http://a/x", day=""), version(2, url="http://a/x"))[1][1] == 2


def test_the_bare_address_of_a_site_makes_no_versions():
    for url in ("http://a.example", "https://a.example/", None, ""):
        assert decided(version(1, url=url), version(2, url=url)) == {1: ("id1", None), 2: ("id2", None)}


def test_the_same_text_under_the_same_id_counts_once():
    one = version(1, "17", text="t", day="2023-01-02")
    two = version(2, "17", text="t", url="http://a/x")
    assert decided(one, two) == {1: ("17", None), 2: ("17~00000002", 1)}


def test_different_articles_under_one_id_are_both_kept_and_both_count():
    made = decided(version(1, "17", text="a"), version(2, "17", text="b", day="2023-02-01"))
    assert made == {1: ("17~00000001", None), 2: ("17", None)}


_VERSIONS = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.sampled_from([None, "http://a/1", "http://a/2"]),
        st.sampled_from("12"),
        st.sampled_from("st"),
    ),
    max_size=7,
).map(lambda rows: [version(n, given, url, day, text) for n, (given, url, day, text) in enumerate(rows)])


@settings(deadline=None)
@given(_VERSIONS, st.data())
def test_what_counts_does_not_depend_on_the_order(made: list[Version], data: st.DataObject):
    shuffled = data.draw(st.permutations(made))
    settled = by_number(settle(made))
    assert by_number(settle(shuffled)) == settled
    assert len({s.id for s in settled}) == len(made)
    current = {s.number for s in settled if s.superseded_by is None}
    assert all(s.superseded_by in current for s in settled if s.superseded_by is not None)
    assert bool(current) == bool(made)
