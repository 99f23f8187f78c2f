"""SQLite: a copy of the record with the tables of the codebook beside its own, those that spell out what it keeps
compact, and `metadata.json` for Datasette."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from bilat.exports.base import Asked
from bilat.exports.columns import NOUNS, flat_tables
from bilat.exports.fields import Column, FlatRow, Kind, Table, flat_rows
from bilat.exports.select import Selection
from bilat.record import Record
from bilat.record.copying import PLAIN, Added, Copy

FILE: Final = "relations.db"
METADATA: Final = "metadata.json"
PREFIX: Final = "flat_"
"""Before the name of each table of the codebook: the record's own tables have the plain names."""

_TYPES: Final[Mapping[Kind, str]] = {Kind.WHOLE: "INTEGER", Kind.NUMBER: "ANY", Kind.FLAG: "INTEGER"}
"""ANY keeps a whole number whole; all others are TEXT."""
_ONES: Final = {noun.one for noun in NOUNS} | {"id", "document", "actor", "part_of"}
"""Columns that hold ids: they are looked up."""


class SqliteCopy:
    """The format `sqlite`."""

    name = "sqlite"
    about = "a copy of the whole record with texts and the tables of the codebook in it, and metadata for Datasette"
    suffix = ""
    streams = None
    needs = ()
    takes = frozenset[str]()
    files = frozenset({FILE, METADATA})

    def write(self, record: Record, asked: Asked, target: Path) -> None:
        """A folder."""
        target.mkdir()
        tables = {table.name: _added(table) for table in flat_tables()}
        tables |= {name: _plain(name, [column[:2] for column in columns]) for name, (_, columns) in PLAIN.items()}
        with closing(Copy(record.path, target / FILE)) as copy:
            for table in tables.values():
                copy.add(table)
            copy.fill((tables[name].name, values) for name, values in _rows(record, asked))
            copy.fill((tables[name].name, values) for name, values in copy.plain())
            copy.finish(tables.values())
        _ = (target / METADATA).write_text(_metadata(record), encoding="utf-8")


def _rows(record: Record, asked: Asked) -> Iterator[FlatRow]:
    selection = Selection(record, asked)
    for noun in NOUNS:
        for row in selection.rows(noun):
            for name, values in flat_rows(noun, row):
                yield name, tuple(_value(value) for value in values)


def _value(value: Any) -> Any:
    """Lists as JSON arrays, flags as 0 and 1."""
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value


def _added(table: Table) -> Added:
    columns = [(column.name, _TYPES.get(column.kind, "TEXT")) for column in table.columns]
    return Added(f"{PREFIX}{table.name}", columns, [name for name, _ in columns if name in _ONES])


def _plain(name: str, columns: Sequence[tuple[str, str]]) -> Added:
    return Added(f"{PREFIX}{name}", columns, ["document"])


def _metadata(record: Record) -> str:
    """What Datasette shows beside tables and columns."""
    tables = {
        f"{PREFIX}{table.name}": {"description": table.about, "columns": {c.name: _told(c) for c in table.columns}}
        for table in flat_tables()
    }
    tables |= {
        f"{PREFIX}{name}": {"description": about, "columns": {column: meaning for column, _, meaning in columns}}
        for name, (about, columns) in PLAIN.items()
    }
    whole = {
        "title": "Relations between countries, as news tells of them",
        "description": f"A record of bilat, digest {record.digest}. The tables {PREFIX}… are those of the codebook, "
        "one row a thing, and what the record keeps compact; the others are the record's own.",
        "databases": {Path(FILE).stem: {"tables": tables}},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _told(column: Column) -> str:
    return f"{column.meaning} (a JSON array)" if column.kind is Kind.TEXTS else column.meaning
