"""Meetings and calls: 会见, 会谈, 会晤, 通电话, ceremonies of two principals.

Row → candidates. 会见 takes an object, 会谈 a partner; both also occur the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from bilat.lang.zh.events.arguments import Group, is_subject, left_of, right_of, with_prep
from bilat.lang.zh.events.candidate import Candidate, Who
from bilat.lang.zh.events.items import BODY, OFFICE, PERSON, VERB, Actor, Item, Row
from bilat.lang.zh.events.place import place_of
from bilat.lang.zh.events.when import status_of, when
from bilat.lang.zh.fold import fold
from bilat.model import EventType, Status

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

WITHIN = {"HK": "CN", "MO": "CN"}
"""Codes that ISO 3166 gives to parts of a country: a contact inside one country is none (codebook)."""
_ASIDE = {"除", "除了", "与", "同", "和", "向", "对"}
_SENSES = {"meet", "talk", "call", "ceremony"}
"""Senses of the verbs read here."""
_NOMINAL = re.compile(r"(?:参加|出席|陪同|列席|旁听|举行的|次|此|的|该|场|预定|拒绝|期待|要求|取消|推迟)$")
_PRESENT = re.compile(r"(?:参加|出席|陪同|列席|旁听)$")
"""Whoever 参加会见 was present, no principal."""
_BY_VIDEO = re.compile(r"视频|视讯|视像|线上|在线|电话|连线|云端")
_JOINT = re.compile(r"共同|集体|一起|一同|联合|三方|三国|三边|四方|3方|3国|3边|一道")
_EACH = re.compile(r"分别|先后|相继|陆续|各自|依次")
_BOTH = re.compile(
    r"(?:双方|两人|二人|他们|两国(?:元首|领导人|总理|首脑|防长|外长|总统|外交部长|国防部长|首相)|两位(?:领导人|元首|总统|外长|防长))(?!之间的)"
)
_DELEGATION = re.compile(r"(?:代表团|访问团|工作组)$")
_ALSO = re.compile(r"还|也|另|同日|当天|当日|随后|接着|之后又")
_CAPITAL = re.compile(r"在(?:该国|其)?首都(?!机场)")
_ADJACENT = re.compile(r"(?:会见?|晤|见|会晤|晤见|见到|接见|专访后见)")


def usable(actors: list[Actor], text_kind: dict[str, str]) -> list[Actor]:
    """Those that can take part in a meeting: people, offices, delegations."""
    return [a for a in actors if not a.voice and (text_kind.get(a.name) != BODY or _DELEGATION.search(a.name))]


def actors_of(group: Group) -> list[Actor]:
    """People, offices and delegations of a group, each once."""
    kinds = {i.actor.name: i.kind for i in group.items if i.actor}
    return usable(group.actors(), kinds)


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


_WISH = re.compile(r"(?:期望|希望|盼|期待|呼吁|敦促|要求|建议|邀请|促成|安排)[^,。;]{0,4}$")


_REFUSED = re.compile(r"(?:拒绝?|取消|推迟|阻止|不愿|无意|避免)(?:了)?(?:让|由)?$")
"""Words that govern subject and verb together: 北京拒绝李尚福与奥斯汀会晤."""


_ON_THE_WAY = re.compile(r"(?:前往|动身|启程|赶赴)[^,。;]{1,12}(?:与|同|和|会)")
"""今天前往北京与习近平会谈: whoever sets out to talk has not talked."""


def wished(ctx: Context, row: Row, subject: int) -> str | None:
    """The wish that a subject stands under: 华府期望布林肯与王毅会晤."""
    found = _WISH.search(ctx.text, row.sentence.start, subject)
    return found.group()[:2] if found else None


_SPEECH = re.compile(r".*(?:宣布|表示|指出|称|说|证实|透露|认为|披露)(?:,|:|“)")
_FILLER = re.compile(
    r"将|会|在|于|与|同|和|计划|预计|已经?|还|也|再次|首次|正式|应邀|率团|应|他们?|她|此前|目前|今年|近期|可能|准备|打算|希望|愿意?|不|没有|,|\||了|对|向|其|自己|即将|随后|并|要|能|就|双方"
)


def other_subject(ctx: Context, row: Row, start: int, verb: int) -> bool:
    """沙普斯宣布,英国航母打击群将访问…: whether what is said has a subject of its own that is no item."""
    said = _SPEECH.match(ctx.text, start, verb)
    if said is None:
        return False
    rest = _FILLER.sub("", gap_text(ctx, row, said.end(), verb))
    return len(rest) >= OWN_SUBJECT


def own_subject(ctx: Context, row: Row, verb: int) -> bool:
    """美国航母第三次访越: whether the clause of a verb begins with a noun phrase that is no item."""
    start = max([row.sentence.start, *[c + 1 for c in row.commas if c < verb]])
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
    """除阮富仲外,他还会见了…: a pronoun does not mean whom a preposition has just set aside; it means the subject before."""
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
    here = ctx.order[order]
    back = order - 1
    while back >= 0 and ctx.order[back].paragraph == here.paragraph:
        people = ctx.mentions_in(ctx.order[back].start, ctx.order[back].end)
        if people and people[0].actor:
            return [people[0].actor]
        back -= 1
    return []


def object_of(ctx: Context, row: Row, groups: list[Group], end: int) -> Group | None:
    """The object right of a verb in its clause; whoever invited it is passed over."""
    for group in right_of(groups, end):
        gap = ctx.text[end : group.start]
        if (
            len(gap) > 70
            or re.search(r"[。;:]", gap)
            or ("," in gap and not re.fullmatch(r"[^,]{0,2},[^,]{0,14}(?:的|到访|来访)[^,]{0,8}", gap))
        ):
            return None
        if group.prep in {"应", "与", "同", "跟", "和", "向"} and not gap.endswith(("由",)) and len(gap) > 1:
            continue
        if not actors_of(group):
            continue
        return group
    return None


_COUNTERPARTS = re.compile(r"^(?:等国)?(?:的)?(?:同行|防长|外长|国防部长|外交部长|领导人|对应官员|财长|总统|总理|元首)")


def _counterparts(ctx: Context, row: Row, verb: int) -> list[Actor]:
    """与来自加拿大、法国和英国的国防部长通话: the countries stand for their unnamed ministers."""
    spots = [i for i in row.items if i.kind == "C" and i.end <= verb]
    run: list[Item] = []
    for item in spots:
        if run and not re.fullmatch(r"、|和|及|以及|与", ctx.text[run[-1].end : item.start]):
            run = []
        run.append(item)
    if len(run) < 2 or not _COUNTERPARTS.match(ctx.text[run[-1].end : run[-1].end + 8]):
        return []
    lead = ctx.text[max(row.sentence.start, run[0].start - 3) : run[0].start]
    return [i.actor for i in run if i.actor] if re.search("与|同|和|跟", lead) else []


def partner_of(ctx: Context, row: Row, groups: list[Group], verb: int) -> Group | None:
    """The group with 同, 与, 和 or 跟 left of a verb."""
    for group in left_of(groups, verb):
        if with_prep(group) and actors_of(group):
            between = ctx.text[group.end : verb]
            if between.count(",") <= 1 and len(between) < 60:
                return group
            return None
    return None


def contacts(ctx: Context, order: int) -> Iterator[Candidate]:
    """The meetings and calls that a sentence tells of."""
    row, groups = ctx.rows[order], ctx.groups[order]
    for item in row.items:
        if item.kind == VERB and item.sense in _SENSES:
            yield from _contact(ctx, order, row, groups, item)
        elif item.kind == VERB and item.sense == "attend":
            yield from _together(ctx, order, row, groups, item)
    yield from _adjacent(ctx, order, row, groups)


def _adjacent(ctx: Context, order: int, row: Row, groups: list[Group]) -> Iterator[Candidate]:
    """Headlines: 习近平会拜登."""
    for left, right in zip(groups, groups[1:], strict=False):
        if right.start - left.end <= 2 and _ADJACENT.fullmatch(ctx.text[left.end : right.start]):
            yield from _make(
                ctx,
                order,
                row,
                actors_of(left),
                actors_of(right),
                (left.end, right.start),
                left.start,
                right.end,
                "meet",
            )


def _contact(ctx: Context, order: int, row: Row, groups: list[Group], verb: Item) -> Iterator[Candidate]:
    text = ctx.text
    sense = verb.sense
    clause_start = max([row.sentence.start, *[c + 1 for c in row.commas if c < verb.start]])
    lead = text[clause_start : verb.start]
    target = object_of(ctx, row, groups, verb.end) if sense in ("meet", "ceremony") else None
    partner = None if target is not None else partner_of(ctx, row, groups, verb.start)
    if target is None and partner is None and sense == "talk":
        near = object_of(ctx, row, groups, verb.end)
        if near is not None and _leads_to(ctx.text[verb.end : near.start]):
            target = near
    groups = [g for g in groups if not _kind_of_talks(g, verb)]
    if sense == "talk" and lead.endswith("定期"):
        return
    who = subject(ctx, order, row, groups, verb.start, partner)
    if sense == "ceremony":
        yield from _ceremony(ctx, order, row, groups, verb, who)
        return
    if (
        target is None
        and partner is None
        and _NOMINAL.search(lead)
        and (_PRESENT.search(lead) or not (who and len({a.country for a in actors_of(who)}) > 1))
    ):
        return
    if who is not None and target is not None and who.end <= clause_start and own_subject(ctx, row, verb.start):
        return
    left = actors_of(who) if who else []
    marks: set[str] = set()
    if target is not None:
        right = actors_of(target)
        if not left or {a.name for a in left} <= {a.name for a in right}:
            left = _speaker_after(ctx, groups, target) or earlier_subject(ctx, order)
            left = [a for a in left if a.name not in {b.name for b in right}]
        at, until = (who.start if who else verb.start), target.end
    elif partner is not None:
        right = actors_of(partner)
        if not left:
            left = [a for a in earlier_subject(ctx, order) if a.name not in {b.name for b in right}]
        at, until = min(who.start if who else partner.start, partner.start), verb.end
    else:
        right = _counterparts(ctx, row, verb.start) if left or sense == "call" else []
        if right and not left:
            left = earlier_subject(ctx, order)
        at, until = (who.start if who else verb.start), verb.end
        if right and left:
            yield from _make(
                ctx, order, row, left, right, (verb.start, verb.end), at, until, sense, marks, first=clause_start
            )
            return
        peers, peers_at = (
            _peers(ctx, clause_start, verb.start) if len({a.country for a in left if a.country}) < 2 else ([], 0)
        )
        if peers:
            left, at = peers, peers_at
        if len({a.country for a in left if a.country}) < 2:
            said = _BOTH.search(text, clause_start, verb.start)
            if said is None or not ctx.last_pair:
                return
            left, right = ctx.last_pair, []
            marks.add("anaphoric")
            at = said.start()
    nominal = (
        bool(re.match(r"^(?:的|后|前|时|期间)", text[verb.end : verb.end + 2])) and partner is None and target is None
    )
    if nominal:
        marks.add("nominal")
    yield from _make(
        ctx,
        order,
        row,
        left,
        right,
        (verb.start, verb.end),
        at,
        until,
        sense,
        marks,
        first=clause_start if who is None else who.end,
    )


def _leads_to(gap: str) -> bool:
    """会晤沙特实际统治者、王储穆罕默德: whether only the object's own words stand between verb and object."""
    return len(gap) <= OWN_WORDS and not re.search(r"[,。;:的时后前中并]|讨论|表示|双方|期间", gap)


OWN_WORDS = 14
"""Characters of description before an object."""


def _kind_of_talks(group: Group, verb: Item) -> bool:
    """举行三国防长会谈: the offices tell the kind of talks, not who takes part."""
    return group.end == verb.start and all(
        i.kind == OFFICE and i.actor and i.actor.country is None for i in group.items
    )


_PEERS = (
    ("外长", ("外长", "外交部长", "外相", "国务卿", "外交大臣", "外务大臣", "外交部部长")),
    ("防长", ("防长", "国防部长", "防卫大臣", "防卫相", "国防大臣", "国防部部长")),
    ("财长", ("财长", "财政部长", "财务大臣", "财政大臣", "财政部部长")),
    ("总统", ("总统",)),
    ("总理", ("总理", "首相")),
    ("元首", ("总统", "主席", "国王", "领导人", "总书记")),
    ("首脑", ("总统", "主席", "首相", "总理", "国王", "领导人")),
    ("领导人", ("总统", "主席", "首相", "总理", "国王", "领导人", "总书记")),
)
"""Offices that meet each other: how their holders are titled from country to country."""


def _peers(ctx: Context, start: int, verb: int) -> tuple[list[Actor], int]:
    """美韩外长通电话: the people of the article who hold that office of those countries, where each is named."""
    for office, titles in _PEERS:
        at = ctx.text.rfind(office, start, verb)
        if at < 0 or verb - at - len(office) > 12:
            continue
        pair = ctx.rules.pair_before.search(ctx.text, max(start, at - 8), at)
        codes = ctx.pair_at(pair.start("c"), pair.end("c")) if pair else []
        if pair is None or len(set(codes)) < 2:
            continue
        found: list[Actor] = []
        for code in codes:
            hit = next(
                (
                    (n, p)
                    for n, p in enumerate(ctx.people.persons)
                    if p.country == code and any(t in fold(x) and "副" + t not in fold(x) for x in p.titles for t in titles)
                ),
                None,
            )
            if hit is None:
                return [], start
            found.append(Actor(hit[1].name, code, hit[0]))
        return found, pair.start("c")
    return [], start


def _speaker_after(ctx: Context, groups: list[Group], target: Group) -> list[Actor]:
    """会见克鲁托伊时,李希表示: the one who speaks after the comma."""
    for group in right_of(groups, target.end):
        between = ctx.text[target.end : group.start]
        after = ctx.text[group.end : group.end + 12]
        if re.fullmatch(r"[^。;]{0,8}(?:时|中|后|期间)?,", between) and ctx.rules.say.search(after):
            return actors_of(group)[:1]
        if between.isspace() and after.startswith((":", " ")):
            return actors_of(group)[:1]
        return []
    return []


def _together(ctx: Context, order: int, row: Row, groups: list[Group], verb: Item) -> Iterator[Candidate]:
    """A 同 B 共同出席…: two principals at one event of theirs."""
    partner = partner_of(ctx, row, groups, verb.start)
    if partner is None or not re.search(r"共同|一道|一起|一同", ctx.text[partner.end : verb.end]):
        return
    if "主持" in ctx.text[verb.start : verb.end]:
        return
    who = subject(ctx, order, row, groups, verb.start, partner)
    if who is not None and "plan" not in ctx.rules.modals(ctx.text[who.end : verb.start]):
        yield from _make(
            ctx,
            order,
            row,
            actors_of(who),
            actors_of(partner),
            (verb.start, verb.end),
            who.start,
            verb.end,
            "talk",
            set(),
            who.end,
        )


def _ceremony(
    ctx: Context, order: int, row: Row, groups: list[Group], verb: Item, who: Group | None
) -> Iterator[Candidate]:
    """举行仪式欢迎 X, 出席 X 举行的欢迎仪式, 为 X 举行欢迎宴会, 向 X 授予勋章."""
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
    until = max(max(g.end for g in near), verb.end)
    holder = next((g for g in near if re.match(r"(?:在[^,。;]{1,12})?举行的$", ctx.text[g.end : verb.start])), None)
    for made in _make(
        ctx, order, row, left[:1], others[:1], (verb.start, verb.end), at, until, "ceremony", {"ceremony"}
    ):
        if made.place is None and holder is not None and actors_of(holder)[0].country:
            made.place = ctx.country_name(actors_of(holder)[0].country or "")
        yield made


_INCLUDED = re.compile(r"(?:其中)?(?:包括|期间)[^,。;]{0,3}(?:与|同|和|会)")


def _of_the_trip(ctx: Context, row: Row, verb: int) -> str | None:
    """即将结束对 X 的访问,其中包括与…会面: the country of the trip told just before in the sentence."""
    if not _INCLUDED.search(ctx.text, row.sentence.start, verb + 1):
        return None
    trips = [i for i in row.items if i.kind == VERB and i.sense == "visit" and i.end < verb]
    spots = [i for i in row.items if i.kind == "C" and trips and i.end <= trips[-1].start and trips[-1].start - i.end < 12]
    return spots[-1].actor.name if spots and spots[-1].actor else None


def _make(
    ctx: Context,
    order: int,
    row: Row,
    left: list[Actor],
    right: list[Actor],
    verb: tuple[int, int],
    at: int,
    until: int,
    sense: str,
    marks: set[str] | None = None,
    first: int | None = None,
) -> Iterator[Candidate]:
    start = row.sentence.start if first is None else first
    everyone = left + [a for a in right if a.name not in {b.name for b in left}]
    right = [a for a in right if a.name not in {b.name for b in left}]
    countries = {WITHIN.get(a.country, a.country) for a in everyone if a.country}
    if len(everyone) < 2 or len(countries) < 2:
        return
    between = gap_text(ctx, row, min(start, verb[0]), verb[0])
    status, found = status_of(ctx, between)
    if status is None:
        return
    if _REFUSED.search(ctx.text, row.sentence.start, at):
        status, found = Status.CANCELLED, {"cancelled", "refused"}
    if status is Status.HELD and _ON_THE_WAY.search(ctx.text, row.sentence.start if not row.commas else max([row.sentence.start, *[c for c in row.commas if c < verb[0]]]), verb[0]) and not re.search("[了过]", ctx.text[verb[0] - 2 : verb[1] + 1]):
        status = Status.PLANNED
    wish = wished(ctx, row, at)
    if wish and status is Status.HELD:
        status, found = Status.PLANNED, found | {"future:" + wish}
    told = (marks or set()) | found
    kind = EventType.CALL if sense == "call" or _BY_VIDEO.search(between) else EventType.MEETING
    moment = when(ctx, row, verb[0], verb[1], status, min(at, verb[0]), outer=True)
    if status is Status.HELD and ctx.ahead(moment.start):
        status = Status.PLANNED
    if _ALSO.search(between):
        told.add("also")
    if moment.start is None and not re.search("[了过]", ctx.text[verb[0] - 2 : verb[1] + 1]):
        told.add("tenseless")
    if _CAPITAL.search(ctx.text, start, verb[0]):
        told.add("capital")
    place = None if kind is EventType.CALL else place_of(ctx, row, start, verb[0], verb[1]) or _of_the_trip(ctx, row, verb[0])
    joint = bool(_JOINT.search(between)) or sense in ("talk", "call") and not _EACH.search(between)
    pairs = [everyone] if joint or len(right) < 2 or not left else [left + [one] for one in right]
    for pair in pairs:
        if any(not a.named for a in pair):
            told = told | {"unnamed"}
        if len(left) > 1 and len(right) > 1 and _EACH.search(between):
            told = told | {"unnamed"}
        yield Candidate(
            kind,
            status,
            [Who(a) for a in pair],
            at,
            until,
            verb[0],
            order,
            moment.start,
            moment.end,
            place,
            marks=set(told),
        )
