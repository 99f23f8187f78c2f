"""Search as one types: the names of people, offices, mechanisms, phrases, undertakings and places in one text.

A record has tens of thousands of short names. Joined, folded, with line breaks between, they are a text of some hundred
thousand characters in which every place of a few characters is found in well under a millisecond; no index is needed,
and parts of names, names of one or two characters and both scripts are found alike.
"""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from bilat.record.contacts import NAME
from bilat.record.terms import fold, places

KINDS: Final = ("person", "office", "mechanism", "phrase", "undertaking")
"""What is found by its name, in the order in which it is shown."""
PLACE: Final = "place"
"""Where events were: found to find these."""

_NAMES: Final = f"""
SELECT 'person', p.actor, x.name, x.folded, {NAME.format(actor="p.actor")}, coalesce(p.country, ''), p.documents
FROM names x JOIN persons p USING (actor)
"""
_OFFICES: Final = """
SELECT 'office', office, office, NULL, '', group_concat(DISTINCT country), sum(documents) FROM tenures GROUP BY office
"""
_MECHANISMS: Final = """
SELECT 'mechanism', mechanism, form, NULL, '', '', count(DISTINCT document) FROM (
    SELECT mechanism, mechanism AS form, document FROM mechanisms
    UNION ALL SELECT mechanism, written, document FROM mechanisms) GROUP BY mechanism, form
"""
_PHRASES: Final = "SELECT 'phrase', phrase, phrase, NULL, '', '', count(DISTINCT document) FROM phrases GROUP BY phrase"
_UNDERTAKINGS: Final = """
SELECT 'undertaking', min(id), what, NULL, what, kind, count(DISTINCT document) FROM undertakings GROUP BY what, kind
"""
_PLACES: Final = (
    "SELECT 'place', place, place, NULL, '', '', count(*) FROM events WHERE place IS NOT NULL GROUP BY place"
)


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
        self._names: list[Name] = []
        self._starts: list[int] = []
        folded: list[str] = []
        at = 0
        for name, text in _all(db, other):
            self._names.append(name)
            self._starts.append(at)
            folded.append(text)
            at += len(text) + 1
        self._text = "\n".join(folded) + "\n"

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

    def _holding(self, term: str) -> Iterator[tuple[int, int]]:
        """Names that hold a term, with its first place."""
        at = self._text.find(term)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number, at
            at = self._text.find(term, self._text.index("\n", at))

    def _hit(self, number: int, terms: list[str], begin: int, end: int, at: int) -> Hit:
        name, first = self._names[number], terms[0]
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


def _all(db: sqlite3.Connection, other: Mapping[tuple[str, str], Iterable[str]]) -> Iterator[tuple[Name, str]]:
    for statement in (_NAMES, _OFFICES, _MECHANISMS, _PHRASES, _UNDERTAKINGS, _PLACES):
        for kind, id_, text, folded, name, detail, weight in db.execute(f"{statement} ORDER BY 2, 3"):
            made = Name(kind, id_, text, name or id_, detail or "", weight)
            yield made, (fold(text) if folded is None else folded).replace("\n", " ")
            if text == id_:
                for form in other.get((kind, id_), ()):
                    yield made._replace(text=form), fold(form).replace("\n", " ")
