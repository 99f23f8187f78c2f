"""Who undertakes it: giver and receiver of what is given, parties of what is done together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.lang.zh.undertakings.rules import BOTH
from bilat.lang.zh.undertakings.scene import Actor
from bilat.model import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilat.lang.stages import Verb
    from bilat.lang.zh.undertakings.scene import Scene
    from bilat.lang.zh.undertakings.things import Thing

_TO = re.compile(r"(?:[向对给为予援助]|提供给|面向)(?:包括|遭受|处于|战时|受灾的?|陷入)?$")
_RECEIVED = re.compile(
    r"(?:政府|军方|军队|人民|民众|平民|灾民|难民|方面|当局|国民|武装部队|国防军|灾区|全境|各地|等国?家?|[、和及与][^,的]{1,16})*"
    r"(?:的[^,的]{0,8}(?:人民|民众|平民|灾民|难民|居民|部队|武装))?(?:(?!战争|核|计划|项目|问题|产品|公司|企业)[^,的]){0,14}"
)
"""What may stand between who receives and the verb: 人民, 等国, adverbs; 为乌克兰战争 is none."""
_ADVERBS = re.compile(
    r"[0-9一二三四五六七八九十年月日底初内起]+|[并还也再又将已拟正会可]|[向对给为与同]|今天|昨天|今年|明年|去年|近日|日前|未来|每年|正在"
)
_FIRST_TO = re.compile("[向对给为]")
_HELPED = re.compile(r"在[^,。;]{0,24}?(?:支持|斡旋|协助|调解|推动|努力|见证|促成)之?下")
"""Whoever helped an agreement along is no party of it."""
_PARTNER = re.compile("[向对给与同跟从]$|针对$")
_JOINED = re.compile("[和与及、跟同]|以及")
_FROM = re.compile(r"[从向由自]$")
_WITH = re.compile(r"[与同跟和及]$|连同$")
_PARTNERS = frozenset("与同跟")
"""甲国与乙国…,与丙国签署: who the subject did something else with is no party."""
_HANDED = re.compile(r"(?:[给予到至往]|给予)?$")
_OBJECT = re.compile(r"[向对给为予与同跟从由被把将于在让使令]$|针对$|关于$|除了?$|靠近$|邻近$|毗邻$|经$|经由$")
_ANAPHOR = re.compile(r"[向对给为予](?:这些|这一|这个|此|该|上述|其|它|她|他|对方)")
_FOR_IT = re.compile(r"[为对][^,。;]{0,10}(?:研究|项目|工程|铁路|公路|建设|勘察|设计|规划|施工)\Z")
"""为可行性研究提供…"""
PAIR = 2
_SETTLED = frozenset({"body", "project"})
"""What stands somewhere: the country it stands in takes part."""
_BUILT = frozenset({"access", "body", "project"})
NAME = 3
"""Characters before its head that make a project's name."""
REACH = 80
"""Characters left of a verb within which its subject stands."""


class Sides(Struct, frozen=True, gc=False):
    """Codes of those who take part; where the subject begins that the clause is read from."""

    parties: tuple[str, ...]
    start: int
    giver: str | None = None
    receiver: str | None = None


def subject(scene: Scene, verb_start: int) -> list[Actor]:
    """Who stands before a verb and under no preposition, with those joined to it; nobody when nobody does."""
    low = scene.clause_start(verb_start) if scene.sentence.part is Part.HEADLINE else verb_start - REACH
    for actor in reversed([a for a in scene.actors if low <= a.start and a.end <= verb_start]):
        before = scene.text[max(scene.sentence.start, actor.start - 3) : actor.start]
        if _OBJECT.search(before) or scene.placed(actor) or scene.text.startswith("的", actor.end):
            continue
        joined = scene.with_others(actor)
        first = scene.text[max(scene.sentence.start, joined[0].start - 3) : joined[0].start]
        if not _OBJECT.search(first):
            return joined
    return []


def given(scene: Scene, verb: Verb, thing: Thing, use: str) -> Sides | None:
    """Giver and receiver of what a verb hands over; None unless both are told."""
    inside = _within(scene, thing) if use == "object" else None
    if inside is not None:
        return inside
    actors = subject(scene, verb.start)
    low = actors[-1].end if actors else scene.clause_start(verb.start)
    other = _to(scene, low, verb, thing) if use != "receive" else _from(scene, low, verb, thing)
    if (
        not actors
        or "对向" in scene.text[actors[-1].end : verb.start]
        or not _is_its(scene, actors[-1], verb.start)
        or _asks(scene, actors[-1].end, verb.start)
    ):
        return None
    one = _codes(actors)
    if other is None:
        return _as_before(scene, one, actors[0].start, low, verb.start)
    there = other.codes
    one = [code for code in one if code not in there] if len(one) > 1 else one
    if set(one) & set(there) or not one:
        return None
    codes = tuple(sorted({*one, *there}))
    if not scene.story.apart(codes):
        return None
    giver, receiver = (one, there) if use != "receive" else (there, one)
    return Sides(codes, actors[0].start, _only(giver), _only(receiver))


def _within(scene: Scene, thing: Thing) -> Sides | None:
    """欧盟对乌克兰的援助: the sides that the phrase itself names."""
    inside = [a for a in scene.actors if thing.start <= a.start and a.end <= thing.end]
    to = [a for a in inside if _TO.search(scene.text[max(thing.start, a.start - 2) : a.start])]
    givers = [a for a in inside if a not in to]
    codes = tuple(sorted({*_codes(to), *_codes(givers)}))
    if not to or not givers or not scene.story.apart(codes):
        return None
    return Sides(codes, thing.start, _only(_codes(givers)), _only(_codes(to)))


def _is_its(scene: Scene, actor: Actor, verb: int) -> bool:
    """Whether a subject of an earlier clause is that of the verb's: 他的公司向… has one of its own."""
    clause = scene.clause_start(verb)
    if actor.end > clause:
        between = scene.text[actor.end : verb]
        to = _FIRST_TO.search(between)
        rest = between[: to.start()] if to is not None else between
        spoken = list(scene.story.rules.say.finditer(rest))
        if spoken and len(_ADVERBS.sub("", rest[spoken[-1].end() :])) > 1 and not _verb_in(scene, actor.end, verb):
            return False
        described = rest.rpartition("的")
        return not described[1] or len(_ADVERBS.sub("", described[2])) <= 1 or _verb_in(scene, actor.end, verb)
    inside = [a for a in scene.actors if clause <= a.start < verb]
    if inside and not _OBJECT.search(scene.text[max(clause, inside[0].start - 3) : inside[0].start]):
        return False
    first = min([a.start for a in inside] + [verb])
    first = min([v.start for v in scene.verbs if clause <= v.start < first] + [first])
    return len(_ADVERBS.sub("", scene.text[clause:first])) <= 1


def _verb_in(scene: Scene, start: int, end: int) -> bool:
    at = scene.text.rfind("的", start, end)
    return any(at < v.start < end for v in scene.verbs if v.uses.keys() & {"modal", "object"})


def _asks(scene: Scene, start: int, verb: int) -> bool:
    """Whether the subject asks others for it: 呼吁向…提供 is no offer of whoever calls for it."""
    return any(
        start <= v.start < verb and (row := v.uses.get("modal")) is not None and row.stage == "asked"
        for v in scene.verbs
    )


def _as_before(scene: Scene, giver: list[str], start: int, low: int, high: int) -> Sides | None:
    """为其提供, 为这些项目提供: whoever is named between, else who received what the same side gave before."""
    last = scene.story.given
    if not _ANAPHOR.search(scene.text, low, high):
        return _for_it(scene, giver, start, low, high)
    named = [a for a in scene.actors if low <= a.start and a.end <= high and not set(a.codes) & set(giver)]
    if named:
        codes = tuple(sorted({*giver, *named[-1].codes}))
        return Sides(codes, start, _only(giver), _only(named[-1].codes)) if scene.story.apart(codes) else None
    if last is None or last.giver is None or giver != [last.giver]:
        return None
    return Sides(last.parties, start, last.giver, last.receiver)


def _for_it(scene: Scene, giver: list[str], start: int, low: int, high: int) -> Sides | None:
    """甲国和乙国同意研究铁路,甲国愿为研究提供援助: it goes to whoever builds the thing with the giver."""
    built = scene.built
    if built is None or len(built.parties) != PAIR or len(giver) != 1 or giver[0] not in built.parties:
        return None
    if _FOR_IT.search(scene.text, low, high) is None or any(low <= a.start < high for a in scene.actors):
        return None
    return Sides(built.parties, start, giver[0], next(code for code in built.parties if code != giver[0]))


def _to(scene: Scene, low: int, verb: Verb, thing: Thing) -> Actor | None:
    """Who it goes to: behind 向 or 给 before the verb, right behind the verb, or inside the phrase (对…的援助)."""
    text = scene.text
    for actor in scene.actors:
        if low <= actor.start and actor.end <= verb.start and _TO.search(text[max(low, actor.start - 5) : actor.start]):
            if _RECEIVED.fullmatch(text, actor.end, verb.start) is None:
                continue
            return _receivers(scene, actor, verb.start)
        handed = (
            "give" in verb.uses
            and verb.end <= actor.start <= thing.end + 2
            and _HANDED.fullmatch(text[verb.end : actor.start])
        )
        if handed and actor.start < thing.end + 2:
            return actor
        if verb.end <= actor.start and actor.end <= thing.end + 3:
            near = text[max(verb.end, actor.start - 2) : actor.start]
            if _TO.search(near) or near.endswith("援"):
                return actor
    return None


def _receivers(scene: Scene, first: Actor, end: int) -> Actor:
    """Whoever 和 joins to a receiver on its right; of names without a mark between them (中国香港) the last one."""
    codes, last = list(first.codes), first
    for actor in scene.actors:
        if not last.end <= actor.start or actor.end > end:
            continue
        between = scene.text[last.end : actor.start]
        if between and not _JOINED.fullmatch(between):
            break
        codes = [*(codes if between else []), *actor.codes]
        last = actor
    return Actor(first.start, last.end, tuple(dict.fromkeys(codes)))


def _from(scene: Scene, low: int, verb: Verb, thing: Thing) -> Actor | None:
    """Who it comes from: behind 从 or 向 before the verb, or at the head of the phrase (购买美国武器)."""
    for actor in scene.actors:
        if low <= actor.start and actor.end <= verb.start and _FROM.search(scene.text[: actor.start][-2:]):
            return actor
        if verb.end <= actor.start and actor.end <= thing.end:
            return actor
    return None


def together(scene: Scene, start: int, thing: Thing, end: int) -> Sides | None:
    """The parties of what is done together between two offsets; where one stands there alone, the subject before. A
    road or a cable between places has the countries of these. 双方 that cease fire may be of one country."""
    settled = thing.head.row.role in _SETTLED
    inside = [a for a in scene.actors if start <= a.start and a.end <= end and (settled or not scene.placed(a))]
    others = [a for a in inside if scene.text[a.start : a.end] not in BOTH]
    inside = others if scene.story.apart(_codes(others)) else inside
    if scene.text.find("下", start, end) >= 0:
        helped = [m.span() for m in _HELPED.finditer(scene.text, start, end)]
        inside = [a for a in inside if not any(at <= a.start < until for at, until in helped)]
    if thing.kind == "ceasefire" and inside and all(scene.text[a.start : a.end] == "双方" for a in inside):
        return None
    acting = [a for a in inside if not scene.placed(a)]
    named_in = [a for a in inside if thing.start <= a.start and a.end <= thing.end]
    codes = list(dict.fromkeys(_codes(named_in)))
    under = bool(named_in) and _OBJECT.search(scene.text[max(start, named_in[0].start - 3) : named_in[0].start])
    if scene.story.apart(codes) and not under and thing.head.row.role != "body":
        return Sides(tuple(sorted(codes)), min(start, named_in[0].start))
    codes = list(dict.fromkeys(_codes(inside)))
    if thing.head.row.role == "project":
        named = (h for h in scene.sentence.hits if thing.start <= h.start and h.end <= thing.end)
        cities = (h.entry.place for h in named if h.entry.place is not None and h.entry.place.kind == "city")
        places = [city.country for city in cities if city.country]
        codes += [code for code in dict.fromkeys(places) if code not in codes]
    first = inside[0].start if inside else start
    if not acting or scene.placed(inside[0]) or _PARTNER.search(scene.text[max(start, first - 3) : first]):
        before = _spoken_of(scene, first, subject(scene, first), alone=not inside)
        if settled and not acting and not before:
            return None
        codes += [code for code in _codes(before) if code not in codes]
        first = before[0].start if before else first
    return Sides(tuple(sorted(codes)), first) if scene.story.apart(codes) else None


def _spoken_of(scene: Scene, start: int, before: list[Actor], *, alone: bool) -> list[Actor]:
    """The subject of an earlier clause, when no verb of speech stands between: who speaks takes no part, save where
    the clause has no subject of its own (说,与日本达成协议; 双方表示,将签署…)."""
    if not before or (alone and scene.story.apart(_codes(before))) or _silent(scene, before[-1].end, start):
        return before
    clause = scene.clause_start(start)
    if not _WITH.search(scene.text[max(clause, start - 2) : start]) or start - clause > NAME:
        return []
    partner = len(before) > 1 and scene.text[before[0].end : before[1].start] in _PARTNERS
    return before[:1] if partner else before


def _silent(scene: Scene, start: int, end: int) -> bool:
    return scene.story.rules.say.search(scene.text, start, end) is None


def untold(scene: Scene, start: int, thing: Thing, *, talks: bool) -> Sides | None:
    """The parties where the sentence names none: those of talks (可能会讨论增加海底电缆) the two that the document
    means by 两国, those of a project with a name the only two of its paragraph."""
    if not any(start <= actor.start and actor.end <= thing.end for actor in scene.actors) and talks:
        pair = scene.story.main_pair() if thing.head.row.role in _BUILT else ()
        return Sides(pair, start) if pair and scene.story.apart(pair) else None
    if not scene.actors and thing.head.start - thing.start >= NAME and thing.head.row.role == "project":
        pair = scene.story.only_pair(start)
        return Sides(pair, start) if pair and scene.story.apart(pair) else None
    return None


def _codes(actors: Iterable[Actor]) -> list[str]:
    return list(dict.fromkeys(code for actor in actors for code in actor.codes))


def _only(codes: Iterable[str]) -> str | None:
    found = sorted(set(codes))
    return found[0] if len(found) == 1 else None
