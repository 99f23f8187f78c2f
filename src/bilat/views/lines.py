"""What views are made of: lines of styled pieces, their width on a screen, and how they wrap.

A view never holds control codes of its own: it names a `Style`, and whoever prints the line decides what that looks
like. A piece may hold any text of an article, control codes included: the printer cleans every piece (`clean`).
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

R = TypeVar("R")

Cell = str | int | float | bool | None

_NEVER_FIRST = frozenset("，。、；：？！”’）》」』】〉…—·,.;:?!)]}%‰℃")
"""Characters that may not begin a line."""
_NEVER_LAST = frozenset("“‘（《「『【〈([{")
"""Characters that may not end a line."""


class Style(StrEnum):
    """What a piece is to its line."""

    PLAIN = "plain"
    HEADING = "heading"
    STRONG = "strong"
    FAINT = "faint"
    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    QUOTE = "quote"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in one style."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class View(Generic[R]):
    """One kind of row in its three shapes: `to_dict` for JSON (everything), `to_cells` for CSV (flat, the same
    `columns` for each row), `to_lines` for a person (all rows at once; the width in columns, None for no wrapping)."""

    columns: tuple[str, ...]
    to_dict: Callable[[R], Mapping[str, object]]
    to_cells: Callable[[R], Sequence[Cell]]
    to_lines: Callable[[Iterable[R], int | None], Iterator[Line]]


def plain(text: str = "") -> Line:
    """A line in no style."""
    return (Piece(text),)


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 event`, `2 events`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def text_of(line: Line) -> str:
    """The line's bare text."""
    return "".join(piece.text for piece in line)


def width_of(text: str) -> int:
    """Columns that a text takes on a screen: two for a wide character, none for a combining or invisible one."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, width: int) -> str:
    """The text followed by blanks up to `width` columns; a longer text stays whole."""
    return text + " " * max(0, width - width_of(text))


def shorten(text: str, width: int) -> str:
    """The text cut to `width` columns, with … where something was cut."""
    if width_of(text) <= width:
        return text
    room, kept = width - 1, 0
    for at, char in enumerate(text):
        kept += _width(char)
        if kept > room:
            return text[:at].rstrip() + "…"
    return text


def wrap(line: Line, width: int | None, indent: int = 0) -> Iterator[Line]:
    """The line in as many lines as `width` columns ask for, the later ones indented.

    Breaks at blanks and between wide characters, never before a closing mark or after an opening one. A word longer
    than the width stays whole. `width` None: the line as it is.
    """
    if width is None or width_of(text_of(line)) <= width:
        yield line
        return
    room, current, used = max(width, indent + 8), list[Piece](), 0
    for word in _words(line):
        size = _size(word)
        kept = word
        if used > indent and used + size > room:
            yield _joined(current)
            current, used = [Piece(" " * indent)], indent
            kept = _without_leading_blank(word)
            size = _size(kept)
        current.extend(kept)
        used += size
    yield _joined(current)


def _size(word: Iterable[Piece]) -> int:
    return sum(width_of(piece.text) for piece in word)


def _words(line: Line) -> Iterator[list[Piece]]:
    """Stretches of a line that stay together: blanks go with the word after them."""
    word: list[Piece] = []
    last = ""
    for piece in line:
        for char in piece.text:
            if last and _may_break(last, char):
                yield word
                word = []
            word.append(Piece(char, piece.style))
            last = char
    if word:
        yield word


def _may_break(before: str, after: str) -> bool:
    if after.isspace():
        return not before.isspace()
    if before.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return _width(before) == 2 or _width(after) == 2


def _without_leading_blank(word: list[Piece]) -> list[Piece]:
    first = next((at for at, piece in enumerate(word) if not piece.text.isspace()), len(word))
    return word[first:]


def _joined(pieces: Iterable[Piece]) -> Line:
    """Neighbours of one style made one piece; no blanks at the end."""
    merged: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if merged and merged[-1].style == piece.style:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.style)
        else:
            merged.append(piece)
    if merged:
        merged[-1] = Piece(merged[-1].text.rstrip(), merged[-1].style)
    return tuple(merged)


def columns(rows: Sequence[Sequence[str]], heads: Sequence[str], width: int | None) -> Iterator[Line]:
    """A table as lines: a head, then a line for each row, columns aligned by their width on a screen.

    With a `width`, the widest column is cut until the table fits; without one nothing is cut.
    """
    sizes = [max([width_of(head), *(width_of(row[at]) for row in rows)]) for at, head in enumerate(heads)]
    while width is not None and sum(sizes) + 2 * (len(sizes) - 1) > width and max(sizes) > 8:
        sizes[sizes.index(max(sizes))] -= 1
    yield (Piece(_row(heads, sizes), Style.HEADING),)
    for row in rows:
        yield plain(_row(row, sizes))


def _row(cells: Sequence[str], sizes: Sequence[int]) -> str:
    return "  ".join(pad(shorten(cell, size), size) for cell, size in zip(cells, sizes, strict=True)).rstrip()
