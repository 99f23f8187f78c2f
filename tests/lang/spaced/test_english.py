"""Contacts told in English."""

from bilat.lang.base import Findings
from tests.lang.spaced.reading import Read


def told(found: Findings) -> list[tuple[str, str, str | None, str | None, str | None, tuple[str, ...]]]:
    return [
        (e.type.value, e.status.value, e.start, e.end, e.place, tuple(p.name for p in e.participants))
        for e in found.events
        if not e.background
    ]


def test_a_meeting_has_both_principals_its_day_and_city(read: Read):
    found = read(
        "en",
        "Ministers meet",
        "Norwegian Foreign Minister Espen Solberg met with Chinese Foreign Minister Wang Yi in Oslo on Tuesday.",
    )
    assert told(found) == [("meeting", "held", "2024-05-14", "2024-05-14", "Oslo", ("Espen Solberg", "Wang Yi"))]
    assert [(p.name, p.country, p.title) for p in found.people] == [
        ("Espen Solberg", "NO", "Foreign Minister"),
        ("Wang Yi", "CN", "Foreign Minister"),
    ]


def test_a_surname_alone_means_the_person_named_before(read: Read):
    found = read(
        "en",
        "Talks in Oslo",
        "Norwegian Prime Minister Kari Dahl arrived in Beijing on Monday. Dahl held talks with Premier Li Qiang of China.",
    )
    assert ("meeting", "held", None, None, "Beijing", ("Kari Dahl", "Li Qiang")) in told(found)
    assert [m.start for p in found.people if p.name == "Kari Dahl" for m in p.mentions] == [39, 79]


def test_a_call_is_no_meeting(read: Read):
    found = read("en", "Call", "President Kari Dahl of Norway spoke today by phone with President Xi Jinping of China.")
    assert told(found) == [("call", "held", "2024-05-15", "2024-05-15", None, ("Kari Dahl", "Xi Jinping"))]


def test_what_will_be_is_planned_and_read_forwards(read: Read):
    found = read("en", "Visit", "Norwegian Prime Minister Kari Dahl will visit Vietnam from June 3 to 5.")
    (visit,) = found.events
    assert (visit.type, visit.status, visit.start, visit.end, visit.host) == (
        "visit",
        "planned",
        "2024-06-03",
        "2024-06-05",
        "VN",
    )


def test_a_numbered_dialogue_is_a_session(read: Read):
    found = read(
        "en",
        "Dialogue",
        "Norwegian Foreign Minister Espen Solberg and Chinese Foreign Minister Wang Yi held the 7th China-Norway "
        "Strategic Dialogue in Bergen on 12 May 2024.",
    )
    (session,) = [e for e in found.events if e.type == "session"]
    assert (session.mechanism, session.ordinal, session.place) == ("China-Norway Strategic Dialogue", 7, "Bergen")


def test_a_denied_meeting_is_none(read: Read):
    found = read("en", "No", "Norwegian Foreign Minister Espen Solberg did not meet Chinese Foreign Minister Wang Yi.")
    assert told(found) == []


def test_a_sentence_longer_than_any_is_read_in_pieces_with_its_offsets(read: Read):
    body = (
        "tables of figures " * 400
        + "Norwegian Foreign Minister Espen Solberg met with Chinese Foreign Minister Wang Yi."
    )
    found = read("en", "Table", body)
    assert told(found) == [("meeting", "held", None, None, None, ("Espen Solberg", "Wang Yi"))]
    (event,) = found.events
    start, end = event.evidence[0].span.start - len("Table\n"), event.evidence[0].span.end - len("Table\n")
    assert body[start:end] == event.evidence[0].quote
