"""Contacts as agencies, readouts and headlines tell them in English."""

import pytest

from tests.lang.spaced.reading import Read
from tests.lang.spaced.test_english import told

DAY = "2025-03-12"
"""A Wednesday."""


def test_a_counterpart_is_a_person_of_the_country_named(read: Read):
    found = read(
        "en",
        "Talks",
        "Chinese President Xi Jinping and his Russian counterpart Pavel Orlov held talks at the Kremlin on Tuesday.",
        DAY,
    )
    assert told(found) == [("meeting", "held", "2025-03-11", "2025-03-11", "Moscow", ("Xi Jinping", "Pavel Orlov"))]
    assert [(p.name, p.country, p.title) for p in found.people] == [
        ("Xi Jinping", "CN", "President"),
        ("Pavel Orlov", "RU", None),
    ]


def test_those_who_met_each_other_need_no_object(read: Read):
    found = read(
        "en", "T", "President Joe Biden of the United States and Prime Minister Kari Dahl of Norway met today.", DAY
    )
    assert told(found) == [("meeting", "held", DAY, DAY, None, ("Joe Biden", "Kari Dahl"))]


@pytest.mark.parametrize("object_", ["reporters in Oslo", "with business leaders", "the needs of the poor"])
def test_whom_they_met_with_is_not_each_other(read: Read, object_: str):
    body = f"President Joe Biden of the United States and Prime Minister Kari Dahl of Norway met {object_}."
    assert told(read("en", "T", body, DAY)) == []


def test_the_day_of_saying_is_not_the_day_of_the_contact(read: Read):
    body = "Norwegian Prime Minister Kari Dahl will travel to Japan later this month, her office said on Tuesday."
    (visit,) = read("en", "T", body, DAY).events
    assert (visit.status, visit.start, visit.host) == ("planned", None, "JP")


def test_what_is_exchanged_has_no_sender(read: Read):
    body = "Chinese President Xi Jinping and Norwegian Prime Minister Kari Dahl on Tuesday exchanged congratulations."
    (message,) = read("en", "T", body, DAY).events
    assert [(p.name, p.role) for p in message.participants] == [("Xi Jinping", "both"), ("Kari Dahl", "both")]


def test_bodies_sign(read: Read):
    body = (
        "Norway's Ministry of Fisheries and China's General Administration of Customs signed two memorandums on Monday."
    )
    (signing,) = read("en", "Norway, China sign food pacts", body, DAY).events
    assert [(p.name, p.country) for p in signing.participants] == [
        ("Ministry of Fisheries", "NO"),
        ("General Administration of Customs", "CN"),
    ]


def test_countries_of_a_headline_give_way_to_those_who_sign(read: Read):
    body = "Norwegian Defence Minister Ola Berg and his Thai counterpart Somchai Boon signed a memorandum in Oslo on Monday."
    (signing,) = read("en", "Norway, Thailand ink defence pact", body, DAY).events
    assert [p.name for p in signing.participants] == ["Ola Berg", "Somchai Boon"]


def test_welcoming_an_effort_is_no_meeting(read: Read):
    body = "President Joe Biden welcomed the commitment from Norwegian Prime Minister Kari Dahl."
    assert told(read("en", "T", body, DAY)) == []


def test_a_delegation_goes_by_its_head(read: Read):
    body = "A delegation led by General Ola Berg, Norwegian Minister of Defence, is visiting China from March 10 to 13."
    (visit,) = read("en", "T", body, DAY).events
    assert ([p.name for p in visit.participants], visit.start, visit.end) == (["Ola Berg"], "2025-03-10", "2025-03-13")


def test_a_well_known_surname_stands_for_the_person(read: Read):
    found = read("en", "Wang Yi meets Blinken", "Wang Yi met Blinken in Vientiane on Saturday.", DAY)
    assert told(found) == [("meeting", "held", "2025-03-08", "2025-03-08", "Vientiane", ("Wang Yi", "Blinken"))]
    assert [(p.name, p.country) for p in found.people] == [("Wang Yi", "CN"), ("Blinken", "US")]


def test_a_surname_of_a_known_foreigner_is_not_him_where_his_country_is_not_named(read: Read):
    found = read("en", "T", "President Joe Biden met with Speaker Johnson at the White House.", DAY)
    assert [p.country for p in found.people if p.name == "Johnson"] == ["US"]


def test_organisations_stay_in_titles(read: Read):
    body = "Jon Finer met with the United Nations High Commissioner for Refugees, Filippo Grandi, on Friday."
    found = read("en", "T", body, DAY)
    assert [(p.name, p.country, p.title) for p in found.people if p.title] == [
        ("Filippo Grandi", "UN", "United Nations High Commissioner for Refugees")
    ]


def test_what_stands_in_a_transcript_is_quotation(read: Read):
    found = read(
        "en",
        "Remarks by President Biden and Prime Minister Kari Dahl of Norway Before Bilateral Meeting",
        "PRESIDENT BIDEN: Thank you. Wang Yi met Prime Minister Kari Dahl in Oslo on Monday.\n"
        "PRIME MINISTER DAHL: Thank you, Mr. President.",
        DAY,
    )
    assert [(e.type, e.background) for e in found.events] == [("meeting", False), ("meeting", True)]
    assert [(p.name, p.country, p.title) for p in found.people] == [
        ("Biden", "US", "President"),
        ("Kari Dahl", "NO", "Prime Minister"),
        ("Wang Yi", "CN", None),
    ]


def test_a_joint_statement_is_issued_by_those_of_its_headline(read: Read):
    found = read("en", "Joint Statement of the United States, Norway, and Japan on Iran", "We affirm.", DAY)
    (signing,) = found.events
    assert (signing.type, [p.country for p in signing.participants]) == ("signing", ["US", "NO", "JP"])


def test_a_city_they_talk_about_is_not_where_they_met(read: Read):
    body = "Wang Yi met with Norwegian Prime Minister Kari Dahl on Monday to discuss the situation in Gaza."
    assert [e.place for e in read("en", "T", body, DAY).events] == [None]


def test_a_state_by_its_full_name_places_whom_it_follows(read: Read):
    body = "Wang Yi met with Prime Minister Frank Bola of the Republic of Fiji on Monday."
    assert [(p.name, p.country) for p in read("en", "T", body, DAY).people] == [("Wang Yi", "CN"), ("Frank Bola", "FJ")]
