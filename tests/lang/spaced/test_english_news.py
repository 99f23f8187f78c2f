"""How news in English goes on: a second verb, a pronoun, a day somewhere else in the sentence, a title without a country."""

import pytest

from tests.lang.spaced.reading import Read
from tests.lang.spaced.test_english import told

DAY = "2025-03-12"
"""A Wednesday."""
DAHL = "Norwegian Prime Minister Kari Dahl"


def test_a_second_verb_has_the_subject_of_the_first(read: Read):
    body = f"{DAHL} met her Thai counterpart Somchai Boon and later held talks with Thai Foreign Minister Anong Chai."
    assert [each[-1] for each in told(read("en", "T", body, DAY))] == [
        ("Kari Dahl", "Somchai Boon"),
        ("Kari Dahl", "Anong Chai"),
    ]


def test_he_is_who_leads_the_sentence(read: Read):
    body = (
        "Thai President Somchai Boon spoke. Norwegian Prime Minister Ola Berg said he would travel to Japan on Friday."
    )
    (visit,) = read("en", "T", body, DAY).events
    assert [p.name for p in visit.participants] == ["Ola Berg"]


def test_they_are_those_who_met_before_in_the_sentence(read: Read):
    body = (
        "Norwegian President Ola Berg and Thai President Somchai Boon met on Monday. Japanese Prime Minister Jiro Mori "
        "will meet Thai President Somchai Boon in Oslo, after the pair spoke on the phone on Tuesday."
    )
    calls = [each for each in told(read("en", "T", body, DAY)) if each[0] == "call"]
    assert [(each[2], {*each[-1]}) for each in calls] == [("2025-03-11", {"Jiro Mori", "Somchai Boon"})]


def test_the_two_heads_of_state_are_presidents(read: Read):
    body = (
        "Norwegian President Ola Berg held talks with Thai President Somchai Boon. Norwegian Prime Minister Kari Dahl met "
        "with Boon on the same day. The two heads of state signed a treaty."
    )
    (signing,) = [e for e in read("en", "T", body, DAY).events if e.type == "signing"]
    assert {p.name for p in signing.participants} == {"Ola Berg", "Somchai Boon"}


def test_their_summit_is_that_of_those_who_sign(read: Read):
    body = f"{DAHL} and Thai President Somchai Boon signed a pact following their first summit in Oslo."
    (summit,) = [e for e in read("en", "T", body, DAY).events if e.type == "meeting"]
    assert ({p.name for p in summit.participants}, summit.place) == ({"Kari Dahl", "Somchai Boon"}, "Oslo")


@pytest.mark.parametrize(
    ("told_when", "start"),
    [("on Monday", "2025-03-10"), ("earlier this week", None), ("over the weekend", None)],
)
def test_a_day_left_open_takes_no_other_day(read: Read, told_when: str, start: str | None):
    body = f"{DAHL} returned on Wednesday after a meeting with Thai President Somchai Boon {told_when}."
    (meeting,) = read("en", "T", body, DAY).events
    assert meeting.start == start


def test_the_meeting_told_again_has_its_day(read: Read):
    body = f"{DAHL} received Thai President Somchai Boon in Oslo, the agency said. During the meeting on Sunday, fish was praised."
    (meeting,) = read("en", "T", body, DAY).events
    assert (meeting.start, meeting.place) == ("2025-03-09", "Oslo")


def test_a_trip_that_ends_has_its_last_day(read: Read):
    body = f"{DAHL} wrapped up a three-day visit to Japan on Tuesday."
    (visit,) = read("en", "T", body, DAY).events
    assert (visit.start, visit.end) == ("2025-03-09", "2025-03-11")


def test_who_is_somewhere_on_a_visit_visits_it(read: Read):
    (visit,) = read("en", "T", f"{DAHL} is in Japan on a working visit.", DAY).events
    assert (visit.host, visit.participants[0].name) == ("JP", "Kari Dahl")


@pytest.mark.parametrize("which", ["on which she made a deal with Japan", "that took her away from Japan"])
def test_a_country_dealt_with_on_a_trip_is_not_visited(read: Read, which: str):
    assert read("en", "T", f"{DAHL} ended a trip {which}.", DAY).events == []


def test_the_wife_of_a_leader_is_not_the_leader(read: Read):
    body = "Thai Prime Minister Somchai Boon spoke. First lady Mari Berg of Norway met the wife of the Thai prime minister."
    assert told(read("en", "T", body, DAY)) == []


@pytest.mark.parametrize("wish", ["should", "must", "need to"])
def test_what_ought_to_be_is_no_contact(read: Read, wish: str):
    body = f"{DAHL} and Thai President Somchai Boon {wish} hold talks."
    assert told(read("en", "T", body, DAY)) == []


def test_a_headline_says_once_who_is_to_do_all_of_it(read: Read):
    found = read("en", "Norway's Kari Dahl to visit Japan, attend APEC summit in Tokyo", f"{DAHL} leaves soon.", DAY)
    assert {(e.type, e.status) for e in found.events} == {("visit", "planned"), ("session", "planned")}


@pytest.mark.parametrize(("publisher", "country"), [("Kyodo News", "JP"), ("The Hindu", "IN"), ("Gazette", "NO")])
def test_a_title_without_a_country_is_of_the_publishers_or_of_who_leads_first(read: Read, publisher: str, country: str):
    body = f"{DAHL} met Japanese and Indian business leaders. Fisheries Minister Robin Vale was with them."
    found = read("en", "T", body, DAY, publisher)
    assert next(p.country for p in found.people if p.name == "Robin Vale") == country


def test_an_abbreviation_ends_no_sentence(read: Read):
    body = "Norwegian Foreign Minister Ola Berg and U.S. envoy Sam Reed are to meet in Oslo."
    assert told(read("en", "T", body, DAY)) == [("meeting", "planned", None, None, "Oslo", ("Ola Berg", "Sam Reed"))]


def test_a_clause_of_the_sentence_before_sets_nothing_aside(read: Read):
    body = f"Prices rose, as exports fell. {DAHL} held talks with Thai President Somchai Boon."
    (meeting,) = read("en", "T", body, DAY).events
    assert not meeting.background


def test_who_spoke_to_whom_are_the_two_sides(read: Read):
    body = f"{DAHL} told Thai President Somchai Boon on Tuesday that ties were good, as the two sides held a summit in Oslo."
    (summit,) = read("en", "T", body, DAY).events
    assert {p.name for p in summit.participants} == {"Kari Dahl", "Somchai Boon"}


def test_an_earlier_meeting_does_not_date_this_one(read: Read):
    title = "Norwegian Prime Minister Kari Dahl's meeting with Thai President Somchai Boon"
    body = f"{DAHL} and Thai President Somchai Boon recalled their meeting in Bangkok in September."
    met = [(e.start, e.background) for e in read("en", title, body, DAY).events]
    assert met == [(None, False), ("2024-09", True)]


@pytest.mark.parametrize(
    ("said", "status"), [("leaves for Japan on Friday", "planned"), ("left for Japan on Tuesday", "held")]
)
def test_the_present_tense_tells_of_what_is_to_come(read: Read, said: str, status: str):
    (visit,) = read("en", "T", f"{DAHL} {said}.", DAY).events
    assert visit.status == status


def test_a_day_in_an_aside_is_not_that_of_the_meeting(read: Read):
    body = f"{DAHL}, who arrived on Monday, held talks with Thai President Somchai Boon on Tuesday."
    (meeting,) = read("en", "T", body, DAY).events
    assert meeting.start == "2025-03-11"
