"""Where names stand in a document: after a title, before an honorific, in a list, beside a name in brackets.

Analysis → sightings (a name's span with the title written with it) and offices whose holder is not named.
"""

import re
from dataclasses import dataclass, field, replace

from bilat.lang.zh.analysis import Analysis, Sentence
from bilat.lang.zh.lexicon import Hit
from bilat.lang.zh.people.names import boundary, boundary_left, name_end, name_start, run_end, surname_size
from bilat.lang.zh.people.tables import PUNCTUATION, Tables
from bilat.lang.zh.people.titles import Title, Titles

LATIN_NAME = re.compile(r" ?\(([A-ZÀ-Ỹ][A-Za-zÀ-ỹ'’.\-]*(?: [A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*){0,5})(?:,[^()]{0,30})?\)")
"""A name in Latin letters in brackets, as it follows a name in characters."""
_ATTENDS = re.compile(r"(?:等\d*人?)?(?:分别|也|一同|共同|一起|同时)?(?:参加|出席|陪同|参与|在座|陪见|参会)")
_AS = re.compile(r"(?:等\d*人?)?(?:分别)?(?:担任|出任|任|为)")
_BYLINE = re.compile(
    r"[^,。]{0,16}(?:电|专电|传真|摄|特稿|报道|外电|采访)[\d日月年 ]*[))】]|[^,。()]{0,8}(?:摄|传真|报道|报导)"
)
LEADERS = frozenset(("head_of_state", "head_of_government", "royalty", "party", "minister"))
SOLE = frozenset(("head_of_state", "head_of_government", "royalty"))
"""Kinds of office of which a country has one: 国家主席习近平和李强 does not make two presidents."""
_REPORTERS = frozenset(("记者", "特派员", "编辑", "编译", "摄影师", "主编"))
_SPOUSES = frozenset(("夫人",))
_PLURAL = frozenset(("两国", "三国", "四国", "五国", "两党", "两军", "多国", "各国", "双方"))


NO_PERSON = re.compile(
    r"号|机场|基金|大学|奖|级|公司|集团|中心|学院|医院|广场|研究|法案|定律|杯|体育|大厦|银行|航母|堡|岛|湾|山|河|州|省|市|区|港|战|案|计划|家族"
    r"|女士号|湖|宫|院|舰|会议|商学|博物|图书|剧院|铁路|大桥|公园|路|街|村|镇"
)
"""What a person's name goes on with when a thing is named after them."""
DOCTRINE = ("新时代中国特色", "思想", "外交思想", "经济思想", "法治思想", "强军思想", "文化思想", "生态文明思想")


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
    kin: bool = False
    """Whether the person is named as another's relative (拜登之子亨特-拜登), who may have the same surname."""


@dataclass(slots=True)
class Sightings:
    """All names seen, the titles that no name goes with, and who signed the article."""

    names: list[Sighting] = field(default_factory=list[Sighting])
    unnamed: list[tuple[Title, str]] = field(default_factory=list[tuple[Title, str]])
    bylines: set[str] = field(default_factory=set[str])
    surnames: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    """Spans of a surname and an honorific (习主席)."""


def see(analysis: Analysis, tables: Tables, at_home: str | None) -> Sightings:
    """Every place where the words around it say that a person is named. `at_home`: the publisher's country."""
    seen = Sightings()
    present = frozenset(h.entry.country.code for s in analysis.sentences for h in s.hits if h.entry.country is not None)
    for sentence in analysis.sentences:
        _Reader(analysis.text, sentence, tables, present, seen, at_home).read()
    _brackets(analysis, tables, seen)
    _dotted(analysis, tables, seen)
    return seen


def _split_ministries(hits: list[Hit], text: str, tables: Tables) -> list[Hit]:
    """The lexicon reads 美国国防部|长: what a ministry's name with 长 after it means is its minister."""
    if not any(h.entry.body is not None and text[h.end - 1 : h.end + 1] in tables.ranks for h in hits):
        return hits
    out: list[Hit] = []
    for hit in hits:
        rank = tables.ranks.get(text[hit.end - 1 : hit.end + 1]) if hit.entry.body is not None else None
        if rank is not None:
            out += [Hit(hit.start, hit.end - 1, hit.entry), Hit(hit.end - 1, hit.end + 1, rank)]
        else:
            out.append(hit)
    return out


def _whole(text: str, start: int, end: int, tables: Tables) -> bool:
    """Whether a known name stands for itself and is no piece of a longer word (李强调, 阿里巴巴)."""
    left, right = text[start - 1 : start], text[end : end + 1]
    if left in ("·", "-") or right in ("·", "-") or text[end - 1 : end + 1] in tables.after2:
        return False
    if NO_PERSON.match(text, end) or text[end : end + 2] in ("”号", '"号', "’号") or text.startswith(DOCTRINE, end):
        return False
    if all(c in tables.sounds for c in text[start:end]) and (
        left in tables.sounds or (right in tables.sounds and end - start < 4)
    ):
        return boundary_left(text, start, 0, tables) and boundary(text, end, tables) == 2
    return True


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        tables: Tables,
        present: frozenset[str],
        seen: Sightings,
        at_home: str | None,
    ) -> None:
        self.at_home = at_home
        self.text, self.sentence, self.tables, self.seen = text, sentence, tables, seen
        self.hits = _split_ministries(sentence.hits, text, tables)
        self.titles = Titles(text, self.hits, sentence.start, tables, present)
        self.stops = {h.start: h.end for h in self.hits if h.entry.person is None}
        self.honorifics = {h.start: h.end for h in self.hits if h.entry.office is not None and h.entry.office.honorific}
        self.offices = {h.start: i for i, h in enumerate(self.hits) if h.entry.office is not None}
        self.done = sentence.start
        self.last: Sighting | None = None

    def read(self) -> None:
        """Offices in turn, and known names and speakers between them."""
        for index, hit in enumerate(self.hits):
            if hit.start < self.done:
                continue
            entry = hit.entry
            if entry.office is not None:
                self._office(index, hit)
            elif entry.person is not None:
                self._known(index, hit)
            elif entry.verb is not None:
                self._subject(index, hit)
        self._lists()

    def _office(self, index: int, hit: Hit) -> None:
        if not self.titles.held(index):
            return
        at = hit.end + (self.text[hit.end : hit.end + 1] == " ")
        if self._surname_only(hit):
            return
        if self._plural(index, hit.start):
            self.seen.unnamed.append((self.titles.read(index), hit.entry.text))
            return
        if at < self.sentence.end and self._may_name(at) and self.titles.is_title(index):
            title = self._inherit(self.titles.read(index))
            strict = title.kind not in LEADERS
            culture = title.country or title.hint or (self.at_home if self.at_home == "JP" else None)
            end = name_end(self.text, at, culture, self.tables, self.stops, strict)
            if end is not None and end <= self.sentence.end and not self._is_field(end):
                self._named(at, end, title, hit)
                return
        office = hit.entry.office
        if office is not None and office.honorific and self._honorific(index, hit):
            return
        if self.text[hit.end : hit.end + 1] not in ("兼", "暨", "、") and self.titles.is_title(index):
            self.seen.unnamed.append((self.titles.read(index), hit.entry.text))

    def _surname_only(self, hit: Hit) -> bool:
        """习主席, 蔡总统: a surname and an honorific, which name who is named in full elsewhere."""
        at, text = hit.start - 1, self.text
        office = hit.entry.office
        if office is None or not office.honorific or at < self.done or text[at] not in self.tables.surnames:
            return False
        if text[at] in self.tables.short or not boundary_left(text, at, self.sentence.start, self.tables):
            return False
        self.seen.surnames.append((at, hit.end))
        return True

    def _is_field(self, end: int) -> bool:
        """Whether what looked like a name stands before another office and is part of that (成育局长藤原朋子)."""
        index = self.offices.get(end)
        if index is None:
            return False
        office = self.hits[index].entry.office
        after = self.hits[index].end
        if office is None or office.kind == "spouse":
            return False
        if not office.honorific:
            return True
        return self._may_name(after) and name_end(self.text, after, None, self.tables, self.stops, True) is not None

    def _plural(self, index: int, start: int) -> bool:
        """中美防长, 两国总理: more than one holder, so no name of one follows."""
        text, short = self.text, self.tables.short
        if text[start - 2 : start] in _PLURAL:
            return True
        before = self.hits[index - 1] if index else None
        if before is not None and before.end > start - 2:
            return False
        at = start
        while at > self.sentence.start and text[at - 1] in short:
            at -= 1
        return start - at > 1 and boundary_left(text, at, self.sentence.start, self.tables)

    def _may_name(self, at: int) -> bool:
        char = self.text[at : at + 1]
        return bool(char) and not (
            char in PUNCTUATION or char in self.tables.after1 or self.text[at : at + 2] in self.tables.after2
        )

    def _inherit(self, title: Title) -> Title:
        """印度总统穆尔穆、总理莫迪: a title joined to a person before it is of the same country."""
        last = self.last
        if title.country is None and last is not None and last.title is not None:
            if self.text[last.after : title.phrase] in ("、", "和", "与", "及", "以及") and title.hint is None:
                country = last.title.country or last.title.hint
                return replace(title, hint=country) if country else title
        return title

    def _named(self, start: int, end: int, title: Title, hit: Hit) -> None:
        word = hit.entry.text
        if word in _REPORTERS and _BYLINE.match(self.text, end):
            self.seen.bylines.add(self.text[start:end])
            self.done = end
            return
        sighting = Sighting(start, end, title.phrase, title, self.sentence.part)
        if title.kind == "spouse":
            sighting = self._spouse(sighting, title, word)
        self._add(sighting)
        self._share(title)

    def _spouse(self, sighting: Sighting, title: Title, word: str) -> Sighting:
        """习近平主席夫人彭丽媛: the title takes in the partner's; other kin are named without one."""
        last = self.last
        if last is not None:
            sighting.country = last.country or (last.title.country or last.title.hint if last.title else None)
        sighting.kin = True
        if word not in _SPOUSES:
            sighting.title = None
        elif last is not None and last.after == title.phrase:
            whole = min(last.start, last.title.start) if last.title is not None else last.start
            sighting.title = replace(title, start=whole, phrase=last.phrase)
        return sighting

    def _add(self, sighting: Sighting) -> None:
        latin = LATIN_NAME.match(self.text, sighting.end)
        sighting.after = max(sighting.end, sighting.after)
        if latin:
            sighting.alias, sighting.after = latin.group(1), latin.end()
        else:
            sighting.after = max(sighting.after, self._style(sighting.end))
        self.seen.names.append(sighting)
        self.titles.taken[sighting.end] = self.titles.taken[sighting.after] = sighting.phrase
        self.done = sighting.after
        self.last = sighting

    def _style(self, end: int) -> int:
        """The end of an honorific right after a titled name (外交大臣费萨尔亲王)."""
        honorific = self.honorifics.get(end)
        return honorific if honorific is not None else end

    def _share(self, title: Title) -> None:
        """Names joined to the one just read by 、 or 和 share its title."""
        country = title.country or title.hint
        while self.done < self.sentence.end - 1 and self.text[self.done] in "、和与及":
            mark, at = self.text[self.done], self.done + 1
            if self.stops.get(at, 0) > at + 1:
                return
            end = name_end(self.text, at, country, self.tables, self.stops, True)
            if end is None or end > self.sentence.end or end - at < 2:
                return
            if (boundary(self.text, end, self.tables) < 2 and end not in self.stops) or end in self.offices:
                return
            shared = title if mark == "、" or title.kind not in SOLE else None
            self._add(Sighting(at, end, at, shared, self.sentence.part, sure=True, country=country))

    def _honorific(self, index: int, hit: Hit) -> bool:
        """A name right before the office: 博尔内总理."""
        before = self.hits[index - 1] if index else None
        floor = max(self.done, self.sentence.start)
        known = before is not None and before.end == hit.start and before.entry.person is not None
        if known and before is not None and self.text[before.start - 1] in "·-":
            known, floor = False, max(floor, self.hits[index - 2].end if index > 1 else floor)
        if before is not None and before.entry.person is None:
            if before.end == hit.start:
                return False
            floor = max(floor, before.end)
        start = before.start if known and before is not None else name_start(self.text, hit.start, floor, self.tables)
        if start is None:
            return False
        kind = hit.entry.office.kind if hit.entry.office is not None else ""
        after = self._joined_honorifics(index, hit.end)
        title = Title(start, hit.start, after, None, None, kind)
        self._add(
            Sighting(start, hit.start, start, title, self.sentence.part, sure=known or kind in LEADERS, after=after)
        )
        return True

    def _joined_honorifics(self, index: int, after: int) -> int:
        """习近平总书记、国家主席: a second title joined to the honorific."""
        while self.text[after : after + 1] == "、" and index + 1 < len(self.hits):
            index += 1
            hit = self.hits[index]
            if hit.start != after + 1 or hit.entry.office is None:
                break
            if self._may_name(hit.end) and name_end(self.text, hit.end, None, self.tables, self.stops):
                break
            after = hit.end
        return after

    def _known(self, index: int, hit: Hit) -> None:
        """A name the packs know, with no title before it: an honorific may follow."""
        person = hit.entry.person
        follower = self.hits[index + 1] if index + 1 < len(self.hits) else None
        if (
            follower is not None
            and follower.start == hit.end
            and follower.entry.office is not None
            and follower.entry.office.honorific
        ):
            return
        text = self.text
        if not _whole(text, hit.start, hit.end, self.tables):
            return
        self._add(
            Sighting(
                hit.start, hit.end, hit.start, None, self.sentence.part, country=person.country if person else None
            )
        )

    def _subject(self, index: int, hit: Hit) -> None:
        """A name right before a verb of speech or meeting; its shape is not enough, it must recur."""
        verb = hit.entry.verb
        if verb is None or verb.sense not in _SUBJECT_OF or hit.start - self.done < 2:
            return
        floor = self.done
        before = self.hits[index - 1] if index else None
        if before is not None and before.entry.person is None:
            floor = max(floor, before.end)
        if hit.start - floor < 2:
            return
        start = name_start(self.text, hit.start, floor, self.tables)
        if start is None or start in self.titles.taken:
            return
        size = surname_size(self.text, start, self.tables)
        if hit.start - start > 3 or not size or self.text[start : start + size] in self.tables.common:
            self._add(Sighting(start, hit.start, start, None, self.sentence.part, sure=False))

    def _lists(self) -> None:
        """胡春华、王东峰等参加会见; 连玉明、孟庆丰、…作了发言: names in a row, with no title of their own."""
        start, stop, text = self.sentence.start, self.sentence.end, self.text
        known = {s.start: s for s in self.seen.names[-60:] if s.start >= start}
        if start not in known or not known[start].sure:
            self._row(start, known, 1)
        at = text.find("、", start, stop)
        while at > 0:
            begin = name_start(text, at, max(start, at - 5), self.tables)
            if begin is not None and begin not in known and begin >= start:
                at = max(self._row(begin, known, 3), at)
            at = text.find("、", at + 1, stop)

    def _row(self, at: int, known: dict[int, Sighting], least: int) -> int:
        """A row of Chinese names from `at` on; at least `least` of them, or a verb of attending right after."""
        found: list[tuple[int, int]] = []
        begin = at
        while at < self.sentence.end - 1:
            end = name_end(self.text, at, "CN", self.tables, self.stops, True)
            if end is None or end > self.sentence.end or end - at > 4 or (at in known and known[at].title and found):
                break
            if not surname_size(self.text, at, self.tables) and at not in known:
                break
            found.append((at, end))
            if self.text[end : end + 1] not in ("、", "和"):
                break
            at = end + 1
        if not found:
            return begin
        attends = _ATTENDS.match(self.text, found[-1][1])
        common = sum(self.text[first] in self.tables.common for first, _ in found)
        if attends or (least > 1 and len(found) >= least and common >= len(found) - 1):
            for first, end in found:
                if first not in known:
                    known[first] = Sighting(
                        first, end, first, None, self.sentence.part, after=end, country=self.at_home
                    )
                    self.seen.names.append(known[first])
                known[first].sure, known[first].country = True, known[first].country or self.at_home
            self._become(found, known)
        return found[-1][1]

    def _become(self, found: list[tuple[int, int]], known: dict[int, Sighting]) -> None:
        """通过了丁薛祥、陈希为大会副秘书长: the title comes after the row."""
        verb = _AS.match(self.text, found[-1][1])
        if not verb:
            return
        index = next((i for i, h in enumerate(self.hits) if h.entry.office is not None and h.start >= verb.end()), None)
        if index is None:
            return
        title = self.titles.read(index)
        if title.phrase == verb.end() and self.text[title.end : title.end + 1] in PUNCTUATION:
            for first, _ in found:
                known[first].title = known[first].title or title


_SUBJECT_OF = frozenset(("say", "meet", "talk", "call", "attend", "visit", "arrive", "receive", "sign", "invite"))
"""What a person does: a name may stand right before verbs of these senses."""


def _brackets(analysis: Analysis, tables: Tables, seen: Sightings) -> None:
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
        if start is not None and any(
            h.end == end and h.start >= start and (h.entry.country or h.entry.place or h.entry.body or h.entry.org)
            for h in sentence.hits
        ):
            continue
        if start is not None and text[end - 1] == "号":
            continue
        if start is not None and (end - start > 2 or not surname_size(text, start, tables)):
            seen.names.append(
                Sighting(start, end, start, None, sentence.part, sure=False, alias=found.group(1), after=found.end())
            )


def _dotted(analysis: Analysis, tables: Tables, seen: Sightings) -> None:
    """Names with a dot inside, wherever they stand: 阿尔伯特·翁多·奥萨."""
    text = analysis.text
    if "·" not in text:
        return
    covered = {s.start for s in seen.names} | {s.end for s in seen.names}
    at = text.find("·")
    while at > 0:
        start = at
        while start > 0 and text[start - 1] in tables.sounds and text[start - 2 : start] not in tables.before2:
            start -= 1
        found = tables.run.match(text, start) if start < at else None
        if found is None or found.end() <= at + 1:
            at = text.find("·", at + 1)
            continue
        end = run_end(text, start, tables, {}) or found.end()
        sentence = analysis.sentence_at(start)
        if sentence is not None and start not in covered and end not in covered and end > at + 1:
            if not NO_PERSON.match(text, end) and text[start - 1] not in "·":
                seen.names.append(Sighting(start, end, start, None, sentence.part, after=end))
        at = text.find("·", max(end, at + 1))
