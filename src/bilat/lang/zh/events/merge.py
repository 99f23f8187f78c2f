"""Candidates of all sentences → the events of the document: one for one happening, however often it is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from bilat.lang.zh.events.background import far, in_focus, judge
from bilat.lang.zh.events.candidate import Candidate
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_MEETING_LIKE = {EventType.MEETING, EventType.CALL}


@dataclass(slots=True)
class Draft:
    """An event in the making: the candidate it shows as, all that tell it, and whether all are background."""

    shown: Candidate
    told: list[Candidate] = field(default_factory=list[Candidate])
    background: bool = False


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value and len(value) == len("YYYY-MM-DD") else None


def _dates_agree(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates can be of one day; an unknown date agrees with any, a month with its days."""
    x, y = a.start or a.end, b.start or b.end
    if x is None or y is None:
        return True
    dx, dy = _day(x), _day(y)
    if dx is None or dy is None:
        return x.startswith(y) or y.startswith(x)
    ends = [_day(a.end) or dx, _day(b.end) or dy]
    if a.type is EventType.VISIT and (a.end is None or b.end is None):
        return abs((dx - dy).days) <= 4
    return dx <= ends[1] and dy <= ends[0]


def _same_people(a: Candidate, b: Candidate) -> bool:
    if a.keys() == b.keys():
        return True
    common = a.keys() & b.keys()
    if a.type is EventType.MESSAGE:
        return a.countries() == b.countries() and all(w.actor.person is None for w in [*a.who, *b.who])
    if common and (a.keys() <= b.keys() or b.keys() <= a.keys()):
        return a.type is EventType.VISIT or len(common) > 1 and (not a.start or not b.start)
    if common and (_stands_in(a, b) or _stands_in(b, a)):
        return True
    return False


def _stands_in(a: Candidate, b: Candidate) -> bool:
    """Whether all of `a` that `b` lacks are unnamed or delegations of countries that `b` names somebody of."""
    rest = [w.actor for w in a.who if w.actor.name not in b.keys()]
    countries = b.countries()
    return bool(rest) and all((not r.named or r.person is None) and r.country in countries for r in rest)


def _status_agrees(a: Candidate, b: Candidate) -> bool:
    if a.status is b.status:
        return True
    if Status.CANCELLED in (a.status, b.status):
        return False
    held = a if a.status is Status.HELD else b
    return "past" not in held.marks


def same(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates tell of one happening."""
    if a.type is not b.type:
        return _headline_of_call(a, b)
    if a.type is EventType.SESSION:
        return (
            a.ordinal == b.ordinal
            and (a.mechanism == b.mechanism or _like(a.mechanism, b.mechanism, 0.6 if a.ordinal is not None else 0.9))
            and _dates_agree(a, b)
        )
    if a.type is EventType.SIGNING:
        return _same_papers(a, b) and _dates_agree(a, b) and _status_agrees(a, b)
    if a.type is EventType.VISIT and a.host != b.host:
        return False
    return _same_people(a, b) and _dates_agree(a, b) and _status_agrees(a, b)


def _headline_of_call(a: Candidate, b: Candidate) -> bool:
    """A headline's 会晤 may turn out to have been held by video."""
    return a.type is EventType.CALL and b.type is EventType.MEETING and "headline" in b.marks and a.keys() == b.keys()


def _like(a: str | None, b: str | None, share: float = 0.6) -> bool:
    """Whether two names share so much of the shorter one's characters (欧中峰会, 中欧峰会)."""
    x, y = set(a or ""), set(b or "")
    return len(x & y) >= share * min(len(x), len(y)) if x and y else False


def _same_papers(a: Candidate, b: Candidate) -> bool:
    if a.countries() != b.countries():
        return False
    if not a.documents or not b.documents:
        return a.order == b.order or _stated(a) == _stated(b)
    return any(_like(x, y) for x in a.documents for y in b.documents)


def _stated(c: Candidate) -> bool:
    return "statement" in c.marks


def _better(a: Candidate, b: Candidate) -> Candidate:
    """The candidate whose participants are told more fully: named before unnamed, people before bodies, body before headline."""
    full_a = sum(1 for w in a.who if w.actor.person is not None)
    full_b = sum(1 for w in b.who if w.actor.person is not None)
    return b if full_b > full_a else a


def _tense(a: Candidate, b: Candidate) -> Status:
    """Held or planned, where two tellings differ: the one whose verb tells it, held before planned."""
    held, planned = (a, b) if a.status is Status.HELD else (b, a)
    loose = held.marks & {"tenseless", "nominal", "described", "occasion"}
    return Status.PLANNED if loose and not planned.marks & {"invited"} else Status.HELD


def _absorb(ctx: Context, draft: Draft, c: Candidate, background: bool, headline: bool) -> None:
    shown = draft.shown
    first = draft.told[0] if draft.told else shown
    best = _better(shown, c) if c.type is shown.type else shown
    other = c if best is shown else shown
    if best.start is None and best.end is None:
        best.start, best.end = other.start, other.end
    elif (
        best.start is not None
        and best.end is None
        and other.end is not None
        and (other.start is None or other.start == best.start)
    ):
        best.end = other.end
    if best.place is None or (best.place == best.host_name and other.place not in (None, other.host_name)):
        best.place = other.place or best.place
    elif other.place and other.place != best.place and ctx.is_country(best.place) and not ctx.is_country(other.place):
        best.place = other.place
    if best.status is other.status and not other.marks & {"tenseless"}:
        best.marks.discard("tenseless")
    if best.status is not other.status and Status.CANCELLED not in (best.status, other.status):
        best.status = _tense(shown, c)
    best.documents = best.documents or other.documents
    if best.type is EventType.SESSION:
        names = best.keys()
        if any(w.actor.person is not None for w in other.who):
            kept = [w for w in best.who if w.actor.person is not None]
            best.who = kept + [w for w in other.who if w.actor.name not in names]
    best.marks |= other.marks & {"also", "capital", "after talks"}
    draft.shown = best
    draft.told.append(c)
    draft.background = draft.background and background
    del first


def put_together(ctx: Context, found: list[Candidate]) -> list[Draft]:
    """Drafts in the order their first candidate stands in the body; the headline's come last to the body's."""
    focus = in_focus(ctx, found)
    principals = {n for c in found if not ctx.headline(c.order) for n in c.keys()}
    body = [c for c in found if not ctx.headline(c.order)]
    head = [c for c in found if ctx.headline(c.order)]
    drafts: list[Draft] = []
    body = _apart(body)
    for c in [*body, *head]:
        background = judge(ctx, c, principals, focus)
        if far(ctx, c):
            c.marks.add("far")
        if ctx.headline(c.order):
            c.marks.add("headline")
        if ctx.headline(c.order) and not any(m.startswith("future") for m in c.marks):
            c.marks.add("tenseless")
        for draft in drafts:
            if same(draft.shown, c):
                _absorb(ctx, draft, c, background, ctx.headline(c.order))
                break
        else:
            drafts.append(Draft(c, [c], background))
    _settle(ctx, drafts)
    return drafts


def _apart(body: list[Candidate]) -> list[Candidate]:
    """A 与 B 和 C 会面 is two meetings when one of them is also told alone."""
    pairs = [c for c in body if c.type is EventType.MEETING and len(c.who) == 2]
    out: list[Candidate] = []
    for c in body:
        rest = c.who[1:]
        if c.type is EventType.MEETING and len(rest) > 1 and len({w.actor.country for w in rest}) == 1:
            alone = [
                p
                for p in pairs
                if p.keys() < c.keys() and c.who[0].actor.name in p.keys() and p.status is c.status and not p.start
            ]
            if alone:
                out.extend(
                    replace(c, who=[c.who[0], one], marks=set(c.marks), documents=list(c.documents)) for one in rest
                )
                continue
        out.append(c)
    return out


def _settle(ctx: Context, drafts: list[Draft]) -> None:
    """What only the whole document tells: places and days from the visit a contact belongs to, and plans that the
    calendar has overtaken."""
    meetings = [d.shown for d in drafts if d.shown.type in (EventType.MEETING, EventType.SESSION) and not d.background]
    visits = [d.shown for d in drafts if d.shown.type is EventType.VISIT]
    _also(drafts)
    _tours(ctx, visits)
    _called_off(ctx, drafts)
    for draft in drafts:
        c = draft.shown
        last = _day(c.end or c.start)
        if c.status is Status.PLANNED and last and ctx.published and last < ctx.published:
            c.status = Status.HELD
        if "of the talks" in c.marks and c.start is None:
            talks = next((m for m in meetings if m.keys() == c.keys()), None)
            if talks is not None:
                c.start, c.end, c.place = talks.start, talks.end, c.place or talks.place
        if c.type not in (EventType.MEETING, EventType.SIGNING):
            continue
        visit = next(
            (
                v
                for v in visits
                if v.host in c.countries()
                and (v.keys() & c.keys() or c.type is EventType.SIGNING)
                and _dates_agree(v, c)
                and "past" not in v.marks
                and not far(ctx, v)
            ),
            None,
        )
        if c.type is EventType.SIGNING:
            _with_meeting(c, meetings)
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
                visit.end
                and visit.start != visit.end
                or "arrival" not in visit.marks
                and c.status is Status.PLANNED is visit.status
            )
        ):
            c.start, c.end, c.open_end = visit.start, visit.end, visit.end is None


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
        before = [d.shown for d in drafts[:at] if d.shown.type in (EventType.MEETING, c.type) and d.shown.keys() & c.keys()]
        if before and before[-1].status is c.status:
            if c.start is None:
                c.start, c.end = before[-1].start, before[-1].end
            if c.start == before[-1].start and c.type is before[-1].type is EventType.MEETING:
                c.place = c.place or before[-1].place


def _tours(ctx: Context, visits: list[Candidate]) -> None:
    """The stops of a tour have its days when they have none of their own."""
    for visit in visits:
        days = next((ctx.tours[n] for n in sorted(visit.keys()) if n in ctx.tours), None)
        if days and visit.start is None and visit.end is None:
            visit.start, visit.end = days


_OFF = re.compile(r"(?:取消|推迟|延期|无法出席|未能成行|叫停|不克出席|临时决定不|搁置)")
_WHAT = re.compile(r"访|行程|会晤|会谈|会面|见面|活动|会议|峰会|通话")


def _long_ago(ctx: Context, value: str | None) -> bool:
    day = _day(value)
    return bool(value and ctx.published) and (day is None or (ctx.published - day).days > 31 if ctx.published else False)


def _called_off(ctx: Context, drafts: list[Draft]) -> None:
    """A contact announced and then called off, as another sentence of the article tells of one who was to take part."""
    planned = [
        d for d in drafts if any(m.startswith("future") for c in d.told for m in c.marks) and len(d.shown.who) <= 4
    ]
    if not planned or not _OFF.search(ctx.text):
        return
    off: set[str] = set()
    for row in ctx.rows.values():
        found = _OFF.search(ctx.text, row.sentence.start, row.sentence.end)
        if found is None or not _WHAT.search(
            ctx.text, found.start() - 24 if found.start() > 24 else 0, row.sentence.end
        ):
            continue
        near = [
            i
            for i in row.items
            if i.kind == "P"
            and i.end <= found.start()
            and found.start() - i.end < 10
            and "," not in ctx.text[i.end : found.start()]
            and i.actor
        ]
        off.update(i.actor.name for i in near[-1:] if i.actor)
    for draft in planned:
        if draft.shown.keys() & off and draft.shown.type is not EventType.MESSAGE:
            draft.shown.status = Status.CANCELLED
