"""What only the whole document tells of an event: its place and days from the trip it belongs to, and plans that the
calendar or a later sentence has overtaken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.events.background import far
from bilat.lang.zh.events.candidate import Candidate
from bilat.lang.zh.events.draft import Draft, dates_agree, day_of
from bilat.lang.zh.events.items import PERSON, PLACE, VERB
from bilat.lang.zh.events.place import city_name
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context


def settle(ctx: Context, drafts: list[Draft]) -> None:
    """What only the whole document tells: places and days from the visit a contact belongs to, and plans that the
    calendar has overtaken."""
    meetings = [d.shown for d in drafts if d.shown.type in (EventType.MEETING, EventType.SESSION) and not d.background]
    visits = [d.shown for d in drafts if d.shown.type is EventType.VISIT]
    _also(drafts)
    _tours(ctx, visits)
    _called_off(ctx, drafts)
    bases = _bases(ctx)
    for draft in drafts:
        c = draft.shown
        last = day_of(c.end or c.start)
        if c.status is Status.PLANNED and last and ctx.published and last < ctx.published:
            c.status = Status.HELD
        if "of the talks" in c.marks and c.start is None:
            talks = next((m for m in meetings if m.names() == c.names()), None)
            if talks is not None:
                c.start, c.end, c.place = talks.start, talks.end, c.place or talks.place
        if c.type not in (EventType.MEETING, EventType.SIGNING):
            continue
        visit = next(
            (
                v
                for v in visits
                if v.host in c.countries()
                and (v.names() & c.names() or c.type is EventType.SIGNING)
                and dates_agree(v, c)
                and "past" not in v.marks
                and not far(ctx, v)
            ),
            None,
        )
        if c.type is EventType.SIGNING:
            _with_meeting(c, meetings)
        if c.place is None and c.type is EventType.MEETING and c.status is Status.HELD and not draft.background:
            c.place = next((bases[name] for name in sorted(c.names()) if name in bases), None)
        if visit is None:
            continue
        if c.place is None:
            c.place = visit.host_name
        if "capital" in c.marks:
            c.place = ctx.capital(visit.host or "") or c.place
        if (
            c.start is None
            and c.type is EventType.MEETING
            and visit.start
            and (
                (visit.end and visit.start != visit.end)
                or ("arrival" not in visit.marks and c.status is Status.PLANNED is visit.status)
            )
        ):
            c.start, c.end, c.open_end = visit.start, visit.end, visit.end is None


LEAD = 2
"""Sentences of the body that say where the article's talks were held."""
_TALKS = {"meet", "talk"}


def _bases(ctx: Context) -> dict[str, str]:
    """首相在迪拜与多国首脑会谈: the city where whoever is named there held the talks that follow."""
    out: dict[str, str] = {}
    for order, row in ctx.rows.items():
        if order > LEAD + 1 or not any(i.kind == VERB and i.sense in _TALKS for i in row.items):
            continue
        for spot in row.items:
            lead = ctx.text[max(row.sentence.start, spot.start - 6) : spot.start]
            if spot.kind != PLACE or not re.search(r"在(?:出访地|访问地|当地)?$", lead):
                continue
            city = city_name(ctx, spot)
            after = any(
                i.kind == VERB and i.sense in _TALKS and 0 < i.start - spot.end < TALKS_AFTER for i in row.items
            )
            people = [i for i in row.items if i.kind == PERSON and i.end <= spot.start and i.actor]
            if city and after and people and people[-1].actor:
                out.setdefault(people[-1].actor.name, city)
    return out


TALKS_AFTER = 14
"""Characters between the city and 会谈."""


def _with_meeting(c: Candidate, meetings: list[Candidate]) -> None:
    """A signing stands where the talks of its sides stood; on their day when it is told to follow them."""
    talks = next((m for m in meetings if m.countries() >= c.countries()), None)
    if talks is None or talks.status is not c.status:
        return
    c.place = c.place or talks.place
    if c.start is None and "after talks" in c.marks:
        c.start, c.end = talks.start, talks.end


def _also(drafts: list[Draft]) -> None:
    """他还会见了…: on the day and at the place of the contact of the same principal told before."""
    for at, draft in enumerate(drafts):
        c = draft.shown
        if "also" not in c.marks or c.type not in (EventType.MEETING, EventType.VISIT):
            continue
        before = [
            d.shown for d in drafts[:at] if d.shown.type in (EventType.MEETING, c.type) and d.shown.names() & c.names()
        ]
        if before and before[-1].status is c.status:
            if c.start is None:
                c.start, c.end = before[-1].start, before[-1].end
            if c.start == before[-1].start and c.type is before[-1].type is EventType.MEETING:
                c.place = c.place or before[-1].place


def _tours(ctx: Context, visits: list[Candidate]) -> None:
    """The stops of a tour have its days when they have none of their own."""
    for visit in visits:
        days = next((ctx.tours[n] for n in sorted(visit.names()) if n in ctx.tours), None)
        if days and visit.start is None and visit.end is None:
            visit.start, visit.end = days


_OFF = re.compile(r"(?:取消|推迟|延期|无法出席|未能成行|叫停|不克出席|临时决定不|搁置)")
_MAYBE = re.compile("可能|也许|或许?|会|恐|若|如果|将")
"""他可能会取消行程: nothing is called off."""
_WHAT = re.compile(r"访|行程|会晤|会谈|会面|见面|活动|会议|峰会|通话")


_THIS_OFF = re.compile(
    r"(?:[此这该本][次场项]?|其|有关)(?:会谈|访问|会晤|会议|行程|通话|会面|峰会|之?行)[^,。;]{0,8}?(?:取消|推迟|延期|叫停|搁置|告吹)"
)


def _called_off(ctx: Context, drafts: list[Draft]) -> None:
    """A contact announced and then called off, as the same or another sentence of the article tells."""
    planned = [d for d in drafts if _was_planned(d) and len(d.shown.who) <= 4]
    if not planned or not _OFF.search(ctx.text):
        return
    off = _who_called_off(ctx)
    for draft in planned:
        last = ctx.order[draft.told[-1].order]
        after = ctx.text[last.start : last.end + NEXT_SENTENCE]
        this_off = _THIS_OFF.search(after) is not None
        if draft.shown.type is not EventType.MESSAGE and (draft.shown.names() & off or this_off):
            draft.shown.status = Status.CANCELLED
            draft.background = draft.background and not (this_off and draft.told[0].order <= LEAD + 1)


NEXT_SENTENCE = 40
"""Characters after a sentence in which 此次访问已取消 means the contact it told of."""


def _was_planned(draft: Draft) -> bool:
    return draft.shown.status is Status.PLANNED or any(m.startswith("future") for c in draft.told for m in c.marks)


def _who_called_off(ctx: Context) -> set[str]:
    """Those whom a sentence names right before 取消, 推迟 and the like."""
    off: set[str] = set()
    for row in ctx.rows.values():
        found = _OFF.search(ctx.text, row.sentence.start, row.sentence.end)
        if found is None or _MAYBE.search(ctx.text, max(row.sentence.start, found.start() - 4), found.start()):
            continue
        if not _WHAT.search(ctx.text, max(0, found.start() - 24), row.sentence.end):
            continue
        near = [
            i.actor.name
            for i in row.items
            if i.kind == PERSON
            and i.actor
            and 0 <= found.start() - i.end < NEAR
            and "," not in ctx.text[i.end : found.start()]
        ]
        off.update(near[-1:])
    return off


NEAR = 10
"""Characters between a name and 取消."""
