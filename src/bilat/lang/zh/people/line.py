"""One sentence as the people rules read it: its words by place, its titles, and how far it is read."""

import re
from bisect import bisect_left

from bilat.lang.zh.analysis import Analysis, Sentence
from bilat.lang.zh.lexicon import Hit
from bilat.lang.zh.people.names import boundary, boundary_left, name_end, name_start, odd_surname_end
from bilat.lang.zh.people.sightings import LATIN_NAME, Sighting, Sightings, is_thing
from bilat.lang.zh.people.tables import PUNCTUATION, Tables
from bilat.lang.zh.people.titles import Titles

_DOCTRINE_MARKS = ("”号", '"号', "’号")


class Line:
    """`done` is how far the sentence is read, `last` the name read last."""

    __slots__ = (
        "_attending",
        "_stops",
        "done",
        "end",
        "first_seen",
        "hits",
        "home",
        "last",
        "part",
        "seen",
        "start",
        "tables",
        "text",
        "titles",
    )

    def __init__(
        self, analysis: Analysis, tables: Tables, seen: Sightings, home: str | None, attending: list[int]
    ) -> None:
        self.text, self.tables, self.seen, self.home = analysis.text, tables, seen, home
        self._attending = attending
        self.titles = Titles(analysis, tables)

    def begin(self, sentence: Sentence) -> None:
        """Go on to the next sentence."""
        self.start, self.end, self.part = sentence.start, sentence.end, sentence.part
        self.hits = _split_ministries(sentence, self.text, self.tables)
        self.titles.begin(self.hits, self.start)
        self.done = self.start
        self.last: Sighting | None = None
        self.first_seen = len(self.seen.names)
        self._stops: dict[int, int] | None = None

    @property
    def stops(self) -> dict[int, int]:
        """The lexicon's words but for persons, start → end."""
        if self._stops is None:
            self._stops = {at: end for at, end, entry in self.hits if entry.person is None}
        return self._stops

    def office_at(self, at: int) -> int | None:
        """The index of the office word that begins at `at`."""
        index = bisect_left(self.hits, (at,))
        if index == len(self.hits):
            return None
        start, _, entry = self.hits[index]
        return index if start == at and entry.office is not None and entry.person is None else None

    def office_from(self, at: int) -> int | None:
        """The index of the first office word that begins at `at` or after it."""
        for index in range(bisect_left(self.hits, (at,)), len(self.hits)):
            entry = self.hits[index].entry
            if entry.office is not None and entry.person is None:
                return index
        return None

    def name_end(self, at: int, country: str | None, *, strict: bool = False) -> int | None:
        """The end of the name at `at`, within the sentence."""
        end = name_end(self.text, at, country, self.tables, self.stops, strict=strict)
        return end if end is not None and end <= self.end else None

    def name_start(self, end: int, floor: int) -> int | None:
        """The start of the name that ends at `end`."""
        return name_start(self.text, end, floor, self.tables)

    def may_name(self, at: int) -> bool:
        """Whether a name can begin at `at`, seen from its first two characters."""
        char = self.text[at : at + 1]
        if not char or char in PUNCTUATION or char in "兼暨":
            return False
        if char in self.tables.after1 and self.tables.worded.match(self.text, at) is None:
            return odd_surname_end(self.text, at, self.tables) is not None
        return self.text[at : at + 2] not in self.tables.after2

    def attends(self, start: int, end: int) -> bool:
        """Whether somebody attends something there; the words for it have two characters."""
        at = bisect_left(self._attending, start)
        return at < len(self._attending) and self._attending[at] <= end - 2

    def left_bound(self, at: int) -> bool:
        """Whether a name or title may begin at `at`, seen from its left."""
        return boundary_left(self.text, at, self.start, self.tables)

    def right_bound(self, at: int) -> bool:
        """Whether a name surely ends at `at`."""
        return boundary(self.text, at, self.tables) > 1

    def add(self, sighting: Sighting) -> None:
        """Keep a name; a bracket with its Latin form or an honorific right after it belongs to its phrase. A name that
        fills a bracket after another is that one's other form."""
        if self.last is not None and self._bracketed(sighting, self.last):
            return
        after = max(sighting.end, sighting.after)
        found = self._latin(sighting.end)
        if found is None and self.text[sighting.end : sighting.end + 1] in self.tables.honorific_heads:
            index = self.office_at(sighting.end)
            office = self.hits[index].entry.office if index is not None else None
            if index is not None and office is not None and office.honorific:
                after = max(after, self.hits[index].end)
                found = self._latin(after)
        if found is not None:
            sighting.alias, after = found.group(1), found.end()
        sighting.after = after
        self.seen.names.append(sighting)
        self.titles.taken[sighting.end] = self.titles.taken[after] = sighting.phrase
        self.done = after
        self.last = sighting

    def _latin(self, at: int) -> re.Match[str] | None:
        """A bracket with a name in Latin letters."""
        return LATIN_NAME.match(self.text, at) if self.text.startswith((" (", "("), at) else None

    def _bracketed(self, sighting: Sighting, last: Sighting) -> bool:
        """贝兰(莎拉·贝兰): the same person, in whole."""
        start, end = sighting.start, sighting.end
        inside = self.text[start - 1] == "(" and self.text[end : end + 1] == ")"
        if sighting.title is not None or not inside or last.end != start - 1:
            return False
        last.alias, last.after = last.alias or self.text[start:end], end + 1
        self.done = end + 1
        return True

    def whole(self, start: int, end: int) -> bool:
        """Whether a known name stands for itself and is no piece of a longer word (李强调, 阿里巴巴, 里根号)."""
        text, tables = self.text, self.tables
        left, right = text[start - 1 : start], text[end : end + 1]
        if left in ("·", "-") or right in ("·", "-") or text[end - 1 : end + 1] in tables.after2:
            return False
        if is_thing(text, end) or text[end : end + 2] in _DOCTRINE_MARKS:
            return False
        if "·" in text[end : end + 4] and right in tables.sounds:
            run = tables.run.match(text, start)
            if run is not None and "·" in text[end : run.end()]:
                return False
        if left not in tables.sounds and (right not in tables.sounds or end - start > 3):
            return True
        if not tables.sounds.issuperset(text[start:end]):
            return True
        if left not in tables.sounds and right in tables.perhaps and end + 1 in self.stops:
            return True
        return self.left_bound(start) and self.right_bound(end)


def _split_ministries(sentence: Sentence, text: str, tables: Tables) -> list[Hit]:
    """The lexicon reads 美国国防部|长: what a ministry's name with 长 after it means is its minister."""
    hits = sentence.hits
    if text.find("长", sentence.start, sentence.end + 1) < 0:
        return hits
    for _, end, entry in hits:
        if entry.body is not None and text[end : end + 1] == "长":
            break
    else:
        return hits
    out: list[Hit] = []
    for hit in hits:
        rank = tables.ranks.get(text[hit.end - 1 : hit.end + 1]) if hit.entry.body is not None else None
        if rank is not None:
            out += [Hit(hit.start, hit.end - 1, hit.entry), Hit(hit.end - 1, hit.end + 1, rank)]
        else:
            out.append(hit)
    return out
