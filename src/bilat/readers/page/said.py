"""What a page says of itself: metadata, data for search engines, title, and the day printed near its headline."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final, cast

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from bilat.model import DateSource
from bilat.readers.clean import plain, tidy
from bilat.readers.dates import Dates, in_address, in_name
from bilat.readers.markup import Line
from bilat.readers.parts import is_sentence
from bilat.readers.printed import add_printed
from bilat.readers.publishers import name_of

_LONGEST_TITLE: Final = 500
_PUBLISHED: Final = (
    "article:published_time", "og:published_time", "og:article:published_time", "datePublished", "pubdate",
    "publishdate", "publish-date", "parsely-pub-date", "weibo: article:create_at", "dcterms.created",
)  # fmt: skip
_DATED: Final = ("date", "DC.date.issued", "DC.date")
"""Names under which sites give any date of a page; asked when nothing says better."""
_TITLES: Final = ("og:title", "twitter:title")
_SITE_TAIL: Final = re.compile(r"\s+[-–—|_]\s+[^-–—|_]{2,40}\Z|_[^_]{2,30}\Z")
_SAVED_FROM: Final = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
_TIMES: Final = (
    '[itemprop="datePublished"]',
    "time[pubdate]",
    "article time[datetime], main time[datetime]",
    "time[datetime]",
)
_BEFORE, _AFTER = 3, 10
"""Lines around the headline where the day is printed."""
_LONGEST_DATE_LINE: Final = 90
_PRINTED: Final = re.compile(
    r"(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
    r"(?:[ T,-]*\d{1,2}:\d{2}(?::\d{2})?)?(?!\d)"
)
_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH: Final = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ENGLISH: Final = re.compile(
    rf"{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b"
    rf"|(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})\b",
    re.IGNORECASE,
)


class Said(Struct):
    """`meta` by name or property (the first counts), the JSON-LD object of the article or of what is dated."""

    meta: dict[str, str]
    linked: dict[str, object]

    @property
    def is_article(self) -> bool:
        """Whether the page calls itself one."""
        kinds = self.linked.get("@type")
        names = [str(k) for k in cast("list[object]", kinds)] if isinstance(kinds, list) else [str(kinds)]
        return (
            self.meta.get("og:type", "").lower().startswith("article")
            or "article:published_time" in self.meta
            or any(name.endswith(("Article", "NewsArticle", "BlogPosting", "Posting")) for name in names)
        )

    @property
    def text(self) -> str:
        """The article's text as given to search engines; empty when it is not."""
        body = self.linked.get("articleBody")
        return body if isinstance(body, str) else ""


def said_of(tree: LexborHTMLParser) -> Said:
    """What a page's head says."""
    return Said(_meta(tree), _linked_data(tree))


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        a = node.attributes
        name = a.get("property") or a.get("name") or a.get("itemprop")
        if name:
            found.setdefault(name, a.get("content") or "")
    return found


def _linked_data(tree: LexborHTMLParser) -> dict[str, object]:
    """The first JSON-LD object that has a date of publication; empty when none has."""
    for node in tree.css('script[type="application/ld+json"]')[:20]:
        try:
            value: object = json.loads(node.text())
        except (ValueError, RecursionError):
            continue
        for item in _objects(value):
            if "datePublished" in item:
                return item
    return {}


def _objects(value: object) -> Iterator[dict[str, object]]:
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    for item in items[:50]:
        if isinstance(item, dict):
            item = cast("dict[str, object]", item)
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (
                    cast("dict[str, object]", g) for g in cast("list[object]", graph)[:50] if isinstance(g, dict)
                )


def address_of(tree: LexborHTMLParser, said: Said, text: str) -> str | None:
    """The address that the page gives as its own, or that the browser that saved it noted."""
    canonical = tree.css_first('link[rel="canonical"]')
    href = canonical.attributes.get("href") if canonical else None
    saved = _SAVED_FROM.search(text, 0, 4000)
    for url in (href, said.meta.get("og:url"), saved[1] if saved else None):
        if url and url.strip().startswith(("http://", "https://")):
            return url.strip()
    return None


def headline_of(tree: LexborHTMLParser, said: Said) -> str:
    """The page's headline; empty when it has none."""
    given = said.linked.get("headline")
    title = tree.css_first("title")
    tops = tree.css("h1")
    candidates = (
        *(said.meta.get(name, "") for name in _TITLES),
        given if isinstance(given, str) else "",
        tops[0].text() if len(tops) == 1 else "",
        _SITE_TAIL.sub("", tidy(title.text()[:_LONGEST_TITLE])) if title else "",
        tops[0].text() if tops else "",
    )
    headline = next((h for h in (plain(c[:_LONGEST_TITLE]) for c in candidates) if h), "")
    first = plain(tops[0].text()) if tops else ""
    return first if first and len(first) >= 6 and headline.startswith(first) else headline


def publisher_of(url: str | None, said: Said) -> str | None:
    """The publisher's name: of an address we know, else as the page gives it."""
    known = name_of(url)
    by = said.linked.get("publisher")
    given = cast("dict[str, object]", by).get("name") if isinstance(by, dict) else None
    site = plain(said.meta.get("og:site_name", "") or (given if isinstance(given, str) else ""))
    return site if site and (known is None or "." in known) else known


def dates_of(
    tree: LexborHTMLParser, said: Said, lines: Sequence[Line], around: Sequence[Line], url: str | None
) -> Dates:
    """All dates of a page: what it says (two that disagree are both kept), what is printed near the headline (`around`)
    or in the text (`lines`), what its address holds."""
    dates = Dates()
    dates.add(next((said.meta[k] for k in _PUBLISHED if said.meta.get(k)), None), DateSource.META)
    dates.add(said.linked.get("datePublished"), DateSource.META)
    if not dates.found:
        dates.add(_time(tree) or next((said.meta[k] for k in _DATED if said.meta.get(k)), None), DateSource.META)
    add_printed(dates, lines, url)
    if not any(found.how is DateSource.DATELINE for found in dates.found):
        _add_near(dates, around)
    dates.add_day(in_address(url) if url else None, DateSource.ADDRESS)
    return dates


def add_file_name(dates: Dates, name: str) -> None:
    """The day in the name of a file."""
    dates.add_day(in_name(name), DateSource.FILE_NAME)


def near(own: Sequence[Line], headline: str) -> Sequence[Line]:
    """The lines around the headline; those at the top where it stands nowhere."""
    at = next((k for k, line in enumerate(own) if line.text == headline), 0)
    return own[max(0, at - _BEFORE) : at + _AFTER]


def _time(tree: LexborHTMLParser) -> str | None:
    for selector in _TIMES:
        for node in tree.css(selector)[:1]:
            given = node.attributes.get("content") or node.attributes.get("datetime")
            if given:
                return given
    return None


def _add_near(dates: Dates, around: Sequence[Line]) -> None:
    for line in around:
        if line.linked or len(line.text) > _LONGEST_DATE_LINE or is_sentence(line.text):
            continue
        if m := _PRINTED.search(line.text):
            dates.add(m[0], DateSource.DATELINE)
            return
        if m := _ENGLISH.search(line.text):
            month, day, year = (m[1], m[2], m[3]) if m[1] else (m[5], m[4], m[6])
            dates.add(f"{year}-{_MONTHS.index(month.lower()) + 1}-{day}", DateSource.DATELINE)
            return
