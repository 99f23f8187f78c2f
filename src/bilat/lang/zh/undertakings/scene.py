"""One sentence while its undertakings are read: nouns, verbs, commas, and the countries that act in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.lang.zh.undertakings.rules import BOTH
from bilat.model import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilat.lang.stages import Noun, Verb
    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.lexicon import Entry, Hit
    from bilat.lang.zh.people import People
    from bilat.lang.zh.undertakings.rules import Rules
    from bilat.lang.zh.undertakings.sides import Sides

_STOPS = re.compile("[,;:。!?]")
_HEADLINE_STOPS = re.compile("[,;:。!? ]")
"""A space parts the clauses of a headline."""
_PLACED = frozenset("在于赴抵访驻离飞")
"""A country behind one of these is where something happens, not who takes part."""
OFTEN = 3
"""An organisation is a side like a country when it is named so often among all."""
RARE = 6
"""A country named so many times less often than another is not meant by 两国."""
PAIR = 2
NEAR = 6
"""Sentences within which 两国 means the countries named before."""
_AND = re.compile("[和与及、同暨跟]|以及|[及和]其")


class Actor(Struct, frozen=True, gc=False):
    """A country or organisation where it is named as one that acts: by name, by a person or body of it, by 中方, 中越
    or 两国."""

    start: int
    end: int
    codes: tuple[str, ...]


# 台湾附近, 乌克兰战争, 美国太空探索公司: no act of the country
_AROUND = re.compile(
    "原则|政策|以外|之外|外[,的]|附近|周边|海峡|问题|境内|战争|局势|危机|边境|冲突|洋|太平洋|[^,。;、的]{2,12}公司"
    "|[^,。;、的]{0,6}(?:媒体|传媒|电视台|电台|通讯社|[日时早晚]报|新闻网|智库|通缉犯|嫌犯|商人|委员会会议)"
)
_QUOTED = re.compile("[^”“,。;:!?\\n]{2,14}”")
"""“甲国之友协会”: the rest of a name in quotation marks."""
_BESIDE = ("临近", "邻近", "毗邻", "靠近")
_LEFT_OUT = re.compile("除了?[^,。;]*\\Z")
_OUT = re.compile("[^,。;]{0,12}外(?![交长国资])")
NEAR_OUT = 12
"""Characters before a country within which 除 leaves it out."""
_PAPER = re.compile("[0-9]+日|特稿|专电|综合|讯|电|报道|协定|协议|条约|公约|宣言|声明|峰会|会议|机制|论坛")
"""What a capital lends its name to: 巴黎协定 is none of France."""


def _of_body(entry: Entry) -> str | None:
    """The country of a body that acts for it; a medium only tells."""
    return entry.body.country if entry.body is not None and entry.body.kind not in ("media", "company") else None


class Story:
    """One document: who is named in it how often, which is how 两国 and 乌方 are read."""

    def __init__(self, analysis: Analysis, people: People, rules: Rules, named: Counter[str]) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.people = people
        self.rules = rules
        self.given: Sides | None = None
        self.named = named
        self._often = named.total() / OFTEN
        self._known: dict[tuple[int, int], list[str]] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.analysis.sentences]

    @cached_property
    def _people(self) -> list[tuple[int, int, int, str]]:
        mentions = self.people.mentions
        return sorted((m.start, m.phrase_start, m.phrase_end, m.country) for m in mentions if m.country)

    @cached_property
    def _offices(self) -> list[tuple[int, int, tuple[str, ...]]]:
        return sorted((o.start, o.end, o.countries) for o in self.people.offices if o.countries)

    def titled(self, start: int, end: int) -> Iterator[Actor]:
        """People and holders of offices named between two offsets, each with its whole phrase."""
        people, offices = self._people, self._offices
        for which in range(bisect_left(people, (start,)), bisect_left(people, (end,))):
            _, first, last, country = people[which]
            yield Actor(max(start, first), last, (country,))
        for which in range(bisect_left(offices, (start,)), bisect_left(offices, (end,))):
            yield Actor(*offices[which])

    def one_of(self, form: str) -> str | None:
        """The country a short form stands for here: the one that the document names most; None when it names none."""
        fitting = [code for code in self.rules.short.get(form, ()) if code in self.named]
        return max(fitting, key=lambda code: self.named[code], default=None)

    def pair(self, before: int, size: int = 2) -> tuple[str, ...]:
        """The `size` sides that 两国 (三国) means at an offset: those that the last sentences before it name.
        Where these name more, the two that the document is about; nobody when there are none."""
        at = bisect_right(self._starts, before) - 1
        most = max(self.named.values(), default=0)
        codes: list[str] = []
        for sentence in reversed(self.analysis.sentences[max(0, at - NEAR) : at + 1]):
            told = (code for code in self._told(sentence, before) if self.named[code] * RARE > most)
            codes += [code for code in told if code not in codes]
            if len(codes) == size:
                return tuple(sorted(codes))
            if len(codes) > size:
                main = self.main_pair()
                return main if size == len(main) and set(main) <= set(codes) else self._often_told(at, before, size)
        return self.main_pair() if size == PAIR else ()

    def _often_told(self, at: int, before: int, size: int) -> tuple[str, ...]:
        """The `size` sides that more of the last sentences name than name any other; nobody when some are equal."""
        codes: Counter[str] = Counter()
        for sentence in self.analysis.sentences[max(0, at - NEAR) : at + 1]:
            codes.update(self._told(sentence, before))
        first = codes.most_common(size + 1)
        clear = len(first) == size or (len(first) > size and first[size - 1][1] > first[size][1])
        return tuple(sorted(code for code, _ in first[:size])) if clear else ()

    def main_pair(self) -> tuple[str, ...]:
        """The two countries that the document is about: named more often than all others together."""
        first = self.named.most_common(2)
        total = sum(self.named.values())
        main = len(first) > 1 and sum(count for _, count in first) * 2 > total + first[0][1]
        return tuple(sorted(code for code, _ in first)) if main else ()

    def _told(self, sentence: Sentence, before: int) -> list[str]:
        """Countries that a sentence names up to an offset, by name, by their people, or as 中越; the last one first."""
        upto = sentence.start, min(before, sentence.end)
        if upto not in self._known:
            self._known[upto] = self._read(sentence, upto[1])
        return self._known[upto]

    def _read(self, sentence: Sentence, before: int) -> list[str]:
        told = [
            (h.start, 0, row.code)
            for h in sentence.hits
            if (row := h.entry.country or h.entry.org) is not None
            and h.start < before
            and (h.entry.country is not None or self.named[row.code] * OFTEN > self._often)
            and not _AROUND.match(self.text, h.end)
        ]
        told += [(h.start, 0, code) for h in sentence.hits if h.start < before and (code := _of_body(h.entry))]
        told += [(a.start, 0, a.codes[0]) for a in self.titled(sentence.start, before)]
        for found in self.rules.sides.finditer(self.text, sentence.start, before):
            run = found.group()
            if len(run) == 1 or run in BOTH:
                continue
            codes = [self.one_of(form) for form in run.removesuffix("方")]
            if all(codes) and not _overlap(sentence.hits, found.start(), found.end()):
                told += [(found.start(), at, code) for at, code in enumerate(codes) if code]
        return list(dict.fromkeys(code for _, _, code in sorted(told, reverse=True)))

    def only_pair(self, before: int) -> tuple[str, ...]:
        """The two countries that the paragraph of an offset names up to there, when there are just two."""
        sentences = self.analysis.sentences
        at = bisect_right(self._starts, before) - 1
        codes: set[str] = set()
        for sentence in reversed(sentences[max(0, at - NEAR) : at + 1]):
            if sentence.paragraph != sentences[at].paragraph:
                break
            codes.update(h.entry.country.code for h in sentence.hits if h.entry.country is not None)
        return tuple(sorted(codes)) if len(codes) == 2 else ()

    def apart(self, codes: Sequence[str]) -> bool:
        """Whether codes stand for two sides at least; a special region and its state are one."""
        return self.rules.apart(codes)


def in_name(noun: Noun, sentence: Sentence) -> bool:
    """Whether a noun is only part of the name of a body: 基金 in 国际货币基金."""
    return any(
        hit.start <= noun.start and noun.end <= hit.end and (hit.entry.org or hit.entry.body or hit.entry.mechanism)
        for hit in sentence.hits
    )


def _overlap(hits: Sequence[Hit], start: int, end: int) -> bool:
    """Whether one of some hits, in order, stands in part between two offsets."""
    for first, last, _ in hits:
        if first >= end:
            return False
        if last > start:
            return True
    return False


def _ends_here(scene: Scene, at: int) -> bool:
    """Whether a country ends right before an offset: 韩日两国 are those two."""
    return any(hit.end == at and hit.entry.country is not None for hit in scene.sentence.hits)


class Scene:
    """One sentence: `nouns` and `verbs` in order, `actors` when they are asked for."""

    def __init__(self, story: Story, sentence: Sentence, nouns: list[Noun], verbs: list[Verb]) -> None:
        self.story = story
        self.text = story.text
        self.sentence = sentence
        self.nouns = nouns
        self.noun_ends = frozenset(noun.end for noun in nouns)
        self.predicates = frozenset(verb.start for verb in verbs if "subject" in verb.uses)
        self.verbs = verbs
        self.built: Sides | None = None
        """Who builds what the sentence told of last."""

    @cached_property
    def stops(self) -> list[int]:
        """Where clauses end, in order."""
        stops = _HEADLINE_STOPS if self.sentence.part is Part.HEADLINE else _STOPS
        return [m.start() for m in stops.finditer(self.text, self.sentence.start, self.sentence.end)]

    @cached_property
    def hedges(self) -> list[tuple[int, int, bool]]:
        """Words that leave something open, in order; whether each is a condition."""
        return self.story.rules.hedges(self.text, self.sentence.start, self.sentence.end)

    def clause_start(self, at: int) -> int:
        """Where the clause that holds an offset begins."""
        before = bisect_left(self.stops, at)
        return self.stops[before - 1] + 1 if before else self.sentence.start

    def clause_end(self, at: int) -> int:
        """Where the clause that holds an offset ends, before its mark."""
        after = bisect_left(self.stops, at)
        return self.stops[after] if after < len(self.stops) else self.sentence.end

    @cached_property
    def actors(self) -> list[Actor]:
        """Countries and organisations in order; of those that overlap the first and longest."""
        kept: list[Actor] = []
        for actor in sorted(self._all(), key=lambda a: (a.start, -a.end)):
            if kept and actor.start < kept[-1].end:
                continue
            kept.append(actor)
        return kept

    def _all(self) -> Iterator[Actor]:
        start, end = self.sentence.start, self.sentence.end
        yield from self.story.titled(start, end)
        countries = {hit.start for hit in self.sentence.hits if hit.entry.country is not None}
        for hit in self.sentence.hits:
            entry = hit.entry
            row = entry.country or (entry.org if hit.end not in countries else None)
            code = row.code if row is not None else _of_body(entry)
            if row is None and not code:
                code = self.story.rules.capitals.get(entry.text)
                if code is None or _PAPER.match(self.text, hit.end):
                    continue
            if code and not self.text.startswith("合作", hit.end - 1) and not self._aside(hit):
                yield Actor(hit.start, hit.end, (code,))
        yield from self._short()

    def _aside(self, hit: Hit) -> bool:
        """Whether a country only lends its name: to a medium, a firm, a quoted name; or is left out (除…外)."""
        text, start = self.text, self.sentence.start
        return (
            _AROUND.match(text, hit.end) is not None
            or (text[hit.start - 1] == "“" and _QUOTED.match(text, hit.end) is not None)
            or text[hit.start - 1] == "据"
            or text.endswith(_BESIDE, start, hit.start)
            or (
                _OUT.match(text, hit.end) is not None
                and _LEFT_OUT.search(text, max(start, hit.start - NEAR_OUT), hit.start) is not None
            )
        )

    def _short(self) -> Iterator[Actor]:
        story = self.story
        for found in story.rules.sides.finditer(self.text, self.sentence.start, self.sentence.end):
            form = found.group()
            if _overlap(self.sentence.hits, found.start(), found.end()):
                continue
            if form in BOTH:
                if self._is_told(found.start()):
                    continue
                codes: tuple[str | None, ...] = story.pair(found.start(), 3 if form == "三国" else PAIR)
            else:
                codes = tuple(story.one_of(sign) for sign in form.removesuffix("方"))
            known = tuple(code for code in codes if code)
            if known and len(known) == len(codes):
                yield Actor(found.start(), found.end(), known)

    def _is_told(self, at: int) -> bool:
        """Whether countries end right before 两国: 韩日两国 are those two."""
        signs = self.text[max(self.sentence.start, at - 2) : at]
        return _ends_here(self, at) or (len(signs) == PAIR and all(map(self.story.one_of, signs)))

    def placed(self, actor: Actor) -> bool:
        """Whether it is only where something happens."""
        first = self.with_others(actor)[0]
        return self.text[first.start - 1 : first.start] in _PLACED and first.start > self.sentence.start

    def with_others(self, actor: Actor) -> list[Actor]:
        """An actor and those joined to it on its left: 荷兰和丹麦."""
        joined = [actor]
        for before in reversed([a for a in self.actors if a.end <= actor.start]):
            if not _AND.fullmatch(self.text[before.end : joined[0].start]):
                break
            joined.insert(0, before)
        return joined
