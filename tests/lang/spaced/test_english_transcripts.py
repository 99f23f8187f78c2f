"""Press calls and other transcripts in English: questions, `the President`, contacts named between others."""

import pytest

from tests.lang.spaced.reading import Read
from tests.lang.spaced.test_english import told

DAY = "2025-03-12"
"""A Wednesday."""
HEAD = "Background Press Call on the President's Trip"


def call(*lines: str) -> str:
    """A press call in which two speak."""
    return "\n".join(["MODERATOR: Thank you for joining.", "Q Thank you.", *lines])


@pytest.mark.parametrize(
    "asked",
    [
        "Q Mr. President, will you speak with Prime Minister Kari Dahl of Norway this spring?",
        "Q Did President Biden raise it in the meeting with Prime Minister Kari Dahl of Norway?",
    ],
)
def test_what_is_asked_is_not_told(read: Read, asked: str):
    assert read("en", HEAD, call("OFFICIAL: President Biden is well.", asked), DAY).events == []


def test_a_question_that_names_the_day_tells_of_the_contact(read: Read):
    asked = "Q What came of President Biden's meeting with Prime Minister Kari Dahl of Norway on March 11?"
    assert [(e.type, e.start) for e in read("en", HEAD, call(asked), DAY).events] == [("meeting", "2025-03-11")]


def test_the_president_with_a_capital_is_ones_own(read: Read):
    body = call(
        "OFFICIAL: President Joe Biden knows President Pavel Orlov of Russia.",
        "OFFICIAL: The President met Prime Minister Kari Dahl of Norway.",
    )
    (meeting,) = read("en", HEAD, body, DAY, "The White House").events
    assert [p.name for p in meeting.participants] == ["Joe Biden", "Kari Dahl"]


def test_the_president_with_a_small_letter_is_whoever_was_named_last(read: Read):
    body = (
        "President Joe Biden wrote to President Pavel Orlov of Russia. "
        "Later the president met Prime Minister Kari Dahl of Norway in Oslo."
    )
    found = told(read("en", "T", body, DAY, "The White House"))
    assert ("Pavel Orlov", "Kari Dahl") in [each[-1] for each in found]


def test_a_call_about_a_meeting_is_no_call_of_those_who_meet(read: Read):
    body = call(
        "OFFICIAL: Today's call is to preview the meeting of President Biden and Prime Minister Kari Dahl of Norway."
    )
    assert {e.type for e in read("en", HEAD, body, DAY).events} == {"meeting"}


def test_the_day_of_another_contact_is_not_that_of_the_first(read: Read):
    body = (
        "Jake Sullivan met with Norwegian Foreign Minister Ola Berg in Oslo. "
        "Their meeting followed up on the March 3 call between President Biden and Prime Minister Kari Dahl."
    )
    found = told(read("en", "T", body, DAY))
    assert [(each[0], each[2]) for each in found if "Ola Berg" in each[-1]] == [("meeting", None)]


def test_what_was_said_at_the_meeting_is_no_call(read: Read):
    body = (
        "President Biden met with Prime Minister Kari Dahl of Norway in Oslo on Tuesday. "
        "President Biden also spoke to Prime Minister Kari Dahl about fish."
    )
    assert [each[0] for each in told(read("en", "T", body, DAY))] == ["meeting"]


def test_what_was_said_by_telephone_besides_is_a_call(read: Read):
    body = (
        "President Biden met with Prime Minister Kari Dahl of Norway in Oslo on Tuesday. "
        "President Biden spoke to Prime Minister Kari Dahl by phone on March 3."
    )
    assert {each[0] for each in told(read("en", "T", body, DAY))} == {"meeting", "call"}


@pytest.mark.parametrize("ready", ["is willing to", "stands ready to", "is not expected to", "has no plans to"])
def test_to_be_ready_is_no_plan(read: Read, ready: str):
    body = f"President Biden {ready} speak with Prime Minister Kari Dahl of Norway."
    assert told(read("en", "T", body, DAY)) == []


def test_what_is_worked_towards_is_planned(read: Read):
    body = "They are working towards a meeting between President Biden and Prime Minister Kari Dahl of Norway in May."
    assert [(each[1], each[2]) for each in told(read("en", "T", body, DAY))] == [("planned", "2025-05")]


@pytest.mark.parametrize("means", ["over the phone", "by telephone", "in a phone call", "via video link"])
def test_who_told_whom_by_telephone_held_a_call(read: Read, means: str):
    body = f"President Joe Biden told Norwegian Prime Minister Kari Dahl {means} on Tuesday that fish is good."
    assert told(read("en", "T", body, DAY)) == [
        ("call", "held", "2025-03-11", "2025-03-11", None, ("Joe Biden", "Kari Dahl"))
    ]


def test_who_told_reporters_by_telephone_held_no_call(read: Read):
    body = "President Joe Biden told reporters over the phone that Norwegian Prime Minister Kari Dahl is well."
    assert told(read("en", "T", body, DAY)) == []


@pytest.mark.parametrize(
    ("body", "start", "background"),
    [
        ("Xi Jinping invited Norwegian Prime Minister Kari Dahl to visit China in June.", "2025-06", False),
        ("Xi Jinping invited Norwegian Prime Minister Kari Dahl to visit China.", None, True),
    ],
)
def test_who_is_invited_is_expected(read: Read, body: str, start: str | None, background: bool):
    (visit,) = read("en", "T", body, DAY).events
    assert (visit.type, visit.status, visit.start, visit.background) == ("visit", "planned", start, background)
    assert [p.name for p in visit.participants] == ["Kari Dahl"]


@pytest.mark.parametrize("name", ["Pope Agapetus III", "Pope Francis"])
def test_an_office_of_one_country_places_its_holder(read: Read, name: str):
    found = read("en", "T", f"{name} arrived in Norway on Tuesday for a three-day visit.", DAY)
    assert [(e.type, e.host) for e in found.events] == [("visit", "NO")]
    assert [p.country for p in found.people] == ["VA"]
