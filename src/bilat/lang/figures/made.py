"""Drafts whose document is read → Figures, and the bounds of what a figure can be."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bilat.model import Figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilat.lang.figures.draft import Amount, Draft
    from bilat.model import Evidence

LARGEST = 2**63 - 1
"""No value is larger: what a record's whole numbers hold, and more than any economy makes."""
LARGEST_PERCENT = 10**6
_SHOWN = 24
_EDGES = " \n\t\u3000\xa0，。；;、：:"


def written(draft: Draft) -> str:
    """The number of a draft, cut where it is very long."""
    number = str(draft.value if draft.value is not None else draft.change.pct if draft.change else "")
    return number if len(number) <= _SHOWN else f"{number[:_SHOWN]}… ({len(number)} digits)"


def is_impossible(draft: Draft) -> bool:
    """Whether a number is larger than anything that is measured."""
    most = LARGEST_PERCENT if draft.unit == "percent" else LARGEST
    if draft.value is not None and abs(draft.value) > most:
        return True
    if draft.value_max is not None and abs(draft.value_max) > most:
        return True
    return draft.change is not None and abs(draft.change.pct) > LARGEST_PERCENT


def made(draft: Draft, text: str, quote: Callable[[int, int], Evidence]) -> Figure:
    """The figure of a draft; its spans are offsets of `text`, which `quote` quotes."""
    return Figure(
        measure=draft.measure,
        of=draft.of,
        partner=draft.partner,
        value=_plain(draft.value),
        unit=None if draft.value is None else draft.unit,
        period=draft.period,
        evidence=tuple([quote(start, end) for start, end in _quotable(text, draft.spans)]),
        value_max=_plain(draft.value_max),
        change_pct=_plain(draft.change.pct) if draft.change is not None else None,
        basis=draft.change.basis if draft.change is not None else None,
        rank=draft.rank,
        about=draft.about,
        attributed_to=draft.attributed_to,
    )


def trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span without blanks and marks at its ends."""
    start, end = span
    quote = text[start:end]
    return end - len(quote.lstrip(_EDGES)), start + len(quote.rstrip(_EDGES))


def _plain(value: Amount | None) -> int | float | None:
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(Decimal(value))


def _quotable(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The quotations in order of their telling, those that touch within a line joined."""
    if len(spans) == 1:
        return [trimmed(text, spans[0])]
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        at = next((i for i, (a, b) in enumerate(joined) if _touch(text, start, end, a, b)), None)
        if at is None:
            joined.append((start, end))
        else:
            joined[at] = (min(joined[at][0], start), max(joined[at][1], end))
    return list(dict.fromkeys(trimmed(text, span) for span in joined))


def _touch(text: str, start: int, end: int, a: int, b: int) -> bool:
    return start <= b + 1 and a <= end + 1 and "\n" not in text[min(b, end) : max(a, start)]
