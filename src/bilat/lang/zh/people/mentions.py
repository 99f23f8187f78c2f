"""Every mention of the persons found: whole names, parts of names, the office alone, a surname, pronouns."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from bilat.lang.zh.analysis import Analysis, Sentence
from bilat.lang.zh.fold import fold
from bilat.lang.zh.people.names import surname_size
from bilat.lang.zh.people.resolve import Known, parts
from bilat.lang.zh.people.sightings import DOCTRINE, Sightings, is_thing
from bilat.lang.zh.people.tables import PUNCTUATION, Tables
from bilat.lang.zh.people.titles import Title
from bilat.lang.zh.people.types import Form, OfficeMention, PersonDraft, PersonMention

Pairs = list[tuple[Known, PersonDraft]]

_FULL, _PARTIAL, _TITLE, _PRONOUN = Form.FULL, Form.PARTIAL, Form.TITLE, Form.PRONOUN
"""By names of their own: looking a member up in an enum takes 0.1 µs before Python 3.12."""
_NUMBERS = {"两国": 2, "两党": 2, "两军": 2, "双方": 2, "三国": 3, "四国": 4, "五国": 5, "两位": 2, "三位": 3}


_start = attrgetter("start")


def variants(known: Known, country: str | None, tables: Tables) -> dict[str, Form]:
    """What may name the person in the text, and as what."""
    out: dict[str, Form] = dict.fromkeys(known.names, _FULL)
    for name in known.names:
        out |= dict.fromkeys(parts(name), _PARTIAL)
        if (
            country in tables.kanji
            and "·" not in name
            and (len(name) > 3 or (len(name) == 3 and surname_size(name, 0, tables) == 2))
        ):
            out.setdefault(name[:2], _PARTIAL)
    return out


def find_mentions(analysis: Analysis, people: Pairs, seen: Sightings, tables: Tables) -> list[PersonMention]:
    """All mentions by name, in order; longer names win over shorter ones."""
    words: dict[str, tuple[int, Form]] = {}
    for index, (known, draft) in enumerate(people):
        for word, form in variants(known, draft.country, tables).items():
            if word not in words or (form is _FULL and words[word][1] is _PARTIAL):
                words[word] = (index, form)
    text = analysis.text
    spots: list[tuple[int, int, int, Form]] = []
    for word, (index, form) in words.items():
        at, size = text.find(word), len(word)
        while at >= 0:
            spots.append((at, -size, index, form))
            at = text.find(word, at + 1)
    spots.sort()
    spans = {(s.start, s.end): s for s in seen.names}
    out: list[PersonMention] = []
    sentences = iter(analysis.sentences)
    sentence, last = next(sentences), 0
    for start, negative, index, form in spots:
        end = start - negative
        while sentence.end <= start:
            following = next(sentences, None)
            if following is None:
                return out
            sentence = following
        if start < last or start < sentence.start:
            continue
        sighting = spans.get((start, end))
        if sighting is not None:
            phrase, after = sighting.phrase, sighting.after
        elif _fits(text, start, end, form, sentence):
            phrase, after = start, end
        else:
            continue
        last = end
        if after == end and text[end : end + 1] in tables.honorific_heads:
            after = _honorific_after(sentence, end)
        out.append(PersonMention(start, end, index, form, phrase, after, people[index][1].country))
    return out


def _honorific_after(sentence: Sentence, end: int) -> int:
    hits = sentence.hits
    at = bisect_left(hits, (end,))
    if at == len(hits) or hits[at].start != end:
        return end
    office = hits[at].entry.office
    return hits[at].end if office is not None and office.honorific else end


def _fits(text: str, start: int, end: int, form: Form, sentence: Sentence) -> bool:
    """Whether a name stands there for the person: not inside another word, a doctrine or the name of a thing."""
    if form is _PARTIAL and (text[start - 1] in "·-" or text[end : end + 1] in ("·", "-")):
        return False
    if text.startswith(DOCTRINE, end) or (form is _FULL and is_thing(text, end)):
        return False
    at = bisect_left(sentence.hits, (start + 1,)) - 1
    if at < 0 or sentence.hits[at].end < end:
        return True
    entry = sentence.hits[at].entry
    return entry.person is not None or entry.office is not None


def office_mentions(text: str, unnamed: list[tuple[Title, str]], tables: Tables) -> list[OfficeMention]:
    """The offices whose holders stand unnamed, with the countries in front of them."""
    out: list[OfficeMention] = []
    for title, office in unnamed:
        start, words, number = title.start, title.start, 1
        countries = [title.country] if title.country else []
        if title.country:
            start = title.phrase
        elif text[start] not in tables.short and text[start - 2 : start] not in _NUMBERS:
            continue
        else:
            start, words, number = _before(text, title, office, tables)
            countries = [tables.short[text[at]][0] for at in range(start, words) if text[at] in tables.short]
        if countries or number > 1:
            held = text[words : title.end]
            out.append(OfficeMention(start, title.end, office, held, tuple(countries), max(number, len(countries))))
    return out


def _before(text: str, title: Title, office: str, tables: Tables) -> tuple[int, int, int]:
    """Where a phrase for several holders begins, where the office's own words do, and how many it says there are:
    中越防长, 两国总理, 日美韩三国外长."""
    start, words = title.start, title.start
    while words < title.end - 2 and text[words] in tables.short:
        words += 1
    if words - start < 2 or not text.startswith((office, f"副{office}"), words):
        words = start
    number = _NUMBERS.get(text[start - 2 : start], 1)
    if number > 1:
        start -= 2
        while start > 0 and text[start - 1] in tables.short:
            start -= 1
    return start, words, number


def by_office(offices: list[OfficeMention], people: Pairs, text: str) -> list[PersonMention]:
    """Mentions by the office alone: the holder of that office of that country is known from the document."""
    if not offices:
        return []
    holders: dict[tuple[str, str | None], int] = {}
    by_word: dict[str, list[int]] = {}
    for index, (known, draft) in enumerate(people):
        for sighting in known.sightings:
            if sighting.title is not None:
                word = text[sighting.title.start : sighting.title.end]
                holders.setdefault((word, draft.country), index)
                if index not in by_word.setdefault(word, []):
                    by_word[word].append(index)
    out: list[PersonMention] = []
    for office in offices:
        if office.number > 1:
            found = by_word.get(office.title, [])
            found = found if len(found) == office.number else []
        else:
            one = holders.get((office.title, office.country))
            found = [one] if one is not None else []
        for index in found:
            country = people[index][1].country
            out.append(PersonMention(office.start, office.end, index, _TITLE, office.start, office.end, country))
    return out


def by_surname(text: str, spans: list[tuple[int, int]], people: Pairs) -> list[PersonMention]:
    """习主席: the person with that surname and that office, or the only one with that surname."""
    out: list[PersonMention] = []
    for start, end in spans:
        surname, office = text[start], text[start + 1 : end]
        bearers = [i for i, (known, _) in enumerate(people) if known.name[0] == surname and len(known.name) < 5]
        holders = [i for i in bearers if any(fold(title).endswith(office) for title in people[i][1].titles)]
        found = holders or bearers
        if len(found) == 1:
            country = people[found[0]][1].country
            out.append(PersonMention(start, start + 1, found[0], _PARTIAL, start, end, country))
    return out


def pronouns(analysis: Analysis, mentions: list[PersonMention]) -> list[PersonMention]:
    """他 or 她 where a clause begins stands for the first person named in the sentence before, or in this one."""
    text = analysis.text
    words = sorted(_pronouns(text)) if mentions else ()
    if not words:
        return []
    out: list[PersonMention] = []
    begins = {sentence.start for sentence in analysis.sentences}
    for start in words:
        end = start + 1
        opens = (text[start - 1] in PUNCTUATION or start in begins) and not text.startswith("们", end)
        sentence = analysis.sentence_at(start) if opens else None
        if sentence is None:
            continue
        subject = _first(mentions, sentence)
        if subject is None or subject.start >= start:
            subject = _before_sentence(analysis, mentions, sentence)
        if subject is not None:
            out.append(PersonMention(start, end, subject.person, _PRONOUN, start, end, subject.country))
    return out


def _pronouns(text: str) -> Iterator[int]:
    for word in "他她":
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + 1)


def _first(mentions: list[PersonMention], sentence: Sentence) -> PersonMention | None:
    """The first mention in a sentence."""
    at = bisect_left(mentions, sentence.start, key=_start)
    return mentions[at] if at < len(mentions) and mentions[at].start < sentence.end else None


def _before_sentence(analysis: Analysis, mentions: list[PersonMention], sentence: Sentence) -> PersonMention | None:
    """The first mention of the last sentence before that has one."""
    for at in range(bisect_left(mentions, sentence.start, key=_start) - 1, -1, -1):
        earlier = analysis.sentence_at(mentions[at].start)
        if earlier is not None:
            return _first(mentions, earlier)
    return None
