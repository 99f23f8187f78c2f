"""Reads the site's answers as a browser would, and asks sites over articles made up in a test."""

import json
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.testclient import TestClient

import bilat
from bilat.record import Record
from bilat.web.app import create_app
from bilat.web.settings import Settings

HERE: Final = "http://127.0.0.1"


def page(client: TestClient, address: str, status: int = 200, language: str = "en") -> LexborHTMLParser:
    """The page at an address, which must answer with the status."""
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == status, (address, answer.status_code, answer.text[:400])
    return LexborHTMLParser(answer.text)


def words(node: LexborHTMLParser | LexborNode, where: str = "main") -> str:
    """The words of a part of a page, one blank between them."""
    found = node.css_first(where)
    assert found is not None, where
    return " ".join(found.text(separator=" ").split())


def links(read: LexborHTMLParser, beginning: str | tuple[str, ...] = "/") -> list[str]:
    """The addresses in the main part of a page that begin so, each once."""
    found = (node.attributes.get("href") or "" for node in read.css("main a[href]"))
    return list(dict.fromkeys(href for href in found if href.startswith(beginning)))


def broken(client: TestClient, read: LexborHTMLParser) -> list[str]:
    """Addresses of the site that do not answer, and anchors of this page that are not there."""
    ids = {node.attributes["id"] or "" for node in read.css("[id]")}
    here = [href for href in links(read, "#") if unquote(href[1:]) not in ids]
    wanted = {href.partition("#")[0] for href in links(read)}
    return here + sorted(href for href in wanted if client.get(href).status_code >= 400)


def lawful(read: LexborHTMLParser) -> None:
    """What holds for every page: one heading of the first rank, each id once, each box labelled, each table with a
    caption, nothing inline that the headers forbid."""
    ids = [node.attributes["id"] for node in read.css("[id]")]
    assert len(read.css("h1")) == 1
    assert [each for each in set(ids) if ids.count(each) > 1] == []
    assert not read.css("[style], main script:not([type='application/json'])")
    labelled = {node.attributes.get("for") for node in read.css("label[for]")}
    inside = {node.attributes.get("name") for node in read.css("label input, label select")}
    boxes = read.css("input:not([type=hidden]), select")
    names = [(box.attributes.get("id"), box.attributes.get("name")) for box in boxes]
    assert [name for at, name in names if at not in labelled and name not in inside] == []
    assert [table.html for table in read.css("table") if table.css_first("caption") is None] == []


def site_of(folder: Path, *articles: dict[str, str]) -> tuple[TestClient, Record]:
    """The site over articles, each as a line of JSON Lines, and its record, which any thread may let go of."""
    source, record = folder / "articles.jsonl", folder / "made.bilat"
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in articles)
    assert source.write_text(lines, "utf-8")
    bilat.build([source], record, workers=1)
    return TestClient(create_app(Settings(record)), base_url=HERE, follow_redirects=False), Record(record, shared=True)


HOSTILE: Final = {
    "id": "hostile",
    "date": "2023-06-27",
    "publisher": "<b>P&P</b>\"'",
    "title": "<script>alert(1)</script>李尚福会见\u202e潘文江\"'&",
    "text": "中国国防部长李尚福27日在北京会见越南国防部长潘文江。<img src=x onerror=alert(2)>双方签署了《<svg/onload=1>》。",
}
"""An article that tries to get out of its page."""


def tame(client: TestClient, address: str) -> LexborHTMLParser:
    """The page at an address, on which nothing of the hostile article acts."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:400]
    read = LexborHTMLParser(answer.text)
    assert "<script>alert" not in answer.text
    assert "\u202e" not in answer.text
    assert not read.css("main script:not([type='application/json']), main img, main [onload], main b")
    assert [node.html for node in read.css("*") if any(name.startswith("on") for name in node.attributes)] == []
    return read
