"""What several clauses tell of one undertaking at one stage, put together: one name holds the other, sides agree."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from bilat.lang.spaced.events.row import Kind
from bilat.model import Stage, Undertaking

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bilat.lang.spaced.undertakings.find import Found, Story
    from bilat.model import Claim, Evidence

MAX_EVIDENCE: Final = 5
"""Quotations kept for one undertaking at one stage: the first ones."""
MAX_COMPARED: Final = 50
"""Undertakings of the same kind, stage and sides that a new one is compared with: the last ones."""
NESTED: Final = 40
"""Statements before a verb among which those that hold it are sought."""
_REACHED: Final = frozenset({Stage.AGREED, Stage.SIGNED, Stage.UNDER_WAY, Stage.DONE, Stage.DROPPED})
_MARKS: Final = " ,.;:\"'()"


class _Draft(Struct):
    """An undertaking under way; `name` is `what` in small letters."""

    found: Found
    what: str
    name: str
    hedge: list[str]
    on: str | None
    said_by: str | None
    evidence: list[Evidence]


def gathered(story: Story, found: Sequence[Found], claims: Sequence[Claim], today: date | None) -> list[Undertaking]:
    """The undertakings of a document in order of their first quotation."""
    drafts: list[_Draft] = []
    alike: dict[tuple[object, ...], list[_Draft]] = {}
    for each in found:
        analysis = story.analysis
        what = analysis.written(*each.name).strip(_MARKS)
        name, quoted = what.lower(), analysis.quote(each.start, each.end)
        same = alike.setdefault((each.stage, each.kind, each.sides.parties, each.sides.giver), [])
        told = next((draft for draft in same[-MAX_COMPARED:] if draft.name in name or name in draft.name), None)
        if told is None:
            speaker = _speaker(story, each, claims)
            same.append(_Draft(each, what, name, _hedges(story, each), _day(each, today), speaker, [quoted]))
            drafts.append(same[-1])
            continue
        if len(told.evidence) < MAX_EVIDENCE and quoted not in told.evidence:
            told.evidence.append(quoted)
        told.on = told.on or _day(each, today)
        told.said_by = told.said_by or _speaker(story, each, claims)
        told.hedge += [word for word in _hedges(story, each) if word not in told.hedge]
        if len(what) > len(told.what):
            told.what, told.name = what, name
    made = [_made(draft) for draft in drafts if draft.what]
    return sorted(made, key=lambda u: (u.evidence[0].span, u.what, u.stage))


def _made(draft: _Draft) -> Undertaking:
    sides = draft.found.sides
    return Undertaking(
        what=draft.what,
        kind=draft.found.kind,
        stage=draft.found.stage,
        evidence=tuple(draft.evidence),
        parties=sides.parties,
        giver=sides.giver,
        receiver=sides.receiver,
        hedge=tuple(draft.hedge),
        on=draft.on,
        said_by=draft.said_by,
    )


def _speaker(story: Story, found: Found, claims: Sequence[Claim]) -> str | None:
    """Whose statement holds the verb, the innermost."""
    at = story.analysis.span(found.verb, found.verb + 1).start
    last = bisect_right(claims, at, key=_begin)
    around = [
        c
        for c in claims[max(0, last - NESTED) : last]
        if c.statement is not None and c.statement.start <= at < c.statement.end
    ]
    sized = [(c.statement.end - c.statement.start, c.speaker) for c in around if c.statement is not None]
    return min(sized)[1] if sized else None


def _begin(claim: Claim) -> int:
    return claim.statement.start if claim.statement is not None else claim.evidence[0].span.start


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
