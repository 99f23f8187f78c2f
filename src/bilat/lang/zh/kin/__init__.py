"""What linking asks of Chinese: which names, offices, places and mechanisms are the same."""

import re
from typing import Final

from bilat.lang.base import Post
from bilat.lang.zh.fold import fold
from bilat.lang.zh.kin import names
from bilat.lang.zh.kin.levels import levels
from bilat.lang.zh.kin.posts import posts
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.mechanisms.names import canonical
from bilat.model.level import Level
from bilat.packs import Packs
from bilat.packs.tables.linking import Spelling

_STATEMENT: Final = re.compile("声明|公报|宣言|共识文件|成果文件|新闻公报")


class ChineseKin:
    """The answers of the Chinese packs and of how Chinese names sound."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs

    def posts(self, title: str, country: str | None = None) -> tuple[Post, ...]:
        """The offices that a title names now."""
        del country
        return posts(self._packs).of(title)

    def level(self, office: str) -> Level | None:
        """How high an office is."""
        return levels(self._packs).of(office)

    def likeness(self, one: str, other: str, country: str | None) -> float:
        """How far two folded names can be spellings of one."""
        return names.likeness(one, other, country)

    def differ(self, one: str, other: str, country: str | None) -> bool:
        """Never: nobody is told apart by a table of one language."""
        del one, other, country
        return False

    def readings(self, name: str, country: str | None) -> tuple[str, ...]:
        """None: how characters are read elsewhere is known there."""
        del name, country
        return ()

    def short_name(self, name: str) -> str | None:
        """The last part of a name with dots."""
        return names.short_name(name)

    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """Spellings that the packs say are of one name."""
        return tuple(tuple(map(fold, (row.name, *row.others))) for row in self._packs.of(Spelling))

    def country_of(self, place: str) -> str | None:
        """The country of a place, or the country named."""
        entry = lexicon(self._packs).get(fold(place))
        if entry is None:
            return None
        if entry.country is not None:
            return entry.country.code
        return (entry.place.country or None) if entry.place is not None else None

    def is_country(self, place: str) -> bool:
        """Whether a place is a country itself."""
        entry = lexicon(self._packs).get(fold(place))
        return entry is not None and entry.country is not None

    def same_place(self, place: str) -> str:
        """The name in the packs where they know it, in one script."""
        entry = lexicon(self._packs).get(fold(place))
        return entry.place.name if entry is not None and entry.place is not None else fold(place)

    def meeting_name(self, mechanism: str) -> str:
        """The name in the packs where they know it, else one name for both orders of its members."""
        return canonical(mechanism, self._packs)[0]

    def is_statement(self, document: str) -> bool:
        """A joint statement, communiqué or declaration."""
        return _STATEMENT.search(fold(document)) is not None
