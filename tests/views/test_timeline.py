"""A timeline reads like what happened."""

import re

import pytest

from bilat.model.rows import EventRow
from bilat.views.events import event_line, sides
from bilat.views.lines import Style, text_of, width_of
from bilat.views.timeline import TIMELINE, Timeline, timeline_lines
from tests.views.rows import event, participant, report


def shown(*events: EventRow, width: int | None = None) -> str:
    return "\n".join(text_of(line) for line in timeline_lines(events, width))


def test_a_meeting_stands_under_its_month_with_its_words_and_its_source():
    assert shown(event()) == (
        "2023-12\n"
        "\n"
        "  2023-12-12         ● meeting            阮富仲 VN — 习近平 CN · 河内\n"
        "      “阮富仲12日在河内同习近平举行会谈”\n"
        "      南屿日报 · 2023-12-12 · document d0c1 · event e7e47\n"
    )


def test_each_month_is_named_once():
    months = re.findall(r"^\S.*$", shown(event(), event(), event(start="2024-01-02", end=None)), re.MULTILINE)
    assert months == ["2023-12", "2024-01"]


def test_an_event_without_a_date_says_so_and_stands_where_it_was_reported():
    text = shown(event(start=None, end=None))
    assert text.startswith("2023-12\n\n  date unknown       ● meeting")


def test_no_events_is_said():
    assert shown() == "no events"


@pytest.mark.parametrize(
    ("row", "mark", "style"),
    [
        (event(), "● meeting", Style.HELD),
        (event(status="planned"), "○ meeting, planned", Style.PLANNED),
        (event(status="cancelled"), "✕ meeting, cancelled", Style.CANCELLED),
        (event(background=True), "● meeting, background", Style.HELD),
    ],
)
def test_what_was_not_held_cannot_be_taken_for_held(row: EventRow, mark: str, style: Style):
    line = event_line(row)
    assert line[1].text.strip() == mark
    assert line[1].style == style


@pytest.mark.parametrize(
    ("roles", "text"),
    [
        ((None, None, None), "习近平、王毅 CN — 阮富仲 VN"),
        (("both", "both", "both"), "习近平、王毅 CN ↔ 阮富仲 VN"),
        (("sender", "sender", "recipient"), "习近平、王毅 CN → 阮富仲 VN"),
        (("recipient", "recipient", "sender"), "阮富仲 VN → 习近平、王毅 CN"),
        (("sender", "sender", None), "习近平、王毅 CN → 阮富仲 VN"),
    ],
)
def test_a_message_points_from_its_sender_to_its_recipients(roles: tuple[str | None, ...], text: str):
    names = [("习近平", "CN"), ("王毅", "CN"), ("阮富仲", "VN")]
    assert sides([participant(*who, role) for who, role in zip(names, roles, strict=True)]) == text


def test_a_participant_of_unknown_country_is_shown_without_one():
    assert sides([participant("某人", None), participant("习近平", "CN")]) == "某人 — 习近平 CN"


def test_a_session_shows_its_mechanism_and_number():
    row = event("session", mechanism="中越双边合作指导委员会", ordinal=15)
    assert "· 中越双边合作指导委员会 (no. 15)" in shown(row)


def test_a_visit_shows_the_country_visited():
    row = event("visit", host="VN", place="越南", participants=(participant("习近平", "CN"),))
    assert "习近平 CN · to VN · 越南" in shown(row)


def test_lines_of_a_timeline_fit_the_screen():
    row = event(reports=(report("双方就进一步深化全面战略合作伙伴关系深入交换意见" * 6),))
    lines = shown(row, width=80).splitlines()
    assert len(lines) > 6
    assert max(width_of(line) for line in lines) <= 80


def test_every_column_of_csv_has_a_cell():
    row = dict(zip(TIMELINE.columns, TIMELINE.to_cells(event(documents=("联合声明",))), strict=True))
    assert row["who"] == "阮富仲 VN — 习近平 CN"
    assert (row["participants"], row["countries"]) == ("阮富仲; 习近平", "VN; CN")
    assert (row["documents"], row["background"], row["quote"]) == ("联合声明", "no", report().evidence[0].quote)


def test_a_timeline_prints_and_iterates():
    line = Timeline((event(), event()))
    assert len(line) == len(list(line)) == 2
    assert str(line) == shown(event(), event())


def test_a_notebook_gets_a_table_and_no_markup_of_articles():
    html = Timeline((event(reports=(report("<script>alert('会谈')</script>\u202e"),)),))._repr_html_()
    assert "<td" in html
    assert "<script>" not in html
    assert "&lt;script&gt;alert(&#x27;会谈&#x27;)&lt;/script&gt;</td>" in html
