"""What reports of one event tell differently."""

from bilat.link.events.differences import differences
from bilat.link.events.report import ready
from bilat.model.linking import Difference, Telling
from tests.link.made import Kin, linked, telling


def found(*tellings: Telling) -> list[tuple[str, str, list[tuple[str, int]]]]:
    (event,) = linked(*tellings)
    return [plain(difference) for difference in event.differences]


def plain(difference: Difference) -> tuple[str, str, list[tuple[str, int]]]:
    return difference.field, difference.kind, [(v.value, len(v.tellings)) for v in difference.values]


def differences_of(*tellings: Telling) -> tuple[Difference, ...]:
    """The differences of reports as they are given, their documents too, on the day most of them tell."""
    reports = [
        ready(t._replace(number=at), Kin(), lambda taker, day: None)  # noqa: ARG005 -- nobody holds an office
        for at, t in enumerate(tellings)
    ]
    return differences(reports, "2023-05-08", Kin())


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


def test_what_is_announced_for_the_day_of_the_news_and_by_who_names_the_right_day_has_not_moved():
    held = telling("visit", "习近平/CN", "2023-05-08", host="VN")
    ahead = telling("visit", "习近平/CN", "2023-05-01", host="VN", status="planned", published="2023-05-01")
    assert not found(ahead, held)
    moved = ahead._replace(start="2023-05-20", end="2023-05-20", document=1)
    right = moved._replace(id="right", start="2023-05-08", end="2023-05-09", published="2023-05-02", document=2)
    assert [d.field for d in differences_of(moved, right, held)] == ["announced_start"]
    assert not differences_of(moved, right._replace(document=1), held)


def test_a_month_that_passed_without_it_was_another():
    held = telling("visit", "习近平/CN", "2023-05-08", host="VN")
    april = telling("visit", "习近平/CN", "2023-04", host="VN", status="planned", published="2023-03-20")
    assert [(d.field, d.values[0].value) for d in differences_of(april._replace(document=1), held)] == [
        ("announced_start", "2023-04")
    ]
    assert not differences_of(april._replace(start="2023-05", document=1), held)


def test_a_document_that_tells_two_days_and_a_day_of_a_longer_session_contradict_nothing():
    one = telling("call", PAIR, "2023-05-08")
    other = telling("call", PAIR, "2023-05-09", publisher="丙台")
    assert differences_of(one, other._replace(document=1))
    assert not differences_of(one, other, one._replace(id="b", document=1))
    first = telling("session", "习近平/CN", "2023-05-08", mechanism="论坛会议")
    second = telling("session", "习近平/CN", "2023-05-09", mechanism="论坛会议", publisher="丙台")
    assert not differences_of(first, second._replace(document=1))


def test_background_contradicts_nothing():
    assert not found(
        telling("call", PAIR, "2023-05-08"), telling("call", PAIR, "2023-05-09", publisher="丙台", background=True)
    )
