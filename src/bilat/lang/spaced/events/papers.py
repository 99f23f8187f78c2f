"""Names of signed documents: what stands behind a verb of signing, or before one in the passive.

Each language says how a name looks (`Documents`); here it is found where a signing is told, and cut where the day or
the place of the signing begins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bilat.lang.spaced.events.row import Item, Kind, trigger_form

if TYPE_CHECKING:
    from bilat.lang.spaced.analysis import Analysis, Line
    from bilat.lang.spaced.speech import Speech

NEAR: Final = 48
"""Characters from a verb of signing to the first name: `signed in the presence of the two leaders a …`."""
BETWEEN: Final = 18
"""Characters between two names of one list: `, as well as the …`."""
BEFORE: Final = 24
"""Characters before a name in which words of number stand."""
LONGEST_TITLE: Final = 120
"""Characters of the longest headline that is taken for the name of a document."""
_STOP: Final = re.compile(r"[.;:\n]")
_ENDS: Final = " ,.;:-–\"'("


def signed(analysis: Analysis, line: Line, row: list[Item], at: int, speech: Speech) -> list[str]:
    """The names of the documents that a trigger of signing is about, as written, in order."""
    text, trigger = analysis.text, row[at]
    passive = trigger_form(trigger) == "object"
    start, end = (line.start, trigger.start) if passive else (trigger.start, line.end)
    last = trigger.end + NEAR - BETWEEN
    out: list[str] = []
    for found in speech.documents.name.finditer(text, start, end):
        first = found.start()
        if not passive and (first - last > BETWEEN or _STOP.search(text, trigger.end, first)):
            break
        last = _until(text, row, first, found.end(), speech.documents.places)
        name = analysis.written(first, last).strip(_ENDS)
        many = speech.documents.several.search(text, max(first - BEFORE, start), first)
        if many is None and speech.documents.is_name(name) and name not in out:
            out.append(name)
    return out


def titled(analysis: Analysis, line: Line, at: Item) -> list[str]:
    """The name of the document that a headline is, from the word for its kind on; only that word where more would be a
    list of those who issue it."""
    whole = analysis.written(at.start, line.end).strip(_ENDS)
    return [whole if len(whole) <= LONGEST_TITLE else analysis.written(at.start, at.end)]


def _until(text: str, row: list[Item], start: int, end: int, places: frozenset[str]) -> int:
    """Where a name ends: before the day, the place or the next contact that stands in what can be one."""
    for item in row:
        if not start < item.start < end:
            continue
        ahead = text[start : item.start].rstrip()
        word = ahead.rsplit(maxsplit=1)[-1].lower() if ahead else ""
        led = word in places
        ends = item.kind is Kind.DAY or (item.kind is Kind.TRIGGER and text[item.start].islower())
        if ends or item.has("say") or (led and item.kind in (Kind.CITY, Kind.SIDE)):
            return start + (len(ahead) - len(word) if led else len(ahead))
    return end
