"""Candidates of a sentence: a noun, the verb that tells its stage, and the sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from bilat.lang.zh.undertakings.rules import GAP, OBJECT_USES
from bilat.lang.zh.undertakings.sides import Sides, given, together, untold
from bilat.lang.zh.undertakings.stages import stage_of, told_by, words_before
from bilat.lang.zh.undertakings.things import (
    Thing,
    after_verb,
    before_verb,
    governed,
    has_field,
    heads,
    joined,
    relative,
)
from bilat.model import Part, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.lang.stages import Noun, Verb
    from bilat.lang.zh.undertakings.scene import Scene
    from bilat.packs.tables.undertakings import StageWord


class Found(Struct, frozen=True, gc=False):
    """An undertaking as one clause tells it: the span that shows it, and the offsets of its verb and of the first word
    over that (None without any)."""

    thing: Thing
    stage: Stage
    sides: Sides
    start: int
    end: int
    verb: int
    over: int | None


AFTER = 24
"""Characters between a noun and its predicate."""
AND = 2
"""Characters before the verb of a clause that only goes on: 同意巩固…,并加强…."""
BEFORE = 60
"""Characters that such a clause goes on from."""
_GIVES_ON = re.compile(r"(?:再|还|也|并|将|继续)*[向对给为]")
_GOES_ON = re.compile(r"以及|及其?|和")
_PURPOSE = re.compile(r"以(?![及色便])|用[于来以]|旨在|来[加推建]|以便|从而")
_PAST = re.compile(r"[了过]")
_GONE_ON = frozenset("并且后了,")
_NOUNS = frozenset("资助展动作济育")
_ATTRIBUTE = re.compile(r"(?:了|给[^,。;]{1,8})?的")
_FIRM = re.compile(
    r"公司|企业|集团|银行|大学|学院|球队|俱乐部|工会|商会|协会|联合会|基金会|航空|机构|中心|博物馆|美术馆|研究院|研究所|学会"
    r"|智库|电视台|通讯社|球会|邮轮|人士|业者|居民|律师|嫌犯|通缉犯|球员|联盟”"
)
_OF_FIRMS = frozenset({"access", "project"})
"""Roles of what firms build and run for countries."""
_AS = ("为契机", "为基础", "为目标", "为起点", "为主线")
_ABOUT = ("有关", "关于", "涉及")
_TALKS = re.compile(r"[”》]?的?(?:升级)?(?:谈判|磋商|协商|商谈)")
_IMPROVED = re.compile(r"(?:建设|合作|连接|联系|联通|互联互通|项目|投资)[”》]?\Z")
"""What is 加强ed or 增加ed of a road or a cable is its building, not the attack on it."""
_ENDS = re.compile(
    r"[,。;:!?、)”》\n \"]|$|[了并和及与后时以于在的至到为将也都就才,《—-]|仪式|典礼|运营|营运|开行|飞行|使用|通车"
    r"|发射|升空|成功|十|[0-9]|版"
)
"""What follows a predicate that has no object of its own."""
_RESULT = frozenset("为到至成")
"""提升为, 升格至: no end of a noun."""
_RATE = re.compile("的?(?:速度|进度|程度|水平|步伐|比例|情况)")
"""恢复的速度: how fast, not that."""
_AT_ONCE = re.compile("(?:将|已|正式|再次|获得?|得到|全面|的)*")
_YEARS = re.compile(r"[0-9一二三四五六七八九十]*周年|以来")
_BY_PREDICATE = re.compile(r"[^,。;:!?\n”》]*")
_TOPIC = re.compile(r"就(?:重新|相互|互相|进一步|尽快|共同|如何|是否|逐步|全面)?$")
_SUPPOSED = re.compile(
    r"(?:将|会|才|可能|无疑)?(?:等同|相当于|等于|使|让|助|导致|令|意味着|有助|有利)"
    r"|[将会](?:更|容易|是|为|成为)|才能|不会|是不|是否|也?可能(?:在|是|成)"
)
"""美国停止提供军援将使…: what is only supposed, to tell what would follow."""


def candidates(scene: Scene) -> Iterator[Found]:
    """The undertakings that a sentence tells of."""
    ends = list(heads(scene))
    at = 0
    while at < len(ends):
        noun, end = joined(scene, ends[at], ends[at + 1 :])
        made = None if _SUPPOSED.match(scene.text, end) else _by_object(scene, ends[at][0], noun, end)
        made = made or _by_predicate(scene, noun, end)
        if made is not None:
            if noun.row.role == "project":
                scene.built = made.sides
            yield made
        at += 1
        while at < len(ends) and ends[at][0].start < end:
            at += 1


def _row(verb: Verb, role: str, uses: tuple[str, ...]) -> StageWord | None:
    return next(
        (row for use in uses if (row := verb.uses.get(use)) is not None and (not row.of or role in row.of)), None
    )


def _nominal(scene: Scene, verb: Verb) -> bool:
    """铁路建设, 援助计划: a verb right behind a noun, that what follows does not make a predicate."""
    return verb.start in scene.noun_ends and scene.text[verb.end - 1] not in _RESULT


def _by_object(scene: Scene, first: Noun, noun: Noun, end: int) -> Found | None:
    """A verb that governs the noun: the nearest one left of it in its clause, but 签署 before any other."""
    if relative(scene.text, end) or scene.text.startswith(_AS, end):
        return None
    clause = scene.clause_start(first.start)
    more = _GOES_ON.match(scene.text, clause)
    low = max(scene.clause_start(clause - 1) if more is not None else clause, first.start - GAP)
    verb, row = _governing(scene, low, first.start, noun.row.role)
    if verb is None or row is None:
        return None
    if "就" in scene.text[verb.end : noun.start]:
        return None
    begin = verb.end if more is None or verb.end > clause else more.end()
    thing = after_verb(scene, noun, end, begin)
    if (
        thing is None
        or governed(scene, noun, begin)
        or (noun.row.role == "work" and not has_field(scene, thing, begin))
    ):
        return None
    return _topic(scene, verb, thing) or _settled(scene, verb, row, thing)


def _governing(scene: Scene, low: int, high: int, role: str) -> tuple[Verb | None, StageWord | None]:
    found: tuple[Verb | None, StageWord | None] = (None, None)
    for verb in reversed([v for v in scene.verbs if low <= v.start and v.end <= high and not _nominal(scene, v)]):
        row = _row(verb, role, OBJECT_USES)
        if row is None and found[1] is None and any(use in verb.uses for use in OBJECT_USES):
            return None, None
        if row is not None and (found[1] is None or (row.stage == "signed" and found[1].stage != "signed")):
            found = verb, row
    return found


def _topic(scene: Scene, verb: Verb, thing: Thing) -> Found | None:
    """就升级铁路…达成一致: what they agree about is the whole phrase; the verb is the one at the end."""
    text, clause = scene.text, scene.clause_start(verb.start)
    about = _TOPIC.search(text[clause : verb.start])
    if about is None:
        return None
    for last in scene.verbs:
        row = last.uses.get("subject") if thing.end <= last.start <= thing.end + GAP else None
        if row is not None and row.stage == "agreed":
            whole = replace(thing, start=verb.start)
            sides = together(scene, clause, whole, thing.end)
            over = words_before(scene.verbs, clause, verb.start)
            over += words_before(scene.verbs, max(thing.end, scene.clause_start(last.start)), last.start)
            stage = stage_of(row, "paper", over, past=False, bare=False)
            if sides is not None and stage is not None:
                return Found(whole, stage, sides, sides.start, last.end, last.start, over[0].start if over else None)
    return None


def _by_predicate(scene: Scene, noun: Noun, end: int) -> Found | None:
    """A verb that the noun is the subject of: the first one right of it in its clause."""
    stop = min(scene.clause_end(end), end + AFTER)
    if not any(end <= start < stop for start in scene.predicates):
        return None
    clause = scene.clause_start(noun.start)
    if (
        governed(scene, noun, clause)
        or scene.text.endswith(_ABOUT, clause, noun.start)
        or any(_has_object(scene, v, noun) for v in scene.verbs if clause <= v.start < noun.start)
    ):
        return None
    for verb in (v for v in scene.verbs if end <= v.start and v.end <= stop):
        row = _row(verb, noun.row.role, ("subject",))
        if _BY_PREDICATE.fullmatch(scene.text, end, verb.start) is None:
            return None
        if row is not None:
            return _predicate(scene, noun, end, verb, row)
        if any(use in verb.uses for use in OBJECT_USES):
            return None
    return None


def _predicate(scene: Scene, noun: Noun, end: int, verb: Verb, row: StageWord) -> Found | None:
    """The undertaking of a noun and a verb after it, when that is its predicate and has no object of its own."""
    text = scene.text
    apart = noun.row.role == "level" and _AT_ONCE.fullmatch(text, end, verb.start) is None
    other = _RATE.match(text, verb.end) or _YEARS.match(text, verb.end)
    if apart or other is not None or _ENDS.match(text, verb.end) is None:
        return None
    thing = before_verb(scene, noun, end)
    if thing is None or (noun.row.role == "gift" and thing.start == noun.start):
        return None
    return _predicated(scene, verb, row, thing)


def _has_object(scene: Scene, verb: Verb, noun: Noun) -> bool:
    """Whether a noun that a predicate follows is the object of a verb before it."""
    return any(use in verb.uses for use in OBJECT_USES) and "的" not in scene.text[verb.end : noun.start]


def _settled(scene: Scene, verb: Verb, row: StageWord, thing: Thing) -> Found | None:
    """The undertaking of a verb and its object, when stage and sides are told."""
    text, clause = scene.text, scene.clause_start(verb.start)
    attribute = _ATTRIBUTE.match(text, verb.end, thing.end)
    if _is_none(scene, verb, row, thing) or (attribute is not None and row.use != "give"):
        return None
    sides = _sides(scene, verb, row, thing)
    if sides is None and "under_study" in told_by(words_before(scene.verbs, clause, verb.start)):
        sides = untold(scene, clause, thing, talks=True)
    if sides is None:
        return None
    if sides.giver is not None:
        scene.story.given = sides
    role = _role(scene, thing)
    over = words_before(scene.verbs, _reach(scene, verb, row, sides), verb.start)
    over = [word for word in over if not _disposes(scene, word, verb) and not _is_apart(text, word)]
    headline = scene.sentence.part is Part.HEADLINE
    past = attribute is not None or _PAST.match(text, verb.end) is not None or text.startswith("最", thing.end)
    stage = stage_of(row, role, over, past=past, bare=headline)
    if stage is None:
        return None
    start = min(sides.start, verb.start)
    return Found(thing, stage, sides, start, thing.end, verb.start, over[0].start if over else None)


def _is_none(scene: Scene, verb: Verb, row: StageWord, thing: Thing) -> bool:
    """Whether a verb with this object is no undertaking: denied, only describing, or an attack on a road."""
    if row.use == "give" and _handed_on(scene, verb, thing):
        return True
    whole = scene.text[thing.start : thing.end]
    if row.stage == "open" and thing.head.row.role == "project" and not _IMPROVED.search(whole):
        return True
    return "none" in told_by(words_before(scene.verbs, scene.clause_start(verb.start), verb.start))


def _is_apart(text: str, word: Verb) -> bool:
    """谈判并且达成, 融资计划: a word beside the verb, or the end of a noun, that speaks of no other verb."""
    announced = text[word.end] == "," and word.uses["modal"].stage == "agreed"
    return (
        (text[word.end] in _GONE_ON and not announced)
        or text[word.start - 1] == "的"
        or (text[word.start : word.end] == "计划" and text[word.start - 1] in _NOUNS)
    )


def _handed_on(scene: Scene, verb: Verb, thing: Thing) -> bool:
    """援助乌克兰的资金: whether a verb with its receiver only describes the noun."""
    return any(
        h.start == verb.end and h.entry.country is not None and "的" in scene.text[h.end : thing.head.start]
        for h in scene.sentence.hits
    )


def _role(scene: Scene, thing: Thing) -> str:
    """The head's role; a paper that is negotiated is talks (启动《协定》的谈判)."""
    return "talks" if _TALKS.match(scene.text, thing.end) else thing.head.row.role


def _disposes(scene: Scene, word: Verb, verb: Verb) -> bool:
    """将两国关系提升为…: 将 sets the object before its verb and tells no future."""
    return scene.text[word.start : word.end] == "将" and "关系" in scene.text[word.end : verb.start]


def _reach(scene: Scene, verb: Verb, row: StageWord, sides: Sides) -> int:
    """Where the words over a verb begin: in its clause; with a purpose (提供赠款,以加强…), or where the clause only
    goes on (同意巩固…,加强…), before it too."""
    clause = scene.clause_start(verb.start)
    if _PURPOSE.match(scene.text, clause):
        return scene.clause_start(clause - 1)
    if row.use == "give" and scene.text.startswith("并", clause):
        return scene.clause_start(clause - 1)
    if row.use == "give" and sides.start < clause and _GIVES_ON.match(scene.text, clause):
        return max(sides.start, scene.clause_start(clause - 1))
    if verb.start - clause <= AND and not clause <= sides.start < verb.start:
        return max(scene.sentence.start, verb.start - BEFORE)
    return clause


def _sides(scene: Scene, verb: Verb, row: StageWord, thing: Thing) -> Sides | None:
    role = thing.head.row.role
    if row.use in ("give", "receive") or role == "gift":
        return given(scene, verb, thing, row.use)
    clause = scene.clause_start(verb.start)
    if role not in _OF_FIRMS and _FIRM.search(scene.text, clause, verb.start):
        return None
    return together(scene, clause, thing, thing.end)


def _predicated(scene: Scene, verb: Verb, row: StageWord, thing: Thing) -> Found | None:
    """The undertaking of a noun and its predicate."""
    clause = scene.clause_start(thing.start)
    sides = together(scene, clause, thing, verb.end) or untold(scene, clause, thing, talks=False)
    if sides is None:
        return None
    over = words_before(scene.verbs, clause, thing.start) + words_before(scene.verbs, thing.end, verb.start)
    stage = stage_of(row, thing.head.row.role, over, past=False, bare=False)
    if stage is None:
        return None
    start = min(sides.start, thing.start)
    return Found(thing, stage, sides, start, verb.end, verb.start, over[0].start if over else None)
