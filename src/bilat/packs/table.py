"""One table file → its rows and all its problems. Works column by column: 6,000 rows take some milliseconds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap
from pathlib import Path
from typing import Any

from bilat.packs.schema import Column, Form, Refers, Table

LIST_MARK = "|"
_STRAY = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]")
_EDGE = re.compile(r"(?:^|(?<=[\t|]))[ \u3000\u00a0]|[ \u3000\u00a0](?=[\t|]|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class PackProblem:
    """A place where a pack breaks its schema; `line` counts from 1, 0 stands for the file as a whole."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A table file read: `rows` in file order with their `lines`, and every break of the schema.

    A file with problems gives no rows.
    """

    path: str
    table: Table
    rows: tuple[Any, ...]
    lines: tuple[int, ...]
    problems: tuple[PackProblem, ...]


def parse(raw: bytes, path: Path, table: Table) -> Parsed:
    """Read the bytes of one table file; `path` is only for messages."""
    where = str(path)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return Parsed(where, table, (), (), (PackProblem(where, line, message),))
    faults = list(_character_faults(text))
    names = [column.name for column in table.columns]
    records: list[list[str]] = []
    lines: list[int] = []
    header: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            faults += ((number, message) for message in _header_faults(cells, names))
            if header != names:
                break
        elif len(cells) != len(names):
            faults.append((number, _count_fault(cells, names)))
        else:
            records.append(cells)
            lines.append(number)
    if header is None:
        faults.append((1, f"no header row; start the table with: {' TAB '.join(names)}"))
    faults += _row_faults(records, lines, table)
    problems = tuple(sorted({PackProblem(where, number, message) for number, message in faults}))
    rows = () if problems else tuple(starmap(table.row, zip(*_converted(records, table), strict=True)))
    return Parsed(where, table, rows, tuple(lines), problems)


def _character_faults(text: str) -> Iterator[tuple[int, str]]:
    for found in _STRAY.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        name = "a carriage return; use plain line ends" if found.group() == "\r" else f"U+{ord(found.group()):04X}"
        yield line, f"invisible or control character {name}" if name[0] == "U" else name
    for found in _EDGE.finditer(text):
        number = text.count("\n", 0, found.start()) + 1
        if not text.startswith("#", text.rfind("\n", 0, found.start()) + 1):
            yield number, "space at the edge of a cell; remove it"


def _header_faults(cells: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    if list(cells) == list(names):
        return
    for cell in cells:
        if cell not in names:
            yield f"unknown column {cell!r}; the columns are: {', '.join(names)}"
    for name in names:
        if name not in cells:
            yield f"column {name!r} is missing; the columns are: {', '.join(names)}"
    if sorted(cells) == sorted(names):
        yield f"columns out of order; write them as: {', '.join(names)}"
    elif len(set(cells)) < len(cells):
        yield f"a column stands twice; the columns are: {', '.join(names)}"


def _count_fault(cells: Sequence[str], names: Sequence[str]) -> str:
    return f"row {cells[0]!r} has {len(cells)} cells, the header {len(names)}; give: {' TAB '.join(names)}"


@dataclass(frozen=True, slots=True)
class _Cells:
    """One column of a table with what its messages need: the row's first cell and its line."""

    column: Column
    cells: Sequence[str]
    subjects: Sequence[str]
    lines: Sequence[int]
    what: str

    def at(self, index: int, message: str) -> tuple[int, str]:
        return self.lines[index], f"{self.what} {self.subjects[index]!r} {message}"

    @property
    def hint(self) -> str:
        return f"; give one of: {', '.join(sorted(self.column.allowed))}" if self.column.allowed else ""


def _row_faults(records: Sequence[Sequence[str]], lines: Sequence[int], table: Table) -> Iterator[tuple[int, str]]:
    if not records:
        return
    yield from _order_faults(records, lines, table)
    subjects = [record[0] for record in records]
    for column, cells in zip(table.columns, zip(*records, strict=True), strict=True):
        view = _Cells(column, cells, subjects, lines, table.row.__name__.lower())
        yield from _missing(view)
        yield from _bad_flags(view) if column.form is Form.FLAG else _bad_items(view)
    yield from _repeated_words(records, lines, table)


def _order_faults(records: Sequence[Sequence[str]], lines: Sequence[int], table: Table) -> Iterator[tuple[int, str]]:
    keys = [tuple(record[: table.key]) for record in records]
    if all(before < after for before, after in pairwise(keys)):
        return
    named = " + ".join(column.name for column in table.columns[: table.key])
    first_line: dict[tuple[str, ...], int] = {}
    highest = keys[0]
    for key, line in zip(keys, lines, strict=True):
        if key in first_line:
            yield line, f"{' '.join(key)!r} stands already on line {first_line[key]}; keep one row for each {named}"
        elif key < highest:
            yield line, f"{key[0]!r} is out of order; sort rows by {named} in code point order"
        first_line.setdefault(key, line)
        highest = max(highest, key)


def _missing(view: _Cells) -> Iterator[tuple[int, str]]:
    if not view.column.required or "" not in view.cells:
        return
    for index, cell in enumerate(view.cells):
        if not cell:
            yield view.at(index, f"has no {view.column.name}{view.hint or '; give one'}")


def _bad_flags(view: _Cells) -> Iterator[tuple[int, str]]:
    for index, cell in enumerate(view.cells):
        if cell not in ("yes", "no", ""):
            yield view.at(index, f"has {view.column.name} {cell!r}; give yes or no")


def _bad_items(view: _Cells) -> Iterator[tuple[int, str]]:
    column, listed = view.column, view.column.form is Form.LIST
    for index, cell in enumerate(view.cells):
        items = [cell]
        if listed and LIST_MARK in cell:
            items = cell.split(LIST_MARK)
            if "" in items:
                yield view.at(index, f"has an empty item in {column.name}; remove the extra {LIST_MARK}")
            if len(set(items)) < len(items):
                twice = next(item for item in items if items.count(item) > 1)
                yield view.at(index, f"has {twice!r} twice in {column.name}; keep one")
        if column.allowed:
            for item in items:
                if item and item not in column.allowed:
                    yield view.at(index, f"has unknown {column.name} {item!r}{view.hint}")


def _repeated_words(records: Sequence[Sequence[str]], lines: Sequence[int], table: Table) -> Iterator[tuple[int, str]]:
    places = [at for at, column in enumerate(table.columns) if column.name in table.words]
    first: dict[str, int] = {}
    for record, line in zip(records, lines, strict=True):
        for at in places:
            for word in record[at].split(LIST_MARK) if record[at] else ():
                if first.setdefault(word, line) != line:
                    yield line, f"{word!r} names already the row on line {first[word]}; keep it in one row"


def unknown_codes(parsed: Parsed, countries: frozenset[str], actors: frozenset[str]) -> Iterator[PackProblem]:
    """References of a table's rows to codes that no country (or organisation) has."""
    for column in parsed.table.columns:
        if column.refers is Refers.NOTHING or parsed.problems:
            continue
        known = countries if column.refers is Refers.COUNTRY else actors
        for row, line in zip(parsed.rows, parsed.lines, strict=True):
            value: Any = getattr(row, column.name)
            for code in value if column.form is Form.LIST else (value,):
                if code and code not in known:
                    first: Any = getattr(row, parsed.table.columns[0].name)
                    name = first if isinstance(first, str) else first[0]
                    message = f"{parsed.table.row.__name__.lower()} {name!r}: no country or organisation {code!r}"
                    yield PackProblem(parsed.path, line, f"{message}; use a code of countries or organisations")


def _converted(records: Sequence[Sequence[str]], table: Table) -> list[Sequence[Any]]:
    columns: list[Sequence[Any]] = []
    whole = list(zip(*records, strict=True)) if records else [()] * len(table.columns)
    for column, cells in zip(table.columns, whole, strict=True):
        if column.form is Form.LIST:
            columns.append([tuple(cell.split(LIST_MARK)) if cell else () for cell in cells])
        elif column.form is Form.FLAG:
            columns.append([cell == "yes" for cell in cells])
        else:
            columns.append(cells)
    return columns
