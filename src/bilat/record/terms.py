"""Text ↔ the terms it is found by.

Text is folded character by character: traditional → simplified, full width → half width, capitals → small letters,
letters with diacritics → their base letter. Han, kana and hangul are then found by any string of them (an index of
character pairs), words of other scripts as wholes. A search finds exactly what a scan of the folded text with
`Query.patterns` finds; the index only makes it quick.
"""

import re
import sys
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache
from operator import add
from typing import Final

from bilat.errors import UsageError
from bilat.lang.zh.fold import table as han_table
from bilat.model import Span

_PAIRED: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30fa\u30fc-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Characters of scripts written without spaces between words, and hangul."""
_NOT_PAIRED: Final = re.compile(f"[^{_PAIRED}]+")
_WORD: Final = re.compile(f"[^\\W_{_PAIRED}]+")
_PIECE: Final = re.compile(f"([{_PAIRED}]+)|([^\\W_{_PAIRED}]+)")
_MARKS: Final = "[\u0300-\u036f]*"
_MARK: Final = re.compile("[\u0300-\u036f]")
_SPACE: Final = 32
_CODE_POINTS: Final = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
_LONGEST: Final = 64
"""Longer words are told apart by their first 64 characters only (addresses, encoded data)."""
_OWN_LETTERS: Final = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ı": "i"}
"""Letters with a stroke, which Unicode does not take apart."""


@cache
def _table() -> list[int | None]:
    """Code point → folded code point, None for a mark that falls away. A whole list, because `str.translate` is
    twice as quick with it as with a dict of what changes (0.08 instead of 0.16 s a million characters)."""
    made: list[int | None] = [*range(0x10000)]
    made[0x0300:0x0370] = [None] * 0x70
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x300), *range(0x370, 0x1380), *range(0x1E00, 0x2000)):
        letter = chr(code)
        latin = code < 0x530 or code >= 0x1E00
        base = (unicodedata.normalize("NFD", letter)[0] if latin else letter).lower()
        if len(base) == 1:
            made[code] = ord(base)
    for letter, base in _OWN_LETTERS.items():
        made[ord(letter)] = ord(base)
    for code, folded in han_table().items():
        made[code] = ord(folded.lower())
    return made


def fold(text: str) -> str:
    """The text as it is searched. As long as `text`, but for combining marks, which fall away: see `places`."""
    return text.lower() if text.isascii() else text.translate(_table())


def places(text: str) -> list[int] | None:
    """For each character of the folded text its offset in `text`, then the length; None where they are the same."""
    if not _MARK.search(text):
        return None
    return [*(at for at, char in enumerate(text) if not "\u0300" <= char <= "\u036f"), len(text)]


def index_terms(folded: str) -> str:
    """The terms of a folded text, divided by spaces, in any number: pairs of neighbours, and words. A pair that holds
    the space next to a run leaves its single character, so that a run's last one is a term too.

    Every third character of the result is a space; the text goes in the first and, moved by one, in the second
    places. In arrays that is three times as quick as making each pair a string (0.15 s a million characters).
    """
    first = array("I", (_NOT_PAIRED.sub(" ", folded) + " ").encode(_CODE_POINTS))
    second = first[1:]
    second.append(_SPACE)
    pairs = array("I", [_SPACE]) * (3 * len(first))
    pairs[0::3] = first
    pairs[1::3] = second
    words = " ".join({word[:_LONGEST] for word in _WORD.findall(folded)})
    return pairs.tobytes().decode(_CODE_POINTS) + words


@cache
def _forms() -> dict[str, str]:
    """Folded character → all others that are folded to it; of those that stand in pairs only Han are."""
    found: dict[str, str] = {}
    for code, folded in han_table().items():
        if chr(code) != folded:
            found[folded] = found.get(folded, "") + chr(code)
    return found


def _unfolded(term: str) -> re.Pattern[str]:
    """What finds a folded run of characters in a text that is not folded: to fold a text takes longer than to search
    it."""
    forms = _forms()
    return re.compile("".join(f"[{re.escape(char + forms.get(char, ''))}]{_MARKS}" for char in term))


@dataclass(frozen=True, slots=True)
class Query:
    """`match` is what the index is asked for, `patterns` find each term in the folded text; `exact` when the index
    alone decides. Where each term is one run of characters that stay as they are when they are folded again, `plain`
    are the terms and `unfolded` find them in a text as it is; both are empty where any is not."""

    match: str
    patterns: tuple[re.Pattern[str], ...]
    exact: bool
    plain: tuple[str, ...]
    unfolded: tuple[re.Pattern[str], ...]

    def finds(self, folded: str) -> bool:
        """Whether the folded text holds every term."""
        return all(pattern.search(folded) for pattern in self.patterns)

    def is_in(self, text: str) -> bool:
        """The same of a text that is not folded."""
        if not self.plain:
            return self.finds(fold(text))
        return all(term in text or there.search(text) for term, there in zip(self.plain, self.unfolded, strict=True))

    def hits(self, text: str) -> list[Span]:
        """Where the terms stand in a text (not folded), in order, none inside another."""
        searched, where = (text, None) if self.plain else (fold(text), places(text))
        spans = sorted(
            {
                (found.start(), found.end())
                for pattern in self.unfolded or self.patterns
                for found in pattern.finditer(searched)
            },
            key=lambda pair: (pair[0], -pair[1]),
        )
        kept: list[Span] = []
        for start, end in spans:
            if where is not None:
                start, end = where[start], where[end]  # noqa: PLW2901 -- the same span, in the text's own offsets
            if not kept or end > kept[-1].end:
                kept.append(Span(start, end))
        return kept


def parse(words: str, *, typing: bool = False) -> Query:
    """Search words → what to look for. All words must occur; "words in quotation marks" side by side. While somebody is
    `typing`, the last word may go on. Raises UsageError where there is nothing to look for."""
    asked: list[str] = []
    for quoted, word in re.findall(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)', words):
        term = " ".join(fold(quoted or word).split())
        if _PIECE.search(term):
            asked.append(term)
    if not asked:
        msg = f"nothing to search for in {words!r}: give a word or some characters"
        raise UsageError(msg)
    clauses = [clause for term in asked for clause in _clauses(term)]
    goes_on = typing and words[-1:].isalnum() and _WORD.match(asked[-1][-1]) is not None
    if goes_on:
        clauses[-1] += "*"
    exact = all(_PIECE.fullmatch(term) and (len(clauses_of) == 1) for term in asked for clauses_of in [_clauses(term)])
    runs = not any(_NOT_PAIRED.search(term) or fold(term) != term for term in asked)
    patterns = [*map(_pattern, dict.fromkeys(asked[:-1])), _pattern(asked[-1], goes_on=goes_on)]
    plain = tuple(asked) if runs else ()
    match = " AND ".join(dict.fromkeys(clauses))
    return Query(match, tuple(patterns), exact, plain, tuple(map(_unfolded, plain)))


def _clauses(term: str) -> list[str]:
    clauses: list[str] = []
    for run, word in _PIECE.findall(term):
        if word:
            clauses.append(f'"{word[:_LONGEST]}"')
        elif len(run) == 1:
            clauses.append(f'"{run}"*')
        else:
            clauses.extend(f'"{pair}"' for pair in map(add, run, run[1:]))
    return clauses


def _pattern(term: str, *, goes_on: bool = False) -> re.Pattern[str]:
    """The term, not inside a longer word at an end that is a letter or digit, unless its last word `goes_on`; any white
    space for a space."""
    body = r"\s+".join(re.escape(word) for word in term.split(" "))
    before = f"(?<![^\\W_{_PAIRED}])" if _WORD.match(term) else ""
    after = f"(?![^\\W_{_PAIRED}])" if _WORD.match(term[-1]) and not goes_on else ""
    return re.compile(before + body + after)
