"""HTML → lines: one for each paragraph, with the part its element says it is.

Walks lexbor's tree in document order without recursion. Elements of blocks end a line, `br` too; what is inside
`script`, `style` and the like is left out. Which element is a caption, a teaser or a footer stands in data/marks.tsv.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bilat.model import Part
from bilat.readers.clean import strip_controls, tidy
from bilat.readers.marks import marks

MAX_DEPTH = 400
"""Elements nested deeper than this are taken as if they stood at this depth: browsers stop at 512, lexbor's time grows
with the square of the depth (100,000 open divs: 44 s)."""

_HARMLESS = 1500
"""A text with fewer tags than this cannot be nested deeply enough to matter."""

# fmt: off
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr", "img", "picture", "source",
))
_LEFT_OUT = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "button", "select", "textarea",
    "input", "audio", "video", "canvas", "map", "head", "math", "dialog", "nav",
))
_STRONG = frozenset(("strong", "b"))
_BARE = frozenset(("p", "strong", "b", "i", "em"))
"""Elements whose attributes are not looked at."""
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))
# fmt: on
_BETWEEN = " \n\t\u3000\xa0()（）[]【】、，。：:"
"""What may stand around a link without being text of its own."""
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s<>/]*)[^>]*>?")
_MARKUP = re.compile(r"<(?:p|div|br|figure|main|article|h[1-6]|section|table|ul|ol|img|span)[\s/>]", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """One line of an article to be: its text, tidied; the part its markup gives, if any; whether all of it is linked or
    strong; whether it follows its predecessor without an empty line (page text)."""

    text: str
    part: Part | None = None
    linked: bool = False
    strong: bool = False
    close: bool = False


class _Place(NamedTuple):
    """Where a node stands: its block, the part of it, whether it is linked or strong."""

    block: int
    part: Part | None = None
    linked: bool = False
    strong: bool = False


class _Words(NamedTuple):
    """A text node: the block and the number of line ends before it say which line it belongs to."""

    text: str
    place: _Place
    ends: int


def has_markup(text: str) -> bool:
    """Whether a text is HTML rather than plain text or Markdown."""
    return bool(_MARKUP.search(text))


def parse(html: str) -> LexborHTMLParser:
    """The parsed page; nesting beyond MAX_DEPTH is flattened first."""
    return LexborHTMLParser(flatten(html))


def flatten(html: str) -> str:
    """The page without the tags that open beyond MAX_DEPTH, and without their ends."""
    if html.count("<") < _HARMLESS:
        return html
    depth = 0
    kept: list[str] = []
    at = 0
    for m in _TAG.finditer(html):
        if m[2].lower() in _VOID:
            continue
        depth = max(0, depth + (-1 if m[1] else 1))
        if depth > MAX_DEPTH or (m[1] and depth == MAX_DEPTH):
            kept.append(html[at : m.start()])
            at = m.end()
    return "".join((*kept, html[at:])) if kept else html


def lines_of(tree: LexborHTMLParser) -> list[Line]:
    """The lines of a parsed page in order."""
    body = tree.body
    return lines_under(body) if body is not None else []


def lines_under(root: LexborNode) -> list[Line]:
    """The lines below one element in order."""
    lines: list[Line] = []
    words = _words(root)
    for _, group in groupby(words, key=_line_of):
        line = _line(list(group))
        if line is not None:
            lines.append(line)
    return lines


def _line_of(words: _Words) -> tuple[int, int]:
    return words.place.block, words.ends


def _words(root: LexborNode) -> Iterator[_Words]:
    places = {root.mem_id: _Place(root.mem_id)}
    ends = 0
    for node in root.traverse(include_text=True):
        parent = node.parent
        place = places.get(parent.mem_id) if parent is not None else None
        if place is None:
            continue  # the root itself, or inside what is left out
        tag = node.tag
        if tag == "-text":
            yield _Words(node.text_content or "", place, ends)
        elif tag in _INLINE:
            places[node.mem_id] = _inside(node, tag or "", place, place.block)
        elif tag == "br":
            ends += 1
        elif tag not in _LEFT_OUT and tag and tag[0] not in "-_":
            ends += 1
            places[node.mem_id] = _inside(node, tag, place, node.mem_id)


def _inside(node: LexborNode, tag: str, place: _Place, block: int) -> _Place:
    """The place of what stands inside an element."""
    part = place.part
    if part is not Part.TEASER and part is not Part.FOOTER:
        part = _part_of(node, tag) or part
    return _Place(block, part, place.linked or tag == "a", place.strong or tag in _STRONG)


def _line(words: list[_Words]) -> Line | None:
    """One line of the text nodes that stand on it; None when they are blank."""
    text = tidy(strip_controls("".join([w.text for w in words])))
    if not text:
        return None
    if len(words) == 1:
        place = words[0].place
        return Line(text, place.part, place.linked, place.strong)
    said = [w.place for w in words if w.text.strip(_BETWEEN)] or [w.place for w in words]
    first = next(w.place for w in words if w.text.strip())
    return Line(text, first.part, all(p.linked for p in said), all(p.strong for p in said))


def _part_of(node: LexborNode, tag: str) -> Part | None:
    """The part an element's tag, classes or attributes give to what is inside, if they do."""
    table = marks()
    part = table.tags.get(tag)
    if part is None and tag not in _BARE:
        for name, value in node.attributes.items():
            if name == "class":
                part = next((table.classes[c] for c in (value or "").split() if c in table.classes), None)
            else:
                part = table.attributes.get(name) or table.attributes.get(f"{name}={value}")
            if part:
                break
    return part
