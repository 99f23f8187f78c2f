"""Pieces of HTML: what strangers wrote stays text."""

from gettext import NullTranslations

import pytest

from bilat.model import Evidence, Span
from bilat.model.rows import EventRow, ParticipantRow, ReportRow
from bilat.web.lines import Lines, shown

NASTY = '<script>alert("1")</script>\u202e\'&'
ESCAPED = "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&#39;&amp;"
LINES = Lines(NullTranslations(), "en")


def event(**changed: object) -> EventRow:
    report = ReportRow("d1", NASTY, NASTY, NASTY, None, "reported", (Evidence("d1", Span(0, len(NASTY)), NASTY),))
    fields: dict[str, object] = {
        "id": NASTY,
        "type": NASTY,
        "status": NASTY,
        "start": NASTY,
        "end": NASTY,
        "place": NASTY,
        "host": NASTY,
        "participants": (
            ParticipantRow(NASTY, (NASTY,), NASTY, None, NASTY),
            ParticipantRow(NASTY, (NASTY,), "VN", None, None),
        ),
        "mechanism": NASTY,
        "ordinal": 3,
        "documents": (NASTY,),
        "background": False,
        "reports": (report,),
        "part_of": NASTY,
        "life": (),
        "discrepancies": (),
        "level": NASTY,
    }
    return EventRow(**{**fields, **changed})  # pyright: ignore[reportArgumentType] -- fields of several types


def test_nothing_of_an_event_becomes_markup():
    card = LINES.card(event())
    assert "<script" not in card
    assert "\u202e" not in card
    assert card.count(ESCAPED) >= 10


def test_a_calendar_line_names_who_is_in_it_without_links_within_the_link():
    row = event(participants=(ParticipantRow("甲", ("甲",), "CN", None, "p1"),), host="VN", type="visit", status="held")
    said = LINES.who(row, 4, linked=False)
    assert "<a " not in said
    assert 'title="China"' in said


def test_more_people_than_are_named_are_a_number():
    people = tuple(ParticipantRow(f"人{n}", (f"人{n}",), "CN", None, None) for n in range(5))
    assert "and 3 more" in LINES.who(event(participants=people), 2)


def test_the_last_day_of_a_stretch_within_a_year_is_short():
    assert "03-02" in LINES.date("2023-03-01", "2023-03-02")
    assert ">2024-01-02<" in LINES.date("2023-12-31", "2024-01-02")


def test_no_line_of_a_strangers_text_hides_anything() -> None:
    assert shown("one\u202e\ntwo\x07") == "one\ntwo␇"
    assert shown("越南\n中国") == "越南\n中国"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2024-01/2024-07", "2024-01 – 2024-07"),
        ("2023", "2023"),
        ("2013-11/", "since 2013-11"),
        ("as_of 2022-09", "as of 2022-09"),
        (None, ""),
    ],
)
def test_the_period_of_a_figure_is_said_in_words(period: str | None, said: str) -> None:
    assert LINES.period(period).striptags() == said
