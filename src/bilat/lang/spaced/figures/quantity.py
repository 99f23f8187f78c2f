"""Numbers with their units in a sentence: money, percentages, counts. Folded text → Quantities."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.lang.figures.draft import BARE, COUNT, MONEY, PERCENT, POINTS, Amount
from bilat.lang.spaced.figures.scope import breaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.lang.spaced.figures.words import Words

_MOST_DIGITS = 24
"""Digits beyond which a number is a slip or a code."""
_ABOUT_BACK = 28
"""Characters before a number in which its words of exactness stand."""
_FROM_BACK = 16
"""Characters before two numbers in which the words stand that make them a way from one to the other."""
_YEARS = range(1900, 2101)


class Quantity(Struct, gc=False):
    """A number with its unit at `start`:`end`. `unit` is a currency code, `percent` or a noun; of money whose word
    several currencies share it is None, and `word` is that word."""

    start: int
    end: int
    kind: str
    value: Amount
    unit: str | None
    word: str = ""
    value_max: Amount | None = None
    about: tuple[str, ...] = ()


def quantities(text: str, start: int, end: int, words: Words) -> list[Quantity]:
    """The numbers between two offsets, in order."""
    return list(_read(text, start, end, words))


def _read(text: str, start: int, end: int, words: Words) -> Iterator[Quantity]:
    at = start
    while (found := words.number.search(text, at, end)) is not None:
        number = _range(text, found.start(), end, words) or _one(text, start, found, words)
        if number is not None:
            yield number
        at = max(number.end if number is not None else found.end(), found.start() + 1)


def _one(text: str, start: int, found: re.Match[str], words: Words) -> Quantity | None:
    sign, scale = found["sign"], _scale(found["scale"])
    value = _value(found["n"], scale, words)
    if value is None or (scale in words.forms.short_scales and not sign):
        return None
    kind, unit, word = _unit(found, words)
    if kind == BARE and not scale and _is_year(value, found["n"]):
        return None
    first = found.start("sign" if sign else "n")
    return Quantity(first, found.end(), kind, value, unit, word, None, _about(text, start, first, words))


def _range(text: str, at: int, end: int, words: Words) -> Quantity | None:
    """Two numbers that are the ends of a range: the lower takes the upper's million where it has none."""
    found = words.range.match(text, at, end)
    if found is None:
        return None
    if breaks(words.forms.from_to).search(text, max(0, at - _FROM_BACK), at):
        return None
    scale, scale2 = _scale(found["scale"]), _scale(found["scale2"])
    high = _value(found["n2"] or found["n3"], scale2, words)
    low = _value(found["n"], scale or scale2, words)
    kind, unit, word = _unit(found, words)
    if high is None or low is None or low >= high or kind == BARE or _is_year(int(low), found["n"]):
        return None
    if scale2 and not scale and _is_year(int(_value(found["n"], "", words) or 0), found["n"]):
        return None
    first = found.start("sign" if found["sign"] else "n")
    return Quantity(first, found.end(), kind, low, unit, word, high, _about(text, at, first, words))


def _scale(written: str | None) -> str:
    return (written or "").strip(" -").lower()


def _about(text: str, start: int, first: int, words: Words) -> tuple[str, ...]:
    said = words.inexact.search(text, max(start, first - _ABOUT_BACK), first)
    return (said[1],) if said is not None else ()


def _unit(found: re.Match[str], words: Words) -> tuple[str, str | None, str]:
    """Kind and unit of a number as written, and the word for money."""
    if found["percent"] is not None:
        return PERCENT, "percent", ""
    if found["points"] is not None:
        return POINTS, "percent", ""
    if found["money"] is not None or found["sign"]:
        word = found["money"] or found["sign"]
        return MONEY, words.currency(word) or words.currency(found["sign"] or ""), word
    if found["count"] is not None:
        return COUNT, words.units[found["count"].lower()], ""
    return BARE, None, ""


def _is_year(value: Amount, written: str) -> bool:
    return value in _YEARS and written.isdigit() and len(written) == len("2024")


def _value(written: str, scale: str, words: Words) -> Amount | None:
    forms = words.forms
    digits = written[0].isdigit()
    number = read_number(written, forms.decimal) if digits else Decimal(forms.numerals[written.lower()])
    if number is None:
        return None
    number *= Decimal(10) ** forms.scales[scale] if scale else 1
    return int(number) if number == number.to_integral_value() else number.normalize()


def read_number(written: str, decimal: str) -> Decimal | None:
    """A number in digits whose decimals stand behind a mark (`1.234,5`); None where the marks make no sense. Where it
    can only be so, the marks may be those of the other habit: `1.5` with commas for decimals."""
    if len(written) > _MOST_DIGITS:
        return None
    group = "," if decimal == "." else "."
    for mark, other in ((decimal, group), (group, decimal)):
        if re.fullmatch(rf"\d{{1,3}}(?:\{other}\d{{3}})+(?:\{mark}\d+)?", written):
            return Decimal(written.replace(other, "").replace(mark, "."))
        if re.fullmatch(rf"\d+(?:\{mark}\d+)?", written):
            return Decimal(written.replace(mark, "."))
    return None
