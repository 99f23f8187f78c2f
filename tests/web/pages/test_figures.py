"""The pages of figures."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.pages.lists import astray, charts, hostile_site
from tests.web.pages.reading import lawful, links, page, tame, words

PAIR = "country=CN&country=VN"


def test_measures_are_counted_and_lead_to_their_pages(client: TestClient) -> None:
    read = page(client, f"/figures?{PAIR}")
    lawful(read)
    assert "total trade" in words(read, "tbody")
    assert f"/figures/trade_total?{PAIR}" in links(read)
    assert astray(client, read) == []


def test_a_measure_is_drawn_with_one_mark_for_each_publisher_and_value(client: TestClient) -> None:
    read = page(client, f"/figures/trade_total?{PAIR}")
    lawful(read)
    drawn = charts(read)[0]
    marks = [trace for trace in drawn["data"] if trace["mode"] == "markers" and "customdata" in trace]
    assert len({str(trace["marker"]["symbol"][0]) for trace in marks}) == len(marks) > 1
    assert drawn["layout"]["yaxis"]["title"]["text"] == "bn USD"
    led = set(links(read, "/document/"))
    assert {to for trace in marks for to in trace["customdata"]} <= led


def test_values_that_reports_do_not_agree_on_are_marked(client: TestClient) -> None:
    read = page(client, f"/figures/trade_total?{PAIR}")
    rows = [row for row in read.css("tbody tr") if row.css_first(".differs") is not None]
    assert any("175.57 bn USD" in row.text() for row in rows)
    assert any("234.92 bn USD" in row.text() for row in rows)
    rings = [trace for trace in charts(read)[0]["data"] if trace.get("marker", {}).get("symbol") == "circle-open"]
    assert [trace["name"] for trace in rings] == ["publishers differ"]


def test_figures_are_of_the_days_and_publishers_asked_for(client: TestClient) -> None:
    assert "No figures fit." in words(page(client, "/figures/trade_total?since=2030"))
    assert "No figures fit." in words(page(client, "/figures?publisher=nobody"))


@pytest.mark.parametrize(("address", "status"), [("/figures/no_such", 404), ("/figures?page=0", 400)])
def test_what_is_not_there_is_told(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_a_hostile_article_stays_in_its_page(tmp_path: Path) -> None:
    site = hostile_site(tmp_path)
    read = tame(site, "/figures/trade_total")
    assert tame(site, "/figures").css("tbody tr")
    names = [trace.get("name", "") for chart in charts(read) for trace in chart["data"]]
    assert "&lt;b&gt;P&amp;P&lt;/b&gt;&quot;&#x27;" in names
    assert not any("<" in name for name in names)
