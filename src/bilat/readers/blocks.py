"""What the lines of HTML are made of: where text stands, which elements end a line, which part an element gives."""

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from bilat.model import Part
from bilat.readers.clean import is_clean, strip_controls, tidy
from bilat.readers.marks import marks

# fmt: off
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var",
))
LEFT_OUT = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "button", "select", "textarea",
    "input", "audio", "video", "canvas", "map", "head", "math", "dialog", "nav",
    "img", "picture", "source", "wbr",
))
STRONG = frozenset(("strong", "b"))
BARE = frozenset(("p", "strong", "b", "i", "em"))
"""Elements whose attributes are not looked at."""
# fmt: on
_BETWEEN = " \n\t\u3000\xa0()（）[]【】、，。：:"
"""What may stand around a link without being text of its own."""


class Line(Struct, gc=False):
    """One line of an article to be: its text, tidied; the part its markup gives, if any; whether all of it is linked or
    strong; whether it follows its predecessor without an empty line (page text)."""

    text: str
    part: Part | None = None
    linked: bool = False
    strong: bool = False
    close: bool = False


Place = tuple[int, Part | None, bool, bool]
"""Where text stands: its block, the part of it, whether it is linked, whether it is strong. A bare tuple: there are
thirty in an article, and a named one takes ten times as long to make."""


def end_line(lines: list[Line], words: list[str], spots: list[Place]) -> None:
    """End a line: add it to the lines unless it is blank, and begin the next."""
    if len(words) == 1:
        text = words[0]
        text = "" if text.isspace() else tidy(text)
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


def cleaned(lines: list[Line]) -> list[Line]:
    """The lines without controls, which references such as &#27; bring back."""
    if is_clean("".join([line.text for line in lines])):
        return lines
    for line in lines:
        line.text = tidy(strip_controls(line.text))
    return [line for line in lines if line.text]


def part_inside(outer: Part | None, given: Part | None) -> Part | None:
    """The part of what stands in an element that gives one, itself within `outer`."""
    return outer if given is None or outer is Part.TEASER or outer is Part.FOOTER else given


def part_of_attributes(attributes: Iterable[tuple[str, str | None]]) -> Part | None:
    """The part that an element's classes or attributes give to what is inside, if they do."""
    table = marks()
    for name, value in attributes:
        part = None
        if name == "class":
            part = _part_of_classes(value or "")
        elif name in table.attribute_names:
            part = table.attributes.get(name) or table.attributes.get(f"{name}={value}")
        if part:
            return part
    return None


@lru_cache(maxsize=1024)
def _part_of_classes(words: str) -> Part | None:
    classes = marks().classes
    return next((classes[word] for word in words.split() if word in classes), None)
