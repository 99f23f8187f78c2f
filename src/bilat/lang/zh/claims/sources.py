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
    text, source = line.text, group[0]
    stop = _STOP.search(text, source.end, min(line.end, source.end + _LONGEST))
    told = stop is not None and stop.group() in ",:"
    close = stop.start() if stop is not None else min(line.end, source.end + _LONGEST)
    for hit in group[1:]:
        if hit.kind in ("cite", "learn"):
            read = cited if hit.kind == "cite" else learnt
            draft = read(line, hit, group[1:], memory, source.end)
            if draft is not None:
                draft.start = min(draft.start, source.start)
                return draft
    verbs = [hit for hit in group[1:] if hit.kind in _MADE and not line.inside(hit.start)]
    first = verbs[0] if verbs else None
    speaker = _giver(line, source.end, first.start if first is not None else close, memory, guess=first is not None)
    if speaker is None or (first is None and speaker.sort not in ("media", "document")):
        return None
    verb = _verb(verbs, close) or (source.start, source.end)
    after = close + 1 if told else verb[1]
    if not told and (first is None or after >= line.end - 6):
        return None
    while text[after : after + 1] == " ":
        after += 1
    return Draft(line, speaker, "report", line.clause(source.start), source.start, verb, after)


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


def _verb(verbs: list[Said], close: int) -> tuple[int, int] | None:
    """The verb of a source's clause: the last when it ends the clause, else the first."""
    if not verbs:
        return None
    last = verbs[-1]
    chosen = last if last.end >= close and last.kind != "noun" else verbs[0]
    start = chosen.start
    if chosen is last and len(verbs) > 1 and verbs[-2].end == start and verbs[-2].kind in ("report", "say"):
        start = verbs[-2].start
    return (start, chosen.end)


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
    text = line.text
    clause = line.clause(cite.start)
    at = begin if begin is not None else line.lead(clause, cite.start)
    end = line.phrase_end(at, cite.start) if at < cite.start else at
    outer = read_speaker(line, at, end, memory.media, guess=True) if at < cite.start else None
    if outer is None and begin is None:
        outer = earlier_subject(line, clause, memory.last)
        if outer is None:
            return None
    stop = _STOP.search(text, cite.end, min(line.end, cite.end + _LONGEST_CITED))
    limit = stop.start() if stop is not None else min(line.end, cite.end + _LONGEST_CITED)
    verbs = [hit for hit in group if cite.end < hit.start < limit and hit.kind in _MADE and hit.kind != "noun"]
    words = _WORDS.search(text, cite.end, limit)
    if not verbs and words is None:
        return None
    verb = verbs[-1] if verbs else None
    first = verbs[0].start if verbs else limit
    stop_at = min(words.start(), first) if words is not None else first
    inner = read_speaker(line, cite.end, line.phrase_end(cite.end, stop_at), memory.last, guess=True)
    if inner is None:
        return None
    spoken = (verb.start, verb.end) if verb is not None else (cite.start, cite.end)
    said = spoken[1] if verb is not None else limit
    while text[said : said + 1] in (",", ":", " "):
        said += 1
    chain = (outer.name,) if outer is not None else ()
    start = outer.start if outer is not None else cite.start
    draft = Draft(line, inner, "cited", clause, start, spoken, said)
    draft.chain = chain
    return draft


def learnt(line: Line, learn: Said, group: list[Said], memory: Memory, begin: int | None = None) -> Draft | None:
    """记者从某部门获悉: the department tells it; 路透社从知情人士处获悉: through the agency."""
    del group
    text = line.text
    clause = line.clause(learn.start)
    at = begin if begin is not None else line.lead(clause, learn.start)
    found = text.find("从", at, learn.start)
    if found < 0 or text[learn.end : learn.end + 1] != ",":
        return None
    end = learn.start - (text[learn.start - 1] in "处那")
    inner = read_speaker(line, found + 1, end, memory.last, guess=True)
    if inner is None:
        return None
    outer = read_speaker(line, at, line.phrase_end(at, found), memory.media, guess=False) if at < found else None
    relays = outer is not None and outer.name not in _REPORTERS
    chain = (outer.name,) if outer is not None and relays else ()
    start = outer.start if outer is not None else inner.start
    draft = Draft(line, inner, "cited", clause, start, (learn.start, learn.end), learn.end + 1)
    draft.chain = chain
    return draft
