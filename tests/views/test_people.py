"""People with their titles and the days they were seen."""

from bilat.views.lines import text_of
from bilat.views.people import PEOPLE, people_lines, person_lines, seen
from tests.views.rows import person


def test_a_person_is_a_line_with_the_latest_title():
    _, line = (text_of(line) for line in people_lines([person()], None))
    assert line.split("  ")[0] == "阮富仲"
    assert "  越共中央总书记 (+1)  " in line


def test_no_people_is_said():
    assert [text_of(line) for line in people_lines([], None)] == ["no people"]


def test_all_forms_of_a_name_and_all_titles_are_shown_of_one_person():
    text = "\n".join(text_of(line) for line in person_lines(person(), None))
    assert "also written: Nguyễn Phú Trọng" in text
    assert "6 documents, 31 mentions, 2022-10-30 to 2023-12-12" in text
    assert "总书记" in text


def test_days_that_are_not_known_are_not_made_up():
    assert seen(None, None) == "on unknown days"
    assert seen("2023-12-12", "2023-12-12") == "2023-12-12"


def test_csv_holds_every_title_with_its_days():
    row = dict(zip(PEOPLE.columns, PEOPLE.to_cells(person()), strict=True))
    assert row["titles"] == "越共中央总书记 (2022-10-30 to 2023-12-12); 总书记 (on unknown days)"
