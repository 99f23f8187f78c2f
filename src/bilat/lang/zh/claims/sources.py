"""Attribution to a source: 据某社报道, 某报援引某人的话说, 从某处获悉 → drafts with the chain of who relays what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.claims.draft import Draft, Memory
from bilat.lang.zh.claims.speaker import Speaker, read_speaker
from bilat.lang.zh.claims.subject import earlier_subject

if TYPE_CHECKING:
    from bilat.lang.zh.claims.line import Line
    from bilat.lang.zh.claims.words import Said

_STOP = re.compile("[,。:;!?\n]")
_WORDS = re.compile("的?(?:谈话|讲话|消息(?!人士|来源)|说法|话|观点|声明|报道|数据|分析|表述)")
_OF = re.compile("的|[一-鿿]{0,3}(?:公布|发布|发表|发出)")
_MADE = frozenset(("say", "show", "report", "noun", "loose", "tell", "state", "expect", "stance"))
_LONGEST = 60
_LONGEST_CITED = 90
_REPORTERS = frozenset(("记者", "本报", "本台", "本社", "本报记者", "总台记者", "央视记者", "新华社记者", "我们"))


def sourced(line: Line, group: list[Said], memory: Memory) -> Draft | None:
    """据路透社报道, 据海关公布的数据: the clause names who gives it, and the statement follows the comma."""
    text, (start, end, _) = line.text, group[0]
    stop = _STOP.search(text, end, min(line.end, end + _LONGEST))
    told = stop is not None and stop.group() in ",:"
    close = stop.start() if stop is not None else min(line.end, end + _LONGEST)
    verbs: list[Said] = []
    for hit in group[1:]:
        kind = hit[2]
        if kind in ("cite", "learn"):
            read = cited if kind == "cite" else learnt
            draft = read(line, hit, group[1:], memory, end)
            if draft is not None:
                draft.start = min(draft.start, start)
                return draft
        elif kind in _MADE and not line.inside(hit[0]):
            verbs.append(hit)
    speaker = _giver(line, end, verbs[0][0] if verbs else close, memory, guess=bool(verbs))
    if speaker is None or (not verbs and speaker.sort not in ("media", "document")):
        return None
    verb = _verb(verbs, close) if verbs else (start, end)
    after = close + 1 if told else verb[1]
    if not told and (not verbs or after >= line.end - 6):
        return None
    while text[after : after + 1] == " ":
        after += 1
    return Draft(line, speaker, "report", line.clause(start), start, verb, after)


def _giver(line: Line, start: int, stop: int, memory: Memory, *, guess: bool) -> Speaker | None:
    """Who gives what a source's clause tells."""
    whole = read_speaker(line, start, stop, memory.media, guess=False)
    if whole is not None and whole.sort == "people":
        return whole
    end = line.phrase_end(start, stop) if stop > start else start
    of = _OF.search(line.text, start + 2, end)
    if of is not None and not line.inside(of.start()):
        end = of.start()
    speaker = read_speaker(line, start, end, memory.media, guess=guess)
    return speaker if speaker is not None else _medium(line, start, end)


def _verb(verbs: list[Said], close: int) -> tuple[int, int]:
    """The verb of a source's clause: the last when it ends the clause, else the first."""
    last = verbs[-1]
    start, end, _ = last if last[1] >= close and last[2] != "noun" else verbs[0]
    if start == last[0] and len(verbs) > 1:
        begin, stop, kind = verbs[-2]
        start = begin if stop == start and kind in ("report", "say") else start
    return (start, end)


def _medium(line: Line, start: int, end: int) -> Speaker | None:
    """The medium that a phrase begins with: 路透社北京(消息)."""
    for hit in line.hits:
        if hit.start >= end:
            return None
        body = hit.entry.body
        if hit.start >= start and body is not None and body.kind == "media":
            return read_speaker(line, start, hit.end, None, guess=False)
    return None


def cited(line: Line, cite: Said, group: list[Said], memory: Memory, begin: int | None = None) -> Draft | None:
    """某报援引某人的话说: the one cited speaks, the one who cites relays."""
    text, (start, end, _) = line.text, cite
    clause = line.clause(start)
    at = begin if begin is not None else line.lead(clause, start)
    outer = read_speaker(line, at, line.phrase_end(at, start), memory.media, guess=True) if at < start else None
    if outer is None and begin is None:
        outer = earlier_subject(line, clause, memory.last)
        if outer is None:
            return None
    stop = _STOP.search(text, end, min(line.end, end + _LONGEST_CITED))
    limit = stop.start() if stop is not None else min(line.end, end + _LONGEST_CITED)
    verbs = [hit for hit in group if end < hit[0] < limit and hit[2] in _MADE and hit[2] != "noun"]
    words = _WORDS.search(text, end, limit)
    if not verbs and words is None:
        return None
    first = verbs[0][0] if verbs else limit
    stop_at = min(words.start(), first) if words is not None else first
    inner = read_speaker(line, end, line.phrase_end(end, stop_at), memory.last, guess=True)
    if inner is None:
        return None
    spoken = verbs[-1][:2] if verbs else (start, end)
    said = spoken[1] if verbs else limit
    while text[said : said + 1] in (",", ":", " "):
        said += 1
    draft = Draft(line, inner, "cited", clause, outer.start if outer is not None else start, spoken, said)
    draft.chain = (outer.name,) if outer is not None else ()
    return draft


def learnt(line: Line, learn: Said, group: list[Said], memory: Memory, begin: int | None = None) -> Draft | None:
    """记者从某部门获悉: the department tells it; 路透社从知情人士处获悉: through the agency."""
    del group
    text, (verb, stop, _) = line.text, learn
    clause = line.clause(verb)
    at = begin if begin is not None else line.lead(clause, verb)
    found = text.find("从", at, verb)
    if found < 0 or text[stop : stop + 1] != ",":
        return None
    inner = read_speaker(line, found + 1, verb - (text[verb - 1] in "处那"), memory.last, guess=True)
    if inner is None:
        return None
    outer = read_speaker(line, at, line.phrase_end(at, found), memory.media, guess=False) if at < found else None
    relays = outer is not None and outer.name not in _REPORTERS
    chain = (outer.name,) if outer is not None and relays else ()
    start = outer.start if outer is not None else inner.start
    draft = Draft(line, inner, "cited", clause, start, (verb, stop), stop + 1)
    draft.chain = chain
    return draft
