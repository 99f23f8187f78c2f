"""The page of who meets whom."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from bilat.model.contact_rows import TieRow
from bilat.record import Record
from bilat.record.query import EventFilter
from bilat.web.ties import RING, SIDE, ring, two_sides
from tests.web.pages.reading import HOSTILE, lawful, page, site_of, tame, words
from tests.web.pages.reading import links as hrefs

PEOPLE = st.integers(0, 40)


@pytest.fixture(scope="module")
def record(sample_record: Path) -> Record:
    return Record(sample_record)


def tie(one: int, other: int, events: int) -> TieRow:
    """Between a person of AA and one of BB, whichever comes first."""
    sides = [(f"a{one}", f"A{one}", "AA"), (f"b{other}", f"B{other}", "BB")]
    first, second = sides if (one + other) % 2 else reversed(sides)
    return TieRow(*first, *second, events, None, None)


TIES = st.lists(
    st.builds(tie, PEOPLE, PEOPLE, st.integers(1, 30)), max_size=60, unique_by=lambda t: tuple(sorted((t.one, t.other)))
)


@given(TIES)
def test_two_sides_stand_apart_and_every_line_joins_them(ties: list[TieRow]) -> None:
    made = two_sides(ties, "AA")
    columns = {name.country: name.x for name in made.names}
    assert len(made.names) <= 2 * SIDE
    assert columns.get("AA", 0) < columns.get("BB", 1)
    assert all(0 < name.y < made.height for name in made.names)
    assert all(stroke.tie.one_country == "AA" and stroke.tie.other_country == "BB" for stroke in made.strokes)
    assert len(made.strokes) + made.left_out == len(ties)
    widths = [(stroke.tie.events, stroke.width) for stroke in made.strokes]
    assert [width for _, width in sorted(widths)] == sorted(width for _, width in widths)


@given(TIES)
def test_a_ring_has_room_for_all_it_shows(ties: list[TieRow]) -> None:
    made = ring(ties)
    assert len(made.names) <= RING
    assert len({(name.x, name.y) for name in made.names}) == len(made.names)
    assert len(made.strokes) + made.left_out == len(ties)


def test_two_countries_are_two_sides_and_a_table_says_the_same(client: TestClient, record: Record) -> None:
    read = page(client, "/network?country=US&country=VN")
    lawful(read)
    ties = record.network(EventFilter(("US", "VN"), background=False))
    pairs = [t for t in ties if {t.one_country, t.other_country} == {"US", "VN"}]
    assert pairs
    assert len(read.css("svg.network path")) == len(read.css("tbody tr")) == len(pairs)
    for row, expected in zip(read.css("tbody tr"), pairs, strict=True):
        assert expected.one_name in words(row, "td")
        assert words(row, "td.number") == str(expected.events)
        to = row.css_first("td.number a")
        assert to is not None
        assert len(page(client, to.attributes["href"] or "").css("article.event")) == expected.events


def test_no_country_is_a_ring_and_one_its_partners(client: TestClient) -> None:
    every = page(client, "/network")
    lawful(every)
    assert every.css("svg.ring a[data-id=CN], svg.ring a[data-id=VN]")
    alone = page(client, "/network?country=VN")
    lawful(alone)
    assert all("VN" in (row.text() or "") for row in alone.css("tbody tr"))


def test_years_narrow_it_down(client: TestClient) -> None:
    read = page(client, "/network?country=US&country=VN")
    years = [href for href in hrefs(read, "/network?") if "since=" in href]
    assert years
    for href in years:
        assert page(client, href).css("tbody tr, main p")
    assert "Nobody met" in words(page(client, "/network?country=US&country=VN&until=1990"))


@pytest.mark.parametrize("query", ["country=XX", "country=CN&country=VN&country=US", "level=gods", "since=never"])
def test_what_makes_no_sense_is_told(client: TestClient, query: str) -> None:
    assert "Not understood" in words(page(client, f"/network?{query}", 400))


def test_nothing_of_a_strangers_article_acts(tmp_path: Path) -> None:
    client, _ = site_of(tmp_path, HOSTILE)
    _ = tame(client, "/network?country=CN&country=VN")
    _ = tame(client, "/network")
