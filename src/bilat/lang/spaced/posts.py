"""A title of office → the offices it names, by their usual names."""

import re
from functools import cached_property
from typing import Final

from bilat.lang.alternation import NEVER, alternation
from bilat.lang.base import Post
from bilat.lang.spaced.lexicon import lower
from bilat.lang.spaced.sounds import is_han
from bilat.model.level import Level
from bilat.packs import Packs
from bilat.packs.tables.linking import OfficeTitle
from bilat.packs.tables.spaced import Side, TitleWord

_LEVELS: Final = {
    "head_of_state": Level.LEADERS,
    "head_of_government": Level.LEADERS,
    "minister": Level.MINISTERS,
    "diplomacy": Level.OFFICIALS,
    "army": Level.OFFICIALS,
    "government": Level.OFFICIALS,
}
"""Levels of offices that have no usual name, by the field of the last word of title."""


class Posts:
    """The offices of one language. `not_now` are words right before a title of someone else or of another time,
    `not_its` words right after it, `goes_on` what may follow the title of the holder."""

    def __init__(self, packs: Packs, *, not_now: str, not_its: str, goes_on: str) -> None:
        self._packs = packs
        self._not_now = re.compile(rf"(?:^|[\s-])(?:{not_now})[ -]$")
        self._not_its = re.compile(not_its)
        self._goes_on = goes_on

    @cached_property
    def _rows(self) -> dict[str, list[OfficeTitle]]:
        out: dict[str, list[OfficeTitle]] = {}
        for row in self._packs.of(OfficeTitle):
            for title in row.titles:
                out.setdefault(title, []).append(row)
        return out

    @cached_property
    def _titles(self) -> re.Pattern[str]:
        words = alternation({*self._rows, *(row.word for row in self._packs.of(TitleWord))}) or NEVER
        return re.compile(rf"(?<![\w-])(?:{words})(?!\w)")

    @cached_property
    def _after(self) -> re.Pattern[str]:
        sides = alternation(lower(name) for side in self._packs.of(Side) for name in side.names) or NEVER
        return re.compile(rf"\s*(?:$|[,;(/-]|(?:{self._goes_on})(?!\w)|(?:of |the )*(?:{sides})(?!\w))")

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {row.word: row.kind for row in self._packs.of(TitleWord)}

    def of(self, title: str, country: str | None) -> tuple[Post, ...]:
        """The offices that a title names now, for one of a country; those of no usual name by the title itself, when
        this language knows it."""
        if is_han(title):
            return ()
        words = lower(title)
        found = [self._post(words, hit, country) for hit in self._titles.finditer(words)]
        return tuple(dict.fromkeys(post for post in found if post is not None))

    def level(self, office: str) -> Level | None:
        """The level of an office that has no usual name."""
        kind = self._kinds.get(office)
        return _LEVELS.get(kind) if kind is not None else None

    def _post(self, words: str, hit: re.Match[str], country: str | None) -> Post | None:
        if self._not_now.search(words, 0, hit.start()) or self._not_its.match(words, hit.end()):
            return None
        rows = self._rows.get(hit[0], [])
        row = next((row for row in rows if country in row.countries), None)
        row = row or next((row for row in rows if not row.countries), None)
        if row is None:
            return Post(hit[0], sole=False)
        if row.sole and not self._after.match(words, hit.end()):
            return None
        return Post(row.office, row.sole)
