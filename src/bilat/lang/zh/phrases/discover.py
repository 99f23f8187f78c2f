"""Many documents → wordings that recur where relations are spoken of and stand in no pack, for a person to accept.

The statistic and its constants are told in docs/phrases.md.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from daachorse import MATCH_KIND_STANDARD, CharwiseDoubleArrayAhoCorasick

from bilat.lang.zh.phrases.clauses import SHORTEST, Clauses, DiscoveryText, discovery_text, gather
from bilat.lang.zh.phrases.grams import CUT, END, cohesion, entropy, free, recurring
from bilat.model import Evidence, Span
from bilat.model.wording import Wording
from bilat.packs import Packs

__all__ = ["DiscoveryText", "discover", "discovery_text"]

LONGEST = 16
"""Characters of a wording; the packs' own, lists aside, are no longer."""
EXTENDED = 0.6
"""A wording that one neighbour extends more often than this is a piece of a longer one."""
COHESION = 5.0
"""Bits: a looser cut than this is chance, or grammar."""
BRANCHING = 2.0
"""Bits on both sides: as much as four neighbours equally often."""
MONTHS = 3
"""The wording of one event lives shorter."""

_EDGES = frozenset(
    "的了和与及在是将对同为有以也都就而或并等于由从被把让使向至到个这那其之所一不很更最我他们您你月日年时、"
)
"""What begins or ends no phrase: particles, and words that join."""


@dataclass(slots=True)
class _Seen:
    """Where one wording stands: its clauses, what stands on both sides of it, and how often nothing does."""

    clauses: list[int] = field(default_factory=list[int])
    left: Counter[str] = field(default_factory=Counter[str])
    right: Counter[str] = field(default_factory=Counter[str])
    opens: int = 0
    closes: int = 0

    def note(self, number: int, before: str, after: str) -> None:
        """One place more."""
        if not self.clauses or self.clauses[-1] != number:
            self.clauses.append(number)
        if before:
            self.left[before] += 1
        else:
            self.opens += 1
        if after:
            self.right[after] += 1
        else:
            self.closes += 1

    def branching(self) -> float:
        """The smaller branching entropy of the two sides; each edge of a clause is a neighbour of its own."""
        sides = ((self.left, self.opens), (self.right, self.closes))
        return min(entropy([*side.values(), *[1] * edges]) for side, edges in sides)

    def closing(self) -> float:
        """How often a clause ends with the wording, or it stands before 的: a phrase is whole, a verb wants more."""
        return (self.closes + self.right["的"]) / (self.closes + self.right.total())


def discover(texts: Iterable[DiscoveryText], packs: Packs, *, least: int = 8, limit: int = 200) -> list[Wording]:
    """The wordings of no pack that recur in at least `least` different clauses, the best `limit` of them.

    The same texts in the same order give the same list.
    """
    clauses = gather(texts, packs)
    text = END.join(clauses.numbers)
    counts = recurring(text, least, LONGEST)
    total = max(len(text), 1)
    tight = {
        gram: bits
        for gram in sorted(free(counts, EXTENDED))
        if len(gram) >= SHORTEST and gram[0] not in _EDGES and gram[-1] not in _EDGES
        if (bits := cohesion(gram, counts, total)) >= COHESION
    }
    found = list(_candidates(tight, clauses))
    return sorted(found, key=lambda one: (-one.score, one.wording))[:limit]


def _candidates(tight: dict[str, float], clauses: Clauses) -> Iterator[Wording]:
    texts = list(clauses.numbers)
    documents = _documents(clauses)
    for gram, seen in _see(list(tight), texts).items():
        if seen.branching() < BRANCHING:
            continue
        tellers = {by for number in seen.clauses for by in documents[number]}
        months = {month for by in tellers if (month := clauses.documents[by][1]) is not None}
        if len(months) < MONTHS:
            continue
        company = sum(clauses.company[number] for number in seen.clauses) / len(seen.clauses)
        score = math.log2(1 + len(tellers)) * tight[gram] * company * seen.closing()
        publishers = {clauses.documents[by][2] for by in tellers} - {None}
        first = seen.clauses[0]
        at = texts[first].lstrip(CUT).index(gram)
        example = Evidence(
            clauses.documents[documents[first][0]][0],
            Span(clauses.first[first] + at, clauses.first[first] + at + len(gram)),
            clauses.raw[first][at : at + len(gram)],
        )
        yield Wording(gram, len(tellers), len(months), len(publishers), round(score, 3), example)


def _see(grams: list[str], texts: list[str]) -> dict[str, _Seen]:
    """Every place of the wordings in the clauses."""
    seen = {gram: _Seen() for gram in grams}
    if not grams:
        return seen
    automaton = CharwiseDoubleArrayAhoCorasick(grams, MATCH_KIND_STANDARD)
    for number, clause in enumerate(texts):
        for start, end, which in automaton.find_overlapping(clause):
            seen[grams[which]].note(number, clause[start - 1 : start], clause[end : end + 1])
    return seen


def _documents(clauses: Clauses) -> list[list[int]]:
    """For each clause, the documents that have it."""
    documents: list[list[int]] = [[] for _ in clauses.company]
    for number, by in zip(clauses.told, clauses.by, strict=True):
        documents[number].append(by)
    return documents
