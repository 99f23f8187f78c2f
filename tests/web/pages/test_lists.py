"""What holds for every list: what is asked of it is asked of its download, sheet by sheet, in both languages."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from tests.web.pages.lists import astray
from tests.web.pages.reading import lawful, links, page, words

LISTS = (
    "/figures?country=China&country=VN&since=2023&until=2024-01&publisher=chaosheng",
    "/figures/trade_total?country=CN&country=VN&since=2021&publisher=chaosheng",
    "/phrases?country=CN&words=关系&side=CN&order=last&since=2023&new=true",
    "/phrase/全面战略伙伴关系?country=VN&side=article",
    "/mechanisms?country=CN&mechanism=中",
    "/undertakings?country=CN&kind=railway&stage=under_study&what=鐵路",
    "/claims?country=CN&speaker=习&mode=indirect&speaker_kind=person&verb=表示&chain=社",
    "/discrepancies?country=CN&country=VN&kind=contradiction&about=figure&since=2020",
    "/disputes?kind=name&written=海&publisher=chaosheng",
    "/dispute/sea-12n113e?written=南海&publisher=chaosheng",
    "/publishers",
)


@pytest.mark.parametrize("address", LISTS)
def test_a_list_can_be_taken_along_as_it_is_asked(client: TestClient, address: str) -> None:
    read = page(client, address)
    lawful(read)
    assert astray(client, read) == []
    assert len(links(read, "/api/")) == (0 if " fit." in words(read) else 2)


@pytest.mark.parametrize("address", LISTS)
def test_a_list_stands_in_chinese_too(client: TestClient, address: str) -> None:
    lawful(page(client, address, language="zh"))


@pytest.mark.parametrize("address", [address.partition("?")[0] for address in LISTS[:-1]])
@pytest.mark.parametrize("query", ["since=never", "country=XX", "page=0", "page=x", "publisher=" + "x" * 201])
def test_what_makes_no_sense_is_told(client: TestClient, address: str, query: str) -> None:
    wrong = client.get(f"{address}?{query}").status_code
    assert wrong == (200 if "publisher" in query and address == "/discrepancies" else 400)


def test_sheets_follow_each_other_and_leave_nothing_out(fresh: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    every = _words(page(fresh, "/claims"))
    monkeypatch.setattr("bilat.web.pages.claims.SHOWN", 7)
    address, seen, sheets = "/claims?mode=", list[str](), list[str]()
    while address:
        sheets.append(address)
        read = page(fresh, address)
        seen += _words(read)
        address = next(iter(_turns(read, "next")), "")
    assert list(dict.fromkeys(seen)) == every
    assert sheets[1:3] == ["/claims?page=2", "/claims?page=3"]
    assert _turns(page(fresh, sheets[1]), "prev") == ["/claims"]


def _words(read: LexborHTMLParser) -> list[str]:
    return [link for link in links(read, "/document/") if "#" in link]


def _turns(read: LexborHTMLParser, way: str) -> list[str]:
    return [node.attributes["href"] or "" for node in read.css(f".pager a[rel={way}]")]
