"""Figures, series and mechanisms for a person."""

import pytest

from bilat.model import Evidence, Figure, Span
from bilat.model.figure import Number
from bilat.model.item_rows import ItemRow, MechanismRow, SessionRow
from bilat.model.rows import ReportRow
from bilat.views.figures import amount, figure_lines, level
from bilat.views.lines import text_of
from bilat.views.mechanisms import mechanism_cells, mechanism_lines
from bilat.views.series import bar, series_lines, series_of

QUOTE = (Evidence("d", Span(0, 2), "两国"),)
REPORT = ReportRow("d", "P", "2023-01-02", "两国", None, "reported", QUOTE)


def row(value: Number | None, period: str | None = "2021", publisher: str = "P", **more: object) -> ItemRow[Figure]:
    figure = Figure("exports", "VN", "CN", value, "USD", period, QUOTE, **more)  # pyright: ignore[reportArgumentType]
    report = ReportRow("d", publisher, "2023-01-02", "两国", None, "reported", QUOTE)
    return ItemRow(f"{publisher}{value}{period}", "figures", figure, report)


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (165_900_000_000, "USD", "165.9 bn USD"),
        (165_900_000_001, "USD", "165.900000001 bn USD"),
        (1_450_000_000_000, "CNY", "1.45 tn CNY"),
        (-2_000_000, "EUR", "-2 m EUR"),
        (999_999, "EUR", "999,999 EUR"),
        (3453, "project", "3,453 projects"),
        (1, "time", "1 time"),
        (2, "country", "2 countries"),
        (5, "cubic_metre", "5 cubic metres"),
        (1300000, "person", "1,300,000 people"),
        (3, "aircraft", "3 aircraft"),
        (24.6, "percent", "24.6 %"),
        (12, None, "12"),
    ],
)
def test_a_value_is_told_with_all_its_digits(value: Number, unit: str | None, told: str) -> None:
    assert amount(value, unit) == told


def test_a_figure_tells_value_rank_growth_and_what_makes_it_inexact() -> None:
    figure = row(3_000_000_000, about=("近",), change_pct=-1.5, basis="yoy", rank=2).item
    assert level(figure) == "3 bn USD [近], no. 2, -1.5 % (yoy)"


def test_figures_stand_under_their_measure_and_parties_with_their_words() -> None:
    text = [text_of(line) for line in figure_lines([row(5)], None)]
    assert text[0] == "exports · VN – CN"
    assert "“两国”" in text[2]
    assert [text_of(line) for line in figure_lines([], None)] == ["no figures"]


def test_a_series_keeps_values_that_differ_apart_and_says_who_gives_them() -> None:
    rows = [row(10, "2022"), row(10, "2022", "Q"), row(12, "2022", "R"), row(5, "2021"), row(1, None), row(None)]
    (series,) = series_of(rows)
    assert [(p.period, p.value, p.publishers) for p in series.points] == [
        ("2021", 5, ("P",)),
        ("2022", 10, ("P", "Q")),
        ("2022", 12, ("R",)),
    ]
    text = [text_of(line) for line in series_lines([series], 100)]
    assert text[0] == "exports · VN – CN · USD"
    assert len(text) == 5
    assert series_of(rows[:2]) == []


def test_a_month_stands_before_the_year_that_holds_it() -> None:
    (series,) = series_of([row(3, "2022"), row(1, "2022-01/2022-08"), row(2, "as_of 2022-09-01"), row(4, "2016/")])
    assert [p.period for p in series.points] == ["2016/", "2022-01/2022-08", "as_of 2022-09-01", "2022"]


def test_a_bar_is_as_long_as_its_share() -> None:
    assert len(bar(10, 10)) == 2 * len(bar(5, 10)) == 30
    assert bar(0, 10) == bar(0, 0) == ""


def test_a_gap_between_sessions_is_one_line() -> None:
    def session(number: int, gap_to: int | None = None) -> SessionRow:
        reports = () if gap_to else (REPORT,)
        return SessionRow(number, None, None, None, None, (), (), reports, gap_to)

    ladder = (session(1), session(2, 4), session(5))
    mechanism = MechanismRow("对话", ("对话",), ("CN", "VN"), True, 2, "2023", "2023", ladder)
    text = [text_of(line) for line in mechanism_lines([mechanism], None)]
    assert "  no. 2 to 4: no report" in text
    assert mechanism_cells(mechanism)[-2:] == (2, "1: date unknown, ?; no. 2 to 4: no report; 5: date unknown, ?")
