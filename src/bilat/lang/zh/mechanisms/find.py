"""Where a document names mechanisms: words of the packs, and names made of two countries and a kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick
from msgspec import Struct

from bilat.lang.zh.events.items import TALK_TAIL
from bilat.lang.zh.mechanisms.names import JOINS, ORDINAL
from bilat.lang.zh.numbers import read_ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.lexicon import Hit
    from bilat.lang.zh.mechanisms.names import Names
    from bilat.packs.rows import Mechanism

KINDS = frozenset({"commission", "congress", "dialogue", "forum", "summit"})
"""Kinds of the packs that are mechanisms; games and fairs are none."""
_LEFT = 12
"""How far before a name the number of its session may begin: 第二十五次“…."""
_RIGHT = 14
_NUMBER_LEFT = re.compile(rf"(?:{ORDINAL.pattern})[“\"《]?$")
_NUMBER_RIGHT = re.compile(
    rf"[”\"》]?(?:\([^()]{{1,12}}\))?(?P<n>{ORDINAL.pattern})(?:[^,。;:、的]{{0,6}}?(?:会议|会晤|峰会|会谈|对话|磋商|论坛|全会))?"
)
_BODIES = [
    *("委员会", "联委会", "混委会", "高委会", "指委会", "理事会", "工作组", "论坛", "边界谈判"),
    *("磋商机制", "对话机制", "合作机制", "会晤机制"),
    *("战略对话", "经济对话", "安全对话", "政策对话", "人权对话", "防务对话", "外交对话", "高级别对话", "财金对话"),
    *("战略磋商", "政治磋商", "外交磋商", "领事磋商", "安全磋商"),
]
"""Kinds of standing bodies and talks."""
_NUMBERS = ["第", "首次", "首届", "首轮"]
_BOTHS = ["两党", "两国", "两军"]
_MARKS = CharwiseDoubleArrayAhoCorasick([*_BODIES, *_NUMBERS, *_BOTHS], MATCH_KIND_LEFTMOST_LONGEST)
_MEETING = r"会议|会晤|会谈|峰会|研讨会|对话|磋商|谈判"
_NUMBERED = re.compile(rf"(?:{ORDINAL.pattern})[^,。;:、的\s]{{0,10}}?(?:{_MEETING})")
_BOTH = re.compile(rf"两[党国军](?P<rest>[^,。;:、\s]{{0,14}}?(?:{'|'.join(_BODIES)}|{_MEETING}))")
LONGEST_SENTENCE = 500
"""Characters of the longest sentence whose names are read."""
LONGEST = 28
"""Characters between the two countries and the end of the name."""
_REST = re.compile(r"[^,。;:、的了将把被向对在于\s()《》!?]{0,28}")
_NO_NAME = re.compile(
    r"[都该每各]|[0-9]日|(?:恢复|意愿|参加|原有|现有|多个|相关|系列|机制性|希望|继续|重启|启动|提议|讨论|举行|召开|出席|主持|会见|访问"
    r"|表示|签署|加强|建立|设立|成立|推动|两国|双方|关系|领导人|今天|昨天)"
)
"""What no name of a mechanism holds between its countries and its kind: verbs, and words of a list."""
_NOBODY = re.compile(r"[长员]|主席|委员|成员")


class Naming(Struct, frozen=True, gc=False):
    """One place: the whole span with its number, the name without it as a span of the folded text, and the number;
    `row` is the mechanism of the packs where it is known already."""

    start: int
    end: int
    name: tuple[int, int]
    ordinal: int | None
    row: Mechanism | None = None


def namings(analysis: Analysis, names: Names, named: frozenset[str]) -> list[Naming]:
    """Every place of a document that names a mechanism, in order. `named` are the countries that the document names in
    full; short forms of others make no name."""
    text = analysis.text
    found = [_known(text, sentence, hit) for sentence, hit in analysis.named.mechanisms]
    kept = [naming for naming in found if naming is not None]
    if len(named) > 1:
        kept += _by_rule(analysis, names, named, list(kept))
        kept.sort(key=lambda n: (n.start, n.end))
    return kept


def _known(text: str, sentence: Sentence, hit: Hit) -> Naming | None:
    row = hit.entry.mechanism
    if row is None or row.kind not in KINDS:
        return None
    start, end, ordinal = _with_number(text, sentence, hit.start, hit.end)
    if ordinal is None and TALK_TAIL.search(hit.entry.text):
        return None
    return Naming(start, end, (hit.start, hit.end), ordinal, row)


def _with_number(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int, int | None]:
    """The span of a name with the number of its session before or after it, and that number."""
    low = max(sentence.start, start - _LEFT)
    right = _NUMBER_RIGHT.match(text, end, min(sentence.end, end + LONGEST))
    if right is not None:
        return start, right.end(), read_ordinal(right["n"])
    left = _NUMBER_LEFT.search(text[low:start])
    if left is not None:
        return low + left.start(), end, read_ordinal(left.group())
    return start, end, None


class _End(Struct, frozen=True, gc=False):
    """Where a name may end: `start` of the kind (论坛), or of the number (第二次会晤) with its reading."""

    start: int
    end: int
    number: int | None = None


def _by_rule(analysis: Analysis, names: Names, named: frozenset[str], taken: list[Naming]) -> Iterator[Naming]:
    """Names of two or more countries with a kind behind them that the packs do not list."""
    text, sentences = analysis.text, analysis.sentences
    last = 0
    ends, boths = _ends(text)
    starts, known = [s.start for s in sentences] if ends else [], [naming.start for naming in taken]
    for end in ends:
        at, before = bisect_right(starts, end.start) - 1, bisect_right(known, end.end - 1) - 1
        if at < 0 or end.end > sentences[at].end or end.start < last or _NOBODY.match(text, end.end):
            continue
        if (before >= 0 and taken[before].end > end.start) or _longest(sentences[at]):
            continue
        naming = _between(text, sentences[at], end, names, named)
        if naming is not None:
            last = naming.end
            yield naming
    yield from _of_boths(analysis, boths, names)


def _longest(sentence: Sentence) -> bool:
    """Whether a sentence is a list, or text without its marks."""
    return sentence.end - sentence.start > LONGEST_SENTENCE


def _ends(text: str) -> tuple[list[_End], list[int]]:
    """Every place where a name may end, at a kind of body or at a meeting with a number right before it, in order; and
    every place of 两国, 两党 and 两军."""
    ends: list[_End] = []
    boths: list[int] = []
    for start, end, which in _MARKS.find(text):
        if which < len(_BODIES):
            ends.append(_End(start, end))
        elif which >= len(_BODIES) + len(_NUMBERS):
            boths.append(start)
        elif (meeting := _NUMBERED.match(text, start)) is not None:
            ends.append(_End(start, meeting.end(), read_ordinal(meeting.group())))
    return ends, boths


def _of_boths(analysis: Analysis, boths: list[int], names: Names) -> Iterator[Naming]:
    """两党理论研讨会: the packs' mechanisms of that name between the two countries the document names most."""
    text, pair = analysis.text, None
    for at in boths:
        found = _BOTH.match(text, at)
        if found is None:
            continue
        if pair is None:
            pair = frozenset(code for code, _ in Counter(analysis.named.countries).most_common(2))
        row = names.of_sides(pair, found.group()) or names.of_sides(pair, found["rest"])
        sentence = analysis.sentence_at(at) if row is not None else None
        if sentence is not None and found.end() <= sentence.end:
            first, last, ordinal = _with_number(text, sentence, at, found.end())
            yield Naming(first, last, (at, found.end()), ordinal, row)


def _between(text: str, sentence: Sentence, found: _End, names: Names, named: frozenset[str]) -> Naming | None:
    """The name that ends with a kind and begins with two countries or more."""
    low = max(sentence.start, found.start - LONGEST)
    for start, end in _pairs(text, sentence, low, found.start, names, named):
        rest = _REST.match(text, end, found.start)
        if rest is None or rest.end() != found.start or _NO_NAME.search(rest.group()):
            continue
        inside = (h.entry for h in sentence.hits if end <= h.start < rest.end())
        if any(entry.person is not None or entry.place is not None for entry in inside):
            continue
        if found.number is not None:
            return Naming(start, found.end, (start, found.end), found.number)
        first, last, ordinal = _with_number(text, sentence, start, found.end)
        return Naming(first, last, (start, found.end), ordinal)
    return None


def _pairs(
    text: str, sentence: Sentence, low: int, high: int, names: Names, named: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Spans of two or more countries side by side between two offsets."""
    actors = [h for h in sentence.hits if low <= h.start and h.end <= high and (h.entry.country or h.entry.org)]
    for a, b in pairwise(actors):
        if a.end == b.start or (b.start - a.end == 1 and text[a.end] in JOINS):
            yield a.start, b.end
    for run in names.run.finditer(text, low, high):
        if any(h.start < run.end() and run.start() < h.end for h in sentence.hits):
            continue
        if all(any(code in named for code in names.short[form]) for form in run.group()):
            yield run.start(), run.end()
