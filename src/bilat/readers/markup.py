"""HTML → lines: one for each paragraph, with the part its element says it is.

Walks lexbor's tree in document order without recursion. Elements of blocks end a line, `br` too; what is inside
`script`, `style` and the like is left out. Which element is a caption, a teaser or a footer stands in data/marks.tsv.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

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


_Place = tuple[int, Part | None, bool, bool]
"""Where a node stands: its block, the part of it, whether it is linked, whether it is strong. A bare tuple: there are
thirty in an article, and a named one takes ten times as long to make."""

_FLAT = re.compile(
    r"\s*+(?:<p(?: [a-z-]++=\"[^\"<>&]*+\")*+>"
    r"(?:[^<&]++|&nbsp;|<br ?/?>|<strong>(?:[^<&]++|&nbsp;|<br ?/?>)*+</strong>)*+</p>\s*+)++"
)
"""Paragraphs, line ends and strong words, nothing else: what most transcripts are. Their lines are read without a
tree, in a sixth of the time."""
_FLAT_PIECE = re.compile(r"<(/?[a-z]+)[^>]*>|([^<]+)")
_FLAT_PLACE: _Place = (0, None, False, False)
_FLAT_STRONG: _Place = (0, None, False, True)


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
    """The lines of a page, or of a piece of one, in order."""
    return _clean(_flat_lines(html)) if _FLAT.fullmatch(html) else lines_of(parse(html))


def lines_of(tree: LexborHTMLParser) -> list[Line]:
    """The lines of a parsed page in order."""
    body = tree.body
    return lines_under(body) if body is not None else []


def _flat_lines(html: str) -> list[Line]:
    """The lines of what is _FLAT."""
    lines: list[Line] = []
    words: list[str] = []
    spots: list[_Place] = []
    place = _FLAT_PLACE
    for tag, text in _FLAT_PIECE.findall(html.replace("&nbsp;", "\xa0")):
        if text:
            words.append(text)
            spots.append(place)
        elif tag == "strong":
            place = _FLAT_STRONG
        elif tag == "/strong":
            place = _FLAT_PLACE
        elif words:
            _end(lines, words, spots)
    return lines


def lines_under(root: LexborNode) -> list[Line]:
    """The lines below one element in order."""
    lines: list[Line] = []
    words: list[str] = []
    spots: list[_Place] = []
    place: _Place = (root.mem_id, None, False, False)
    above: list[tuple[LexborNode | None, _Place]] = []
    node = root.first_child
    while node is not None or above:
        if node is None:
            node, place = above.pop()
            continue
        tag = node.tag or "-"
        inside = None
        if tag == "-text":
            if spots and spots[-1][0] != place[0]:
                _end(lines, words, spots)
            words.append(node.text_content or "")
            spots.append(place)
        elif tag in _INLINE:
            inside = _inside(node, tag, place, place[0])
        elif tag not in _LEFT_OUT and tag[0] not in "-_":
            if words:
                _end(lines, words, spots)
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
        _end(lines, words, spots)
    return _clean(lines)


def _clean(lines: list[Line]) -> list[Line]:
    """The lines without controls, which references such as &#27; bring back."""
    if is_clean("".join([line.text for line in lines])):
        return lines
    for line in lines:
        line.text = tidy(strip_controls(line.text))
    return [line for line in lines if line.text]


def _inside(node: LexborNode, tag: str, place: _Place, block: int) -> _Place:
    """The place of what stands inside an element."""
    _, part, linked, strong = place
    if part is not Part.TEASER and part is not Part.FOOTER:
        part = _part_of(node, tag) or part
    return block, part, linked or tag == "a", strong or tag in _STRONG


def _end(lines: list[Line], words: list[str], spots: list[_Place]) -> None:
    """End a line: add it to the lines unless it is blank, and begin the next."""
    if len(words) == 1:
        text = tidy(words[0])
        if text:
            _, part, linked, strong = spots[0]
            lines.append(Line(text, part, linked, strong))
    else:
        text = tidy("".join(words))
        if text:
            said = [spot for spot, word in zip(spots, words, strict=True) if word.strip(_BETWEEN)] or spots
            part = next(spot[1] for spot, word in zip(spots, words, strict=True) if word and not word.isspace())
            lines.append(Line(text, part, all(p[2] for p in said), all(p[3] for p in said)))
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
