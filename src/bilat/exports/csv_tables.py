"""CSV: a folder (or a zip file) with a file for each table, and `datapackage.json` that says what every column means;
or one table in one file."""

import csv
import json
import zipfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Final, cast

from bilat.errors import UsageError
from bilat.exports.base import EVENT_FILTERS, Asked
from bilat.exports.columns import NOUNS, flat_tables
from bilat.exports.fields import EVIDENCE_TABLE, Kind, Table, flat_rows, tables_of
from bilat.exports.select import Selection, chosen
from bilat.record import Record
from bilat.views.clean import FORMULA, clean_cell

TABLES: Final = {table.name: table for table in flat_tables()}
PACKAGE: Final = "datapackage.json"
_ASKED: Final = FORMULA | {" "}
BETWEEN: Final = "; "
"""Between the texts of a list."""

_TYPES: Final[Mapping[Kind, str]] = {
    Kind.WHOLE: "integer",
    Kind.NUMBER: "number",
    Kind.FLAG: "boolean",
    Kind.DAY: "date",
}
"""The types of a Table Schema; all others are strings."""


class CsvTables:
    """The format `csv`."""

    name = "csv"
    about = "a table for each noun, in a folder, a .zip, or one table in one .csv"
    suffix = ""
    streams = ".csv"
    needs = ()
    takes = EVENT_FILTERS | {"only"}
    files = frozenset({PACKAGE, *(f"{name}.csv" for name in TABLES)})

    def write(self, record: Record, asked: Asked, target: Path) -> None:
        """A folder, unless the target ends with `.zip` or `.csv`."""
        wanted = chosen(asked, tuple(TABLES))
        if target.suffix == ".csv":
            self._write_one(record, asked, target, wanted)
        elif target.suffix == ".zip":
            _write_zip(record, asked, target, wanted)
        else:
            target.mkdir()
            _write_folder(record, asked, target, wanted)

    def _write_one(self, record: Record, asked: Asked, target: Path, wanted: tuple[str, ...]) -> None:
        if len(wanted) != 1:
            msg = f"one .csv file holds one table: name it with --only, such as --only {NOUNS[0].name}"
            raise UsageError(msg)
        with target.open("w", encoding="utf-8", newline="") as out:
            _write_tables(record, asked, {wanted[0]: out})


def _write_folder(record: Record, asked: Asked, folder: Path, wanted: tuple[str, ...]) -> None:
    with ExitStack() as opened:
        outs: dict[str, IO[str]] = {}
        for name in wanted:
            outs[name] = opened.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
        _write_tables(record, asked, outs)
    _ = (folder / PACKAGE).write_text(described(record, wanted), encoding="utf-8")


def _write_zip(record: Record, asked: Asked, target: Path, wanted: tuple[str, ...]) -> None:
    """The folder, file by file. Its times are the earliest that the format knows: the clock is not asked."""
    folder = target.with_name(f"{target.name}.folder")
    folder.mkdir()
    _write_folder(record, asked, folder, wanted)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(path.name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.file_size = path.stat().st_size
            with path.open("rb") as written, packed.open(entry, "w") as into:
                while block := written.read(1 << 20):
                    _ = into.write(block)


def _write_tables(record: Record, asked: Asked, outs: Mapping[str, IO[str]]) -> None:
    """Writes each table as its rows come: nothing is held but the ids that rows refer to."""
    writers = {name: _writer(TABLES[name], out) for name, out in outs.items()}
    selection = Selection(record, asked)
    for noun in NOUNS:
        names = {table.name for table in tables_of(noun)}
        quoted = noun.nested and EVIDENCE_TABLE in writers and noun.name not in ("people", "documents")
        if not names & writers.keys() and not quoted:
            continue
        for row in selection.rows(noun):
            for name, values in flat_rows(noun, row):
                if name in writers:
                    writers[name](values)


def _writer(table: Table, out: IO[str]) -> Callable[[tuple[Any, ...]], None]:
    """Writes the header, and returns what writes a row."""
    write = csv.writer(out, lineterminator="\n").writerow
    write([column.name for column in table.columns])

    def row(values: tuple[Any, ...]) -> None:
        write([cell(value) for value in values])

    return row


def cell(value: Any) -> Any:
    """A value as a cell: safe in a spreadsheet, lists with `; ` between, `yes` and `no`."""
    if isinstance(value, tuple):
        value = BETWEEN.join(cast("tuple[str, ...]", value))
    if isinstance(value, str):
        if value.isprintable() and value[:1] not in _ASKED:  # as nearly all are: a third of the time of `clean_cell`
            return value
        return clean_cell(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def described(record: Record, wanted: tuple[str, ...]) -> str:
    """The folder as a Data Package: every table and column with its type and meaning."""
    package = {
        "profile": "tabular-data-package",
        "name": "bilat-export",
        "description": f"The record of digest {record.digest}, exported by bilat.",
        "resources": [_resource(TABLES[name]) for name in wanted],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table) -> dict[str, object]:
    fields = [
        {"name": c.name, "type": _TYPES.get(c.kind, "string"), "description": c.meaning, **_extra(c.kind)}
        for c in table.columns
    ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "description": table.about,
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _extra(kind: Kind) -> dict[str, object]:
    return {"trueValues": ["yes"], "falseValues": ["no"]} if kind is Kind.FLAG else {}
