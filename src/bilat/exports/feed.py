"""Atom: the newest events, by the day on which they were first reported, with the words that tell of each."""

from heapq import nlargest
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from bilat.exports.base import EVENT_FILTERS, Asked
from bilat.exports.calendar import summary
from bilat.exports.pages import page_of, told, xml_text
from bilat.exports.select import events
from bilat.model.rows import EventRow
from bilat.record import Record
from bilat.views.dates import when

ATOM: Final = "http://www.w3.org/2005/Atom"
ENTRIES: Final = 100
"""Entries of a feed unless `--limit` says otherwise."""
_NEVER: Final = "1970-01-01"
"""The day of what has none: Atom wants one in every entry."""


class Feed:
    """The format `atom`."""

    name = "atom"
    about = f"a feed of the {ENTRIES} events that were first reported last, the newest first"
    suffix = ".atom"
    streams = ".atom"
    needs = ()
    takes = EVENT_FILTERS | {"base_url", "limit"}
    files = frozenset[str]()

    def write(self, record: Record, asked: Asked, target: Path) -> None:
        """One file."""
        found = events(record, asked, background=False)
        newest = nlargest(asked.limit or ENTRIES, found, key=lambda event: (first_told(event), event.id))
        feed = _feed(asked, max((_last_told(event) for event in newest), default=_NEVER))
        for event in newest:
            feed.append(_entry(event, asked.base_url))
        ET.indent(feed, " ")
        _ = target.write_bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def first_told(event: EventRow) -> str:
    """The day on which it was first reported."""
    return min((report.published for report in event.reports if report.published), default=_NEVER)


def _last_told(event: EventRow) -> str:
    return max((report.published for report in event.reports if report.published), default=_NEVER)


def _feed(asked: Asked, updated: str) -> ET.Element:
    """A feed is known by what it is asked for: the same request is the same feed in every record."""
    chosen = (*asked.countries, *asked.types, asked.status or "", asked.person or "")
    feed = ET.Element("feed", xmlns=ATOM)
    _say(feed, "id", f"urn:bilat:events:{':'.join(quote(word, safe='') for word in chosen if word) or 'all'}")
    _say(feed, "title", " ".join(["bilat: new events", *asked.countries]))
    _say(feed, "updated", _time(updated))
    _say(ET.SubElement(feed, "author"), "name", "bilat")
    if asked.base_url is not None:
        _ = ET.SubElement(feed, "link", rel="alternate", href=asked.base_url)
    return feed


def _entry(event: EventRow, base_url: str | None) -> ET.Element:
    entry = ET.Element("entry")
    _say(entry, "id", f"urn:bilat:event:{event.id}")
    _say(entry, "title", f"{when(event.start, event.end)} {summary(event)}")
    _say(entry, "published", _time(first_told(event)))
    _say(entry, "updated", _time(_last_told(event)))
    if address := page_of(event, base_url):
        _ = ET.SubElement(entry, "link", rel="alternate", href=xml_text(address))
    for term in (event.type, event.status):
        _ = ET.SubElement(entry, "category", term=term)
    _say(entry, "content", _content(event)).set("type", "html")
    return entry


def _content(event: EventRow) -> str:
    """Where, and every report with its quotations, as HTML; all words of articles are escaped."""
    where = f"<p>{escape(xml_text(event.place))}</p>" if event.place else ""
    reports = "".join(
        f"<blockquote>{'<br/>'.join(escape(xml_text(ev.quote)) for ev in report.evidence)}</blockquote>"
        f"<p>{escape(xml_text(told(report)))}, document {escape(xml_text(report.document))}</p>"
        for report in event.reports
    )
    return f"{where}{reports}<p>event {escape(event.id)}</p>"


def _say(parent: ET.Element, tag: str, text: str) -> ET.Element:
    made = ET.SubElement(parent, tag)
    made.text = xml_text(text)
    return made


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"
