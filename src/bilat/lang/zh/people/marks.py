"""Names that a mark gives away, title or none: a bracket with Latin letters, a dot inside."""

import re
from collections.abc import Iterator

from bilat.lang.zh.analysis import Analysis
from bilat.lang.zh.lexicon import Entry
from bilat.lang.zh.people.names import boundary_left, name_start, past_honor, run_end, surname_size, to_bracket
from bilat.lang.zh.people.sightings import LATIN_NAME, Sighting, Sightings, is_thing
from bilat.lang.zh.people.tables import PUNCTUATION, Tables

_OPENED = re.compile(r"\([A-ZÀ-Ỹ][^()]* ")
"""What a bracket with a Latin name of two words begins with."""
_LONGEST = 5
"""A longer name without a dot is a company's as a rule (洛克希德马丁)."""


def read_brackets(analysis: Analysis, tables: Tables, seen: Sightings) -> None:
    """拉吉夫·比斯瓦斯(Rajiv Biswas)."""
    text = analysis.text
    whole = [found for found in _latin_names(text) if " " in found.group(1)]
    if not whole:
        return
    taken = {s.end for s in seen.names}.union(*[range(s.end, s.after) for s in seen.names if s.after > s.end])
    for found in whole:
        end = found.start()
        if end in taken or not end or text[end - 1] == "号":
            continue
        sentence = analysis.sentence_at(end - 1)
        start = name_start(text, end, sentence.start, tables) if sentence is not None else None
        if (
            start is None
            and sentence is not None
            and text[end - 1] == "和"
            and surname_size(text, end - 3, tables) == 1
        ):
            start = end - 3 if boundary_left(text, end - 3, sentence.start, tables) else None
        size = end - start if start is not None else 0
        if start is None or sentence is None or (size < 3 and not _alone(text, start, end, tables)):
            continue
        if size > _LONGEST and "·" not in text[start:end] and "-" not in text[start:end]:
            continue
        if not any(hit.end == end and hit.start >= start and _thing(hit.entry) for hit in sentence.hits):
            seen.names.append(
                Sighting(start, end, start, None, sentence.part, sure=False, alias=found.group(1), after=found.end())
            )


def _latin_names(text: str) -> Iterator[re.Match[str]]:
    """Every bracket with a Latin name of two words, a space before it or not."""
    for opened in _OPENED.finditer(text):
        at = opened.start()
        found = LATIN_NAME.match(text, at - (text[at - 1 : at] == " "))
        if found is not None and " " in found.group(1):
            yield found


def _alone(text: str, start: int, end: int, tables: Tables) -> bool:
    """Whether two characters may be a name: no surname, or sounds set off by a mark and written again (费纳)."""
    if not surname_size(text, start, tables):
        return True
    set_off = (start == 0 or text[start - 1] in PUNCTUATION) and tables.sounds.issuperset(text[start:end])
    return set_off and text.count(text[start:end]) > 1


def _thing(entry: Entry) -> bool:
    return entry.country is not None or entry.place is not None or entry.body is not None or entry.org is not None


def read_dotted(analysis: Analysis, tables: Tables, seen: Sightings) -> None:
    """Names with a dot inside, wherever they stand: 阿尔伯特·翁多·奥萨."""
    text = analysis.text
    at = text.find("·")
    if at < 0:
        return
    spans = [(s.start, s.end) for s in seen.names]
    while at > 0:
        end = at + 1
        if not any(start <= at < stop for start, stop in spans):
            end = _dotted_name(analysis, at, tables, seen)
        at = text.find("·", end)


def _dotted_name(analysis: Analysis, at: int, tables: Tables, seen: Sightings) -> int:
    """Keep the name around the dot at `at`, if it is one; where to look on."""
    text, start = analysis.text, at
    sentence = analysis.sentence_at(at)
    if sentence is None:
        return at + 1
    floor = max((h.end for h in sentence.hits if h.end <= at and h.entry.office is not None), default=sentence.start)
    while start > floor and text[start - 1] in tables.sounds and text[start - 2 : start] not in tables.before2:
        start -= 1
    start = past_honor(text, start)
    found = tables.run.match(text, start) if start < at else None
    if found is None or found.end() <= at + 1:
        return at + 1
    end = to_bracket(text, run_end(text, start, tables, {}) or found.end(), tables)
    if end > at + 1 and text[start - 1] != "·" and not is_thing(text, end):
        other = next((s for s in seen.names if s.end == start - 1), None) if text[start - 1] == "(" else None
        if other is not None and text[end : end + 1] == ")":
            other.alias, other.after = other.alias or text[start:end], end + 1
        else:
            seen.names.append(Sighting(start, end, start, None, sentence.part, after=end))
    return max(end, at + 1)
