"""Where a name ends, given where it starts, and where it starts, given where it ends.

A name has no mark of its own. Three things tell its end: what its culture allows (one or two given characters after a
Chinese surname, sounds and dots for a foreign one), what stands to its right (a word that cannot be in a name), and the
document itself: what recurs with other neighbours is a name.
"""

import re

from bilat.lang.zh.people.tables import PUNCTUATION, Tables

_LATIN = re.compile(r"[A-ZÀ-Ỹ][A-Za-zÀ-ỹ'’\-]*\.?(?: (?:(?:bin|al|de|van|von|da|dos|der|la|el|binti) )?[A-ZÀ-Ỹ][A-Za-zÀ-ỹ'’\-]*\.?){1,4}")
_HAN = re.compile(r"[一-鿿]{2,6}")
_CLOSE = 2
"""A sure boundary: a mark, a digit, a word that no name goes on with."""


def boundary(text: str, at: int, tables: Tables) -> int:
    """How surely a name that reaches up to `at` ends there: 2 sure, 0 nothing speaks for it."""
    if at >= len(text):
        return _CLOSE
    char = text[at]
    if char in tables.after1 or char in PUNCTUATION or char < "⺀" or text[at : at + 2] in tables.after2:
        return _CLOSE
    return 0


def name_end(text: str, start: int, country: str | None, tables: Tables, stops: frozenset[int]) -> int | None:
    """The end of the name that starts at `start`, right after a title; None when no name can stand there.
    `stops` are offsets where the lexicon knows that another word begins."""
    char = text[start : start + 1]
    if not char or char in PUNCTUATION:
        return None
    if char < "⺀":
        latin = _LATIN.match(text, start)
        return latin.end() if latin else None
    pair = text[start : start + 2]
    if char in tables.after1 or pair in tables.after2 or pair in tables.never:
        return None
    run = _run_end(text, start, tables, stops)
    if run is not None and ("·" in text[start:run] or "-" in text[start:run]):
        return run
    native = _native_end(text, start, country, tables, stops)
    if native is not None and run is not None:
        return _choose(text, start, run, native, country, tables)
    if native is not None:
        return native
    if run is not None and run - start >= 2:
        return run
    return _unknown_end(text, start, country, tables)


def _run_end(text: str, start: int, tables: Tables, stops: frozenset[int]) -> int | None:
    """The end of a run of sound characters, cut where another word begins."""
    found = tables.run.match(text, start)
    if not found:
        return None
    end = found.end()
    for at in range(start + 1, end):
        if text[at : at + 2] in tables.after2 and text[at - 1] not in "·-" or at in stops and at > start + 1:
            end = at
            break
    while end > start and text[end - 1] in "·-–":
        end -= 1
    return end if end > start else None


def _choose(text: str, start: int, run: int, native: int, country: str | None, tables: Tables) -> int:
    """Both a foreign and a native reading fit: the one with a boundary, else the one its country makes likely."""
    if run == native:
        return run
    sure_run, sure_native = boundary(text, run, tables), boundary(text, native, tables)
    if sure_run != sure_native:
        return run if sure_run > sure_native and run - start > 1 else native
    return native if country in NATIVE or run - start < 2 else run


NATIVE = frozenset(("CN", "TW", "HK", "MO", "VN", "KR", "KP", "JP", "SG"))
"""Countries whose names are written with characters of their own, not by sound."""

_LONGEST = {"JP": 6, "VN": 4, "KR": 4, "KP": 4}


def _native_end(text: str, start: int, country: str | None, tables: Tables, stops: frozenset[int]) -> int | None:
    """The end of a name with a surname in characters, None when there is no surname."""
    size = 2 if text[start : start + 2] in tables.surnames else 1 if text[start] in tables.surnames else 0
    if country == "JP":
        return _japanese_end(text, start, size, tables)
    if not size:
        return None
    least, most = size + 1, size + (3 if country == "VN" else 2)
    fits: list[int] = []
    for length in range(least, most + 1):
        end = start + length
        last = text[end - 1 : end]
        if not last or last in tables.after1 or last in PUNCTUATION or last < "⺀":
            break
        fits.append(length)
        if text[end : end + 2] in tables.after2 or end in stops:
            break
    return start + _best(text, start, fits, size + 2, tables) if fits else None


def _japanese_end(text: str, start: int, size: int, tables: Tables) -> int | None:
    fits: list[int] = []
    for length in range(2, 7):
        last = text[start + length - 1 : start + length]
        if not last or last in PUNCTUATION or last < "⺀" or last in tables.after1 and last != "和":
            break
        fits.append(length)
    if not fits:
        return None
    for length in fits:
        if boundary(text, start + length, tables) and not (length == 2 and size == 0 and len(fits) > 2):
            return start + length
    return start + (4 if 4 in fits else fits[-1])


def _best(text: str, start: int, fits: list[int], usual: int, tables: Tables) -> int:
    """Of the lengths that fit, the one the document and the right neighbour speak for."""
    if len(fits) == 1:
        return fits[0]
    score: dict[int, float] = {}
    counts = {n: text.count(text[start : start + n]) for n in fits}
    for n in fits:
        score[n] = boundary(text, start + n, tables) + (0.5 if n == usual else 0.0)
        longer = counts.get(n + 1, 0)
        if longer and counts[n] == longer > 1:
            score[n] -= 2.0
        elif longer and counts[n] > longer:
            score[n] += 1.0
    return max(fits, key=lambda n: (score[n], -n))


def _unknown_end(text: str, start: int, country: str | None, tables: Tables) -> int | None:
    """A name in no known shape (蓝莺, 雪蔓): short, all Han, and set off by brackets with Latin in them."""
    for length in (2, 3, 4):
        end = start + length
        if text[end - 1 : end] in tables.after1 or text[end - 1 : end] in PUNCTUATION:
            return None
        if text[end : end + 1] == "(" and text[end + 1 : end + 2].isascii() and text[end + 1 : end + 2].isalpha():
            return end
    return None


def name_start(text: str, end: int, floor: int, tables: Tables) -> int | None:
    """The start of the name that ends at `end`, right before an honorific (博尔内总理); None when none can stand
    there. `floor` is the leftmost offset allowed."""
    at = end
    while at > floor and (text[at - 1] in tables.sounds or text[at - 1] in "·-"):
        at -= 1
        if text[at - 2 : at] in tables.before2:
            break
    while at < end and text[at] in "·-":
        at += 1
    foreign = at if end - at >= 2 and _starts(text, at, floor, tables) else None
    for size in (3, 2, 4):
        start = end - size
        if start < floor:
            continue
        head = 2 if size > 2 and text[start : start + 2] in tables.surnames else 1 if text[start] in tables.surnames else 0
        if not head or size - head > 2 and "氏" not in text[start:end]:
            continue
        given = text[start + head : end]
        if any(c in tables.after1 or c in PUNCTUATION for c in given):
            continue
        if _starts(text, start, floor, tables) and text[start : start + 2] not in tables.never:
            if foreign is not None and foreign < start:
                return foreign
            return start
    return foreign


def _starts(text: str, at: int, floor: int, tables: Tables) -> bool:
    """Whether a name may begin at `at`: at the floor, after a mark, or after a word that goes before names."""
    if at <= floor:
        return True
    left = text[at - 1]
    return left in PUNCTUATION or left in tables.before1 or text[at - 2 : at] in tables.before2 or left < "⺀"
