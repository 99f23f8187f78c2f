"""The one place that prints. Every piece of text goes through `clean`; colour only where there is a terminal."""

import csv
import io
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import BinaryIO, NamedTuple, TypeVar

import click

from bilat.views.clean import clean, clean_cell, json_line, safe_json
from bilat.views.lines import Line, Piece, Style, View

R = TypeVar("R")


class Shape(StrEnum):
    """In which shape a table is printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Look(NamedTuple):
    """How a style looks in colour."""

    fg: str | None = None
    bold: bool | None = None
    dim: bool | None = None
    underline: bool | None = None


_LOOKS = {
    Style.HEADING: Look(bold=True, underline=True),
    Style.STRONG: Look(bold=True),
    Style.FAINT: Look(dim=True),
    Style.HELD: Look(fg="green"),
    Style.PLANNED: Look(fg="yellow"),
    Style.CANCELLED: Look(fg="red"),
    Style.QUOTE: Look(fg="cyan"),
    Style.FOUND: Look(fg="magenta", bold=True),
}


def coloured() -> bool:
    """Whether standard output gets colour: on a terminal, unless NO_COLOR; FORCE_COLOR asks for it anywhere."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def screen_width() -> int | None:
    """Columns of the screen (or $COLUMNS); None for a pipe or file: nothing is wrapped or cut there."""
    if os.environ.get("COLUMNS", "").isdecimal() or sys.stdout.isatty():
        return max(40, shutil.get_terminal_size().columns)
    return None


def say(lines: Iterable[Line]) -> None:
    """Prints lines to standard output, each as it comes."""
    colour = coloured()
    for line in lines:
        sys.stdout.write("".join(_shown(piece, colour=colour) for piece in line) + "\n")


def _shown(piece: Piece, *, colour: bool) -> str:
    text, look = clean(piece.text), _LOOKS.get(piece.style)
    if not colour or look is None:
        return text
    return click.style(text, fg=look.fg, bold=look.bold, dim=look.dim, underline=look.underline)


def tell(text: str) -> None:
    """Prints one line to standard error, where it does not mix with results."""
    click.echo(clean(text), err=True)


def complain(reason: str, path: str | None = None) -> None:
    """The one line about something that failed: `bilat: FILE: reason`."""
    tell(f"bilat: {path}: {reason}" if path else f"bilat: {reason}")


def show(rows: Iterable[R], view: View[R], shape: Shape) -> None:
    """Prints rows in the shape asked for, each as it comes where the shape allows."""
    match shape:
        case Shape.TEXT:
            say(view.to_lines(rows, screen_width()))
        case Shape.JSONL:
            write_json_lines(view.to_dict(row) for row in rows)
        case Shape.JSON:
            _write_json_array(view.to_dict(row) for row in rows)
        case Shape.CSV:
            _write_csv(view, rows)


def write_json_lines(values: Iterable[Mapping[str, object]]) -> None:
    """One line of JSON for each value."""
    write_lines(json_line(value) for value in values)


def write_lines(lines: Iterable[bytes]) -> None:
    """Lines of JSON made elsewhere."""
    out = binary_output()
    for line in lines:
        out.write(safe_json(line) + b"\n")


def _write_json_array(values: Iterable[Mapping[str, object]]) -> None:
    out = binary_output()
    before = b"[\n"
    for value in values:
        out.write(before + safe_json(json_line(value)))
        before = b",\n"
    out.write(b"[]\n" if before == b"[\n" else b"\n]\n")


def _write_csv(view: View[R], rows: Iterable[R]) -> None:
    out, line = binary_output(), io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(view.columns)
    for row in rows:
        writer.writerow([clean_cell(cell) if isinstance(cell, str) else cell for cell in view.to_cells(row)])
        out.write(line.getvalue().encode())
        line.seek(0)
        line.truncate()
    out.write(line.getvalue().encode())


def binary_output() -> BinaryIO:
    """Standard output for bytes: JSON and CSV are UTF-8 whatever the terminal's encoding is."""
    sys.stdout.flush()
    return sys.stdout.buffer
