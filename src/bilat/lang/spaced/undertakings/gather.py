"""Clauses that tell of undertakings → drafts: their hedges, their days, who says so."""

from __future__ import annotations

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
_MARKS: Final = " ,.;:\"'()"


def gathered(story: Story, found: Sequence[Found], claims: Sequence[Claim], today: date | None) -> list[Undertaking]:
    """The undertakings of a document in order of their first quotation."""
    drafts, said, analysis = Drafts(), Statements(claims), story.analysis
    for each in found:
        what = analysis.written(*each.name).strip(_MARKS)
        draft = Draft(
            what=what,
            name=what.lower(),
            kind=each.kind,
            stage=each.stage,
            parties=each.sides.parties,
            giver=each.sides.giver,
            receiver=each.sides.receiver,
            hedge=_hedges(story, each),
            on=_day(each, today),
            said_by=said.speaker(analysis.span(each.verb, each.verb + 1).start),
            evidence=[analysis.quote(each.start, each.end)],
        )
        drafts.add(draft)
    return drafts.made()


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


def _day(found: Found, today: date | None) -> str | None:
    """The only date of the sentence of what is reached, when it is a single day, month or year that is not ahead."""
    days = [item.day for item in found.row if item.kind is Kind.DAY and item.day is not None]
    if len(days) != 1 or found.stage not in _REACHED or days[0].past is None:
        return None
    first, last = days[0].past
    if first != last or (today is not None and first > today.isoformat()[: len(first)]):
        return None
    return first
