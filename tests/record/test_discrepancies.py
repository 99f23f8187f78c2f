"""Figures that do not agree, and what only looks so."""

import pytest
from msgspec.structs import replace

from bilat.model import Evidence, Figure, Span
from bilat.model.item_rows import DiscrepancyRow, ItemRow
from bilat.model.rows import ReportRow
from bilat.record.discrepancies import of_figures


def row(value: float, document: str, **more: object) -> ItemRow[Figure]:
    fields: dict[str, object] = {
        "measure": "trade_total",
        "of": "CN",
        "partner": "VN",
        "value": value,
        "unit": "USD",
        "period": "2022",
    }
    evidence = (Evidence(document, Span(0, 1), "x"),)
    item = Figure(**{**fields, **more}, evidence=evidence)  # pyright: ignore[reportArgumentType]
    return ItemRow(
        f"id-{document}", "figures", item, ReportRow(document, document, "2023-01-01", "", None, "reported", evidence)
    )


def found(*rows: ItemRow[Figure], copies: dict[str, str] | None = None) -> list[DiscrepancyRow]:
    return list(of_figures(rows, {"trade_total"}, copies or {}))


@pytest.mark.parametrize(
    ("a", "b", "more", "kind"),
    [
        (165900000000, 165800000000, {}, "rounding"),
        (15, 14.8, {"unit": "percent"}, "rounding"),
        (175600000000, 235000000000, {}, "contradiction"),
        (36, 37, {"unit": "document", "measure": "documents_signed"}, "contradiction"),
        (30, 28, {"unit": "item", "about": ("近",)}, "rounding"),
        (24.6, 28.1, {"unit": "percent"}, "contradiction"),
        (36, 30, {"unit": "document", "about": ("多",)}, "rounding"),
        (41, 30, {"unit": "document", "about": ("多",)}, "contradiction"),
        (6e10, 1e11, {"about": ("近",)}, "contradiction"),
    ],
)
def test_a_value_with_fewer_digits_is_told_from_a_contradiction(a: float, b: float, more: dict[str, object], kind: str):
    (discrepancy,) = found(row(a, "甲", **more), row(b, "乙", **more))
    assert discrepancy.kind == kind
    assert [len(value.reports) for value in discrepancy.values] == [1, 1]


def test_the_order_of_parties_makes_no_difference_where_both_share_the_measure():
    assert len(found(row(1e9, "甲"), row(2e9, "乙", of="VN", partner="CN"))) == 1
    assert not found(row(1e9, "甲", measure="exports"), row(2e9, "乙", of="VN", partner="CN", measure="exports"))


@pytest.mark.parametrize(
    "more", [{"period": "2021"}, {"unit": "CNY"}, {"of": "LA"}, {"period": None}, {"period": "as_of 2022-06-30"}]
)
def test_other_periods_units_and_parties_are_other_figures(more: dict[str, object]):
    assert not found(row(1e9, "甲"), row(2e9, "乙", **more))


@pytest.mark.parametrize(
    "more",
    [
        {"period": "2023"},
        {"period": "2022-12/2023-01"},
        {"measure": "gdp_growth_forecast"},
        {"measure": "car_share", "partner": None},
    ],
)
def test_what_is_expected_and_shares_of_nothing_named_are_compared_with_nothing(more: dict[str, object]):
    assert not found(row(1e9, "甲", **more), row(2e9, "乙", **more))


def test_a_period_that_ended_on_the_day_is_over():
    assert len(found(row(1e9, "甲", period="2022-12/2023-01-01"), row(2e9, "乙", period="2022-12/2023-01-01"))) == 1


def test_a_key_for_which_one_document_has_two_values_says_too_little():
    assert not found(row(1e9, "甲"), row(2e9, "甲"), row(2.5e9, "乙"))


def test_values_that_lie_far_apart_answer_two_questions():
    assert not found(row(1e9, "甲"), row(5e9, "乙"))
    (near,) = found(row(10**9, "甲"), row(5 * 10**9, "乙"), row(101 * 10**7, "丙"))
    assert [value.value for value in near.values] == ["1000000000", "1010000000"]
    assert not found(row(1e9, "甲", change_pct=2, basis="yoy"), row(1e9, "乙", change_pct=40, basis="yoy"))


def test_of_one_country_alone_two_publishers_must_differ_and_not_by_much():
    alone: dict[str, object] = {"partner": None, "measure": "exports"}
    assert not found(row(1.23e9, "甲", **alone), row(1.48e9, "乙", **alone))
    (discrepancy,) = found(row(1.23e9, "甲", **alone), row(1.31e9, "乙", **alone))
    assert discrepancy.kind == "contradiction"
    same = row(1.31e9, "乙", **alone)
    assert not found(row(1.23e9, "甲", **alone), replace(same, report=replace(same.report, publisher="甲")))


def test_copies_are_shown_and_count_once():
    told = (row(10**9, "甲"), row(10**9, "乙"), row(2 * 10**9, "丙"), row(2 * 10**9, "丁"))
    (discrepancy,) = found(*told, copies={"乙": "甲"})
    assert [(value.value, value.independent, len(value.reports)) for value in discrepancy.values] == [
        ("2000000000", 2, 2),
        ("1000000000", 1, 2),
    ]
    assert discrepancy.values[1].to_dict()["independent"] == 1


def test_growth_is_compared_by_its_basis():
    (discrepancy,) = found(row(1e9, "甲", change_pct=24.6, basis="yoy"), row(1e9, "乙", change_pct=14, basis="yoy"))
    assert (discrepancy.field, discrepancy.kind) == ("change_pct", "contradiction")
    assert not found(row(1e9, "甲", change_pct=24.6, basis="yoy"), row(1e9, "乙", change_pct=14, basis="mom"))
