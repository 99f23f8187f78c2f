"""Who speaks, by all the words that stand for it: a country named at the end of a longer noun speaks as that noun.

`báo chí Mexico`, `thủ quân người Hàn Quốc`, `cựu cố vấn của Bộ Năng lượng Mỹ` are none of them the country, `một cựu
trợ lý của Tổng thống A` is not A. For languages whose nouns begin with what they are.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from bilat.lang.spaced.analysis import Analysis
from bilat.lang.spaced.events.row import Item, Kind, governing
from bilat.lang.spaced.people import People
from bilat.lang.spaced.speech import Speech
from bilat.model.claim import SpeakerKind

_LONGEST: Final = 9
"""Words of the longest noun before a country or a person."""
_STOP: Final = re.compile(r"[,.:;!?\"()\[\]\n/…]|(?<=\s)[-–](?=\s)|-(?=\s)")
_ASIDE: Final = frozenset({",", "-"})
_WORD: Final = re.compile(r"\S+")


class Speaker(NamedTuple):
    """Who speaks, where the words for it stand."""

    start: int
    end: int
    name: str
    kind: SpeakerKind
    country: str | None


class Nouns:
    """The nouns before the speakers of one document."""

    def __init__(self, analysis: Analysis, people: People, speech: Speech) -> None:
        self._analysis = analysis
        self._people = people
        self._text = analysis.text
        self._speech = speech
        self._sayings = speech.sayings

    def whole(self, speaker: Speaker, row: Sequence[Item], low: int) -> Speaker | None:
        """A speaker with the noun that ends with its words; None where these are no speaker at all."""
        if speaker.kind is SpeakerKind.PERSON:
            return self._another(speaker, self._head(low, speaker.start), row)
        if speaker.kind is SpeakerKind.UNNAMED or speaker.country is None:
            return speaker
        speaker = self._joined(speaker, row)
        head = self._head(low, speaker.start)
        if self._is_name(speaker, head):
            return None
        named = self._apposed(head, row)
        if named is not None:
            return named
        return self._noun(speaker, head, row) if head else speaker

    def _head(self, low: int, end: int) -> list[re.Match[str]]:
        """The words of the noun that stand right before an offset, back to where a clause may begin."""
        stops = [found.end() for found in _STOP.finditer(self._text, low, end)]
        words = [*_WORD.finditer(self._text, stops[-1] if stops else low, end)]
        opened = [at for at, word in enumerate(words) if word[0].lower() in self._sayings.opens]
        return words[opened[-1] + 1 :] if opened else words

    def _another(self, speaker: Speaker, head: list[re.Match[str]], row: Sequence[Item]) -> Speaker | None:
        """Who belongs to a person: the campaign, the son, an aide of A."""
        if self._is_under(speaker):
            return self._spoken(speaker, head[0].start() if head else speaker.start, SpeakerKind.UNNAMED)
        if not head or self._sayings.anothers is None or "," in self._text[speaker.start : speaker.end]:
            return speaker
        if self._sayings.anothers.search(self._text[head[0].start() : speaker.start]) is None:
            return speaker
        whole = self._noun(speaker, head, row)
        return whole._replace(kind=SpeakerKind.UNNAMED) if whole is not None else None

    def _is_under(self, speaker: Speaker) -> bool:
        """Whether a title is of another's office: `trợ lý của Tổng thống A`."""
        words = self._text[speaker.start : speaker.end].split()
        titles = self._speech.titles.keys()
        for at in (at + 1 for at, word in enumerate(words) if at and word in self._speech.of_role("of")):
            title = next((n for n in (2, 1) if " ".join(words[at : at + n]).lower() in titles), 0)
            if title and all(word[:1].isupper() for word in words[at + title :]):
                return True
        return False

    def _noun(self, speaker: Speaker, head: list[re.Match[str]], row: Sequence[Item]) -> Speaker | None:
        """A longer noun that a country ends."""
        first, last, away = head[0][0].lower(), head[-1][0].lower(), self._sayings.leads_elsewhere
        if first in away or last in away or first in self._speech.of_role("of") or len(head) > _LONGEST:
            return None
        start = head[0].start()
        inside = [item for item in row if start <= item.start and item.end <= speaker.start]
        if any(item.kind in (Kind.TRIGGER, Kind.DAY) or (item.persons and not item.bare) for item in inside):
            return None
        if any(item.has(role) for item in inside for role in ("say", "wish", "plan", "by_source")):
            return None
        if self._goes_on(speaker, row):
            return None
        return self._spoken(speaker, start, SpeakerKind.UNNAMED if self._is_somebody(head) else SpeakerKind.BODY)

    def _is_somebody(self, head: list[re.Match[str]]) -> bool:
        """Whether a noun means people."""
        one = [word[0].lower() for word in head]
        told = self._speech.titles.keys() | self._speech.of_role("unnamed") | self._sayings.persons
        return not told.isdisjoint({*one, *map(" ".join, pairwise(one))})

    def _goes_on(self, speaker: Speaker, row: Sequence[Item]) -> bool:
        """Whether a comma alone parts a noun from the verb: then somebody before it goes on to speak."""
        if self._text[speaker.end : speaker.end + 1] != ",":
            return False
        verb = next((item.start for item in row if item.has("say") and item.start >= speaker.end), speaker.end)
        return self._text.count(",", speaker.end, verb) == 1

    def _spoken(self, speaker: Speaker, start: int, kind: SpeakerKind) -> Speaker:
        return Speaker(start, speaker.end, self._analysis.written(start, speaker.end), kind, speaker.country)

    def _joined(self, speaker: Speaker, row: Sequence[Item]) -> Speaker:
        """A country with those that are joined to it: `A, B và C`."""
        start, codes, joints = speaker.start, {speaker.country or ""}, self._speech.of_role("and")
        for item in reversed([i for i in row if i.end <= speaker.start and i.kind is Kind.SIDE and i.side]):
            gap = self._text[item.end : start].strip()
            if gap not in joints and not (gap == "," and start < speaker.start):
                break
            start, codes = item.start, {*codes, item.side or ""}
        if start == speaker.start:
            return speaker
        return self._spoken(speaker, start, SpeakerKind.BODY)._replace(country=",".join(sorted(codes)))

    def _apposed(self, head: list[re.Match[str]], row: Sequence[Item]) -> Speaker | None:
        """Somebody named before what is only said about him: `A, giám đốc một viện của Nga, nói`."""
        if not head or not self._is_somebody(head):
            return None
        start = head[0].start()
        for item in row:
            between = self._text[item.end : start].strip()
            led = governing(self._text, item.start)[0]
            if led in self._sayings.leads_elsewhere or led in self._speech.of_role("of"):
                continue
            if item.kind is Kind.ACTOR and item.end <= start and between in _ASIDE and len(item.persons) == 1:
                known = self._people.persons[item.persons[0]]
                return Speaker(item.start, item.end, known.name, SpeakerKind.PERSON, known.country)
        return None

    def _is_name(self, speaker: Speaker, head: list[re.Match[str]]) -> bool:
        """Whether a country is only the end of a name (`Quỳnh Anh`), or a word for somebody told of before (`Anh`)."""
        words = self._text[speaker.start : speaker.end]
        if " " in words:
            return False
        if head and head[-1][0][:1].isupper():
            return not self._begins(head[-1].start()) and words.lower() in self._speech.of_role("he")
        return not head and words.lower() in self._speech.of_role("he") and self._is_of_somebody(speaker, words)

    def _begins(self, start: int) -> bool:
        """Whether what stands at an offset begins a sentence."""
        before = self._text[max(start - 2, 0) : start].rstrip(" ")
        return not before or not (before[-1].isalnum() or before[-1] == ",")

    def _is_of_somebody(self, speaker: Speaker, words: str) -> bool:
        """Whether a text uses a word for somebody, or names the country nowhere else."""
        if re.search(rf"(?<=[\w,;] ){words.lower()} (?!{words.lower()})\w", self._text) is not None:
            return True
        sides = [hit for line in self._analysis.lines for hit in line.hits if hit.word.side == speaker.country]
        return all(self._begins(hit.start) for hit in sides)
