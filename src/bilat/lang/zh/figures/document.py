"""A document's sentences → drafts: which sentences are read, and what goes on from one to the next."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from bilat.lang.figures.draft import COUNT, MONEY
from bilat.lang.zh.dates import find_dates
from bilat.lang.zh.figures.gate import gate
from bilat.lang.zh.figures.levels import SHARED_WORD
from bilat.lang.zh.figures.naming import name
from bilat.lang.zh.figures.parties import LONGEST, Countries, Shorts
from bilat.lang.zh.figures.period import AS_OF
from bilat.lang.zh.figures.scope import Scope
from bilat.lang.zh.figures.sentence import read_sentence
from bilat.lang.zh.figures.sides import linked, set_listed, set_sides
from bilat.lang.zh.figures.source import source_of
from bilat.lang.zh.people.countries import home

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.lang.steps import Steps
    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.figures.gate import Look
    from bilat.lang.zh.figures.parties import Place
    from bilat.lang.zh.figures.period import Period
    from bilat.lang.zh.figures.rules import Hit, Named, Rules
    from bilat.lang.zh.people import People
    from bilat.packs import Packs

_GOES_ON = re.compile(
    r"虽|尽管|总|同比|较|比|环比|按[年月季]|与[^,。]{2,16}相比|其中|其后|其次|该数|这|此外|而|同期|另|同时|当中"
)
"""How a sentence begins that may tell a number without naming its measure again."""
_ANOTHERS = re.compile("我国|全(?:市(?!场)|[县省州镇村])")
"""Words for a subject that is not the country named before."""
_LARGE, _SMALL = 10**7, 10**5
"""Money below the one is no state's where no country is named, below the other nobody's but a person's."""
_A_STATES = 10**8
"""What towns and companies spend in their own money lies below."""
_DAY_BACK, _DAY_LENGTH = 2, len("YYYY-MM-DD")
"""Sentences back in which the day may have been named of what is counted day by day."""
_PAIR_BACK = 5
"""Sentences back in which the two of 双边 may have been named."""
_ROW_BACK, _PERIOD_BACK = 3, 2
"""Paragraphs over which one measure keeps its countries and its period."""


@lru_cache(maxsize=4)
def _shorts(packs: Packs) -> Shorts:
    return Shorts(packs)


class _Document:
    def __init__(self, analysis: Analysis, people: People, rules: Rules) -> None:
        self._analysis = analysis
        self._people = people
        self._rules = rules
        published = analysis.doc.published
        self._published = date.fromisoformat(published.day) if published else None
        self._drafts: list[Draft] = []
        self._paid: str | None = None
        self._source: tuple[int, str] | None = None

    @cached_property
    def _countries(self) -> Countries:
        return Countries(self._analysis, self._people, _shorts(self._rules.packs), self._home)

    @cached_property
    def _home(self) -> str | None:
        """The country of the publisher, for 我国 and 元."""
        return home(self._analysis, self._rules.packs)

    def read(self, hits: list[Hit]) -> list[Draft]:
        """The drafts of a document that names measures, in order."""
        text, rules, drafts = self._analysis.text, self._rules, self._drafts
        passes, indexed = gate(rules), rules.has_index(hits)
        first, count, at = 0, len(hits), hits[0][0]
        for order, sentence in enumerate(self._analysis.sentences):
            start, end = sentence.start, sentence.end
            if at < start:
                while first < count and hits[first][0] < start:
                    first += 1
                at = hits[first][0] if first < count else len(text)
            if at >= end:
                if drafts and self._goes_on(sentence) and (looks := passes.looks(text, start, end)):
                    self._read(order, sentence, looks, [])
                continue
            if end - start > LONGEST:
                continue
            looks = passes.looks(text, start, end)
            if not looks and not indexed:
                continue
            last = first + 1
            while last < count and hits[last][0] < end:
                last += 1
            here = rules.fitting(hits[first:last], text, start, end)
            if here and passes.lets_pass(looks, here, self._near(sentence)):
                self._read(order, sentence, looks, here)
        return drafts

    def _near(self, sentence: Sentence) -> Draft | None:
        """The figure told last, where a sentence may still speak of it."""
        drafts = self._drafts
        return drafts[-1] if drafts and sentence.paragraph - drafts[-1].paragraph <= 1 else None

    def _goes_on(self, sentence: Sentence) -> bool:
        if self._near(sentence) is None or _GOES_ON.match(self._analysis.text, sentence.start) is None:
            return False
        return sentence.end - sentence.start <= LONGEST

    def _read(self, order: int, sentence: Sentence, looks: list[Look], named: list[Named]) -> None:
        text = self._analysis.text
        scope = Scope(text, sentence, order, self._rules, looks, named, self._countries, self._published, self._drafts)
        found = read_sentence(scope)
        if not found:
            return
        places = scope.places
        for draft in found:
            set_sides(text, draft, places, sentence.start, lambda: self._pair(order, scope))
            if draft.of is None and "given" in draft.row.traits:
                self._give(draft, self._countries.speakers(sentence))
            if draft.of is not None and draft.partner is None and _of_a_part(draft, places):
                draft.of = None
            if draft.of is None and self._drafts:
                self._sides_before(draft, self._drafts[-1], scope)
        if len(found) > 1:
            set_listed(text, found, places)
        source = self._source_of(sentence, max([d.at for d in found]))
        for draft in found:
            draft.period = self._period(draft, scope)
            draft.attributed_to = source
            if draft.kind == MONEY:
                self._currency(draft, places)
            name(scope, draft)
        self._drafts += [draft for draft in found if self._told_enough(draft)]

    def _told_enough(self, draft: Draft) -> bool:
        """What companies and people have as well needs a country, or a sum that only states deal in."""
        traits = draft.row.traits
        if "owned" in traits:
            return draft.of is not None
        if draft.kind != MONEY or "any_sum" in traits:
            return True
        value = draft.value or 0
        if "private" in traits and draft.partner is None and self._at_home(draft):
            return value >= _A_STATES
        if "large" in traits or ("anybodys" in traits and draft.of is None):
            foreign = draft.unit is not None and draft.unit not in self._rules.paid_in(self._home)
            return value >= _LARGE and (foreign or draft.of is not None)
        return value >= _SMALL

    def _at_home(self, draft: Draft) -> bool:
        """Whether a sum is in the money of the country it is about, or of the publisher where it is about none."""
        own = self._rules.paid_in(draft.of or self._home)
        return draft.unit in own and len(own) == 1

    def _source_of(self, sentence: Sentence, limit: int) -> str | None:
        """Who gives the numbers; data once named hold for the paragraph."""
        source, data = source_of(self._analysis, sentence, self._people, limit)
        if source is None:
            return self._source[1] if self._source and self._source[0] == sentence.paragraph else None
        if data:
            self._source = (sentence.paragraph, source)
        return source

    def _pair(self, order: int, scope: Scope) -> tuple[str, str] | None:
        """The two countries named last: by the figure before, in this sentence, or in one of those before it."""
        last = self._drafts[-1] if self._drafts else None
        near = last is not None and order - last.sentence <= 1 and last.row.sides in {"pair", "inward"}
        if last is not None and near and last.of is not None and last.partner is not None:
            return last.of, last.partner
        before = self._analysis.sentences[max(0, order - _PAIR_BACK) : order]
        for places in (scope.places, *(self._countries.of(sentence) for sentence in reversed(before))):
            pairs = linked(scope.text, places)
            if pairs:
                return pairs[-1]
            codes = list(dict.fromkeys(p.code for p in places if not p.weak))
            if len(codes) == len("ab"):
                return codes[0], codes[1]
        return None

    def _give(self, draft: Draft, speakers: list[Place]) -> None:
        """甲国外长说,将提供2亿美元援助: who speaks of a gift and names no other giver gives it."""
        giver = next((p for p in reversed(speakers) if p.end <= draft.at and p.code != draft.partner), None)
        draft.of = giver.code if giver is not None else None

    def _sides_before(self, draft: Draft, last: Draft, scope: Scope) -> None:
        """Where a sentence names no country and no other subject (我国, 全县), it goes on with those of the figure
        before."""
        places, sentence = scope.places, scope.sentence
        same = draft.row is last.row
        if draft.paragraph - last.paragraph > (_ROW_BACK if same else 1):
            return
        if _ANOTHERS.search(scope.text, sentence.start, sentence.end):
            return
        if not places or (same and draft.row.sides == "inward"):
            draft.of = last.of
        if not places and same:
            draft.partner = last.partner

    def _period(self, draft: Draft, scope: Scope) -> str | None:
        """The period right before a number, before it in its clause or sentence, after it in its clause, or the one of
        the figure before."""
        if draft.compared:
            return next(p.text for p in reversed(scope.periods) if p.end <= draft.at)
        rank = draft.rank is not None and draft.value is None
        daily = draft.kind == COUNT and (draft.row.level == "flow" or "occasion" in draft.row.traits)
        own = [p for p in scope.periods if not p.compared and (daily or not p.day)]
        start, end = draft.clause
        if own:
            before = [p for p in own if p.end <= draft.at and (not rank or p.start >= start or p.text[-1] == "/")]
            if before:
                return _nearest(before, start).text
            after = next((p for p in own if draft.at <= p.start < end), None)
            if after is not None and not rank:
                return after.text
        if rank:
            return None
        if draft.row.level == "stock" or any(not p.compared for p in scope.periods):
            return None
        return self._period_before(draft) or self._day_before(draft)

    def _day_before(self, draft: Draft) -> str | None:
        """The day named last in this sentence or the ones before it, for what is counted day by day."""
        if "daily" not in draft.row.traits:
            return None
        for sentence in reversed(self._analysis.sentences[max(0, draft.sentence - _DAY_BACK) : draft.sentence + 1]):
            end = min(draft.at, sentence.end)
            if sentence.paragraph < draft.paragraph - 1 or end - sentence.start > LONGEST:
                break
            for mention in reversed(find_dates(self._analysis.text, sentence.start, end, self._published)):
                if mention.first is not None and mention.first == mention.last and len(mention.first) == _DAY_LENGTH:
                    return mention.first
        return None

    def _period_before(self, draft: Draft) -> str | None:
        last = self._drafts[-1] if self._drafts else None
        if last is None or last.period is None or last.period.startswith(AS_OF) or last.period.endswith("/"):
            return None
        apart = draft.paragraph - last.paragraph
        return last.period if apart == 0 or (draft.row is last.row and apart <= _PERIOD_BACK) else None

    def _currency(self, draft: Draft, places: list[Place]) -> None:
        """A shared word (元) means what it meant before in the text, else the money of the country it is about."""
        if draft.unit is None:
            return
        if not draft.unit.startswith(SHARED_WORD):
            self._paid = draft.unit
            return
        word = draft.unit.removeprefix(SHARED_WORD)
        if self._paid is not None and (not word or self._rules.shares(word, self._paid)):
            draft.unit = self._paid
            return
        codes = [draft.of, draft.partner, *(p.code for p in places), self._home]
        draft.unit = self._rules.paid_with(word, [c for c in codes if c], self._analysis.doc.script)


def _of_a_part(draft: Draft, places: list[Place]) -> bool:
    """Whether only a town or region of the country is named before money or people, of which it has but a part
    (甲市进口); what a port or airport handles is its country's."""
    if "money" not in draft.row.takes and "partial" not in draft.row.traits:
        return False
    named = [p for p in places if p.code == draft.of and p.end <= max(draft.at, draft.parts[0])]
    return bool(named) and all(p.local for p in named)


def _nearest(found: list[Period], start: int) -> Period:
    """The last one in its clause, else the last one."""
    return next((p for p in reversed(found) if p.start >= start), found[-1])


def read_document(analysis: Analysis, people: People, rules: Rules) -> Steps[list[Draft]]:
    """The figures of a document before those told twice are joined, in steps."""
    hits = rules.hits(analysis.text)
    yield
    return _Document(analysis, people, rules).read(hits) if hits else []
