"""Which country a speaker speaks for, as far as the words tell."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilat.lang.zh.claims.line import Line

SHORT_FORMS = frozenset(
    ("方", "军", "媒", "警", "军方", "官方", "警方", "政府", "外交部", "国防部", "防长", "外长", "总统", "总理", "海警")
)
"""What a short form of a country stands before: 中方, 俄媒."""
_NEAR = 200
"""Characters before 双方 within which the two are looked for."""
_PAIR = 2
_SHORT = 12


def several(codes: Iterable[str | None]) -> str | None:
    """Codes in order, joined; None when there is none."""
    return ",".join(sorted({code for code in codes if code})) or None


def country_in(line: Line, start: int, end: int) -> str | None:
    """The country that a phrase names first: itself, or as that of a body or place."""
    for begin, _, entry in line.hits:
        if begin >= end:
            break
        if begin < start:
            continue
        if entry.country is not None:
            return entry.country.code
        if entry.org is not None:
            return entry.org.code
        if entry.body is not None and entry.body.country:
            return entry.body.country
        if entry.place is not None and entry.place.country:
            return entry.place.country
    return None


def short_country(line: Line, start: int, end: int) -> str | None:
    """The country of a short form before a noun (美官员, 俄媒): what stands behind it must be a word of its own."""
    short, text = line.rules.short, line.text
    if text[start] not in short or end - start > _SHORT:
        return None
    rest = text[start + 1 : end]
    return short[text[start]] if rest in line.rules.speakers or rest in SHORT_FORMS or line.name_at(start + 1) else None


def both(line: Line, start: int, end: int) -> str | None:
    """The countries of 双方: those the phrase names, else the two that were spoken of just before."""
    named = {h.entry.country.code for h in line.hits if start <= h.start < end and h.entry.country is not None}
    named |= {code for char in line.text[start:end] if (code := line.rules.short.get(char))}
    if len(named) > 1:
        return several(named)
    floor = max(0, start - _NEAR)
    mentions, offices = line.article.people.mentions, line.article.people.offices
    first = bisect_left(mentions, floor, key=attrgetter("start"))
    near = {m.country for m in takewhile(lambda m: m.start < start, islice(mentions, first, None)) if m.country}
    first = bisect_left(offices, floor, key=attrgetter("start"))
    for office in takewhile(lambda o: o.start < start, islice(offices, first, None)):
        near.update(office.countries)
    return several(near) if len(near) == _PAIR else None
