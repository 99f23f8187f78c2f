"""A sentence as a row of items: people, offices, bodies, countries, places, dates and trigger verbs, in order.

Everything an event rule looks at is an item or the gap of text between two items.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.lang.zh.fold import fold

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.dates import DateMention
    from bilat.lang.zh.lexicon import Entry
    from bilat.lang.zh.people import People

PERSON, OFFICE, BODY, COUNTRY, PLACE, DATE, VERB = "POBCLDV"


class Actor(Struct, gc=False):
    """Who an item stands for: `name` as it should be reported, `country` its code, `person` its index or None."""

    name: str
    country: str | None
    person: int | None = None
    named: bool = True
    voice: bool = False
    """A spokesperson, who speaks of contacts and takes part in none."""


class Item(Struct, gc=False):
    """A stretch of a sentence with a meaning; `start`:`end` is the whole noun phrase, titles included."""

    kind: str
    start: int
    end: int
    clause: int
    actor: Actor | None = None
    entry: Entry | None = None
    date: DateMention | None = None
    sense: str = ""
    pronoun: bool = False


@dataclass(slots=True)
class Row:
    """A sentence and its items. `commas` holds the offsets of the commas that part its clauses."""

    sentence: Sentence
    items: list[Item]
    commas: list[int]

    def before(self, at: int) -> list[Item]:
        """Items left of index `at`, nearest first."""
        return self.items[:at][::-1]

    def clause_start(self, at: int) -> int:
        """Where the clause that holds an offset begins."""
        before = bisect_left(self.commas, at)
        return self.commas[before - 1] + 1 if before else self.sentence.start


TALK_TAIL = re.compile(r"(?:元首|首脑|领导人|外长|防长)(?:会晤|会谈)$")
"""Names of mechanisms that are as often plain talk of a meeting: 中美元首会晤."""
_PROXY = re.compile(r"(?:总书记|国家主席|主席|总统|国王|总理)?(?:的)?(?:特别|私人|全权)?(?:代表|特使)")
"""习近平主席特别代表韩正: the one represented takes no part."""
_KIND_OF_SESSION = re.compile("(?:非正式|视频|定期)?(?:会晤|会议|峰会)")
_NUMBER_BEFORE = re.compile(r"第[\d一二三四五六七八九十]+[次届轮]$")
_SOLE = re.compile("天皇|上皇|皇后|教皇|教宗")
"""Offices of one holder, whom news names by the office."""
_DELEGATION = re.compile(r"(?:高级|友好|政府|议会|经贸|党政|高级别)?(?:代表团|访问团|工作组|和平代表团)")


def _overlaps(items: list[Item], start: int, end: int) -> bool:
    return bool([i for i in items if i.start < end and start < i.end])


_KIN = "儿子|女儿|之子|之女|长子|次子|孙子|孙女|外孙女?|遗孀|后人|亲属|家属"
_OF_SOMEBODY = re.compile(rf"(?:的)?(?:夫人|妻子|丈夫|特使|特别代表|私人代表|{_KIN})")
_KIN_OF = re.compile(rf"(?:的)?(?:{_KIN})(?![之的])")


def _own(items: list[Item], text: str) -> list[Item]:
    """Drops whoever only says whose wife, son or envoy somebody is: 国家主席习近平夫人彭丽媛, 将军甲外孙乙, 甲之子."""
    last = len(items) - 1
    return [item for at, item in enumerate(items) if not _belongs(item, items[at + 1] if at < last else None, text)]


def _belongs(item: Item, after: Item | None, text: str) -> bool:
    if item.kind != PERSON:
        return False
    found = _OF_SOMEBODY.match(text, item.end)
    if found is None:
        return False
    beside = after is not None and (after.start - item.end <= 1 or after.start == found.end())
    return beside or _KIN_OF.match(text, item.end) is not None


def _commas(text: str, start: int, end: int) -> list[int]:
    """Where the commas of a sentence stand."""
    out: list[int] = []
    at = text.find(",", start, end)
    while at >= 0:
        out.append(at)
        at = text.find(",", at + 1, end)
    return out


def _number_clauses(items: list[Item], commas: list[int]) -> None:
    """Tells each item, in order, how many commas stand before it."""
    at, last = 0, len(commas)
    for item in items:
        while at < last and commas[at] < item.start:
            at += 1
        item.clause = at


@dataclass(slots=True)
class Sort:
    """What a word of the lexicon is in a row: the kind of item, "" for none, with the sense of a verb or the code of
    an actor; `tail` counts the characters of the verb at the end of a name."""

    kind: str
    entry: Entry
    sense: str = ""
    code: str | None = None
    tail: int = 0


def sort_of(entry: Entry) -> Sort:
    """The sort of a word, by the first of its senses that counts."""
    if entry.verb is not None:
        return Sort(VERB, entry, entry.verb.sense)
    if entry.country is not None:
        return Sort(COUNTRY, entry, code=entry.country.code)
    if entry.org is not None:
        return Sort(BODY, entry, code=entry.org.code)
    if entry.body is not None:
        return Sort(BODY, entry, code=entry.body.country or None)
    if entry.mechanism is not None and TALK_TAIL.search(entry.text):
        return Sort(VERB, entry, "talk", tail=len("会谈"))
    return Sort(PLACE if entry.place is not None else "", entry)


Known = tuple[int, int, Sort]
"""Where a word that may be an item begins and ends, and its sort."""


def known_words(sentence: Sentence, sorts: dict[str, Sort]) -> list[Known]:
    """The words of a sentence that may be items. `sorts` keeps the sort of each word met."""
    out: list[Known] = []
    for start, end, entry in sentence.hits:
        sort = sorts.get(entry.text)
        if sort is None:
            sort = sorts[entry.text] = sort_of(entry)
        if sort.kind:
            out.append((start, end, sort))
    return out


_place_of = attrgetter("start")


class Rower:
    """Makes rows for the sentences of one document."""

    def __init__(self, analysis: Analysis, people: People, starts: list[int], *, thrones: bool) -> None:
        self._text = analysis.text
        self._raw = analysis.doc.text
        self._persons = people.persons
        self._mentions = people.mentions
        self._starts = starts
        self._offices = people.offices
        self._thrones = thrones
        self._actors: dict[int, Actor] = {}
        self._throne: str | None = None

    def row(self, sentence: Sentence, known: list[Known], dates: list[DateMention]) -> Row:
        """The row of one sentence."""
        start, end = sentence.start, sentence.end
        items = _own(self._people(start, end), self._text)
        if self._offices:
            self._add_offices(items, start, end)
        if self._thrones:
            self._add_thrones(items, sentence)
        for date in dates:
            if not _overlaps(items, date.start, date.end):
                items.append(Item(DATE, date.start, date.end, 0, date=date))
        if items:
            items.sort(key=_place_of)
            items += self._words(_apart(known, items))
            items.sort(key=_place_of)
        else:
            items = self._words(known)
        commas = _commas(self._text, start, end)
        if commas:
            _number_clauses(items, commas)
        return Row(sentence, items, commas)

    def _people(self, start: int, end: int) -> list[Item]:
        items: list[Item] = []
        mentions, text = self._mentions, self._text
        for at in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            mention = mentions[at]
            until = mention.phrase_end
            if _PROXY.match(text, until):
                continue
            first = max(mention.phrase_start, start)
            if not _overlaps(items, first, until):
                actor = self._actor(mention.person)
                items.append(Item(PERSON, first, until, 0, actor, pronoun=mention.form == "pronoun"))
        return items

    def _actor(self, index: int) -> Actor:
        actor = self._actors.get(index)
        if actor is None:
            person = self._persons[index]
            title = person.title or ""
            voice = "言人" in title and "发言人" in fold(title)
            actor = self._actors[index] = Actor(person.name, person.country, index, voice=voice)
        return actor

    def _add_offices(self, items: list[Item], start: int, end: int) -> None:
        for office in self._offices:
            if (
                start <= office.start < end
                and not _overlaps(items, office.start, office.end)
                and not self._of_a_session(office.start, office.end)
            ):
                actor = Actor(self._raw[office.start : office.end], office.country, None, named=False)
                sole = _SOLE.search(self._text, office.start, office.end)
                if sole is not None:
                    self._throne = office.country or self._throne
                    actor = Actor(self._raw[sole.start() : sole.end()], office.country)
                items.append(Item(OFFICE, office.start, office.end, 0, actor=actor))

    def _add_thrones(self, items: list[Item], sentence: Sentence) -> None:
        """天皇和皇后: who is known by the office alone, once the article has told of which country."""
        for start, end, entry in sentence.hits:
            if entry.office is None or _SOLE.fullmatch(entry.text) is None or _overlaps(items, start, end):
                continue
            here = [h[2].country.code for h in sentence.hits if h[0] < start and h[2].country is not None]
            country = self._throne or (here[-1] if here else None)
            self._throne = country
            items.append(Item(OFFICE, start, end, 0, actor=Actor(self._raw[start:end], country)))

    def _of_a_session(self, start: int, end: int) -> bool:
        """第二十四次中国欧盟领导人会晤: an office in the name of a numbered session is nobody."""
        return _KIND_OF_SESSION.match(self._text, end) is not None and (
            _NUMBER_BEFORE.search(self._text, max(0, start - 12), start) is not None
        )

    def _words(self, known: list[Known]) -> list[Item]:
        items: list[Item] = []
        raw = self._raw
        for start, end, sort in known:
            kind = sort.kind
            if kind == VERB:
                first = end - sort.tail if sort.tail else start
                items.append(Item(VERB, first, end, 0, None, sort.entry, None, sort.sense))
            elif kind == PLACE:
                items.append(Item(PLACE, start, end, 0, None, sort.entry))
            else:
                group = _DELEGATION.match(self._text, end, end + 10)
                close = end if group is None else group.end()
                actor = Actor(raw[start:close], sort.code)
                items.append(Item(kind if group is None else BODY, start, close, 0, actor, sort.entry))
        return items


def _apart(known: list[Known], items: list[Item]) -> list[Known]:
    """The words that no item overlaps; both are in order."""
    out: list[Known] = []
    at, last = 0, len(items)
    for word in known:
        while at < last and items[at].end <= word[0]:
            at += 1
        if at == last or items[at].start >= word[1]:
            out.append(word)
    return out
