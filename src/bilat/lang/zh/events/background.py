"""What of an article is its news and what history and context.

Rule of the codebook: what stands in the article's own narration is its news; what stands only in a principal's words,
in an aside (…之际) or in a look back is background.
"""

from __future__ import annotations

import re
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
    "早日",
    "尽早",
    "尽快",
    "原计划",
    "原拟",
    "商讨",
    "有意",
    "或",
    "能够",
    "力争",
    "望",
    "下一次",
    "下次",
    "原订",
    "应同",
    "应与",
    "应和",
    "应尽快",
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


FRESH_DAYS = 4
"""How near to publication a numbered session is news wherever it is told."""


def _of_these_days(ctx: Context, c: Candidate) -> bool:
    """Whether it took place within `FRESH_DAYS` of publication."""
    day = day_of(c.start)
    return day is not None and ctx.published is not None and abs((ctx.published - day).days) <= FRESH_DAYS


def _long_since(ctx: Context, c: Candidate) -> bool:
    """Whether it took place days ago, told late in an article that is about something else."""
    day = day_of(c.end or c.start)
    return day is not None and ctx.published is not None and (ctx.published - day).days > FRESH_DAYS + 1


LEAD_SENTENCES = 3
"""A session told first further down, and not in the headline, is the setting of the news."""


def _leads(ctx: Context, c: Candidate) -> bool:
    title = ctx.analysis.sentences[0] if ctx.analysis.sentences else None
    name = (c.mechanism or "")[-2:]
    return c.order <= LEAD_SENTENCES or (
        title is not None and bool(name) and fold(name) in ctx.text[title.start : title.end]
    )


_BY_PEOPLE = (EventType.MEETING, EventType.CALL, EventType.VISIT)
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


def _of_others(ctx: Context, c: Candidate) -> bool:
    """Whether papers are of other countries than the two that the article is about."""
    sides = set(ctx.sides())
    return len(sides) > 1 and not sides <= c.countries()


def judge(ctx: Context, c: Candidate, principals: set[str], focus: set[str]) -> bool:
    """Whether a candidate is background."""
    if not c.who:
        return True
    if "main" in c.marks:
        return False
    if ctx.headline(c.order):
        return bool(c.marks & {"unnamed", "past", "refused"}) or far(ctx, c)
    if _doubtful(ctx, c) or far(ctx, c) or (ctx.quoted(c.trigger) and not _quoted_news(ctx, c)):
        return True
    if _old_picture(ctx, c) or _in_words_of(ctx, c, principals) or _aside(ctx, c, focus):
        return True
    if c.type is EventType.SESSION and not _is_news(ctx, c):
        return True
    return c.status is Status.CANCELLED and c.order > LEAD_SENTENCES


def _doubtful(ctx: Context, c: Candidate) -> bool:
    """An occasion, a side without a name, a wish, what was once."""
    unsure = bool(c.marks & {"occasion", "unnamed", "anaphoric", "refused"}) or ("invited" in c.marks and not c.start)
    past = "past" in c.marks and not (c.start and not far(ctx, c))
    wish = any(m.startswith("future:") and m[7:] in _WISHES for m in c.marks)
    return unsure or past or wish


def _quoted_news(ctx: Context, c: Candidate) -> bool:
    """“应…邀请,总理将于21日访问…”, “今天我与…通话”: whether the lead quotes what is of these days or ahead."""
    if c.order > LEAD_SENTENCES + 1 or day_of(c.start) is None:
        return False
    return _of_these_days(ctx, c) or (c.status is Status.PLANNED and ctx.ahead(c.start))


_ARCHIVE = re.compile("资料|档案|存档")


def _old_picture(ctx: Context, c: Candidate) -> bool:
    """Whether a caption tells it: news only when it is of these days and the picture not from the archive."""
    sentence = ctx.sentences[c.order]
    if sentence.part is not Part.CAPTION or c.status is Status.PLANNED:
        return False
    return not _of_these_days(ctx, c) or _ARCHIVE.search(ctx.text, sentence.start, sentence.end) is not None


def _aside(ctx: Context, c: Candidate, focus: set[str]) -> bool:
    """Whether it is told late, of others than the article is about: undated, or of days ago."""
    if c.order <= BODY_SENTENCES:
        return False
    if _long_since(ctx, c) and not c.names() <= focus:
        return True
    if c.start or c.end or (c.status is Status.PLANNED and _announced(ctx, c)):
        return False
    return (c.type in _BY_PEOPLE and not c.names() & focus) or (c.type is EventType.SIGNING and _of_others(ctx, c))


def _announced(ctx: Context, c: Candidate) -> bool:
    """外交部宣布,外长将访问…: whether its sentence announces it."""
    return _ANNOUNCES.search(ctx.text, ctx.sentences[c.order].start, c.trigger) is not None


_ANNOUNCES = re.compile("宣布|公布|证实")


def _is_news(ctx: Context, c: Candidate) -> bool:
    """Whether a session is more than the setting of something else."""
    return "described" not in c.marks and (_leads(ctx, c) or (c.ordinal is not None and _of_these_days(ctx, c)))


def _undated(c: Candidate) -> bool:
    return c.status is Status.HELD and c.start is None and c.end is None


def _in_words_of(ctx: Context, c: Candidate, principals: set[str]) -> bool:
    """Whether a principal of the article tells it, other than as a plan of his own or as the news of the lead."""
    said, who = ctx.speaker(c.order, c.trigger)
    if (
        said
        and who is not None
        and not who.voice
        and _undated(c)
        and c.order > LEAD_SENTENCES
        and who.name not in c.names()
    ):
        return True
    if who is None or not said or who.name not in principals:
        return False
    own = who.name in c.names() and (c.status is Status.PLANNED or c.order <= LEAD_SENTENCES)
    return not own
