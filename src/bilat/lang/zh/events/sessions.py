"""Sessions of mechanisms: 中越双边合作指导委员会第十四次会议, 第三十一次APEC领导人非正式会议, 慕尼黑安全会议.

Row → candidates. A session counts when it is between governments or parties; those who attend by name take part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bilat.lang.zh.events.arguments import Group, is_subject, left_of, right_of, with_prep
from bilat.lang.zh.events.attendance import stays_away
from bilat.lang.zh.events.candidate import Candidate, Who
from bilat.lang.zh.events.holders import holders
from bilat.lang.zh.events.items import BODY, VERB, Actor, Item, Row
from bilat.lang.zh.events.mechanisms import Named, may_name_session, session_names
from bilat.lang.zh.events.place import place_of
from bilat.lang.zh.events.when import When, called_off, is_long_ago, status_of, when, window
from bilat.lang.zh.events.who import TOGETHER, actors_of, gap_text, met_otherwise
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

WORLD = {"UN"}
"""An organisation of all states convenes conferences; it takes no part in them as a side."""
_IS_HELD = re.compile(r"举行|召开|开幕|闭幕|登场|召集|落幕|于.{1,12}在")
_OF_THE_HELD = re.compile(r"(?:举行|召开|举办)的[^,。;]{0,4}$")
_HELD = re.compile("举行|召开|登场|开幕")
_RUNS = re.compile("举行|召开|登场|开幕|闭幕|落幕")
_OF = re.compile(r"[^,。;:]{0,24}的")
_MEANWHILE = re.compile(r"(?:之际|期间|间隙|前夕|上)")
_AT = re.compile(r"在[^,。;]{0,10}$")
_GATHER = re.compile(r"出席|参加|与会|主持|举行|召开|举办|开幕|闭幕|赴|前往|在")


def sessions(ctx: Context, order: int) -> Iterable[Candidate]:
    """The sessions that a sentence tells of."""
    if ctx.last_session is None and not may_name_session(ctx, order):
        return ()
    return _sessions(ctx, order)


def _sessions(ctx: Context, order: int) -> Iterator[Candidate]:
    for named in session_names(ctx, order):
        made = _session(ctx, order, named) if _gathers(ctx, order, named) else None
        if made is not None:
            yield made
    last = ctx.last_session
    if last is not None and 0 < order - last.order <= NEAR and _may_attend(ctx, order):
        more = _also_there(ctx, order, last)
        if more is not None:
            yield more


_THIS = re.compile(r"(?:此次|本次|该次|这次|这场|该)?(?:会议|峰会|论坛|大会|会)(?!见|谈|晤|面|员|长)")


def _partners(
    ctx: Context, row: Row, groups: list[Group], subject: Group, named: Named, who: list[Actor]
) -> list[Actor]:
    """A 与 B 共同主持…会议: whoever a preposition joins to the subject before the session's name."""
    names = {a.name for a in who}
    return [
        a
        for g in groups
        if subject.end <= g.start
        and g.end <= named.start
        and with_prep(g)
        and not met_otherwise(ctx, row, g.end, named.start)
        for a in actors_of(g)
        if a.person is not None and a.name not in names
    ]


def _also_there(ctx: Context, order: int, last: Candidate) -> Candidate | None:
    """其他三国外长也出席了此次会议: more people of the session told last."""
    row, groups = ctx.row(order), ctx.groups(order)
    near = order - last.order <= 1 and ctx.sentences[last.order].paragraph == row.sentence.paragraph
    who, at, until = _attending(ctx, row, groups, near=near)
    people = [a for a in who if a.person is not None]
    led = _LED.match(ctx.text, row.sentence.start) is not None
    chaired = _CHAIRED.search(ctx.text, at, until + len("了会议")) is not None and len({a.country for a in people}) > 1
    if not people or (last.who and not (led or chaired) and not any(w.actor.person is not None for w in last.who)):
        return None
    made = Candidate(EventType.SESSION, last.status, [Who(a) for a in people], at, until, at, order)
    made.mechanism, made.ordinal, made.start, made.end, made.place = (
        last.mechanism,
        last.ordinal,
        last.start,
        last.end,
        last.place,
    )
    return made


_CHAIRED = re.compile("共同主持了?(?:会议|本次|此次|这次)")
"""Whoever chairs it together are its two sides, where only countries were named before."""


def _may_attend(ctx: Context, order: int) -> bool:
    """Whether a sentence holds what `_attending` goes by."""
    sentence = ctx.sentences[order]
    return "attend" in ctx.senses[order] or _SPOKE.search(ctx.text, sentence.start, sentence.end) is not None


def _attending(ctx: Context, row: Row, groups: list[Group], *, near: bool) -> tuple[list[Actor], int, int]:
    """Who is told to attend 此次会议 or to speak 在峰会上, and the span that tells it; right after it, 出席 alone
    will do."""
    start = row.sentence.start
    verbs = [i for i in row.items if i.kind == VERB and i.sense == "attend" and _of_session(ctx, i, start, near=near)]
    found: dict[str, Actor] = {}
    for verb in verbs:
        for group in left_of(groups, verb.start):
            if (is_subject(group, ctx.text) or group.prep == "由") and actors_of(group):
                if not stays_away(ctx, group.end, verb.start):
                    found.update((actor.name, actor) for actor in actors_of(group))
                break
    if verbs and (found or len(verbs) == 1):
        return list(found.values()), start, verbs[-1].end
    spoke = _SPOKE.search(ctx.text, start, row.sentence.end)
    if spoke is not None:
        for group in left_of(groups, spoke.start()):
            if "," not in ctx.text[group.end : spoke.start()] and is_subject(group, ctx.text) and actors_of(group):
                return actors_of(group), group.start, spoke.end()
    return [], start, start


def _of_session(ctx: Context, verb: Item, start: int, *, near: bool) -> bool:
    """Whether 出席, 主持 is said of the session told last."""
    after = ctx.text[verb.end : verb.end + 8].lstrip("了")
    return bool(_THIS.match(after) or _LED.match(ctx.text, start)) or (near and after[:1] in ",。")


_SPOKE = re.compile(
    r"在(?:本次|此次|这次|该|此|本届)?(?:年度)?(?:峰会|会议|论坛|对话会|大会)的?(?:开幕式|闭幕式|全会|全体会议|会场)?(?:上|中)[^,。;]{0,30}?(?:发表|致辞|发言|讲话|表示|说|演讲|演说|强调|指出|呼吁)"
)
_LED = re.compile(r"(?:此次|本次|这次|该)?(?:会议|峰会|论坛|大会|会晤|对话)由")
NEAR = 8
"""Sentences within which 此次会议 means the session told before."""
_SET_OUT = re.compile(r"赴(?!会)|离京|启程|乘专机")
_ATTENDS = re.compile(r"出席|参加|与会|主持|召开|举行|赴会")


_CAME_BACK = re.compile("结束[^,。;]{0,8}(?:出席|参加)")
_AND_BACK = re.compile("[^,。;]{0,16}后,?(?:乘|回到|返回|飞)")
"""结束出席峰会回到…, 举行年度会晤后乘机回到…: the day is that of the way back."""


def _under_way_to(text: str, row: Row, named: Named) -> bool:
    """抵达…出席峰会: whoever has just arrived has not met yet."""
    if _SET_OUT.search(text, row.sentence.start, named.start):
        return True
    return any(i.kind == VERB and i.sense in ("arrive", "travel") and i.end <= named.start for i in row.items)


def _chairs(ctx: Context, named: Named) -> list[Actor]:
    """People whose title names the mechanism: 指导委员会中方主席王毅, 峰会主席贾比尔."""
    core = named.mechanism.removesuffix("会议").removesuffix("会晤")
    return [
        Actor(p.name, p.country, n)
        for n, p in enumerate(ctx.people.persons)
        if len(core) >= 4 and any(core[-8:] in t and "主席" in t for t in p.titles)
    ]


LEAD = 3
"""Sentences of headline and lead: the session told there is what the people of the article speak of."""


def _speakers(ctx: Context, members: tuple[str, ...]) -> list[Actor]:
    """One titled person for each member country, in the order named; nobody unless each has one."""
    out: list[Actor] = []
    for code in members:
        found = next(((n, p) for n, p in enumerate(ctx.people.persons) if p.country == code and p.title), None)
        if found is None:
            return []
        out.append(Actor(found[1].name, code, found[0]))
    return out


_WRITTEN_TO = re.compile(r'(?:向|给|致|致信|致电|祝贺)["“《]?(?:\d{4}年?)?$')
_MEANS = re.compile('["”》]?(?:等|这一|[^,。;]{0,2}合作)?(?:框架|平台|机制|渠道)')
"""在某论坛框架内合作, 某论坛等平台: a means, not a session."""


def _gathers(ctx: Context, order: int, named: Named) -> bool:
    """Whether the words around a session's name tell that somebody gathers there, and writes to nobody."""
    lead, tail = _around(ctx, order, named)
    if _WRITTEN_TO.search(lead) or (named.ordinal is None and _MEANS.match(tail)):
        return False
    return _GATHER.search(lead) is not None or _IS_HELD.search(tail) is not None


def _around(ctx: Context, order: int, named: Named) -> tuple[str, str]:
    """The words before and behind a session's name."""
    low = max(ctx.sentences[order].start, named.start - TAIL)
    return ctx.text[low : named.start], ctx.text[named.end : named.end + TAIL]


def _session(ctx: Context, order: int, named: Named) -> Candidate | None:
    text, row, groups = ctx.text, ctx.row(order), ctx.groups(order)
    clause = row.clause_start(named.start)
    lead, tail = _around(ctx, order, named)
    described = _described(ctx, groups, named)
    found = (
        _attending_here(ctx, row, groups, named, clause) if described is None else (actors_of(described), named.start)
    )
    if found is None:
        return None
    who, at = found
    status, marks = _status(ctx, row, groups, named, clause)
    if status is None:
        return None
    if not who and described is None and ctx.last_pair and re.search("双方|两国", text[clause : named.start]):
        who = ctx.last_pair
        marks.add("of the talks")
    if described is not None:
        marks.add("described")
    eve = _EVE.match(text, named.end) is not None
    who = _or_chairs(ctx, groups, named, who, tail)
    by_office = holders(ctx, named.mechanism, named.members)
    if by_office and {a.name for a in who if a.named} <= {a.name for a in by_office}:
        who = by_office
    if not who and described is None:
        who = _or_members(ctx, order, row, named)
        marks.add("countries")
    moment = when(ctx, row, named.start, named.end, status, min(at, named.start))
    if described is None and (eve or _under_way_to(text, row, named)) and not is_long_ago(ctx, moment.start):
        status, moment = (Status.PLANNED if status is Status.HELD else status), When()
    if _CAME_BACK.search(lead) or _AND_BACK.match(tail):
        moment = When()
    if status is Status.HELD and ctx.ahead(moment.first):
        status = Status.PLANNED
    people = [Who(a) for a in who if a.named]
    at = min(at, named.start)
    made = Candidate(EventType.SESSION, status, people, at, named.end, named.start, order, marks=marks)
    made.mechanism, made.ordinal = named.mechanism, named.ordinal
    if described is None:
        made.start, made.end = moment.start, moment.end
    made.place = place_of(ctx, row, clause, named.start, named.end)
    if described is None and made.place is None:
        _from_next_clause(ctx, row, named, made)
    told_itself = order <= LEAD and moment.day and _OF_THE_HELD.search(lead)
    if eve or (not told_itself and _is_occasion(text, named, lead, tail)):
        made.marks.add("occasion")
    return made


_EVE = re.compile(
    "(?:登场|开幕|召开|举行|举办|揭幕|开始)?的?(?:前夕|之?前(?=,|[^,。;]{0,6}(?:表示|说|称|指出|强调|警告|呼吁)))"
)
"""主席9日在峰会登场前夕表示: the day of saying, before that of the session."""


def _from_next_clause(ctx: Context, row: Row, named: Named, made: Candidate) -> None:
    """第二届论坛,昨天起在首都举行: day and place that the clause behind a name tells."""
    held = _HELD.search(ctx.text, named.end, min(named.end + TAIL, row.sentence.end))
    if held is None or row.clause_start(held.start()) <= named.start:
        return
    made.place = place_of(ctx, row, row.clause_start(held.start()), held.start(), held.end())
    if made.start is None and made.place is not None:
        moment = when(ctx, row, held.start(), held.end(), made.status)
        made.start, made.end = moment.start, moment.end


TAIL = 40
"""Characters around a session's name in which it may be told to be held."""
_LEADS = {"率", "率领", "带领"}
"""将率领代表团出席: the delegation stands between the adverbs and the verb."""
_IS_TO_BE = re.compile("[^,。;]{0,4}(?:将|拟|预计|即将|定于|料)[^,。;]{0,30}?(?:举行|召开|开幕|登场|举办)")
"""第二十四次领导人会晤将于7日在北京举行."""


def _described(ctx: Context, groups: list[Group], named: Named) -> Group | None:
    """出席…峰会的总统卢拉: whoever the session describes."""
    for group in right_of(groups, named.end):
        if _OF.fullmatch(ctx.text[named.end : group.start]) and actors_of(group):
            return group
    return None


def _attending_here(
    ctx: Context, row: Row, groups: list[Group], named: Named, clause: int
) -> tuple[list[Actor], int] | None:
    """The subject before a session's name and where it begins; None when another verb stands between them."""
    if any(
        i.kind == VERB and i.sense in ("meet", "invite") and clause <= i.start and i.end <= named.start
        for i in row.items
    ):
        return None
    met: list[Actor] = []
    for group in left_of(groups, named.start):
        if ctx.rules.say.search(ctx.text, group.end, named.start):
            return [], named.start
        who = [a for a in actors_of(group) if a.person is not None or not a.named]
        if who and (is_subject(group, ctx.text, row) or group.prep == "由"):
            return who + (_partners(ctx, row, groups, group, named, who) or met), group.start
        if is_subject(group, ctx.text) and TOGETHER.search(ctx.text, clause, named.start):
            met += who
    return met, named.start


def _status(ctx: Context, row: Row, groups: list[Group], named: Named, clause: int) -> tuple[Status | None, set[str]]:
    if _IS_TO_BE.match(ctx.text, named.end):
        return Status.PLANNED, {"future:将"}
    if called_off(ctx, named.end):
        return Status.CANCELLED, {"cancelled", "off"}
    nearest = (g.end for g in left_of(groups, named.start) if actors_of(g) and g.prep not in _LEADS)
    first = next(nearest, None)
    low = window(ctx, row, clause) if first is None or _SAID.search(ctx.text, first, named.start) else first
    return status_of(ctx, gap_text(ctx, row, low, named.start))


_SAID = re.compile('[说称]|表示|宣布|认为|["“”:]')


def _or_chairs(ctx: Context, groups: list[Group], named: Named, who: list[Actor], tail: str) -> list[Actor]:
    """The chairs by title where they are who attends, or nobody is told to; else those named after 举行."""
    chairs = _chairs(ctx, named)
    if chairs and (not who or {c.name for c in chairs} & {a.name for a in who}):
        return chairs
    if not who and re.search("举行|召开|开幕", tail):
        return [a for g in right_of(groups, named.end) for a in actors_of(g) if a.person is not None]
    return who


def _or_members(ctx: Context, order: int, row: Row, named: Named) -> list[Actor]:
    """The member countries of a small mechanism, or the organisation whose session it is, where nobody is named."""
    if 2 <= len(named.members) <= 3:
        people = _speakers(ctx, named.members) if order <= LEAD else []
        return people or [ctx.country_actor(c) for c in named.members]
    first = named.start + 1
    for hit in row.sentence.hits:
        org = hit.entry.org
        if org is not None and named.start <= hit.start <= first < named.end and org.code not in WORLD:
            return [Actor(ctx.raw[hit.start : hit.end], org.code)]
    for item in row.items:
        org = item.entry.org if item.kind == BODY and item.entry else None
        if org is not None and item.actor and item.start <= first < item.end and org.code not in WORLD:
            return [item.actor]
    own = [c for c in named.members if c not in ctx.rules.usual and c not in WORLD and c in ctx.rules.names]
    return [ctx.country_actor(own[0])] if len(named.members) == len(own) == 1 else []


def _is_occasion(text: str, named: Named, lead: str, tail: str) -> bool:
    """Whether the session is only the setting of something else: 在峰会期间, 在第三届论坛上."""
    if _MEANWHILE.search(text[named.end : named.end + 4]):
        return True
    told = _ATTENDS.search(lead) or _RUNS.search(tail)
    return told is None and _AT.search(lead) is not None
