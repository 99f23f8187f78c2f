"""Address or category → publisher, by the table data/publishers.tsv."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_HOST = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:\s]+)")


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher as the table has it: `hosts` are ends of host names, `zone` hours from UTC (winter time)."""

    name: str
    hosts: tuple[str, ...]
    category: str
    country: str
    zone: int
    script: str
    full_name: str


def table_rows(name: str) -> list[list[str]]:
    """The rows of a table beside the readers, without comments and header row."""
    text = files("bilat.readers").joinpath("data", name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return rows[1:]


@cache
def publishers() -> tuple[Publisher, ...]:
    """All known publishers, by name."""
    return tuple(
        Publisher(name, tuple(host.split("|")), category, country, int(zone), script, full)
        for name, host, category, country, zone, script, full in table_rows("publishers.tsv")
    )


def host_of(url: str) -> str:
    """The host of an address in lower case; empty when there is none."""
    found = _HOST.match(url)
    return found[1].lower() if found else ""


@lru_cache(maxsize=1024)
def _by_host(host: str) -> Publisher | None:
    for publisher in publishers():
        if any(host == h or host.endswith("." + h) for h in publisher.hosts):
            return publisher
    return None


def by_address(url: str | None) -> Publisher | None:
    """The publisher of an address, if its host is in the table."""
    return _by_host(host_of(url)) if url else None


@cache
def _by_category() -> dict[str, Publisher]:
    return {p.category: p for p in publishers() if p.category}


def by_category(words: str) -> Publisher | None:
    """The publisher that one of the words of a category field names."""
    known = _by_category()
    return next((known[w] for w in words.lower().split() if w in known), None)


def name_of(url: str | None, given: str = "", category: str = "") -> str | None:
    """What a document's `publisher` says: the name given with it, else the table's by address or category, else the
    address's host, else None."""
    if given:
        return given
    found = by_address(url) or by_category(category)
    if found:
        return found.name
    return host_of(url).removeprefix("www.") or None if url else None
