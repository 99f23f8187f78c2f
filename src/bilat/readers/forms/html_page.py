"""A plain HTML page as a browser saves it: headline, date, address, publisher from its metadata, text by trafilatura.

Pages longer than LARGE are read without trafilatura, whose time and memory grow too fast: the element with the most
running text is taken.
"""

import json
import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from functools import cache
from typing import cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bilat.errors import ReadError
from bilat.model import DateSource, Failure, Part, Source
from bilat.readers.base import RawFile
from bilat.readers.clean import plain, tidy
from bilat.readers.compose import Draft, oddities
from bilat.readers.dates import Dates, in_address, in_name
from bilat.readers.markup import Line, flatten, lines_of, lines_under
from bilat.readers.parts import is_sentence
from bilat.readers.printed import add_printed
from bilat.readers.publishers import name_of

LARGE = 2_000_000
"""Characters of HTML beyond which trafilatura is not asked."""

_LEADING = re.compile(
    r"(?>\s*<!--(?!\s*\d{12,13}\s*-->).*?-->)*+\s*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_TITLE = 500
_PARAGRAPHS = 20_000
_MOST = 0.6
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
_META_DATES = ("article:published_time", "og:published_time", "datePublished", "pubdate", "publishdate", "publish-date",
               "date", "DC.date.issued", "dcterms.created", "parsely-pub-date", "weibo: article:create_at")  # fmt: skip
_META_TITLES = ("og:title", "twitter:title")
_SITE_TAIL = re.compile(r"\s+[-–—|_]\s+[^-–—|_]{2,40}\Z|_[^_]{2,30}\Z")


class HtmlPage:
    """Reads saved HTML pages."""

    form = "html"

    def recognises(self, head: str, path: str) -> int:
        """The document begins with a page's first elements; markup below a name in .html will do."""
        if _LEADING.match(head):
            return 80
        start = head.lstrip()
        return 50 if start.startswith("<") and path.lower().endswith((".html", ".htm", ".xhtml", ".shtml")) else 0

    def read(self, raw: RawFile) -> Iterator[Draft | Failure]:
        """The page's one document."""
        decoded = raw.whole()
        draft = html_draft(decoded.text, None, raw.name)
        draft.problems.extend(oddities(decoded))
        draft.source = Source(raw.path, self.form)
        yield draft


def html_draft(text: str, url: str | None, name: str) -> Draft:
    """The article of a page, from an address if it is known. Raises ReadError when it has no running text."""
    html = flatten(text)
    tree = LexborHTMLParser(html)
    meta = _meta(tree)
    linked = _linked_data(tree)
    url = _address(tree, meta, text) or url
    headline = _headline(tree, meta, linked)
    lines = _main_lines(tree, html)
    lines = [line for line in lines if line.text != headline]
    if not any(is_sentence(line.text) for line in lines):
        msg = "a page without running text"
        raise ReadError(msg)
    draft = Draft(headline or lines.pop(0).text, lines, url)
    draft.publisher = _publisher(url, meta)
    draft.dates = _dates(tree, meta, linked, lines, url, name)
    return draft


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    """Name or property of each meta element → its content; the first of a name counts."""
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


def _address(tree: LexborHTMLParser, meta: dict[str, str], text: str) -> str | None:
    canonical = tree.css_first('link[rel="canonical"]')
    href = canonical.attributes.get("href") if canonical else None
    saved = _SAVED_FROM.search(text, 0, 4000)
    for url in (href, meta.get("og:url"), saved[1] if saved else None):
        if url and url.startswith(("http://", "https://")):
            return url.strip()
    return None


def _headline(tree: LexborHTMLParser, meta: dict[str, str], linked: dict[str, object]) -> str:
    given = linked.get("headline")
    title = tree.css_first("title")
    tops = tree.css("h1")
    candidates = (
        *(meta.get(name, "") for name in _META_TITLES),
        given if isinstance(given, str) else "",
        tops[0].text() if len(tops) == 1 else "",
        _SITE_TAIL.sub("", tidy(title.text()[:_LONGEST_TITLE])) if title else "",
        tops[0].text() if tops else "",
    )
    headline = next((h for h in (plain(c[:_LONGEST_TITLE]) for c in candidates) if h), "")
    first = plain(tops[0].text()) if tops else ""
    return first if first and len(first) >= 6 and headline.startswith(first) else headline


def _publisher(url: str | None, meta: dict[str, str]) -> str | None:
    known = name_of(url)
    site = plain(meta.get("og:site_name", ""))
    return site if site and (known is None or "." in known) else known


def _dates(
    tree: LexborHTMLParser,
    meta: dict[str, str],
    linked: dict[str, object],
    lines: list[Line],
    url: str | None,
    name: str,
) -> Dates:
    dates = Dates()
    stamp = next((meta[k] for k in _META_DATES if meta.get(k)), None) or linked.get("datePublished")
    if not stamp and (time := tree.css_first("article time[datetime], main time[datetime], time[datetime]")):
        stamp = time.attributes.get("datetime")
    dates.add(stamp, DateSource.META)
    add_printed(dates, lines, url)
    dates.add_day(in_address(url) if url else None, DateSource.ADDRESS)
    dates.add_day(in_name(name), DateSource.FILE_NAME)
    return dates


def _main_lines(tree: LexborHTMLParser, html: str) -> list[Line]:
    lines = _by_trafilatura(html) if len(html) <= LARGE else []
    if not any(is_sentence(line.text) for line in lines):
        best = _fullest(tree)
        lines = lines_under(best) if best is not None else lines_of(tree)
    return lines


@cache
def _short_articles() -> ConfigParser:
    """Settings for Chinese: below its 250 characters, a lot fewer words there than here, trafilatura gives up on
    paragraphs and returns the page as one, share bar and all."""
    from trafilatura.settings import DEFAULT_CONFIG  # noqa: PLC0415  see _by_trafilatura

    config = ConfigParser()
    config.read_dict(DEFAULT_CONFIG)
    config["DEFAULT"].update({"MIN_EXTRACTED_SIZE": "60", "MIN_OUTPUT_SIZE": "1"})
    return config


def _by_trafilatura(html: str) -> list[Line]:
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    from trafilatura import extract  # noqa: PLC0415  a quarter of a second, and only this form needs it

    try:
        found = extract(
            html, output_format="xml", include_comments=False, include_tables=False, fast=True, config=_short_articles()
        )
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        return []  # lxml and trafilatura on broken pages; the fallback reads them
    if not found:
        return []
    body = found[found.find("<main>") :]
    lines: list[Line] = []
    for m in re.finditer(r"<(p|head|item|quote|lb)\b[^>]*>(.*?)(?=</\1>|<lb|\Z)", body, re.DOTALL):
        text = plain(re.sub(r"<[^>]+>", "", m[2]))
        if text:
            lines.append(Line(text, Part.HEADING if m[1] == "head" else None))
    return lines


def _fullest(tree: LexborHTMLParser) -> LexborNode | None:
    """The innermost element that holds most of the text of the page's paragraphs."""
    weights: dict[int, int] = {}
    nodes: dict[int, tuple[int, LexborNode]] = {}
    total = 0
    for paragraph in tree.css("p")[:_PARAGRAPHS]:
        length = len(paragraph.text(deep=True))
        total += length
        above: list[LexborNode] = []
        node = paragraph.parent
        while node is not None:
            above.append(node)
            node = node.parent
        for height, node in enumerate(above):
            weights[node.mem_id] = weights.get(node.mem_id, 0) + length
            nodes.setdefault(node.mem_id, (len(above) - height, node))
    enough = [nodes[key] for key, weight in weights.items() if weight >= _MOST * total]
    return max(enough, key=lambda found: found[0])[1] if enough else None
