"""Who speaks: a noun phrase before a verb of saying → a speaker, with kind and country, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from bilat.lang.zh.claims.country import SHORT_FORMS, both, country_in, several, short_country
from bilat.lang.zh.claims.line import names
from bilat.lang.zh.people import Form
from bilat.model import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilat.lang.zh.claims.line import Line
    from bilat.lang.zh.people import PersonMention

_SINGULAR = frozenset(("他", "她", "其", "他本人", "她本人"))
_PLURAL = frozenset(("他们", "她们"))
_THIRD = frozenset("他她其")
_THAT = frozenset("该这上")
_MARKS = frozenset(' ,、·.“"')
_WITHIN = frozenset("我你您咱")
"""Who says 我们 is quoted: what follows is part of what another says."""
_JOINED = frozenset("、和与及同")
_BODY_OF = re.compile("政府|团队|办公室|阵营|集团|内阁|总部|基金会|当局|公司|夫妇|家族|一案|派|系|案")
_SELF = frozenset(("方面", "同志", "等人", "本人", "一方", "自己", "夫妇"))
_CLOSING = frozenset((*" ,的)", *(word[-1] for word in _SELF)))
"""What a phrase ends with that has more than a name."""
_LATIN = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+$")
_LATIN_WORD = re.compile(r"[A-Za-z][\w.&'’ -]*$")
_BROKEN = re.compile('[,。:;!?\n“”"=%…<>#|]')
_LONGEST = 80
_LONGEST_NOUN = 40
_LONGEST_UNKNOWN = 16
_DOES = frozenset(("支持", "祝贺", "邀请", "感谢", "欢迎", "会见", "要求", "指责", "批评", "敦促"))
"""What stands before a person who is an object, not the speaker."""
_SHORTEST_NAME, _LONGEST_NAME = 2, 8
_PERIODICALS = frozenset("报刊志网社台")
_MORE = 4
_SOME = frozenset("一两二三四五六七八九十几多数某有0123456789")
"""How a phrase for somebody unnamed begins: 一位部长, 多名大使."""
_PLAIN = 18
"""Characters of a phrase before its noun that are kept; of a longer one only what follows the last 的."""
_NOT_LAST = frozenset("或是有被的了着过地得于以中上下时后前为及和与并等而但将使让")
_NOT_FIRST = frozenset("的了是并但而和与等更也都这那")


_PERSON, _BODY, _UNNAMED = SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.UNNAMED
_PRONOUN, _PARTIAL = Form.PRONOUN, Form.PARTIAL
"""By names of their own: looking a member up in an enum takes 0.1 µs before Python 3.12."""


class Speaker(NamedTuple):
    """A speaker as written at `start`:`end` (the phrase), called `name`. `sort` is what the noun is: `media`,
    `document`, `group`, `person`, `people`, `body`, `assembly` or `unknown`."""

    start: int
    end: int
    name: str
    kind: SpeakerKind
    country: str | None
    sort: str
    person: int | None = None

    def at(self, start: int, end: int, sort: str | None = None) -> Speaker:
        """The same speaker, named by other words."""
        return Speaker(start, end, self.name, self.kind, self.country, sort or self.sort, self.person)


_new: Callable[[type[Speaker], tuple[int, int, str, SpeakerKind, str | None, str, int | None]], Speaker] = cast(
    "Any", tuple
).__new__
"""Makes a Speaker in half the time its own call takes."""


def read_speaker(line: Line, start: int, end: int, last: Speaker | None, *, guess: bool) -> Speaker | None:
    """The speaker that a stretch names. `last` is the one who spoke before, for 他 and 该; with `guess`, words that
    are in no pack are taken as a name too."""
    start, core = _core(line, start, end)
    if core <= start:
        return None
    text = line.text
    first = text[start]
    if first in _THIRD:
        phrase = text[start:core]
        if phrase in _SINGULAR:
            return _pronoun(line, start, core, last)
        if phrase in _PLURAL:
            plural = last is not None and last.sort in ("people", "group", "unknown", "assembly")
            return last.at(start, core) if plural and last is not None else None
    if line.mentions:
        mention = line.mention_before(core, start)
        if mention is not None:
            return _person(line, start, core, mention) if _titled(line, start, mention) else None
    found = None
    if core - start == 1 or (last is not None and first in _THAT):
        found = _again(line, start, core, last)
    if found is None and (size := line.rules.noun_before(text, start, core)):
        found = _by_noun(line, start, core, size, last)
    if found is None:
        found = _by_name(line, start, core)
    if found is None and line.mentions:
        found = _with_words_after(line, start, core)
    if found is None and text[core - 1] < "⺀":
        found = _latin(line, start, core)
    return _unknown(line, start, core) if found is None and guess else found


def read_unknown(line: Line, start: int, end: int) -> Speaker | None:
    """The speaker that words in no pack name, where nothing else was found in them."""
    start, core = _core(line, start, end)
    if core <= start or line.mention_before(core, start) is not None:
        return None
    phrase = line.text[start:core]
    return None if phrase in _SINGULAR or phrase in _PLURAL else _unknown(line, start, core)


def sole_person(line: Line, start: int, end: int) -> Speaker | None:
    """The person who, with title and country, is all of a stretch."""
    for mention in line.mentions:
        if mention.phrase_start >= start:
            if mention.phrase_start > start or mention.phrase_end != end or mention.form is _PRONOUN:
                return None
            if mention.form is _PARTIAL:
                return _person(line, start, end, mention)
            name = line.original[mention.start : mention.end]
            return _new(Speaker, (start, end, name, _PERSON, mention.country, "person", mention.person))
    return None


def _core(line: Line, start: int, end: int) -> tuple[int, int]:
    """The phrase without marks around it, a bracket behind it, or 方面 and 本人 after a name; nothing where it is too
    long, or said by the one who is quoted."""
    text = line.text
    while start < end and text[start] in _MARKS:
        start += 1
    if start >= end or text[start] in _WITHIN:
        return (0, 0)
    if text[end - 1] in _CLOSING:
        end = _bare(line, start, end)
    return (start, end) if end - start <= _LONGEST else (0, 0)


def _bare(line: Line, start: int, end: int) -> int:
    """The end of a phrase without what may stand behind a name."""
    text = line.text
    while end > start and text[end - 1] in " ,的":
        end -= 1
    while end > start and text[end - 1] == ")":
        opened = text.rfind("(", start, end)
        if opened <= start:
            break
        end = opened
        while end > start and text[end - 1] == " ":
            end -= 1
    if text[end - 2 : end] in _SELF and (line.mention_before(end - 2, start) or line.named_before(end - 2)):
        end -= 2
    return end


def _pronoun(line: Line, start: int, end: int, last: Speaker | None) -> Speaker | None:
    """他 is the one who spoke before in the same sentence or in the last one, else the person named before."""
    mention = next((m for m in line.mentions if m.start == start and m.form is _PRONOUN), None)
    first = line.mentions[0] if line.mentions else None
    here = first is not None and first.start < start and first.form is not _PRONOUN
    spoke = last is not None and last.sort in ("person", "people")
    if last is not None and spoke and (last.start >= line.start or not here):
        return last.at(start, end)
    if mention is None:
        return None
    draft = line.article.people.persons[mention.person]
    return Speaker(start, end, draft.name, _PERSON, draft.country, "person", mention.person)


def _titled(line: Line, start: int, mention: PersonMention) -> bool:
    """Whether what stands before a name can belong to it: a title, a relative clause, another name."""
    begin = min(mention.phrase_start, mention.start)
    if begin < mention.start and line.text[start:begin] not in _DOES:
        return True
    if (
        begin <= start
        or line.text[start:begin] in line.rules.short
        or line.text[begin - 1] in "的)、和与及"
        or line.text[begin - 1] < "⺀"
    ):
        return True
    if line.rules.noun_before(line.text, start, begin):
        return True
    return any(hit.end == begin and names(hit.entry) for hit in line.hits)


def _person(line: Line, start: int, core: int, mention: PersonMention) -> Speaker:
    """One person, or several joined (王某和李某)."""
    original = line.original
    first, codes = mention, {mention.country}
    while True:
        at = min(first.phrase_start, first.start)
        if at <= start or line.text[at - 1] not in _JOINED:
            break
        before = line.mention_before(line.past_left_bracket(at - 1, start), start)
        if before is None:
            break
        first = before
        codes.add(first.country)
    begin = min(start, mention.phrase_start)
    if first is not mention and first.person != mention.person:
        name = original[first.start : mention.end]
        return Speaker(begin, core, name, _PERSON, several(codes), "person")
    name = original[mention.start : mention.end]
    if mention.form is _PARTIAL and mention.phrase_end > mention.end:
        name = original[mention.start : mention.phrase_end]
    if mention.form is _PRONOUN:
        name = line.article.people.persons[mention.person].name
    return _new(Speaker, (begin, core, name, _PERSON, mention.country, "person", mention.person))


def _again(line: Line, start: int, end: int, last: Speaker | None) -> Speaker | None:
    """该网友, 该声明: the one spoken of before. A surname alone (岸) is the one person whose name begins with it."""
    text = line.text
    if end - start == 1:
        bearers = [i for i, p in enumerate(line.article.people.persons) if p.name.startswith(line.original[start:end])]
        if len(bearers) != 1 or text[start] in line.rules.short:
            return None
        draft = line.article.people.persons[bearers[0]]
        name = line.original[start:end]
        return Speaker(start, end, name, _PERSON, draft.country, "person", bearers[0])
    if last is None:
        return None
    noun = text[start + (1 if text[start] == "该" else 2) : end]
    if noun and noun in last.name:
        return last.at(start, end)
    sort = line.rules.speakers.get(noun)
    if sort == "document" and last.sort in ("document", "body", "unknown", "media"):
        return last.at(start, end, "document")
    return last.at(start, end) if sort == "media" and last.sort == "media" else None


def _by_noun(line: Line, start: int, end: int, size: int, last: Speaker | None) -> Speaker | None:
    """A speaker known by the last noun of the phrase, `size` characters: 官员, 媒体, 声明, 双方."""
    text = line.text
    sort = line.rules.speakers[text[end - size : end]]
    if sort == "platform" or size == end - start == 1:
        return None
    known = line.named_before(end)
    if known is not None and known.end - known.start > size and sort != "document":
        return None
    leader = _leads(line, start, end - size) if line.mentions else None
    if leader is not None:
        return leader
    if sort == "document":
        return _document(line, start, end, end - size, last)
    if sort == "body" and ((size == 1 and end - start < 3) or text[start] in _NOT_FIRST):
        return None
    begin = _trim(line, start, end - size)
    if _BROKEN.search(text, begin, end):
        begin = text.rfind("的", begin, end - size) + 1 or end
    if not begin < end <= begin + _LONGEST_NOUN or _BROKEN.search(text, begin, end):
        return None
    country = both(line, begin, end) if sort == "group" else country_in(line, begin, end)
    country = country or short_country(line, begin, end)
    kind = _BODY if sort in ("group", "assembly", "body") else _UNNAMED
    if sort == "office":
        kind = _UNNAMED if text[begin] in _SOME else _PERSON
        sort = "people"
    return _new(Speaker, (begin, end, line.original[begin:end], kind, country, sort, None))


def _leads(line: Line, start: int, noun: int) -> Speaker | None:
    """The person a phrase begins with, where more than a noun follows: 某人去信全体员工."""
    for mention in line.mentions:
        if mention.phrase_start >= start:
            rest = line.text[mention.phrase_end : noun]
            if mention.phrase_start > start or len(rest) < _MORE or rest[0] in _JOINED or "的" in rest:
                return None
            return None if _BODY_OF.search(rest) else _person(line, start, mention.phrase_end, mention)
    return None


def _document(line: Line, start: int, end: int, noun: int, last: Speaker | None) -> Speaker | None:
    """A document speaks for who issued it (外交部声明, 某研究所的报告); without an issuer it is only a kind."""
    text, original = line.text, line.original
    of = text.find("的", start, noun)
    stop = line.phrase_end(start, of if of > start else noun)
    issuer = read_speaker(line, start, stop, last, guess=False) if stop > start else None
    if issuer is not None and issuer.sort not in ("document", "group"):
        return issuer.at(start, end, "document")
    for hit in line.hits:
        if start <= hit.start < noun and hit.end <= noun and hit.entry.body is not None:
            begin = start if hit.start - start < 8 else hit.start
            return Speaker(start, end, original[begin : hit.end], _BODY, country_in(line, start, hit.end), "document")
    if end - start > _LONGEST_NOUN or _BROKEN.search(text, start, end):
        start = of + 1 if of > 0 else noun
    if text[start] in "的了":
        return None
    return Speaker(start, end, original[start:end], _UNNAMED, country_in(line, start, end), "document")


def _by_name(line: Line, start: int, end: int) -> Speaker | None:
    """A body, organisation or country, by a name the packs know or by a country's short form (中方)."""
    text, original, short = line.text, line.original, line.rules.short
    hit = line.named_before(end)
    if hit is not None and end - start > 1:
        begin = start
        before = text[start : hit.start]
        if "的" in before or len(before) > _PLAIN or _BROKEN.search(before):
            begin = hit.start
        body = hit.entry.body
        sort = "media" if body is not None and body.kind == "media" else "body"
        code = body.country if body is not None and body.country else country_in(line, begin, end)
        if "、" in text[begin:end]:
            code = several(h.entry.country.code for h in line.hits if begin <= h.start < end and h.entry.country)
        return _new(Speaker, (begin, end, original[begin:end], _BODY, code, sort, None))
    if text[end - 1] == "》" and text[end - 2] in _PERIODICALS:
        return Speaker(start, end, original[start:end], _BODY, country_in(line, start, end), "media")
    if text[start] in short and (end - start == 1 or text[start + 1 : end] in SHORT_FORMS):
        sort = "media" if text[end - 1] == "媒" else "body"
        return Speaker(start, end, original[start:end], _BODY, short[text[start]], sort)
    return None


def _with_words_after(line: Line, start: int, end: int) -> Speaker | None:
    """A person's name with words after it that no table knows; 某人政府 and the like are another speaker."""
    text = line.text
    for mention in line.mentions:
        if mention.start >= start and mention.end < end and mention.form is not _PRONOUN:
            rest = text[mention.phrase_end : end]
            before = text[start : mention.phrase_start]
            if not rest or "的" in rest or len(before) > _PLAIN or "的" in before or rest[0] in _JOINED:
                return None
            if _BODY_OF.search(rest) is not None:
                return None
            return _person(line, mention.phrase_start, mention.phrase_end, mention)
    return None


def _latin(line: Line, start: int, end: int) -> Speaker | None:
    """A name left in Latin letters, in two words or more."""
    found = _LATIN.search(line.text[start:end])
    if found is None:
        return None
    begin = start + found.start()
    name = line.original[begin:end]
    return Speaker(start, end, name, _PERSON, country_in(line, start, begin), "person")


def _unknown(line: Line, start: int, end: int) -> Speaker | None:
    """Words no pack knows, where they have the shape of a name."""
    text, original = line.text, line.original
    titled = _after_office(line, start, end)
    if titled is not None:
        return titled
    piece = text[start:end]
    if end - start < 2 or (end - start > _LONGEST_UNKNOWN and not _LATIN_WORD.search(piece)):
        return None
    if piece[-1] == "”" and "“" in piece:
        piece = piece.replace("“", "").replace("”", "")
    if (
        _BROKEN.search(piece)
        or "(" in piece
        or piece[-1] in _NOT_LAST
        or (piece[0] in _NOT_FIRST and not piece.startswith("与会"))
    ):
        return None
    if any(start < hit.start < end and hit.entry.verb is not None for hit in line.hits):
        return None
    if start > line.start and text[start - 1] == "," and ("的" in piece or len(piece) > 10):
        return None
    return Speaker(start, end, original[start:end], _BODY, country_in(line, start, end), "unknown")


def _after_office(line: Line, start: int, end: int) -> Speaker | None:
    """A name after a title that was not known for one: 轮值主席某某某."""
    for hit in reversed(line.hits):
        size = end - hit.end
        if hit.start < start or size > _LONGEST_NAME:
            return None
        if size >= _SHORTEST_NAME and hit.entry.office is not None and not _BROKEN.search(line.text, hit.end, end):
            name = line.original[hit.end : end]
            if "的" in name or line.text[hit.end] in "会国办府":
                return None
            return Speaker(start, end, name, _PERSON, country_in(line, start, hit.end), "person")
    return None


def _trim(line: Line, start: int, noun: int) -> int:
    """Where the phrase before a noun begins when it is too long to be all of it: after the last 的."""
    if noun - start <= _PLAIN:
        return start
    of = line.text.rfind("的", start, noun)
    return of + 1 if of > 0 else start
