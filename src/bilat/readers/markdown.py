"""Markdown → lines. Enough of it for archived articles: paragraphs, headings, lists, quotations, pictures, links."""

import re

from bilat.model import Part
from bilat.readers.clean import strip_controls, tidy
from bilat.readers.markup import Line

_PICTURE = re.compile(r"!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]]{1,500})\]\([^)\n]{1,2000}\)")
_ONLY_LINK = re.compile(r"(?:[-*+]\s+|\d{1,3}\.\s+)?\[[^\]\n]{1,500}\]\([^)\n]{1,2000}\)\Z")
_EMPHASIS = re.compile(r"(\*\*|__|\*)(?=\S)(.{1,2000}?)(?<=\S)\1")
_INLINE = re.compile(r"</?(?:sup|sub|u|b|i|em|strong|small|span)\b[^<>\n]{0,200}>|<!--[^\n]{0,200}?-->")
"""HTML in a line of Markdown that only says how it looks: `the 7<sup>th</sup> session`."""
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")
_LONGEST_PARAGRAPH = 50_000
"""Longer ones are taken as they are: no paragraph has that many links and stars."""
_RULE = re.compile(r"([-*_=])(?: ?\1){2,}\s*\Z")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\Z")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(.*)\Z")


def markdown_lines(text: str) -> list[Line]:
    """The paragraphs of a Markdown text, with wrapped lines joined."""
    lines: list[Line] = []
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            _add(lines, "\n".join(paragraph), None)
            paragraph.clear()

    for row in strip_controls(text).split("\n"):
        row = row.strip()  # noqa: PLW2901  the stripped row is the row from here on
        row = row.lstrip("> ") if row.startswith(">") else row  # noqa: PLW2901
        if not row or _RULE.match(row):
            close()
        elif heading := _HEADING.match(row):
            close()
            _add(lines, heading[2], Part.HEADING)
        elif item := _ITEM.match(row):
            close()
            paragraph.append(item[1])
        else:
            paragraph.append(row)
    close()
    return lines


def _add(lines: list[Line], text: str, part: Part | None) -> None:
    if len(text) > _LONGEST_PARAGRAPH:
        lines.append(Line(tidy(text), part))
        return
    linked = bool(_ONLY_LINK.match(text))
    bare = text
    text = _INLINE.sub("", _PICTURE.sub("", text))
    strong = text.startswith("**") and text.endswith("**")
    text = tidy(_ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))))
    if text:
        lines.append(Line(text, part, linked, strong))
    captions = (tidy(m[1]) for m in _PICTURE.finditer(bare))
    lines.extend(Line(caption, Part.CAPTION) for caption in captions if caption)
