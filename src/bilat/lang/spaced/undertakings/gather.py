"""Clauses that tell of undertakings → drafts: their hedges, their days, who says so."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bilat.lang.spaced.events.row import Kind
from bilat.lang.undertakings import Draft, Drafts, Statements
from bilat.model import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bilat.lang.spaced.undertakings.find import Found, Story
    from bilat.model import Claim, Undertaking

_REACHED: Final = frozenset({Stage.AGREED, Stage.SIGNED, Stage.UNDER_WAY, Stage.DONE, Stage.DROPPED})
_YEAR: Final = re.compile(r"\d{4}")
_HALF: Final = 182
"""Days of half a year."""
_MARKS: Final = " ,.;:\"'()"


def gathered(story: Story, found: Sequence[Found], claims: Sequence[Claim], today: date | None) -> list[Undertaking]:
    """The undertakings of a document in order of their first quotation."""
    drafts, said, analysis = Drafts(), Statements(claims), story.analysis
    for each in found:
        what = _whole_name(analysis.written(*each.name).strip(_MARKS), story)
        draft = Draft(
            what=what,
            name=what.lower(),
            kind=each.kind,
            stage=each.stage,
            parties=each.sides.parties,
            giver=each.sides.giver,
            receiver=each.sides.receiver,
            hedge=_hedges(story, each),
            on=_day(each, today, analysis.text),
            said_by=said.speaker(analysis.span(each.verb, each.verb + 1).start),
            evidence=[analysis.quote(each.start, each.end)],
        )
        drafts.add(draft)
    return drafts.made()


def _whole_name(name: str, story: Story) -> str:
    """A name with the bracket that was stripped of it, without a small word that leads to what is told no more."""
    words = name.split()
    while len(words) > 1 and words[-1] in story.speech.documents.places:
        words.pop()
    whole = " ".join(words) if len(words) < len(name.split()) else name
    return whole + ")" if whole.count("(") > whole.count(")") else whole


def _hedges(story: Story, found: Found) -> list[str]:
    """Hedges of the sentence before the end of what shows it, conditions up to the end of their clause."""
    line = found.line
    out: list[str] = []
    for start, end, whole in story.rules.hedges(story.small[line.start : line.end], line.start):
        if whole:
            comma = story.analysis.text.find(",", end, line.end)
            out.append(story.analysis.written(start, comma if comma >= 0 else line.end).strip(_MARKS))
        elif found.start <= start < found.end:
            out.append(story.analysis.written(start, end))
    return list(dict.fromkeys(out))


def _day(found: Found, today: date | None, text: str) -> str | None:
    """The only date of the sentence of what is reached, when it is a single day, month or year that is not ahead. A day
    without a year that is nearer ahead is that of what is agreed on, not of the agreement."""
    days = [item.day for item in found.row if item.kind is Kind.DAY and item.day is not None]
    if len(days) != 1 or found.stage not in _REACHED or days[0].past is None:
        return None
    first, last = days[0].past
    if first != last or (today is not None and first > today.isoformat()[: len(first)]):
        return None
    item = next(item for item in found.row if item.kind is Kind.DAY)
    if found.stage is Stage.AGREED and today is not None and _YEAR.search(text, item.start, item.end) is None:
        return None if (today - timedelta(days=_HALF)).isoformat()[: len(first)] > first else first
    return first
