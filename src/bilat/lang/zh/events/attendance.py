"""Who attends a session, as a sentence that names it tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.events.arguments import Group, is_subject, left_of, people_groups, right_of
from bilat.lang.zh.events.items import Actor
from bilat.lang.zh.events.who import actors_of

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_ATTEND = re.compile(r"出席|参加|与会|赴会|主持|召集|召开|主办|举行")
_NOT = re.compile(r"不|未|没|缺席|无法|拒绝|取消|通过视频|曾|去年|上届|上次")
_SPOKE = re.compile(
    r"(?:的?(?:开幕式|闭幕式|全会|全体会议|会场|开场白|开幕致辞|开幕词|讲话|间隙)?)(?:上|中|里)[^。;]{0,40}?"
    r"(?:致辞|致词|发表|表示|说|强调|指出|呼吁|警告|演讲|演说|讲话|发言|重申|称|宣布|承诺)"
)
_LISTED = re.compile(r"的[^,。;:]{0,8}:")
_OPENED = re.compile(r"(?:宣布|主持)[^,。;]{0,4}$")
REACH = 30
"""Characters between 出席 and the session's name."""


def attending(ctx: Context, order: int, start: int, end: int, *, goes_on: bool = False) -> list[Actor]:
    """The people whom the sentence that names a session at `start`:`end` tells to be there; one that goes on about a
    session need not name it."""
    groups = people_groups(ctx.row(order), ctx.text)
    sentence = ctx.sentences[order]
    found = _by_verb(ctx, groups, (sentence.start, sentence.end), (start, end), goes_on=goes_on)
    spoke = _SPOKE.match(ctx.text, end, sentence.end)
    if spoke is not None:
        found += _speaking(ctx, groups, start, end, spoke.end())
    if _OPENED.search(ctx.text, sentence.start, start):
        found += _subject(ctx, groups, sentence.start, start)
    listed = _LISTED.match(ctx.text, end, sentence.end)
    if listed is not None:
        found += [a for g in right_of(groups, listed.end()) for a in actors_of(g)]
    return [a for a in found if a.person is not None]


_IN_TURN = re.compile(r"轮值主席国?(?:的|,|,?[^,。;]{0,4}的)?")


def in_turn(ctx: Context) -> list[Actor]:
    """轮值主席国,印度总理莫迪: who holds the chair this year."""
    first = {m.phrase_start: m for m in ctx.people.mentions if not ctx.quoted(m.start)}
    said = [first.get(found.end()) for found in _IN_TURN.finditer(ctx.text)]
    people = ctx.people.persons
    return [Actor(people[m.person].name, people[m.person].country, m.person) for m in said if m is not None]


def _by_verb(
    ctx: Context, groups: list[Group], sentence: tuple[int, int], name: tuple[int, int], *, goes_on: bool
) -> list[Actor]:
    """The subject of 出席 and 主持, before the name or behind it."""
    out: list[Actor] = []
    low, high = max(sentence[0], name[0] - WINDOW), min(sentence[1], name[1] + WINDOW)
    for verb in _ATTEND.finditer(ctx.text, low, high):
        near = goes_on or verb.group() in _WITHOUT_NAME or 0 <= name[0] - verb.end() <= REACH
        by = ctx.text.startswith("由", name[1]) and verb.group() == "主持"
        if near or by or 0 <= verb.start() - name[1] <= REACH:
            out += _subject(ctx, groups, sentence[0], verb.start())
    return out


WINDOW = 120
"""Characters around a session's name in which a verb tells who attends it."""
_WITHOUT_NAME = ("与会", "赴会")


def _subject(ctx: Context, groups: list[Group], low: int, at: int) -> list[Actor]:
    """The nearest people left of an offset that act, with those whom 与 joins to them, unless they are said not to."""
    partners: list[Actor] = []
    for group in left_of(groups, at):
        between = ctx.text[group.end : at]
        if group.start < low or len(between) > REACH + 10 or _SAYS.search(between):
            return []
        if not any(a.person is not None for a in actors_of(group)):
            continue
        if group.prep in ("与", "同", "和"):
            partners = actors_of(group)
        elif is_subject(group, ctx.text) or group.prep == "由":
            return [] if _NOT.search(between) else actors_of(group) + partners
    return []


_SAYS = re.compile("[:“”]|表示|宣布|认为")


def _speaking(ctx: Context, groups: list[Group], start: int, end: int, stop: int) -> list[Actor]:
    """甲在峰会上表示, 在峰会上,甲表示: the speaker."""
    for group in right_of(groups, end):
        if group.end <= stop and is_subject(group, ctx.text) and actors_of(group):
            return actors_of(group)
        break
    return _subject(ctx, groups, 0, start)


_ABSENT = re.compile("缺席|不(?:会|克)?(?:出席|参加)|未(?:能)?出席")


def stays_away(ctx: Context, start: int, verb: int) -> bool:
    """Whether the words between a subject and 出席 say that it does not."""
    return _NOT.search(ctx.text, start, verb) is not None


def absent(ctx: Context, order: int) -> bool:
    """Whether a sentence tells who stays away."""
    sentence = ctx.sentences[order]
    return _ABSENT.search(ctx.text, sentence.start, sentence.end) is not None


_CHAIR = re.compile(r"(?:峰会|大会|会议|论坛)(?:轮值)?主席$")


def chairs(ctx: Context) -> list[Actor]:
    """Those whose title names them as who presides: 峰会主席."""
    return [
        Actor(p.name, p.country, n) for n, p in enumerate(ctx.people.persons) if any(_CHAIR.search(t) for t in p.titles)
    ]
