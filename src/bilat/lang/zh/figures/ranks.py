"""Places in an order: 第六大贸易伙伴, 最大出口市场, 位居第四. Named measures of a sentence → Ranks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bilat.lang.zh.numbers import chinese_to_int

if TYPE_CHECKING:
    from bilat.lang.zh.figures.parties import Place
    from bilat.lang.zh.figures.rules import Named

_N = "[一二三四五六七八九十]{1,3}|[0-9]{1,3}"
_BIG = re.compile(
    rf"(?:第[ ]?(?P<n>{_N})|(?P<most>最|头号|首))(?:大|重要|主要)的?"
    r"(?P<mid>[^,。;、和及与大两几0-9一二三四五六七八九十]{0,10})$"
)
_LOOK_BACK = 18
_NOT_THE = re.compile(r"(?:之一|以外|外[,的])")
_LINK = re.compile(r"[ ]?(?:、|和|及|与|以及|,|暨|兼)[ ]?")
_STANDS = re.compile(
    rf"(?:位居|排名|名列|位列|排在|居|列|排)(?P<where>[^,。;第0-9]{{0,8}})第[ ]?(?P<n>{_N})(?:位|名)?(?!大|[次届期季])"
)
_THEN = re.compile(r"[ ]?(?:就?是|为|:|——)")
_AMONG = re.compile(r",[ ]?其中[^,。;]{0,4}$")
_REACH = 22
"""How far before 最大 its owner may be named."""


class Rank(NamedTuple):
    """A rank at `start`:`end` of something named, with its countries."""

    start: int
    end: int
    rank: int
    named: Named
    of: str | None
    partner: str | None
    within: str | None


def find_ranks(text: str, start: int, end: int, named: list[Named], places: list[Place]) -> list[Rank]:
    """The ranks of a sentence that have a country of their own."""
    out: list[Rank] = []
    last: tuple[int, int, int] | None = None
    for hit in named:
        if "rank" not in hit.row.takes:
            continue
        m = _BIG.search(text, max(start, hit.start - _LOOK_BACK), hit.start)
        if m is not None:
            rank = chinese_to_int(m["n"]) if m["n"] else 1
            opening = m.start()
        elif last is not None and _LINK.fullmatch(text, last[1], hit.start):
            rank, opening = last[2], last[0]
        else:
            continue
        if rank is None or not 0 < rank <= 300 or _NOT_THE.match(text, hit.end, end):
            continue
        last = (opening, hit.end, rank)
        found = _parties(text, opening, hit, places, end)
        if found is not None:
            out.append(Rank(opening, hit.end, rank, hit, *found))
    return out


def _parties(
    text: str, opening: int, hit: Named, places: list[Place], end: int
) -> tuple[str | None, str | None, str | None] | None:
    before = [p for p in places if p.end <= opening]
    within = None
    if before and text[before[-1].start - 1] in "在于" and len(before) > 1 and opening - before[-1].end < _REACH:
        within = before.pop().code
    if hit.row.sides == "own":
        named = next((p for p in places if p.start == hit.end), None)
        if named is not None:
            return named.code, None, within
        of = before[-1].code if before and opening - before[-1].end < 2 * _REACH else None
        return (of, None, within) if of is not None else None
    if not before:
        return None
    owner = before[-1]
    before = [p for p in before if text[p.start - 1] not in "在于" or p is owner]
    apart = "," in text[owner.end : opening] and _AMONG.search(text, owner.end, opening) is None
    if opening - owner.end > _REACH or apart:
        return None
    subject = next((p for p in reversed(before[:-1]) if p.code != owner.code), None)
    if subject is None:
        after = [p for p in places if p.start >= hit.end]
        if after and _THEN.match(text, hit.end, end) and after[0].start - hit.end < _REACH:
            subject = after[0]
    return owner.code, subject.code if subject is not None else None, within


def standing(text: str, start: int, end: int) -> tuple[int, int] | None:
    """排名第六, 位居世界第二: where it stands, and the rank."""
    m = _STANDS.search(text, start, end)
    rank = chinese_to_int(m["n"]) if m is not None else None
    return (m.start(), rank) if m is not None and rank is not None and 0 < rank <= 300 else None
