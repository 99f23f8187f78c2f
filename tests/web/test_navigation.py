"""The menu: where a page leads on to, and for which countries."""

from starlette.testclient import TestClient

from bilat.web.navigation import one_pair
from tests.web.crawl import crawl
from tests.web.pages.reading import page


def leads(client: TestClient, address: str) -> dict[str, str]:
    """The menu of a page: each name once, with where it leads."""
    return {a.text(strip=True): a.attributes["href"] or "" for a in page(client, address).css("nav.ways a[href]")}


def test_one_pair_is_the_only_one_that_things_have_in_common() -> None:
    assert one_pair([["VN", "CN"], ["CN", "VN", None], ["CN"]]) == ("CN", "VN")
    assert one_pair([["CN", "VN"], ["CN", "LA"]]) == ()
    assert one_pair([["CN", "LA", "VN"]]) == ()
    assert one_pair([["CN"], [None]]) == ()


def test_a_page_about_two_countries_leads_on_to_more_of_the_two(client: TestClient) -> None:
    about = {
        name: path
        for path in crawl(client)
        if "?" not in path and "compare" not in path and path.count("/") == 2
        if (name := path.split("/")[1]) in {"event", "document", "person"}
        if leads(client, path).get("CN – VN")
    }
    assert set(about) == {"event", "document", "person"}
    for path in about.values():
        menu = leads(client, path)
        assert menu["CN – VN"] == "/relation/CN/VN"
        assert menu["Timeline"] == "/timeline?country=CN&country=VN"
        assert menu["Phrases"] == "/phrases?country=CN&country=VN"
        assert menu["Publishers"] == "/publishers"


def test_what_an_address_asks_for_goes_before_what_a_page_is_about(client: TestClient) -> None:
    menu = leads(client, "/figures/trade_total?country=CN&country=LA")
    assert menu["Timeline"] == "/timeline?country=CN&country=LA"
    assert leads(client, "/timeline")["Figures"] == "/figures"
