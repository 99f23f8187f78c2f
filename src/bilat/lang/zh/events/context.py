"""One document while its events are read: rows by sentence, quotations, who speaks, which countries it is about."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from datetime import date, timedelta
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from bilat.lang.zh.dates import DateKind, find_dates
from bilat.lang.zh.events.arguments import Group, people_groups
from bilat.lang.zh.events.items import PERSON, Actor, Item, Row, Rower, known_words
from bilat.lang.zh.fold import fold
from bilat.model import EventType, Part

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.dates import DateMention
    from bilat.lang.zh.events.candidate import Candidate
    from bilat.lang.zh.events.items import Known
    from bilat.lang.zh.events.rules import Rules
    from bilat.lang.zh.lexicon import Hit
    from bilat.lang.zh.people import People

_PLAIN = frozenset("中华美日俄英法德韩朝越")
"""Short forms that are hardly ever another word after 访 and 抵."""
_DATELINE = re.compile(r"日(?<=[0-9]日)(?:专|外|综合|合)?(?:电|讯)")
_DAY_BEFORE = re.compile(r"[0-9]{1,2}$")
DATELINE_DAYS = 2
"""How far a dateline may lie before the day of publication: zones apart, and a night in between."""
_DAY_KINDS = (DateKind.ABSOLUTE, DateKind.PARTIAL, DateKind.WEEKDAY, DateKind.RELATIVE, DateKind.RANGE)
_PAIRS = (EventType.MEETING, EventType.CALL)
_QUOTE = re.compile(r"“[^“”]{14,}?”|\"[^\"\n]{14,}?\"", re.DOTALL)
_MEETS = frozenset("会见晤到")
_SENT = re.compile("代表团|访问团|工作组")


TWO = 2
"""People that 两人 means."""


class Context:
    """All that the event rules may ask about a document. `words` has the sentences that a rule may read, with the words
    in them that may be items; a sentence is rowed when a rule first asks for its row."""

    def __init__(self, analysis: Analysis, people: People, rules: Rules, words: dict[int, list[Known]]) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.raw = analysis.doc.text
        self.people = people
        self.rules = rules
        self.words = words
        self.senses = {order: {sort.sense for _, _, sort in known} for order, known in words.items()}
        """The senses of the verbs of each sentence that a rule may read."""
        self.sentences = analysis.sentences
        published = analysis.doc.published
        self.published: date | None = date.fromisoformat(published.day) if published else None
        self.last_pair: list[Actor] = []
        self.last_group: list[Actor] = []
        self.last_two: Candidate | None = None
        self.found: list[Candidate] = []
        self._rows: dict[int, Row] = {}
        self._groups: dict[int, list[Group]] = {}
        self._starts = [m.start for m in people.mentions]
        self.thrones = "皇" in self.text or "教宗" in self.text
        """Whether somebody may be known by the office alone: 天皇."""
        self._rower = Rower(analysis, people, self._starts, thrones=self.thrones)
        self._last_day: date | None = None
        self._days_unread: list[int] = []
        self.last_session: Candidate | None = None
        self._country_actors: dict[str, Actor] = {}
        self._country_names: dict[str, str] = {}
        self._mechanisms: dict[int, list[Hit]] = {}
        for sentence, hit in analysis.named.mechanisms:
            self._mechanisms.setdefault(sentence.start, []).append(hit)
        if self.thrones:
            self._row_in_order()
        self.peopled = bool(people.mentions or people.offices or self.thrones or _SENT.search(self.text))
        """Whether anybody is there who can meet or travel: a person, an office, a delegation."""

    @cached_property
    def written(self) -> date | None:
        """The day that 今天 means: that of a wire's dateline (圣保罗20日专电) when it is near the day of publication,
        else the day of publication."""
        found = _DATELINE.search(self.text, 0, 400)
        told = _DAY_BEFORE.search(self.text, max(0, found.start() - 2), found.start()) if found is not None else None
        if told is None or self.published is None:
            return self.published
        for back in range(DATELINE_DAYS + 1):
            day = self.published - timedelta(days=back)
            if day.day == int(told.group()):
                return day
        return self.published

    def _row_in_order(self) -> None:
        """Rows all sentences that a rule may read, for what one tells of a throne goes for those after it."""
        for order in self.words:
            self.row(order)

    def row(self, order: int) -> Row:
        """The row of any sentence, also of one that no rule reads for itself."""
        row = self._rows.get(order)
        if row is None:
            sentence, rower, known = self.sentences[order], self._rower, self.words.get(order)
            if known is None:
                rower = Rower(self.analysis, self.people, self._starts, thrones=self.thrones)
                known = known_words(sentence, self.rules.sorts)
            row = self._rows[order] = rower.row(sentence, known, self.dates(sentence))
        return row

    def groups(self, order: int) -> list[Group]:
        """Who acts in a sentence."""
        groups = self._groups.get(order)
        if groups is None:
            groups = self._groups[order] = people_groups(self.row(order), self.text)
        return groups

    def dates(self, sentence: Sentence) -> list[DateMention]:
        """The dates of a sentence."""
        return find_dates(self.text, sentence.start, sentence.end, self.written)

    @cached_property
    def met(self) -> list[int]:
        """Where a person or an office stands right behind 会, 见, 晤 or 到: 习近平会拜登."""
        starts = [m.phrase_start for m in self.people.mentions] + [o.start for o in self.people.offices]
        return [start for start in starts if self.text[start - 1] in _MEETS]

    @cached_property
    def ends(self) -> set[int]:
        """Where persons and offices end, with their titles."""
        return {m.phrase_end for m in self.people.mentions} | {o.end for o in self.people.offices}

    def mechanisms(self, sentence: Sentence) -> list[Hit]:
        """The mechanisms of the packs that a sentence names."""
        return self._mechanisms.get(sentence.start, [])

    def ahead(self, value: str | None) -> bool:
        """Whether a date lies after the day of publication, as far as it is known."""
        return bool(value and self.published and value > self.published.isoformat()[: len(value)])

    def add(self, found: Candidate) -> None:
        """Keeps a candidate; what follows in the document may point back to it."""
        self.found.append(found)
        if not self.headline(found.order):
            if found.type in _PAIRS and len(found.who) > 1:
                self._note_sides(found)
            elif found.type is EventType.SESSION:
                self.last_session = found
            if len(found.who) == TWO and all(w.actor.person is not None for w in found.who):
                self.last_two = found
        day = found.start
        if day and len(day) == len("YYYY-MM-DD"):
            self._last_day = date.fromisoformat(day)
            self._days_unread.clear()

    def _note_sides(self, found: Candidate) -> None:
        """Whom 双方 and 三方 mean from here on: the sides of a contact; 会见乙和丙 makes three of them."""
        self.last_pair = [w.actor for w in found.who]
        who = {actor.name: actor for actor in self.last_pair}
        for before in reversed(self.found[:-1]):
            if before.type is not found.type or before.order != found.order:
                break
            who = {w.actor.name: w.actor for w in before.who} | who
        self.last_group = list(who.values())

    def note_day(self, order: int) -> None:
        """Notes that a sentence has been read, whose last day 当天 in the next one means."""
        self._days_unread.append(order)

    def last_day(self) -> date | None:
        """The last day told so far, by a candidate or by a sentence that a rule may read."""
        while self._days_unread:
            day = _last_day(self.row(self._days_unread.pop()))
            if day is not None:
                self._last_day = day
                self._days_unread.clear()
        return self._last_day

    def protagonist(self) -> list[Actor]:
        """Who the first contact of the body was told of first; nobody before there is one."""
        first = next((c for c in self.found if not self.headline(c.order) and c.who), None)
        return [first.who[0].actor] if first is not None else []

    def sides(self) -> list[str]:
        """The two countries the article is about, by its contacts so far, else by its headline; fewer when unknown."""
        count: Counter[str] = Counter()
        for c in self.found:
            told = [w.actor.country for w in c.who if w.actor.country] + ([c.host] if c.host else [])
            pair = dict.fromkeys(told)
            if len(pair) == 2:
                count.update(pair.keys())
        if len(count) >= 2:
            return [code for code, _ in count.most_common(2)]
        title = self.sentences[0]
        codes = [h.entry.country.code for h in title.hits if h.entry.country is not None]
        return list(dict.fromkeys(codes))[:2]

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        return [(m.start() + 1, m.end() - 1) for m in _QUOTE.finditer(self.text)]

    def quoted(self, offset: int) -> bool:
        """Whether an offset stands inside a quotation of some length."""
        quotes = self._quotes
        at = bisect_right(quotes, offset, key=itemgetter(0)) - 1
        return at >= 0 and offset < quotes[at][1]

    @cached_property
    def countries(self) -> Counter[str]:
        """How often each country is named, by itself and by its people."""
        count = Counter(self.analysis.named.countries)
        for person in self.people.persons:
            if person.country:
                count[person.country] += 2
        return count

    @cached_property
    def surface(self) -> dict[str, str]:
        """The name under which each country stands in the text most often."""
        shapes: dict[str, dict[str, int]] = {}
        for sentence in self.sentences:
            for start, end, entry in sentence.hits:
                if entry.country is not None and end - start > 1:
                    names = shapes.setdefault(entry.country.code, {})
                    name = self.raw[start:end]
                    names[name] = names.get(name, 0) + 1
        return {
            code: max(c, key=lambda n: (c[n], -len(n), n)) if len(c) > 1 else next(iter(c))
            for code, c in shapes.items()
        }

    def short_country(self, word: str) -> str | None:
        """The country a short form stands for here: the one the document names most; None when none of several."""
        codes = self.rules.short.get(word, ())
        if len(codes) == 1:
            return codes[0]
        best = max(codes, key=lambda c: (self.countries[c], -codes.index(c)), default=None)
        return best if best and self.countries[best] else (codes[0] if codes and word in "中美俄日英法德韩印" else None)

    def named_short(self, word: str) -> str | None:
        """The country of a short form that the document also names in full, or that headlines use without (访华)."""
        code = self.short_country(word)
        return code if code and (self.countries[code] or word in _PLAIN) else None

    def pair_at(self, start: int, end: int) -> list[str]:
        """The countries of a run of short forms (中越, 日美韩); empty when one of them is none."""
        if self.text[start : start + 2] in self.rules.org_names:
            return []
        codes = [self.short_country(c) for c in self.text[start:end]]
        return [c for c in codes if c] if all(codes) else []

    def country_actor(self, code: str) -> Actor:
        """A country as a participant, under the name that stands in the text; its usual name when none does."""
        actor = self._country_actors.get(code)
        if actor is None:
            actor = self._country_actors[code] = self._country_actor(code)
        return actor

    def _country_actor(self, code: str) -> Actor:
        names = self.rules.names.get(code, ())
        if code in self.surface:
            return Actor(self.surface[code], code)
        for name in names:
            at = self.text.find(name)
            if at >= 0:
                return Actor(self.raw[at : at + len(name)], code)
        for short, codes in self.rules.short.items():
            at = self.text.find(short) if code in codes else -1
            if at >= 0:
                return Actor(self.raw[at : at + len(short)], code)
        return Actor(names[0] if names else code, code)

    def country_name(self, code: str) -> str:
        """The name of a country as a place: as the text has it, but its usual name where only a short form stands."""
        name = self._country_names.get(code)
        if name is None:
            name = self._country_names[code] = self._country_name(code)
        return name

    def _country_name(self, code: str) -> str:
        actor = self.country_actor(code)
        names = self.rules.names.get(code, ())
        if not names or actor.name in names or fold(actor.name) in names:
            return actor.name
        forms = self.rules.usual.get(code, (actor.name,))
        return forms[-1 if self.analysis.doc.script == "Hant" else 0]

    def is_country(self, name: str) -> bool:
        """Whether a name as written is that of a country."""
        return name in self.rules.country_names or fold(name) in self.rules.country_names

    def capital(self, code: str) -> str | None:
        """A country's capital as the text writes it; None when the text does not name it."""
        city = self.rules.capitals.get(code, "")
        at = self.text.find(city) if city else -1
        return self.raw[at : at + len(city)] if at >= 0 else None

    def speaker(self, order: int, offset: int) -> tuple[bool, Actor | None]:
        """Whether an offset is inside what somebody is said to have said, and who; the sentence's own verb of saying
        counts, else that of an earlier sentence of the paragraph."""
        sentence = self.sentences[order]
        opened = _say_before(self, sentence, offset)
        if opened is not None:
            return True, opened[1]
        back = order - 1
        while back >= 0 and self.sentences[back].paragraph == sentence.paragraph:
            earlier = _say_before(self, self.sentences[back], self.sentences[back].end)
            if earlier is not None:
                return True, earlier[1]
            back -= 1
        return False, None

    def mentions_in(self, start: int, end: int) -> list[Item]:
        """People named between two offsets."""
        out: list[Item] = []
        for m in self.people.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            p = self.people.persons[m.person]
            out.append(Item(PERSON, m.start, m.end, 0, actor=Actor(p.name, p.country, m.person)))
        return out

    def first_in(self, start: int, end: int) -> Actor | None:
        """Whoever is named first between two offsets."""
        at = bisect_left(self._starts, start)
        if at == len(self._starts) or self._starts[at] >= end:
            return None
        m = self.people.mentions[at]
        person = self.people.persons[m.person]
        return Actor(person.name, person.country, m.person)

    def codes_of(self, order: int) -> set[str | None] | None:
        """The countries of those in a sentence who can meet, persons and offices; None where delegations or pronouns
        leave it open. Empty where nobody is there."""
        start, end = self.sentences[order].start, self.sentences[order].end
        if self.thrones or _SENT.search(self.text, start, end):
            return None
        out = {o.country for o in self.people.offices if start <= o.start < end}
        for at in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            mention = self.people.mentions[at]
            if mention.form == "pronoun":
                return None
            out.add(self.people.persons[mention.person].country)
        return out

    def acted(self, order: int) -> bool:
        """Whether anybody is there in a sentence who can meet: a person, an office, a delegation."""
        codes = self.codes_of(order)
        return codes is None or bool(codes)

    def spoken_of(self, order: int) -> bool:
        """Whether a person is named before a sentence in its paragraph, whom it may go on about."""
        start = self.sentences[order].start
        at = bisect_left(self._starts, start)
        return at > 0 and "\n" not in self.text[self._starts[at - 1] : start]

    def headline(self, order: int) -> bool:
        """Whether a sentence is the headline."""
        return self.sentences[order].part is Part.HEADLINE


def _last_day(row: Row) -> date | None:
    """The last full day that a row tells."""
    for item in reversed(row.items):
        last = item.date.last if item.date is not None and item.date.kind in _DAY_KINDS else None
        if last and item.date and item.date.first and len(last) == len("YYYY-MM-DD"):
            return date.fromisoformat(last)
    return None


_OPEN = ("“", '"')
"""What is said in quotation marks ends with them; `quoted` knows where."""
_SAID = re.compile(
    r"(?:表示|指出|强调|说|称|认为|写道|表明|重申|透露|补充|坦言|认为|相信|宣布|回应|告诉[^,:]{0,8})(?:,|:|“|\")"
)


def _say_before(ctx: Context, sentence: Sentence, offset: int) -> tuple[int, Actor | None] | None:
    """The first verb of saying before an offset of a sentence, with its speaker when a person stands before it."""
    found = _SAID.search(ctx.text, sentence.start, min(offset, sentence.end))
    if found is None or ctx.text[found.end() - 1 : found.end() + 1].strip(",:")[:1] in _OPEN:
        return None
    people = ctx.mentions_in(sentence.start, found.start())
    if not people:
        return found.start(), None
    between = ctx.text[people[-1].end : found.start()]
    return found.start(), (people[-1].actor if len(between) < 16 and "的" not in between else None)
