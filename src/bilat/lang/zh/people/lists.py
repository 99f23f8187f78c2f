"""Names in a row with no title of their own: 胡春华、王东峰等参加会见; 通过了丁薛祥、陈希为大会副秘书长."""

import re

from bilat.lang.zh.people.line import Line
from bilat.lang.zh.people.names import surname_size
from bilat.lang.zh.people.sightings import Sighting
from bilat.lang.zh.people.tables import PUNCTUATION

_ATTENDS = re.compile(r"(?:等\d*人?)?(?:分别|也|一同|共同|一起|同时)?(?:参加|出席|陪同|参与|在座|陪见|参会)")
_ATTENDING = ("参加", "出席", "陪同", "参与", "在座", "陪见", "参会")
"""What of it must be there."""
_AS = re.compile(r"(?:等\d*人?)?(?:分别)?(?:担任|出任|任|为)")
_VERB = 8
"""Characters beyond a sentence in which the verb of a row at its end is looked for."""
_ENOUGH = 3
"""So many names in a row need no verb after them to be believed."""


def attending(text: str) -> list[int]:
    """Where somebody attends something."""
    out: list[int] = []
    for word in _ATTENDING:
        at = text.find(word)
        while at >= 0:
            out.append(at)
            at = text.find(word, at + 1)
    out.sort()
    return out


def may_row(line: Line, start: int, end: int) -> bool:
    """Whether a sentence with 、 may hold a row of names: a quick look."""
    return line.attends(start, end + _VERB) or line.tables.row.search(line.text, start, end) is not None


def read_lists(line: Line) -> None:
    """The row a sentence opens with, then those that stand elsewhere in it."""
    start, text = line.start, line.text
    known = {s.start: s for s in line.seen.names[line.first_seen :]}
    attended = line.attends(start, line.end + _VERB)
    if attended and text[start] in line.tables.surnames and (start not in known or not known[start].sure):
        _row(line, start, known, 1)
    at = text.find("、", start, line.end)
    if at == text.rfind("、", start, line.end) and "和" not in text[start : line.end]:
        at = at if attended and line.attends(start, line.end) else -1
    while at > 0:
        if attended or _goes_on(line, at, known):
            begin = line.name_start(at, max(start, at - 5)) if text[at - 1] not in PUNCTUATION else None
            if begin is not None and begin >= start and (begin not in known or known[begin].title is None):
                at = max(_row(line, begin, known, _ENOUGH), at)
        at = text.find("、", at + 1, line.end)


def _goes_on(line: Line, at: int, known: dict[int, Sighting]) -> bool:
    """Whether a name may begin after the mark at `at`: without a verb a row needs several, and few words in a row are
    names."""
    text = line.text
    return text[at + 1 : at + 2] in line.tables.heads or at + 1 in known or "和" in text[max(line.start, at - 5) : at]


def _row(line: Line, begin: int, known: dict[int, Sighting], least: int) -> int:
    """A row of names from `begin` on; at least `least` of them, or a verb of attending right after."""
    found = _names(line, begin, known)
    if not found:
        return begin
    end = found[-1][1]
    common = sum(line.text[first] in line.tables.common for first, _ in found)
    pairs = all(last - first == 2 and line.text[first + 1] in line.tables.surnames for first, last in found)
    enough = least > 1 and len(found) >= least and common >= len(found) - 1 and not pairs
    if enough or _ATTENDS.match(line.text, end):
        for first, last in found:
            sighting = known.get(first)
            if sighting is None:
                sighting = known[first] = Sighting(first, last, first, None, line.part, after=last)
                line.seen.names.append(sighting)
            sighting.sure, sighting.country = True, sighting.country or line.home
        _become(line, found, known)
    return end


def _names(line: Line, at: int, known: dict[int, Sighting]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while at < line.end - 1:
        end = known[at].end if at in known else line.name_end(at, None, strict=True)
        if end is None:
            loose = line.name_end(at, None)
            end = loose if loose is not None and _AS.match(line.text, loose) else None
        if end is None or end - at > _ENOUGH + 1 or (found and at in known and known[at].title):
            break
        if not surname_size(line.text, at, line.tables) and at not in known:
            break
        found.append((at, end))
        if line.text[end : end + 1] not in ("、", "和"):
            break
        at = end + 1
    return found


def _become(line: Line, found: list[tuple[int, int]], known: dict[int, Sighting]) -> None:
    """A title that stands after the row: 通过了丁薛祥、陈希为大会副秘书长."""
    verb = _AS.match(line.text, found[-1][1])
    if not verb:
        return
    index = line.office_from(verb.end())
    if index is None:
        return
    title = line.titles.read(index)
    if title.phrase == verb.end() and line.text[title.end : title.end + 1] in PUNCTUATION:
        for first, _ in found:
            known[first].title = known[first].title or title
