"""Dates keep the precision they have."""

import pytest

from bilat.errors import UsageError
from bilat.views.dates import iso_prefix, month_of, when


@pytest.mark.parametrize("word", ["2022", "2022-09", "2022-09-03", "2024-02-29"])
def test_a_year_a_month_and_a_day_are_dates(word: str):
    assert iso_prefix(word) == word


@pytest.mark.parametrize(
    "word", ["", "22", "2022-9", "2022-13", "2023-02-29", "0000", "2022-09-03T00:00", "yesterday", "２０２２", "2022-"]
)
def test_what_the_calendar_does_not_have_is_refused(word: str):
    with pytest.raises(UsageError, match="is no date"):
        iso_prefix(word)


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2023-12-12", "2023-12-12", "2023-12-12"),
        ("2023-12-12", "2023-12-13", "2023-12-12…13"),
        ("2022-10-30", "2022-11-01", "2022-10-30…11-01"),
        ("2023-12-30", "2024-01-02", "2023-12-30…2024-01-02"),
        ("2023-12", "2023-12", "2023-12"),
        ("2023", "2023", "2023"),
        ("2023-12-12", None, "2023-12-12…"),
        (None, "2023-12-13", "…2023-12-13"),
        (None, None, "date unknown"),
    ],
)
def test_what_is_not_known_of_a_date_is_shown_as_not_known(start: str | None, end: str | None, shown: str):
    assert when(start, end) == shown


@pytest.mark.parametrize(
    ("start", "end", "month"),
    [
        ("2023-12-12", "2024-01-02", "2023-12"),
        ("2023-12", "2023-12", "2023-12"),
        ("2023", "2023", "2023, month unknown"),
        (None, "2023-12-13", "2023-12"),
        (None, None, "date unknown"),
    ],
)
def test_an_event_stands_under_its_month_when_it_has_one(start: str | None, end: str | None, month: str):
    assert month_of(start, end) == month
