"""Events of a Chinese document: visits, meetings, calls, messages, signings, sessions.

Analysis + People → Events, as docs/codebook.md defines them. Each sentence with a trigger verb becomes a row of items;
rules by type make candidates from rows; candidates of one happening become one event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.steps import alone
from bilat.lang.zh.events.contacts import contacts
from bilat.lang.zh.events.context import Context
from bilat.lang.zh.events.merge import Draft, put_together
from bilat.lang.zh.events.messages import messages
from bilat.lang.zh.events.rules import Rules
from bilat.lang.zh.events.sessions import sessions
from bilat.lang.zh.events.signings import signings
from bilat.lang.zh.events.summit import summit
from bilat.lang.zh.events.visits import visits
from bilat.lang.zh.events.wanted import wanted
from bilat.model import Event, EventType, Participant

if TYPE_CHECKING:
    from bilat.lang.steps import Steps
    from bilat.lang.zh.analysis import Analysis
    from bilat.lang.zh.events.candidate import Candidate
    from bilat.lang.zh.people import People

MAX_EVIDENCE = 5
"""Quotations kept for one event of one document: the first ones."""


def find_events(analysis: Analysis, people: People, rules: Rules) -> list[Event]:
    """The events of a document, in the order in which they are first told."""
    return alone(event_steps(analysis, people, rules))


def event_steps(analysis: Analysis, people: People, rules: Rules) -> Steps[list[Event]]:
    """The same, in steps."""
    words = wanted(analysis, people, rules)
    if not words:
        return []
    yield
    ctx = Context(analysis, people, rules, words)
    for order in words:
        for finder in (contacts, messages, visits, sessions, signings):
            for found in finder(ctx, order):
                ctx.add(found)
        ctx.note_day(order)
    summit(ctx)
    if not ctx.found:
        return []
    yield
    drafts = put_together(ctx, ctx.found)
    yield
    return [
        _event(analysis, draft) for draft in sorted(drafts, key=lambda d: (d.told[0].at, d.told[0].until, d.shown.type))
    ]


def _event(analysis: Analysis, draft: Draft) -> Event:
    c: Candidate = draft.shown
    spans = list(dict.fromkeys((t.at, t.until) for t in [c, *draft.told] if t.until <= len(analysis.text)))
    return Event(
        type=c.type,
        status=c.status,
        start=c.start,
        end=c.end if c.end or c.open_end else c.start if c.type is not EventType.VISIT else c.end,
        place=c.place,
        host=c.host,
        participants=tuple(Participant(w.actor.name, w.actor.country, w.role) for w in c.who),
        evidence=tuple(analysis.doc.quote(a, b) for a, b in spans[:MAX_EVIDENCE]),
        mechanism=c.mechanism,
        ordinal=c.ordinal,
        documents=tuple(c.documents),
        background=draft.background,
    )
