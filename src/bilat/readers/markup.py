"""HTML → lines: one for each paragraph, with the part its element says it is.

Walks lexbor's tree in document order without recursion. Elements of blocks end a line, `br` too; what is inside
`script`, `style` and the like is left out. Which element is a caption, a teaser or a footer stands in data/marks.tsv.
"""

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bilat.model import Part
from bilat.readers.clean import strip_controls, tidy
from bilat.readers.marks import marks

MAX_DEPTH = 400
"""Elements nested deeper than this are taken as if they stood at this depth: browsers stop at 512, lexbor's time grows
with the square of the depth (100,000 open divs: 44 s)."""

_HARMLESS = 1500
"""A text with fewer tags than this cannot be nested deeply enough to matter."""

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark q s samp small span strike strong "
    "sub sup time tt u var wbr img picture source".split()
)
_LEFT_OUT = frozenset(
    "script style noscript template svg iframe object embed button select textarea input audio video canvas map head "
    "math dialog nav".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_STRONG = frozenset("strong b".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s>/]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_MARKUP = re.compile(r"<(p|div|br|figure|main|article|h[1-6]|section|table|ul|ol|img|span)\b[^>]*>", re.I)


@dataclass(slots=True)
class Line:
    """One line of an article to be: its text, tidied; the part its markup gives, if any; whether all of it is linked or
    strong; whether it follows its predecessor without an empty line (page text)."""

    text: str
    part: Part | None = None
    linked: bool = False
    strong: bool = False
    close: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node stands: the number of its block, the part of it, and whether it is left out, linked, strong."""

    block: int
    part: Part | None = None
    out: bool = False
    linked: bool = False
    strong: bool = False


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


class _Walk:
    """Gathers the text of blocks into lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.places: dict[int, _Place] = {}
        self._pieces: list[str] = []
        self._block = -1
        self._part: Part | None = None
        self._linked = self._strong = True

    def end_line(self) -> None:
        """Close the current line."""
        if self._pieces:
            text = tidy(strip_controls("".join(self._pieces)))
            if text:
                self.lines.append(Line(text, self._part, self._linked, self._strong))
            self._pieces.clear()
        self._block, self._part, self._linked, self._strong = -1, None, True, True

    def text(self, text: str, place: _Place) -> None:
        """Add text at a place; white space alone never begins a line."""
        if place.block != self._block or place.part != self._part:
            if not text.strip():
                if self._pieces:
                    self._pieces.append(" ")
                return
            if place.block != self._block or (self._part is not None and place.part is not None):
                self.end_line()
                self._block, self._part = place.block, place.part
        if text.strip(" \n\t\u3000\xa0()（）[]【】、，。：:"):
            self._linked &= place.linked
            self._strong &= place.strong
        self._pieces.append(text)

    def element(self, node: LexborNode, tag: str, parent: _Place) -> _Place:
        """Note an element and return the place of what is inside."""
        if tag == "br":
            self.end_line()
            return parent
        if parent.out or tag in _LEFT_OUT:
            return _Place(parent.block, parent.part, out=True)
        inline = tag in _INLINE
        if not inline:
            self.end_line()
        part = parent.part
        if part not in (Part.TEASER, Part.FOOTER):
            part = _part_of(node, tag) or part
        return _Place(
            parent.block if inline else node.mem_id,
            part,
            linked=parent.linked or tag == "a",
            strong=parent.strong or tag in _STRONG,
        )


def _part_of(node: LexborNode, tag: str) -> Part | None:
    """The part an element's tag, classes or attributes give to what is inside, if they do."""
    table = marks()
    if tag in _HEADINGS:
        return Part.HEADING
    part = table.tags.get(tag)
    if part is None and tag not in ("p", "br"):
        attributes = node.attributes
        for name, value in attributes.items():
            if name == "class":
                part = next((table.classes[c] for c in (value or "").split() if c in table.classes), None)
            else:
                part = table.attributes.get(name) or table.attributes.get(f"{name}={value}")
            if part:
                break
    return part


def lines_of(tree: LexborHTMLParser) -> list[Line]:
    """The lines of a parsed page in order."""
    body = tree.body
    return lines_under(body) if body is not None else []


def lines_under(root: LexborNode) -> list[Line]:
    """The lines below one element in order."""
    walk = _Walk()
    places = walk.places
    places[root.mem_id] = _Place(root.mem_id)
    outside = _Place(0, out=True)
    for node in root.traverse(include_text=True):
        tag = node.tag
        parent = node.parent
        if parent is None or node.mem_id == root.mem_id:
            continue
        place = places.get(parent.mem_id, outside)
        if tag == "-text":
            if not place.out:
                walk.text(node.text_content or "", place)
        elif tag and tag[0] != "-" and tag != "_comment":
            places[node.mem_id] = walk.element(node, tag, place)
    walk.end_line()
    return walk.lines
