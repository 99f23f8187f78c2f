"""Whose number it is, and with whom: the countries named around a measure. Sentence → Parties.

A country is found by its name, by what lies in it (a place, a body of state), and by its short form where the words
around it show one: 中越贸易, 对越投资, 访日游客, 韩方.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bilat.lang.alternation import alternation
from bilat.lang.zh.short_forms import short_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.lexicon import Entry
    from bilat.lang.zh.people import People
    from bilat.packs import Packs

LONGEST = 600
"""Characters of the longest sentence that is read: a longer one is a table or garbage, and its cost would grow with the
square of its length."""
_TOWARDS = "对向给为赴访在驻援来抵予涉输靠"
"""Before a country these make it the other side: 对越出口, 向越南提供."""
_FROM = "从自"
_SET_BESIDE = frozenset(_TOWARDS + _FROM + "与同跟")
_WITH = re.compile(r"[,。了将会并已要能可愿应正][与同跟]$")
"""与 that begins a phrase of its own, not one that joins two subjects."""
_SAID = re.compile(
    r"[^,。;、]{0,14}?(?:表示|称|说|指出|透露|公布|发布|报道|报导|数据|统计|显示|认为|预计|预测|媒体|记者|官员|官方|发言人|"
    r"估计|估算)"
)
_HEARD = re.compile(r"[^,。;、]{0,10}?(?:获悉|了解)")
"""从甲国央行获悉 is where news comes from, not what it is about."""
_FOR = re.compile(r"[^,。;、]{2,16}(?:提供|捐|培训|援建|拨款|增加|筹集|追加)")
"""为 before a country means for it when something is given."""
_HOME = re.compile("我国|全国|国内|本国")
_PAIR_NEXT = (
    "双边|两国|贸易|经贸|进出口|关系|投资|之间|双方|两军|两党|海警|海军|合作|边境|边界|建交|铁路|互|年|往来|关税|班列|直航|"
    "货运|航线|[:,第]|间|边贸|联合|签|人员|经济|出口|进口|商品"
)
"""What may follow two short forms that stand for two countries."""
_BESIDE = "[出进投贸援游外经军旅企访问的直期销交输售留学人班,。]|$|关税|提供|市场|逆差|顺差"
"""What may follow 对越 and the like."""
_PREPOSITIONS = "对访赴驻援在来输涉抵旅离"
_SIDE = "方[^面向法案式程便针才队形圆位]"
_SURE = re.compile(r"双边|两国|贸易|经贸|进出口|双方|两军|两党|海警|边境|边界|建交")
"""After two short forms these leave no doubt that they are countries."""


_SURE_ONE = re.compile("[访赴]|对(?!比)")
"""Before one short form these do."""


class Place(NamedTuple):
    """A country or grouping meant at `start`:`end`. `weak` when only something that lies in it is named; `role` is
    `to` or `from` when a preposition sets it beside the subject."""

    start: int
    end: int
    code: str
    role: str = ""
    weak: bool = False
    pair: int = 0
    """Members of one short pair (中越) share a number that is not 0."""
    local: bool = False
    """Whether it is a town or region, whose numbers are not its country's."""


def _code(entry: Entry) -> tuple[str, bool]:
    """The country or organisation an entry stands for, and whether it only lies in it; empty for none."""
    if entry.country is not None:
        return entry.country.code, False
    if entry.org is not None:
        return entry.org.code, False
    if entry.place is not None and entry.place.country:
        return entry.place.country, True
    if entry.body is not None and entry.body.country and entry.body.kind != "media":
        return entry.body.country, True
    return "", False


def _overlaps(place: Place, found: list[Place]) -> bool:
    return any(f.start < place.end and place.start < f.end for f in found)


class Shorts:
    """The short forms of countries, and where they can be read as such."""

    def __init__(self, packs: Packs) -> None:
        forms = short_forms(packs)
        self.codes, singles = forms.actors, forms.singles
        longer = [word for word in self.codes if len(word) > 1]
        named = f"|(?P<name>{alternation(longer)})" if longer else ""
        any_short = f"(?:[{singles}]|{alternation(longer)})" if longer else f"[{singles}]"
        self._pattern = re.compile(
            rf"(?P<a>{any_short})(?P<b>{any_short})(?P<c>{any_short})?(?={_PAIR_NEXT})"
            rf"|(?P<prep>[{_PREPOSITIONS}])(?P<one>{any_short})(?={_BESIDE})"
            rf"|(?P<side>{any_short})(?={_SIDE}){named}"
        )
        begin = "".join(sorted({re.escape(word[0]) for word in longer}))
        name = f"|(?<=[{begin}])(?:{'|'.join(sorted({re.escape(word[1:]) for word in longer}))})" if longer else ""
        self._begins = re.compile(
            rf"[{singles}{_PREPOSITIONS}{begin}]"
            rf"(?:(?<=[{singles}])(?:{any_short}{{1,2}}(?={_PAIR_NEXT})|(?={_SIDE}))"
            rf"|(?<=[{_PREPOSITIONS}]){any_short}(?={_BESIDE}){name})"
        )

    def find(self, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """Where short forms stand; most sentences have none, which a pattern that begins with plain characters sees
        many times quicker."""
        begin = self._begins.search(text, start, end)
        return self._pattern.finditer(text, begin.start(), end) if begin is not None else ()


class Countries:
    """The countries of one document: how often each is named, and which one a shared short form means."""

    def __init__(self, analysis: Analysis, people: People, shorts: Shorts, home: str | None) -> None:
        self._text = analysis.text
        self._shorts = shorts
        self._home = home
        self._known: dict[int, list[Place]] = {}
        self._speakers: dict[int, list[Place]] = {}
        self._analysis, self._mentions = analysis, people.mentions

    @cached_property
    def votes(self) -> Counter[str]:
        """How often each country is named."""
        return Counter(code for s in self._analysis.sentences for hit in s.hits if (code := _code(hit.entry)[0]))

    @cached_property
    def _people(self) -> list[Place]:
        return [
            Place(m.phrase_start, m.phrase_end, m.country, weak=True) for m in self._mentions if m.country is not None
        ]

    def meant(self, word: str, *, sure: bool = False) -> str | None:
        """The country of a short form: the one of its bearers that is named most often here; the only one where the
        words around make sure that a country is meant."""
        codes = self._shorts.codes.get(word, ())
        if sure and len(codes) == 1:
            return codes[0]
        named = [code for code in codes if self.votes[code] or code == self._home]
        return max(named, key=lambda code: self.votes[code]) if named else None

    def of(self, sentence: Sentence) -> list[Place]:
        """The countries of a sentence in order; speakers and sources are left out."""
        if sentence.end - sentence.start > LONGEST:
            return []
        if sentence.start not in self._known:
            self._known[sentence.start] = self._find(sentence)
        return self._known[sentence.start]

    def _find(self, sentence: Sentence) -> list[Place]:
        text = self._text
        found: list[Place] = []
        for start, end, entry in sentence.hits:
            code, weak = _code(entry)
            if code:
                local = weak and entry.place is not None
                found.append(Place(start, end, code, self._role(start, end), weak, 0, local))
        found += self._short(sentence)
        people = self._people
        if people:
            low, high = bisect_left(people, (sentence.start,)), bisect_left(people, (sentence.end,))
            found += [p for p in people[low:high] if not _overlaps(p, found)]
        if self._home is not None:
            found += [Place(m.start(), m.end(), self._home) for m in _HOME.finditer(text, sentence.start, sentence.end)]
        if not found:
            return found
        found.sort()
        last = found[-1].start
        speakers = [place for place in found if self._speaks(place, last, sentence.end)]
        if not speakers:
            return found
        self._speakers[sentence.start] = speakers
        return [place for place in found if place not in speakers]

    def speakers(self, sentence: Sentence) -> list[Place]:
        """Who gives the numbers of a sentence, after `of` left them out."""
        return self._speakers.get(sentence.start, [])

    def _role(self, start: int, end: int) -> str:
        before = self._text[start - 1 : start]
        if before not in _SET_BESIDE:
            return ""
        if before in _FROM:
            return "from" if _HEARD.match(self._text, end) is None else ""
        if before in _TOWARDS:
            return "to" if before != "为" or _FOR.match(self._text, start, start + 24) else ""
        return "to" if _WITH.search(self._text, max(0, start - 2), start) else ""

    def _short(self, sentence: Sentence) -> list[Place]:
        found: list[Place] = []
        for m in self._shorts.find(self._text, sentence.start, sentence.end):
            taken = any(hit.start < m.end() and hit.end > m.start() and hit.entry.country for hit in sentence.hits)
            if taken:
                continue
            if m["a"]:
                sure = _SURE.match(self._text, m.end()) is not None
                codes = [self.meant(m[group], sure=sure) for group in "abc" if m[group]]
                if None in codes or len(set(codes)) < len(codes):
                    continue
                found += [
                    Place(m.start(group), m.end(group), code, self._role(m.start(), m.end()), pair=m.start() + 1)
                    for group, code in zip("abc", codes, strict=False)
                    if code
                ]
            else:
                group = m.lastgroup or "side"
                code = self.meant(m[group], sure=group == "name" or _SURE_ONE.match(m.group()) is not None)
                if code:
                    role = "to" if group == "one" else self._role(m.start(), m.end())
                    found.append(Place(m.start(group), m.end(group), code, role))
        return found

    def _speaks(self, place: Place, last: int, end: int) -> bool:
        """据甲国海关统计, 甲国旅游局公布: who gives a number, not whose it is, as far as another country follows.

        The last one begins at `last`."""
        if place.end >= last or place.pair or place.role:
            return False
        said = _SAID.match(self._text, place.end, end)
        return said is not None and last >= said.end()
