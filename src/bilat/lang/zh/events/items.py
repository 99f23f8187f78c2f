"""A sentence as a row of items: people, offices, bodies, countries, places, dates and trigger verbs, in order.

Everything an event rule looks at is an item or the gap of text between two items.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilat.lang.zh.fold import fold

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.dates import DateMention
    from bilat.lang.zh.lexicon import Entry
    from bilat.lang.zh.people import People

PERSON, OFFICE, BODY, COUNTRY, PLACE, DATE, VERB = "POBCLDV"


@dataclass(slots=True)
class Actor:
    """Who an item stands for: `name` as it should be reported, `country` its code, `person` its index or None."""

    name: str
    country: str | None
    person: int | None = None
    named: bool = True
    voice: bool = False
    """A spokesperson, who speaks of contacts and takes part in none."""


@dataclass(slots=True)
class Item:
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
        return max([self.sentence.start, *[c + 1 for c in self.commas if c < at]])


_COMMA = re.compile(r"[,]")
TALK_TAIL = re.compile(r"(?:元首|首脑|领导人|外长|防长)(?:会晤|会谈)$")
"""Names of mechanisms that are as often plain talk of a meeting: 中美元首会晤."""
_PROXY = re.compile(r"(?:总书记|国家主席|主席|总统|国王|总理)?(?:的)?(?:特别|私人|全权)?(?:代表|特使)")
"""习近平主席特别代表韩正: the one represented takes no part."""
_KIND_OF_SESSION = re.compile("(?:非正式|视频|定期)?(?:会晤|会议|峰会)")
_NUMBER_BEFORE = re.compile(r"第[\d一二三四五六七八九十]+[次届轮]$")
_SOLE = re.compile("天皇|上皇|皇后|教皇|教宗")
"""Offices of one holder, whom news names by the office."""
_DELEGATION = re.compile(r"^(?:高级|友好|政府|议会|经贸|党政|高级别)?(?:代表团|访问团|工作组|和平代表团)")


def _overlaps(items: list[Item], start: int, end: int) -> bool:
    return any(i.start < end and start < i.end for i in items)


_OF_SOMEBODY = re.compile(r"(?:的)?(?:夫人|妻子|丈夫|儿子|女儿|特使|特别代表|私人代表)")


def _own(items: list[Item], text: str) -> list[Item]:
    """Drops whoever only says whose wife or envoy the next person is: 国家主席习近平夫人彭丽媛."""
    return [
        item
        for at, item in enumerate(items)
        if not (at + 1 < len(items) and items[at + 1].start - item.end <= 1 and _OF_SOMEBODY.match(text, item.end))
    ]


class Rower:
    """Makes rows for the sentences of one document."""

    def __init__(self, analysis: Analysis, people: People) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._raw = analysis.doc.text
        self._people = people
        self._mentions = people.mentions
        self._offices = people.offices
        self._m = 0
        self._actors: dict[int, Actor] = {}
        self._throne: str | None = None

    def row(self, sentence: Sentence, dates: list[DateMention]) -> Row:
        """The row of one sentence; sentences must be asked for in order."""
        text, start, end = self._text, sentence.start, sentence.end
        commas = [m.start() for m in _COMMA.finditer(text, start, end)]
        items: list[Item] = []
        self._add_people(items, start, end)
        items = _own(items, self._text)
        self._add_offices(items, start, end)
        self._add_thrones(items, sentence)
        for date in dates:
            if not _overlaps(items, date.start, date.end):
                items.append(Item(DATE, date.start, date.end, 0, date=date))
        self._add_words(items, sentence)
        items.sort(key=lambda i: (i.start, -i.end))
        at = 0
        for item in items:
            while at < len(commas) and commas[at] < item.start:
                at += 1
            item.clause = at
        return Row(sentence, items, commas)

    def _add_people(self, items: list[Item], start: int, end: int) -> None:
        mentions, persons = self._mentions, self._people.persons
        while self._m < len(mentions) and mentions[self._m].start < start:
            self._m += 1
        at = self._m
        while at < len(mentions) and mentions[at].start < end:
            mention = mentions[at]
            person = persons[mention.person]
            actor = self._actor(mention.person, person.name, person.country, person.title)
            if _PROXY.match(self._text, mention.phrase_end):
                at += 1
                continue
            first = max(mention.phrase_start, start)
            if not _overlaps(items, first, mention.phrase_end):
                items.append(Item(PERSON, first, mention.phrase_end, 0, actor=actor, pronoun=mention.form == "pronoun"))
            at += 1

    def _actor(self, index: int, name: str, country: str | None, title: str | None) -> Actor:
        actor = self._actors.get(index)
        if actor is None:
            actor = self._actors[index] = Actor(name, country, index, voice="发言人" in fold(title or ""))
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

    def _add_words(self, items: list[Item], sentence: Sentence) -> None:
        taken = list(items)
        text, raw = self._text, self._raw
        for start, end, entry in sentence.hits:
            if _overlaps(taken, start, end):
                continue
            if entry.verb is not None:
                items.append(Item(VERB, start, end, 0, entry=entry, sense=entry.verb.sense))
            elif entry.country is not None or entry.org is not None or entry.body is not None:
                group = _DELEGATION.match(text[end : end + 10])
                if entry.country is not None:
                    code = entry.country.code
                elif entry.org is not None:
                    code = entry.org.code
                else:
                    code = (entry.body.country if entry.body else None) or None
                if group:
                    close = end + group.end()
                    items.append(Item(BODY, start, close, 0, actor=Actor(raw[start:close], code), entry=entry))
                elif entry.country is not None:
                    items.append(Item(COUNTRY, start, end, 0, actor=Actor(raw[start:end], code), entry=entry))
                else:
                    items.append(Item(BODY, start, end, 0, actor=Actor(raw[start:end], code), entry=entry))
            elif entry.mechanism is not None and TALK_TAIL.search(entry.text):
                items.append(Item(VERB, end - 2, end, 0, entry=entry, sense="talk"))
            elif entry.place is not None:
                items.append(Item(PLACE, start, end, 0, entry=entry))
