"""The days of a visit that the trip it belongs to tells: 副国务卿5日至14日访问亚洲, 部长展开为期两天的访问."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from bilat.lang.zh.dates import DateKind
from bilat.lang.zh.events.arguments import left_of
from bilat.lang.zh.events.background import far
from bilat.lang.zh.events.draft import day_of
from bilat.lang.zh.events.when import when
from bilat.lang.zh.events.who import actors_of
from bilat.model import Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.candidate import Candidate
    from bilat.lang.zh.events.context import Context

_REGION = re.compile(
    r"(?:历访|访问|出访|走访|遍访|访)(?:了)?(?:[^,。;]{0,3})(?:亚洲|欧洲|中东|非洲|拉美|东南亚|南美|中亚|北欧|东欧|中东欧|[两三四五六七八]国|多国|数国)"
)
_DAYS_OF_TRIP = re.compile("[天日]的?[^,。;]{0,8}?(?:访|行程|之行|之旅|行程)")
_FOR_DAYS = re.compile(f"(?:为期|展开|进行|一连)?[^,。;]{{0,3}}{_DAYS_OF_TRIP.pattern}")

REACH = 24
"""Characters of the longest stretch that tells of a trip's days."""


def days_of_tours(ctx: Context, visits: list[Candidate]) -> None:
    """The stops of a tour have its days when they have none of their own."""
    undated = [v for v in visits if v.start is None and v.end is None]
    tours = _tours(ctx) if undated else {}
    if not tours:
        return
    for visit in undated:
        days = next((tours[n] for n in sorted(visit.names()) if n in tours), None)
        if days:
            visit.start, visit.end = days
            visit.marks.add("tour")


def _tours(ctx: Context) -> dict[str, tuple[str, str]]:
    """副国务卿5日至14日访问亚洲: the days of each traveller's tour."""
    out: dict[str, tuple[str, str]] = {}
    for order in ctx.senses:
        sentence = ctx.sentences[order]
        found = _REGION.search(ctx.text, sentence.start, sentence.end)
        if found is None:
            continue
        moment = when(ctx, ctx.row(order), found.start(), found.end(), Status.HELD)
        if not moment.day or not moment.end or moment.start == moment.end:
            continue
        for group in left_of(ctx.groups(order), found.start())[:1]:
            out.update((actor.name, (moment.start or "", moment.end)) for actor in actors_of(group))
    return out


def ends_by_length(ctx: Context, visits: list[Candidate]) -> None:
    """A visit ends after as many days as the trip is told to last: of one day wherever it leads, of more when it leads
    to one country."""
    open_end = [(v, first) for v in visits if v.end is None and (first := day_of(v.start)) is not None]
    lengths = _lengths(ctx) if open_end else {}
    if not lengths:
        return
    for visit, first in open_end:
        days = next((lengths[n] for n in sorted(visit.names()) if n in lengths), None)
        if days is None:
            continue
        others = {v.host for v in visits if v.names() & visit.names() and not far(ctx, v)}
        if days == 1 or len(others) == 1:
            visit.end = (first + timedelta(days=days - 1)).isoformat()


def _lengths(ctx: Context) -> dict[str, int]:
    """部长展开为期两天的访问: how many days each traveller's trip lasts."""
    out: dict[str, int] = {}
    for order in ctx.senses:
        sentence = ctx.sentences[order]
        if _DAYS_OF_TRIP.search(ctx.text, sentence.start, sentence.end + REACH) is None:
            continue
        groups = ctx.groups(order)
        for item in ctx.row(order).items:
            days = item.date.days if item.date is not None and item.date.kind is DateKind.DURATION else None
            if not days or _FOR_DAYS.match(ctx.text, item.start) is None:
                continue
            group = next((g for g in left_of(groups, item.start) if actors_of(g)), None)
            for actor in actors_of(group) if group is not None else []:
                out.setdefault(actor.name, days)
    return out
