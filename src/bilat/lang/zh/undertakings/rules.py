"""What the packs say of undertakings, ready to be looked for: nouns, verbs with their stages, hedges, short names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from bilat.lang.alternation import alternation
from bilat.lang.stages import Noun, Verb
from bilat.lang.zh.fold import fold
from bilat.lang.zh.people.tables import tables
from bilat.lang.zh.short_forms import short_forms
from bilat.packs.tables.undertakings import ROLES, Hedge, StageWord, UndertakingWord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilat.packs import Packs


_CONDITION = re.compile("(?![干何非])[^,。;:!?\\n“”]{1,24}")
"""What a condition says; 若干 and 如何 are none."""
_MAY_GO_ON = re.compile("[,;:。!?](?:以及|[及和])[^,;:。!?]*\\Z")
"""A clause that only goes on from the one before."""
_BITS = {role: 1 << at for at, role in enumerate(sorted(ROLES))}
WORK = _BITS["work"]
ALONE = _BITS["access"] | _BITS["body"] | _BITS["project"]
"""Roles, one bit each; what is built or opened may stand in a sentence that names no side."""
OBJECT_USES = ("give", "receive", "object")
BOTH = frozenset({"两国", "三国", "双方", "双边", "两军", "两党", "彼此"})
"""What means sides that were named before."""
GAP = 64
"""Characters between a verb and the head of its object."""
Head = tuple[int, int, int]
"""A find: start, end, and which row."""


def _inside(start: int, end: int, heads: list[Head]) -> bool:
    """Whether a verb is only a part of one of some nouns, which are in order: 签 in 免签."""
    for first, last, _ in heads:
        if first > start:
            return False
        if end <= last:
            return end - start < last - first
    return False


def _roles(uses: dict[str, StageWord], wanted: tuple[str, ...]) -> int:
    """The roles of the nouns that a verb tells a stage of in one of the uses."""
    roles = 0
    for use in wanted:
        for role in (uses[use].of or _BITS) if use in uses else ():
            roles |= _BITS[role]
    return roles


class Rules:
    """The words of the packs in two automata, and the short names of countries."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        rows = packs.of(UndertakingWord)
        self._heads = [row for row in rows if row.role != "field"]
        self._head_words = CharwiseDoubleArrayAhoCorasick(
            [fold(row.word) for row in self._heads], MATCH_KIND_LEFTMOST_LONGEST
        )
        self.head_roles = [_BITS[row.role] for row in self._heads]
        self._fields = [row for row in rows if row.role == "field"]
        self._field_words = CharwiseDoubleArrayAhoCorasick(
            [fold(row.word) for row in self._fields], MATCH_KIND_LEFTMOST_LONGEST
        )
        verbs: dict[str, dict[str, StageWord]] = {}
        for row in packs.of(StageWord):
            verbs.setdefault(fold(row.word), {})[row.use] = row
        self._verb_rows = list(verbs.values())
        self._object_roles = [_roles(uses, OBJECT_USES) for uses in self._verb_rows]
        self._predicate_roles = [_roles(uses, ("subject",)) for uses in self._verb_rows]
        self._verbs = CharwiseDoubleArrayAhoCorasick(list(verbs), MATCH_KIND_LEFTMOST_LONGEST)
        hedges = packs.of(Hedge)
        self._hedges = CharwiseDoubleArrayAhoCorasick([fold(row.word) for row in hedges], MATCH_KIND_LEFTMOST_LONGEST)
        self._whole = [row.whole for row in hedges]
        says = [fold(verb.word) for verb in packs.verbs if verb.sense == "say"]
        self.say = re.compile(alternation([*says, "说", "称", "指出", "认为"]))
        self.regions = tables(packs).regions
        forms = short_forms(packs)
        self.short, singles = forms.actors, forms.singles
        self.sides = re.compile(
            rf"[{singles}两三双彼](?:(?<=[{singles}])方(?![式向案面便法针位])"
            rf"|(?<=[援对向给助][{singles}])(?![方华美欧][^援军])|(?<=[{singles}])[{singles}]{{1,3}}"
            r"|(?<=[两三])国|(?<=双)(?:方|边(?![和、]多边))|(?<=两)[军党]|(?<=彼)此)"
        )
        self.capitals = {fold(c.capital): c.code for c in packs.countries if c.capital}

    def apart(self, codes: Iterable[str]) -> bool:
        """Whether codes stand for two sides at least; a special region and its state are one."""
        first, regions = None, self.regions
        for code in codes:
            side = regions.get(code, code)
            if first is None:
                first = side
            elif side != first:
                return True
        return False

    def heads(self, text: str) -> list[Head]:
        """Every noun of the packs in a folded text, in order, but for fields of cooperation: start, end, and which."""
        return self._head_words.find(text)

    def head(self, found: Head) -> Noun:
        """The noun of a find."""
        start, end, which = found
        return Noun(start, end, self._heads[which])

    def fields(self, text: str, start: int, end: int) -> list[Noun]:
        """Every field of cooperation between two offsets."""
        rows = self._fields
        found = self._field_words.find(text[start:end])
        return [Noun(start + first, start + last, rows[which]) for first, last, which in found]

    def verbs(self, text: str, start: int, end: int, heads: list[Head]) -> list[Verb]:
        """Every verb of the packs between two offsets, in order; none when none stands near one of these nouns that it
        goes with."""
        rows, found = self._verb_rows, self._verbs.find(text[start:end])
        if not self._one_fits(text, start, found, heads):
            return []
        return [
            Verb(start + first, start + last, rows[which])
            for first, last, which in found
            if not _inside(start + first, start + last, heads)
        ]

    def hedges(self, text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
        """Every hedge between two offsets: its span, up to the end of its clause for a condition, and whether it is
        one."""
        found: list[tuple[int, int, bool]] = []
        for first, last, which in self._hedges.find(text[start:end]):
            at, until = start + first, start + last
            if not self._whole[which]:
                found.append((at, until, False))
            elif (clause := _CONDITION.match(text, until, end)) is not None:
                found.append((at, clause.end(), True))
        return found

    def _one_fits(self, text: str, start: int, found: list[Head], heads: list[Head]) -> bool:
        """Whether a verb stands in the clause of a noun that it goes with, or where that only goes on (以及…), in the
        one before."""
        objects, predicates, roles = self._object_roles, self._predicate_roles, self.head_roles
        for first, last, which in heads:
            bit, begin, end = roles[which], first - start, last - start
            for verb_start, verb_end, verb in found:
                if verb_end <= begin:
                    if objects[verb] & bit and begin - verb_end <= GAP:
                        between = text[start + verb_end : first]
                        if "," not in between or _MAY_GO_ON.search(between) is not None:
                            return True
                elif (
                    predicates[verb] & bit
                    and 0 <= verb_start - end <= GAP
                    and "," not in text[last : start + verb_start]
                ):
                    return True
        return False


@lru_cache(maxsize=4)
def rules(packs: Packs) -> Rules:
    """The rules for a set of packs, made once per process."""
    return Rules(packs)
