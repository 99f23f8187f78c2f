"""When a verb of saying tells of a statement, and when it does not: nouns, denials, conditions, passives, courtesy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bilat.lang.zh.claims.line import Line
    from bilat.lang.zh.claims.speaker import Speaker
    from bilat.lang.zh.claims.words import Said

OPEN = frozenset(',:“"')
"""What stands between a verb and what is said."""

NOUN_BEFORE = frozenset("的者权书率员们")
"""What stands behind a word of saying that is no verb: 表示的."""
PASSIVE_AFTER = frozenset("的被遭受")
"""What stands before one that is no verb of its subject: 被要求."""
_NOUN_AFTER = frozenset(
    (
        *("发出", "提出", "表达", "作出", "做出", "进行", "遭到", "受到", "引发", "予以", "发起", "面临"),
        *("一项", "一个", "这一", "满足", "符合", "无视", "履行", "兑现", "收到", "提交", "回应", "面对"),
        *("根据", "有关", "相关", "不少", "许多", "很多", "诸多", "任何", "各种"),
    )
)
"""What makes a noun of the verb behind it: 发出警告, 履行承诺."""
_DENIED = re.compile(
    "(?:没有?|未|不(?!断|仅|时|得不|约|久|过|只|满|安)|是否|拒绝|能否|会否|无法|难以|如何|怎么|何以|谁|值得)"
    "(?:再|再次|就此|对此|予以?|作出?|明确|正式|公开|立即)?$"
    "|^[也还仍]?将[在于]"
    "|^[^在对向就与同跟于]{0,6}(?:想|可以?|能够?|应该?|应当|需要|必须|会|拟|将|让|来|去|再|为|以|要|料|有望|计划|准备|打算|试图)$"
)
"""What keeps a verb from telling of a statement: denied, asked for, or only to come."""
_UNSAID = re.compile("[尚暂均并还仍时]{0,4}(?:没有?|未|拒绝|不愿|不予|无)(?!来|论|法|线)[^,。]{0,24}$")
_NOT_SAID = re.compile(f"(?<!会)被(?!问|记者|告|害)|遭(?!到)|{_DENIED.pattern}")
"""The same, or what makes a passive of it."""
_IF = re.compile("如果|若(?!干)|假如|倘若|要是|一旦|即使|只要|除非|为了|旨在")
_WHEN = re.compile("当(?![局地天日时年晚中])|继(?!续)|自从?(?!称|曝)|如果|假如|一旦|即使")
_WHEN_FIRST = frozenset("当继自如假一即")
_COURTESY = re.compile(
    "了?(?:最?(?:深切|深深|诚挚|诚恳|衷心|热烈|由衷|真诚|沉痛|崇高|亲切)|深表|高度|的){0,3}"
    "(?:慰问|感谢|哀悼|欢迎|祝贺|敬意|谢意|同情|问候|吊唁|悼念|感激|良好祝愿|祝愿|节日祝贺)(?:[和与及。,;\n!]|$)"
)
"""What is done by saying it, and says nothing else: 表示感谢, 表示热烈欢迎."""
_LOOSELY = frozenset(("stance", "state", "expect"))
_LIMITED = frozenset((*_LOOSELY, "report", "show"))
"""Kinds of verb that not every speaker may have."""
_SPOKEN = frozenset(("say", "tell"))
_TOLD = frozenset(("show", "state", "expect"))
_LISTED = frozenset(("、", "和", ""))
_NO_STANCE = frozenset(("", *"。;!?、和与\n"))
_NOT_TOLD = frozenset(("", *"。;、和与《"))
"""What shows, behind a verb of such a kind, that nothing is said; nothing at all does so too."""
_SINGLE = frozenset("说称")
_ADVERBS = frozenset("又亦也并还则")


def stated(line: Line, verb: Said, follows: str) -> bool:
    """Whether what follows the verb can be a statement; `follows` is the first character of it."""
    text, (start, end, kind) = line.text, verb
    if kind in _SPOKEN:
        if end - start == 1:
            return text[start] in _SINGLE or follows in OPEN or (text[start] == "指" and text[start - 1] in _ADVERBS)
        return follows in OPEN or (follows not in _LISTED and not text.startswith("公布", start))
    if kind == "stance":
        if text.startswith("提出", start):
            return follows in OPEN or line.heading
        return end < line.end and follows not in _NO_STANCE and not _a_noun(text, start)
    if kind in _TOLD:
        if text.startswith("公布", start):
            return follows in OPEN
        return follows not in _NOT_TOLD and not _a_noun(text, start)
    return follows in OPEN and end < line.end


def _a_noun(text: str, start: int) -> bool:
    return text[start - 2 : start] in _NOUN_AFTER if start > 1 else False


def in_brackets(text: str, clause: int, verb: int) -> bool:
    """Whether a verb stands in a bracket that opened in its clause."""
    opened = text.rfind("(", clause, verb)
    return opened >= 0 and text.find(")", opened, verb) < 0


def unstated(line: Line, speaker: Speaker, clause: int, verb: Said) -> bool:
    """Whether a clause with a speaker tells of no statement: a condition, a passive, a noun, or only courtesy."""
    text, (start, _, kind) = line.text, verb
    begin, end, *_ = speaker
    if clause < begin and _IF.search(text, clause, begin):
        return True
    if text[clause] in _WHEN_FIRST and _WHEN.match(text, clause):
        return True
    if end < start:
        between = text[end:start]
        if _NOT_SAID.search(between) is not None:
            return True
        if between[-1] == "在" and not between.endswith("正在"):
            return True
        if kind in _LOOSELY and "的" in between and speaker.sort != "document":
            return True
    return kind == "say" and text.startswith("表示", start) and _COURTESY.match(text, start + 2) is not None


def unstated_alone(text: str, clause: int, verb: int) -> bool:
    """The same for a clause without a speaker."""
    return _IF.search(text, clause, verb) is not None or _DENIED.search(text, clause, verb) is not None


def silence(text: str, start: int, verb: int) -> int | None:
    """Where the denial of a reply begins (没有立即回复), None when it is not denied."""
    found = _UNSAID.search(text[start:verb])
    return start + found.start() if found is not None else None


def may_state(line: Line, speaker: Speaker, verb: Said) -> bool:
    """Whether such a speaker may state something with such a verb."""
    text, (start, end, kind) = line.text, verb
    if kind not in _LIMITED:
        return True
    if kind == "report":
        return line.adverbs_end(line.past_bracket(speaker.end), start) >= start
    sort = speaker.sort
    if kind == "show":
        return sort in ("document", "body", "unknown", "media")
    if kind == "expect":
        return text[end : end + 1] in OPEN or sort in ("people", "media")
    if kind == "stance":
        return (
            not text.startswith("同意", start)
            or text[end : end + 1] in OPEN
            or sort == "group"
            or text[speaker.end - 1] == "方"
        )
    return sort != "unknown"


_CLOSES = frozenset(",、。;")
_VERB_BEFORE = frozenset("并还也又再则均曾且")
_GOVERNED = re.compile(
    "(?:践行|落实好?|顺应|适应|符合|支持|响应|按照?|依照|根据|满足|接受|采纳|听取|兑现|履行|信守|反对|拒绝|收到|撤回|推动|推进"
    "|加入|坚持|对照|围绕|违反|遵守|贯彻|对接|面临|遭遇?|受到|引发|招致|驳回|无视|共建|参与|因应|达到|分享|所)[^,。;:“”时后]{0,24}$"
)


def is_object(text: str, clause: int, verb: Said) -> bool:
    """Whether a word of demanding is what another verb governs (符合中央要求, 践行全球发展倡议), and 道 a way
    (相处之道, 船只改道)."""
    start, end, _ = verb
    if text[start:end] == _WAY:
        return text[start - 1] not in _BEFORE_WAY and _QUOTES.match(text, end) is None
    if text[start:end] not in _DEMANDS or text[end : end + 1] not in _CLOSES or text[start - 1 : start] in _VERB_BEFORE:
        return False
    return _GOVERNED.search(text, clause, start) is not None


_WAY = "道"
_BEFORE_WAY = frozenset("答问喊写叹笑应回补唱骂说告")
_QUOTES = re.compile('[,:]?[“"]|:')
_DEMANDS = frozenset(
    ("要求", "倡议", "主张", "建议", "承诺", "期待", "期望", "盼", "提议", "呼吁", "批评", "指控", "警告", "质疑")
)
"""What is demanded, promised or blamed is a noun as often as a verb."""
