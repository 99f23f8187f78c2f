"""The title that ends with an office: how far it reaches to the left, and which country stands in front of it.

[country][body, place or field]*[rank], joined by 、 or 兼: read leftwards from the rank to the first word that cannot
be in a title.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilat.lang.zh.people.tables import PUNCTUATION, Tables

if TYPE_CHECKING:
    from bilat.lang.zh.lexicon import Hit

_LONGEST = 40
_NOT_HELD = frozenset(
    ("府", "办", "选", "团", "国", "制", "级", "职", "任期", "候选", "参选", "大选", "宝座", "辩论", "会议", "席位", "竞选", "选举")
)
"""What follows an office that nobody is meant to hold: 总统府, 部长级, 主席国."""
_STATES = ("人民共和国", "民主共和国", "社会主义共和国", "玻利瓦尔共和国", "伊斯兰共和国", "联邦共和国", "共和国", "王国", "公国", "酋长国")


@dataclass(frozen=True, slots=True)
class Title:
    """`start`:`end` are the words without the leading country, `phrase` where country and all begin. `country` is
    what the phrase says, `hint` what a body or place in it lets one guess."""

    phrase: int
    start: int
    end: int
    country: str | None
    hint: str | None
    kind: str
    honorific: bool
    spouse: bool = False


class Titles:
    """The titles of one sentence, each read at most once."""

    def __init__(self, text: str, hits: "list[Hit]", floor: int, tables: Tables, present: frozenset[str]) -> None:
        self._text, self._hits, self._floor, self._tables, self._present = text, hits, floor, tables, present
        self._read: dict[int, Title] = {}
        self.taken: dict[int, int] = {}
        """Ends of names found → their starts: a title never reaches back over them."""

    def held(self, index: int) -> bool:
        """Whether the office word at `index` can mean a person who holds it (not 总统府, 部长级)."""
        end = self._hits[index].end
        return self._text[end : end + 1] not in _NOT_HELD and self._text[end : end + 2] not in _NOT_HELD

    def read(self, index: int) -> Title:
        """The title whose last word is the office at `index` of the hits."""
        title = self._read.get(index)
        if title is None:
            title = self._read[index] = self._scan(index)
        return title

    def _scan(self, index: int) -> Title:
        hits, text, tables = self._hits, self._text, self._tables
        head = hits[index]
        office = head.entry.office
        assert office is not None
        at, before = head.start, index - 1
        country: str | None = None
        hint: str | None = None
        phrase = at
        floor = max(self._floor, at - _LONGEST)
        while at > floor:
            while before >= 0 and hits[before].start >= at:
                before -= 1
            if at in self.taken:
                break
            hit = hits[before] if before >= 0 and hits[before].end == at else None
            if hit is not None:
                entry = hit.entry
                if (entry.country is not None or entry.org is not None) and text[hit.start - 1] == "驻":
                    at = hit.start - 1
                    continue
                if entry.country is not None:
                    country, phrase = entry.country.code, hit.start
                    shorter = self._misread(hit.start, hit.end)
                    if shorter is not None:
                        at, country = hit.start + 1, shorter
                    break
                if entry.place is not None:
                    hint = hint or entry.place.country or None
                    at = hit.start
                    continue
                if entry.org is not None:
                    country = entry.org.code
                    phrase = hit.start
                    if text[at] != "驻":
                        at = hit.start
                    break
                if entry.body is not None:
                    hint = entry.body.country or hint
                    strip = self._country_in(hit.start, hit.end)
                    if strip:
                        phrase, at = hit.start, hit.start + strip
                        country = entry.body.country or hint
                        break
                    at = hit.start
                    continue
                if entry.office is not None:
                    joined = self.read(before)
                    return self._join(joined, index)
                if entry.mechanism is not None:
                    at = hit.start
                    continue
            char = text[at - 1]
            if char in "、兼暨" or char == "," and self._after_office(at - 1, before):
                prior = self._prior(at - 1, before)
                if prior is None:
                    if char in "兼暨":
                        at -= 1
                        continue
                    break
                joined = self.read(prior)
                if country is None or joined.country in (None, country):
                    return self._join(joined, index)
                break
            if char == ")":
                opened = text.rfind("(", floor, at)
                if opened > 0 and text[opened + 1 : at - 1].isascii() and at - opened < 14:
                    at = opened
                    continue
                break
            if char < "⺀" and char.isalpha():
                while at > floor and (text[at - 1].isalnum() and text[at - 1] < "⺀" or text[at - 1] in "&-."):
                    at -= 1
                continue
            if char in PUNCTUATION or char < "⺀" and char not in "·-":
                break
            pair = text[at - 2 : at]
            if char in tables.before1 or pair in tables.before2:
                if pair in tables.in_title and at - 2 >= floor:
                    at -= 2
                    continue
                if text[at - 1 : at + 1] in tables.in_title:
                    at -= 1
                    continue
                break
            at -= 1
        if country is None:
            phrase = at
            short = self._short(at, head.end)
            if short is not None:
                country, at = short, at + 1
        return Title(phrase, at, head.end, country, hint, office.kind, office.honorific, office.kind == "spouse")

    def _join(self, prior: Title, index: int) -> Title:
        head = self._hits[index]
        office = head.entry.office
        assert office is not None
        return Title(
            prior.phrase, prior.start, head.end, prior.country, prior.hint, office.kind, office.honorific, office.kind == "spouse"
        )

    def _prior(self, at: int, before: int) -> int | None:
        """The office that ends right at `at`, before 、 or 兼."""
        hits = self._hits
        while before >= 0 and hits[before].end > at:
            before -= 1
        if before >= 0 and hits[before].end == at and hits[before].entry.office is not None:
            return before
        return None

    def _after_office(self, at: int, before: int) -> bool:
        return self._prior(at, before) is not None

    def _country_in(self, start: int, end: int) -> int:
        """How long the country's name is that a body's name begins with; 0 for a party's, which keeps it."""
        word = self._text[start:end]
        if word in self._tables.parties:
            return 0
        for name in self._tables.countries:
            if len(name) < len(word) and word.startswith(name):
                return len(name)
        return 0

    def _misread(self, start: int, end: int) -> str | None:
        """美国防长 is 美 + 国防长 when what follows 美国 is no office of its own."""
        if self._text[end - 1] == "国" and end - start == 2 and self._text[end : end + 2] in ("防部", "防大", "务卿", "务院", "会议", "会主", "会副"):
            codes = self._tables.short.get(self._text[start])
            return codes[0] if codes else None
        return None

    def _short(self, at: int, end: int) -> str | None:
        """A one-character country right at the start of a title: 美防长, 俄总统."""
        codes = self._tables.short.get(self._text[at])
        if not codes or end - at < 3:
            return None
        if not self._starts_office(at + 1, end):
            return None
        here = [c for c in codes if c in self._present]
        return here[0] if here else codes[0] if len(codes) == 1 else None

    def _starts_office(self, at: int, end: int) -> bool:
        return any(h.start == at and (h.entry.office is not None or h.entry.body is not None) for h in self._hits if h.end <= end)
