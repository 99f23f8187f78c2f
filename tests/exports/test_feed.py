"""Atom: valid for feedparser, the newest first, with the words that tell of each event."""

from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser

from bilat.exports import Asked
from bilat.exports.feed import ATOM, first_told
from bilat.record import Record
from tests.exports.write import written


def parsed(path: Path) -> feedparser.FeedParserDict:
    read = feedparser.parse(path.read_bytes())
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10"
    return read


def test_events_stand_by_the_day_on_which_they_were_first_reported(record: Record, tmp_path: Path):
    read = parsed(written(record, "atom", tmp_path / "feed.atom"))
    events = {f"urn:bilat:event:{one.id}": one for one in record.events(background=False)}
    newest = sorted(events.values(), key=lambda one: (first_told(one), one.id), reverse=True)[:100]
    assert [entry.id for entry in read.entries] == [f"urn:bilat:event:{one.id}" for one in newest]
    for entry in read.entries:
        one = events[entry.id]
        told = sorted(report.published for report in one.reports if report.published) or ["1970-01-01"]
        assert (entry.published[:10], entry.updated[:10]) == (told[0], told[-1])
        content = unescape(entry.content[0].value)
        for report in one.reports:
            assert report.document in content
            assert all(ev.quote in content for ev in report.evidence)
    assert read.feed.updated == max(entry.updated for entry in read.entries)


def test_a_feed_of_two_countries_has_an_id_of_its_own_and_links_to_pages(record: Record, tmp_path: Path):
    asked = Asked(countries=("CN", "VN"), limit=3, base_url="http://127.0.0.1:8000")
    read = parsed(written(record, "atom", tmp_path / "feed.atom", asked))
    assert read.feed.id == "urn:bilat:events:CN:VN"
    assert len(read.entries) == 3
    for entry in read.entries:
        assert entry.link == f"http://127.0.0.1:8000/event/{entry.id.rpartition(':')[2]}"


def test_every_entry_has_what_the_format_asks_for(record: Record, tmp_path: Path):
    feed = ET.fromstring(written(record, "atom", tmp_path / "feed.atom").read_bytes())
    for element in (feed, *feed.findall(f"{{{ATOM}}}entry")):
        for tag in ("id", "title", "updated"):
            assert len(element.findall(f"{{{ATOM}}}{tag}")) == 1
    assert feed.findall(f"{{{ATOM}}}author")


def test_words_of_articles_are_words_in_the_content(hostile: Record, tmp_path: Path):
    path = written(hostile, "atom", tmp_path / "feed.atom")
    read = parsed(path)
    assert len(read.entries) == 2
    raw = ET.fromstring(path.read_bytes()).findtext(f"{{{ATOM}}}entry/{{{ATOM}}}content") or ""
    assert "<script" not in raw
    assert "\x01" not in raw
