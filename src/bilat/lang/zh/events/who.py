"""Who stands around a verb: subject, object, partner, and the subject that a clause has of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bilat.lang.zh.events.arguments import Group, is_subject, left_of, right_of, with_prep
from bilat.lang.zh.events.items import BODY, OFFICE, PERSON, VERB, Actor, Row

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_ASIDE = {"除", "除了", "与", "同", "和", "向", "对"}


def actors_of(group: Group) -> list[Actor]:
    """People, offices and delegations of a group, each once."""
    return group.who()


def gap_text(ctx: Context, row: Row, start: int, end: int) -> str:
    """The text between two offsets without the items in it."""
    out: list[str] = []
    at = start
    for item in row.items:
        if item.kind == VERB or item.end <= start or item.start >= end:
            continue
        if item.start > at:
            out.append(ctx.text[at : item.start])
        at = max(at, item.end)
    out.append(ctx.text[at:end])
    return "|".join(out)


_SPEECH = re.compile(r".*(?:宣布|表示|指出|称|说|证实|透露|认为|披露|告诉[^,。;:]{2,12})(?:,|:|“)")
_FILLER = re.compile(
    r"将|会|在|于|与|同|和|计划|预计|已经?|还|也|再次|首次|正式|应邀|率团|应|他们?|她|此前|目前|今年|近期|可能|准备|打算|希望|愿意?|不|没有|,|\||了|对|向|其|自己|即将|随后|并|要|能|就|双方"
)


def other_subject(ctx: Context, row: Row, start: int, verb: int) -> bool:
    """防长宣布,航母打击群将访问…: whether what is said has a subject of its own that is no item."""
    said = _SPEECH.match(ctx.text, start, verb)
    if said is None:
        return False
    rest = _FILLER.sub("", gap_text(ctx, row, said.end(), verb))
    return len(rest) >= OWN_SUBJECT


def own_subject(ctx: Context, row: Row, verb: int) -> bool:
    """美国航母第三次访越: whether the clause of a verb begins with a noun phrase that is no item."""
    start = row.clause_start(verb)
    return len(_FILLER.sub("", gap_text(ctx, row, start, verb))) >= OWN_SUBJECT


OWN_SUBJECT = 4
"""Characters that make a noun phrase rather than adverbs."""


def subject(ctx: Context, order: int, row: Row, groups: list[Group], verb: int, partner: Group | None) -> Group | None:
    """The subject of a verb: the nearest group left of it that no preposition introduces."""
    limit = partner.start if partner is not None else verb
    for group in left_of(groups, limit):
        if is_subject(group, ctx.text, row) and group.has({PERSON, OFFICE, BODY}) and actors_of(group):
            return _meant(ctx, order, groups, group)
    return None


def _meant(ctx: Context, order: int, groups: list[Group], group: Group) -> Group:
    """除阮富仲外,他还会见了…: a pronoun does not mean whom a preposition set aside; it means the subject before."""
    first = group.items[0]
    if len(group.items) > 1 or not first.pronoun or first.actor is None:
        return group
    aside = {a.name for g in groups if g.end <= first.start and (g.prep in _ASIDE) for a in actors_of(g)}
    before = earlier_subject(ctx, order) or ctx.protagonist()
    if first.actor.name in aside and before and before[0].name not in aside:
        return Group([replace(first, actor=before[0])], group.prep)
    return group


def earlier_subject(ctx: Context, order: int) -> list[Actor]:
    """Who the sentences before in the same paragraph speak of; nobody when there are none."""
    here = ctx.sentences[order]
    back = order - 1
    while back >= 0 and ctx.sentences[back].paragraph == here.paragraph:
        first = ctx.first_in(ctx.sentences[back].start, ctx.sentences[back].end)
        if first is not None:
            return [first]
        back -= 1
    return []


_STOP = re.compile("[。;:]")
_DESCRIBED = re.compile(r"[^,]{0,2},[^,]{0,14}(?:的|到访|来访)[^,]{0,8}")
_WHEN_MEETING = re.compile(r"[^。;]{0,8}(?:时|中|后|期间)?,")
_BESIDES = re.compile(r"[^,。;]{0,8}(?:时|后|期间|外|同时),")
_NOT_YET = ("的", "与", "和", "同", "、", "及", ",")


def object_of(ctx: Context, groups: list[Group], end: int) -> Group | None:
    """The object right of a verb in its clause; whoever invited it is passed over."""
    for group in right_of(groups, end):
        gap = ctx.text[end : group.start]
        if len(gap) > 70 or _STOP.search(gap) or ("," in gap and not _DESCRIBED.fullmatch(gap)):
            return None
        if group.prep in {"应", "与", "同", "跟", "和", "向"} and not gap.endswith(("由",)) and len(gap) > 1:
            continue
        if not actors_of(group):
            continue
        return _with_added(ctx, groups, group)
    return None


def partner_of(ctx: Context, row: Row, groups: list[Group], verb: int) -> Group | None:
    """The group with 同, 与, 和 or 跟 left of a verb."""
    for group in left_of(groups, verb):
        if with_prep(group) and actors_of(group):
            between = ctx.text[group.end : verb]
            near = between.count(",") <= 1 and len(between) < 60
            return group if near and not met_otherwise(ctx, row, group.end, verb) else None
    return None


def _with_added(ctx: Context, groups: list[Group], target: Group) -> Group:
    """会见甲与乙: the object of a verb, with whom 与 adds to it where the clause ends behind both."""
    added = next(iter(right_of(groups, target.end)), None)
    if added is None or ctx.text[target.end : added.start] not in _AND or not _ENDS.match(ctx.text, added.end):
        return target
    return Group(target.items + added.items, target.prep)


_AND = {"与", "同", "跟"}
_ENDS = re.compile(r"[,。;]|\s|$")


def met_otherwise(ctx: Context, row: Row, start: int, at: int) -> bool:
    """甲与乙通电话,6月出席峰会: whether whom a preposition names at `start` takes part in another contact that is told
    in a clause before the one of an offset."""
    clause = row.clause_start(at)
    if _JOINTLY.search(ctx.text, clause, at) or ctx.text.endswith(_THE_SAME, clause, at):
        return False
    return any(i.kind == VERB and i.sense in _CONTACTS and start <= i.start and i.end <= clause for i in row.items)


TOGETHER = re.compile("共同|一道|一起|一同")
_JOINTLY = re.compile(f"{TOGETHER.pattern}|联合")
_THE_SAME = ("这次", "此次", "该次", "这场", "该场")
"""甲原定与乙会谈,这次会谈已取消: the contact told before."""
_CONTACTS = {"meet", "talk", "call"}


def subject_after(ctx: Context, groups: list[Group], end: int) -> list[Actor]:
    """会见克鲁托伊时,李希表示: who speaks after the comma; 除会晤秦刚外,布林肯将…: whose verb the next clause tells."""
    for group in right_of(groups, end):
        between = ctx.text[end : group.start]
        after = ctx.text[group.end : group.end + 12]
        if _BESIDES.fullmatch(between) and not group.prep and not after.startswith(_NOT_YET):
            return actors_of(group)[:1]
        if _WHEN_MEETING.fullmatch(between) and ctx.rules.say.search(after):
            return actors_of(group)[:1]
        if between.isspace() and after.startswith((":", " ")):
            return actors_of(group)[:1]
        return []
    return []
