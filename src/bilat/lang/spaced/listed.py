"""The people whom the packs know, by the words of their names; offices that say their country."""

import unicodedata
from functools import lru_cache

from bilat.lang.spaced.speech import Speech
from bilat.packs import Packs
from bilat.packs.tables.linking import OfficeTitle

_NO_WORDS = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    """A word in small letters without the marks that publishers set or leave out."""
    apart = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name without initials and what follows it (Jr.)."""
    found = [_plain(word.strip(",")) for word in name.replace("-", " ").split()]
    long = [word for word in found if word not in _NO_WORDS and not (len(word) == 2 and word[1] == ".")]
    return tuple(long or found)


@lru_cache(maxsize=8)
def known_offices(packs: Packs) -> dict[str, str]:
    """Titles that name one office, of one country or body."""
    rows: dict[str, list[OfficeTitle]] = {}
    for row in packs.of(OfficeTitle):
        for title in row.titles:
            rows.setdefault(title, []).append(row)
    return {title: each[0].countries[0] for title, each in rows.items() if len(each) == 1 == len(each[0].countries)}


@lru_cache(maxsize=8)
def known_ends(packs: Packs) -> dict[tuple[str, str], set[str]]:
    """First and last word of the names of known people → their countries."""
    out: dict[tuple[str, str], set[str]] = {}
    for person in packs.persons:
        words = words_of(person.name)
        out.setdefault((words[0], words[-1]), set()).add(person.country)
    return out


@lru_cache(maxsize=8)
def known_words(packs: Packs) -> dict[str, set[str]]:
    """First or last word of the names of known people → their countries."""
    out: dict[str, set[str]] = {}
    for each, countries in known_ends(packs).items():
        for word in each:
            out.setdefault(word, set()).update(countries)
    return out


_LONG = 4
"""Letters from which a surname alone is no other word."""


@lru_cache(maxsize=8)
def known_surnames(speech: Speech) -> dict[str, str]:
    """What calls one known person without a title: a surname that is nobody else's, in a language whose words are
    told from names by their capitals."""
    if speech.native is not None:
        return {}
    out: dict[str, str] = {}
    for (first, last), countries in known_ends(speech.packs).items():
        country = next(iter(countries))
        word = first if country in speech.family_first else last
        if (len(word) >= _LONG or word in speech.of_role("known_surname")) and known_words(speech.packs)[word] == {
            country
        }:
            out[word] = country
    return out
