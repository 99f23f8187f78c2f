"""Whom 两人, 双方, 两国外长 and 三方 mean: those that a sentence before, or the same one, brought together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.events.holders import can_be
from bilat.lang.zh.fold import fold

if TYPE_CHECKING:
    from bilat.lang.zh.events.arguments import Group
    from bilat.lang.zh.events.context import Context
    from bilat.lang.zh.events.items import Actor, Item, Row

_OFFICE = "(?:元首|领导人|总理|首脑|防长|外长|总统|外交部长|国防部长|首相)"
BOTH = re.compile(
    rf"(?:双方|两人|二人|他们|两国{_OFFICE}|两位(?:领导人|元首|总统|外长|防长)|三方|三人|三国{_OFFICE}|三位(?:领导人|外长|防长))"
    "(?!之间的)"
)
_THREE = "三"
_THEY = "他们"
APART = "together"
"""The mark of a contact of those whom others told before brought together: another one than those."""
AND_OTHERS = "others"
"""The mark of a contact with people without a name beside those who take part."""
_TWO_ACT = re.compile(
    r"[,\s]?(?:会[谈晤见]?后|随后|之后|此后|当[天晚日]|同日|接着)?,?(?:双方|两人|二人|两位[^,。;的]{2,3})"
)
"""两人随后同丙会谈: the two act together, at the head of a clause."""
_WITH_TWO = re.compile(r"[与同和跟](?:两人|二人|二者|两者|两位[^,。;的]{2,4})(?:分别)?(?:举行|进行)?[^,。;的]{0,6}$")
_MEETS_TWO = re.compile("了?(?:两人|二人|两位(?:领导人|元首|总统|外长|防长))")


def both_told(ctx: Context, both: re.Match[str]) -> list[Actor]:
    """Those that a contact told before brought together, where the words can mean them: two sides or three."""
    sides = 3 if both[0].startswith(_THREE) else 2
    told = ctx.last_pair if len({actor.country for actor in ctx.last_group}) == 2 else ctx.last_group
    meant = len({actor.country for actor in told}) == sides or both[0] == _THEY
    return told if meant and can_be(ctx, both[0], told) else []


def two_as_subject(ctx: Context, order: int, clause: int, verb: int) -> list[Actor]:
    """两人随后与丙会谈: the two who act together in a clause that names no subject of its own."""
    return _two_before(ctx, order) if _TWO_ACT.match(ctx.text, clause, verb) is not None else []


def _two_before(ctx: Context, order: int) -> list[Actor]:
    """The two people of the last contact, where it is told right before."""
    last = ctx.last_two
    near = last is not None and order - last.order <= NEAR and not ctx.headline(last.order)
    return [w.actor for w in last.who] if last is not None and near else []


NEAR = 1
"""Sentences within which 两人 goes on about the contact told last."""


def with_two(ctx: Context, clause: int, verb: Item) -> int | None:
    """Where 与二者会谈 and 会见了两人 begin to speak of two whom they do not name; None where they do not."""
    found = _WITH_TWO.search(ctx.text, clause, verb.start)
    if found is not None:
        return found.start()
    return verb.start if verb.sense == "meet" and _MEETS_TWO.match(ctx.text, verb.end) else None


def two_as_partners(ctx: Context, order: int, row: Row, who: Group) -> list[Actor]:
    """The two whom somebody meets: those named before him in the sentence, else the two of the last contact."""
    named = {i.actor.name: i.actor for i in ctx.mentions_in(row.sentence.start, who.start) if i.actor is not None}
    return list(named.values()) if len(named) == 2 else [] if named else _two_before(ctx, order)


def couples(ctx: Context, actors: list[Actor]) -> list[list[Actor]]:
    """Those whom somebody receives, one by one, but wife and husband together: 会见总统甲和夫人乙."""
    out: list[list[Actor]] = []
    for actor in actors:
        titles = ctx.people.persons[actor.person].titles if actor.person is not None else ()
        if out and out[-1][0].country == actor.country and any(fold(title) in _SPOUSES for title in titles):
            out[-1].append(actor)
        else:
            out.append([actor])
    return out


_SPOUSES = frozenset(("夫人", "丈夫", "王后", "皇后", "第一夫人", "王妃"))
