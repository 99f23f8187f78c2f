"""What is promised: the noun phrase around a noun of the packs, and whether that noun is its head."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.lang.zh.undertakings.scene import in_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.lang.stages import Noun
    from bilat.lang.zh.undertakings.scene import Scene

_TAIL = re.compile(
    r"(?:(?:升级|改造|扩建|建设|修建|重建|修复|延伸|援助|项目|工程|计划|方案|协议|协定|合同|议定书|备忘录|物资|装备|设备|系统|设施|网络|平台"
    r"|谈判|合作|服务|政策|安排|措施|待遇|线路|支持|资金|贷款|框架|机制|弹药|零部件|运营|连接|通道|延长线|一期|二期|机场|港|站|线|段|车辆"
    r"|合作项目|升级版|[0-9]\.0版|订单|交易|协作|升级议定书|运输|运力|法案|草案|文本|文件|机组|电站|库|炸弹|导弹|系列|战机|坦克|部队用品)"
    r"|[”》]|(?<=[》”])(?:的)?(?:协议|协定|谅解备忘录|备忘录|议定书|文件|计划|项目|系统|战机|导弹|坦克|武器|无人机|合同)"
    r"|\([^()]{1,24}\)|等(?=[,。;、]))+"
)
_ENDED = re.compile(
    r"[,。;:!?、)”》\n\"'\s]|$|[和与及以并或至到给供从后时前中上在已将即的等是也都用为予于由被按向对因而来不未再还则而且只共可]"
    r"|最[多大]|签署|签订|正式|期间|谈判|预计|有望|通过|达成|同意|方面|领域|(?:开始|继续|顺利|全面|全线|[今昨明][天日年起晚早]|去年|近日|日前)"
)
_RELATIVE = re.compile(r"的(?!联合声明|联合公报|签署|签订|达成|生效|谈判|实施|落实|启动)")
_LISTED = re.compile(r"(?:[和与及、]|以及)[^,。;:!?\n和的]{1,10}的(?!联合声明|签署|谈判)")
"""武器和弹药的国家: the list describes what comes next."""
_NOT_A_THING = re.compile(
    r"以来|周年|城市|局|公司|集团|专家|部队|库存|禁运|管制|管控|工业|产业|市场|价格|袭击|攻击|试验|试射|发射(?!升空)|问题|危机|外交|关系|出口国"
)
_KEEP = frozenset({"paper", "talks", "ties", "level"})
_FIELDS = re.compile(r"(?:[、和与及]|以及)[^,。;:!?\n]{1,40}?(?:领域|合作)")
"""基础设施、金融等领域: a noun that only begins a list of fields."""
_SANCTIONS = re.compile("制裁|限价|价格上限|禁运|关税|配额")
"""What is imposed on a country is nothing undertaken with it."""
NEAR = 12
"""Characters before a paper that tell whether it is one of sanctions."""
LONGEST = 30
"""Characters of a name; a longer one is cut to what follows its last 的."""
_OPENERS = re.compile(
    r"(?:了|过|着|成|好|为|到|给|对|向|就|其|一?[项份批座条个架枚]|多[项份批]|[这该此]项?|新的|更多(?:此类|的)?|此类|[这那一]些|一系列|一揽子|包括|包含|涉及|有关|关于|首[批个份]|的)+"
)
_AND = frozenset("与和同至到")
_LEFT = re.compile(
    r"[,。;:!?、\n\s“(的了]|[在于将把被由就和与同向为是从使让经](?!.{0,2}国)|承建|援建|修建|建设|投资|共建|宣布|表示|称|说|连接|合作|出资|出席|祝贺|而且|并且|以及"
)


class Thing(Struct, frozen=True, gc=False):
    """A noun phrase: its head noun, its span, and its kind."""

    start: int
    end: int
    head: Noun
    kind: str


_ACTS = re.compile("发射|部署|试射|袭击|使用(?!权)|研发|瞄准|击落")
"""What is done with weapons is not their delivery."""
_SO_THAT = re.compile("以[抗换便示求免期]")
GENERIC = frozenset({"agreement", "aid", "project", "funding", "treaty"})
"""Kinds that give way to a closer one in the same phrase: 铁路援助 is about a railway."""


def heads(scene: Scene) -> Iterator[tuple[Noun, int]]:
    """The nouns that end their phrase, each with the end of it, words like 项目 and 计划 included."""
    text, last = scene.text, 0
    nouns = [noun for noun in scene.nouns if noun.row.role != "field"]
    for noun, following in zip_longest(nouns, nouns[1:]):
        if noun.start < last:
            continue
        tail = _TAIL.match(text, noun.end) if noun.row.role not in ("ties", "level") else None
        end = tail.end() if tail is not None else noun.end
        if noun.row.role not in _KEEP and _FIELDS.match(text, end):
            continue
        if following is not None and following.start <= end and _reaches(nouns, noun, end):
            continue
        if (
            (end in scene.predicates or _ENDED.match(text, end))
            and not _NOT_A_THING.match(text, noun.end)
            and not in_name(noun, scene.sentence)
        ):
            last = end
            yield noun, end


def _reaches(nouns: list[Noun], noun: Noun, end: int) -> bool:
    """Whether another noun begins within a phrase and ends behind it."""
    return any(noun.start < n.start <= end < n.end for n in nouns)


def relative(text: str, end: int) -> bool:
    """Whether 的 follows: the phrase only describes what comes next (提供武器的国家)."""
    return _RELATIVE.match(text, end) is not None or _LISTED.match(text, end) is not None


def joined(scene: Scene, first: tuple[Noun, int], more: list[tuple[Noun, int]]) -> tuple[Noun, int]:
    """疫苗和大量医疗物资: the last noun of a list that one verb governs."""
    noun, end = first
    for other, until in more:
        gap = scene.text[end : other.start]
        if not re.fullmatch(r"(?:[和与及、或]|以及)[^,。;:、]{0,10}", gap) or any(
            end <= v.start < other.start for v in scene.verbs
        ):
            break
        if any(end <= actor.start < until for actor in scene.actors):
            break
        noun, end = other, until
    return noun, end


def governed(scene: Scene, noun: Noun, after: int) -> bool:
    """Whether a preposition stands right before a noun, and after an offset: 对援助进行监督."""
    return noun.start > after and scene.text[noun.start - 1 : noun.start] in _PREPOSITIONS


_PREPOSITIONS = frozenset("对把为从以据按")


def after_verb(scene: Scene, noun: Noun, end: int, verb_end: int) -> Thing | None:
    """The phrase between a verb and the end of its object's head."""
    text = scene.text
    start = verb_end
    opener = _OPENERS.match(text, start, noun.start)
    if opener is not None:
        start = opener.end()
    named = (h for h in scene.sentence.hits if h.start == start and h.end <= noun.start)
    given_to = next((h for h in named if h.entry.country is not None or h.entry.org is not None), None)
    if given_to is not None and text[given_to.end : given_to.end + 1] in "的以" and given_to.end < noun.start:
        start = given_to.end + 1
    return _cut(scene, noun, start, end)


def before_verb(scene: Scene, noun: Noun, end: int) -> Thing | None:
    """The phrase left of a predicate: from the last boundary before its head."""
    low = max(scene.clause_start(noun.start), noun.start - LONGEST)
    start = low
    for found in _LEFT.finditer(scene.text, low, noun.start):
        start = found.end()
    ends = [v.end for v in scene.verbs if low <= v.start and v.end <= noun.start]
    start = max([start, *[end for end in ends if "的" not in scene.text[end : noun.start]]])
    if scene.text[start - 1 : start] in _AND:
        start = next((actor.start for actor in scene.actors if low <= actor.start and actor.end == start - 1), start)
    return _cut(scene, noun, start, end)


def has_field(scene: Scene, thing: Thing, verb_end: int) -> bool:
    """Whether cooperation has a field: a noun inside its phrase that says what in, and no long list of them."""
    inside = [n for n in scene.nouns if thing.start <= n.start and n.end <= thing.end and n is not thing.head]
    fields = [n for n in inside if n.row.role not in _NO_FIELD]
    return bool(fields) and scene.text.count("、", verb_end, thing.end) < LIST


_NO_FIELD = frozenset({"level", "ties", "work"})
LIST = 2
"""Enumeration marks of a list of fields that is a courtesy, not a promise."""


def _cut(scene: Scene, noun: Noun, start: int, end: int) -> Thing | None:
    text = scene.text
    if _SO_THAT.search(text, start, noun.start) or _ACTS.search(text, start, noun.start):
        return None
    before = text[max(scene.clause_start(noun.start), noun.start - NEAR) : noun.start]
    if noun.row.role == "paper" and "《" not in before and _SANCTIONS.search(before) is not None:
        return None
    if end - start > LONGEST:
        cut = text.rfind("的", start, noun.start)
        cut = cut if cut >= 0 else text.rfind("、", start, noun.start)
        start = cut + 1 if cut >= 0 and end - cut - 1 <= LONGEST else noun.start
    if noun.row.role == "project" and text[start : start + 1] != "从":
        cut = text.rfind("的", start, noun.start)
        if cut >= 0 and any(cut < actor.start and actor.end <= noun.start for actor in scene.actors):
            start = cut + 1
    while start < noun.start and text[start] in " ,、”》)的将把":
        start += 1
    while end > noun.end and text[end - 1] in " ,等":
        end -= 1
    if text.count("“", start, end) != text.count("”", start, end):
        opened = text.rfind("“", start - 1, noun.start) if start else -1
        if opened == start - 1 and text.count("”", start, end):
            start -= 1
        elif text[end - 1] == "”":
            end -= 1
        elif text[end : end + 1] == "”":
            end += 1
    if text.count("《", start, end) != text.count("》", start, end):
        opened = text.rfind("《", max(0, start - LONGEST), noun.start)
        if opened < 0:
            return None
        start = opened
    within = [n for n in scene.nouns if start <= n.start and n.end <= end and n.row.role != "field"]
    kind = noun.row.kind
    if kind in GENERIC:
        kind = next((n.row.kind for n in reversed(within) if n.row.kind not in GENERIC), kind)
    return Thing(start, end, noun, kind)
