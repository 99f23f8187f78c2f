"""The title that ends with an office: how far it reaches to the left, and which country stands in front of it.

[country][body, place or field]*[rank], joined by 、 or 兼: read leftwards from the rank to the first word that cannot
be in a title.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from bilat.lang.zh.people.held import held
from bilat.lang.zh.people.tables import PUNCTUATION, Tables
from bilat.packs.rows import Body

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Analysis
    from bilat.lang.zh.lexicon import Hit

_LONGEST = 44
MOST_JOINED = 12
"""Titles joined to one (总书记、国家主席、中央军委主席): more than anybody has, and a bound for a list without end."""
_NEEDS_MORE = frozenset(
    ("代表", "成员", "委员", "助理", "主管", "指挥", "翻译", "编辑", "干部", "理事", "领导人", "官员")
)
"""Offices that are one only with something in front of them (代表 alone is a verb as often as not)."""
_KEPT = frozenset(("party", "company", "bank", "media", "union", "agency", "armed_group"))
"""Kinds of body whose country is part of their name and stays in the title (中国科学院, 越南共产党)."""
_OBJECTS = frozenset(("事务", "问题", "研究", "政策", "中心"))
"""After these a country is what the office is about, not whose it is: 中国事务大臣."""
_STATE_WORDS = frozenset(
    (
        "防部",
        "防大",
        "防军",
        "务卿",
        "务院",
        "会议",
        "会主",
        "会副",
        "会参",
        "会众",
        "家主",
        "家副",
        "家安",
        "王陛",
        "务部",
        "安首",
        "安局",
        "安会",
        "安顾",
        "安保",
    )
)
"""What 国 begins when 美国防长 is 美 and 国防长."""
_STRIPPED = ("国家", "联邦", "中央", "对外", "贸易")
"""What a body's name goes on with when the country before it is only a mark of whose it is (美国国家安全委员会)."""
_STATE_PARTIES = ("共产党", "劳动党", "革命党", "国民党")
"""Parties that are named with their country (越南共产党)."""
_STAFF = frozenset(("竞选", "办公", "政府", "团队", "基金", "阵营", "内阁"))
_FORMER = re.compile(r"(?<![目日此之年月天以空从生提])(前任?|原|时任)$")
"""What makes of 美国总统 one of the past; 目前 and 此前 do not."""
_OF = frozenset("厅部局署院所社会校学团行党府台室)")


class Title(NamedTuple):
    """`start`:`end` are the words without the leading country, `phrase` where country and all begin. `country` is
    what the phrase says, `hint` what a body or place in it lets one guess."""

    phrase: int
    start: int
    end: int
    country: str | None
    hint: str | None
    kind: str
    bare: bool = False
    """Whether the office stands alone, with nothing before it."""


_Place = tuple[int, str | None]
"""Where a title goes on to the left, and the country guessed so far."""


def _kind(head: "Hit") -> str:
    return head.entry.office.kind if head.entry.office is not None else ""


class Titles:
    """The titles of the sentence under way, each read at most once."""

    __slots__ = ("_analysis", "_floor", "_hits", "_joined", "_read", "_tables", "_text", "taken")

    def __init__(self, analysis: "Analysis", tables: Tables) -> None:
        self._analysis, self._text, self._tables = analysis, analysis.text, tables
        self._joined = 0

    def begin(self, hits: "list[Hit]", floor: int) -> None:
        """Go on to the next sentence."""
        self._hits, self._floor = hits, floor
        self._read: dict[int, Title] = {}
        self.taken: dict[int, int] = {}
        """Ends of the names found, and of their phrases → starts: a title does not reach back over them, unless it
        is that of the person's staff (赖清德竞选办公室发言人)."""

    def is_title(self, index: int) -> bool:
        """Whether an ambiguous office word has what makes it one."""
        if self._hits[index].entry.text not in _NEEDS_MORE:
            return True
        title = self.read(index)
        return not title.bare or title.country is not None

    def read(self, index: int) -> Title:
        """The title whose last word is the office at `index` of the hits."""
        title = self._read.get(index)
        if title is None:
            self._joined += 1
            title = self._scan(index)
            if title.country is not None and title.phrase < title.start:
                title = self._former(title)
            self._read[index] = title
            self._joined -= 1
        return title

    def _former(self, title: Title) -> Title:
        """前美国总统: what stands before the country keeps that in the title."""
        found = _FORMER.search(self._text, max(self._floor, title.phrase - 4), title.phrase)
        if found is None or found.start() in self.taken:
            return title
        return title._replace(start=found.start(1), phrase=found.start(1))

    def _scan(self, index: int) -> Title:
        """Walk left from the office, a word or a character at a time."""
        text, hits, head = self._text, self._hits, self._hits[index]
        tables = self._tables
        step_over = head.entry.text not in tables.strict
        at, hint = head.start, None
        floor = max(self._floor, at - _LONGEST)
        before = index - 1
        while at > floor:
            while before >= 0 and hits[before].end > at:
                before -= 1
            word = hits[before].end if before >= 0 else -1
            if step_over:
                at = self._over_plain(at, max(floor, word))
            if at == floor or (word < at - 1 and text[at - 1] in tables.walls and at not in self.taken):
                break
            step = self._step(index, before, at, floor, hint)
            if isinstance(step, Title):
                return step
            if step is None:
                break
            at, hint = step
        if text[at] == "(":
            at = text.index(")", at) + 1
        at += text[at] == "的"
        title = Title(at, at, head.end, None, hint, _kind(head), at == head.start)
        return self._short(title) if text[at] in tables.short else title

    def _over_plain(self, at: int, stop: int) -> int:
        """Over characters that need no closer look; most steps are such."""
        text, taken, edges1, edges2 = self._text, self.taken, self._tables.edges1, self._tables.edges2
        right = text[at]
        while at > stop and right > "⺀" and at not in taken:
            left = text[at - 1]
            if left < "⺀" or left in edges1 or text[at - 2 : at] in edges2:
                break
            at, right = at - 1, left
        return at

    def _step(self, index: int, before: int, at: int, floor: int, hint: str | None) -> "Title | _Place | None":
        """What stands left of `at`: more of the title (where to go on), its beginning (Title), or no part of it."""
        text, head = self._text, self._hits[index]
        if at in self.taken:
            return (self.taken[at], hint) if text[at : at + 2] in _STAFF else None
        if before >= 0 and self._hits[before].end == at:
            step = self._over(before, index, at, hint)
            if step is not None:
                return step
        if text[at - 1] in "、兼暨,":
            joined = self._joint(index, before, at)
            return (joined, hint) if isinstance(joined, int) else joined
        if text[at] < "⺀" and text[at].isalpha():
            return None
        to = self._back(at, floor, head.start)
        if to == at or (head.entry.text in self._tables.strict and not self._modifier(to, at)):
            return None
        return to, hint

    def _joint(self, index: int, before: int, at: int) -> "Title | int | None":
        """A second title before 、 or 兼 (越共中央总书记、国家主席), or two fields of one (环境、气候部长)."""
        text, head = self._text, self._hits[index]
        char = text[at - 1]
        if self._joined > MOST_JOINED:
            return None
        prior = self._prior(at - 1, before)
        if prior is None:
            return at - 1 if char in "兼暨" or (char == "、" and self._fields(at - 1, at)) else None
        if char == "," and (at == head.start or head.entry.text in _NEEDS_MORE):
            return None
        joined = self.read(prior)
        if joined.bare and text[joined.start - 1 : joined.start] == "的":
            return None
        return self._join(joined, index)

    def _over(self, before: int, index: int, at: int, hint: str | None) -> "Title | _Place | None":
        """What a lexicon word right before `at` does to the title."""
        hit = self._hits[before]
        entry, text = hit.entry, self._text
        if entry.country is not None or entry.org is not None:
            if text[hit.start - 1] == "驻" or text[at : at + 2] in _OBJECTS:
                return hit.start, hint
            if entry.country is not None:
                return self._chained(self._of_country(before, index, at, hint), before, index)
            start = at if text[at] == "驻" else hit.start
            code = entry.org.code if entry.org is not None else None
            return self._chained(
                Title(hit.start, start, self._hits[index].end, code, hint, _kind(self._hits[index])), before, index
            )
        if entry.body is not None:
            return self._of_body(before, index, entry.body, hint)
        if entry.place is not None:
            return hit.start, hint or entry.place.country or None
        if entry.office is not None and held(self._text, self._hits[before]) and self._joined <= MOST_JOINED:
            return self._join(self.read(before), index)
        return (hit.start, hint) if entry.mechanism is not None else None

    def _of_country(self, before: int, index: int, at: int, hint: str | None) -> Title:
        """A title that begins with its country: where the country ends, and whether it belongs to a longer name."""
        text, tables, hit, head = self._text, self._tables, self._hits[before], self._hits[index]
        code = hit.entry.country.code if hit.entry.country is not None else ""
        start = at
        if text[at - 1] == "国" and text[at : at + 2] in _STATE_WORDS:
            shorter = self._without_state(text[hit.start : at - 1])
            if shorter is not None:
                code, start = shorter, at - 1
        if text.startswith(tables.keeps, start) or code in tables.regions:
            return Title(hit.start, hit.start, head.end, code, hint, _kind(head))
        first = self._hits[before - 1] if before else None
        if first is not None and first.end == hit.start and first.entry.country is not None:
            return Title(first.start, first.start, head.end, first.entry.country.code, hint, _kind(head))
        return Title(hit.start, start, head.end, code, hint, _kind(head), start == head.start)

    def _of_body(self, before: int, index: int, body: Body, hint: str | None) -> "Title | _Place":
        """A title with a body in it: the country before the body's name goes where it is no part of the name."""
        hit, head = self._hits[before], self._hits[index]
        strip = self._country_in(hit.start, hit.end)
        if strip and self._strips(body.kind, self._text[hit.start + strip : hit.end]):
            return Title(hit.start, hit.start + strip, head.end, body.country or None, hint, _kind(head))
        if body.country and not self._goes_on(before, hit.start):
            return Title(hit.start, hit.start, head.end, None, body.country, _kind(head))
        return hit.start, body.country or hint

    def _goes_on(self, before: int, at: int) -> bool:
        """Whether a title reaches further than a body of one country (时任国民党主席, but not 再揭国民党立委)."""
        text, modifiers = self._text, self._tables.modifiers
        if at in self.taken or (before > 0 and self._hits[before - 1].end == at):
            return True
        char = text[at - 1 : at]
        return char in "、兼暨,)和与" or char in modifiers or text[at - 2 : at] in modifiers

    def _chained(self, title: Title, before: int, index: int) -> Title:
        """A country may stand in the second of two joined titles too: 党中央总书记、越南国家主席."""
        if self._text[title.phrase - 1 : title.phrase] != "、":
            return title
        prior = self._prior(title.phrase - 1, before)
        if prior is None:
            return title
        joined = self.read(prior)
        if joined.country in (None, title.country) and joined.hint in (None, title.country):
            return self._join(joined, index)._replace(country=title.country)
        return title

    def _back(self, at: int, floor: int, head: int) -> int:
        """One step to the left over what the lexicon does not know; `at` itself where the title begins."""
        char = self._text[at - 1]
        if char in "”》) " or char < "⺀":
            return self._over_mark(at, floor, head)
        if char == "的":
            left = self._text[at - 2 : at - 1]
            return at - 1 if at == head and (left in _OF or (left.isascii() and left.isalpha())) else at
        return at if char in PUNCTUATION else self._over_han(at)

    def _over_mark(self, at: int, floor: int, head: int) -> int:
        """Over a quotation, a bracket or Latin letters: 「選哲之友」會長, 国家安全委员会(NSC)协调员, Vingroup董事长."""
        text = self._text
        char = text[at - 1]
        if char in "”》":
            opened = text.rfind("“" if char == "”" else "《", floor, at)
            return opened if at == head and opened >= 0 and at - opened < 16 else at
        if char == ")":
            opened = text.rfind("(", floor, at)
            if at == head and opened > 0 and at - opened < 12 and any(h.end == opened for h in self._hits):
                return opened
            if opened <= 0 or not text[opened + 1 : at - 1].isascii():
                return at
            return opened - (text[opened - 1] == " ")
        if char == " " and text[at - 2] == ")":
            return at - 1
        if char.isalpha() or (char.isdigit() and text[at - 2].isalpha()):
            while at > floor and text[at - 1] < "⺀" and (text[at - 1].isalnum() or text[at - 1] in "&-.' "):
                at -= 1
            return at + (text[at] == " ")
        return at - 1 if char in "·-" else at

    def _over_han(self, at: int) -> int:
        text, tables = self._text, self._tables
        char, pair = text[at - 1], text[at - 2 : at]
        if pair[:1] == "驻" and char in tables.short:
            return at - 2
        if char in tables.short and text[at - 2] in tables.short and text[at] in tables.short:
            return at - 1
        if char not in tables.before1 and pair not in tables.before2:
            return at - 1
        if pair in tables.in_title:
            return at - 2
        if at - 1 in self.taken:
            return at
        excused = (text[at - 1 : at + 1] in tables.in_title and not self._body_at(at)) or (
            char in "和与及" and self._fields(at - 1, at)
        )
        return at - 1 if excused else at

    def _body_at(self, at: int) -> bool:
        return any(hit.start == at and hit.entry.body is not None for hit in self._hits)

    def _modifier(self, start: int, end: int) -> bool:
        """Whether what stands before the office of a head of state is a word such offices take (前, 候任)."""
        text, before = self._text, self._tables.modifiers
        return text[start:end] in before or text[end - 2 : end] in before or text[start : start + 2] in before

    def _fields(self, left: int, right: int) -> bool:
        """Whether fields of work stand on both sides (东亚和太平洋, 外交与国际合作)."""
        fields = self._tables.fields
        return self._text[left - 2 : left] in fields and self._text[right : right + 2] in fields

    def _join(self, prior: Title, index: int) -> Title:
        head = self._hits[index]
        return prior._replace(end=head.end, kind=_kind(head) or prior.kind, bare=False)

    def _prior(self, at: int, before: int) -> int | None:
        """The office that ends right at `at`, before 、 or 兼."""
        hits = self._hits
        if at in self.taken:
            return None
        while before >= 0 and hits[before].end > at:
            before -= 1
        if (
            before >= 0
            and hits[before].end == at
            and hits[before].entry.office is not None
            and held(self._text, self._hits[before])
        ):
            return before
        return None

    def _strips(self, kind: str, rest: str) -> bool:
        """Whether the country before a body's name only says whose it is, and is no part of the name."""
        if kind not in _KEPT:
            return True
        if kind == "party" and rest.endswith(_STATE_PARTIES):
            return False
        return rest in self._tables.bodies or rest.startswith(_STRIPPED)

    def _country_in(self, start: int, end: int) -> int:
        """How long the country's name is that a body's name begins with."""
        word = self._text[start:end]
        for size in range(min(len(word) - 1, 8), 1, -1):
            if word[:size] in self._tables.countries:
                rest = word[size - 1 : size + 1]
                return size - 1 if rest[0] == "国" and word[size : size + 2] in _STATE_WORDS else size
        return 0

    def _without_state(self, name: str) -> str | None:
        """The country of 美 or 以色列, when 国 after it belongs to the office."""
        if name in self._tables.countries:
            return self._tables.countries[name]
        codes = self._tables.short.get(name, ())
        return codes[0] if codes else None

    def _short(self, title: Title) -> Title:
        """A one-character country right at the start of a title: 美防长, 俄总统, 马最高元首."""
        codes = self._tables.short.get(self._text[title.start : title.start + 1])
        if not codes or title.end - title.start < 3:
            return title
        text, at = self._text, title.start + 1
        named = self._analysis.named.countries if len(codes) > 1 else ()
        here = [c for c in codes if c in named] or list(codes)
        if len(here) > 1:
            return title
        nickname = text[at] == "国" and text[title.start : at + 1] not in self._tables.countries
        if nickname and title.end - at > 2 and text[at : at + 2] not in _STATE_WORDS:
            return title._replace(start=at + 1, country=here[0])
        inside = (h for h in self._hits if h.start == at and h.end <= title.end)
        headed = text[at] == "驻" or any(h.entry.office or h.entry.body for h in inside)
        return title._replace(start=at, country=here[0]) if headed else title
