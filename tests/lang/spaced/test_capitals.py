"""Headlines and articles in capitals: the same people, the same contacts."""

import pytest

from bilat.lang.base import Findings
from bilat.model import Event, EventType, Status
from tests.lang.spaced.reading import Read

BODY = "ACCRA, March 11 (Reuters) - Ghanaian Foreign Minister Kwaku Anoff met Dutch Foreign Minister Joris Veltman in Accra on Wednesday."


def told(found: Findings) -> list[tuple[EventType, Status, frozenset[str], str | None, bool]]:
    return [_told(event) for event in found.events]


def _told(event: Event) -> tuple[EventType, Status, frozenset[str], str | None, bool]:
    return event.type, event.status, frozenset(p.name for p in event.participants), event.start, event.background


@pytest.mark.parametrize(
    "headline",
    [
        "Ghana's foreign minister meets Dutch counterpart in Accra",
        "Anoff meets Veltman in Accra",
        "Ghanaian Foreign Minister Kwaku Anoff meets Dutch Foreign Minister Joris Veltman",
    ],
)
def test_a_headline_in_capitals_changes_nothing(read: Read, headline: str) -> None:
    plain, loud = (read("en", each, BODY, "2026-03-11") for each in (headline, headline.upper()))
    assert told(loud) == told(plain)
    assert [(p.name, p.country, p.title) for p in loud.people] == [(p.name, p.country, p.title) for p in plain.people]


def test_names_of_a_headline_in_capitals_are_those_of_the_text(read: Read) -> None:
    found = read("en", "ANOFF CALLS VELTMAN", BODY.replace("met ", "spoke by phone with "), "2026-03-11")
    assert [p.name for p in found.people] == ["Kwaku Anoff", "Joris Veltman"]
    assert all(any(m.start < len("ANOFF CALLS VELTMAN") for m in p.mentions) for p in found.people)


def test_a_dateline_and_a_headline_in_capitals_are_no_transcript(read: Read) -> None:
    body = (
        "RIYADH - Dutch King Willem Houtman arrived in Riyadh on Wednesday for a three-day state visit to Saudi Arabia."
    )
    (event,) = read("en", "DUTCH KING ARRIVES IN RIYADH", body, "2026-03-11").events
    assert (event.host, event.start, event.end, event.background) == ("SA", "2026-03-11", "2026-03-13", False)


def test_a_name_that_ends_in_to_plans_nothing(read: Read) -> None:
    headline = "Kenyan President Daniel Oluto meets Chinese Premier Li Qiang in Nairobi"
    (event,) = read("en", headline, "The railway was discussed.", "2026-03-11").events
    assert event.status is Status.HELD


def test_a_vietnamese_headline_in_capitals(read: Read) -> None:
    headline = "Chủ tịch nước Trần Văn Bảo hội đàm với Tổng thống Kenya Daniel Oluto"
    body = f"Sáng 11/3, tại Hà Nội, {headline.replace('hội đàm', 'đã hội đàm')}."
    plain, loud = (read("vi", each, body, "2026-03-11") for each in (headline, headline.upper()))
    assert told(loud) == told(plain)
    assert [(p.name, p.country, p.title) for p in loud.people] == [(p.name, p.country, p.title) for p in plain.people]
