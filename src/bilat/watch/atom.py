"""What was told, as an Atom file that any feed reader follows: the newest first, the same entries the same bytes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

from bilat.views.clean import clean, web_address
from bilat.watch.archive import write

ATOM: Final = "http://www.w3.org/2005/Atom"
LONGEST: Final = 200
"""Entries that are kept in the file."""

Told = Mapping[str, Any]
"""An entry: `id`, `at`, `query`, `summary`, `url`, `quote`."""


def write_atom(path: Path, entries: Sequence[Told]) -> None:
    """Puts the file in its place in one step; `entries` come the newest first, at least one."""
    feed = ET.Element("feed", {"xmlns": ATOM})
    _add(feed, "id", f"urn:bilat:watch:{path.name}")
    _add(feed, "title", "bilat watch")
    _add(feed, "updated", entries[0]["at"])
    _add(_add(feed, "author"), "name", "bilat")
    for told in entries[:LONGEST]:
        entry = _add(feed, "entry")
        _add(entry, "id", f"urn:bilat:told:{told['id']}")
        _add(entry, "title", f"{told['query']}: {told['summary']}")
        _add(entry, "updated", told["at"])
        if address := web_address(told["url"]):
            _ = ET.SubElement(entry, "link", {"href": address})
        _add(entry, "content", told["quote"]).set("type", "text")
    ET.indent(feed)
    write(path, ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _add(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    """A new element; characters that XML has no place for become harmless ones."""
    made = ET.SubElement(parent, name)
    made.text = "".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in clean(text)) or None
    return made
