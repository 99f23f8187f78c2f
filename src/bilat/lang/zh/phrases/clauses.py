"""Documents → the clauses in which they speak of relations, each once, without what the packs know already.

A sentence speaks of relations when it names two countries or organisations, or one of them beside words like 两国, or
holds a phrase of the packs. Names, offices, pairs of countries and known phrases are taken out; what is left between
them and the marks is a clause.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bilat.lang.zh.fold import fold
from bilat.lang.zh.lexicon import Entry, Hit, lexicon
from bilat.lang.zh.phrases.grams import CUT
from bilat.lang.zh.wordings import Countries, wordings
from bilat.model import Document, Span
from bilat.packs import Packs

_T = TypeVar("_T", bound=tuple[Any, ...])

SHORTEST = 4
"""Characters of a wording: two or three make words, not phrases."""

_SENTENCE = re.compile(r"[^。!?;\n]+")
_CLAUSE = re.compile(r"[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]+)*")
_RELATION = re.compile(r"[两三]国|双方|两党|两军|各国|双边|外交|国际社会")
_SIDES = re.compile(r"[两三各]国|双方|各方|两党|两军|我们|他们")


@dataclass(frozen=True, slots=True)
class DiscoveryText:
    """One document to look through: its text, and the stretches of it that are the article's own."""

    document: str
    month: str | None
    publisher: str | None
    text: str
    stretches: tuple[Span, ...]


def discovery_text(doc: Document) -> DiscoveryText:
    """What discovery needs of a document."""
    month = doc.published.day[:7] if doc.published is not None else None
    return DiscoveryText(doc.id, month, doc.publisher, doc.text, tuple(p.span for p in doc.read_for_facts()))


@dataclass(slots=True)
class Clauses:
    """Clauses by number, each text once, with CUT where a known word was taken out beside it.

    `company` tells which stood in a sentence with a phrase of the packs; `told` and `by` are pairs of a clause and the
    document that has it; `first` and `raw` are the place and the words as written where a clause was first met.
    """

    numbers: dict[str, int] = field(default_factory=dict[str, int])
    company: bytearray = field(default_factory=bytearray)
    first: "array[int]" = field(default_factory=lambda: array("I"))
    raw: list[str] = field(default_factory=list[str])
    told: "array[int]" = field(default_factory=lambda: array("I"))
    by: "array[int]" = field(default_factory=lambda: array("I"))
    documents: list[tuple[str, str | None, str | None]] = field(
        default_factory=list[tuple[str, str | None, str | None]]
    )
    """Id, month and publisher."""

    def add(self, clause: str, start: int, raw: str, *, company: bool) -> None:
        """Counts a clause of the last document."""
        number = self.numbers.setdefault(clause, len(self.numbers))
        if number == len(self.company):
            self.company.append(0)
            self.first.append(start)
            self.raw.append(raw)
        self.company[number] |= company
        self.told.append(number)
        self.by.append(len(self.documents) - 1)


def gather(texts: Iterable[DiscoveryText], packs: Packs) -> Clauses:
    """The clauses of all texts."""
    cutter, out = _Cutter(packs), Clauses()
    for text in texts:
        out.documents.append((text.document, text.month, text.publisher))
        for start, end, clause, company in cutter.clauses(text):
            out.add(clause, start, text.text[start:end], company=company)
    return out


class _Cutter:
    """Cuts texts with the words of some packs."""

    def __init__(self, packs: Packs) -> None:
        self._lexicon = lexicon(packs)
        self._wordings = wordings(packs)
        self._runs = Countries(packs).run

    def clauses(self, text: DiscoveryText) -> Iterator[tuple[int, int, str, bool]]:
        """Start and end of each clause, the clause with its CUTs, and whether its sentence holds a known phrase."""
        folded = fold(text.text)
        hits = self._lexicon.find(folded)
        known = [(start, end) for start, end, _ in self._wordings.phrases(folded)]
        for stretch in text.stretches:
            for found in _SENTENCE.finditer(folded, stretch.start, stretch.end):
                here = _within(hits, *found.span())
                phrases = _within(known, *found.span())
                if phrases or _relation(folded, here, *found.span()):
                    cuts = sorted([*phrases, *self._names(folded, here, *found.span())])
                    for start, end, clause in _between(folded, cuts, *found.span()):
                        yield start, end, clause, bool(phrases)

    def _names(self, folded: str, hits: Sequence[Hit], start: int, end: int) -> Iterator[tuple[int, int]]:
        """Names, offices, pairs (中越), sides (中方, 双方)."""
        yield from ((hit.start, hit.end) for hit in hits if _is_name(hit.entry))
        for run in self._runs.finditer(folded, start, end):
            yield run.start(), run.end() + (run.end() - run.start() == 1)
        yield from (sides.span() for sides in _SIDES.finditer(folded, start, end))


def _within(found: Sequence[_T], start: int, end: int) -> Sequence[_T]:
    """Those that begin in a sentence."""
    first = bisect_left(found, start, key=lambda hit: hit[0])
    return found[first : bisect_left(found, end, first, key=lambda hit: hit[0])]


def _relation(folded: str, hits: Sequence[Hit], start: int, end: int) -> bool:
    codes = {actor.code for hit in hits if (actor := hit.entry.country or hit.entry.org) is not None}
    return len(codes) > 1 or (bool(codes) and _RELATION.search(folded, start, end) is not None)


def _is_name(entry: Entry) -> bool:
    return bool(
        entry.country or entry.org or entry.place or entry.person or entry.body or entry.mechanism or entry.office
    )


def _between(folded: str, cuts: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The clauses of a sentence between what is cut out, with a CUT on each side where one adjoins."""
    at = start
    for cut, after in (*cuts, (end, end)):
        for found in _CLAUSE.finditer(folded, at, max(at, cut)):
            if found.end() - found.start() >= SHORTEST:
                left = CUT if found.start() == at and at > start else ""
                right = CUT if found.end() == cut and cut < end else ""
                yield found.start(), found.end(), f"{left}{found.group()}{right}"
        at = max(at, after)
