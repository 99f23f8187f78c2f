"""One verb of saying → a draft of its claim: who says it, and where what is said begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.claims.conditions import (
    NOUN_BEFORE,
    OPEN,
    PASSIVE_AFTER,
    in_brackets,
    is_object,
    may_state,
    silence,
    stated,
    unstated,
    unstated_alone,
)
from bilat.lang.zh.claims.draft import SILENCE, Draft, Memory
from bilat.lang.zh.claims.speaker import Speaker
from bilat.lang.zh.claims.subject import earlier_subject, subject
from bilat.lang.zh.claims.words import UNSAID
from bilat.model import SpeakerKind

if TYPE_CHECKING:
    from bilat.lang.zh.claims.line import Line
    from bilat.lang.zh.claims.words import Said

_STOP = re.compile("[,。:;!?\n]")
_DOCUMENTS = ("报道", "报导", "声明", "分析", "评论", "文章", "推文")
_THAT = frozenset(("", "该", "这一", "这份", "上述", "有关", "相关", "其"))
_ACT = re.compile(
    "(?:发文|发帖|发言|声明|讲话|演讲|演说|公开信|倡议书?|决议|视频|集会|示威|游行|抗议|会议|记者会|发布会|致辞|文章"
    "|贴文|报告),$"
)
"""What a clause ends with after which a demand is put into words: 发表声明, 呼吁…"""
_LINK = re.compile("[并还也又亦且同则]|此外|另外|最后|再[次三]")
_SPOKEN = frozenset(("say", "tell", "loose"))
_DOCUMENTS_FIRST = frozenset(word[0] for word in _DOCUMENTS)
_NEVER_SHARED = frozenset(("show", "report", "expect"))
_PERIODICALS = frozenset("报台社媒网刊")
_ATTITUDE = 9
"""Characters after 表示 that are an attitude and no statement: 强烈不满."""
_OBJECT = 30
"""Characters within which the one who is told something ends: 告诉到访的记者，…"""
_UNSAID_FIRST = frozenset(word[0] for word in UNSAID)
_QUOTED = 6
"""A shorter quotation before a speaker is a word, not what he says."""
_LOOK_BACK = 24
_DONE = frozenset("了过")
_PAUSE = frozenset(",: ")
_NOTHING = frozenset("。!?\n")
"""What follows a verb that nothing said follows."""
_QUOTE = frozenset(("", *'“"'))


def read_verb(line: Line, verb: Said, drafts: list[Draft], memory: Memory) -> Draft | None:
    """The draft of a verb, None where it tells of no statement or nobody can be named for it."""
    text, (start, end, kind) = line.text, verb
    follows = text[end : end + 1]
    if follows in NOUN_BEFORE or (start > line.start and text[start - 1] in PASSIVE_AFTER):
        return None
    told = kind != "silence" and stated(line, verb, follows)
    silent = not told or text[start] in _UNSAID_FIRST
    if silent:
        silent = kind == "silence" or text[start:end] in UNSAID
        if not (silent or told):
            return None
    clause = line.clause(start)
    if is_object(text, clause, verb):
        return None
    at = line.lead(clause, start)
    if silent:
        draft = _silence(line, clause, at, verb, drafts, memory)
        if draft is not None or not told:
            return draft
    if text.find("(", clause, start) >= 0 and in_brackets(text, clause, start):
        return None
    if (
        kind == "say"
        and text[start] in _DOCUMENTS_FIRST
        and text.startswith(_DOCUMENTS, start)
        and text[at:start] in _THAT
    ):
        return _reported(line, clause, verb, memory)
    return _told(line, clause, at, verb, drafts, memory)


def _told(line: Line, clause: int, at: int, verb: Said, drafts: list[Draft], memory: Memory) -> Draft | None:
    text, (start, end, kind) = line.text, verb
    if kind in _SPOKEN and end - start > 1 and (clause <= line.start or text[clause - 1] != ","):
        guess = True
    else:
        guess = kind != "expect" and text[end : end + 1] in OPEN
    last = drafts[-1].speaker if drafts else memory.recent
    if text[at] == "该":
        last = _antecedent(line, at, drafts, memory)
    named = subject(line, at, start, last, guess=guess)
    if named is False:
        return None
    if named is not True:
        barred = unstated(line, named, clause, verb) or not may_state(line, named, verb)
        return None if barred else _draft(line, named, clause, verb)
    if kind in _NEVER_SHARED or unstated_alone(text, clause, start):
        return None
    linked = _LINK.search(text, clause, start) is not None
    if kind == "stance" and not linked and not _ACT.search(text, max(line.start, clause - _LOOK_BACK), clause):
        return None
    return _shared(line, clause, verb, drafts, memory, linked=linked)


def _antecedent(line: Line, at: int, drafts: list[Draft], memory: Memory) -> Speaker | None:
    """The speaker that 他, 该报 or 该声明 may stand for."""
    if line.text[at] == "该":
        if line.text[at + 1 : at + 2] in _PERIODICALS:
            return memory.media
        return drafts[-1].speaker if drafts else memory.last
    return drafts[-1].speaker if drafts else memory.recent


def _reported(line: Line, clause: int, verb: Said, memory: Memory) -> Draft | None:
    """报道称, 声明说: the medium named last, or who spoke last, or only the document itself."""
    start = verb[0]
    end = start + 2
    known = memory.media if line.text[start] == "报" else memory.recent
    if known is not None and known.sort not in ("people", "person", "group"):
        return _draft(line, known.at(start, end), clause, verb)
    own = Speaker(start, end, line.original[start:end], SpeakerKind.UNNAMED, None, "document")
    return _draft(line, own, clause, verb)


def _draft(line: Line, speaker: Speaker, clause: int, verb: Said) -> Draft | None:
    text, (start, end, kind) = line.text, verb
    said = _said(line, clause, verb)
    draft = Draft(line, speaker, kind, clause, min(speaker.start, start), (start, end), said)
    follows = text[end] if end < line.end else "\n"
    if follows in _NOTHING or (follows == "," and text[end + 1 : end + 2] in _QUOTE):
        return _with_place(draft)
    return draft


def _said(line: Line, clause: int, verb: Said) -> int:
    """Where the statement begins: behind the verb and its stop; with its object where an attitude is all that
    follows (对此举表示强烈关切)."""
    text, (start, end, kind) = line.text, verb
    follows = text[end : end + 1]
    if kind == "tell":
        found = _STOP.search(text, end, min(line.end, end + _OBJECT))
        return found.end() if found is not None and found.group() in ",:" else end
    if follows in _DONE:
        end += 1
        follows = text[end : end + 1]
    if follows in _PAUSE:
        end += 1
        while text[end : end + 1] == " ":
            end += 1
    if text[start] == "表" and text.startswith(("表示", "表达"), start):
        stop = _STOP.search(text, end, min(line.end, end + _ATTITUDE))
        if stop is not None or end + _ATTITUDE >= line.end:
            at = text.find("对", clause, start)
            return at if at > 0 else end
    return end


def _with_place(draft: Draft) -> Draft | None:
    """The draft with the quotation that stands before its speaker, where nothing said follows the verb."""
    line, text = draft.line, draft.line.text
    follows = text[draft.verb[1] : draft.verb[1] + 1]
    before = draft.clause
    while before > 0 and text[before - 1] in " ,":
        before -= 1
    which = line.article.quotes.around(before - 1) if before else None
    if which is not None and line.article.quotes.ends[which] - line.article.quotes.starts[which] > _QUOTED:
        draft.ahead = (line.article.quotes.starts[which], line.article.quotes.ends[which])
    elif follows == ",":
        return draft
    elif draft.kind in _SPOKEN and before > line.start + _QUOTED:
        draft.ahead = (line.lead(line.start, before), before)
    else:
        return None
    draft.start = draft.ahead[0]
    return draft


def _silence(line: Line, clause: int, at: int, verb: Said, drafts: list[Draft], memory: Memory) -> Draft | None:
    """A statement that was not made."""
    start, end, _ = verb
    denied = silence(line.text, at, start)
    if denied is None and line.text[start:end] in UNSAID:
        return None
    begin = denied if denied is not None else start
    named = subject(line, at, begin, _antecedent(line, at, drafts, memory), guess=False)
    if not isinstance(named, Speaker) or named.sort == "document":
        return None
    draft = Draft(line, named, "silence", clause, named.start, (begin, end), end)
    draft.mode = SILENCE
    return draft


def _shared(line: Line, clause: int, verb: Said, drafts: list[Draft], memory: Memory, *, linked: bool) -> Draft | None:
    """A verb without a speaker of its own: that of the verb before, of a clause before, or of the sentence before."""
    start, end, kind = verb
    if line.text[end : end + 1] in "。!?":
        return None
    chain: tuple[str, ...] = ()
    if drafts:
        speaker, begin, chain = drafts[-1].speaker, drafts[-1].start, drafts[-1].chain
    else:
        found = earlier_subject(line, clause, _antecedent(line, clause, drafts, memory))
        if found is not None:
            speaker, begin = found, found.start
        elif memory.last is not None and clause <= line.start and linked and _next(line, memory):
            speaker, begin = memory.last, clause
        else:
            return None
    said = _said(line, clause, verb)
    draft = Draft(line, speaker, kind, clause, begin, (start, end), said)
    draft.shared, draft.linked, draft.chain = True, linked, chain
    return draft


def _next(line: Line, memory: Memory) -> bool:
    return memory.paragraph == line.sentence.paragraph and memory.recent is not None
