"""What can never meet is linked apart, and comes to the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bilat.link.events import link_events
from bilat.link.events.blocks import Blocks, bundles
from bilat.link.events.report import ready
from bilat.model.linking import Telling
from tests.link.made import Kin, telling
from tests.link.test_step_by_step import tellings


def blocks(told: list[Telling], *together: tuple[str, ...]) -> list[list[int]]:
    made = Blocks(Kin())
    for one in told:
        made.add(ready(one, Kin(), lambda _taker, _day: None))
    return made.made(together)


def numbered(told: list[Telling]) -> list[Telling]:
    return [one._replace(number=at, document=at // 2) for at, one in enumerate(told, 1)]


@settings(max_examples=80, deadline=None)
@given(st.lists(tellings(), min_size=1, max_size=14, unique_by=lambda t: t.id))
def test_events_of_blocks_are_those_of_all_tellings(given_: list[Telling]):
    told = numbered(given_)
    found = blocks(told)
    assert sorted(n for block in found for n in block) == [t.number for t in told]
    apart = [
        event._replace(part_of=None)
        for block in found
        for event in link_events([t for t in told if t.number in block], {}, (), Kin())
    ]
    whole = [event._replace(part_of=None) for event in link_events(told, {}, (), Kin())]
    assert sorted(apart, key=lambda event: event.id) == whole


def test_meetings_of_others_are_another_block_and_one_without_a_name_is_in_that_of_its_countries_and_days():
    told = numbered(
        [
            telling("meeting", "李明/CN 范文山/VN", "2023-05-02"),
            telling("meeting", "马丁/FR 王海/CN", "2023-05-02"),
            telling("meeting", "李明/CN 越南*/VN", "2023-05-02"),
            telling("call", "李明/CN 范文山/VN", "2023-05-02"),
            telling("meeting", "李明/CN 越南*/VN", "2025-05-02"),
        ]
    )
    assert blocks(told) == [[1, 3, 5], [2], [4]]
    assert blocks(told[:4]) == [[1, 3], [2], [4]]
    assert blocks(told[:2] + told[3:]) == [[1], [2], [4], [5]]


def test_what_people_put_together_is_in_one_block():
    told = numbered(
        [
            telling("meeting", "李明/CN 范文山/VN", "2023-05-02"),
            telling("call", "马丁/FR 王海/CN", "2023-05-02"),
        ]
    )
    assert blocks(told) == [[1], [2]]
    assert blocks(told, (told[0].id, told[1].id)) == [[1, 2]]


def test_tasks_have_about_as_many_tellings_as_asked_and_no_block_is_cut():
    assert bundles([[1, 4, 5], [2], [3], [6, 7]], 2) == [[1, 4, 5], [2, 3], [6, 7]]


def test_a_report_that_names_the_principals_of_another_meeting_is_in_its_block():
    told = numbered(
        [
            telling("meeting", "李明/CN 范文山/VN 王海/VN", "2023-05-02"),
            telling("meeting", "李明/CN 王海/VN", "2023-05-02"),
            telling("meeting", "李明/CN 阮文/VN", "2023-05-02"),
        ]
    )
    assert blocks(told) == [[1, 2], [3]]
    assert len(link_events(told[:2], {}, (), Kin())) == 1, "they are one event"
