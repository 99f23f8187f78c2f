"""Parquet: a file for each noun in a folder, with lists of structs where a noun holds others; made by pyarrow.

What a table and a column mean stands in the metadata of the file and of each field. Nothing depends on the clock: the
same record gives the same bytes with the same version of pyarrow.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from bilat.exports.base import EVENT_FILTERS, Asked
from bilat.exports.columns import NOUNS
from bilat.exports.fields import Column, Kind, Nested, Noun
from bilat.exports.select import Selection, chosen
from bilat.record import Record

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS: Final = 4096
"""Rows of one row group: of the widest noun, events, about 30 MB in memory."""
_SURROGATES: Final = re.compile("[\ud800-\udfff]")

Row = dict[str, Any]


class Parquet:
    """The format `parquet`."""

    name = "parquet"
    about = "a file for each noun in a folder: typed, with lists of participants, reports and evidence inside"
    suffix = ""
    streams = None
    needs = ("pyarrow",)
    takes = EVENT_FILTERS | {"only"}
    files = frozenset(f"{noun.name}.parquet" for noun in NOUNS)

    def write(self, record: Record, asked: Asked, target: Path) -> None:
        """A folder."""
        wanted = chosen(asked, tuple(noun.name for noun in NOUNS))
        selection = Selection(record, asked)
        target.mkdir()
        for noun in NOUNS:
            if noun.name in wanted:
                out = Written(noun, target / f"{noun.name}.parquet", record.digest)
                for row in selection.rows(noun):
                    out.add(row)
                _ = out.close()


class Written:
    """A file that is being written, row by row. Its folder is made when it is not there."""

    def __init__(self, noun: Noun, path: Path, digest: str = "") -> None:
        import pyarrow.parquet as pq  # noqa: PLC0415 -- only those who write Parquet pay for it

        path.parent.mkdir(parents=True, exist_ok=True)
        self._noun = noun
        self._schema = schema_of(noun, digest)
        self._out = pq.ParquetWriter(str(path), self._schema, compression="zstd")
        self._batch: list[Row] = []
        self._rows = 0

    def add(self, row: Any) -> None:
        """Takes one row."""
        self._batch.append(_row(self._noun.columns, self._noun.nested, row))
        if len(self._batch) == _ROWS:
            self._flush()

    def close(self) -> int:
        """The file is whole. Returns the number of its rows."""
        if self._batch:
            self._flush()
        self._out.close()
        return self._rows

    def _flush(self) -> None:
        import pyarrow as pa  # noqa: PLC0415

        self._out.write_table(pa.Table.from_pylist(self._batch, self._schema))
        self._rows += len(self._batch)
        self._batch = []


def schema_of(noun: Noun, digest: str = "") -> "pa.Schema":
    """The noun's columns, then its lists, each with its meaning as metadata `description`."""
    import pyarrow as pa  # noqa: PLC0415

    about = {"description": noun.about} | ({"bilat_record_digest": digest} if digest else {})
    return pa.schema(_fields(noun.columns, noun.nested), metadata=about)


def _fields(columns: Iterable[Column], nested: Iterable[Nested]) -> "list[pa.Field]":
    import pyarrow as pa  # noqa: PLC0415

    types = _types()
    made = [pa.field(c.name, types[c.kind](), metadata={"description": c.meaning}) for c in columns]
    for inner in nested:
        of = _plain(inner)
        inside = types[of.kind]() if of is not None else pa.struct(_fields(inner.columns, inner.nested))
        made.append(pa.field(inner.name, pa.list_(inside), metadata={"description": inner.about}))
    return made


def _plain(nested: Nested) -> Column | None:
    """The column of a list that has no other: it is a list of values."""
    return nested.columns[0] if len(nested.columns) == 1 and not nested.nested else None


def _types() -> "Mapping[Kind, Callable[[], pa.DataType]]":
    import pyarrow as pa  # noqa: PLC0415

    return {
        Kind.TEXT: pa.string,
        Kind.DATE: pa.string,
        Kind.DAY: pa.date32,
        Kind.WHOLE: pa.int64,
        Kind.NUMBER: pa.float64,
        Kind.FLAG: pa.bool_,
        Kind.TEXTS: lambda: pa.list_(pa.string()),
    }


def _row(columns: Iterable[Column], nested: Iterable[Nested], row: Any) -> Row:
    made = {column.name: _value(column, row) for column in columns}
    for inner in nested:
        made[inner.name] = list(_inside(inner, row))
    return made


def _inside(nested: Nested, row: Any) -> Iterator[Any]:
    of = _plain(nested)
    for one in nested.get(row):
        yield _value(of, one) if of is not None else _row(nested.columns, nested.nested, one)


def _value(column: Column, row: Any) -> Any:
    value = column.get(row)
    if isinstance(value, str):
        return date.fromisoformat(value) if column.kind is Kind.DAY else whole_text(value)
    if isinstance(value, tuple):
        return [whole_text(text) for text in cast("tuple[str, ...]", value)]
    return float(value) if column.kind is Kind.NUMBER and value is not None else value


def whole_text(text: str) -> str:
    """The text as UTF-8 can hold it: lone surrogates become U+FFFD, one for one, so that offsets hold."""
    return text if text.isprintable() else _SURROGATES.sub("\ufffd", text)
