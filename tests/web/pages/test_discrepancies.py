"""The page of what publishers do not agree on."""

from pathlib import Path

from starlette.testclient import TestClient

from tests.web.pages.lists import astray, hostile_site
from tests.web.pages.reading import lawful, page, tame, words


def test_values_stand_beside_those_who_give_them(client: TestClient) -> None:
    read = page(client, "/discrepancies")
    lawful(read)
    assert astray(client, read) == []
    values = {" ".join(row.css("th")[0].text().split()): row for row in read.css("tbody tr")}
    assert set(values) == {"2023-09-16", "175.57 bn USD", "234.92 bn USD"}
    for row in values.values():
        assert row.css("q a[href^='/document/']")
        assert row.css("cite time")


def test_figures_alone_and_events_alone(client: TestClient) -> None:
    assert words(page(client, "/discrepancies?about=figure"), ".difference h2").startswith("total trade")
    assert "announced day" in words(page(client, "/discrepancies?about=event&kind=moved"), ".difference h2")
    assert "No disagreements fit." in words(page(client, "/discrepancies?kind=rounding"))
    assert client.get("/discrepancies?kind=quarrel").status_code == 400


def test_a_hostile_article_stays_in_its_page(tmp_path: Path) -> None:
    lawful(tame(hostile_site(tmp_path), "/discrepancies"))
