"""Signings: 签署…协议, 发表联合声明, 见证…文件签署. Who signs takes part; where nobody does by name, the countries.

Row → candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bilat.lang.zh.events.arguments import Group, left_of
from bilat.lang.zh.events.candidate import Candidate, Who
from bilat.lang.zh.events.items import COUNTRY, Actor, Row
from bilat.lang.zh.events.place import place_of
from bilat.lang.zh.events.when import status_of, when, window
from bilat.lang.zh.events.who import actors_of, gap_text
from bilat.model import EventType

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_PAPER = (
    r"(?:协议|协定|备忘录|条约|议定书|意向书|联合声明|联合公报|"
    r"联合宣言|共同声明|合作文件|文件|文本|宣言|规划|纲要|换文|"
    r"公报|声明|谅解书|合约|倡议|行动计划|路线图)"
)
_SIGN = re.compile(
    rf"(?P<v>签署|签订|签定|签下|签了|草签|缔结)[^。;]{{0,60}}?{_PAPER}"
    rf"|(?:发表|发布|达成|通过|发出|公布|签署)[^,。;]{{0,40}}?(?:联合声明|共同声明|联合公报|联合宣言|联合新闻公报|联合新闻声明|联合文件|共同文件)"
    rf"|{_PAPER}[^,。;]{{0,8}}?(?:的)?(?:签署|交换|签字|签约)(?:仪式|活动)?"
)
_OWN = re.compile(r"主席令|总统令|行政命令|行政令|法案|法令|命令|公约|决议|预算案|请愿|公开信|联署|联名")
_WITNESS = re.compile(r"见证|共同出席|交换|出席|监签")
_FIRM = re.compile(r"公司|企业|集团|银行|大学|学院|球队|俱乐部")
"""Signers that are no country."""
_FOLLOWS = re.compile(r"(?:会谈|会见|会晤|会)(?:结束)?后|会谈期间|会上")
_BOTH = re.compile(r"双方|两国|三国|三方|中方|我国|两党")
_OFFICES = re.compile(
    r"(?:[两三]国|双方)(?:元首|领导人|总理|防长|外长|总统|首脑|国防部长|外交部长|部长)|两人|二人|两位"
)
"""Those who met issue it themselves: 三国防长发表联合声明."""
_TITLE = re.compile(r"《([^《》]{2,80})》")
_QUOTED = re.compile(r"“([^“”]{4,60}(?:协议|协定|备忘录|条约|声明|宣言|公报|倡议|规划|计划|纲要|文件))”")
_NOUN = re.compile(
    r"(?:签署|签订|签定|发表|发布)(?:了)?([^,。;《》“”、]{2,30}?(?:协议|协定|备忘录|条约|联合声明|联合公报|联合宣言|共同声明))"
)
_MANY = re.compile(
    r"多项|数十|十多|系列|一系列|\d+项|\d+份|[一二三四五六七八九十]+项|[一二三四五六七八九十]+份|多份|等领域|领域|几十|首批"
)


_SOME = re.compile("^(?:一[个個份项項]|[这這]?[份项項]|[该該]|[两兩][国國]|[双雙]方)")
"""Words before a paper's name that are no part of it."""


def signings(ctx: Context, order: int) -> Iterator[Candidate]:
    """The signings that a sentence tells of."""
    row, groups = ctx.rows[order], ctx.groups[order]
    for found in _SIGN.finditer(ctx.text, row.sentence.start, row.sentence.end):
        made = _signing(ctx, order, row, groups, found.start(), found.end())
        if made is not None:
            yield made


def _signing(ctx: Context, order: int, row: Row, groups: list[Group], start: int, end: int) -> Candidate | None:
    text = ctx.text
    if _OWN.search(text, start, end) or _FIRM.search(text, max(row.sentence.start, start - 24), start):
        return None
    clause_start = row.clause_start(start)
    who, at = _signers(ctx, row, groups, clause_start, start, end)
    if len({a.country for a in who if a.country}) < 2:
        return None
    status, marks = status_of(ctx, gap_text(ctx, row, window(ctx, row, clause_start), start))
    told = ctx.rules.modals(text[start:end])
    if status is None or "deny" in told or "cancel" in told:
        return None
    moment = when(ctx, row, start, end, status)
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
    if re.search("签署的|签订的|签定的|签的", text[start : start + 6]) or re.match(
        "[^,。;]{0,4}周年", text[end : end + 8]
    ):
        made.marks.add("occasion")
    if _FOLLOWS.search(text, row.sentence.start, start) or _WITNESS.search(text, clause_start, end):
        made.marks.add("after talks")
    if re.search("声明|公报|宣言", text[start:end]):
        made.marks.add("statement")
    made.documents = _documents(ctx, start, end)
    if not any(a.person is not None for a in who):
        made.marks.add("countries")
    return made


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
    pair = ctx.rules.signing_pair.search(text, clause_start, start + 2)
    near = at >= clause_start or pair is None
    if not witnessed and near and len({a.country for a in people.values()}) > 1:
        return list(people.values()), at
    if not witnessed and ctx.last_pair and _OFFICES.search(text, clause_start, start):
        return ctx.last_pair, min(at, clause_start)
    if (
        not people
        and ctx.last_pair
        and not _BOTH.search(text, clause_start, start)
        and re.match(r"[^,。]{0,2}(?:会谈|会晤|会见|会)(?:结束)?后", text[clause_start:start])
    ):
        return ctx.last_pair, clause_start
    return _countries(ctx, row, list(people.values()), (clause_start, start, end), at, witnessed=witnessed)


def _countries(
    ctx: Context, row: Row, people: list[Actor], spans: tuple[int, int, int], at: int, *, witnessed: bool
) -> tuple[list[Actor], int]:
    """The countries that sign: two named in the clause, else those the article is about. `spans` holds where the
    clause starts, where the verb starts and where the papers' names end."""
    text, (clause, start, end) = ctx.text, spans
    pair = ctx.rules.signing_pair.search(text, clause, start + 2)
    named: dict[str, Actor] = {}
    first = start
    for item in row.items:
        if item.kind == COUNTRY and item.actor and item.actor.country and clause <= item.start < end:
            named.setdefault(item.actor.country, ctx.country_actor(item.actor.country))
            first = min(first, item.start)
    if pair and len(named) < 2:
        for code in ctx.pair_at(pair.start(), pair.end()):
            named.setdefault(code, ctx.country_actor(code))
        first = min(first, pair.start())
    both = _BOTH.search(text, clause, start)
    if len(named) == 2 and (pair is not None or both is None):
        return list(named.values()), first
    codes = ctx.sides()
    if len(codes) < 2 and witnessed:
        codes = [c for c in dict.fromkeys(a.country for a in people) if c]
    if len(codes) >= 2 and (_BOTH.search(text, clause, end) or witnessed or not people):
        sides = [ctx.country_actor(c) for c in codes[:2]]
        return sides, both.start() if both else min(at, clause if witnessed else start)
    return (list(named.values()), first) if len(named) == 2 else ([], start)


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
