"""What the tests of pages of flat nouns share: where their links lead, and an article that tries to get out of them."""

import json
from pathlib import Path
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from tests.web.pages.reading import links, site_of

OURS: Final = (
    "/figures",
    "/phrase",
    "/mechanism",
    "/undertaking",
    "/claims",
    "/discrepancies",
    "/dispute",
    "/publishers",
)
"""Beginnings of the addresses of these pages."""

HOSTILE: Final = {
    "id": "hostile",
    "date": "2023-12-14",
    "publisher": "<b>P&P</b>\"'",
    "title": "<script>alert(1)</script>习近平\u202e访问越南\"'&",
    "text": (
        "中国国家主席习近平13日在河内表示，中越要构建命运共同体<img src=x onerror=alert(2)>。"
        "据越南海关总署“<svg/onload=1>”统计，2022年中越双边贸易额达1756亿美元，2021年中越双边贸易额达1659亿美元。"
        "双方签署了36项合作协议。中越双边合作指导委员会第十五次会议12月1日在河内举行。双方谈到南海问题。"
    ),
}


def hostile_site(folder: Path) -> TestClient:
    """A site over the hostile article."""
    return site_of(folder, HOSTILE)[0]


def astray(client: TestClient, read: LexborHTMLParser) -> list[str]:
    """Links of a page to these pages, and its downloads, that do not answer."""
    wanted = sorted({href.partition("#")[0] for href in links(read, (*OURS, "/api/"))})
    return [href for href in wanted if client.get(href).status_code not in (200, 303)]


def charts(read: LexborHTMLParser) -> list[dict[str, Any]]:
    """The charts of a page, each with a place that it is drawn in."""
    found = read.css("script[data-chart]")
    assert all(read.css_first(f"#{node.attributes['data-chart']}") is not None for node in found)
    return [json.loads(node.text()) for node in found]
