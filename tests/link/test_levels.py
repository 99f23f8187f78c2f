"""Who takes part → how high an event is."""

import pytest

from bilat.link.levels import levels, moved, of_event, of_person
from bilat.model import Level
from bilat.model.linking import Attended, Tenure
from tests.link.made import Kin

LEADERS, MINISTERS, OFFICIALS = Level.LEADERS, Level.MINISTERS, Level.OFFICIALS


def tenure(office: str, first: str | None, last: str | None, actor: str = "a") -> Tenure:
    return Tenure(actor, "VN", office, True, first, last, 3, ())


@pytest.mark.parametrize(
    ("sides", "level"),
    [
        ([LEADERS, MINISTERS], MINISTERS),
        ([LEADERS, OFFICIALS, LEADERS], LEADERS),
        ([MINISTERS], MINISTERS),
        ([], Level.UNKNOWN),
    ],
)
def test_an_event_is_as_high_as_two_sides_reach(sides: list[Level], level: Level):
    assert of_event(sides) == level


@pytest.mark.parametrize(
    ("day", "level"),
    [
        ("2020-06-01", MINISTERS),
        ("2021-06-01", MINISTERS),
        ("2022-12-01", LEADERS),
        ("2023-06-01", LEADERS),
        ("2030-01-01", LEADERS),
        (None, None),
    ],
)
def test_the_office_seen_nearest_to_the_day_counts(day: str | None, level: Level | None):
    held = [tenure("外交部长", "2021-01-01", "2022-01-01"), tenure("总理", "2023-01-01", "2024-01-01")]
    assert of_person([*held, tenure("会长", "2020-01-01", "2030-01-01")], day, Kin()) == level


def test_of_several_offices_at_once_the_highest_counts():
    held = [tenure("外交部长", "2023-01-01", "2024-01-01"), tenure("总理", "2023-05-01", "2024-01-01")]
    assert of_person(held, "2023-06-01", Kin()) == LEADERS
    assert of_person(held, "2023-02-01", Kin()) == MINISTERS


def test_an_office_seen_on_no_known_day_counts_where_there_is_no_other():
    unknown = tenure("总理", None, None)
    assert of_person([unknown], "2023-06-01", Kin()) == LEADERS
    assert of_person([unknown, tenure("外长", "1990-01-01", "1990-01-01")], "2023-06-01", Kin()) == LEADERS
    assert of_person([unknown, tenure("外交部长", "1990-01-01", "1990-01-01")], "2023-06-01", Kin()) == MINISTERS


def test_a_side_is_as_high_as_its_highest_and_a_bare_office_is_one():
    sides = [
        Attended(1, "2023-06-01", "a", "甲", "VN"),
        Attended(1, "2023-06-01", "b", "乙", "VN"),
        Attended(1, "2023-06-01", None, "外长", "CN"),
        Attended(2, "2023-06-01", None, "中国", "CN"),
        Attended(3, "2023-06-01", "a", "甲", "VN"),
        Attended(3, "2023-06-01", None, "中国", "CN"),
    ]
    held = {"a": tenure("总理", "2023-01-01", "2024-01-01"), "b": tenure("外交部长", "2023-01-01", "2024-01-01", "b")}
    found = levels(sides, lambda actors: [held[actor] for actor in actors], Kin())
    assert found == {1: "ministers", 2: "unknown", 3: "leaders"}


def test_only_days_that_a_tenure_covers_newly_or_no_more_are_asked_again():
    old, new = tenure("总理", "2023-02-01", "2023-06-01"), tenure("总理", "2023-01-01", "2023-05-01")
    assert moved(old, old) is None
    assert moved(old, new) == ("2023-02-01", "2023-05-01")
    assert moved(None, new) == ("9999-12-31", "0000-01-01")
