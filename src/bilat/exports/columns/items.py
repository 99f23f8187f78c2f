"""Figures, claims, phrases, mechanisms, undertakings and disputes: one row for each item of each document.

The columns are the fields of the types in the order of the model; what each means stands here.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Final

from bilat.exports.fields import Column, Kind, Noun, column, evidence
from bilat.model import Span
from bilat.model.flat import NOUNS, Slot, slots_of
from bilat.model.item_rows import ItemRow

_ABOUT: Final[Mapping[str, tuple[str, str]]] = {
    "figures": ("figure", "Numbers about a relation or an economy, as one document gives each; nothing is converted."),
    "claims": ("claim", "Attributed statements: who says what, in which words, through whom."),
    "phrases": ("phrase", "Set phrases of diplomacy: a row for each document and side that uses one."),
    "mechanisms": ("mechanism", "Standing committees, forums and dialogues, where a document speaks of them."),
    "undertakings": (
        "undertaking",
        "Promises and projects between countries, at the stage where a document sees them.",
    ),
    "disputes": ("dispute", "Contested names and words of dispute, exactly as each document writes them."),
}
"""What one is called in other tables, and what the table holds."""

MEANINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "figures": {
        "measure": "what is measured, a short English word: `trade_total`",
        "of": "code of the country or organisation whose number it is",
        "with": "code of the other side",
        "value": "in single units: 165900000000; empty where only a change or a rank is told",
        "unit": "ISO 4217 code, `percent`, or an English noun in the singular",
        "period": "`2021`, `2022-01/2022-08`, `2016/` (since then) or `as_of 2022-08-20`",
        "value_max": "upper end of a range",
        "change_pct": "growth in percent, negative for a fall",
        "basis": "what the change is compared with: `yoy`, `mom`, `qoq`, or a period",
        "rank": "place in an order",
        "about": "words that make the value inexact, as written (近, 约, 超, 多)",
        "attributed_to": "who gives it, as written",
    },
    "claims": {
        "speaker": "person or body as written; a pronoun is resolved to the name",
        "speaker_kind": "`person`, `body` or `unnamed`",
        "speaker_country": "code; two codes with a comma for both sides",
        "verb": "as written, with its stance (表示, 称, 否认)",
        "mode": "`direct`, `indirect`, `mixed`, or `silence` for a statement that was not made",
        "via": "the medium or person it is taken from",
        "chain": "all of these, the outermost first",
    },
    "phrases": {
        "phrase": "the canonical form",
        "side": "code of the country whose speaker uses it; empty in the words of the article",
        "speaker": "who uses it, as written",
        "between": "codes of the countries it is said of, sorted",
    },
    "mechanisms": {
        "mechanism": "its name in the packs, or as written where they do not know it",
        "written": "the name as first written",
        "known": "whether the packs know it",
        "members": "codes, sorted",
        "ordinal": "number of the session spoken of",
    },
    "undertakings": {
        "what": "its name as written",
        "kind": "a word of the codebook: `railway`, `loan`, `grant` …",
        "stage": "`proposed`, `under_study`, `agreed`, `signed`, `under_way`, `done` or `dropped`",
        "parties": "codes of all that take part, sorted",
        "giver": "code of the side that gives",
        "receiver": "code of the side that receives",
        "hedge": "words that leave it open, as written (可能, 预计, 如果得到确认)",
        "on": "date of this stage",
        "said_by": "who says so, as written",
    },
    "disputes": {
        "written": "as the document has it",
        "kind": "`name` (a contested name) or `dispute` (words that tell of one)",
        "entry": "the entry of the packs that lists the names side by side",
        "between": "codes of the countries that the sentence names, sorted",
    },
}
"""What the field under each JSON key means."""

_KINDS: Final[Mapping[str, Kind]] = {
    "text": Kind.TEXT,
    "word": Kind.TEXT,
    "whole": Kind.WHOLE,
    "number": Kind.NUMBER,
    "flag": Kind.FLAG,
    "texts": Kind.TEXTS,
}
_DATES: Final = frozenset({"on"})


def _columns(noun: str, kind: type[Any]) -> list[Column]:
    made: list[Column] = []
    for slot in slots_of(kind):
        if slot.kind == "span":
            made += _ends(slot)
        elif slot.kind != "evidence":
            of = Kind.DATE if slot.key in _DATES else _KINDS[slot.kind]
            get = _word(slot.name) if slot.kind == "word" else f"item.{slot.name}"
            made.append(column(slot.key, of, MEANINGS[noun][slot.key], get))
    return made


def _ends(slot: Slot) -> tuple[Column, Column]:
    """A span as two columns."""

    def span(row: ItemRow[Any]) -> Span | None:
        return getattr(row.item, slot.name)

    def start(row: ItemRow[Any]) -> int | None:
        found = span(row)
        return None if found is None else found.start

    def end(row: ItemRow[Any]) -> int | None:
        found = span(row)
        return None if found is None else found.end

    return (
        column(
            f"{slot.key}_start", Kind.WHOLE, "first character of what is said, in the text; empty for a silence", start
        ),
        column(f"{slot.key}_end", Kind.WHOLE, "after its last character", end),
    )


def _word(name: str) -> Callable[[ItemRow[Any]], str]:
    def get(row: ItemRow[Any]) -> str:
        return str(getattr(row.item, name))

    return get


def _first_quote(row: ItemRow[Any]) -> str:
    return row.item.evidence[0].quote


_REPORT: Final = (
    column("document", Kind.TEXT, "the document it stands in → `documents`", "report.document"),
    column("publisher", Kind.TEXT, "as named by the input", "report.publisher"),
    column("published", Kind.DAY, "the day it was published", "report.published"),
)
_QUOTE: Final = column("quote", Kind.TEXT, "the first quotation; all are in `evidence`", _first_quote)


def _noun(noun: str, kind: type[Any]) -> Noun:
    one, about = _ABOUT[noun]
    id_ = column("id", Kind.TEXT, "of the item")
    return Noun(
        noun, one, about, (id_, *_columns(noun, kind), *_REPORT, _QUOTE), (evidence(attrgetter("item.evidence")),)
    )


ITEMS: Final = tuple(_noun(noun, kind) for noun, kind in NOUNS.items())
