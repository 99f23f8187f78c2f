"""What only the whole document tells of an event: its place and days from the trip it belongs to, and plans that the
calendar or a later sentence has overtaken."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bilat.lang.zh.dates import DateKind
from bilat.lang.zh.events.background import LOOK_BACK_DAYS, far
from bilat.lang.zh.events.candidate import Candidate
from bilat.lang.zh.events.draft import Draft, dates_agree, day_of
from bilat.lang.zh.events.items import COUNTRY, PERSON, PLACE, VERB
from bilat.lang.zh.events.place import city_name
from bilat.lang.zh.events.tours import days_of_tours, ends_by_length
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.dates import DateMention
    from bilat.lang.zh.events.context import Context


@dataclass(slots=True)
class Whole:
    """The contacts of a document by type, and the city where somebody of the lead held his talks."""

    drafts: list[Draft]
    meetings: list[Candidate]
    visits: list[Candidate]
    sessions: list[Candidate]
    bases: dict[str, str] | None = None


def settle(ctx: Context, drafts: list[Draft]) -> None:
    """What only the whole document tells: places and days from the visit a contact belongs to, and plans that the
    calendar has overtaken."""
    meetings = [d.shown for d in drafts if d.shown.type in (EventType.MEETING, EventType.SESSION) and not d.background]
    visits = [d.shown for d in drafts if d.shown.type is EventType.VISIT]
    sessions = [d.shown for d in drafts if d.shown.type is EventType.SESSION and not far(ctx, d.shown)]
    _also(drafts)
    days_of_tours(ctx, visits)
    ends_by_length(ctx, visits)
    _called_off(ctx, drafts)
    whole = Whole(drafts, meetings, visits, sessions)
    for draft in drafts:
        c = draft.shown
        _by_calendar(ctx, c)
        if c.type is EventType.CALL:
            c.place = None
        if "of the talks" in c.marks and c.start is None:
            talks = next((m for m in meetings if m.names() == c.names()), None)
            if talks is not None:
                c.start, c.end, c.place = talks.start, talks.end, c.place or talks.place
        if c.type is EventType.SESSION and c.start is None and c.status is Status.PLANNED:
            _with_visit(c, visits)
        if c.type in (EventType.MEETING, EventType.SIGNING):
            _contact(ctx, whole, draft)


def _by_calendar(ctx: Context, c: Candidate) -> None:
    """What lies before the day of publication is held, what lies after it planned, whatever its verb says."""
    first, last = day_of(c.start), day_of(c.end or c.start)
    if ctx.published is None:
        return
    if c.status is Status.PLANNED and last and last < ctx.published:
        c.status = Status.HELD
    if c.status is Status.HELD and first and first > ctx.published:
        c.status = Status.PLANNED


def _contact(ctx: Context, whole: Whole, draft: Draft) -> None:
    """Day and place of a meeting or signing: by the papers or talks it stands with, the session, the visit."""
    c = draft.shown
    visit = next((v for v in whole.visits if _during(ctx, v, c)), None)
    if c.type is EventType.SIGNING:
        _with_meeting(c, whole.meetings)
    elif "at signing" in c.marks and c.start is None:
        signed = next((d.shown for d in whole.drafts if _signed_by(d.shown, c)), None)
        if signed is not None:
            c.start, c.end = signed.start, signed.end
    if c.place is None and c.type is EventType.MEETING and c.status is Status.HELD and not draft.background:
        if whole.bases is None:
            whole.bases = _bases(ctx)
        c.place = next((whole.bases[name] for name in sorted(c.names()) if name in whole.bases), None)
    if c.place is None and c.marks & {"at session", "present"}:
        c.place = next((m.place for m in whole.sessions if m.place and dates_agree(m, c)), None)
    if visit is not None:
        _of_visit(ctx, visit, c)


def _during(ctx: Context, v: Candidate, c: Candidate) -> bool:
    """Whether a contact can be of a visit: to a side of it, by somebody who takes part, on those days."""
    own = v.names() & c.names() or c.type is EventType.SIGNING
    return v.host in c.countries() and bool(own) and dates_agree(v, c) and "past" not in v.marks and not far(ctx, v)


def _of_visit(ctx: Context, visit: Candidate, c: Candidate) -> None:
    if c.place is None:
        c.place = visit.host_name
    if "capital" in c.marks:
        c.place = ctx.capital(visit.host or "") or c.place
    if "tenseless" in c.marks and c.start is None and visit.status is Status.PLANNED and ctx.ahead(visit.start):
        c.status = Status.PLANNED
    if (
        c.start is None
        and c.type is EventType.MEETING
        and visit.start
        and "tour" not in visit.marks
        and (
            (visit.end and visit.start != visit.end)
            or ("arrival" not in visit.marks and c.status is Status.PLANNED is visit.status)
        )
    ):
        c.start, c.end, c.open_end = visit.start, visit.end, visit.end is None


def _with_visit(c: Candidate, visits: list[Candidate]) -> None:
    """来访并举行总理定期会晤: a session of two sides takes place during the visit of one to the other."""
    if len(c.countries()) > BOTH:
        return
    for v in visits:
        if (
            v.status is c.status
            and v.host in c.countries()
            and v.names() & c.names()
            and v.end
            and "tour" not in v.marks
        ):
            c.start, c.end, c.place = v.start, v.end, c.place or v.host_name
            return


BOTH = 2
"""Countries of a session that a visit can hold."""
LEAD = 2
"""Sentences of the body that say where the article's talks were held."""
_TALKS = {"meet", "talk"}


_AT = {PLACE: re.compile("在(?:出访地|访问地|当地)?$"), COUNTRY: re.compile("在(?:出访地|访问地)$")}


def _bases(ctx: Context) -> dict[str, str]:
    """首相在迪拜与多国首脑会谈: the city where whoever is named there held the talks that follow."""
    out: dict[str, str] = {}
    for order, senses in ctx.senses.items():
        if order > LEAD + 1:
            break
        if senses.isdisjoint(_TALKS):
            continue
        row = ctx.row(order)
        if not any(i.kind == VERB and i.sense in _TALKS for i in row.items):
            continue
        for spot in row.items:
            lead = ctx.text[max(row.sentence.start, spot.start - 6) : spot.start]
            if spot.kind not in (PLACE, COUNTRY) or not _AT[spot.kind].search(lead):
                continue
            inside = next((i for i in row.items if i.kind == PLACE and i.start == spot.end), spot)
            city = city_name(ctx, inside) if inside.kind == PLACE else ctx.raw[spot.start : spot.end]
            after = any(
                i.kind == VERB and i.sense in _TALKS and 0 < i.start - spot.end < TALKS_AFTER for i in row.items
            )
            people = [i for i in row.items if i.kind == PERSON and i.end <= spot.start and i.actor]
            if city and after and people and people[-1].actor:
                out.setdefault(people[-1].actor.name, city)
    return out


TALKS_AFTER = 32
"""Characters between the city and 会谈."""


def _with_meeting(c: Candidate, meetings: list[Candidate]) -> None:
    """A signing stands where the talks of its sides stood; on their day when it is told to follow them."""
    talks = next((m for m in meetings if m.countries() >= c.countries()), None)
    if talks is None or talks.status is not c.status:
        return
    c.place = c.place or talks.place
    if c.start is None and "after talks" in c.marks:
        c.start, c.end = talks.start, talks.end


def _signed_by(signed: Candidate, c: Candidate) -> bool:
    """Whether papers of the same countries were signed on a known day."""
    return (
        signed.type is EventType.SIGNING
        and day_of(signed.start) is not None
        and signed.status is c.status
        and signed.countries() == c.countries()
    )


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
        last = ctx.sentences[draft.told[-1].order]
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
    for order in ctx.senses:
        sentence = ctx.sentences[order]
        found = _OFF.search(ctx.text, sentence.start, sentence.end)
        if found is None or _MAYBE.search(ctx.text, max(sentence.start, found.start() - 4), found.start()):
            continue
        if not _WHAT.search(ctx.text, max(0, found.start() - 24), sentence.end):
            continue
        if _long_ago(ctx, order) or _long_ago(ctx, order - 1):
            continue
        near = [
            i.actor.name
            for i in ctx.row(order).items
            if i.kind == PERSON
            and i.actor
            and 0 <= found.start() - i.end < NEAR
            and "," not in ctx.text[i.end : found.start()]
        ]
        off.update(near[-1:])
    return off


def _long_ago(ctx: Context, order: int) -> bool:
    """Whether a sentence tells of a day or month well before publication: what it calls off is no plan of today."""
    return order in ctx.senses and any(i.date is not None and _is_past(ctx, i.date) for i in ctx.row(order).items)


def _is_past(ctx: Context, told: DateMention) -> bool:
    """Whether a date lies well before publication, and its reading ahead, where it has one, is no nearer."""
    value = told.last or told.first
    if told.kind not in _DATED or ctx.published is None or value is None or len(value) == len("YYYY"):
        return False
    limit = (ctx.published - timedelta(days=LOOK_BACK_DAYS)).isoformat()
    if value >= limit[: len(value)]:
        return False
    ahead = told.next_first
    if ahead is None or ahead == told.first:
        return True
    return ctx.published - _day(value) < _day(ahead) - ctx.published


def _day(value: str) -> date:
    """The first day of an ISO date of any precision but a year."""
    return date.fromisoformat(value if len(value) == len("YYYY-MM-DD") else value + "-01")


_DATED = (DateKind.ABSOLUTE, DateKind.PARTIAL, DateKind.RELATIVE, DateKind.RANGE, DateKind.SINCE)
NEAR = 10
"""Characters between a name and 取消."""
