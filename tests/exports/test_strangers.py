"""Articles that try to act in whatever is written of them: pages, feeds, calendars, graphs, tables, briefs."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

import bilat
from bilat.exports import Asked, save
from bilat.plugins import exports
from bilat.record import Record
from tests.cli.run import bilat as run

ACTS = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u202e\x1b]8;;http://evil.example\x07\x9b]]></script><!--"
)
ADDRESSES = (
    "javascript:alert(3)",
    "data:text/html,<script>alert(4)</script>",
    'http://ok.example/" onmouseover="alert(5)\r\nX-A: b',
    "file:///etc/passwd",
)
PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,123}")
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What acts on a terminal or turns writing around; JSON has it as escapes."""


def article(at: int, address: str) -> str:
    text = (
        f"王毅9月{at}日在河内会见越南外交部长裴青山。王毅表示，双方应坚持“{ACTS}全面战略合作伙伴关系”。\n"
        f"裴青山说，去年两国贸易额达到1719亿美元，增长5.5%{ACTS}。\n=HYPERLINK(1)中国和越南同意建设铁路。"
    )
    told = {"id": f'../../{at}"><script>', "date": f"2024-09-0{at}", "title": f"王毅会见裴青山{ACTS}", "text": text}
    return json.dumps({**told, "publisher": f"=毒报{ACTS}{at}", "url": address}, ensure_ascii=False)


@pytest.fixture(scope="module")
def harmful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder = tmp_path_factory.mktemp("harmful")
    lines = [article(at, address) for at, address in enumerate(ADDRESSES, 1)]
    _ = (folder / "a.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    _ = bilat.build([folder / "a.jsonl"], folder / "r.bilat", workers=1)
    with bilat.open(folder / "r.bilat") as record:
        assert next(iter(record.events()))
        yield record


@pytest.fixture(scope="module")
def written(harmful: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every export, each under its name."""
    folder = tmp_path_factory.mktemp("written")
    for name, export in exports().items():
        save(export, harmful, Asked(), folder / name)
    return folder


def acting(html: str) -> list[str]:
    """What in a page acts: scripts that are not the site's own, attributes, pictures, addresses beyond the web."""
    read = LexborHTMLParser(html)
    scripts = [
        node.html or ""
        for node in read.css("script")
        if not (node.attributes.get("src") or "").lstrip("./").startswith("static/")
        and node.attributes.get("type") != "application/json"
    ]
    named = [f"{node.tag} {name}" for node in read.css("*") for name in node.attributes if name.startswith("on")]
    leads = [node.attributes.get("href") or "" for node in read.css("a[href]")]
    bad = [href for href in leads if re.match(r"\s*(?!https?:)[a-z]+:", href, re.IGNORECASE)]
    return [*scripts, *named, *bad, *(node.html or "" for node in read.css("img, iframe, object, embed, base"))]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_no_page_of_a_copied_site_acts_and_no_file_name_is_an_articles(written: Path):
    pages = files(written / "site")
    assert len(pages) > 20
    for path in pages:
        assert all(PLAIN_NAME.fullmatch(part) for part in path.relative_to(written / "site").parts), path
        if path.suffix == ".html":
            html = path.read_text("utf-8")
            assert acting(html) == [], path
            assert not UNSEEN.search(html), path


def test_a_feed_leads_to_the_web_alone(written: Path):
    feed = ET.fromstring((written / "atom").read_bytes())
    leads = [link.get("href") or "" for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert [href for href in leads if not href.startswith(("http://", "https://"))] == []
    contents = [node.text or "" for node in feed.iter("{http://www.w3.org/2005/Atom}content")]
    assert contents
    assert [acting(content) for content in contents] == [[] for _ in contents]


def test_a_calendar_leads_to_the_web_alone_and_no_word_becomes_a_property(written: Path):
    calendar = icalendar.Calendar.from_ical((written / "ics").read_bytes())
    names = {name for entry in calendar.walk("VEVENT") for name in entry}
    assert names <= {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "DESCRIPTION", "URL", "LOCATION",
                     "CATEGORIES", "TRANSP"}  # fmt: skip
    assert [
        str(e["URL"]) for e in calendar.walk("VEVENT") if not str(e.get("URL", "https://")).startswith("http")
    ] == []


@pytest.mark.parametrize("name", ["atom", "csv", "gexf", "graphml", "ics", "plover"])
def test_nothing_unseen_is_written(written: Path, name: str):
    for path in files(written / name) if (written / name).is_dir() else [written / name]:
        text = path.read_text("utf-8")
        assert text
        assert not UNSEEN.search(text), path


def test_json_lines_hold_what_is_unseen_as_escapes_only(written: Path):
    for path in files(written / "jsonl"):
        for line in path.read_bytes().decode().split("\n"):
            assert not UNSEEN.search(line), path
    assert any("\\u202e" in path.read_text("utf-8") for path in files(written / "jsonl"))


@pytest.mark.parametrize("name", ["csv", "plover"])
def test_no_cell_calculates(written: Path, name: str):
    tables = [path for path in (files(written / name) or [written / name]) if path.suffix != ".json"]
    for path in tables:
        with path.open(encoding="utf-8", newline="") as lines:
            cells = [cell for row in csv.reader(lines, delimiter="," if name == "csv" else "\t") for cell in row]
        assert cells
        assert [
            cell for cell in cells if cell.lstrip()[:1] in set("=+-@＝＋－＠") and not cell.lstrip("-").isdecimal()
        ] == []


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_graph_is_one_document_without_entities(written: Path, name: str):
    raw = (written / name).read_bytes()
    assert b"<!DOCTYPE" not in raw
    assert b"<!ENTITY" not in raw
    assert len(list(ET.fromstring(raw).iter())) > 5


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_no_brief_acts(harmful: Record, tmp_path: Path, form: str):
    path = tmp_path / f"b.{form}"
    done = run("brief", "CN", "VN", "-r", harmful.path, "-o", path)
    assert done.exit_code == 0, done.output
    if form == "docx":
        with zipfile.ZipFile(path) as packed:
            rels = b"".join(packed.read(name) for name in packed.namelist() if name.endswith(".rels")).decode()
            assert not [name for name in packed.namelist() if "vba" in name.lower() or "activeX" in name]
            text = packed.read("word/footnotes.xml").decode()
        outside = re.findall(r'Target="([^"]*)"[^>]*TargetMode="External"', rels)
        assert [to for to in outside if not to.startswith(("http://", "https://"))] == []
        assert "毒报" in text
        assert not UNSEEN.search(text)
        return
    text = path.read_text("utf-8")
    assert not UNSEEN.search(text)
    html = text if form == "html" else MarkdownIt("commonmark", {"html": True}).render(text)
    assert "毒报" in html
    assert acting(html) == []
