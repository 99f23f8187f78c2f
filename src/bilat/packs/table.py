"""One table file → its rows and all its problems.

Every check first asks a whole column whether anything is wrong, and looks for the rows only then: a sound file of
2,000 rows is read and checked in a few milliseconds.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, starmap
from pathlib import Path
from typing import Any

from bilat.packs.columns import Column, Form, Refers, Table

LIST_MARK = "|"
_EDGES = tuple(edge for mark in "\t|\n" for edge in (f" {mark}", f"{mark} "))

_PATTERNS = frozenset("\\^*?{}[]")
Fault = tuple[int, str]
"""A line and what is wrong there."""


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


@dataclass(frozen=True, slots=True)
class _Body:
    """The rows of a table file below its header: line numbers, and records as long as the header."""

    table: Table
    lines: Sequence[int]
    records: Sequence[Sequence[str]]

    def fault(self, at: int, message: str) -> Fault:
        """A fault of the row at an index, named by its first cell."""
        return self.lines[at], f"{self.table.row.__name__.lower()} {self.records[at][0]!r} {message}"


def parse(raw: bytes, path: Path, table: Table) -> Parsed:
    """Read the bytes of one table file; `path` is only for messages."""
    where = str(path)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return Parsed(where, table, (), (), (PackProblem(where, line, message),))
    body, faults = _split(text, table)
    faults += _character_faults(text)
    columns = _convert(body)
    faults += _order_faults(body)
    for column, cells in zip(table.columns, columns, strict=True):
        faults += _column_faults(column, cells, body)
    faults += _word_faults(columns, body)
    if faults:
        problems = tuple(sorted({PackProblem(where, number, message) for number, message in faults}))
        return Parsed(where, table, (), (), problems)
    return Parsed(where, table, tuple(starmap(table.row, zip(*columns, strict=True))), tuple(body.lines), ())


def _split(text: str, table: Table) -> tuple[_Body, list[Fault]]:
    names = [column.name for column in table.columns]
    kept = [(number, line.split("\t")) for number, line in enumerate(text.split("\n"), 1) if line and line[0] != "#"]
    if not kept:
        return _Body(table, (), ()), [(1, f"no header row; start the table with: {' TAB '.join(names)}")]
    header_line, header = kept.pop(0)
    if header != names:
        return _Body(table, (), ()), [(header_line, message) for message in _header_faults(header, names)]
    faults: list[Fault] = []
    width = len(names)
    for number, cells in kept:
        if len(cells) != width:
            told = f"row {cells[0]!r} has {len(cells)} cells, the header has {width}; give: {' TAB '.join(names)}"
            faults.append((number, told))
    if faults:
        kept = [row for row in kept if len(row[1]) == width]
    return _Body(table, [number for number, _ in kept], [cells for _, cells in kept]), faults


def _header_faults(cells: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    columns = f"the columns are: {', '.join(names)}"
    for cell, times in Counter(cells).items():
        if cell not in names:
            yield f"unknown column {cell!r}; {columns}"
        elif times > 1:
            yield f"column {cell!r} stands {times} times; {columns}"
    for name in names:
        if name not in cells:
            yield f"column {name!r} is missing; {columns}"
    if sorted(cells) == sorted(names):
        yield f"columns out of order; {columns}"


def _character_faults(text: str) -> Iterator[Fault]:
    """Signs that no eye sees: control and format characters, exotic spaces, spaces at the edge of a cell; and those of
    patterns, which no name in the news has: a table holds words, from whomever it comes."""
    yield from _pattern_faults(text)
    plain = text.replace("\n", "").replace("\t", "")
    if plain.isprintable() and "\ufffd" not in plain and not any(edge in f"\n{text}\n" for edge in _EDGES):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for sign in sorted(set(line) - {"\t"}):
            if not sign.isprintable() or sign == "\ufffd":
                yield number, f"holds U+{ord(sign):04X}, which cannot be seen; remove it"
        cells = [] if line.startswith("#") else line.replace(LIST_MARK, "\t").split("\t")
        if any(cell != cell.strip(" ") for cell in cells):
            yield number, "has a space at the edge of a cell; remove it"


def _pattern_faults(text: str) -> Iterator[Fault]:
    if not _PATTERNS.intersection(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for sign in sorted(_PATTERNS.intersection(line)) if not line.startswith("#") else ():
            yield number, f"holds {sign}, a sign of patterns: a table holds words; remove it"


def _convert(body: _Body) -> list[Sequence[Any]]:
    """The cells column by column, in the types of the row's fields."""
    whole: Iterable[Sequence[str]] = (
        zip(*body.records, strict=True) if body.records else ((),) * len(body.table.columns)
    )
    columns: list[Sequence[Any]] = []
    for column, cells in zip(body.table.columns, whole, strict=True):
        if column.form is Form.LIST:
            columns.append([tuple(cell.split(LIST_MARK)) if cell else () for cell in cells])
        elif column.form is Form.FLAG:
            columns.append([cell == "yes" for cell in cells])
        else:
            columns.append(cells)
    return columns


def _order_faults(body: _Body) -> Iterator[Fault]:
    key = body.table.key
    keys: list[Any] = [record[0] for record in body.records]
    if key > 1:
        keys = [tuple(record[:key]) for record in body.records]
    if all(before < after for before, after in pairwise(keys)):
        return
    named = " + ".join(column.name for column in body.table.columns[:key])
    first: dict[Any, int] = {}
    highest: Any = keys[0]
    for here, line in zip(keys, body.lines, strict=True):
        shown = here if isinstance(here, str) else " ".join(here)
        if first.setdefault(here, line) != line:
            yield line, f"{shown!r} stands already on line {first[here]}; keep one row for each {named}"
        elif here < highest:
            yield line, f"{shown!r} is out of order; sort rows by {named} in code point order"
        highest = max(highest, here)


def _column_faults(column: Column, cells: Sequence[Any], body: _Body) -> Iterator[Fault]:
    hint = f"give one of: {', '.join(sorted(column.allowed))}" if column.allowed else "give one"
    if column.form is Form.FLAG:
        at_cell = body.table.columns.index(column)
        cells = [record[at_cell] for record in body.records]
        hint = "give yes or no"
    if column.required and not all(cells):
        yield from (body.fault(at, f"has no {column.name}; {hint}") for at, cell in enumerate(cells) if not cell)
    if column.form is Form.LIST:
        yield from _list_faults(column, cells, body)
    allowed = frozenset({"yes", "no"}) if column.form is Form.FLAG else column.allowed
    if not allowed:
        return
    for at, item in _items(column, cells):
        if item and item not in allowed:
            yield body.fault(at, f"has unknown {column.name} {item!r}; {hint}")


def _list_faults(column: Column, cells: Sequence[tuple[str, ...]], body: _Body) -> Iterator[Fault]:
    for at, items in enumerate(cells):
        if len(items) > 1 or items == ("",):
            if "" in items:
                yield body.fault(at, f"has an empty item in {column.name}; remove the extra {LIST_MARK}")
            if len(set(items)) < len(items):
                twice = Counter(items).most_common(1)[0][0]
                yield body.fault(at, f"has {twice!r} twice in {column.name}; keep one")


def _items(column: Column, cells: Sequence[Any]) -> Iterator[tuple[int, str]]:
    """Every item of a column with the index of its row."""
    if column.form is Form.LIST:
        return ((at, item) for at, items in enumerate(cells) for item in items)
    return enumerate(cells)


def _word_faults(columns: Sequence[Sequence[Any]], body: _Body) -> Iterator[Fault]:
    """Words that name two rows."""
    naming = [
        (column, cells)
        for column, cells in zip(body.table.columns, columns, strict=True)
        if column.name in body.table.words
    ]
    flat = list(
        chain.from_iterable(
            chain.from_iterable(cells) if column.form is Form.LIST else cells for column, cells in naming
        )
    )
    if len(set(flat)) == len(flat):
        return
    first: dict[str, int] = {}
    found = sorted((at, word) for column, cells in naming for at, word in _items(column, cells))
    for at, word in found:
        if first.setdefault(word, at) != at:
            yield body.lines[at], f"{word!r} names already the row on line {body.lines[first[word]]}; keep it in one"


def unknown_codes(parsed: Parsed, countries: frozenset[str], actors: frozenset[str]) -> Iterator[PackProblem]:
    """References of a table's rows to codes that no country (or organisation) has."""
    for column in parsed.table.columns:
        if column.refers is Refers.NOTHING or not parsed.rows:
            continue
        known = (countries if column.refers is Refers.COUNTRY else actors) | {""}
        cells: list[Any] = [getattr(row, column.name) for row in parsed.rows]
        if column.form is not Form.LIST and known.issuperset(cells):
            continue
        for at, code in _items(column, cells):
            if code not in known:
                head: Any = getattr(parsed.rows[at], parsed.table.columns[0].name)
                name = head if isinstance(head, str) else head[0]
                told = f"{parsed.table.row.__name__.lower()} {name!r} has unknown code {code!r} as {column.name}"
                yield PackProblem(parsed.path, parsed.lines[at], f"{told}; give a code of countries or organisations")
