"""Messages: 致电祝贺, 向…致慰问电, 互致贺电, 复信, 口信. One for each recipient; exchanged ones are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bilat.lang.zh.events.arguments import Group, left_of, right_of
from bilat.lang.zh.events.candidate import Candidate, Who
from bilat.lang.zh.events.items import BODY, COUNTRY, VERB, Actor, Item, Row
from bilat.lang.zh.events.mechanisms import bare_name, ordinal_in
from bilat.lang.zh.events.when import status_of, when
from bilat.lang.zh.events.who import earlier_subject
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_WRITTEN = re.compile(r"贺|唁|慰问|祝贺|祝愿|哀悼|感谢|复信|回信|信|口信|函|悼")
_MUTUAL = re.compile(r"互致|互发|互送|互通(?:贺|信)|互相致")
_PHONE = re.compile(r"通话|电话|通电")
_RECEIVED = re.compile(r"(?:收到|接获|接到)")
_NOUN = "电信词辞函"
_SENT = re.compile(r"致(?!以|词|辞)|发|送|互|给|复|回|捎|带去|转交|递交|亲署")
"""What must stand before 贺电, 贺信, 口信 for one to have been sent."""
_CONFERENCE = re.compile(
    r"(?:向|致(?:信|函|电)(?:祝贺)?)(?P<c>[^,。;]{4,40}?(?:论坛|会议|大会|对话|峰会|博览会|研讨会|活动|年|节|展|大赛|开幕式))"
)
_WIDE = re.compile(r"国际|世界|全球|亚洲|东盟|非洲|阿拉伯|拉美|金砖|上合|上海合作|联合国|欧洲|中亚")
_MANY = re.compile(r"(?:[多各]国|外国|一些国家|世界各国|国际)[^,。;]{0,12}(?:领导人|领袖|政要|元首|负责人|人士)")
_THEY_ARE = re.compile(r"\s*(?:他们|她们)(?:分别)?是[:,]?|\s*(?:他们|其中)(?:包括|有)[:,]?")
_BODY_KINDS = {"party", "parliament", "union", "government", "head_of_state"}


def _actors(ctx: Context, group: Group) -> list[Actor]:
    out: dict[str, Actor] = {}
    for item in group.items:
        if item.actor is None or item.kind == COUNTRY:
            continue
        if item.kind == BODY and _OFFICE.match(ctx.text, item.end):
            continue
        if (
            item.kind == BODY
            and item.entry is not None
            and item.entry.body is not None
            and item.entry.body.kind not in _BODY_KINDS
        ):
            continue
        out.setdefault(item.actor.name, item.actor)
    return list(out.values())


_OFFICE = re.compile(r"总?书记|主席|委员长|议长|总统|总理|首相|国王|部长|主任|秘书长|领导人")
"""越共中央总书记: a body with one of these after it stands for its holder."""


def messages(ctx: Context, order: int) -> Iterable[Candidate]:
    """The messages that a sentence tells of."""
    if "message" not in ctx.senses[order]:
        return ()
    start, end = ctx.sentences[order].start, ctx.sentences[order].end
    if not _WRITTEN.search(ctx.text, start, end) or _PHONE.search(ctx.text, start, end):
        return ()
    return _messages(ctx, order)


def _messages(ctx: Context, order: int) -> Iterator[Candidate]:
    row, groups = ctx.row(order), ctx.groups(order)
    verbs = [i for i in row.items if i.kind == VERB and i.sense == "message"]
    done: set[frozenset[str]] = set()
    for verb in verbs:
        for made in _message(ctx, order, row, groups, verb):
            if made.names() not in done or made.at >= row.sentence.end:
                done.add(made.names())
                yield made


def _message(ctx: Context, order: int, row: Row, groups: list[Group], verb: Item) -> Iterator[Candidate]:
    text = ctx.text
    clause_start = row.clause_start(verb.start)
    if (
        verb.end - verb.start == 2
        and text[verb.end - 1] in _NOUN
        and text[verb.start] not in "致复回来去电函"
        and not _SENT.search(text, max(clause_start, verb.start - 8), verb.start)
    ):
        return
    left = [g for g in left_of(groups, verb.start) if _actors(ctx, g)]
    if _MUTUAL.search(text, max(clause_start, verb.start - 6), verb.end):
        both: dict[str, Actor] = {}
        for group in left[:2]:
            for actor in _actors(ctx, group):
                both.setdefault(actor.name, actor)
        yield from _mutual(
            ctx, order, row, list(both.values()), verb, min((g.start for g in left[:2]), default=verb.start)
        )
        return
    to = [g for g in left if g.prep in ("向", "给", "就") and g.prep != "就" and g.start >= clause_start - 40]
    right = [
        g
        for g in right_of(groups, verb.end)
        if _actors(ctx, g) and "," not in text[verb.end : g.start] and len(text[verb.end : g.start]) < 24
    ]
    toward = to[0] if to else (right[0] if right else None)
    if toward is None:
        yield from _to_conference(ctx, order, row, left, verb)
        return
    if not left and _MANY.search(text, row.sentence.start, verb.start):
        yield from _from_each(ctx, order, row, verb, toward)
        return
    senders = [g for g in left if g is not toward and g.prep in ("", "代表", "和", "与", "同")]
    sender = _actors(ctx, senders[0]) if senders else earlier_subject(ctx, order)
    if _RECEIVED.search(text, clause_start, verb.start) and not to:
        return
    recipients = _actors(ctx, toward)
    if len(groups) > 2 and to:
        recipients = _more(ctx, left, toward, recipients)
    at = min(senders[0].start if senders else verb.start, toward.start, verb.start)
    for one in recipients:
        if not sender or one.country == sender[0].country or one.name == sender[0].name:
            continue
        yield from _make(
            ctx,
            order,
            row,
            [Who(s, "sender") for s in sender] + [Who(one, "recipient")],
            verb,
            at,
            max(verb.end, toward.end),
        )


def _from_each(ctx: Context, order: int, row: Row, verb: Item, toward: Group) -> Iterator[Candidate]:
    """多国领导人致电丙。他们是：甲、乙……: one message of each person on the list."""
    recipients = _actors(ctx, toward)
    if order + 1 >= len(ctx.sentences) or len(recipients) != 1:
        return
    after = ctx.sentences[order + 1]
    if not _THEY_ARE.match(ctx.text, after.start, after.end):
        return
    for group in ctx.groups(order + 1):
        for one in _actors(ctx, group):
            if one.country is not None and one.country != recipients[0].country:
                who = [Who(one, "sender"), Who(recipients[0], "recipient")]
                yield from _make(ctx, order, row, who, verb, verb.start, max(verb.end, toward.end))
                yield from _make(ctx, order, row, who, verb, group.start, group.end)


def _to_conference(ctx: Context, order: int, row: Row, left: list[Group], verb: Item) -> Iterator[Candidate]:
    """习近平向中美旅游高层对话致信: the sender alone and the conference, when it is one between countries."""
    found = _CONFERENCE.search(ctx.text, row.sentence.start, verb.end)
    found = found or _CONFERENCE.match(ctx.text, verb.start, row.sentence.end)
    if found is None or not left:
        return
    codes = {
        i.actor.country
        for i in row.items
        if i.kind in (COUNTRY, BODY) and found.start() <= i.start < found.end() and i.actor
    }
    pair = ctx.rules.pair.search(ctx.text, found.start("c"), found.end("c"))
    if pair is not None:
        codes |= set(ctx.pair_at(pair.start(), pair.end()))
    sender = next((g for g in left if g.end <= found.start() and g.prep == ""), None)
    if sender is None or (len({c for c in codes if c}) < 2 and not _WIDE.search(found.group("c"))):
        return
    who = [Who(s, "sender") for s in _actors(ctx, sender)]
    start, end = _conference(ctx, row, found)
    for made in _make(ctx, order, row, who, verb, sender.start, verb.end):
        made.mechanism, made.ordinal = bare_name(ctx, start, end), ordinal_in(ctx.text[start:end])
        yield made


_NAME_ENDS = {"向": re.compile("致|发(?!展|起)|[,。;]"), "致": re.compile("[,。;]|(?:的)?(?:开幕|召开|举行|举办|成立)")}
"""What follows a conference's name behind 向 and behind 致信."""


def _conference(ctx: Context, row: Row, found: re.Match[str]) -> tuple[int, int]:
    """The name of the conference that a letter is addressed to: to the end, where it holds several words for one."""
    low = found.end("c") if found.group()[0] == "致" else found.start("c") + 4
    ends = _NAME_ENDS[found.group()[0]].search(ctx.text, low, row.sentence.end)
    return found.start("c"), max(found.end("c"), ends.start()) if ends is not None else found.end("c")


def _more(ctx: Context, left: list[Group], toward: Group, recipients: list[Actor]) -> list[Actor]:
    """Groups between 向 and the verb that go on the list of recipients."""
    names = {a.name for a in recipients}
    for group in left:
        if (
            group.start > toward.end
            and "," not in ctx.text[toward.end : group.start]
            and group.prep in ("", "和", "与")
        ):
            recipients = recipients + [a for a in _actors(ctx, group) if a.name not in names]
    return recipients


def _mutual(ctx: Context, order: int, row: Row, both: list[Actor], verb: Item, at: int) -> Iterator[Candidate]:
    if len(both) > 1 and len({a.country for a in both}) > 1:
        yield from _make(ctx, order, row, [Who(a, "both") for a in both], verb, at, verb.end)


def _make(ctx: Context, order: int, row: Row, who: list[Who], verb: Item, at: int, until: int) -> Iterator[Candidate]:
    status, marks = status_of(ctx, ctx.text[max(at, verb.start - 4) : verb.start])
    if status is None:
        return
    if any(not w.actor.named for w in who):
        marks.add("unnamed")
    moment = when(ctx, row, verb.start, verb.end, Status.HELD)
    yield Candidate(
        EventType.MESSAGE, Status.HELD, who, at, until, verb.start, order, moment.start, moment.end, marks=marks
    )
