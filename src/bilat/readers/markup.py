"""HTML → lines: one for each paragraph, with the part its element says it is.

Walks lexbor's tree in document order without recursion. Elements of blocks end a line, `br` too; what is inside
`script`, `style` and the like is left out. Which element is a caption, a teaser or a footer stands in data/marks.tsv.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from bilat.model import Part
from bilat.readers.clean import is_clean, strip_controls, tidy
from bilat.readers.marks import marks

MAX_DEPTH = 400
"""Elements nested deeper than this are taken as if they stood at this depth: browsers stop at 512, lexbor's time grows
with the square of the depth (100,000 open divs: 44 s)."""

_NO_EVENTS = LexborDocumentOptions.WO_EVENTS.value
"""Nothing looks at the tree while it grows; a third less time."""

_HARMLESS = 1500
"""A text with fewer tags than this cannot be nested deeply enough to matter."""

# fmt: off
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var",
))
_LEFT_OUT = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "button", "select", "textarea",
    "input", "audio", "video", "canvas", "map", "head", "math", "dialog", "nav",
    "img", "picture", "source", "wbr",
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


def has_markup(text: str) -> bool:
    """Whether a text is HTML rather than plain text or Markdown."""
    return bool(_MARKUP.search(text))


def parse(html: str) -> LexborHTMLParser:
    """The parsed page; nesting beyond MAX_DEPTH is flattened first."""
    return LexborHTMLParser(flatten(html), options=_NO_EVENTS)


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
    places = {root.mem_id: _Place(root.mem_id)}
    lines: list[Line] = []
    words: list[str] = []
    spots: list[_Place] = []
    place_of = places.get
    for node in root.traverse(include_text=True):
        parent = node.parent
        place = place_of(parent.mem_id) if parent is not None else None
        if place is None:
            continue  # the root itself, or inside what is left out
        tag = node.tag or "-"
        if tag == "-text":
            if spots and spots[-1].block != place.block:
                _end(lines, words, spots)
            words.append(node.text_content or "")
            spots.append(place)
        elif tag in _INLINE:
            places[node.mem_id] = _inside(node, tag, place, place.block)
        elif tag not in _LEFT_OUT and tag[0] not in "-_":
            if words:
                _end(lines, words, spots)
            if tag != "br":
                places[node.mem_id] = _inside(node, tag, place, node.mem_id)
    if words:
        _end(lines, words, spots)
    if not is_clean("".join([line.text for line in lines])):  # references such as &#27; bring controls back
        for line in lines:
            line.text = tidy(strip_controls(line.text))
        lines = [line for line in lines if line.text]
    return lines


def _inside(node: LexborNode, tag: str, place: _Place, block: int) -> _Place:
    """The place of what stands inside an element."""
    part = place.part
    if tag == "p":
        return _Place(block, part, place.linked, place.strong)
    if part is not Part.TEASER and part is not Part.FOOTER:
        part = _part_of(node, tag) or part
    return _Place(block, part, place.linked or tag == "a", place.strong or tag in _STRONG)


def _end(lines: list[Line], words: list[str], spots: list[_Place]) -> None:
    """End a line: add it to the lines unless it is blank, and begin the next."""
    text = tidy(words[0] if len(words) == 1 else "".join(words))
    if text:
        first = spots[0]
        if len(words) == 1:
            lines.append(Line(text, first.part, first.linked, first.strong))
        else:
            said = [spot for spot, word in zip(spots, words, strict=True) if word.strip(_BETWEEN)] or spots
            part = next(spot.part for spot, word in zip(spots, words, strict=True) if word and not word.isspace())
            lines.append(Line(text, part, all(p.linked for p in said), all(p.strong for p in said)))
    words.clear()
    spots.clear()


def _part_of(node: LexborNode, tag: str) -> Part | None:
    """The part an element's tag, classes or attributes give to what is inside, if they do."""
    table = marks()
    part = table.tags.get(tag)
    if part is None and tag not in _BARE:
        for name, value in node.attributes.items():
            if name == "class":
                part = _part_of_classes(value or "")
            elif name in table.attribute_names:
                part = table.attributes.get(name) or table.attributes.get(f"{name}={value}")
            if part:
                break
    return part


@lru_cache(maxsize=1024)
def _part_of_classes(words: str) -> Part | None:
    classes = marks().classes
    return next((classes[word] for word in words.split() if word in classes), None)
