"""What reports of one event tell differently."""

from bilat.model.linking import Difference, Telling
from tests.link.made import linked, telling


def found(*tellings: Telling) -> list[tuple[str, str, list[tuple[str, int]]]]:
    (event,) = linked(*tellings)
    return [plain(difference) for difference in event.differences]


def plain(difference: Difference) -> tuple[str, str, list[tuple[str, int]]]:
    return difference.field, difference.kind, [(v.value, len(v.tellings)) for v in difference.values]


PAIR = "习近平/CN 阮富仲/VN"


def test_days_and_cities_that_differ_are_named_with_how_many_tell_them():
    days = found(
        telling("call", PAIR, "2023-05-08"),
        telling("call", PAIR, "2023-05-08", publisher="乙报"),
        telling("call", PAIR, "2023-05-09", publisher="丙台"),
    )
    assert days == [("start", "contradiction", [("2023-05-08", 2), ("2023-05-09", 1)])]
    places = found(
        telling("meeting", PAIR, "2023-05-08", place="河内"),
        telling("meeting", PAIR, "2023-05-08", place="北京", publisher="乙报"),
    )
    assert [field for field, _, _ in places] == ["place"]


def test_a_country_is_no_contradiction_to_a_city_and_a_part_of_a_visit_none_to_the_whole():
    assert not found(
        telling("meeting", PAIR, "2023-05-08", place="河内"),
        telling("meeting", PAIR, "2023-05-08", place="越南", publisher="乙报"),
    )
    assert not found(
        telling("visit", "习近平/CN", "2023-05-08", end="2023-05-09", host="VN"),
        telling("visit", "习近平/CN", "2023-05-09", host="VN", publisher="乙报"),
    )


def test_what_was_announced_for_another_day_has_moved():
    moved = found(
        telling("visit", "习近平/CN", "2023-05-20", host="VN", status="planned", published="2023-05-01"),
        telling("visit", "习近平/CN", "2023-05-08", host="VN"),
    )
    assert moved == [("announced_start", "moved", [("2023-05-20", 1)])]


def test_background_contradicts_nothing():
    assert not found(
        telling("call", PAIR, "2023-05-08"), telling("call", PAIR, "2023-05-09", publisher="丙台", background=True)
    )
