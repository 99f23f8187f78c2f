"""Meetings and calls: 会见, 会谈, 会晤, 通电话, ceremonies of two principals.

Row → candidates. 会见 takes an object, 会谈 a partner; both also occur the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from bilat.lang.zh.events.arguments import Group
from bilat.lang.zh.events.both import (
    AND_OTHERS,
    APART,
    BOTH,
    both_told,
    couples,
    two_as_partners,
    two_as_subject,
    with_two,
)
from bilat.lang.zh.events.candidate import Candidate, Who
from bilat.lang.zh.events.holders import OFFICES, counterparts, peers
from bilat.lang.zh.events.items import BODY, COUNTRY, OFFICE, VERB, Actor, Item, Row
from bilat.lang.zh.events.place import place_of
from bilat.lang.zh.events.status import governed, told_as_past
from bilat.lang.zh.events.when import When, when
from bilat.lang.zh.events.who import (
    TOGETHER,
    actors_of,
    earlier_subject,
    gap_text,
    object_of,
    own_subject,
    partner_of,
    subject,
    subject_after,
)
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Sentence
    from bilat.lang.zh.events.context import Context

WITHIN = {"HK": "CN", "MO": "CN"}
"""Codes that ISO 3166 gives to parts of a country: a contact inside one country is none (codebook)."""
_WITH = {"与", "同", "和", "跟", "对", "向"}
_SENSES = {"meet", "talk", "call", "ceremony"}
"""Senses of the verbs read here."""
_NOMINAL = re.compile(r"(?:参加|出席|陪同|列席|旁听|举行的|次|此|的|该|场|预定|拒绝|期待|要求|取消|推迟)$")
_PRESENT = re.compile(r"(?:参加|出席)$")
"""Whoever 参加会见 was present, no principal, unless they are of several countries."""
_BY_VIDEO = re.compile(r"视频|视讯|视像|线上|在线|电话|连线|云端")
_JOINT = re.compile(r"共同|集体|一起|一同|联合|三方|三国|三边|四方|3方|3国|3边|一道")
_TWO_BY_TWO = re.compile("双边会[谈晤]|双边会面")
_EACH = re.compile(r"分别|先后|相继|陆续|各自|依次")
_LED = re.compile("由[^,。;]{2,60}主持")
"""会晤由…共同主持, 主持会晤: a session of a mechanism."""
_ALSO = re.compile(r"还|也|另|同日|当天|当日|随后|接着|之后又")
_CAPITAL = re.compile(r"在(?:该国|其)?首都(?!机场)")
_ADJACENT = re.compile(r"(?:会见?|晤|见|会晤|晤见|见到|接见|专访后见)")
_MEETS = frozenset("会见晤到")
"""The last characters of what `_ADJACENT` takes."""
_AS_NOUN = ("的", "后", "前", "时", "期间")


def contacts(ctx: Context, order: int) -> Iterable[Candidate]:
    """The meetings and calls that a sentence tells of."""
    if not ctx.peopled:
        return ()
    senses, sentence = ctx.senses[order], ctx.sentences[order]
    if not senses.isdisjoint(_SENSES):
        told = "call" in senses or _BY_OFFICE.search(ctx.text, sentence.start, sentence.end) or _may_meet(ctx, order)
    else:
        together = "attend" in senses and TOGETHER.search(ctx.text, sentence.start, sentence.end)
        told = ctx.acted(order) and (together or _may_adjoin(ctx, order, sentence))
    return _contacts(ctx, order) if told else ()


_BY_OFFICE = re.compile(f"{BOTH.pattern}|{OFFICES}")
"""What a contact is told by where nobody acts."""


def _may_meet(ctx: Context, order: int) -> bool:
    """Whether two countries may be there to meet: those of a sentence, or one of them and whom it goes on about."""
    actors = ctx.codes_of(order)
    return actors is None or len(actors) > 1 or (bool(actors) and ctx.spoken_of(order))


def _may_adjoin(ctx: Context, order: int, sentence: Sentence) -> bool:
    """Whether a person or body may stand right behind 会, 见 or 晤."""
    text, low, high = ctx.text, sentence.start, sentence.end
    bodies = [word for word in ctx.words[order] if word[2].kind in _BODIES]
    starts = [start for start in ctx.met if low < start < high]
    starts += [start for start, _, _ in bodies if text[start - 1] in _MEETS and start > low]
    if ctx.thrones or not starts:
        return ctx.thrones
    ends = ctx.ends | {end for _, end, _ in bodies}
    return any(not ends.isdisjoint((at - 1, at - 2)) or _SENT.search(text, low, at) for at in starts)


_BODIES = {BODY, COUNTRY}
_SENT = re.compile("代表团|访问团|工作组")


def _contacts(ctx: Context, order: int) -> Iterator[Candidate]:
    row, groups = ctx.row(order), ctx.groups(order)
    for item in row.items:
        if item.kind == VERB and item.sense in _SENSES:
            yield from _contact(ctx, order, row, groups, item)
        elif item.kind == VERB and item.sense == "attend":
            yield from _together(ctx, order, row, groups, item)
    yield from _adjacent(ctx, order, row, groups)


def _adjacent(ctx: Context, order: int, row: Row, groups: list[Group]) -> Iterator[Candidate]:
    """Headlines: 习近平会拜登."""
    for left, right in pairwise(groups):
        if right.start - left.end <= 2 and _ADJACENT.fullmatch(ctx.text[left.end : right.start]):
            sides = Sides(actors_of(left), actors_of(right), left.start, right.end, row.sentence.start)
            yield from _make(ctx, order, row, sides, (left.end, right.start), "meet")


@dataclass(slots=True)
class Sides:
    """Whom a verb brings together, the span that tells it, and where the verb's adverbs begin."""

    left: list[Actor]
    right: list[Actor]
    at: int
    until: int
    after: int
    marks: set[str] = field(default_factory=set[str])

    def everyone(self) -> list[Actor]:
        """Both sides, each actor once."""
        return self.left + _others(self.right, self.left)


def _contact(ctx: Context, order: int, row: Row, groups: list[Group], verb: Item) -> Iterator[Candidate]:
    clause = row.clause_start(verb.start)
    lead = ctx.text[clause : verb.start]
    if verb.sense == "talk" and (lead.endswith(("定期", "主持")) or _LED.match(ctx.text, verb.end)):
        return
    if (two := with_two(ctx, clause, verb)) is not None:
        yield from _with_two(ctx, order, row, groups, verb, two)
        return
    target, partner = _counterpart(ctx, row, groups, verb)
    groups = [g for g in groups if not _kind_of_talks(g, verb)]
    who = subject(ctx, order, row, groups, verb.start, partner)
    if verb.sense == "ceremony":
        yield from _ceremony(ctx, order, row, groups, verb, who)
        return
    after = clause if who is None else who.end
    both = two_as_subject(ctx, order, clause, verb.start) if who is None or who.end <= clause else []
    if target is not None:
        if who is not None and who.end <= clause and own_subject(ctx, row, verb.start):
            return
        left, right = both or (actors_of(who) if who else []), actors_of(target)
        if not _others(left, right):
            left = _others(subject_after(ctx, groups, target.end) or earlier_subject(ctx, order), right)
        sides = Sides(left, right, who.start if who else verb.start, target.end, after)
    elif partner is not None:
        right = actors_of(partner)
        before = subject_after(ctx, groups, verb.end) or earlier_subject(ctx, order)
        left = both or (actors_of(who) if who else _others(before, right))
        sides = Sides(left, right, min(who.start if who else partner.start, partner.start), verb.end, after)
    elif _NOMINAL.search(lead) and not (who and len({a.country for a in actors_of(who)}) > 1):
        return
    else:
        sides = _of_themselves(ctx, order, row, verb, who, clause)
        if sides is not None and _PRESENT.search(lead):
            sides.marks.add("present")
    if sides is None:
        return
    if target is None and partner is None:
        sides.marks |= {"nominal"} if ctx.text.startswith(_AS_NOUN, verb.end) else set()
    elif both:
        sides.marks.add(APART)
    yield from _make(ctx, order, row, sides, (verb.start, verb.end), verb.sense)


def _with_two(ctx: Context, order: int, row: Row, groups: list[Group], verb: Item, at: int) -> Iterator[Candidate]:
    """丙与二者会谈, 丙会见了两人."""
    who = subject(ctx, order, row, [g for g in groups if g.end <= at], at, None)
    left = actors_of(who) if who is not None else []
    right = _others(two_as_partners(ctx, order, row, who), left) if who is not None else []
    if who is not None and right:
        sides = Sides(left, right, who.start, verb.end, who.end)
        yield from _make(ctx, order, row, sides, (verb.start, verb.end), verb.sense)


def _counterpart(ctx: Context, row: Row, groups: list[Group], verb: Item) -> tuple[Group | None, Group | None]:
    """The object of 会见, or the partner of 会谈; at most one of the two."""
    target = object_of(ctx, groups, verb.end) if verb.sense in ("meet", "ceremony") else None
    partner = None if target is not None else partner_of(ctx, row, groups, verb.start)
    if target is None and partner is None and verb.sense == "talk":
        near = object_of(ctx, groups, verb.end)
        if near is not None and _leads_to(ctx.text[verb.end : near.start]):
            target = near
    if partner is None and verb.sense == "call" and ctx.text.startswith("中", verb.end):
        target = next((g for g in groups if 0 < g.start - verb.end <= len("中与该国") and g.prep in _WITH), None)
    return target, partner


def _others(actors: list[Actor], those: list[Actor]) -> list[Actor]:
    """The actors that are not among those."""
    names = {a.name for a in those}
    return [a for a in actors if a.name not in names]


def _of_themselves(ctx: Context, order: int, row: Row, verb: Item, who: Group | None, clause: int) -> Sides | None:
    """A、B 会谈, 两国外长会谈, 双方会谈: the sides are all in the subject, or those told before."""
    left = actors_of(who) if who else []
    start, after = (who.start, who.end) if who else (verb.start, clause)
    unnamed = counterparts(ctx, row, verb.start) if left or verb.sense == "call" else []
    if unnamed:
        left = left or earlier_subject(ctx, order)
    if unnamed and left:
        return Sides(left, unnamed, start, verb.end, clause)
    if len({a.country for a in left if a.country}) > 1:
        return Sides(left, [], start, verb.end, after)
    holders, at = peers(ctx, row, clause, verb.start)
    if len({a.country for a in holders if a.country}) > 1:
        return Sides(holders, [], at, verb.end, after)
    both = BOTH.search(ctx.text, clause, verb.start)
    if both is not None and not ctx.last_pair:
        named = {i.actor.name: i.actor for i in ctx.mentions_in(row.sentence.start, both.start()) if i.actor}
        if len(named) == len({a.country for a in named.values()}) == 2:
            return Sides(list(named.values()), [], row.sentence.start, verb.end, both.end())
    told = both_told(ctx, both) if both is not None else []
    if both is None or not told:
        return None
    marks = {APART} if len(told) > len(ctx.last_pair) else {"anaphoric"}
    return Sides(told, [], both.start(), verb.end, after, marks)


def _leads_to(gap: str) -> bool:
    """会晤沙特实际统治者、王储穆罕默德: whether only the object's own words stand between verb and object."""
    return len(gap) <= OWN_WORDS and not _NO_DESCRIPTION.search(gap)


_NO_DESCRIPTION = re.compile(r"[,。;:的时后前中并]|讨论|表示|双方|期间")
OWN_WORDS = 14
"""Characters of description before an object."""


def _kind_of_talks(group: Group, verb: Item) -> bool:
    """举行三国防长会谈: the offices tell the kind of talks, not who takes part."""
    return group.end == verb.start and all(
        i.kind == OFFICE and i.actor and i.actor.country is None for i in group.items
    )


def _together(ctx: Context, order: int, row: Row, groups: list[Group], verb: Item) -> Iterator[Candidate]:
    """A 同 B 共同出席…: two principals at one event of theirs."""
    partner = partner_of(ctx, row, groups, verb.start)
    if partner is None or not TOGETHER.search(ctx.text, partner.end, verb.end):
        return
    if "主持" in ctx.text[verb.start : verb.end]:
        return
    who = subject(ctx, order, row, groups, verb.start, partner)
    if who is not None and "plan" not in ctx.rules.modals(ctx.text[who.end : verb.start]):
        sides = Sides(actors_of(who), actors_of(partner), who.start, verb.end, who.end)
        yield from _make(ctx, order, row, sides, (verb.start, verb.end), "talk")


def _ceremony(
    ctx: Context, order: int, row: Row, groups: list[Group], verb: Item, who: Group | None
) -> Iterator[Candidate]:
    """举行仪式欢迎 X, 出席 X 举行的欢迎仪式, 为 X 举行欢迎宴会, 向 X 授予勋章."""
    if ctx.text.startswith("陪同下", verb.start) and not _SHOWN.match(ctx.text, verb.end):
        return
    near = [g for g in groups if abs(g.start - verb.end) < 60 and actors_of(g)]
    here = [a for g in near if g.end <= verb.start or g.start >= verb.end for a in actors_of(g)]
    seen = {a.name: a for a in here}
    if len({a.country for a in seen.values() if a.country}) < 2:
        return
    left = actors_of(who) if who else list(seen.values())[:1]
    others = [
        a for a in seen.values() if a.name not in {b.name for b in left} and a.country not in {b.country for b in left}
    ]
    if not left or not others:
        return
    at = min(g.start for g in near)
    until = max(*(g.end for g in near), verb.end)
    holder = next((g for g in near if _HELD_BY.match(ctx.text[g.end : verb.start])), None)
    sides = Sides(left[:1], others[:1], at, until, row.sentence.start, {"ceremony"})
    for made in _make(ctx, order, row, sides, (verb.start, verb.end), "ceremony"):
        if made.place is None and holder is not None and actors_of(holder)[0].country:
            made.place = ctx.country_name(actors_of(holder)[0].country or "")
        yield made


_HELD_BY = re.compile(r"(?:在[^,。;]{1,12})?举行的$")
_AT_SESSION = re.compile("(?:峰会|会议|大会|论坛|对话会?|联大)[^,。;]{0,4}(?:期间|间隙|场边|边际|上)|场边")
_AT_SIGNING = re.compile("(?:签署|签字|签约)(?:仪式)?(?:之)?[前后],$")
_AT_HOME = re.compile("在(?:其|自己的)?官邸")
"""The subject's own seat, which names no city: its country."""
_SHOWN = re.compile("[^。;]{0,12}(?:检阅|阅兵|参观|观看|出席|参加|走上|登上|步入|察看)")
"""What two principals do together when one is 在…陪同下."""
_INCLUDED = re.compile(r"(?:其中)?(?:包括|期间)[^,。;]{0,3}(?:与|同|和|会)")


def _of_the_trip(ctx: Context, row: Row, verb: int) -> str | None:
    """即将结束对 X 的访问,其中包括与…会面: the country of the trip told just before in the sentence."""
    if not _INCLUDED.search(ctx.text, row.sentence.start, verb + 1):
        return None
    trips = [i for i in row.items if i.kind == VERB and i.sense == "visit" and i.end < verb]
    spots = [
        i
        for i in row.items
        if i.kind == COUNTRY and trips and i.end <= trips[-1].start and trips[-1].start - i.end < 12
    ]
    return spots[-1].actor.name if spots and spots[-1].actor else None


def _named(left: list[Actor], right: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """会见甲国总统与官员: both sides without those that have no name, where each has somebody with one."""
    sides = [a for a in left if a.named], [a for a in right if a.named]
    return sides if all(sides) else (left, right)


def _make(ctx: Context, order: int, row: Row, sides: Sides, verb: tuple[int, int], sense: str) -> Iterator[Candidate]:
    left, right = _named(sides.left, _others(sides.right, sides.left))
    everyone = left + right
    sides.marks |= {AND_OTHERS} if len(everyone) < len(sides.everyone()) else set()
    if len({WITHIN.get(a.country, a.country) for a in everyone if a.country}) < 2:
        return
    between = gap_text(ctx, row, min(sides.after, verb[0]), verb[0])
    status, marks = governed(ctx, row, between, sides.at, verb)
    if status is None:
        return
    kind = EventType.CALL if sense == "call" or _BY_VIDEO.search(between) else EventType.MEETING
    moment = when(ctx, row, verb[0], verb[1], status, min(sides.at, verb[0]), outer=True)
    if "present" in sides.marks and moment.start is None:
        moment = _told_before(ctx, order, row, moment)
    if status is Status.HELD and ctx.ahead(moment.first):
        status = Status.PLANNED
    marks |= sides.marks
    if moment.start is None and _AT_SIGNING.search(ctx.text, row.sentence.start, sides.at):
        marks.add("at signing")
    if _AT_SESSION.search(ctx.text, row.sentence.start, verb[0]):
        marks.add("at session")
    if _ALSO.search(between):
        marks.add("also")
    if moment.start is None and not told_as_past(ctx, verb):
        marks.add("tenseless")
    if _CAPITAL.search(ctx.text, sides.after, verb[0]):
        marks.add("capital")
    if any(not a.named for a in everyone) or (len(left) > 1 and len(right) > 1 and _EACH.search(between)):
        marks.add("unnamed")
    place = None
    if kind is EventType.MEETING:
        place = place_of(ctx, row, sides.after, verb[0], verb[1]) or _of_the_trip(ctx, row, verb[0])
        if place is None and left and left[0].country and _AT_HOME.search(ctx.text, sides.at, verb[0]):
            place = ctx.country_name(left[0].country)
    apart = _EACH.search(between) or _TWO_BY_TWO.search(ctx.text, verb[0], verb[1])
    joint = bool(_JOINT.search(between)) or (sense in ("talk", "call") and not apart)
    for pair in [everyone] if joint or len(right) < 2 or not left else [[*left, *one] for one in couples(ctx, right)]:
        yield Candidate(
            kind,
            status,
            [Who(a) for a in pair],
            sides.at,
            sides.until,
            verb[0],
            order,
            moment.start,
            moment.end,
            place,
            marks=set(marks),
        )


def _told_before(ctx: Context, order: int, row: Row, moment: When) -> When:
    """四国防长3日举行会谈。甲、乙、丙、丁出席会谈: the day of the talks that the sentences before tell of."""
    for back in range(order - 1, max(order - NEAR, 0) - 1, -1):
        if back not in ctx.senses or ctx.sentences[back].paragraph != row.sentence.paragraph:
            continue
        earlier = ctx.row(back)
        for verb in earlier.items:
            if verb.kind == VERB and verb.sense == "talk":
                told = when(ctx, earlier, verb.start, verb.end, Status.HELD)
                if told.start is not None:
                    return told
    return moment


NEAR = 2
"""Sentences before 出席会谈 that may tell the day of the talks."""
