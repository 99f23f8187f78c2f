"""Every mention of the persons found: whole names, parts of names, the office alone, pronouns."""

import re

from bilat.lang.zh.analysis import Analysis
from bilat.lang.zh.fold import fold
from bilat.lang.zh.people.sightings import DOCTRINE, NO_PERSON, Sightings
from bilat.lang.zh.people.resolve import Known, parts
from bilat.lang.zh.people.tables import Tables
from bilat.lang.zh.people.titles import Title
from bilat.lang.zh.people.types import Form, OfficeMention, PersonDraft, PersonMention

_PRONOUN = re.compile(r"(?:(?<=[,。;:!?“\n])|^)(?:他|她)(?!们)")
_NUMBERS = {"两国": 2, "两党": 2, "两军": 2, "双方": 2, "三国": 3, "四国": 4, "五国": 5, "两位": 2, "三位": 3}


def variants(known: Known, country: str | None) -> dict[str, Form]:
    """What may name the person in the text, and as what."""
    out: dict[str, Form] = dict.fromkeys(known.names, Form.FULL)
    for name in known.names:
        for part in parts(name):
            out.setdefault(part, Form.PARTIAL)
        if country == "JP" and len(name) > 3 and "·" not in name:
            out.setdefault(name[:2], Form.PARTIAL)
    return out


def find_mentions(
    analysis: Analysis, people: list[tuple[Known, PersonDraft]], seen: Sightings, tables: Tables
) -> list[PersonMention]:
    """All mentions by name, in order; longer names win over shorter ones."""
    words: dict[str, tuple[int, Form]] = {}
    for index, (known, draft) in enumerate(people):
        for word, form in variants(known, draft.country).items():
            if word not in words or (form is Form.FULL and words[word][1] is Form.PARTIAL):
                words[word] = (index, form)
    if not words:
        return []
    pattern = re.compile("|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))))
    spans = {(s.start, s.end): s for s in seen.names}
    text = analysis.text
    out: list[PersonMention] = []
    for sentence in analysis.sentences:
        offices = {h.start: h for h in sentence.hits if h.entry.office is not None and h.entry.office.honorific}
        blocked = {h.start: h.end for h in sentence.hits if h.entry.person is None and h.entry.office is None}
        for found in pattern.finditer(text, sentence.start, sentence.end):
            start, end = found.span()
            index, form = words[found.group()]
            sighting = spans.get((start, end))
            if sighting is None and not _fits(text, start, end, form, blocked):
                continue
            phrase = sighting.phrase if sighting is not None else start
            after = sighting.after if sighting is not None else end
            if after == end and end in offices:
                after = offices[end].end
            out.append(PersonMention(start, end, index, form, phrase, after, people[index][1].country))
    return out


def _fits(text: str, start: int, end: int, form: Form, blocked: dict[int, int]) -> bool:
    if blocked.get(start, 0) >= end:
        return False
    if form is Form.PARTIAL and (text[start - 1] in "·-" or text[end : end + 1] in ("·", "-")):
        return False
    return not text.startswith(DOCTRINE, end) and not (form is Form.FULL and NO_PERSON.match(text, end))


def office_mentions(text: str, unnamed: list[tuple[Title, str]], tables: Tables) -> list[OfficeMention]:
    """The offices whose holders stand unnamed, with the countries in front of them."""
    out: list[OfficeMention] = []
    for title, office in unnamed:
        countries: list[str] = [title.country] if title.country else []
        start, number = title.phrase, 1
        at = title.start - (title.country is not None and title.start - title.phrase == 1)
        if not countries:
            pair = text[at - 2 : at]
            if pair in _NUMBERS:
                number, at = _NUMBERS[pair], at - 2
                start = at
        short = number > 1 or (title.country is not None and title.start - title.phrase == 1)
        while short and at > 0 and text[at - 1] in tables.short and len(countries) < 4:
            codes = tables.short[text[at - 1]]
            countries.insert(0, codes[0])
            at -= 1
            start = at
        if countries or number > 1:
            out.append(
                OfficeMention(
                    start,
                    title.end,
                    office,
                    text[title.start : title.end],
                    tuple(countries),
                    max(number, len(countries), 1),
                )
            )
    return out


def by_office(offices: list[OfficeMention], people: list[tuple[Known, PersonDraft]], text: str) -> list[PersonMention]:
    """Mentions by the office alone: the holder of that office of that country is known from the document."""
    out: list[PersonMention] = []
    holders: dict[tuple[str, str | None], int] = {}
    by_word: dict[str, list[int]] = {}
    for index, (known, draft) in enumerate(people):
        for sighting in known.sightings:
            if sighting.title is None:
                continue
            word = text[sighting.title.start : sighting.title.end]
            holders.setdefault((word, draft.country), index)
            if index not in by_word.setdefault(word, []):
                by_word[word].append(index)
    for office in offices:
        if office.number > 1:
            found = by_word.get(office.title, [])
            if len(found) != office.number:
                found = []
        else:
            one = holders.get((office.title, office.country))
            found = [one] if one is not None else []
        for index in found:
            country = people[index][1].country
            out.append(PersonMention(office.start, office.end, index, Form.TITLE, office.start, office.end, country))
    return out


def by_surname(
    analysis: Analysis, spans: list[tuple[int, int]], people: list[tuple[Known, PersonDraft]]
) -> list[PersonMention]:
    """习主席: the person with that surname and that office, or the only one with that surname."""
    out: list[PersonMention] = []
    for start, end in spans:
        surname, office = analysis.text[start], analysis.text[start + 1 : end]
        bearers = [i for i, (known, _) in enumerate(people) if known.name[0] == surname and len(known.name) < 5]
        holders = [i for i in bearers if any(fold(title).endswith(office) for title in people[i][1].titles)]
        found = holders or bearers
        if len(found) == 1:
            country = people[found[0]][1].country
            out.append(PersonMention(start, start + 1, found[0], Form.PARTIAL, start, end, country))
    return out


def pronouns(analysis: Analysis, mentions: list[PersonMention]) -> list[PersonMention]:
    """他 or 她 where a clause begins stands for the first person named in the sentence before, or in this one."""
    out: list[PersonMention] = []
    text = analysis.text
    firsts: dict[int, PersonMention] = {}
    order = {s.start: i for i, s in enumerate(analysis.sentences)}
    for mention in mentions:
        sentence = analysis.sentence_at(mention.start)
        if sentence is not None:
            firsts.setdefault(order[sentence.start], mention)
    last: PersonMention | None = None
    for i, sentence in enumerate(analysis.sentences):
        first = firsts.get(i)
        for found in _PRONOUN.finditer(text, sentence.start, sentence.end):
            subject = first if first is not None and first.start < found.start() else last
            if subject is not None:
                start, end = found.span()
                out.append(PersonMention(start, end, subject.person, Form.PRONOUN, start, end, subject.country))
        last = first or last
    return out
