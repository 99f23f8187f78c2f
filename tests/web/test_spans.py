"""Stretches of time → bars."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bilat.web.spans import LEAST, MOST_YEARS, line

DAYS = st.dates(date(1950, 1, 1), date(2050, 1, 1))
PAIRS = st.tuples(DAYS, st.integers(0, 9000)).map(lambda p: (p[0].isoformat(), (p[0] + timedelta(p[1])).isoformat()))


@given(st.lists(PAIRS, min_size=1, max_size=8))
def test_every_bar_lies_on_the_line_and_can_be_seen(pairs: list[tuple[str, str]]) -> None:
    made = line(pairs)
    assert made is not None
    for first, last in pairs:
        bar = made.bar(first, last)
        assert bar is not None
        assert bar.x >= 0
        assert bar.width >= LEAST
        assert bar.x + bar.width <= 100.01
    assert len(made.ticks) <= MOST_YEARS
    assert all(0 <= tick.x <= 100 for tick in made.ticks)


def test_a_bar_begins_and_ends_where_its_days_are() -> None:
    made = line([("2020-01-01", "2024-01-01"), ("2021-01-01", "2022-01-01")])
    assert made is not None
    bar = made.bar("2021-01-01", "2022-01-01")
    assert bar is not None
    assert (round(bar.x), round(bar.width)) == (25, 25)
    assert [(tick.year, round(tick.x)) for tick in made.ticks] == [(2021, 25), (2022, 50), (2023, 75), (2024, 100)]


def test_what_has_no_whole_day_has_no_bar() -> None:
    assert line([(None, None), ("2020", "2021")]) is None
    made = line([("2020-01-01", "2020-02-01")])
    assert made is not None
    assert made.bar("2020", "2020-02-01") is None
