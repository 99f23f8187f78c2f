"""What linking asks of a language of this family: which names, offices, places and mechanisms are the same.

Every answer is in the words that Chinese packs use as usual names, so that three languages meet in them.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from bilat.lang.base import Post
from bilat.lang.spaced import sounds
from bilat.lang.spaced.letters import plain
from bilat.lang.spaced.lexicon import Word
from bilat.lang.spaced.mechanisms import names
from bilat.lang.spaced.posts import Posts
from bilat.lang.spaced.sounds import is_han, joined, words_of
from bilat.lang.spaced.speech import Speech
from bilat.model.level import Level
from bilat.packs.tables.linking import WorldName
from bilat.packs.tables.spaced import Custom

_BY_CHARACTERS: Final = frozenset({"CN", "HK", "JP", "KP", "KR", "MO", "SG", "TW", "VN"})
"""Countries whose people have characters of their own: Chinese does not write their names by sound."""


def _letters(name: str) -> str:
    """Letters and digits alone, for names that are parted in several ways (Hanoi, Hà Nội)."""
    return "".join(char for char in plain(name) if char.isalnum())


class SpacedKin:
    """The answers of one language's packs and of how it writes names."""

    def __init__(self, speech: Speech, posts: Posts) -> None:
        self._speech = speech
        self._packs = speech.packs
        self._posts = posts

    @cached_property
    def _customs(self) -> dict[str, frozenset[str]]:
        out: dict[str, set[str]] = {}
        for row in self._packs.of(Custom):
            out.setdefault(row.custom, set()).add(row.country)
        return {custom: frozenset(countries) for custom, countries in out.items()}

    def _does(self, custom: str, country: str | None) -> bool:
        return country in self._customs.get(custom, ())

    def posts(self, title: str, country: str | None = None) -> tuple[Post, ...]:
        """The offices that a title names now."""
        return self._posts.of(title, country)

    def level(self, office: str) -> Level | None:
        """How high an office is that has no usual name."""
        return self._posts.level(office)

    def characters(self, name: str) -> list[tuple[str, ...]]:
        """The readings of a name in characters, by syllables."""
        raise NotImplementedError

    def readings(self, name: str, country: str | None) -> tuple[str, ...]:
        """The letters of a name of a country whose names are readings of characters."""
        if not self._does("readings", country):
            return ()
        if not is_han(name):
            words = words_of(name)
            return (joined(words),) if len(joined(words)) > len(words[0]) else ()
        return tuple(dict.fromkeys(map(joined, self.characters(name))))

    def likeness(self, one: str, other: str, country: str | None) -> float:
        """How far two folded names, one of them in Latin letters, can be spellings of one."""
        han = [is_han(name) for name in (one, other)]
        if all(han):
            return 0.0
        known = [self._known.get((country, name)) for name in (one, other)]
        if any(who is not None and not han for who, han in zip(known, han, strict=True)):
            return float(known[0] == known[1])
        if not any(han):
            return sounds.likeness(
                one,
                other,
                family_first=self._does("family_first", country),
                given_last=self._does("given_last", country),
            )
        characters, letters = (one, other) if han[0] else (other, one)
        if self._does("readings", country):
            return max(
                (self._read_as(syllables, letters, country) for syllables in self.characters(characters)), default=0
            )
        return 0.0 if country in _BY_CHARACTERS else sounds.sounds_like(characters, letters)

    def differ(self, one: str, other: str, country: str | None) -> bool:
        """Whether two public figures bear these names, or one who is called otherwise has another first name (Brigitte
        Macron and 马克龙, who is Emmanuel)."""
        who = [self._known.get((country, name)) for name in (one, other)]
        if None not in who:
            return who[0] != who[1]
        figure, name = (who[0], other) if who[0] is not None else (who[1], one)
        words = words_of(name)
        if figure is None or is_han(name) or len(words) == 1:
            return False
        ends = [called for called in self._called[country, figure] if called[-1] == words[-1]]
        return bool(ends) and all(called[0][:1] != words[0][:1] for called in ends)

    @cached_property
    def _called(self) -> dict[tuple[str | None, str], list[list[str]]]:
        """Of each public figure the full names in Latin letters, in words."""
        out: dict[tuple[str | None, str], list[list[str]]] = {}
        for (country, name), figure in self._known.items():
            called = out.setdefault((country, figure), [])
            if not is_han(name) and len(words_of(name)) > 1:
                called.append(words_of(name))
        return out

    @cached_property
    def _known(self) -> dict[tuple[str | None, str], str]:
        """Country and name of public figures → who it is: nobody else is called so."""
        rows = self._packs.of(WorldName)
        return {(row.country, plain(name)): row.name for row in rows for name in (row.name, *row.en, *row.vi)}

    def _read_as(self, syllables: tuple[str, ...], letters: str, country: str | None) -> float:
        words = words_of(letters)
        if len(words) > 1 or len(syllables) == 1:
            return float(joined(words) == joined(syllables))
        called = syllables[-1:] if self._does("given_last", country) else syllables[:1]
        return sounds.SHORT if joined(words) in map(joined, (called, syllables)) else 0.0

    def short_name(self, name: str) -> str | None:
        """None: who is called by a part of the name is told by the office."""
        del name
        return None

    def spellings(self) -> Sequence[tuple[str, ...]]:
        """The names of public figures in several languages, the usual one first."""
        return [tuple(dict.fromkeys((row.name, *map(plain, (*row.en, *row.vi))))) for row in self._packs.of(WorldName)]

    def country_of(self, place: str) -> str | None:
        """The country of a place, or the country named."""
        word = self._word(place)
        if word is None:
            return None
        return word.side or (word.city.country if word.city is not None else None)

    def is_country(self, place: str) -> bool:
        """Whether a place is a country itself."""
        word = self._word(place)
        return word is not None and word.side is not None and not word.adjective

    def same_place(self, place: str) -> str:
        """The usual name where the packs know one."""
        if is_han(place):
            return place
        return self._places.get(_letters(place), place)

    @cached_property
    def _places(self) -> dict[str, str]:
        """Places of the world by their English names, and by the readings of their characters."""
        out: dict[str, str] = {}
        for row in self._packs.places:
            if self._does("readings", row.country) and row.kind != "venue":
                for syllables in self.characters(row.name):
                    _ = out.setdefault("".join(syllables), row.name)
        return out | {_letters(row.en): row.name for row in reversed(self._packs.places) if row.en}

    def meeting_name(self, mechanism: str) -> str:
        """The usual name where the packs know it."""
        if is_han(mechanism):
            return mechanism
        return names(self._speech).meant(mechanism).name

    def is_statement(self, document: str) -> bool:
        """A joint statement, communiqué or declaration."""
        return self._speech.documents.is_statement(document)

    def _word(self, place: str) -> Word | None:
        return None if is_han(place) else self._speech.lexicon.get(place)
