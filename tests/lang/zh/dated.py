"""Dates found in a sentence, published on Thursday, 7 December 2023 unless a case says otherwise."""

from datetime import date

from bilat.lang.zh.dates import DateMention, find_dates
from bilat.lang.zh.fold import fold

PUBLISHED = date(2023, 12, 7)


def dates(text: str, published: date | None = PUBLISHED) -> list[DateMention]:
    folded = fold(text)
    return find_dates(folded, 0, len(folded), published)


def only(text: str, published: date | None = PUBLISHED) -> DateMention:
    found = dates(text, published)
    assert len(found) == 1, [(fold(text)[m.start : m.end], m.kind) for m in found]
    return found[0]


def words(text: str) -> list[str]:
    return [text[m.start : m.end] for m in dates(text)]
