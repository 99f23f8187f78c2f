"""Where a name ends, given where it starts, and where it starts, given where it ends.

A name has no mark of its own. Three things tell its end: what its culture allows (one or two given characters after a
Chinese surname, sounds and dots for a foreign one), what stands to its right (a word that cannot be in a name), and the
document itself: what recurs with other neighbours is a name.
"""

import re

from bilat.lang.zh.people.tables import PUNCTUATION, Tables

_LATIN = re.compile(
    r"[A-ZÀ-Ỹ][A-Za-zÀ-ỹ'’.\-]*(?: (?:bin|bint|al|de|van|von|da|dos|der|la|el))*(?: [A-ZÀ-Ỹ][A-Za-zÀ-ỹ'’.\-]*){1,4}"
)
_SPELT = re.compile(r"\([A-ZÀ-Ỹ][A-Za-zÀ-ỹ'’.\-]+(?: [A-Za-zÀ-ỹ'’.\-]+)* [A-ZÀ-Ỹ][A-Za-zÀ-ỹ'’.\-]+\)")
_NEVER_GIVEN = frozenset("的了在与和说将等也还是被把对就不他她它们这那其着吗呢会见")
"""A surname is followed by a given name: what stands there may look like a function word (姜再冬), not like these."""
_GIVEN_AND = "和"
"""The one conjunction that ends given names often enough to be looked into (魏凤和)."""
_JAPANESE_ONLY = frozenset(("JP",))
_AFTER_ONE = frozenset("、,。(和与等")
"""What a name of one character must be followed by (老挝部长佩和)."""
_IN_JAPANESE = frozenset("和将那之也介")
"""Function characters that Japanese given names hold (山口那津男)."""
_SURE, _PERHAPS = 2, 1
_HONORED = re.compile(r"(?:谢赫|埃米尔|王储)·?(?=[^,。、()]{2,6}·本·)")
"""What an Arab ruler is called by before a name with his father's (谢赫纳赛尔·本·哈立德)."""
HONORED_BEGINS = frozenset("谢埃王")
_LEAST = 2
"""Characters of the shortest name."""
_SHORT = 3
"""A foreign name without a dot is longer than this before it is moved on to a bracket."""


def past_honor(text: str, start: int) -> int:
    """Where the name begins of one who is called by an honorific first; `start` itself without one."""
    found = _HONORED.match(text, start) if text[start : start + 1] in HONORED_BEGINS else None
    return found.end() if found else start


def boundary(text: str, at: int, tables: Tables) -> int:
    """How surely a name that reaches up to `at` ends there: 2 sure, 1 perhaps, 0 nothing speaks for it."""
    if at >= len(text):
        return _SURE
    char = text[at]
    if char in tables.ends1 or (char < "⺀" and char not in "·-") or text[at : at + 2] in tables.after2:
        return _SURE
    return _PERHAPS if char in tables.perhaps else 0


def name_end(
    text: str, start: int, country: str | None, tables: Tables, stops: dict[int, int], *, strict: bool = False
) -> int | None:
    """The end of the name that starts at `start`, right after a title; None when no name can stand there.

    `stops` are the lexicon's words, start → end; `strict` asks for a boundary even where the shape is that of a name.
    """
    char = text[start : start + 1]
    if not char or char in PUNCTUATION:
        return None
    if char in tables.after1 and tables.worded.match(text, start) is None:
        return odd_surname_end(text, start, tables)
    if char < "⺀":
        latin = _LATIN.match(text, start)
        return latin.end() if latin else None
    run = run_end(text, start, tables, stops)
    if run is not None and "·" in text[start:run]:
        return to_bracket(text, run, tables)
    pair = text[start : start + 2]
    unlike = pair in tables.never and not (run and _spelt(text, run))
    if pair in tables.after2 or unlike or (run or start + 1) <= stops.get(start, 0) > start + 1:
        return None
    end = _han_end(text, start, run, country, tables, stops)
    if end is not None and country not in tables.natives:
        end = _to_spelling(text, end, tables)
    if end is None:
        return _odd_end(text, start, country, tables, stops)
    if end == run and end - start > _SHORT:
        end = to_bracket(text, end, tables)
    return end if not strict or _firm(text, start, end, tables, stops) else None


def odd_surname_end(text: str, start: int, tables: Tables) -> int | None:
    """The end of a name whose surname is elsewhere a function word (于, 曾): an honorific or Latin form must follow it,
    or it must recur."""
    if text[start : start + 1] not in tables.surnames:
        return None
    for end in (start + 3, start + 2):
        given = text[start + 1 : end]
        if any(c in tables.ends1 or c < "⺀" for c in given):
            continue
        bracket = text[end : end + 1] == "(" and text[end + 1 : end + 2].isascii() and text[end + 1 : end + 2].isalpha()
        recurs = end == start + 3 and boundary(text, end, tables) == _SURE and text.count(text[start:end]) > 1
        if bracket or recurs or text[end : end + 2] in tables.honorifics:
            return end
    return None


def _han_end(
    text: str, start: int, run: int | None, country: str | None, tables: Tables, stops: dict[int, int]
) -> int | None:
    """The end of a name without a dot, foreign or native by its shape; `run` is where its sounds end."""
    native = _native_end(text, start, country, tables, stops)
    if run is None or (native is not None and run - start < 2):
        return native
    if native is not None:
        return _choose(text, start, run, native, country, tables)
    if run - start > 1 or (country is not None and text[run : run + 1] in _AFTER_ONE):
        return run
    return None


def _spelt(text: str, end: int) -> bool:
    """Whether a bracket with a Latin name of two words follows."""
    return text[end : end + 1] == "(" and _SPELT.match(text, end) is not None


def _to_spelling(text: str, end: int, tables: Tables) -> int:
    """The end of a foreign name, moved on over one or two characters that no word is to the bracket that spells it
    (马维彦科(Valentina Matviyenko))."""
    for more in (0, 1, 2):
        if _spelt(text, end + more):
            return end + more
        if text[end + more : end + more + 1] in tables.ends1 or text[end + more : end + more + 2] in tables.after2:
            break
    return end


def _firm(text: str, start: int, end: int, tables: Tables, stops: dict[int, int]) -> bool:
    """Whether something besides the shape speaks for a name: its right neighbour, or that it recurs."""
    return boundary(text, end, tables) == _SURE or end in stops or text.count(text[start:end]) > 1


def to_bracket(text: str, end: int, tables: Tables) -> int:
    """The end of a foreign name, moved on over one or two characters to the bracket with its Latin form."""
    for more in (0, 1, 2):
        if text[end + more : end + more + 2] in tables.after2 or text[end + more : end + more + 1] == " ":
            return end
        if text[end + more : end + more + 1] == "(" and text[end + more + 1 : end + more + 2].isascii():
            return end + more
    return end


def run_end(text: str, start: int, tables: Tables, stops: dict[int, int]) -> int | None:
    """The end of a run of sound characters, cut where another word begins."""
    found = tables.run.match(text, start)
    if not found:
        return None
    end = found.end()
    for at in range(start + 1, end):
        if text[at - 1] in "·-":
            continue
        if text[at + 2 : at + 3] == "·":
            continue
        if text[at : at + 2] in tables.after2 or (stops.get(at, 0) > end and at > start + 1):
            if at + 1 - start > 2 and text[at : at + 2] not in tables.honorifics and _always(text, start, at + 1):
                continue
            end = at
            break
    while end > start and text[end - 1] in "·-":
        end -= 1
    return end if end > start else None


def _choose(text: str, start: int, run: int, native: int, country: str | None, tables: Tables) -> int:
    """Both a foreign and a native reading fit: the one with a boundary, else the one its country makes likely."""
    if run == native:
        return run
    shorter, longer = min(run, native), max(run, native)
    recurs = shorter - start > 2 and text.count(text[start:shorter]) > text.count(text[start:longer])
    if recurs and _stands(text, text[start:shorter], tables):
        return shorter
    sure_run, sure_native = boundary(text, run, tables), boundary(text, native, tables)
    if sure_run != sure_native:
        return run if sure_run > sure_native else native
    return native if country in tables.natives or (country is None and native > run) else run


def _stands(text: str, name: str, tables: Tables) -> bool:
    """Whether a name stands somewhere in the document with a sure end."""
    at = text.find(name)
    while at >= 0:
        if boundary(text, at + len(name), tables) == _SURE:
            return True
        at = text.find(name, at + 1)
    return False


def _native_end(text: str, start: int, country: str | None, tables: Tables, stops: dict[int, int]) -> int | None:
    """The end of a name with a surname in characters, None when there is no surname."""
    size = surname_size(text, start, tables)
    if country == "JP" or (country is None and size and tables.surnames[text[start : start + size]] == _JAPANESE_ONLY):
        return _japanese_end(text, start, size, tables, stops)
    if not size:
        return None
    most = size + (3 if country == "VN" or text[start + 1 : start + 2] == "氏" else 2)
    fits: list[int] = []
    for length in range(size + 1, most + 1):
        end = start + length
        last = text[end - 1 : end]
        if not last or last in PUNCTUATION or last < "⺀":
            break
        if last in tables.after1 and not (
            (length == size + 1 and last not in _NEVER_GIVEN)
            or (last == _GIVEN_AND and _always(text, start, end) and boundary(text, end, tables))
        ):
            break
        fits.append(length)
        if stops.get(end, 0) > end + 1:
            break
    return start + _best(text, start, fits, size + 2, tables, stops) if fits else None


def _always(text: str, start: int, end: int) -> bool:
    """Whether what looks like a word after a name is there each time, and so part of it (魏凤和, 泽连斯基本月)."""
    whole = text.count(text[start:end])
    return whole > 1 and whole == text.count(text[start : end - 1])


def surname_size(text: str, start: int, tables: Tables) -> int:
    """How many characters of surname stand at `start`: 2, 1 or 0."""
    if text[start : start + 1] not in tables.heads:
        return 0
    if text[start : start + 2] in tables.surnames:
        return 2
    return 1 if text[start : start + 1] in tables.surnames else 0


def _japanese_end(text: str, start: int, size: int, tables: Tables, stops: dict[int, int]) -> int | None:
    """Japanese names have two to six characters and few habits: the first sure boundary ends them."""
    fits: list[int] = []
    for length in range(1, 7):
        last = text[start + length - 1 : start + length]
        if not last or last in PUNCTUATION or last < "⺀" or (last in tables.after1 and last not in _IN_JAPANESE):
            break
        fits.append(length)
        if length > 1 and stops.get(start + length, 0) > start + length + 1:
            break
    fits = fits[1:]
    if not fits:
        return None
    for length in fits:
        end = start + length
        if boundary(text, end, tables) == _SURE or end in stops:
            if (
                length < 4
                and text[end : end + 1] in _IN_JAPANESE
                and text[end : end + 2] not in tables.after2
                and any(
                    boundary(text, start + n, tables) == _SURE
                    for n in fits
                    if length < n < (6 if text[end] != "和" else length + 3)
                )
            ):
                continue
            return end - 1 if length == 5 and text[end - 1] in tables.perhaps else end
    return start + (4 if 4 in fits else fits[-1]) if size else None


def _best(text: str, start: int, fits: list[int], usual: int, tables: Tables, stops: dict[int, int]) -> int:
    """Of the lengths that fit, the one the document and the right neighbour speak for."""
    if len(fits) == 1:
        return fits[0]
    counts = {n: text.count(text[start : start + n]) for n in fits}
    score: dict[int, float] = {}
    for n in fits:
        score[n] = max(boundary(text, start + n, tables), 1.5 if start + n in stops else 0.0)
        score[n] += 1.1 if n == usual else 0.0
        score[n] -= 1.2 if _inside_word(text, start + n, tables) else 0.0
        longer = counts.get(n + 1, 0)
        if longer > 1 and counts[n] == longer:
            score[n] -= 2.0
        elif longer and counts[n] > longer:
            score[n] += 1.2
    return max(fits, key=lambda n: (score[n], -n))


def _inside_word(text: str, end: int, tables: Tables) -> bool:
    """Whether an end cuts a word that no name holds (李强站 + 着), where no other word begins."""
    cuts = text[end - 1 : end + 1] in tables.after2
    return cuts and text[end : end + 1] in tables.ends1 and text[end : end + 2] not in tables.after2


def _odd_end(text: str, start: int, country: str | None, tables: Tables, stops: dict[int, int]) -> int | None:
    """A name in no known shape (蓝莺, 雪蔓): short, all Han, set off by Latin in brackets or by a sure boundary."""
    for length in (2, 3, 4):
        end = start + length
        last = text[end - 1 : end]
        if not last or last in tables.after1 or last in PUNCTUATION or last < "⺀" or end - 1 in stops:
            return None
        if text[end : end + 1] == "(" and text[end + 1 : end + 2].isascii() and text[end + 1 : end + 2].isalpha():
            return end
        foreign = country is not None and country not in tables.natives and last not in tables.perhaps
        if foreign and boundary(text, end, tables) == _SURE and text.count(text[start:end]) > 1:
            return end
    return None


def name_start(text: str, end: int, floor: int, tables: Tables) -> int | None:
    """The start of the name that ends at `end`, right before an honorific (博尔内总理) or a verb (博尔内表示).

    None when none can stand there. `floor` is the leftmost offset allowed.
    """
    if not may_end(text, end, floor, tables):
        return None
    foreign = _foreign_start(text, end, floor, tables) if text[end - 2] in tables.inside else None
    if foreign is not None and "·" in text[foreign:end]:
        return foreign
    native = _native_start(text, end, floor, tables)
    if native is None or (foreign is not None and foreign < native):
        return foreign
    return native


def may_end(text: str, end: int, floor: int, tables: Tables) -> bool:
    """Whether a name of two characters or more may end at `end`, seen from those before it: a quick look."""
    if end - floor < _LEAST:
        return False
    last = text[end - 1]
    if last in tables.never_last:
        return False
    if last in tables.inside and text[end - 2] in tables.inside:
        return True
    return not tables.heads.isdisjoint(text[max(floor, end - 5) : end - 1])


def _foreign_start(text: str, end: int, floor: int, tables: Tables) -> int | None:
    """The start of a run of sounds that ends at `end`."""
    at = end
    while at > floor and text[at - 1] in tables.inside:
        if end - at >= _LEAST and text[at - 2 : at] in tables.before2:
            break
        at -= 1
    while at < end and text[at] in "·-":
        at += 1
    if end - at < _LEAST or not boundary_left(text, at, floor, tables) or text[at : at + 2] in tables.never:
        return None
    return at


def _native_start(text: str, end: int, floor: int, tables: Tables) -> int | None:
    for size in (3, 2, 4, 5):
        start = end - size
        if start < floor or text[start] not in tables.heads:
            continue
        head = surname_size(text, start, tables)
        if not head or head >= size or not boundary_left(text, start, floor, tables):
            continue
        if size - head > (2 if size < 5 and not _japanese(text, start, head, tables) else 3):
            continue
        given = text[start + head : end]
        if any(c in tables.ends1 or c < "⺀" for c in given):
            continue
        pair = text[start : start + 2]
        if pair not in tables.never and pair not in tables.after2 and text[end - 2 : end] not in tables.never:
            return start
    return None


def _japanese(text: str, start: int, head: int, tables: Tables) -> bool:
    return "JP" in tables.surnames[text[start : start + head]] or "氏" in text[start : start + 3]


def boundary_left(text: str, at: int, floor: int, tables: Tables) -> bool:
    """Whether a name may begin at `at`: at the floor, after a mark, or after a word that goes before names."""
    if at <= floor:
        return True
    left = text[at - 1]
    return (
        left == "以"
        or left in PUNCTUATION
        or left in tables.before1
        or text[at - 2 : at] in tables.before2
        or left < "⺀"
    )
