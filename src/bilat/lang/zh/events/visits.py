"""Visits: 访问, 对…进行访问, 访华, 抵达, 前往, 来访的…: one for each country visited.

Row → candidates. The visitor is the subject, or, in 来华出席论坛的总统武文赏, the person described.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bilat.lang.zh.dates import DateKind
from bilat.lang.zh.events.arguments import Group, is_subject, left_of, right_of
from bilat.lang.zh.events.candidate import Candidate, Who
from bilat.lang.zh.events.contacts import WITHIN
from bilat.lang.zh.events.items import COUNTRY, DATE, VERB, Actor, Row
from bilat.lang.zh.events.status import wished
from bilat.lang.zh.events.trips import RECEIVE, Trip, may_go, trips
from bilat.lang.zh.events.when import called_off, is_rumour, status_of, when
from bilat.lang.zh.events.who import actors_of, earlier_subject, gap_text, other_subject, own_subject
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_DESCRIBED = re.compile(r"[^,。;:]{0,60}?的(?:[^,。;:的]{0,6})$")
_OCCASION = re.compile(
    r"^[^,。;]{0,10}?(?:之际|期间|前夕|前后|之前|之后|之行|前|后|时|的(?:背景|成果|邀请|目的|意义|重要|前景|机会|时机|话题|请求|建议|提议|传闻))"
)
_TENSED = re.compile(r"[了过]|正在|正|结束|已|成功|日前|近日")
"""Words that tell a visit as a fact; without one, and without a date, 访问 X may be a plan (headlines, captions)."""
_AHEAD = re.compile(r"(?:之)?前(?:夕|,|$|\s)")
_PLANNED_NOUN = re.compile(r"^(?:邀请|邀约)|^(?:[^,。;]{0,4})的(?:计划|可能|安排|筹备|准备|事宜|打算|意愿|日程)")
_I = re.compile(r"我(?![国们方党军省市])")


def visits(ctx: Context, order: int) -> Iterable[Candidate]:
    """The visits that a sentence tells of."""
    if not ctx.peopled or not may_go(ctx, order):
        return ()
    if not ctx.found and not ctx.acted(order) and not ctx.spoken_of(order):
        return ()
    return _visits(ctx, order)


def _visits(ctx: Context, order: int) -> Iterator[Candidate]:
    row, groups = ctx.row(order), ctx.groups(order)
    for trip in trips(ctx, row):
        made = _visit(ctx, order, row, groups, trip)
        if made is not None:
            yield made
    yield from _received(ctx, order, row, groups)


def _received(ctx: Context, order: int, row: Row, groups: list[Group]) -> Iterator[Candidate]:
    """总统将于周四在首都接待总理: whoever is received travels to whoever receives."""
    for verb in row.items:
        if verb.kind != VERB or verb.entry is None or verb.entry.text != RECEIVE:
            continue
        host = next((g for g in left_of(groups, verb.start) if is_subject(g, ctx.text, row) and actors_of(g)), None)
        guest = next(
            (g for g in right_of(groups, verb.end) if "," not in ctx.text[verb.end : g.start] and actors_of(g)), None
        )
        if host is None or guest is None or actors_of(host)[0].country is None:
            continue
        code = actors_of(host)[0].country or ""
        guests = [a for a in actors_of(guest) if a.country and a.country != code]
        status, marks = status_of(ctx, gap_text(ctx, row, host.end, verb.start))
        if guests and status is not None:
            moment = when(ctx, row, verb.start, verb.end, status, host.start)
            made = Candidate(
                EventType.VISIT,
                status,
                [Who(a) for a in guests],
                host.start,
                guest.end,
                verb.start,
                order,
                moment.start,
                moment.end,
                marks=marks,
            )
            made.host, made.host_name = code, ctx.country_name(code)
            made.place = made.host_name
            yield made


LEAD = 3
"""Sentences of headline and lead: 访问期间 with its visitor named there tells the visit itself."""


def _during(ctx: Context, row: Row, trip: Trip) -> bool:
    """李强对越南访问期间,双方签署了…: the visit of which something is told as a fact."""
    if not _WHILE.match(ctx.text[trip.end : trip.end + 6]):
        return False
    return "plan" not in ctx.rules.modals(gap_text(ctx, row, row.sentence.start, row.sentence.end))


def _visitor(ctx: Context, order: int, groups: list[Group], trip: Trip) -> tuple[list[Actor], Group | None, bool]:
    """Who travels; the group it was found in; whether it is described (来访的 X) rather than the subject."""
    text = ctx.text
    for group in right_of(groups, trip.end):
        if _DESCRIBED.fullmatch(text[trip.end : group.start]):
            actors = [a for a in actors_of(group) if a.country != trip.host]
            if actors:
                return actors, group, True
        break
    if trip.how == "come":
        return [], None, False
    row = ctx.row(order)
    clause = row.clause_start(trip.start)
    if _I.search(text, clause, trip.start):
        speaker = ctx.speaker(order, trip.start)[1]
        return ([speaker] if speaker is not None and speaker.country != trip.host else []), None, False
    for group in left_of(groups, trip.start + 1):
        if other_subject(ctx, row, group.end, trip.start):
            return [], None, False
        to = group.prep in _BESIDE and text.startswith("对", group.end, trip.start + 1)
        owns = to or _STOPS.fullmatch(text, group.end, trip.start + 2) is not None
        if owns or is_subject(group, text, row) or group.prep in {"由", "请", "让", "陪同", "以", "为"}:
            actors = [a for a in actors_of(group) if not trip.host or a.country != trip.host]
            if actors:
                return actors + _fellows(ctx, groups, group, trip), group, False
    for group in right_of(groups, trip.end):
        lead = text[trip.end : group.start]
        if group.prep == "" and _AT_THE_TIME.fullmatch(lead):
            actors = [a for a in actors_of(group) if a.country != trip.host]
            if actors and row.sentence.end > group.end:
                return actors, group, False
        break
    if own_subject(ctx, row, trip.start):
        return [], None, False
    return earlier_subject(ctx, order), None, False


def _fellows(ctx: Context, groups: list[Group], group: Group, trip: Trip) -> list[Actor]:
    """甲与乙前往…: whoever 与 joins right to the subject travels too."""
    return [
        a
        for g in groups
        if g.prep and g.end <= trip.start and ctx.text[group.end : g.start].strip() in _TOGETHER
        for a in actors_of(g)
        if a.person is not None and a.country != trip.host
    ]


_STOPS = re.compile("的[^,。;]{0,8}(?:行程|之行|之旅)")
"""部长的中东之行包括…: whose trip it is."""
_BESIDE = {"与", "同", "和", "跟", "就"}
"""与总统对甲国的访问联系起来: whose visit it is stands right before 对, whatever governs it."""
_TOGETHER = {"与", "和", "同"}


def _host_of_guest(ctx: Context, order: int, groups: list[Group], trip: Trip, guests: list[Actor]) -> str | None:
    """The country that says 我国, or receives 来访的 X: that of the others named in the sentence."""
    for group in left_of(groups, trip.start + 1):
        for actor in actors_of(group):
            if actor.country and actor.country not in {g.country for g in guests}:
                return actor.country
    if trip.how == "come":
        for item in ctx.row(order).before(len(ctx.row(order).items)):
            if (
                item.kind == COUNTRY
                and item.end <= trip.start
                and item.actor
                and item.actor.country not in {g.country for g in guests}
            ):
                return item.actor.country
    return None


def _known_trip(ctx: Context, groups: list[Group], trip: Trip) -> Candidate | None:
    """The visit told before that 为期三天的访问 goes on about: of somebody named in the sentence, else the last one."""
    visits = [c for c in ctx.found if c.type is EventType.VISIT and not ctx.headline(c.order)]
    here = {a.name for g in left_of(groups, trip.start + 1) for a in actors_of(g)}
    return next((c for c in reversed(visits) if not here or c.names() & here), None)


def _visit(ctx: Context, order: int, row: Row, groups: list[Group], trip: Trip) -> Candidate | None:
    text = ctx.text
    known: Candidate | None = None
    if trip.how == "same":
        known = _known_trip(ctx, groups, trip)
        if known is None:
            return None
        trip.host, trip.name, trip.city = known.host or "", known.host_name or "", None
    guests, group, described = (
        _visitor(ctx, order, groups, trip) if known is None else ([w.actor for w in known.who], None, False)
    )
    host = trip.host or _host_of_guest(ctx, order, groups, trip, guests)
    guests = [g for g in guests if WITHIN.get(g.country or "", g.country) != WITHIN.get(host or "", host)]
    if not guests or not host:
        return None
    clause_start = row.clause_start(trip.start)
    earlier_verbs = [
        i.end
        for i in row.items
        if i.kind == VERB and i.end <= trip.start and i.sense in ("meet", "talk", "ceremony", "invite")
    ]
    first = group.end if group and not described else max([clause_start, *earlier_verbs])
    status, marks = _status(ctx, order, row, trip, group, (clause_start, first), described=described)
    if status is None:
        return None
    if not guests[0].named:
        marks.add("unnamed")
    at = min(group.start if group else clause_start, trip.start)
    until = max(group.end if group and described else trip.end, trip.end)
    made = Candidate(
        EventType.VISIT,
        status,
        [Who(a) for a in guests],
        at,
        until,
        trip.start,
        order,
        host=host,
        host_name=trip.name or None,
        marks=marks,
    )
    made.place = trip.city or trip.name or None
    inside = any(
        i.kind == VERB
        and i.sense in ("meet", "talk", "ceremony")
        and not _AFTERWARDS.match(text, i.end)
        and (clause_start <= i.start < trip.start or (group is not None and i.end <= group.start))
        for i in row.items
        if i.start < trip.start
    )
    if not inside and ((trip.how != "come" and not described) or (described and status is Status.PLANNED)):
        _date(ctx, row, trip, made)
    if trip.how == "same" and not ((made.start and len(made.start) == len("YYYY-MM-DD")) or made.end):
        return None
    tense = (
        trip.how == "arrive"
        or made.start
        or made.end
        or _TENSED.search(text[trip.start - 6 if trip.start > 6 else 0 : trip.end + 2])
    )
    if described or "occasion" in marks or not tense:
        made.marks.add("tenseless")
    return made


def _status(
    ctx: Context, order: int, row: Row, trip: Trip, group: Group | None, starts: tuple[int, int], *, described: bool
) -> tuple[Status | None, set[str]]:
    """Held, planned or cancelled, with the marks that the words around a trip leave. `starts` tells where its clause
    and its adverbs begin."""
    text, (clause, first) = ctx.text, starts
    status, marks = status_of(ctx, gap_text(ctx, row, min(first, trip.start), trip.start))
    if status is None or is_rumour(ctx, row, group.start if group else trip.start, trip.end):
        return None, marks
    if called_off(ctx, trip.end):
        return Status.CANCELLED, {"cancelled", "off"}
    if described and status is Status.PLANNED and "将" not in text[clause : trip.start]:
        status = Status.HELD
    if group and text.endswith(("邀", "邀请"), row.sentence.start, group.start):
        marks.add("invited")
        status = Status.PLANNED
    lead_tells = order <= LEAD and group is not None and _during(ctx, row, trip)
    aside = _OCCASION.match(text[trip.end : trip.end + 14]) and not described and not lead_tells
    if _LOOKS_BACK.search(text, clause, trip.start):
        marks.add("past")
    if aside and "结束" not in text[clause : trip.start]:
        marks.add("occasion")
    if trip.how == "arrive":
        marks.add("arrival")
    if _AGAIN.search(text, clause, trip.start):
        marks.add("again")
    if _NEXT.search(text, max(row.sentence.start, trip.start - 12), trip.start):
        marks.add("also")
    if described:
        marks.add("described")
    if status is Status.HELD:
        status, wish = _ahead(ctx, order, row, trip, group if not described else None)
        marks |= {"future:" + wish} if wish else set()
    return status, marks


def _ahead(ctx: Context, order: int, row: Row, trip: Trip, group: Group | None) -> tuple[Status, str | None]:
    """Planned where what stands behind a trip or before its subject tells it so, with the wish it stands under."""
    text = ctx.text
    if text.startswith(("行程", "之行", "之旅"), trip.start):
        ahead = _TO_BE.match(text, trip.start, trip.start + 8) is not None
        before = next((c.status for c in reversed(ctx.found) if c.type is EventType.VISIT), Status.HELD)
        return (Status.PLANNED if ahead else before), None
    headline = ctx.headline(order) and _AHEAD.match(text[trip.end : trip.end + 3])
    if headline or _PLANNED_NOUN.match(text[trip.end : trip.end + 10]) or _PREPARED.match(text, trip.end):
        return Status.PLANNED, None
    wish = wished(ctx, row, group.start) if group is not None else None
    if wish is None or wish in _WITH_A_DAY:
        return Status.HELD, None
    return Status.PLANNED, None if wish in _AWAITED else wish


_PREPARED = re.compile("(?:之行|一事)?(?:铺路|做好?准备|作准备|打前站|预热|造势|暖场)")
"""为某人访问铺路: the visit is still to come."""
_AWAITED = {"期待", "期盼", "盼"}
"""What is awaited has mostly been announced: 各界期待总统访问甲国."""
_WITH_A_DAY = {"邀请", "安排"}
"""He arranged for them to visit: told of what was as often as of what will be."""
_WHILE = re.compile("[^,。;]{0,2}期间")
_AT_THE_TIME = re.compile(r"[^,。;]{0,24}(?:之际|期间|后|时|前夕|前|途中),[^,。;]{0,12}")
_AGAIN = re.compile("再次|再度")
_NEXT = re.compile("随后|接着|之后又")
_TO_BE = re.compile("[^包涵]{0,6}(?:将|预计|计划|拟)")
_LOOKS_BACK = re.compile("回顾|回忆|忆及|忆述|谈及|提及")
_END = re.compile(r"结束")
_AFTERWARDS = re.compile("[^,。;]{0,10}后,")
"""会面两个月后,总理访问了…: the verb before tells of another day."""


def _date(ctx: Context, row: Row, trip: Trip, made: Candidate) -> None:
    """Sets start and end: a range gives both, a day the start, the day a visit ended its end; 为期三天 the other."""
    moment = when(ctx, row, trip.start, trip.end, made.status, made.at)
    if made.status is Status.HELD and ctx.ahead(moment.first):
        made.status = Status.PLANNED
    if moment.item is None or moment.start is None:
        return
    ended = _END.search(ctx.text, row.sentence.start, row.sentence.end)
    days = next(
        (
            i.date.days
            for i in row.items
            if i.kind == DATE and i.date and i.date.kind is DateKind.DURATION and i.date.days
        ),
        None,
    )
    single = moment.day and moment.end in (moment.start, None)
    if not single:
        made.start, made.end = moment.start, moment.end
    elif (
        ended is not None
        and (ended.start() < trip.start or "访问" in ctx.text[ended.end() : ended.end() + 30])
        and ended.start() > moment.item.start - 3
    ):
        made.end = moment.start
        if days:
            made.start = (date.fromisoformat(moment.start) - timedelta(days=days - 1)).isoformat()
    else:
        made.start = moment.start
        made.open_end = True
        if days:
            made.end = (date.fromisoformat(moment.start) + timedelta(days=days - 1)).isoformat()
