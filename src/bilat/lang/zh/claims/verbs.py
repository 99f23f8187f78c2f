"""Words of saying in one sentence → drafts of claims: clause by clause, at most one draft each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.claims.conditions import OPEN
from bilat.lang.zh.claims.sources import cited, learnt, sourced
from bilat.lang.zh.claims.told import read_verb

if TYPE_CHECKING:
    from bilat.lang.zh.claims.draft import Draft, Memory
    from bilat.lang.zh.claims.line import Line
    from bilat.lang.zh.claims.words import Said

_STOPS = frozenset(",。:;!?\n")
_STOP = re.compile("[,。:;!?\n]")
_SAYING = frozenset(("说", "称", "道", "表示", "指出", "指", "写道", "说道"))
"""With one of these after it a verb is one compound: 补充说, 警告称."""
_NOT_AFTER = frozenset("的被遭受")
_FOLLOWED = OPEN | frozenset("。!?")
_TOLD = 14
"""Characters within which 说 still belongs to 告诉 (告诉本报记者说)."""
_NOT_VERBS = frozenset(("source", "noun", "cite", "learn"))
_FRONTED = frozenset(("say", "tell", "loose", "report"))


def read_verbs(line: Line, said: list[Said], memory: Memory) -> list[Draft]:
    """The drafts of one sentence, in order of their verbs."""
    drafts: list[Draft] = []
    first, last = 0, len(said) - 1
    for index, word in enumerate(said):
        if index < last and _STOP.search(line.text, word[1], said[index + 1][0]) is None:
            continue
        if first == index and word[2] not in _NOT_VERBS:
            draft = read_verb(line, word, drafts, memory)
        else:
            draft = _clause_draft(line, said[first : index + 1], drafts, memory)
        if draft is not None:
            drafts.append(draft)
        first = index + 1
    return drafts


def _clause_draft(line: Line, group: list[Said], drafts: list[Draft], memory: Memory) -> Draft | None:
    """The draft of the words of saying in one clause, where they are more than one verb."""
    if group[0][2] == "source" and _begins(line, group[0]):
        return sourced(line, group, memory)
    return _main_draft(line, group, drafts, memory)


def _begins(line: Line, source: Said) -> bool:
    """Whether 据 opens its clause."""
    start = source[0]
    before = line.text[start - 1] if start > line.start else ","
    return before in _STOPS or line.lead(line.clause(start), start) >= start


def _main_draft(line: Line, group: list[Said], drafts: list[Draft], memory: Memory) -> Draft | None:
    """The draft of the verb that the statement follows, else of the first that can have a speaker."""
    for word in group:
        if word[2] in ("cite", "learn"):
            read = cited if word[2] == "cite" else learnt
            draft = read(line, word, group, memory)
            if draft is not None:
                return draft
    verbs = _compounds(line.text, group)
    if len(verbs) > 1:
        for verb in reversed(verbs):
            _, end, kind = verb
            if kind in _FRONTED and line.text[end : end + 1] in _FOLLOWED:
                draft = read_verb(line, verb, drafts, memory)
                if draft is not None:
                    return draft
                break
    for verb in verbs:
        draft = read_verb(line, verb, drafts, memory)
        if draft is not None:
            return draft
    return None


def _compounds(text: str, group: list[Said]) -> list[Said]:
    """Verbs with the word of saying that follows at once taken together; 告诉某人说 is one verb too."""
    out: list[Said] = []
    for word in group:
        start, end, kind = word
        if out:
            begin, stop, before = out[-1]
            if stop == start and text[start:end] in _SAYING and text[begin - 1] not in _NOT_AFTER:
                out[-1] = (begin, end, "say")
                continue
            if before == "tell" and start - stop < _TOLD:
                continue
        if kind not in _NOT_VERBS:
            out.append(word)
    return out
