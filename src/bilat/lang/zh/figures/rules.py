"""What the packs say of figures, in the shape that the rules ask for: an automaton of measures, patterns of units."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from bilat.lang.alternation import NEVER, alternation
from bilat.lang.zh.fold import fold
from bilat.packs.tables.figures import Currency, FigureWord, Measure, Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bilat.packs import Packs

INDEX = "point"
"""The unit of an index (PMI), whose numbers stand without any."""
ITEM = "item"
"""The unit of counters that tell nothing of what they count."""
_PHYSICAL = frozenset(
    {"aircraft", "barrel", "cubic_metre", "dose", "flight", "jin", "kilogram", "kilometre", "kilowatt", "kilowatt_hour"}
    | {"person", "ship", "square_kilometre", "time", "tonne", "train", "vehicle"}
)
"""Units that a bare counter (个) never stands for."""


class Named(NamedTuple):
    """A measure named at `start`:`end` of the folded text."""

    start: int
    end: int
    row: Measure


Hit = tuple[int, int, int]
"""Start and end of a word of the rules, and its number among them."""


def counted_in(row: Measure, unit: str | None) -> bool:
    """Whether what a measure counts may be counted in a unit."""
    if unit == ITEM:
        return ITEM in row.units or not row.units or row.units[0] not in _PHYSICAL
    return unit in row.units


def beginnings(words: Iterable[str]) -> str:
    """A class of the characters that words begin with."""
    return f"[{''.join(sorted({re.escape(word[0]) for word in words}))}]"


def guarded(words: Collection[str]) -> str:
    """An alternation of many words after a look at whether any can begin: instead of one try for each."""
    return f"(?={beginnings(words)})(?:{alternation(words)})"


def _not_after(before: str, words: Iterable[str]) -> str:
    """An alternation of words that stand after none of some characters. Each first character comes before the check:
    what can begin a match is seen at once."""
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        rests.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    return "|".join(f"{first}(?<![{before}]{first})(?:{'|'.join(rest)})" for first, rest in rests.items())


NO_UNIT = (
    r"(?<!人(?=[口民工类道均大]))(?<!名(?=[单义字为]))(?<!家(?=[庭园]))"
    r"(?<![ 0-9一二两三四五六七八九十]方)(?<!位(?=[于置]))"
)
"""A unit that begins another word counts nothing: 人口, 名单, 家庭."""


class Rules:
    """The words of the packs, ready to be looked for."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        words = {fold(word): row for row in packs.of(Measure) for word in row.words}
        self._rows = list(words.values())
        self._indices = frozenset(which for which, row in enumerate(self._rows) if INDEX in row.units)
        others = dict.fromkeys(fold(row.word) for row in packs.of(FigureWord) if row.role == "no_measure")
        every = [*words, *(word for word in others if word not in words)]
        self._automaton = CharwiseDoubleArrayAhoCorasick(every, MATCH_KIND_LEFTMOST_LONGEST, use_prefilter=True)
        needs = {row.measure: re.compile(alternation(map(fold, row.needs))) for row in packs.of(Measure) if row.needs}
        self._needs = [needs.get(row.measure) for row in self._rows]
        self.units = {fold(word): row.unit for row in packs.of(Unit) for word in row.words}
        self.currencies = {fold(word): row.code for row in packs.of(Currency) for word in row.words}
        self._shared: dict[str, list[Currency]] = {}
        for row in packs.of(Currency):
            for word in row.short:
                self._shared.setdefault(fold(word), []).append(row)
        self._paid_in: dict[str, frozenset[str]] = {}
        for row in packs.of(Currency):
            for code in row.countries:
                self._paid_in[code] = self._paid_in.get(code, frozenset()) | {row.code}
        self.money = [*self.currencies, *self._shared]
        self.unit = re.compile(
            f"[ ]?个?(?:(?P<money>{guarded(self.money)})|(?P<percent>个?百分点)|(?P<times>倍))"
            f"|[ ]?(?P<count>{alternation(self.units)}){NO_UNIT}"
        )
        self.unit_begins = frozenset(word[0] for word in [*self.money, *self.units, " ", "个", "百", "倍"])
        self._money_before = re.compile(f"(?P<money>{alternation(self.currencies)})[ ]?(?:约|近|逾|超过?)?[ ]?$")
        self._money_ends = frozenset(word[-1] for word in [*self.currencies, " ", "约", "近", "逾", "超", "过"])
        self._words: dict[str, list[str]] = {}
        for row in packs.of(FigureWord):
            self._words.setdefault(row.role, []).append(fold(row.word))
        self.falls = frozenset(self._words.get("fall", ()))
        moves = [*self._words.get("rise", ()), *self.falls]
        self.moved = re.compile(rf"(?P<verb>{_not_after('至不最更', moves)})(?P<link>{_FILL})$")
        self.moving = re.compile(
            rf"[ ]?(?:左右|以上|以下)?的?(?:年均|平均|速度|幅度)?的?(?P<verb>{alternation(moves)})(?![到至了])"
        )
        self.no_figure = self._pattern("no_figure")
        self.no_count = self._pattern("no_count")
        self.estimate = self._pattern("estimate")
        self.share = self._pattern("share")

    def _pattern(self, role: str) -> re.Pattern[str]:
        return re.compile(alternation(self._words.get(role, ())) or NEVER)

    def hits(self, text: str) -> list[Hit]:
        """Where measures are named in a folded text, in order: start, end, and which word."""
        measures = len(self._rows)
        return [hit for hit in self._automaton.find(text) if hit[2] < measures]

    def has_index(self, hits: list[Hit]) -> bool:
        """Whether one of some hits names an index, whose numbers show by nothing."""
        return not self._indices.isdisjoint({which for _, _, which in hits})

    def money_that_ends(self, text: str, at: int) -> str | None:
        """The currency whose word stands right before a number at an offset (US$5亿)."""
        if at == 0 or text[at - 1] not in self._money_ends:
            return None
        before = self._money_before.search(text, max(0, at - 8), at)
        return self.currencies[before["money"]] if before is not None else None

    def fitting(self, hits: list[Hit], text: str, start: int, end: int) -> list[Named]:
        """The measures of some hits that have in a sentence what they need beside them."""
        found: list[Named] = []
        for at, stop, which in hits:
            needs = self._needs[which]
            if needs is None or needs.search(text, start, end) is not None:
                found.append(Named(at, stop, self._rows[which]))
        return found

    def paid_with(self, word: str, countries: Iterable[str], script: str | None) -> str | None:
        """The currency that a shared word means in the first of some countries that has such, else in a script."""
        rows = self._shared.get(word, [])
        for code in countries:
            for row in rows:
                if code in row.countries:
                    return row.code
        if len(rows) == 1:
            return rows[0].code
        return next((row.code for row in rows if row.script and row.script == script), None)

    def paid_in(self, country: str | None) -> frozenset[str]:
        """The currencies of a country."""
        return self._paid_in.get(country or "", frozenset())

    def shares(self, word: str, code: str) -> bool:
        """Whether a currency may be meant by a shared word."""
        return any(row.code == code for row in self._shared.get(word, []))


_FILL = (
    r"(?:幅度?|率|速度?|了|约为|大约|约|近|超过|超出|超|逾|仅为|仅|至少|多达|高达|达到|达|将近|接近|预计|预期|预测|目标|为|不到"
    r"|(?:预期|预测|目标|估计|率)?(?:上调|下调|调高|调低|下修|上修|修订|调整|维持|回升|回落|放缓|加快)[至到为在]"
    r"|不足|是|[约略]?有|的|将|或|可|在|一共|最多|[ ]|\(|同比|环比|按年|按月|至少|上升|:){0,5}"
)
"""What may stand between a word of growth and its number."""


@lru_cache(maxsize=4)
def rules(packs: Packs) -> Rules:
    """The rules for a set of packs, made once per process."""
    return Rules(packs)
