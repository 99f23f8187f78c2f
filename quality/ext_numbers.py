"""Our number mentions in the terms of Recognizers-Text: its models number, percent, ordinal; the rest is not read.

A row is right when the mentions of its model are exactly its entities, spans and values.
"""

import math
import re
from typing import Any

from bilat.lang.zh.fold import fold
from bilat.lang.zh.numbers import NumberKind, NumberMention, find_numbers

Judgement = tuple[bool, str, str | None]
_OUTER = re.compile(r"^(百\s*分\s*之|第)|\s*(%|个?\s*百\s*分\s*点|成半?|折)$")
_KINDS = {
    "number": {NumberKind.CARDINAL, NumberKind.FRACTION, NumberKind.PERCENT, NumberKind.ORDINAL},
    "percent": {NumberKind.PERCENT},
    "ordinal": {NumberKind.ORDINAL},
}


def _span(mention: NumberMention, text: str, model: str) -> tuple[int, int]:
    """The span their model has: the number model leaves out what makes a percentage or an ordinal of it."""
    start, end = mention.start, mention.end
    if model == "number":
        words = text[start:end]
        for found in _OUTER.finditer(words):
            if found.start() == 0:
                start += found.end()
            else:
                end -= len(found.group())
    return start, end


def _same(value: object, want: str | None) -> bool:
    if want is None or value is None:
        return want == value
    number = float(want.removesuffix("%"))
    return math.isclose(float(str(value)), number, rel_tol=1e-9, abs_tol=1e-12)


def _value(mention: NumberMention) -> object:
    """A tenth or a discount counts as its own number in the number model only through its per cent."""
    return mention.value


def judge_numbers(row: dict[str, Any]) -> Judgement:
    """Score one row of the number suite. Rows of models we have none for are wrong."""
    text = fold(row["text"])
    model: str = row["model"]
    found = [m for m in find_numbers(text, 0, len(text)) if m.kind in _KINDS.get(model, set()) and m.value is not None]
    shown = "; ".join(f"{text[m.start : m.end]} [{m.kind} {m.value}]" for m in found) or "(nothing)"
    entities: list[dict[str, Any]] = row["entities"]
    if model not in _KINDS and entities:
        return False, "(no such model)", None
    right = len(found) == len(entities) and all(
        _span(m, text, model) == (e["start"], e["end"])
        and _same(_value(m), str(e["resolution"]["value"]) if e["resolution"] else None)
        for m, e in zip(found, entities, strict=True)
    )
    return right, shown, None
