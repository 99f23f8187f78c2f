"""Flat nouns ↔ rows: one table for each, made out of the fields of its type.

A column is a field; texts are JSON arrays, spans and evidence are `compact`. The quotation itself is not kept: it is
what stands in the document's text at the evidence's offsets, and the text is kept under its hash.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Final, NamedTuple, cast

from msgspec.json import decode

from bilat.errors import EvidenceError
from bilat.model import Document, Evidence, Reading, Span
from bilat.model.fields import Json
from bilat.model.flat import NOUNS, Slot, slots_of
from bilat.record.compact import pack_id, pack_spans, spans_of
from bilat.record.ids import unlike

Row = tuple[Any, ...]

_TYPES: Final[Mapping[str, str]] = {
    "whole": "INTEGER",
    "number": "ANY",
    "flag": "INTEGER",
    "span": "BLOB",
    "evidence": "BLOB",
}
"""The column type of a kind of value; all others are TEXT. ANY keeps a whole number whole."""


class PackedItem(NamedTuple):
    """One item of a flat noun: its table, its id, and the columns of its fields."""

    noun: str
    id: bytes
    columns: Row


def create_tables() -> str:
    """The statements that make the tables of all flat nouns."""
    return "".join(_create(noun, slots_of(kind)) for noun, kind in NOUNS.items())


def _create(noun: str, slots: tuple[Slot, ...]) -> str:
    columns = ",\n    ".join(f'"{slot.name}" {_column(slot)}' for slot in slots)
    return f"""
CREATE TABLE {noun} (
    item INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    position INTEGER NOT NULL,
    id BLOB NOT NULL,
    {columns}
) STRICT;
"""


def _column(slot: Slot) -> str:
    kind = _TYPES.get(slot.kind, "TEXT")
    if slot.kind == "evidence":
        return f"{kind} NOT NULL CHECK (evidence <> x'')"
    return kind if slot.optional else f"{kind} NOT NULL"


def create_indexes() -> dict[str, str]:
    """Name → statement: every flat noun by document and by id."""
    return {
        f"{noun}_{column}": f"CREATE INDEX {noun}_{column} ON {noun}({columns})"
        for noun in NOUNS
        for column, columns in (("document", "document, position"), ("id", "id"))
    }


@cache
def columns_of(noun: str) -> tuple[str, ...]:
    """The columns of a flat noun's fields, in order, in quotation marks: `on` is a word of SQL."""
    return tuple(f'"{slot.name}"' for slot in slots_of(NOUNS[noun]))


def pack_items(doc: Document, reading: Reading, line: Json, text_hash: str) -> tuple[PackedItem, ...]:
    """The items of all flat nouns as rows; `line` holds them as JSON values, from which their evidence is taken. Raises
    EvidenceError where a quotation does not stand at its offsets or there is none."""
    seen: dict[str, int] = {}
    found: list[PackedItem] = []
    for noun in NOUNS:
        items: tuple[Any, ...] = getattr(reading, noun)
        if not items:
            continue
        values, made = _values(noun), _makers(noun)
        for item, says in zip(items, cast("list[Json]", line[noun]), strict=True):
            check_evidence(doc, noun, item.evidence)
            del says["evidence"]
            first = item.evidence[0].span
            columns = [*values(item)]
            for at, to_column in made:
                columns[at] = to_column(columns[at])
            id_ = unlike((noun, doc.id, text_hash, says, first.start, first.end), seen)
            found.append(PackedItem(noun, pack_id(id_), tuple(columns)))
    return tuple(found)


@cache
def _values(noun: str) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of an item's fields, in order."""
    return attrgetter(*(slot.name for slot in slots_of(NOUNS[noun])))


@cache
def _makers(noun: str) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """What makes a column of each field that is not kept as it is, with the place of the field."""
    kinds = enumerate(slot.kind for slot in slots_of(NOUNS[noun]))
    return tuple((at, _TO_COLUMN[kind]) for at, kind in kinds if kind in _TO_COLUMN)


def check_evidence(doc: Document, noun: str, evidence: tuple[Evidence, ...]) -> None:
    """Raises EvidenceError unless there is a quotation, and each stands at its offsets."""
    for ev in evidence:
        if ev.document != doc.id or doc.text[ev.span.start : ev.span.end] != ev.quote:
            msg = f"quotation {ev.quote[:20]!r} does not stand at {ev.span.start}:{ev.span.end} of {doc.id}"
            raise EvidenceError(msg)
    if not evidence:
        msg = f"one of the {noun} of {doc.id} has no evidence"
        raise EvidenceError(msg)


_TO_COLUMN: Final[Mapping[str, Callable[[Any], Any]]] = {
    "flag": int,
    "word": str,
    "texts": lambda texts: json.dumps(texts, ensure_ascii=False) if texts else "[]",
    "span": lambda span: None if span is None else pack_spans([(span.start, span.end)]),
    "evidence": lambda quotations: pack_spans([(ev.span.start, ev.span.end) for ev in quotations]),
}


def item_from_row(noun: str, columns: Row, document: str, text: Callable[[int, int], str]) -> Any:
    """An item out of the columns of its fields; `text(start, end)` gives what stands in the document."""
    read: list[Any] = [
        value if value is None or of_column is None else of_column(value)
        for of_column, value in zip(_readers(noun), columns, strict=True)
    ]
    at = _place_of_evidence(noun)
    spans: list[tuple[int, int]] = read[at]
    read[at] = tuple([Evidence(document, Span(a, b), text(a, b)) for a, b in spans])
    return NOUNS[noun](**dict(zip(_names(noun), read, strict=True)))


@cache
def _readers(noun: str) -> tuple[Callable[[Any], Any] | None, ...]:
    """What makes the value of each field out of its column, None where it is as it stands."""
    return tuple(slot.choices if slot.kind == "word" else _FROM_COLUMN.get(slot.kind) for slot in slots_of(NOUNS[noun]))


@cache
def _names(noun: str) -> tuple[str, ...]:
    return tuple(slot.name for slot in slots_of(NOUNS[noun]))


@cache
def _place_of_evidence(noun: str) -> int:
    return _names(noun).index("evidence")


_FROM_COLUMN: Final[Mapping[str, Callable[[Any], Any]]] = {
    "flag": bool,
    "texts": lambda texts: () if texts == "[]" else tuple(decode(texts)),
    "span": lambda span: Span(*spans_of(span)[0]),
    "evidence": spans_of,
}
