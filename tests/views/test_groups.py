"""Figures of one measure, laid side by side."""

from typing import Any

from bilat.model import Evidence, Figure, Span
from bilat.model.item_rows import ItemRow
from bilat.model.rows import ReportRow
from bilat.views.groups import Kind, groups_of, period_end


def _row(publisher: str, of: str, partner: str | None, **says: Any) -> ItemRow[Figure]:
    evidence = (Evidence(publisher, Span(0, 2), "二〇"),)
    figure = Figure(
        "trade_total",
        of,
        partner,
        says.pop("value", None),
        says.pop("unit", None),
        says.pop("period", None),
        evidence,
        **says,
    )
    report = ReportRow(publisher, publisher, "2023-12-14", "题", None, "reported", evidence)
    return ItemRow(f"{publisher}-{of}", "figures", figure, report)


def test_a_measure_of_two_is_one_whichever_is_named_first() -> None:
    groups = groups_of(
        [
            _row("甲", "VN", "CN", value=1756, unit="USD", period="2022"),
            _row("乙", "CN", "VN", value=1755, unit="USD", period="2022"),
            _row("丙", "CN", "VN", value=9, unit="CNY", period="2022"),
        ]
    )
    assert [(g.kind, g.parties, g.unit, len(g.rows)) for g in groups] == [
        (Kind.VALUE, ("CN", "VN"), "USD", 2),
        (Kind.VALUE, ("CN", "VN"), "CNY", 1),
    ]


def test_growth_and_ranks_stand_apart_from_values() -> None:
    row = _row("甲", "VN", "CN", value=1756, unit="USD", period="2022", change_pct=5.5, basis="yoy", rank=1)
    assert [(g.kind, g.unit) for g in groups_of([row])] == [
        (Kind.VALUE, "USD"),
        (Kind.CHANGE, "yoy"),
        (Kind.RANK, None),
    ]


def test_values_that_reports_do_not_agree_on_are_told() -> None:
    near = [_row(name, "VN", "CN", value=175_600_000_000, unit="USD", period="2022") for name in ("甲", "乙")]
    far = _row("丙", "VN", "CN", value=235_000_000_000, unit="USD", period="2022")
    other = _row("丁", "VN", "CN", value=100_000_000_000, unit="USD", period="2019")
    (group,) = groups_of([*near, far, other])
    assert group.differ == {"甲-VN", "乙-VN", "丙-VN"}


def test_groups_are_ordered_by_the_end_of_their_periods() -> None:
    periods = ["2023", None, "2022-01/2022-08", "as_of 2022-08-20", "2016/", "2022"]
    rows = [_row(str(at), "VN", "CN", value=at + 1, unit="USD", period=period) for at, period in enumerate(periods)]
    (group,) = groups_of(rows)
    expected = ["2016/", "2022-01/2022-08", "as_of 2022-08-20", "2022", "2023", None]
    assert [row.item.period for row in group.rows] == expected
    assert period_end("2022-12") < period_end("2022")
