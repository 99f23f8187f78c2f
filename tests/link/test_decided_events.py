"""Decisions on events: tellings merged, split off, rejected; fields set."""

import random

import pytest

from bilat.link import doubts, link_with_homes, rule
from bilat.link.calendar import Calendar
from bilat.link.decisions import parse
from bilat.link.events.tree import happening
from bilat.link.rulings import pair_of
from bilat.model.doubt import Doubt
from bilat.model.linking import Linked, Telling
from tests.link.made import Kin, telling, told

PAIR = "李明/CN 范文山/VN"
BY = "| x | 2024-01-31 | y"


def day(number: int, publisher: str = "甲社", **more: object) -> Telling:
    return telling("meeting", PAIR, f"2023-05-{number:02d}", publisher=publisher, **more)  # pyright: ignore[reportArgumentType]


def id_(at: int) -> str:
    return f"{at:016x}"


def decided(tellings: list[Telling], *lines: str) -> list[Linked]:
    numbered = [t._replace(number=at, document=at, id=id_(at)) for at, t in enumerate(tellings)]
    ledger = parse("\n".join(f"{line} {BY}" for line in lines).encode())
    assert ledger.faults == ()
    rulings = rule(ledger.decisions, {t.id: "telling" for t in numbered})
    events, homes = link_with_homes(numbered, {}, (), Kin(), rulings)
    shuffled = random.Random(1).sample(numbered, len(numbered))
    assert link_with_homes(shuffled, {}, (), Kin(), rulings) == (events, homes)
    return sorted(events, key=lambda event: min(told(event)))


def groups(events: list[Linked]) -> list[list[int]]:
    return [sorted(told(event)) for event in events]


def test_two_events_become_one():
    days = [day(8), day(20), day(20, "乙报")]
    assert groups(decided(days)) == [[0], [1, 2]]
    (event,) = decided(days, f"merge {id_(0)} {id_(2)}")
    assert sorted(told(event)) == [0, 1, 2]
    assert event.start == "2023-05-20"


def test_a_telling_leaves_an_event_and_makes_its_own():
    days = [day(8), day(8, "乙报"), day(8, "丙台")]
    assert groups(decided(days, f"split {id_(1)} from {id_(0)}")) == [[0, 2], [1]]
    assert groups(decided(days, f"split {id_(1)} {id_(2)} from {id_(0)}")) == [[0], [1, 2]]


def test_what_was_split_off_can_be_merged_with_another_event():
    days = [day(8), day(8, "乙报"), day(20)]
    lines = [f"split {id_(1)} from {id_(0)}", f"merge {id_(1)} {id_(2)}"]
    assert groups(decided(days, *lines)) == groups(decided(days, *lines[::-1])) == [[0], [1, 2]]


def test_a_merge_of_two_events_brings_nothing_back_that_was_split_off():
    days = [day(8), day(8, "乙报"), day(20), day(20, "乙报")]
    found = decided(days, f"merge {id_(0)} {id_(2)}", f"split {id_(1)} from {id_(3)}")
    assert groups(found) == [[0, 2, 3], [1]]


def test_a_telling_is_rejected_everywhere_or_from_one_event():
    days = [day(8), day(8, "乙报")]
    assert groups(decided(days, f"reject {id_(1)}")) == [[0]]
    assert groups(decided(days, f"reject {id_(1)} from {id_(0)}")) == [[0]]
    assert decided(days, f"reject {id_(0)} {id_(1)}") == []


def test_a_telling_of_three_meetings_is_rejected_from_one():
    three = [
        telling("meeting", "李明/CN 范文山/VN", "2023-05-09"),
        telling("meeting", "李明/CN 王海/VN", "2023-05-09"),
        telling("meeting", "李明/CN 范文山/VN 王海/VN", "2023-05-09", publisher="乙报"),
    ]
    assert groups(decided(three)) == [[0, 2], [1, 2]]
    assert groups(decided(three, f"reject {id_(2)} from {id_(1)}")) == [[0, 2], [1]]


def test_what_is_confirmed_is_not_inferred_any_more():
    two = [day(9), telling("meeting", "李明/CN 越南*/VN", "2023-05-09", publisher="乙报")]
    (event,) = decided(two)
    assert [each.inferred for each in event.tellings] == [False, True]
    (event,) = decided(two, f"confirm {id_(1)} {id_(0)}")
    assert [each.inferred for each in event.tellings] == [False, False]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["status cancelled"], ("cancelled", "2023-05-08", "2023-05-08", None)),
        (["place 河内"], ("held", "2023-05-08", "2023-05-08", "河内")),
        (["start 2023-05-09"], ("held", "2023-05-09", "2023-05-09", None)),
        (["end 2023-05-10", "start 2023-05-08"], ("held", "2023-05-08", "2023-05-10", None)),
        (["end 2023-05-01", "start 2023-05-08"], ("held", "2023-05-08", None, None)),
        (["start unknown"], ("held", None, None, None)),
        (["place 北京", "place unknown"], ("held", "2023-05-08", "2023-05-08", None)),
    ],
)
def test_fields_of_an_event_are_set(lines: list[str], found: tuple[str | None, ...]):
    (event,) = decided([day(8)], *(f"set {id_(0)} {line}" for line in lines))
    assert (event.status, event.start, event.end, event.place) == found


def doubtful(tellings: list[Telling], *lines: str) -> list[Doubt]:
    numbered = [t._replace(number=at, document=at, id=id_(at)) for at, t in enumerate(tellings)]
    decisions = parse("\n".join(f"{line} {BY}" for line in lines).encode()).decisions
    rulings = rule(decisions, {t.id: "telling" for t in numbered})
    events, homes = link_with_homes(numbered, {}, (), Kin(), rulings)
    happened = [happening(event)._replace(earliest=event.start, latest=event.end) for event in events]
    calendar = Calendar(lambda kind, _first, _last: [each for each in happened if each.type == kind], doubts.who)
    kept = {pair_of(homes[a], homes[b]) for ids, b in rulings.moved for a in ids}
    near = doubts.near(happened, calendar.find, kept)
    return [*near, *(doubt for event in events for doubt in doubts.inferred(event, id_))]


def test_events_that_nearly_were_one_are_doubts_until_someone_decides():
    days = [day(8), day(9), day(8, "乙报"), day(9, "乙报")]
    (doubt,) = doubtful(days)
    assert (doubt.one, doubt.other, doubt.joined, doubt.why) == (id_(0), id_(1), False, "near")
    assert doubtful(days, f"split {id_(1)} from {id_(0)}") == []
    assert doubtful(days, f"merge {id_(1)} {id_(0)}") == []


def test_events_with_other_people_or_weeks_apart_are_no_doubts():
    assert doubtful([day(8), day(28)]) == []
    assert doubtful([day(8), telling("meeting", "李明/CN 王海/VN", "2023-05-08")]) == []


def test_a_report_that_names_a_country_only_is_a_doubt():
    (doubt,) = doubtful([day(9), telling("meeting", "李明/CN 越南*/VN", "2023-05-09", publisher="乙报")])
    assert (doubt.one, doubt.joined, doubt.why) == (id_(1), True, "inferred")


def test_sessions_whose_names_share_little_are_no_doubt():
    def session(number: int, name: str) -> Telling:
        return telling("session", PAIR, f"2023-05-{number:02d}", mechanism=name)

    assert doubtful([session(8, "边境贸易论坛"), session(9, "外长会晤")]) == []
    assert [doubt.why for doubt in doubtful([session(8, "边境贸易论坛"), session(9, "边贸论坛")])] == ["near"]
