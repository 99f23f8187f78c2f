"""Rows → bytes: a page of JSON, JSON Lines, CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from bilat.views.clean import clean_cell, json_line, safe_json
from bilat.web.api.asking import Table

MEDIA: Final = {
    "json": "application/json",
    "jsonl": "application/jsonl",
    "csv": "text/csv; charset=utf-8; header=present",
}
CHUNK: Final = 64_000
"""Bytes that are sent at a time."""


def as_json(value: object) -> bytes:
    """A value as JSON that no terminal and no page trips over."""
    return safe_json(json_line(value))


def page(
    rows: Iterable[Any], to_dict: Callable[[Any], Mapping[str, object]], following: str | None, digest: str
) -> bytes:
    """A page of rows."""
    return as_json({"items": [to_dict(row) for row in rows], "next": following, "digest": digest})


def lines(rows: Iterable[Any], table: Table, form: str) -> Iterator[bytes]:
    """Rows as JSON Lines or CSV, a line at a time; the header of CSV first."""
    if form == "jsonl":
        for row in rows:
            yield as_json(table.to_dict(row)) + b"\n"
        return
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(table.columns)
    for row in rows:
        yield _taken(line)
        writer.writerow([clean_cell(cell) if isinstance(cell, str) else cell for cell in table.to_cells(row)])
    yield _taken(line)


def _taken(line: io.StringIO) -> bytes:
    taken = line.getvalue().encode()
    line.seek(0)
    line.truncate()
    return taken


def chunks(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that are worth sending."""
    held, size = list[bytes](), 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size >= CHUNK:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
