"""Signings: 签署…协议, 发表联合声明, 见证…文件签署. Who signs takes part; where nobody does by name, the countries.

Row → candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bilat.lang.zh.events.arguments import Group, left_of
from bilat.lang.zh.events.candidate import Candidate, Who
from bilat.lang.zh.events.items import BODY, COUNTRY, PERSON, PLACE, Actor, Item, Row
from bilat.lang.zh.events.place import place_of
from bilat.lang.zh.events.sessions import NEAR, WORLD
from bilat.lang.zh.events.when import status_of, when, window
from bilat.lang.zh.events.who import actors_of, gap_text
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_PAPER = (
    r"(?:协议|协定|备忘录|条约|议定书|意向书|联合声明|联合公报|"
    r"联合宣言|共同声明|合作文件|文件|文本|宣言|规划|纲要|换文|"
    r"公报|声明|谅解书|合约|倡议|行动计划|路线图)"
)
_SIGN = re.compile(
    rf"(?P<v>签署|签订|签定|签下|签了|草签|缔结)[^。;]{{0,60}}?{_PAPER}"
    r"|(?:发表|发布|达成|通过|发出|公布|签署)[^,。;]{0,40}?"
    r"(?:联合声明|共同声明|联合公报|联合宣言|联合新闻公报|联合新闻声明|联合文件|共同文件|联合[^,。;]{0,8}计划)"
    rf"|{_PAPER}[^,。;]{{0,8}}?(?:的)?(?:签署|交换|签字|签约)(?:仪式|活动)?"
)
_ANY_PAPER = re.compile("签|缔结|交换|联合(?:声|公|宣|新闻|文件|[^,。;]{0,8}计划)|共同(?:声明|文件)")
"""What no signing is told without; a quick look before the long one."""
_OWN = re.compile(r"主席令|总统令|行政命令|行政令|法案|法令|命令|公约|决议|预算案|请愿|公开信|联署|联名")
_THAT = re.compile(f"(?:签署|签订|达成)(?:了)?(?:此|该|这[一项份]?)[项份]?{_PAPER}")
"""签署该协议 speaks of one told before."""
_FIRST_TO = re.compile("的(?!签)[^,。;]{0,8}(?:国家|之一|伙伴|政府)")
"""第一个签订贸易协定的国家: told of the country."""
_PROSPECT = re.compile(
    "的(?!签)[^,。;的]{0,4}(?:动力|努力|建议|提议|机会|障碍|前提|可能|谈判|条件|目标|希望|讨论|压力|前景|意愿|意向|呼声|要求|愿望)"
)
"""签署协议的努力: a paper that is not there yet."""
_WITNESS = re.compile(r"见证|共同出席|交换|出席|监签")
_FIRM = re.compile(r"公司|企业|集团|银行|大学|学院|球队|俱乐部")
"""Signers that are no country."""
_FOLLOWS = re.compile(r"(?:会谈|会见|会晤|会)(?:结束)?后|会谈期间|会上")
_AFTER_TALKS = re.compile(r"[^,。]{0,2}(?:会谈|会晤|会见|会)(?:结束)?后")
_SIGNED_BEFORE = re.compile("签署的|签订的|签定的|签的")
_ANNIVERSARY = re.compile("[^,。;]{0,4}周年")
_STATEMENT = re.compile("声明|公报|宣言")
_BOTH = re.compile(r"双方|两国|三国|三方|中方|我国|两党")
_OFFICES = re.compile(
    r"(?:[两三]国|双方)(?:元首|领导人|总理|防长|外长|总统|首脑|国防部长|外交部长|部长)|两人|二人|两位"
)
"""Those who met issue it themselves: 三国防长发表联合声明."""
_TITLE = re.compile(r"《([^《》]{2,80})》")
_QUOTED = re.compile(r"“([^“”]{4,60}(?:协议|协定|备忘录|条约|声明|宣言|公报|倡议|规划|计划|纲要|文件))”")
_NOUN = re.compile(
    r"(?:签署|签订|签定|发表|发布)(?:了)?(?!的)([^,。;《》“”、]{2,30}?(?:协议|协定|备忘录|条约|联合声明|联合公报|联合宣言|共同声明))"
)
_MANY = re.compile(
    r"多项|数十|十多|系列|一系列|\d+项|\d+份|[一二三四五六七八九十]+项|[一二三四五六七八九十]+份|多份|等领域|领域|几十|首批"
)


_SOME = re.compile("^(?:一[个個份项項]|[这這]?[份项項]|[该該]|[两兩][国國]|[双雙]方)")
"""Words before a paper's name that are no part of it."""


_ISSUED = re.compile(
    r"(?:会议|峰会|大会|对话会|与会[^,。;《]{0,4})(?:还|并|也|一致|共同|审议|讨论)*(?:发表|通过|发布|达成)(?:了|并发表)?"
    r"(?=《[^《》]{0,60}(?:宣言|声明|公报|行动计划|共识|倡议|路线图|纲要)[^《》]{0,16}》)"
)
"""会议发表《…宣言》: who meets issues it."""


def signings(ctx: Context, order: int) -> Iterable[Candidate]:
    """The signings that a sentence tells of."""
    start, end = ctx.sentences[order].start, ctx.sentences[order].end
    if _ANY_PAPER.search(ctx.text, start, end) is not None:
        found = list(_signings(ctx, order, start, end))
        if found:
            return found
    return () if ctx.last_session is None else _issued(ctx, order, ctx.last_session, start, end)


def _issued(ctx: Context, order: int, session: Candidate, start: int, end: int) -> Iterator[Candidate]:
    """What the session told before issues: its signers are the countries of those who attend."""
    verb = _ISSUED.search(ctx.text, start, end)
    if verb is None or ctx.headline(order) or session.status is not Status.HELD:
        return
    every = [c for c in ctx.found if c.type is EventType.SESSION]
    told = [c for c in every if c.mechanism == session.mechanism]
    if order - session.order > NEAR and len(told) < len(every):
        return
    codes = dict.fromkeys(w.actor.country for c in told for w in c.who if w.actor.person is not None)
    who = [Who(ctx.country_actor(code)) for code in codes if code]
    if len(who) < 2:
        return
    days = next(((c.start, c.end) for c in told if c.start), (None, None))
    until = ctx.text.index("》", verb.end()) + 1
    made = Candidate(EventType.SIGNING, Status.HELD, who, verb.start(), until, verb.start(), order, *days)
    made.documents = _documents(ctx, verb.start(), until)
    made.marks = {"countries", "statement"}
    yield made


def _signings(ctx: Context, order: int, start: int, end: int) -> Iterator[Candidate]:
    for found in _SIGN.finditer(ctx.text, start, end):
        made = _signing(ctx, order, ctx.row(order), ctx.groups(order), found.start(), found.end())
        if made is not None:
            yield made


def _signing(ctx: Context, order: int, row: Row, groups: list[Group], start: int, end: int) -> Candidate | None:
    text = ctx.text
    if (
        _FIRST_TO.match(text, end)
        or _PROSPECT.match(text, end)
        or _THAT.search(text, start, end)
        or _OWN.search(text, start, end)
        or _FIRM.search(text, max(row.sentence.start, start - 24), start)
    ):
        return None
    clause_start = row.clause_start(start)
    who, at = _signers(ctx, row, groups, clause_start, start, end)
    if len({a.country for a in who if a.country}) < 2:
        return None
    status, marks = status_of(ctx, gap_text(ctx, row, window(ctx, row, clause_start), start))
    told = ctx.rules.modals(text[start:end])
    if status is None or "deny" in told or "cancel" in told:
        return None
    signers = min(at, start) if status is Status.PLANNED else None
    moment = when(ctx, row, start, end, status, signers)
    if moment.start is None and "background" in ctx.rules.modals(ctx.text[_clause_before(row, clause_start) : start]):
        marks.add("past")
    made = Candidate(
        EventType.SIGNING,
        status,
        [Who(a) for a in who],
        min(at, start),
        end,
        start,
        order,
        moment.start,
        moment.end,
        marks=marks,
    )
    made.place = place_of(ctx, row, clause_start, start, end)
    if _SIGNED_BEFORE.search(text, start, start + 6) or _ANNIVERSARY.match(text, end, end + 8):
        made.marks.add("occasion")
    if _FOLLOWS.search(text, row.sentence.start, start) or _WITNESS.search(text, clause_start, end):
        made.marks.add("after talks")
    if _STATEMENT.search(text, start, end):
        made.marks.add("statement")
    made.documents = _documents(ctx, start, end)
    if not any(a.person is not None for a in who):
        made.marks.add("countries")
    return made


def _clause_before(row: Row, clause: int) -> int:
    """Where the clause before another begins."""
    return max([row.sentence.start, *[c + 1 for c in row.commas if c < clause - 1]])


def _signers(
    ctx: Context, row: Row, groups: list[Group], clause_start: int, start: int, end: int
) -> tuple[list[Actor], int]:
    """Who signs: two or more people of different countries named before the verb, else the countries named there,
    else, for 双方 and 两国, the countries the article is about."""
    text = ctx.text
    witnessed = bool(_WITNESS.search(text, clause_start, end))
    people: dict[str, Actor] = {}
    at = start
    for group in left_of(groups, start):
        if text[group.end : start].count(",") > 1:
            break
        for actor in actors_of(group):
            if actor.named:
                people.setdefault(actor.name, actor)
                at = min(at, group.start)
    pair = _pair(ctx, row, clause_start, start)
    near = at >= clause_start or pair is None
    if not witnessed and near and len({a.country for a in people.values()}) > 1:
        return list(people.values()), at
    partner = _partner_country(ctx, row, clause_start, start, {a.country for a in people.values()})
    if not witnessed and partner is not None and at >= clause_start and len({a.country for a in people.values()}) == 1:
        return [*people.values(), partner], at
    if not witnessed and ctx.last_pair and _OFFICES.search(text, clause_start, start):
        return ctx.last_pair, min(at, clause_start)
    if (
        not people
        and ctx.last_pair
        and not _BOTH.search(text, clause_start, start)
        and _AFTER_TALKS.match(text, clause_start, start)
    ):
        return ctx.last_pair, clause_start
    return _countries(ctx, row, list(people.values()), (clause_start, start, end), at, witnessed=witnessed)


def _pair(ctx: Context, row: Row, clause: int, start: int) -> re.Match[str] | None:
    """中越将签署…: short forms of two countries before a verb, and no part of somebody's name."""
    pair = ctx.rules.signing_pair.search(ctx.text, clause, start + 2)
    if pair is not None and any(i.start <= pair.start() < i.end for i in row.items if _is_longer(i)):
        return None
    return pair


def _is_longer(item: Item) -> bool:
    """Whether an item is a name of which a short form may be a part: 肯亚."""
    return item.kind == PERSON or (item.kind in (COUNTRY, PLACE) and item.end - item.start > 1)


def _partner_country(ctx: Context, row: Row, clause: int, start: int, own: set[str | None]) -> Actor | None:
    """部长与某国当局签署…: the country that a preposition joins to who signs."""
    for item in row.items:
        if item.kind != COUNTRY or not clause < item.start < start or item.actor is None or not item.actor.country:
            continue
        joined = ctx.text[item.start - 1] in "与同和跟"
        if joined and item.actor.country not in own and _ITSELF.match(ctx.text, item.end):
            return ctx.country_actor(item.actor.country)
    return None


_ITSELF = re.compile("(?:政府|当局|方面|正式|共同|今天|昨天|\\d{1,2}日|在|于|,|了|签|达|发|就)")
"""What follows a country that acts itself, and no office or body of it."""


def _countries(
    ctx: Context, row: Row, people: list[Actor], spans: tuple[int, int, int], at: int, *, witnessed: bool
) -> tuple[list[Actor], int]:
    """The countries that sign: two named in the clause, else those the article is about. `spans` holds where the
    clause starts, where the verb starts and where the papers' names end."""
    text, (clause, start, end) = ctx.text, spans
    pair, with_side = _pair(ctx, row, clause, start), _WITH_SIDE.search(text, clause, start)
    named, first = _named_before(ctx, row, spans)
    if with_side is not None and len(named) < 2:
        codes = (_going_on(row, clause, first), ctx.short_country(with_side[1]))
        named = {code: ctx.country_actor(code) for code in codes if code is not None} | named
        first = min(first, with_side.start())
    if pair and len(named) < 2:
        for code in ctx.pair_at(pair.start(), pair.end()):
            named.setdefault(code, ctx.country_actor(code))
        first = min(first, pair.start())
    listed = _listed(ctx, row, clause, start)
    if len(listed) > 2:
        return listed, first
    both = _BOTH.search(text, clause, start)
    three = _three(ctx, row) if both is not None and both.group().startswith("三") else []
    if three:
        return [ctx.country_actor(c) for c in three], min(first, clause)
    if len(named) == 2 and (pair is not None or both is None or with_side is not None):
        return list(named.values()), first
    codes = (_of_contact(ctx, row, clause) if both is not None else []) or ctx.sides()
    if len(codes) < 2 and witnessed:
        codes = [c for c in dict.fromkeys(a.country for a in people) if c]
    if len(codes) >= 2 and (_BOTH.search(text, clause, end) or witnessed or not people):
        sides = [ctx.country_actor(c) for c in codes[:2]]
        return sides, both.start() if both else min(at, clause if witnessed else start)
    return (list(named.values()), first) if len(named) == 2 else ([], start)


def _named_before(ctx: Context, row: Row, spans: tuple[int, int, int]) -> tuple[dict[str, Actor], int]:
    """The countries, governments and organisations of states in the clause, by their codes, and where they begin."""
    text, (clause, start, end) = ctx.text, spans
    named: dict[str, Actor] = {}
    first = start
    for item in row.items:
        if item.kind == COUNTRY and item.actor and item.actor.country and clause <= item.start < end:
            named.setdefault(item.actor.country, ctx.country_actor(item.actor.country))
            first = min(first, item.start)
        elif item.kind == BODY and clause <= item.start < start and item.actor and _is_party(ctx, row, item):
            named.setdefault(item.actor.country or item.actor.name, _as_party(ctx, item.actor))
            first = min(first, item.start)
        elif item.kind == PLACE and clause <= item.start < start and _GOVERNMENT.match(text, item.end):
            code = _seat_of(ctx, item)
            if code is not None and not _AT.search(text, clause, item.start):
                named.setdefault(code, ctx.country_actor(code))
    return named, first


_WITH_SIDE = re.compile("[与同和跟]([一-鿿])方")
"""某国政府与中方签署: the side with its short name."""


def _going_on(row: Row, clause: int, first: int) -> str | None:
    """某国与邻国建交,并与中方签署: the country that the sentence begins with, where a later clause names no other."""
    begins = row.items[0] if row.items else None
    if first < clause or begins is None or begins.kind != COUNTRY or begins.start != row.sentence.start:
        return None
    return begins.actor.country if begins.actor is not None and begins.start < clause else None


def _of_contact(ctx: Context, row: Row, clause: int) -> list[str]:
    """总统访问邻国,双方签署…: the two countries of the visit or talks that the clause before tells."""
    for contact in reversed(ctx.found):
        if contact.type in _CONTACTS and row.sentence.start <= contact.trigger < clause:
            codes = [c for c in dict.fromkeys((*(w.actor.country for w in contact.who), contact.host)) if c]
            return codes if len(codes) == 2 else []
    return []


_CONTACTS = (EventType.VISIT, EventType.MEETING, EventType.CALL)


def _three(ctx: Context, row: Row) -> list[str]:
    """中日韩部长会议举行,三方签署…: the three whom short forms name in the sentence."""
    for found in ctx.rules.pair.finditer(ctx.text, row.sentence.start, row.sentence.end):
        codes = ctx.pair_at(found.start(), found.end())
        if len(set(codes)) == 3 and all(c in ctx.countries for c in codes):
            return codes
    return []


_GOVERNS = ("政府", "当局")


def _is_party(ctx: Context, row: Row, item: Item) -> bool:
    """欧盟与越南签署…: whether an organisation of states, or a government, signs itself."""
    if item.actor is not None and item.actor.country and ctx.text.endswith(_GOVERNS, item.start, item.end):
        return True
    org = item.entry.org if item.entry is not None else None
    if org is None or org.code in WORLD:
        return False
    beside = any(other.kind == COUNTRY and other.start == item.end for other in row.items)
    return beside or _SIGNS.match(ctx.text, item.end) is not None


_SIGNS = re.compile(rf"{_ITSELF.pattern}|[与和同跟、]")


def _listed(ctx: Context, row: Row, clause: int, start: int) -> list[Actor]:
    """日本、英国和意大利将签署…: the countries and organisations named one after the other before a verb."""
    run: list[Item] = []
    for item in row.items:
        if clause <= item.start < start and (item.kind == COUNTRY or _is_party(ctx, row, item)):
            if run and not _JOINED.fullmatch(ctx.text, run[-1].end, item.start):
                run = []
            run.append(item)
    named = {i.actor.country: i for i in reversed(run) if i.actor and i.actor.country}
    return [
        ctx.country_actor(c) if i.kind == COUNTRY else _as_party(ctx, i.actor)
        for c, i in reversed(named.items())
        if i.actor
    ]


_JOINED = re.compile("(?:政府|当局)?(?:[^,。;、]{0,6}[日天])?(?:、|和|及|与|以及|同|跟)")


def _as_party(ctx: Context, actor: Actor) -> Actor:
    """A government as its country, an organisation as itself."""
    return ctx.country_actor(actor.country) if actor.country and actor.name.endswith(_GOVERNS) else actor


_GOVERNMENT = re.compile("与|和|同|跟|、|[^,。;]{0,8}(?:签|达成|发表)")
_AT = re.compile("(?:在|于|抵达|访问|前往|赴)[^,。;]{0,6}$")


def _seat_of(ctx: Context, item: Item) -> str | None:
    """台北与华盛顿签署…: the country whose capital a place is."""
    place = item.entry.place if item.entry is not None else None
    if place is None or not place.country or place.name != ctx.rules.capitals.get(place.country):
        return None
    return place.country


def _documents(ctx: Context, start: int, end: int) -> list[str]:
    """The papers' names as written between a verb and the end of its clause."""
    text = ctx.text
    stop = min([p for p in (text.find("。", start), text.find("\n", start)) if p >= 0] or [end])
    named = [ctx.raw[m.start(1) : m.end(1)] for m in _TITLE.finditer(text, start, max(stop, end))]
    if not named:
        named = [ctx.raw[m.start(1) : m.end(1)] for m in _QUOTED.finditer(text, start, max(stop, end))]
    if not named and not _MANY.search(text, start, end):
        noun = _NOUN.search(text, start, end)
        if noun:
            named = [_SOME.sub("", ctx.raw[noun.start(1) : noun.end(1)])]
    return list(dict.fromkeys(named))
