"""What of an article is its news and what history and context.

Rule of the codebook: what stands in the article's own narration is its news; what stands only in a principal's words,
in an aside (…之际) or in a look back is background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.zh.events.draft import day_of
from bilat.lang.zh.fold import fold
from bilat.model import EventType, Part, Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.candidate import Candidate
    from bilat.lang.zh.events.context import Context

LOOK_BACK_DAYS = 12
"""A contact that lies further back than this is history in a daily. Swept over 7, 10, 12, 14, 21 on gold/dev and half
of gold/press: 10 to 14 are alike."""

_WISHES = {
    "希望",
    "愿",
    "愿意",
    "期待",
    "期盼",
    "盼",
    "呼吁",
    "建议",
    "敦促",
    "提议",
    "考虑",
    "可能",
    "要求",
    "寻求",
    "争取",
    "若",
    "如果",
    "邀",
    "邀请",
    "期望",
    "促成",
    "安排",
    "会否",
    "是否",
    "能否",
    "可否",
    "原定",
    "商讨",
    "有意",
    "或",
    "能够",
    "力争",
    "望",
}
"""Words that make a contact a wish or a guess rather than an announcement."""


def far(ctx: Context, c: Candidate) -> bool:
    """Whether its date lies well before the day of publication."""
    value = c.end or c.start
    if ctx.published is None or value is None:
        return False
    day = day_of(value)
    if day is not None:
        return (ctx.published - day).days > LOOK_BACK_DAYS
    here = ctx.published.isoformat()[: len(value)]
    return value < here or (len(value) == len("YYYY") and c.status is Status.HELD)


FRESH_DAYS = 3
"""How near to publication a numbered session is news wherever it is told."""


def _of_these_days(ctx: Context, c: Candidate) -> bool:
    """Whether it has a number and took place within three days of publication: news, wherever it is told."""
    day = day_of(c.start)
    return (
        c.ordinal is not None
        and day is not None
        and ctx.published is not None
        and abs((ctx.published - day).days) <= FRESH_DAYS
    )


LEAD_SENTENCES = 3
"""A session told first further down, and not in the headline, is the setting of the news."""


def _leads(ctx: Context, c: Candidate) -> bool:
    title = ctx.analysis.sentences[0] if ctx.analysis.sentences else None
    name = (c.mechanism or "")[-2:]
    return c.order <= LEAD_SENTENCES or (
        title is not None and bool(name) and fold(name) in ctx.text[title.start : title.end]
    )


_BY_PEOPLE = {EventType.MEETING, EventType.CALL, EventType.VISIT}
BODY_SENTENCES = 8
"""An undated contact told first beyond this, of people who are not those of headline and lead, is context."""


def in_focus(ctx: Context, found: list[Candidate]) -> set[str]:
    """Whom the article is about: the people of its headline and of the contacts of its first sentences."""
    title = ctx.analysis.sentences[0] if ctx.analysis.sentences else None
    names = (
        {i.actor.name for i in ctx.mentions_in(title.start, title.end) if i.actor} if title is not None else set[str]()
    )
    for c in found:
        if c.order <= LEAD_SENTENCES:
            names |= c.names()
    return names


def judge(ctx: Context, c: Candidate, principals: set[str], focus: set[str]) -> bool:
    """Whether a candidate is background."""
    if ctx.headline(c.order):
        return bool(c.marks & {"unnamed", "past", "refused"}) or far(ctx, c)
    unsure = bool(c.marks & {"occasion", "unnamed", "anaphoric", "refused"}) or ("invited" in c.marks and not c.start)
    past = "past" in c.marks and not (c.start and not far(ctx, c))
    wish = any(m.startswith("future:") and m[7:] in _WISHES for m in c.marks)
    if unsure or past or wish or far(ctx, c) or ctx.quoted(c.trigger):
        return True
    if ctx.order[c.order].part is Part.CAPTION or _in_words_of(ctx, c, principals):
        return True
    dated = bool(c.start or c.end)
    if c.type in _BY_PEOPLE and c.order > BODY_SENTENCES and not dated and not c.names() & focus:
        return True
    if c.type is EventType.SESSION and ("described" in c.marks or not (_leads(ctx, c) or _of_these_days(ctx, c))):
        return True
    return c.status is Status.CANCELLED and c.order > LEAD_SENTENCES


def _in_words_of(ctx: Context, c: Candidate, principals: set[str]) -> bool:
    """Whether a principal of the article tells it, other than as a plan of his own."""
    said, who = ctx.speaker(c.order, c.trigger)
    own_plan = who is not None and c.status is Status.PLANNED and who.name in c.names()
    return bool(said) and who is not None and who.name in principals and not own_plan
