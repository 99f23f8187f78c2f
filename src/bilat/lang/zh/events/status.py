"""Whether a contact is held, planned or cancelled: by the words before its verb, those behind it, and those that govern
subject and verb together (甲方拒绝防长与乙国防长会晤, 如果甲与乙会谈).

The verb's own modal words are read by `when.status_of`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.events.when import called_off, is_done, is_on_the_way, is_rumour, status_of
from bilat.model import Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context
    from bilat.lang.zh.events.items import Row

_REFUSED = re.compile(r"(?:拒绝?|取消|推迟|阻止|不愿|无意|避免)(?:了)?(?:让|由)?$")
_PLAN_OF = re.compile("的?(?:计划(?!中)|安排|事宜)")
_MAYBE = re.compile("的(?:可能(?!会|将)|愿望|前景|想法)|的?(?:可能性|设想|意愿|意向|规划|构想)")
"""会谈的可能性: talked of, not announced."""
_ASKED = re.compile("的?(?:提议|提案|邀约|倡议)|的(?:要求|请求|建议|邀请|呼吁)")
"""会晤的提议: asked for, and refused where the sentence says so before."""
_REFUSES = re.compile("拒绝|回绝|婉拒|谢绝|驳回|否决")
_WISH = re.compile(
    r"(?<!不)(期望|希望|期?盼|期待|呼吁|敦促|要求|建议|邀请(?!了)|促成(?!了)|安排(?!了))(?![在通透借利说]|公开)[^,。;]{0,4}$"
)
_IF = re.compile(
    r"(?:如果(?!说)|假如|假若|倘若|倘使|一旦|万一|要是|(?<![假倘般自仿宛恍犹莫])若)(?!在)[^,。;:的]{0,10}$"
)
_IFS = re.compile("[若如旦万假倘要]")
"""What no condition is told without; a quick look before the longer one."""
_PAST = re.compile("[了过]")


def told_as_past(ctx: Context, verb: tuple[int, int]) -> bool:
    """Whether 了 or 过 stands at a verb."""
    return _PAST.search(ctx.text[verb[0] - 2 : verb[1] + 1]) is not None


def wished(ctx: Context, row: Row, subject: int) -> str | None:
    """The wish or condition that a subject stands under: 甲国期望外长与乙国总理会晤, 如果甲与乙会谈."""
    found = _WISH.search(ctx.text, row.sentence.start, subject)
    if found is not None:
        return found.group(1)
    low = max(row.sentence.start, subject - FAR_IF)
    condition = _IF.search(ctx.text, low, subject) if _IFS.search(ctx.text, low, subject) else None
    if condition is None or ctx.mentions_in(condition.start(), condition.start() + 1):  # 若昂 is a name
        return None
    return "如果"


FAR_IF = 14
"""How far before a subject the word of a condition may begin."""


def governed(ctx: Context, row: Row, between: str, at: int, verb: tuple[int, int]) -> tuple[Status | None, set[str]]:
    """The status of a contact told from `at`, with `between` its verb's adverbs, and the marks of the words that told
    it; None when it is said not to have taken place."""
    status, marks = status_of(ctx, between)
    if status is None or is_rumour(ctx, row, at, verb[1]):
        return None, marks
    if called_off(ctx, verb[1]):
        return Status.CANCELLED, {"cancelled", "off"}
    asked = _ASKED.match(ctx.text, verb[1])
    if status is Status.CANCELLED:
        return status, marks
    if _REFUSED.search(ctx.text, row.sentence.start, at) or (
        asked is not None and _REFUSES.search(ctx.text, row.sentence.start, at)
    ):
        return Status.CANCELLED, {"cancelled", "refused"}
    if asked is not None or _MAYBE.match(ctx.text, verb[1]):
        return Status.PLANNED, marks | {"future:可能"}
    clause = row.clause_start(verb[0])
    if status is Status.PLANNED and is_done(ctx, clause, verb[0]):
        return Status.HELD, {mark for mark in marks if not mark.startswith("future")}
    return (status, marks) if status is not Status.HELD else _ahead(ctx, row, marks, at, verb)


def _ahead(ctx: Context, row: Row, marks: set[str], at: int, verb: tuple[int, int]) -> tuple[Status, set[str]]:
    """Planned where other words than the verb's own tell a contact to be so, else held."""
    if _PLAN_OF.match(ctx.text, verb[1]):
        return Status.PLANNED, marks
    clause = row.clause_start(verb[0])
    if is_on_the_way(ctx, row.sentence.start, clause, verb[0]) and not told_as_past(ctx, verb):
        return Status.PLANNED, marks
    wish = wished(ctx, row, at)
    return (Status.PLANNED, marks | {"future:" + wish}) if wish else (Status.HELD, marks)
