"""A page → the lines of its running text.

trafilatura finds which they are; the page's own lines tell what it does not: whether a line is a link as a whole, a
caption or a teaser, and the summary above the text. The text that a page gives to search engines counts where little
else is there. Measured against others on the pages of tests/readers/crawl: docs/decisions.md.
"""

import logging
import re
from collections.abc import Sequence
from configparser import ConfigParser
from functools import cache
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bilat.model import Part
from bilat.readers.clean import plain
from bilat.readers.markup import Line, lines_of, lines_under
from bilat.readers.parts import is_sentence

LARGE: Final = 2_000_000
"""Characters of HTML beyond which trafilatura is not asked."""
_PARAGRAPHS: Final = 20_000
_MOST: Final = 0.6
_MORE: Final = 1.3
"""How much longer the text for search engines must be to count instead of the page's."""
_AS_MUCH: Final = 0.9
"""The same where the page's text has fewer paragraphs: they were run together."""
_LONG: Final = 60
"""Characters from which a line may be several that were run together."""
_GAP: Final = 3
"""Characters between two of them."""
_LEAD_LINES: Final = 12
"""Lines between headline and text among which a summary is looked for."""
_OTHER: Final = frozenset((Part.TEASER, Part.FOOTER, Part.CREDIT))


def main_lines(tree: LexborHTMLParser, headline: str, said: str) -> list[Line]:
    """The lines of the article on a pruned page; `said` is its text for search engines, or nothing."""
    html = tree.html or ""
    own = lines_of(tree)
    lines = _by_trafilatura(html) if len(html) <= LARGE else []
    if not any(is_sentence(line.text) for line in lines):
        best = _fullest(tree)
        lines = lines_under(best) if best is not None else own
    else:
        lines = _placed(_parted(lines, own, headline), own, headline)
    told = [Line(text) for text in map(plain, said.split("\n")) if text]
    more = _MORE if len(told) <= len(lines) else _AS_MUCH
    return told if told and _length(told) > more * _length(lines) else lines


def _length(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines if not line.linked and line.part not in _OTHER)


def _parted(lines: list[Line], own: Sequence[Line], headline: str) -> list[Line]:
    """The lines; where several of the page's own stand in one, as in layouts that it gives up on, those instead."""
    known = {line.text for line in own}
    found: list[Line] = []
    for line in lines:
        inside = [] if line.text in known or len(line.text) < _LONG else _inside(line.text, own)
        if len(inside) > 1:
            top = next((at for at, one in enumerate(inside) if one.text == headline), -1)
            found.extend(inside[top + 1 :])
        else:
            found.append(line)
    return found


def _inside(text: str, own: Sequence[Line]) -> list[Line]:
    """The page's lines that stand in a text one after the other, and make up most of it."""
    at, inside = 0, list[Line]()
    for line in own:
        found = text.find(line.text, at)
        if found >= 0 and (not inside or found - at <= _GAP):
            inside.append(line)
            at = found + len(line.text)
    return inside if sum(len(line.text) for line in inside) >= _MOST * len(text) else []


def _placed(lines: list[Line], own: list[Line], headline: str) -> list[Line]:
    """The lines with what the markup says of them, below the summary."""
    known: dict[str, int] = {}
    for at, line in enumerate(own):
        _ = known.setdefault(line.text, at)
    places = [known.get(line.text) for line in lines]
    for line, at in zip(lines, places, strict=True):
        if at is not None:
            line.part, line.linked, line.strong = line.part or own[at].part, own[at].linked, own[at].strong
    first = min((at for at in places if at is not None), default=0)
    top = known.get(headline)
    if top is None or not top < first <= top + _LEAD_LINES:
        return lines
    above = [line for line in own[top + 1 : first] if line.part is None and not line.linked and is_sentence(line.text)]
    there = {line.text for line in lines}
    return [*(line for line in above if line.text not in there), *lines]


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
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError, SyntaxError):
        return []  # lxml (its own are SyntaxErrors) and trafilatura on broken pages; the fallback reads them
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
