"""Figures as marks of a chart."""

from datetime import datetime
from typing import Any

import pytest

from bilat.model import Evidence, Figure, Span
from bilat.model.item_rows import ItemRow
from bilat.model.rows import ReportRow
from bilat.views.groups import groups_of
from bilat.web.figure_charts import chart, marks_of, span_of


def _row(publisher: str, value: float | None, period: str | None, **says: Any) -> ItemRow[Figure]:
    published = says.pop("published", "2023-12-14")
    evidence = (Evidence(publisher, Span(3, 9), "二〇二二年度"),)
    figure = Figure("exports", "VN", "CN", value, says.pop("unit", "USD"), period, evidence, **says)
    report = ReportRow(publisher, publisher, published, "题", None, "reported", evidence)
    return ItemRow(f"{publisher}-{value}-{period}", "figures", figure, report)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2022", ("2022-01-01", "2022-12-31", True)),
        ("2022-02", ("2022-02-01", "2022-02-28", True)),
        ("2022-01/2022-08", ("2022-01-01", "2022-08-31", True)),
        ("2016/", ("2016-01-01", "2023-12-14", True)),
        ("as_of 2022-08", ("2022-08-31", "2022-08-31", True)),
        (None, ("2023-12-14", "2023-12-14", False)),
    ],
)
def test_a_figure_speaks_of_its_period_or_of_the_day_of_its_report(
    period: str | None, expected: tuple[str, str, bool]
) -> None:
    start, end, told = expected
    assert span_of(_row("甲", 1, period)) == (datetime.fromisoformat(start), datetime.fromisoformat(end), told)


def test_a_figure_without_any_day_has_no_mark() -> None:
    (group,) = groups_of([_row("甲", 1, None, published=None)])
    assert marks_of(group) == []


def test_a_publisher_that_says_it_twice_has_one_mark() -> None:
    (group,) = groups_of([_row("甲", 5, "2022"), _row("甲", 5, "2022", published="2023-12-20")])
    (mark,) = marks_of(group)
    assert len(mark.rows) == 2


def test_marks_of_several_publishers_stand_apart_and_lead_to_their_words() -> None:
    (group,) = groups_of([_row("甲", 5e9, "2022"), _row("乙", 5e9, "2022"), _row("丙", 4e9, None)])
    drawn = chart(group, str)
    marks = [trace for trace in _traces(drawn) if "customdata" in trace]
    assert [trace["name"] for trace in marks] == ["丙", "乙", "甲"]
    assert len({trace["x"][0] for trace in marks}) == 3
    assert [trace["y"] for trace in marks] == [[4], [5], [5]]
    assert [trace["marker"]["symbol"] for trace in marks] == [["circle-open"], ["square"], ["diamond"]]
    assert marks[1]["customdata"] == ["/document/%E4%B9%99#c3-9"]
    assert _layout(drawn)["yaxis"]["title"]["text"] == "bn USD"


def test_ranks_count_from_the_top() -> None:
    (group,) = groups_of([_row("甲", None, "2022", rank=1, unit=None), _row("乙", None, "2021", rank=2, unit=None)])
    assert _layout(chart(group, str))["yaxis"] == {"title": {"text": "rank"}, "autorange": "reversed", "dtick": 1}


def test_what_stands_in_a_chart_is_no_markup() -> None:
    (group,) = groups_of([_row("<a href=//x>", 5, "2022", attributed_to="<b>")])
    written = str(chart(group, str))
    assert "<a" not in written
    assert "<b>" not in written


def _traces(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    return drawn["data"]


def _layout(drawn: dict[str, Any]) -> dict[str, Any]:
    return drawn["layout"]
