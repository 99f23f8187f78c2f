"""Flat nouns: types whose fields are plain values and evidence, kept, printed and read back by one rule.

Field → JSON key → column: the name of the field; `field(name=…)` gives another key where the name is a word of Python.
A new flat noun is one Struct and one line in `NOUNS`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import Struct, structs

from bilat.model.claim import Claim
from bilat.model.dispute import DisputeMention
from bilat.model.fields import Fields, Json
from bilat.model.figure import Figure
from bilat.model.mechanism import MechanismUse
from bilat.model.phrase import PhraseUse
from bilat.model.span import Evidence, Span
from bilat.model.undertaking import Undertaking

T = TypeVar("T")

NOUNS: Final[Mapping[str, type[Any]]] = {
    "figures": Figure,
    "claims": Claim,
    "phrases": PhraseUse,
    "mechanisms": MechanismUse,
    "undertakings": Undertaking,
    "disputes": DisputeMention,
}
"""The flat nouns of a Reading: field of the Reading, key of its JSON and table of the record → type."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a flat noun: `name` of the field and column, `key` in JSON, and the `kind` of its values: `text`,
    `whole`, `number`, `flag`, `texts`, `span`, `word` (of the StrEnum `choices`) or `evidence`."""

    name: str
    key: str
    kind: str
    optional: bool
    choices: type[StrEnum] | None = None


_KINDS: Final[Mapping[Any, str]] = {
    str: "text",
    int: "whole",
    bool: "flag",
    Span: "span",
    frozenset((int, float)): "number",
}


@cache
def slots_of(noun: type[Any]) -> tuple[Slot, ...]:
    """The fields of a flat noun, in the order of the type."""
    hints = get_type_hints(noun)
    return tuple(_slot(f.name, f.encode_name, hints[f.name]) for f in structs.fields(noun))


def _slot(name: str, key: str, hint: Any) -> Slot:
    given = set(get_args(hint)) if get_origin(hint) in (UnionType, Union) else {hint}
    optional = NoneType in given
    given.discard(NoneType)
    only = given.pop() if len(given) == 1 else frozenset(given)
    if get_origin(only) is tuple:
        return Slot(name, key, "evidence" if get_args(only)[0] is Evidence else "texts", optional)
    if isinstance(only, type) and issubclass(only, StrEnum):
        return Slot(name, key, "word", optional, only)
    return Slot(name, key, _KINDS[only], optional)


def evidence_from_fields(document: str, ev: Fields) -> Evidence:
    """A quotation of a document, out of its JSON object."""
    made = Evidence(document, Span(ev.number("start"), ev.number("end")), ev.text("quote"))
    ev.done()
    return made


def evidence_to_list(quotations: tuple[Evidence, ...]) -> list[Json]:
    """Quotations with their offsets."""
    return [{"start": ev.span.start, "end": ev.span.end, "quote": ev.quote} for ev in quotations]


@cache
def _printed(noun: type[Any]) -> tuple[tuple[str, ...], tuple[str, ...], Mapping[str, str]]:
    """The fields that hold texts and those that hold a span, and field → key where they differ."""
    slots = slots_of(noun)
    return (
        tuple(slot.name for slot in slots if slot.kind == "texts"),
        tuple(slot.name for slot in slots if slot.kind == "span"),
        {slot.name: slot.key for slot in slots if slot.name != slot.key},
    )


def item_to_dict(item: Struct) -> Json:
    """One item of a flat noun as plain JSON values, evidence last."""
    return items_to_list((item,))[0]


def items_to_list(items: Sequence[Struct]) -> list[Json]:
    """Items of one flat noun as plain JSON values, each as `item_to_dict` makes it: all in one loop, for every document
    has some."""
    if not items:
        return []
    texts, spans, renamed = _printed(type(items[0]))
    listed: list[Json] = []
    for item in items:
        made = structs.asdict(item)
        for name in texts:
            made[name] = [*made[name]]
        for name in spans:
            if (span := made[name]) is not None:
                made[name] = [span.start, span.end]
        quotations = made.pop("evidence")
        made["evidence"] = evidence_to_list(quotations)
        listed.append({renamed.get(name, name): value for name, value in made.items()} if renamed else made)
    return listed


def item_from_fields(noun: type[T], document: str, raw: Fields) -> T:
    """One item of a flat noun out of its JSON object. Raises ReadError where a key is unknown, missing or of another
    type."""
    values = {slot.name: _value(slot, document, raw) for slot in slots_of(noun)}
    raw.done()
    return noun(**values)


def _value(slot: Slot, document: str, raw: Fields) -> object:
    match slot.kind:
        case "text":
            return raw.text_or_none(slot.key) if slot.optional else raw.text(slot.key)
        case "whole":
            return raw.number_or_none(slot.key) if slot.optional else raw.number(slot.key)
        case "number":
            return raw.any_number_or_none(slot.key)
        case "flag":
            return raw.flag(slot.key)
        case "texts":
            return raw.texts(slot.key)
        case "span":
            return raw.span_or_none(slot.key)
        case "word" if slot.choices is not None:
            return slot.choices(raw.text(slot.key))
        case _:
            return tuple(evidence_from_fields(document, ev) for ev in raw.objects(slot.key))
