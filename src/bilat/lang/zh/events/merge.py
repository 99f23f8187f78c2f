"""Candidates of all sentences → the events of the document: one for one happening, however often it is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bilat.lang.zh.events.background import far, in_focus, judge
from bilat.lang.zh.events.both import AND_OTHERS, APART
from bilat.lang.zh.events.candidate import Candidate
from bilat.lang.zh.events.draft import Draft, dates_agree, day_of
from bilat.lang.zh.events.settle import settle
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context


def _same_people(a: Candidate, b: Candidate) -> bool:
    if a.names() == b.names():
        return True
    if APART in a.marks | b.marks:
        return False
    common = a.names() & b.names()
    if a.type is EventType.MESSAGE:
        unnamed = a.countries() == b.countries() and all(w.actor.person is None for w in [*a.who, *b.who])
        return unnamed or (bool(common) and (_stands_in(a, b) or _stands_in(b, a)))
    if common and (a.names() <= b.names() or b.names() <= a.names()):
        fewer = a if len(a.who) < len(b.who) else b
        loose = not a.start or not b.start or AND_OTHERS in fewer.marks
        return a.type is EventType.VISIT or (len(common) > 1 and loose)
    return bool(common) and (_stands_in(a, b) or _stands_in(b, a))


def _stands_in(a: Candidate, b: Candidate) -> bool:
    """Whether all of `a` that `b` lacks are unnamed or delegations of countries that `b` names somebody of."""
    rest = [w.actor for w in a.who if w.actor.name not in b.names()]
    countries = b.countries()
    return bool(rest) and all((not r.named or r.person is None) and r.country in countries for r in rest)


def _status_agrees(a: Candidate, b: Candidate) -> bool:
    if a.status is b.status:
        return True
    if Status.CANCELLED in (a.status, b.status):
        off, other = (a, b) if a.status is Status.CANCELLED else (b, a)
        near = other.order <= off.order <= other.order + 1
        return "off" in off.marks and other.status is Status.PLANNED and near
    held, planned = (a, b) if a.status is Status.HELD else (b, a)
    return "past" not in held.marks and "again" not in planned.marks


def same(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates tell of one happening."""
    if a.type is not b.type:
        return _headline_of_call(a, b)
    if a.type is EventType.SESSION:
        return (
            (a.ordinal == b.ordinal or (None in (a.ordinal, b.ordinal) and _one_name(a, b)))
            and _like(a.mechanism, b.mechanism, 0.6 if a.ordinal is not None else 0.9)
            and dates_agree(a, b)
        )
    if a.type is EventType.SIGNING:
        one_status = a.status is b.status or "headline" in a.marks | b.marks
        return one_status and _same_papers(a, b) and dates_agree(a, b) and _status_agrees(a, b)
    if (a.type is EventType.VISIT and a.host != b.host) or _to_another(a, b):
        return False
    return _same_people(a, b) and dates_agree(a, b) and _status_agrees(a, b)


def _to_another(a: Candidate, b: Candidate) -> bool:
    """Whether two letters are addressed to two conferences, or one of them to somebody."""
    return a.type is EventType.MESSAGE and a.mechanism != b.mechanism and not _like(a.mechanism, b.mechanism)


def _one_name(a: Candidate, b: Candidate) -> bool:
    """Whether two sessions are called alike but for a number: 东方经济论坛, 第八届东方经济论坛."""
    return a.mechanism is not None and a.mechanism == b.mechanism and "past" not in a.marks | b.marks


def _headline_of_call(a: Candidate, b: Candidate) -> bool:
    """A headline's 会晤 may turn out to have been held by video; 在会谈中 may go on about talks by telephone."""
    if a.type is not EventType.CALL or b.type is not EventType.MEETING or a.names() != b.names():
        return False
    return "headline" in b.marks or ("tenseless" in b.marks and b.start is None and a.status is b.status)


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
    """The candidate whose participants are told more fully: named before unnamed, people before bodies."""
    full_a = sum(1 for w in a.who if w.actor.person is not None)
    full_b = sum(1 for w in b.who if w.actor.person is not None)
    return b if full_b > full_a else a


def _tense(a: Candidate, b: Candidate) -> Status:
    """Held or planned, where two tellings differ: the one whose verb tells it, held before planned."""
    held, planned = (a, b) if a.status is Status.HELD else (b, a)
    loose = held.marks & {"tenseless", "nominal", "described", "occasion"}
    return Status.PLANNED if loose and not planned.marks & {"invited"} else Status.HELD


def _absorb(ctx: Context, draft: Draft, c: Candidate) -> None:
    shown = draft.shown
    best = _better(shown, c) if c.type is shown.type else shown
    other = c if best is shown else shown
    if best.start is None and best.end is None:
        if "main" not in best.marks or day_of(other.start) is not None:
            best.start, best.end = other.start, other.end
    elif _finer(other.start, best.start):
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
    if best.status is not other.status:
        best.status = Status.CANCELLED if Status.CANCELLED in (best.status, other.status) else _tense(shown, c)
    best.documents = best.documents or other.documents
    best.ordinal = best.ordinal or other.ordinal
    if best.type is EventType.SESSION:
        names = best.names()
        if any(w.actor.person is not None for w in other.who):
            kept = [w for w in best.who if w.actor.person is not None]
            best.who = kept + [w for w in other.who if w.actor.name not in names]
    best.marks |= other.marks & {"also", "capital", "after talks"}
    draft.shown = best
    draft.told.append(c)


def _finer(date: str | None, than: str | None) -> bool:
    """Whether a date is a part of another: 2021-09 of 2021."""
    return date is not None and than is not None and len(date) > len(than) and date.startswith(than)


def put_together(ctx: Context, found: list[Candidate]) -> list[Draft]:
    """Drafts in the order their first candidate stands in the body; the headline's come last to the body's."""
    focus = in_focus(ctx, found)
    body = [c for c in found if not ctx.headline(c.order)]
    head = [c for c in found if ctx.headline(c.order)]
    principals = {w.actor.name for c in body for w in c.who}
    drafts: list[Draft] = []
    body = _apart(body)
    for c in [*body, *head]:
        background = judge(ctx, c, principals, focus)
        _mark(ctx, c)
        draft = _told_already(drafts, c, news=not background)
        if draft is None:
            drafts.append(Draft(c, [c], background))
            continue
        old = "far" in draft.shown.marks and c.start is None and c.end is None
        _absorb(ctx, draft, c)
        draft.background = draft.background and (background or old)
    _of_old_visits(drafts)
    settle(ctx, drafts)
    return drafts


def _told_already(drafts: list[Draft], c: Candidate, *, news: bool) -> Draft | None:
    """The first draft that tells what a candidate tells; where the candidate is news, the first that is news itself."""
    found: Draft | None = None
    for draft in drafts:
        if draft.background and news:
            if found is None and _joins(draft, c):
                found = draft
        elif _joins(draft, c):
            return draft
    return found


_DURING = (EventType.MEETING, EventType.SIGNING)


def _of_old_visits(drafts: list[Draft]) -> None:
    """去年访问…时,会见了…: an undated meeting or signing told right with a visit of the past is as old as the visit."""
    old = [(d.shown, d.told[0].order) for d in drafts if d.shown.type is EventType.VISIT and _history(d)]
    for draft in drafts:
        c = draft.shown
        if c.type not in _DURING or c.start or "headline" in c.marks or len(draft.told) > 1:
            continue
        draft.background = draft.background or any(
            0 <= c.order - order <= 1
            and v.host in c.countries()
            and (v.names() & c.names() or c.type is EventType.SIGNING)
            for v, order in old
        )


def _history(draft: Draft) -> bool:
    return draft.background and bool(draft.shown.marks & {"far", "past"})


def _mark(ctx: Context, c: Candidate) -> None:
    if far(ctx, c):
        c.marks.add("far")
    if ctx.headline(c.order):
        c.marks.add("headline")
        if not any(m.startswith("future") for m in c.marks):
            c.marks.add("tenseless")


def _joins(draft: Draft, c: Candidate) -> bool:
    """Whether a candidate tells what the draft tells. News without a date is no more what took place long ago than
    what took place long ago is news."""
    if "far" in c.marks and not draft.background:
        return False
    if "far" in draft.shown.marks and (draft.shown.status is not c.status or "headline" in c.marks):
        return False
    return same(draft.shown, c)


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
                if p.names() < c.names() and c.who[0].actor.name in p.names() and p.status is c.status and not p.start
            ]
            if alone:
                out.extend(
                    replace(c, who=[c.who[0], one], marks=set(c.marks), documents=list(c.documents)) for one in rest
                )
                continue
        out.append(c)
    return out
