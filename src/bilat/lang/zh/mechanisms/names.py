"""The name of a mechanism → what it is called here: the packs' name, else one name for both orders of two countries.

越中…委员会, 中国—越南…委员会 and 中越…委员会 are one committee. docs/mechanisms.md tells the rule.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from bilat.lang.zh.fold import fold
from bilat.lang.zh.lexicon import lexicon
from bilat.lang.zh.short_forms import short_forms

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bilat.lang.zh.lexicon import Hit
    from bilat.packs import Packs
    from bilat.packs.rows import Mechanism

ORDINAL = re.compile(r"第\s?(?:[0-9]+|[一二三四五六七八九十百零〇]+)\s?(?:次|届|轮)|首次|首届|首轮")
"""The number of a session inside or beside a name."""
JOINS = frozenset("-—–─·、和与及同+")
"""What stands between two countries in a name."""
PAIR = 2
_SESSION = (
    r"(?:(?:年度|全体|部长级|高级别|正式|非正式|线上|视频)?(?:会议|会晤|会|全会|年会|例会|大会|全体会)|外长会议?|峰会|首脑会议"
    r"|领导人会议|领导人峰会|部长级会议|双方主席会晤|双边会议|联席会议|(?:以及|及|和)?相关(?:首脑|领导人)?会议|系列(?:会议|峰会)"
    r"|新一届会议)"
)
_TAIL = re.compile(rf"{_SESSION}\Z")
_OF_BODY = re.compile(rf"(?:(?<=委员会|工作组|理事会|联委会|混委会|高委会)|(?<=机制|论坛|对话|磋商)){_SESSION}\Z")
"""委员会会议: the sessions of a body bear its name."""
_IN_LATIN = re.compile(r"\((?=[^()]*[A-Za-z])[^()]{1,40}\)")
_MARKS = re.compile("[“”‘’\"'《》「」]")
_BOTH = re.compile(r"(?:[两三四五]国|双方)")
_EDGES = "() "
_YEAR = re.compile(r"\A(?:19|20)\d\d年?(?:度)?")
"""2023两岸企业家峰会: the year is not of the name."""
_OF_ORG = re.compile(
    r"(?:年度)?(?:(?:国家)?(?:领导人|领袖|首脑|元首)(?:非正式)?(?:峰会|高峰会议?|会议|会晤)|峰会|高峰会议?)\Z"
)
"""What an organisation's summit is called after its name and the place it meets at: G20新德里峰会, 东盟领袖峰会."""
_SUMMITS = ("峰会", "领导人会议", "领导人会晤")
_BRACKETS = re.compile(r"\([^()]*\)")
_SPOKEN = re.compile("特别|特使|特邀|东亚|东北亚|东南亚|东方|东部|南亚|南部|中亚|中东|中期|中央|西亚|西部|非正式|北部")
"""Words that begin with a short form and name no country."""
_AND_SESSION = re.compile(r"\(|(?:财长|外长|防长|部长|外交|国防|经贸|环境|文化|领导人|首脑|领袖)|峰会|高峰会|会议")
"""What follows the third of three short forms: 日中韩首脑会议."""


def plain(name: str) -> str:
    """A name folded, without quotation marks and abbreviations in brackets."""
    return _MARKS.sub("", _IN_LATIN.sub("", fold(name))).strip(_EDGES)


class Sides(Struct, frozen=True, gc=False):
    """The countries that a name begins with: their codes in order of the text (None: which of several, the name does
    not tell), and where the rest of the name begins."""

    codes: tuple[str | None, ...]
    end: int


class Names:
    """The mechanisms of the packs by name and by members with the rest of the name."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._lexicon = lexicon(packs)
        forms = short_forms(packs)
        self.short = forms.actors
        self.run = re.compile(f"[{forms.singles}]{{2,4}}")
        self._full = {fold(name): row.code for row in (*packs.organisations, *packs.countries) for name in row.zh}
        self._sizes = tuple(sorted({len(name) for name in self._full}, reverse=True))
        self._orgs = {
            fold(name): tuple(map(fold, row.zh)) for row in packs.organisations for name in (*row.zh, row.code)
        }
        self._by_name: dict[str, Mechanism] = {}
        self._by_sides: dict[tuple[frozenset[str], str], Mechanism] = {}
        for row in packs.mechanisms:
            for name in (row.name, *row.aliases):
                self._by_name[plain(name)] = row
        for row in packs.mechanisms:
            self._note_sides(row, plain(row.name))
        for row in packs.mechanisms:
            for name in row.aliases:
                self._note_sides(row, plain(name))

    def of_organisation(self, name: str) -> Mechanism | None:
        """The summit of the organisation that a name begins with, however its level and its place are told."""
        own = next((name[:size] for size in self._sizes if name[:size] in self._orgs), None)
        return None if own is None else self._summit(name[len(own) :], self._orgs[own])

    def _summit(self, rest: str, org: tuple[str, ...]) -> Mechanism | None:
        """The row of an organisation's summit; `rest` is what a name says behind the organisation."""
        rest = _BRACKETS.sub("", rest)
        kind = _OF_ORG.search(rest)
        if kind is None or not self._is_place(rest[: kind.start()]):
            return None
        rows = (self._by_name.get(f"{name}{tail}") for name in org for tail in _SUMMITS)
        return next((row for row in rows if row is not None and row.kind == "summit"), None)

    def _is_place(self, words: str) -> bool:
        hits = self._lexicon.find(words)
        return not words or any(
            hit.start == 0 and hit.end == len(words) and (hit.entry.place or hit.entry.country) for hit in hits
        )

    def _note_sides(self, row: Mechanism, name: str) -> None:
        sides = self.sides(name, row.members)
        if sides is not None and None not in sides.codes:
            key = (frozenset(code for code in sides.codes if code), _rest(name, sides.end))
            self._by_sides.setdefault(key, row)

    def sides(self, name: str, named: Collection[str] = ()) -> Sides | None:
        """The two to four countries or organisations a folded name begins with. A short form that several share is
        read by the codes in `named`, and stays unknown when these leave it open."""
        hits = self._lexicon.find(name[:40])
        codes: list[str | None] = []
        at = 0
        while at < len(name) and len(codes) <= len("中日韩美"):
            start = at + (bool(codes) and name[at] in JOINS)
            code, end = self._side(name, start, hits, named)
            alone = end - start == 1
            if end == start or (len(codes) >= PAIR and alone and not self._goes_on(name, start, named)):
                break
            if alone and codes and start == at and (at > len(codes) or _SPOKEN.match(name, start)):
                break
            codes.append(code)
            at = end
        known = [code for code in codes if code]
        return Sides(tuple(codes), at) if len(codes) > 1 and len(set(known)) == len(known) else None

    def _goes_on(self, name: str, at: int, named: Collection[str]) -> bool:
        """Whether a third short form is one: 中日韩三国, or of a country that is named; 海 in 中巴海洋磋商 is none."""
        after = name[at + 1 : at + 2] in ("三", "四") or _AND_SESSION.match(name, at + 1) is not None
        return after or any(code in named for code in self.short[name[at]])

    def _side(self, name: str, at: int, hits: list[Hit], named: Collection[str]) -> tuple[str | None, int]:
        for size in self._sizes:
            code = self._full.get(name[at : at + size])
            if code is not None:
                return code, at + size
        if any(hit.start <= at < hit.end and hit.entry.mechanism is None for hit in hits):
            return None, at
        for size in (2, 1):
            codes = self.short.get(name[at : at + size])
            if codes:
                return self.one_of(codes, named), at + size
        return None, at

    @staticmethod
    def one_of(codes: tuple[str, ...], named: Collection[str]) -> str | None:
        """The one of a short form's codes that is meant, None when that stays open."""
        fitting = [code for code in codes if code in named] if named else list(codes)
        return fitting[0] if len(fitting) == 1 else None

    def known(self, name: str) -> Mechanism | None:
        """The row of a folded name, also of one with 会议 or 部长级会议 after it."""
        found = self._by_name.get(name)
        while found is None and (tail := _TAIL.search(name)) is not None and tail.start() > 1:
            name = name[: tail.start()]
            found = self._by_name.get(name) or self._by_name.get(f"{name}会议")
        return found

    def of_sides(self, codes: frozenset[str], rest: str) -> Mechanism | None:
        """The row of a mechanism of these members whose name has this rest."""
        found = self._by_sides.get((codes, rest)) or self._by_sides.get((codes, _TAIL.sub("", rest)))
        if found is None and _OF_ORG.fullmatch(rest):
            found = next((self._by_sides[codes, tail] for tail in _SUMMITS if (codes, tail) in self._by_sides), None)
        return found

    def usual(self, codes: Collection[str]) -> str:
        """The members' usual names in order of their codes, joined by a dash."""
        rows = (self._packs.country(code) or self._packs.organisation(code) for code in sorted(codes))
        return "—".join(row.zh[0] for row in rows if row is not None)

    def inside(self, name: str) -> Iterator[str]:
        """Codes of the countries and organisations a folded name holds in full."""
        for hit in self._lexicon.find(name):
            row = hit.entry.country or hit.entry.org
            if row is not None:
                yield row.code


def _rest(name: str, at: int) -> str:
    """What follows the countries: without 两国 and without the number of a session."""
    return _BOTH.sub("", ORDINAL.sub("", name[at:]), count=1).lstrip("".join(JOINS) + _EDGES)


@lru_cache(maxsize=4)
def names(packs: Packs) -> Names:
    """The names of a set of packs, made once per process."""
    return Names(packs)


def canonical(name: str, packs: Packs, named: Collection[str] = ()) -> tuple[str, tuple[str, ...], bool]:
    """The mechanism a name means, its members and whether the packs know it.

    `name` may hold the number of a session. `named` are codes the document names: they tell which country a short form
    means that several share.
    """
    return _canonical(name, packs, tuple(sorted(set(named))))


@lru_cache(maxsize=4096)
def _canonical(name: str, packs: Packs, named: tuple[str, ...]) -> tuple[str, tuple[str, ...], bool]:
    table = names(packs)
    bare = _YEAR.sub("", plain(ORDINAL.sub("", fold(name))))
    row = table.known(bare) or table.of_organisation(bare)
    sides = None if row is not None else table.sides(bare, named)
    if sides is None:
        members = tuple(sorted(set(table.inside(bare)))) if row is None else tuple(sorted(row.members))
        return (_OF_BODY.sub("", bare) or name, members, False) if row is None else (row.name, members, True)
    codes = frozenset(code for code in sides.codes if code)
    if None in sides.codes:
        return bare, tuple(sorted(codes)), False
    rest = _rest(bare, sides.end)
    row = table.of_sides(codes, rest)
    if row is not None:
        return row.name, tuple(sorted(row.members)), True
    return f"{table.usual(codes)}{_OF_BODY.sub('', rest)}", tuple(sorted(codes)), False
