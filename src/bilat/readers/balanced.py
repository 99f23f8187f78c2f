"""HTML whose tags all close in order → its lines, without a tree.

What archives hold is mostly a tree that a program wrote out, and its tags alone tell where each text stands: reading
them takes a third of the time that a tree takes. What a browser would mend or read by rules of its own (an end left
out, a block in a paragraph, a table, a script) is not balanced; `bilat.readers.markup` has its tree made.
"""

import re
from collections.abc import Iterator
from functools import cache
from html.entities import html5
from typing import Final, NamedTuple

from bilat.model import Part
from bilat.readers.blocks import (
    BARE,
    INLINE,
    STRONG,
    Line,
    Place,
    end_line,
    part_inside,
    part_of_attributes,
)
from bilat.readers.marks import marks

# What an element stands in, as bits.
_IN_PARAGRAPH: Final = 1
_IN_LINK: Final = 2
_RIGHT_IN_HEADING: Final = 4
_NOT_RIGHT_IN_LIST: Final = 8
_PASSED_ON: Final = _IN_PARAGRAPH | _IN_LINK

_BLOCKS = frozenset(("div", "section", "article", "main", "figure", "figcaption", "aside", "header", "footer",
                     "address", "blockquote", "center", "hgroup"))  # fmt: skip
_IN_LEFT_OUT = {
    "picture": frozenset(("source", "img")),
    "svg": frozenset(("use", "path", "g", "circle", "rect", "line", "polygon", "polyline", "ellipse")),
}
"""Elements that are left out, with what stands in them."""

_ATTRIBUTE = r"[ \n\t]++([a-zA-Z][\w:.-]*+)(?:=\"([^\"]*+)\"|='([^']*+)')?+(?![^ \n\t/])"
_EACH_ATTRIBUTE = re.compile(_ATTRIBUTE, re.ASCII)
_START = re.compile(rf"([a-z]++[1-6]?(?:-[a-z]++)*+)(?:{_ATTRIBUTE})*+[ \n\t]*+/?", re.ASCII)
_COMMENT = re.compile(r"!--(?:(?!--).)*+--", re.DOTALL)
_REFERENCE = re.compile(r"&(?:#([0-9]{2,5})|([a-zA-Z][a-zA-Z0-9]{1,30}));")
_BLANKS = frozenset("\xa0\u2002\u2003\u2009\u3000")
_LONGEST_KEPT = 80
_MOST_KEPT = 2048
"""Longer tags, most of them with addresses in them, are not remembered, and no more than so many others."""


class _Start(NamedTuple):
    """What a start tag says: the end tag that its element waits for, if any; whether it ends a line; what it must not
    stand in, and what is inside it; the part of what is inside, if it gives one; whether that is linked or strong. An
    element that is left out as a whole has its name."""

    end: str
    ends_line: bool = False
    refused: int = 0
    inside: int = _NOT_RIGHT_IN_LIST
    part: Part | None = None
    linked: bool = False
    strong: bool = False
    left_out: str = ""


_NO_ELEMENT = _Start("")


@cache
def _starts() -> dict[str, _Start]:
    """The elements whose lines need no tree, without what their attributes say."""
    block = _Start("", ends_line=True, refused=_IN_PARAGRAPH)
    heading = block._replace(refused=_IN_PARAGRAPH | _RIGHT_IN_HEADING, inside=_NOT_RIGHT_IN_LIST | _RIGHT_IN_HEADING)
    starts = {
        **dict.fromkeys(INLINE, _NO_ELEMENT),
        **dict.fromkeys(STRONG, _Start("", strong=True)),
        **dict.fromkeys(_BLOCKS, block),
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), heading),
        **dict.fromkeys(("ul", "ol"), block._replace(inside=0)),
        "a": _Start("", refused=_IN_LINK, inside=_NOT_RIGHT_IN_LIST | _IN_LINK, linked=True),
        "p": block._replace(inside=_NOT_RIGHT_IN_LIST | _IN_PARAGRAPH),
        "li": block._replace(refused=_IN_PARAGRAPH | _NOT_RIGHT_IN_LIST),
    }
    tags = marks().tags
    return {
        **{name: start._replace(end="/" + name, part=tags.get(name)) for name, start in starts.items()},
        **{name: _Start("", left_out=name) for name in _IN_LEFT_OUT},
        **dict.fromkeys(("img", "wbr"), _NO_ELEMENT),
        "br": _Start("", ends_line=True),
    }


class _UnbalancedError(Exception):
    """A tree would have to be made."""


def balanced_lines(html: str) -> list[Line] | None:
    """The lines of a page without controls, or of a piece of one, in order; None when it is not balanced."""
    try:
        return _walk(html)
    except _UnbalancedError:
        return None


def _walk(html: str) -> list[Line]:
    pieces = iter(html.split("<"))
    first = next(pieces).lstrip(" \n\t")
    place: Place = (0, None, False, False)
    lines: list[Line] = []
    words = [_resolved(first)] if first else []
    spots: list[Place] = [place] if first else []
    blocks = 0
    end, around = ">", _NOT_RIGHT_IN_LIST  # no tag holds a >
    above: list[tuple[str, int, Place]] = []
    for piece in pieces:
        tag, closed, text = piece.partition(">")
        if not closed:
            raise _UnbalancedError
        if tag == end:
            end, around, place = above.pop()
        else:
            waits_for, ends_line, refused, inside, part, linked, strong, left_out = _known.get(tag) or _start(tag)
            if around & refused:
                raise _UnbalancedError
            if ends_line and words:
                end_line(lines, words, spots)
            if waits_for:
                above.append((end, around, place))
                end, around = waits_for, around & _PASSED_ON | inside
                if ends_line:
                    blocks += 1
                    place = (blocks, part_inside(place[1], part) if part else place[1], place[2], place[3])
                elif part or linked or strong:
                    place = (place[0], part_inside(place[1], part), linked or place[2], strong or place[3])
            elif left_out:
                text = _after(left_out, pieces)
        if text:
            if "&" in text:
                text = _resolved(text)
            if spots and spots[-1][0] != place[0]:
                end_line(lines, words, spots)
            words.append(text)
            spots.append(place)
    if words:
        end_line(lines, words, spots)
    return lines


def _after(left_out: str, pieces: Iterator[str]) -> str:
    """The text after the end of an element that is left out; the pieces up to there are taken."""
    inner, end = _IN_LEFT_OUT[left_out], "/" + left_out
    for piece in pieces:
        tag, closed, text = piece.partition(">")
        if closed and tag == end:
            return text
        found = _START.fullmatch(tag.removeprefix("/"))
        if not closed or found is None or found[1] not in inner:
            break
    raise _UnbalancedError


def _resolved(text: str) -> str:
    """The text with its references resolved, if they are such that nobody doubts what they mean."""
    text = text.replace("&nbsp;", "\xa0")
    if text.count("&") != len(_REFERENCE.findall(text)):
        raise _UnbalancedError
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    number, name = reference.groups()
    char = chr(int(number)) if number else html5.get(f"{name};", "")
    if not char or not (char in _BLANKS or char.isprintable()):
        raise _UnbalancedError
    return char


_known: dict[str, _Start] = {}


def _start(tag: str) -> _Start:
    """What a tag says that is not the end awaited: an element begins, or it is a comment."""
    found = _START.fullmatch(tag)
    if found is None:
        if tag == "/img" or _COMMENT.fullmatch(tag):
            return _NO_ELEMENT
        raise _UnbalancedError
    name = found[1]
    start = _starts().get(name)
    if start is None and "-" in name:  # an element of the page's own making ends no paragraph
        start = _Start("/" + name, ends_line=True)
    if start is None or (tag[-1] == "/" and (start.end or start.left_out)):
        raise _UnbalancedError
    if start.end and start.part is None and name not in BARE and (part := _part_of_attributes(tag, len(name))):
        start = start._replace(part=part)
    if len(tag) <= _LONGEST_KEPT:
        if len(_known) >= _MOST_KEPT:
            _known.clear()
        _known[tag] = start
    return start


def _part_of_attributes(tag: str, at: int) -> Part | None:
    """The part that the attributes of a start tag give."""
    if _looked_at().search(tag, at) is None:
        return None
    given: dict[str, str] = {}
    for attribute in _EACH_ATTRIBUTE.finditer(tag, at):
        key, double, single = attribute.groups()
        _ = given.setdefault(key.lower(), double or single or "")
    if any("&" in value for value in given.values()):
        raise _UnbalancedError
    return part_of_attributes(given.items())


@cache
def _looked_at() -> re.Pattern[str]:
    """The names of the attributes that may give a part; first characters as they are, for which the engine looks."""
    names = sorted(("class", *marks().attribute_names))
    return re.compile("|".join(f"{first}(?i:{name[1:]})" for name in names for first in (name[0], name[0].upper())))
