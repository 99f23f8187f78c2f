"""Where names stand in a document: after a title, before an honorific, in a list, beside a name in brackets.

Analysis → sightings (a name's span with the title written with it) and offices whose holder is not named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilat.lang.zh.analysis import Analysis, Sentence
from bilat.lang.zh.people.names import boundary, name_end, name_start
from bilat.lang.zh.people.tables import PUNCTUATION, Tables
from bilat.lang.zh.people.titles import Title, Titles

if TYPE_CHECKING:
    from bilat.lang.zh.lexicon import Hit

LATIN_NAME = re.compile(r" ?\(([A-ZÀ-Ỹ][A-Za-zÀ-ỹ'’.\-]*(?: [A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*){0,5})\)")
"""A name in Latin letters in brackets, as it follows a name in characters."""
_ATTENDS = re.compile(r"(?:等人?)?(?:\d*人)?(?:分别|也|一同|共同|一起)?(?:参加|出席|陪同|参与|在座|陪见)")
_AS = re.compile(r"(?:等\w{0,3})?(?:分别)?(?:为|任|担任|出任)")
_WELL_KNOWN_NON_PERSONS = frozenset(("号", "机场", "基金会", "大学", "奖", "级", "公司", "集团", "中心", "学院", "医院", "广场", "研究所", "案", "法案"))


@dataclass(slots=True)
class Sighting:
    """A name at `start`:`end`, `phrase` where its noun phrase begins; `title` None where none is written with it.
    `sure` is False for what has only the shape of a name: kept when the document says more of it."""

    start: int
    end: int
    phrase: int
    title: Title | None
    part: str
    sure: bool = True
    alias: str | None = None
    after: int = 0
    """Where the phrase ends: behind a name in brackets or an honorific."""
    country: str | None = None


@dataclass(slots=True)
class Sightings:
    """All names seen, and the titles that no name goes with."""

    names: list[Sighting] = field(default_factory=list[Sighting])
    unnamed: list[tuple[Title, str]] = field(default_factory=list[tuple[Title, str]])


def see(analysis: Analysis, tables: Tables) -> Sightings:
    """Every place where the words around it say that a person is named."""
    seen = Sightings()
    present = frozenset(h.entry.country.code for s in analysis.sentences for h in s.hits if h.entry.country is not None)
    for sentence in analysis.sentences:
        _Reader(analysis.text, sentence, tables, present, seen).read()
    return seen


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(self, text: str, sentence: Sentence, tables: Tables, present: frozenset[str], seen: Sightings) -> None:
        self.text, self.sentence, self.tables, self.seen = text, sentence, tables, seen
        self.hits = sentence.hits
        self.titles = Titles(text, sentence.hits, sentence.start, tables, present)
        self.stops = frozenset(h.start for h in sentence.hits if h.entry.person is None)
        self.done = sentence.start

    def read(self) -> None:
        """Offices in turn, then known names between them."""
        for index, hit in enumerate(self.hits):
            if hit.start < self.done:
                continue
            if hit.entry.office is not None:
                self._office(index, hit)
            elif hit.entry.person is not None:
                self._known(index, hit)
        self._opening_list()

    def _office(self, index: int, hit: "Hit") -> None:
        if not self.titles.held(index):
            return
        at = hit.end + (self.text[hit.end : hit.end + 1] == " ")
        title: Title | None = None
        end = None
        if at < self.sentence.end and not self._office_starts(index, at):
            title = self.titles.read(index) if self._may_name(at) else None
            if title is not None:
                end = name_end(self.text, at, title.country or title.hint, self.tables, self.stops)
        if end is not None and title is not None and end <= self.sentence.end:
            self._named(at, end, title)
            return
        honorific = hit.entry.office is not None and hit.entry.office.honorific
        if honorific and self._honorific(index, hit):
            return
        if not self._joins_on(hit.end):
            self.seen.unnamed.append((self.titles.read(index), hit.entry.text))

    def _office_starts(self, index: int, at: int) -> bool:
        return index + 1 < len(self.hits) and self.hits[index + 1].start == at and self.hits[index + 1].entry.person is None

    def _may_name(self, at: int) -> bool:
        char = self.text[at]
        return not (char in PUNCTUATION or char in self.tables.after1 or self.text[at : at + 2] in self.tables.after2)

    def _joins_on(self, end: int) -> bool:
        """Whether the office goes on into a longer title (副总理兼外长)."""
        return self.text[end : end + 1] in ("兼", "暨")

    def _named(self, start: int, end: int, title: Title) -> None:
        self._add(Sighting(start, end, title.phrase, title, self.sentence.part))
        self._share(title)

    def _add(self, sighting: Sighting) -> None:
        latin = LATIN_NAME.match(self.text, sighting.end)
        sighting.after = sighting.end
        if latin:
            sighting.alias, sighting.after = latin.group(1), latin.end()
        self.seen.names.append(sighting)
        self.titles.taken[sighting.end] = sighting.start
        self.titles.taken[sighting.after] = sighting.start
        self.done = sighting.after

    def _share(self, title: Title) -> None:
        """Names joined to the one just read by 、 or 和 share its title."""
        while self.done < self.sentence.end and self.text[self.done] in "、和与及":
            mark, at = self.text[self.done], self.done + 1
            if any(h.start == at and h.entry.person is None for h in self.hits):
                return
            country = title.country or title.hint
            end = name_end(self.text, at, country, self.tables, self.stops)
            if end is None or end > self.sentence.end or not boundary(self.text, end, self.tables):
                return
            if mark != "、" and end - at < 2:
                return
            shared = title if mark == "、" or title.kind not in _SOLE else None
            self._add(Sighting(at, end, at, shared, self.sentence.part, sure=True, country=country))

    def _honorific(self, index: int, hit: "Hit") -> bool:
        """A name right before the office: 博尔内总理."""
        floor = max(self.done, self.sentence.start)
        before = self.hits[index - 1] if index else None
        if before is not None and before.end == hit.start and before.entry.person is None:
            return False
        if before is not None and before.entry.person is None:
            floor = max(floor, before.end)
        if before is not None and before.end == hit.start and before.entry.person is not None:
            start: int | None = before.start
        else:
            start = name_start(self.text, hit.start, floor, self.tables)
        if start is None:
            return False
        title = Title(start, hit.start, hit.end, None, None, hit.entry.office.kind if hit.entry.office else "", True)
        end, after = hit.start, hit.end
        sighting = Sighting(start, end, start, title, self.sentence.part, sure=before is not None and before.end == end)
        self.seen.names.append(sighting)
        after = self._more_honorifics(index, sighting, title)
        sighting.after = after
        self.titles.taken[after] = start
        self.done = after
        return True

    def _more_honorifics(self, index: int, sighting: Sighting, title: Title) -> int:
        """习近平总书记、国家主席: a second title joined to the honorific."""
        after = title.end
        while self.text[after : after + 1] == "、" and index + 1 < len(self.hits):
            index += 1
            hit = self.hits[index]
            if hit.start != after + 1 or hit.entry.office is None:
                break
            if self._may_name(hit.end) and name_end(self.text, hit.end, None, self.tables, self.stops):
                break
            after = hit.end
        if after != title.end:
            sighting.title = Title(title.phrase, title.start, after, None, None, title.kind, True)
        return after

    def _known(self, index: int, hit: "Hit") -> None:
        """A name the packs know, with no title before it: an honorific may follow."""
        person = hit.entry.person
        assert person is not None
        follower = self.hits[index + 1] if index + 1 < len(self.hits) else None
        if follower is not None and follower.start == hit.end and follower.entry.office is not None:
            return
        if self.text[hit.start - 1 : hit.start] == "·" or self.text[hit.end : hit.end + 1] == "·":
            return
        self._add(Sighting(hit.start, hit.end, hit.start, None, self.sentence.part, country=person.country or None))

    def _opening_list(self) -> None:
        """胡春华、王东峰等参加会见: names at the start of a sentence, before a verb of attending."""
        start = self.sentence.start
        if self.seen.names and self.seen.names[-1].start >= start and self.seen.names[-1].title is not None:
            return
        found = [span for span in self._plain_list(start)]
        if not found:
            return
        known = {(s.start, s.end) for s in self.seen.names}
        for at, end in found:
            if (at, end) not in known:
                self.seen.names.append(Sighting(at, end, at, None, self.sentence.part, after=end))

    def _plain_list(self, at: int) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        while at < self.sentence.end:
            end = name_end(self.text, at, "CN", self.tables, self.stops)
            if end is None or end > self.sentence.end:
                return []
            found.append((at, end))
            if self.text[end] not in "、和":
                break
            at = end + 1
        return found if found and _ATTENDS.match(self.text, found[-1][1]) else []


_SOLE = frozenset(("head_of_state", "head_of_government", "royalty"))
"""Kinds of office of which a country has one: 国家主席习近平和李强 does not make two presidents."""


def brackets(analysis: Analysis, tables: Tables, seen: Sightings) -> Iterator[Sighting]:
    """拉吉夫·比斯瓦斯(Rajiv Biswas): names that a bracket with Latin letters gives away, title or none."""
    taken = {s.end for s in seen.names}
    text = analysis.text
    for found in LATIN_NAME.finditer(text):
        end = found.start()
        if end in taken or " " not in found.group(1):
            continue
        sentence = analysis.sentence_at(end - 1) if end else None
        if sentence is None:
            continue
        start = name_start(text, end, sentence.start, tables)
        if start is not None and end - start >= 2:
            yield Sighting(start, end, start, None, sentence.part, sure=False, alias=found.group(1), after=found.end())
