"""Search as one types: the names of people, offices, mechanisms, phrases, undertakings and places in one text.

A record has tens of thousands of short names. Joined, folded, with line breaks between, they are a text of some hundred
thousand characters in which every place of a few characters is found in well under a millisecond; no index is needed,
and parts of names, names of one or two characters and both scripts are found alike.
"""

import re
import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from operator import itemgetter
from typing import Final, NamedTuple

from bilat.record.terms import fold, places

KINDS: Final = ("person", "office", "mechanism", "phrase", "undertaking")
"""What is found by its name, in the order in which it is shown."""
LOOKUP: Final = "names"
"""What the names of an open record are kept under."""
PLACE: Final = "place"
"""Where events were: found to find these."""

_NAMES: Final = """
SELECT x.actor, x.name, x.folded, coalesce(p.country, ''), p.documents FROM names x JOIN persons p USING (actor)
ORDER BY x.actor, x.chosen DESC, x.as_name DESC, x.as_alias DESC, x.name
"""
"""What people are called, the usual name of each first."""
_OFFICES: Final = """
SELECT office, country, sum(documents) FROM tenures GROUP BY office, country ORDER BY office, country
"""
_MECHANISMS: Final = """
SELECT 'mechanism', mechanism, form, '', '', count(DISTINCT document) FROM (
    SELECT mechanism, mechanism AS form, document FROM mechanisms
    UNION ALL SELECT mechanism, written, document FROM mechanisms) GROUP BY mechanism, form
"""
_PHRASES: Final = "SELECT 'phrase', phrase, phrase, '', '', count(DISTINCT document) FROM phrases GROUP BY phrase"
_UNDERTAKINGS: Final = """
SELECT 'undertaking', lower(hex(min(id))), what, what, kind, count(DISTINCT document)
FROM undertakings GROUP BY what, kind
"""
_PLACES: Final = "SELECT 'place', place, place, '', '', count(*) FROM events WHERE place IS NOT NULL GROUP BY place"
Plain = tuple[str, str, str, str, str, int]
"""The fields of a `Name`, which is made of those that are found only."""


class Name(NamedTuple):
    """A name of something: see `FoundRow`."""

    kind: str
    id: str
    text: str
    name: str
    detail: str
    weight: int


class Hit(NamedTuple):
    """A name that was found, and where in its text; the better the hit the smaller."""

    quality: int
    less: int
    other: bool
    name: Name
    start: int
    end: int


class Lookup:
    """All names of a record. `other` gives further forms of a phrase or a mechanism."""

    def __init__(self, db: sqlite3.Connection, other: Mapping[tuple[str, str], Iterable[str]]) -> None:
        self._names: list[Plain] = []
        folded: list[str] = []
        for name, text in _all(db, other):
            self._names.append(name)
            folded.append(text)
        self._text = "\n".join(folded) + "\n"
        self._starts = [0, *(at.end() for at in re.finditer("\n", self._text))]

    def find(self, words: str) -> list[Hit]:
        """The names that hold all words, each thing once by its best name: whole names first, then those that begin so,
        then those of which a word begins so; the most frequent first."""
        terms = fold(words).split()
        if not terms:
            return []
        best: dict[tuple[str, str], Hit] = {}
        for number, at in self._holding(max(terms, key=len)):
            begin = self._starts[number]
            end = self._text.index("\n", begin)
            if all(self._text.find(term, begin, end) >= 0 for term in terms):
                hit = self._hit(number, terms, begin, end, at)
                key = (hit.name.kind, hit.name.id)
                best[key] = min(best[key], hit) if key in best else hit
        return sorted(best.values())

    def people(self, part: str) -> list[str]:
        """The ids of people of whom a name holds a folded text of one line, in order."""
        found = (self._names[number] for number, _ in self._holding(part))
        return sorted({name[1] for name in found if name[0] == "person"})

    def _holding(self, term: str) -> Iterator[tuple[int, int]]:
        """Names that hold a term, with its first place."""
        at = self._text.find(term)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number, at
            at = self._text.find(term, self._text.index("\n", at))

    def _hit(self, number: int, terms: list[str], begin: int, end: int, at: int) -> Hit:
        name, first = Name(*self._names[number]), terms[0]
        start = self._text.find(first, begin, end)
        length = len(first)
        if len(terms) == 1:
            start = at
        whole = len(terms) == 1 and end - begin == length
        starts_word = start == begin or not self._text[start - 1].isalnum()
        quality = 0 if whole else 1 if start == begin else 2 if starts_word else 3
        spot, stop = _in_text(name.text, start - begin, start - begin + length)
        return Hit(quality, -name.weight, name.text != name.name, name, spot, stop)


def _in_text(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets in folded text → in the text itself."""
    where = places(text)
    return (start, end) if where is None else (where[start], where[end])


def _all(db: sqlite3.Connection, other: Mapping[tuple[str, str], Iterable[str]]) -> Iterator[tuple[Plain, str]]:
    """The fields of every name, with its folded text in one line."""
    yield from _people(db)
    rows = chain(_offices(db), *(db.execute(each) for each in (_MECHANISMS, _PHRASES, _UNDERTAKINGS, _PLACES)))
    for kind, id_, text, name, detail, weight in rows:
        for form in (text, *(other.get((kind, id_), ()) if text == id_ else ())):
            yield (kind, id_, form, name or id_, detail or "", weight), fold(form).replace("\n", " ")


def _people(db: sqlite3.Connection) -> Iterator[tuple[Plain, str]]:
    before, usual = "", ""
    for actor, name, folded, country, documents in db.execute(_NAMES):
        if actor != before:
            before, usual = actor, name
        yield ("person", actor, name, usual, country, documents), folded.replace("\n", " ")


def _offices(db: sqlite3.Connection) -> Iterator[Plain]:
    """Offices with the codes of the countries that have them."""
    for office, rows in groupby(db.execute(_OFFICES), itemgetter(0)):
        each = list(rows)
        yield "office", office, office, "", ",".join(row[1] for row in each if row[1]), sum(row[2] for row in each)
