"""The speaker of a verb of saying: in its own clause, or in one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilat.lang.zh.claims.line import actor
from bilat.lang.zh.claims.speaker import Speaker, read_speaker, read_unknown, sole_person

if TYPE_CHECKING:
    from bilat.lang.zh.claims.line import Line

_AFTER_ASIDE = frozenset("时后上中前下际间题面事候,")
"""What a phrase with a preposition ends with, before the speaker."""
_PREPOSITIONS = frozenset("在对向就与同跟以为因于由从")
_NOUNS = frozenset(("document", "media", "people", "group", "body"))
_OBJECT_OF = frozenset("在对向与同和跟就给被由从为把将见访")
_CLAUSES = 4
"""Clauses that are looked through to the left for a subject."""


def subject(line: Line, at: int, verb: int, last: Speaker | None, *, guess: bool) -> Speaker | bool:
    """The speaker in the verb's own clause; True where it has none, False where its words name nobody."""
    if at >= verb:
        return True
    sole = sole_person(line, at, verb)
    if sole is not None:
        return sole
    text = line.text
    if text[at] in line.rules.opens and line.opened(at) and not line.name_at(at):
        return _behind(line, at, verb, last) or _tail(line, at, at, verb, last) or _last_name(line, at, verb) or True
    end = line.phrase_end(at, verb)
    found = _tail(line, at, end, verb, last) if "的" in text[end:verb] else None
    if found is None:
        named = bool(line.mentions)
        found = read_speaker(line, at, end, last, guess=guess and not named)
        if found is None and named:
            found = _last_name(line, at, verb)
            if found is None and guess:
                found = read_unknown(line, at, end)
    return found if found is not None else False


def _last_name(line: Line, start: int, verb: int) -> Speaker | None:
    """The person named last before the verb, behind a relative clause: 专注于能源的合伙人某某认为."""
    for mention in reversed(line.mentions):
        if mention.phrase_start <= start:
            return None
        end = line.past_bracket(mention.phrase_end)
        if end <= verb:
            before = line.text[start : mention.phrase_start]
            if "的" not in before or line.adverbs_end(end, verb) < verb or before[-1] in _OBJECT_OF:
                return None
            return read_speaker(line, mention.phrase_start, mention.phrase_end, None, guess=False)
    return None


def _tail(line: Line, start: int, end: int, verb: int, last: Speaker | None) -> Speaker | None:
    """The noun behind a relative clause: 公布的数据, 在内的分析师, 应邀与会的专家."""
    if end >= verb:
        return None
    text = line.text
    of = text.rfind("的", end, verb)
    if of < 0:
        return None
    aside = line.adverbs_end(end, of)
    if end > start and text[aside] in _PREPOSITIONS and not text.startswith("在内的", aside):
        return None
    stop = line.phrase_end(of + 1, verb)
    noun = read_speaker(line, of + 1, stop, last, guess=False)
    if noun is None or noun.sort not in _NOUNS:
        return None
    if noun.sort == "document" and end > start:
        issuer = read_speaker(line, start, end, last, guess=True)
        if issuer is not None:
            return issuer.at(start, stop, "document")
    return noun.at(min(start, noun.start), noun.end)


def _behind(line: Line, start: int, verb: int, last: Speaker | None) -> Speaker | None:
    """The speaker behind a phrase with a preposition: 在记者会上某人表示."""
    text = line.text
    for mention in reversed(line.mentions):
        begin = mention.phrase_start
        if begin <= start:
            break
        end = line.past_bracket(mention.phrase_end)
        if end <= verb and text[begin - 1] in _AFTER_ASIDE and _follows(line, end, verb):
            return read_speaker(line, begin, mention.phrase_end, last, guess=False)
    for hit in reversed(line.hits):
        if hit.start <= start:
            break
        if hit.end > verb or text[hit.start - 1] not in _AFTER_ASIDE or not actor(hit.entry):
            continue
        end = line.phrase_end(hit.start, verb)
        found = read_speaker(line, hit.start, end, last, guess=False)
        if found is not None:
            return found
    return None


def _follows(line: Line, at: int, verb: int) -> bool:
    return at == verb or line.followed(at) or line.predicate(at)


def earlier_subject(line: Line, clause: int, last: Speaker | None) -> Speaker | None:
    """The subject of the nearest clause before, in the same sentence, that begins with one."""
    end = clause
    for _ in range(_CLAUSES):
        if end <= line.start:
            return None
        begin = line.clause(end - 1)
        at = line.lead(begin, end - 1)
        if at < end - 1 and (not line.opened(at) or line.name_at(at)):
            found = read_speaker(line, at, line.phrase_end(at, end - 1), last, guess=False)
            if found is not None:
                return found
        end = begin
    return None
