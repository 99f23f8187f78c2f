"""Of whom, and with whom: which of a sentence's countries a figure belongs to. Draft and places → `of`, `with`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from bilat.lang.figures.draft import Draft
    from bilat.lang.zh.figures.parties import Place

_LINK = re.compile(r"(?:[和与同及对、-]|—)[^,。;、的]{0,2}")
_ENUMERATED = re.compile(r"[ ]?(?:、|和|及|与|以及)[ ]?[对向从]?")
_BOTH = re.compile("双边|两国|双方|两地|两军|双向")
_RIGHT_BEFORE = re.compile(r"(?:赴\w|访\w|来\w|的)?")
_COUNTED = re.compile(r"(?:游客|旅客)?(?:为|约|达|有|[ (])*")
_FOREIGN = re.compile("国际|外国|外籍|入境|海外")
"""What makes the country before 游客 the one they come to."""
_IMPORTS = re.compile(r"[^,。;]{0,6}(?:进口|购买|采购)(?:了|的)?")
"""Between who buys and whose goods: 甲国进口乙国原油."""
_BOTH_BACK, _AFTER_REACH, _OWN_REACH = 6, 30, 20
"""Characters before a measure for 双边, and after a number for its countries."""


Pair = tuple[str, str]


class _Around(NamedTuple):
    """A draft with the countries around it: `before` are those that stand before its number and its measure, which is
    named at `start`:`end`."""

    text: str
    draft: Draft
    places: list[Place]
    before: list[Place]
    start: int
    end: int
    begin: int
    """Where the sentence begins."""


def set_sides(text: str, draft: Draft, places: list[Place], begin: int, pair: Callable[[], Pair | None]) -> None:
    """Fills `of` and `partner` of a draft from the countries of its sentence; `pair` looks for the two named before."""
    if draft.of is not None:
        return
    start, end = draft.parts
    before = [p for p in places if p.end <= max(start, draft.at)]
    around = _Around(text, draft, places, before, start, end, begin)
    if draft.told is not None:
        _as_told(around, draft.told)
        return
    _READ[draft.row.sides](around)
    both = draft.row.sides in {"outward", "pair"} and draft.partner is None
    reach = begin if draft.row.sides == "pair" and draft.of is None else max(begin, start - _BOTH_BACK)
    if both and _BOTH.search(text, reach, max(end, draft.at)):
        last = pair()
        if last is not None and (draft.of is None or draft.of in last):
            draft.of, draft.partner = last
    if draft.partner == draft.of:
        draft.partner = None


def set_listed(text: str, drafts: list[Draft], places: list[Place]) -> None:
    """对甲国、乙国和丙国出口分别为x、y和z: the i-th number belongs to the i-th country."""
    for row in sorted({d.list_row for d in drafts if d.list_row}):
        group = [d for d in drafts if d.list_row == row]
        told = text.rfind("分别", places[0].start, group[0].at) if places else -1
        listed = [p for p in places if p.end <= told][-len(group) :]
        if not len(listed) == len(group) > 1 or len({d.measure for d in group}) > 1:
            continue
        if all(_ENUMERATED.fullmatch(text, a.end, b.start) for a, b in pairwise(listed)):
            _spread(group, listed, next((p for p in reversed(places) if p.end <= listed[0].start), None))


def linked(text: str, places: list[Place]) -> list[tuple[str, str]]:
    """Countries named as two: 中越, 俄罗斯和中国, 甲国与乙国."""
    return [
        (a.code, b.code)
        for a, b in pairwise(places)
        if a.code != b.code and ((a.pair and a.pair == b.pair) or _LINK.fullmatch(text, a.end, b.start))
    ]


def _spread(group: list[Draft], listed: list[Place], subject: Place | None) -> None:
    alone = group[0].row.sides == "own" or (subject is None and not listed[0].role and group[0].row.sides != "inward")
    for draft, place in zip(group, listed, strict=True):
        if alone:
            draft.of, draft.partner = place.code, None
        else:
            draft.of, draft.partner = subject.code if subject is not None else draft.of, place.code


def _as_told(around: _Around, told: Draft) -> None:
    """乙国39万人 after the visitors of 甲国: the same host, another partner."""
    draft = around.draft
    beside = next((p for p in reversed(around.before) if _COUNTED.fullmatch(around.text, p.end, draft.at)), None)
    draft.of = told.of
    draft.partner = told.partner if beside is None else beside.code
    if beside is not None and (draft.row.sides == "own" or draft.partner == draft.of):
        draft.of, draft.partner = beside.code, told.partner


def _pair(around: _Around) -> None:
    pairs = linked(around.text, around.before)
    if pairs:
        around.draft.of, around.draft.partner = pairs[-1]
    else:
        _outward(around)


def _outward(around: _Around) -> None:
    """From the subject to what a preposition sets beside it: 甲国对乙国出口."""
    text, draft = around.text, around.draft
    clause = text.rfind(",", around.begin, around.start) + 1
    reach = max(around.end, draft.at + _AFTER_REACH)
    others = [p for p in around.places if p.role and p.start < reach]
    near = [p for p in others if p.start >= clause] or others
    draft.partner = min(near, key=lambda p: abs(p.start - around.start)).code if near else None
    subjects = [p for p in around.before if not p.role]
    subjects = [p for p in subjects if not p.weak] or subjects
    subjects = [p for p in subjects if p.code != draft.partner] or subjects
    draft.of = subjects[-1].code if subjects else None
    if len(subjects) > 1 and _IMPORTS.fullmatch(text, subjects[-2].end, subjects[-1].start):
        draft.of, draft.partner = subjects[-2].code, subjects[-1].code
    if draft.partner is None and "partner_after" in draft.row.traits:
        draft.partner = next((p.code for p in around.places if 0 <= p.start - around.end < len("美国的")), None)
    if draft.partner is None:
        pairs = linked(text, around.before)
        if pairs and draft.of in pairs[-1] and (draft.row.sides == "pair" or draft.of == pairs[-1][1]):
            draft.of, draft.partner = pairs[-1]


def _inward(around: _Around) -> None:
    """Of the host, with where they come from: 访日的韩国游客."""
    text, draft = around.text, around.draft
    hosts = [p for p in around.places if p.role == "to" and p.end <= max(draft.at, around.end)]
    plain = [p for p in around.before if p.role != "to"]
    origin = next((p for p in reversed(plain) if _comes_from(around, p)), None)
    if hosts:
        draft.of = hosts[-1].code
        draft.partner = origin.code if origin is not None else None
    elif origin is not None and (text[origin.end : around.start] != "的" or len(plain) > 1):
        draft.partner = origin.code
        draft.of = next((p.code for p in reversed(plain) if p.code != origin.code and p.end <= origin.start), None)
    elif plain:
        draft.of = plain[-1].code


def _comes_from(around: _Around, place: Place) -> bool:
    foreign = _FOREIGN.match(around.text, around.start) is not None
    return (
        place.role == "from"
        or (not foreign and _RIGHT_BEFORE.fullmatch(around.text, place.end, around.start) is not None)
        or _COUNTED.fullmatch(around.text, place.end, around.draft.at) is not None
    )


def _own(around: _Around) -> None:
    """One country alone: the one named last before it, else right after it."""
    plain = [p for p in around.before if not p.role]
    strong = [p for p in plain if not p.weak] or plain or around.before
    if strong:
        around.draft.of = strong[-1].code
    elif around.places and around.places[0].start < around.draft.at + _OWN_REACH:
        around.draft.of = around.places[0].code


_READ = {"inward": _inward, "outward": _outward, "own": _own, "pair": _pair}
