"""Sessions of mechanisms: 中越双边合作指导委员会第十四次会议, 第三十一次APEC领导人非正式会议, 慕尼黑安全会议.

Row → candidates. A session counts when it is between governments or parties; those who attend by name take part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilat.lang.zh.events.arguments import Group, is_subject, left_of, right_of, with_prep
from bilat.lang.zh.events.candidate import Candidate, Who
from bilat.lang.zh.events.items import BODY, COUNTRY, OFFICE, PERSON, TALK_TAIL, VERB, Actor, Row
from bilat.lang.zh.events.place import place_of
from bilat.lang.zh.events.when import When, status_of, when, window
from bilat.lang.zh.events.who import actors_of, gap_text
from bilat.lang.zh.fold import fold
from bilat.lang.zh.numbers import read_ordinal
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_KIND = r"(?:领导人非正式会议|领导人会议|领导人会晤|首脑会议|外长会议|外长会|部长级会议|防长会|部长会议|委员会会议|国防部长会议|峰会|论坛|高峰会|高峰会议|理事会会议|理事会|战略对话|高级别对话|对话会|战略安全磋商|混委会|联委会|气候大会|缔约方大会|安全会议|联合国大会|联大|研讨会|外长会晤|定期会晤|经贸会议|贸易会议|友好交流活动|部长级会晤|对话|磋商|会议)"
_ORDINAL = r"(?:第\s?[一二三四五六七八九十百零〇\d]+\s?(?:次|届|轮)|首次|首届|首轮)"
_NUMBERED = re.compile(
    rf"(?P<a>[^,。;:、“”\"\s]{{0,26}}?)(?P<n>{_ORDINAL})(?P<b>[^,。;:、\"\s的]{{0,26}}?{_KIND})(?![长室])"
)
_PLAIN = re.compile(rf"(?P<b>[^,。;:、\s的在于了]{{2,18}}?{_KIND})(?![长室])")
_WORLD = {"UN"}
"""An organisation of all states convenes conferences; it takes no part in them as a side."""
_KINDS = {"commission", "dialogue", "forum", "summit"}
"""Mechanisms between governments or parties; games, fairs and congresses are none."""
_GATHER = re.compile(r"出席|参加|与会|主持|举行|召开|举办|开幕|闭幕|赴|前往|在")
_BETWEEN = re.compile(
    r"国际|全球|世界|亚洲|亚太|东亚|东盟|东协|联合国|欧洲|非洲|阿拉伯|拉美|中亚|金砖|上合|上海合作|二十国|二十国集团|七国|G7|G20|APEC|气候|北约|欧盟|一带一路|独联体|区域|太平洋|印太|安全|核安全|中东|伊斯兰|海合会|不结盟|英联邦|四国|三国|三方|双边"
)
_HOME = re.compile(
    r"全国|中央经济|中央委员会|党组|二十届|十九届|国务院常务|政治局|人大常委会|代表大会|新闻发布|记者会|座谈会|工作会议|全会|党代会|国会常务|立法院|内阁会议|董事会|股东"
)


@dataclass(slots=True)
class Named:
    """A session's name as it stands: span of the whole, the mechanism without its number, the number."""

    start: int
    end: int
    mechanism: str
    ordinal: int | None
    members: tuple[str, ...]


def sessions(ctx: Context, order: int) -> Iterator[Candidate]:
    """The sessions that a sentence tells of."""
    row, groups = ctx.rows[order], ctx.groups[order]
    for named in _names(ctx, row):
        made = _session(ctx, order, row, groups, named)
        if made is not None:
            yield made
    more = _also_there(ctx, order, row, groups)
    if more is not None:
        yield more


_THIS = re.compile(r"(?:此次|本次|该次|这次|这场|该)?(?:会议|峰会|论坛|大会|会)(?!见|谈|晤|面|员|长)")


def _partners(groups: list[Group], subject: Group, named: Named, who: list[Actor]) -> list[Actor]:
    """A 与 B 共同主持…会议: whoever a preposition joins to the subject before the session's name."""
    names = {a.name for a in who}
    return [
        a
        for g in groups
        if subject.end <= g.start and g.end <= named.start and with_prep(g)
        for a in actors_of(g)
        if a.person is not None and a.name not in names
    ]


def _also_there(ctx: Context, order: int, row: Row, groups: list[Group]) -> Candidate | None:
    """除上川外,布林肯、克莱弗利等也出席了此次会议: more people of the session told last."""
    told = [c for c in ctx.found if c.type is EventType.SESSION and not ctx.headline(c.order)]
    last = max([*told[-1:], *([ctx.pending] if ctx.pending else [])], key=lambda c: c.order, default=None)
    if last is None or not 0 < order - last.order <= NEAR:
        return None
    who, at, until = _attending(ctx, row, groups)
    people = [a for a in who if a.person is not None]
    if not people or (last.who and not any(w.actor.person is not None for w in last.who)):
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


def _attending(ctx: Context, row: Row, groups: list[Group]) -> tuple[list[Actor], int, int]:
    """Who is told to attend 此次会议 or to speak 在峰会上, and the span that tells it."""
    start = row.sentence.start
    verb = next(
        (
            i
            for i in row.items
            if i.kind == VERB
            and i.sense == "attend"
            and (_THIS.match(ctx.text[i.end : i.end + 8].lstrip("了")) or _LED.match(ctx.text, start))
        ),
        None,
    )
    if verb is not None:
        for group in left_of(groups, verb.start):
            if (is_subject(group, ctx.text) or group.prep == "由") and actors_of(group):
                return actors_of(group), start, verb.end
    spoke = _SPOKE.search(ctx.text, start, row.sentence.end)
    if spoke is not None:
        for group in left_of(groups, spoke.start()):
            if "," not in ctx.text[group.end : spoke.start()] and is_subject(group, ctx.text) and actors_of(group):
                return actors_of(group), group.start, spoke.end()
    return [], start, start


_SPOKE = re.compile(
    r"在(?:本次|此次|这次|该|此|本届)?(?:年度)?(?:峰会|会议|论坛|对话会|大会)的?(?:开幕式|闭幕式|全会|全体会议|会场)?(?:上|中)[^,。;]{0,30}?(?:发表|致辞|发言|讲话|表示|说|演讲|演说|强调|指出|呼吁)"
)
_LED = re.compile(r"(?:此次|本次|这次|该)?(?:会议|峰会|论坛|大会|会晤|对话)由")
NEAR = 8
"""Sentences within which 此次会议 means the session told before."""


def _names(ctx: Context, row: Row) -> Iterator[Named]:
    text, start, end = ctx.text, row.sentence.start, row.sentence.end
    covered: list[tuple[int, int]] = []
    for hit in row.sentence.hits:
        if hit.entry.mechanism is None or hit.entry.mechanism.kind not in _KINDS:
            continue
        first, last, ordinal = _widen(text, hit.start, hit.end, start, end)
        if ordinal is None and TALK_TAIL.search(hit.entry.text):
            continue
        covered.append((first, last))
        yield Named(first, last, _bare(ctx.raw[first:last]), ordinal, hit.entry.mechanism.members)
    numbered = text.find("第", start, end) >= 0 or text.find("首", start, end) >= 0
    for m in _NUMBERED.finditer(text, start, end) if numbered else ():
        name_start = _name_start(ctx, row, m.start(), m.start("n"))
        if any(a < m.end() and name_start < b for a, b in covered):
            continue
        whole = text[name_start : m.end()]
        if _HOME.search(whole) or _person_inside(row, name_start, m.end()):
            continue
        members = _members(ctx, row, name_start, m.end())
        if len(members) < 2 and not _BETWEEN.search(whole):
            continue
        covered.append((name_start, m.end()))
        yield Named(
            name_start, m.end(), _bare(ctx.raw[name_start : m.end()]), read_ordinal(m.group("n")), tuple(members)
        )
    attended = any(i.kind == VERB and i.sense == "attend" for i in row.items)
    for m in _PLAIN.finditer(text, start, end) if attended else ():
        name_start = _name_start(ctx, row, m.start(), m.end() - 2)
        if m.end() - name_start < 4 or any(a < m.end() and name_start < b for a, b in covered):
            continue
        whole = text[name_start : m.end()]
        if (
            not _ATTENDED.search(text[max(start, name_start - 24) : name_start])
            or _HOME.search(whole)
            or _person_inside(row, name_start, m.end())
        ):
            continue
        members = _members(ctx, row, name_start, m.end())
        if len(members) >= 2 or _BETWEEN.search(whole):
            yield Named(name_start, m.end(), _bare(ctx.raw[name_start : m.end()]), None, tuple(members))


_ATTENDED = re.compile(r"(?:出席|参加|赴会|主持)(?:了)?(?:将在|在)?[^,。;:]{0,16}$|峰会、$|会议、$|论坛、$")
_SET_OUT = re.compile(r"赴(?!会)|离京|启程|乘专机")
_ATTENDS = re.compile(r"出席|参加|与会|主持|召开|举行|赴会")
_LEFT_NUMBER = re.compile(rf"{_ORDINAL}[“\"「]?$")
_RIGHT_NUMBER = re.compile(rf"^[”\"」]?(?P<n>{_ORDINAL})(?:[^,。;:、]{{0,8}}?(?:会议|峰会|会晤|对话|磋商|论坛))?")
_RIGHT_KIND = re.compile(r"^[”\"」]?(?:[^,。;:、\s的]{0,10}?(?:会议|峰会|论坛|高峰论坛|首脑会议|领导人会议|外长会))")


def _widen(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int, int | None]:
    ordinal: int | None = None
    left = _LEFT_NUMBER.search(text[max(low, start - 12) : start])
    if left:
        ordinal = read_ordinal(left.group().rstrip('“"「'))
        start = max(low, start - 12) + left.start()
    right = _RIGHT_NUMBER.match(text[end : min(high, end + 24)])
    if right:
        ordinal = read_ordinal(right.group("n")) or ordinal
        end += right.end()
    else:
        kind = _RIGHT_KIND.match(text[end : min(high, end + 14)])
        if kind:
            end += kind.end()
    return start, end, ordinal


_NUMBER = re.compile(rf"{_ORDINAL}")


def _bare(name: str) -> str:
    """The mechanism: its session's name without the number."""
    folded = fold(name)
    found = _NUMBER.search(folded)
    bare = name[: found.start()] + name[found.end() :] if found else name
    return bare.strip('“”"「」')


def _name_start(ctx: Context, row: Row, first: int, number: int) -> int:
    """Where a session's name begins left of its number: after the last verb, date, place word or particle."""
    at = first
    for item in row.items:
        if item.kind in (VERB, "D", PERSON, OFFICE) and first <= item.start and item.end <= number:
            at = max(at, item.end)
    cut = re.search(r".*(?:[的在于和与了同]|主持|出席|参加|举行|召开)", ctx.text[at:number])
    if cut and number - (at + cut.end()) != 0:
        at += cut.end()
    elif cut:
        at = number
    return at


def _person_inside(row: Row, start: int, end: int) -> bool:
    return any(i.kind == PERSON and i.start < end and start < i.end for i in row.items)


def _members(ctx: Context, row: Row, start: int, end: int) -> list[str]:
    codes = [
        i.actor.country
        for i in row.items
        if i.kind in (COUNTRY, BODY) and start <= i.start and i.end <= end and i.actor and i.actor.country
    ]
    if len(codes) < 2:
        pair = ctx.rules.pair.match(ctx.text, start, end)
        if pair:
            codes = ctx.pair_at(pair.start(), pair.end()) or codes
    return [c for c in codes if c]


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


def _session(ctx: Context, order: int, row: Row, groups: list[Group], named: Named) -> Candidate | None:
    text = ctx.text
    clause_start = max([row.sentence.start, *[c + 1 for c in row.commas if c < named.start]])
    lead = text[max(row.sentence.start, named.start - 40) : named.start]
    if lead.endswith(("向", "给", "致信", "致电", "祝贺")):
        return None
    tail = text[named.end : named.end + 40]
    if not _GATHER.search(lead) and not re.search(r"举行|召开|开幕|闭幕|登场|召集|落幕|于.{1,12}在", tail):
        return None
    between = [i for i in row.items if i.kind == VERB and clause_start <= i.start and i.end <= named.start]
    who: list[Actor] = []
    told: set[str] = set()
    at = named.start
    described = next(
        (
            g
            for g in right_of(groups, named.end)
            if re.fullmatch(r"[^,。;:]{0,24}的", text[named.end : g.start]) and actors_of(g)
        ),
        None,
    )
    if described is not None:
        who = actors_of(described)
    elif any(i.sense in ("meet", "invite") for i in between):
        return None
    else:
        for group in left_of(groups, named.start):
            if is_subject(group, text) or group.prep in {"由"}:
                who = [a for a in actors_of(group) if a.person is not None or not a.named]
                if who:
                    at = group.start
                    who += _partners(groups, group, named, who)
                    break
        if not who and ctx.last_pair and re.search("双方|两国", text[clause_start : named.start]):
            who = ctx.last_pair
            told.add("of the talks")
    first = next((g.end for g in left_of(groups, named.start) if actors_of(g)), clause_start)
    status, marks = status_of(
        ctx, gap_text(ctx, row, first if first > clause_start else window(ctx, row, clause_start), named.start)
    )
    if status is None:
        return None
    marks |= told
    if described is not None:
        marks.add("described")
    chairs = _chairs(ctx, named)
    if chairs and (not who or {c.name for c in chairs} & {a.name for a in who}):
        who = chairs
    if not who:
        who = (
            [a for g in right_of(groups, named.end) for a in actors_of(g) if a.person is not None]
            if re.search("举行|召开|开幕", tail)
            else []
        )
    if not who and 2 <= len(named.members) <= 3:
        who = (_speakers(ctx, named.members) if order <= LEAD else []) or [ctx.country_actor(c) for c in named.members]
        marks.add("countries")
    if not who and not described:
        org = next(
            (i for i in row.items if i.kind == BODY and i.start <= named.start + 1 < i.end and i.entry and i.entry.org),
            None,
        )
        inside = next(
            (h for h in row.sentence.hits if named.start <= h.start < named.end and h.entry.org is not None), None
        )
        if (
            inside is not None
            and inside.entry.org is not None
            and inside.start <= named.start + 1
            and inside.entry.org.code not in _WORLD
        ):
            who = [Actor(ctx.raw[inside.start : inside.end], inside.entry.org.code)]
            marks.add("countries")
        elif org is not None and org.actor is not None and org.actor.country not in _WORLD:
            who = [org.actor]
            marks.add("countries")
    people = [a for a in who if a.named]
    moment = when(ctx, row, named.start, named.end, status)
    if described is None and _under_way_to(text, row, named):
        status, moment = (Status.PLANNED if status is Status.HELD else status), When()
    if status is Status.HELD and ctx.ahead(moment.start):
        status = Status.PLANNED
    made = Candidate(
        EventType.SESSION,
        status,
        [Who(a) for a in people],
        min(at, named.start),
        named.end,
        named.start,
        order,
        marks=marks,
    )
    made.mechanism, made.ordinal = named.mechanism, named.ordinal
    if described is None:
        made.start, made.end = moment.start, moment.end
    made.place = place_of(ctx, row, clause_start, named.start, named.end)
    told_itself = order <= LEAD and moment.day and re.search(r"(?:举行|召开|举办)的[^,。;]{0,4}$", lead)
    if not told_itself and (
        re.search(r"(?:之际|期间|间隙|前夕|上)", text[named.end : named.end + 4])
        or (
            re.search(r"在[^,。;]{0,10}$", lead)
            and not _ATTENDS.search(lead)
            and not re.search("举行|召开|登场|开幕|闭幕|落幕", tail)
        )
    ):
        made.marks.add("occasion")
    return made
