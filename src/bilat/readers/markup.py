"""HTML → lines: one for each paragraph, with the part its element says it is.

Walks lexbor's tree in document order without recursion. Elements of blocks end a line, `br` too; what is inside
`script`, `style` and the like is left out. Which element is a caption, a teaser or a footer stands in data/marks.tsv.
"""

import re

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from bilat.model import Part
from bilat.readers.balanced import balanced_lines
from bilat.readers.blocks import (
    BARE,
    INLINE,
    LEFT_OUT,
    STRONG,
    Line,
    Place,
    cleaned,
    end_line,
    part_inside,
    part_of_attributes,
)
from bilat.readers.marks import marks

MAX_DEPTH = 400
"""Elements nested deeper than this are taken as if they stood at this depth: browsers stop at 512, lexbor's time grows
with the square of the depth (100,000 open divs: 44 s)."""

_NO_EVENTS = LexborDocumentOptions.WO_EVENTS.value
"""Nothing looks at the tree while it grows; a third less time."""

_HARMLESS = 1500
"""A text with fewer tags than this cannot be nested deeply enough to matter."""

_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s<>/]*)[^>]*>?")
_MARKUP = re.compile(r"<(?:p|div|br|figure|main|article|h[1-6]|section|table|ul|ol|img|span)[\s/>]", re.IGNORECASE)


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


def html_lines(html: str) -> list[Line]:
    """The lines of a page without controls, or of a piece of one, in order."""
    html = flatten(html)
    lines = balanced_lines(html)
    return lines_of(LexborHTMLParser(html, options=_NO_EVENTS)) if lines is None else lines


def lines_of(tree: LexborHTMLParser) -> list[Line]:
    """The lines of a parsed page in order."""
    body = tree.body
    return lines_under(body) if body is not None else []


def lines_under(root: LexborNode) -> list[Line]:
    """The lines below one element in order."""
    lines: list[Line] = []
    words: list[str] = []
    spots: list[Place] = []
    place: Place = (root.mem_id, None, False, False)
    above: list[tuple[LexborNode | None, Place]] = []
    node = root.first_child
    while node is not None or above:
        if node is None:
            node, place = above.pop()
            continue
        tag = node.tag or "-"
        inside = None
        if tag == "-text":
            if spots and spots[-1][0] != place[0]:
                end_line(lines, words, spots)
            words.append(node.text_content or "")
            spots.append(place)
        elif tag in INLINE:
            inside = _inside(node, tag, place, place[0])
        elif tag not in LEFT_OUT and tag[0] not in "-_":
            if words:
                end_line(lines, words, spots)
            if tag == "p":
                inside = (node.mem_id, place[1], place[2], place[3])
            elif tag != "br":
                inside = _inside(node, tag, place, node.mem_id)
        after = node.next
        node = node.first_child if inside is not None else None
        if inside is not None and node is not None:
            above.append((after, place))
            place = inside
        else:
            node = after
    if words:
        end_line(lines, words, spots)
    return cleaned(lines)


def _inside(node: LexborNode, tag: str, place: Place, block: int) -> Place:
    """The place of what stands inside an element."""
    _, part, linked, strong = place
    if part is not Part.TEASER and part is not Part.FOOTER:
        part = part_inside(part, _part_of(node, tag))
    return block, part, linked or tag == "a", strong or tag in STRONG


def _part_of(node: LexborNode, tag: str) -> Part | None:
    part = marks().tags.get(tag)
    return part if part or tag in BARE else part_of_attributes(node.attributes.items())
