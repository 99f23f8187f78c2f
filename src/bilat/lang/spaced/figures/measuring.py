"""What a number measures: the measure bound to it behind it, else the one that leads to it. Sentence → levels."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bilat.lang.figures.draft import BARE, COUNT, MONEY, PERCENT
from bilat.lang.spaced.figures.scope import breaks

if TYPE_CHECKING:
    from bilat.lang.figures.draft import Draft
    from bilat.lang.spaced.figures.forms import Forms
    from bilat.lang.spaced.figures.quantity import Quantity
    from bilat.lang.spaced.figures.scope import Scope
    from bilat.lang.spaced.figures.words import Named

FAR = 90
"""Characters back at which a measure still leads to a number."""
_NEAR_SHARE = 48
_CROWD = 100
_FEWEST = {"tourist_arrivals": _CROWD, "passengers": _CROWD, "students": 20, "troops": 20, "migrants": 20,
           "refugees": _CROWD, "jobs": 1000, "population": 1000, "workers_abroad": 20,
           "vaccine_doses": 1000, "aircraft": 5, "ships": 3, "members_count": 3}  # fmt: skip
"""Fewer of these are named or counted in passing, and no statistics."""
_WEIGHED = frozenset({"barrel", "container", "cubic_metre", "kilometre", "kilowatt", "kilowatt_hour", "tonne"})
"""Units that a number never goes without."""


class Links(NamedTuple):
    """What may stand between a number and its measure, compiled."""

    level: re.Pattern[str]
    bound: re.Pattern[str]
    counted: re.Pattern[str]
    compared: re.Pattern[str]
    to_level: re.Pattern[str]
    total: re.Pattern[str]
    respectively: re.Pattern[str]


@lru_cache(maxsize=8)
def links(*sources: str) -> Links:
    """The patterns of some sources, made once."""
    return Links(*(re.compile(source, re.IGNORECASE) for source in sources))


def links_of(forms: Forms) -> Links:
    """The patterns of a language."""
    return links(
        forms.level, forms.bound, forms.counted, forms.compared, forms.to_level, forms.total, forms.respectively
    )


def add_levels(scope: Scope, numbers: list[Quantity]) -> None:
    """Gives each number that is no growth its measure, where it has one, and makes it a draft."""
    pairs = _paired(scope, numbers)
    for at, number in enumerate(numbers):
        if scope.is_none(number.start) or _is_label(scope, number):
            continue
        link = links_of(scope.words.forms)
        if link.compared.search(scope.text, max(scope.line.start, number.start - 40), number.start):
            continue
        share = number.kind == PERCENT and _share_of(scope, number)
        named = share or pairs.get(at) or _measure_of(scope, number)
        if named is None or named is False or scope.is_none(named.start):
            continue
        if number.kind in {COUNT, BARE} and scope.words.no_count.search(scope.text, *scope.clause(number.start)):
            continue
        scope.drafts.append(_level(scope, named, number, share=bool(share)))


def _is_label(scope: Scope, number: Quantity) -> bool:
    """Whether a number names something (Boeing 737, tháng 4) instead of counting it, or is a part of what follows."""
    forms, text = scope.words.forms, scope.text
    if number.kind == BARE and not number.about:
        before = text[max(scope.line.start, number.start - 24) : number.start]
        said = re.search(forms.label, before)
        return said is not None and (said.start() > 0 or not before[:1].isupper() or forms.head_first)
    return False


def _level(scope: Scope, named: Named, number: Quantity, *, share: bool) -> Draft:
    if number.unit == "dose":
        named = named._replace(row=scope.words.measure("vaccine_doses") or named.row)
    draft = scope.draft(named, number.start, number.end)
    draft.value, draft.value_max, draft.unit, draft.about = number.value, number.value_max, number.unit, number.about
    draft.kind = COUNT if number.kind == BARE else number.kind
    if draft.kind in {MONEY, COUNT} and "change" in named.row.takes and named.row.measure != "funding":
        words = scope.words
        moved = words.moved_by.search(scope.text, max(scope.line.start, number.start - 64), number.start)
        if moved is not None:
            draft.measure += "_decrease" if moved["verb"].lower() in words.falls else "_increase"
    if draft.kind == COUNT:
        draft.unit = _unit(named, number)
    if share:
        draft.measure += "_share"
    return draft


def _unit(named: Named, number: Quantity) -> str | None:
    units = named.row.units
    if number.unit is not None and (number.unit in units or not units):
        return number.unit
    return next((unit for unit in units if unit != "item"), number.unit)


def _measure_of(scope: Scope, number: Quantity) -> Named | None:
    link, text = links_of(scope.words.forms), scope.text
    fits = [hit for hit in scope.named if _takes(hit, number)]
    if not fits:
        return None
    _, end = scope.clause(number.end - 1)
    pattern = link.counted if number.kind in {COUNT, BARE} else link.bound
    behind = next(
        (
            h
            for h in fits
            if number.start < h.start < number.end
            or (h.start >= number.end and h.end <= end and pattern.fullmatch(text, number.end, h.start))
        ),
        None,
    )
    if behind is None and number.kind == MONEY:
        behind = _behind_list(scope, number, fits)
    if number.kind == PERCENT and _is_part(scope, number, behind):
        return None
    before = [h for h in scope.named if h.end <= number.start and _is_free(scope, h, number)]
    named = [h for h in before if h.row.measure != "funding"]
    lead = _lead(scope, named, number, fits) or _lead(scope, before, number, fits)
    if number.unit == "country" and behind is None and not _ends(scope, number):
        return None
    if number.kind == BARE and behind is None and (number.value < _CROWD or not _ends(scope, number)):
        return None
    if behind is not None and lead is not None and behind.row.measure == "funding" != lead.row.measure:
        return lead
    if behind is not None and (lead is None or (number.start - lead.end > 0 and _binds_more(text, number, behind))):
        return behind
    return lead


def _lead(scope: Scope, before: list[Named], number: Quantity, fits: list[Named]) -> Named | None:
    """The last measure before a number, where it leads to it."""
    lead = before[-1] if before and before[-1] in fits else None
    return lead if lead is not None and _leads(scope, lead, number, links_of(scope.words.forms)) else None


def _behind_list(scope: Scope, number: Quantity, fits: list[Named]) -> Named | None:
    """What ends a list of what a sum is given in: `$5 million in tents, blankets and other humanitarian aid`."""
    pattern = breaks(scope.words.forms.bound_list)
    near = (h for h in fits if 0 < h.start - number.end < FAR)
    return next((h for h in near if pattern.fullmatch(scope.text, number.end, h.start)), None)


def _is_part(scope: Scope, number: Quantity, behind: Named | None) -> bool:
    """Whether a percentage is a part of what is named behind it: `99 percent of goods`."""
    if "gdp" in scope.small[number.end : number.end + len(" of its GDP")]:
        return False
    if scope.text.startswith(" of ", number.end):
        return True
    return behind is None and any(h.start - number.end == 1 and "money" in h.row.takes for h in scope.named)


def _ends(scope: Scope, number: Quantity) -> bool:
    """Whether nothing that is counted stands right behind a number."""
    return breaks(scope.words.forms.ended).match(scope.text, number.end, scope.line.end) is not None


def _binds_more(text: str, number: Quantity, behind: Named) -> bool:
    """Whether what stands behind a number is closer to it than what leads to it: `reached $3 billion in aid`."""
    return behind.start - number.end <= len(" in ") + 24 and text[number.end : behind.start].strip() not in {
        "to",
        "for",
    }


def _leads(scope: Scope, named: Named, number: Quantity, link: Links) -> bool:
    gap = number.start - named.end
    if gap > FAR:
        return False
    start, _ = scope.clause(number.start)
    if named.start < start and sum(named.end <= cut < number.start for cut, _ in scope.cuts) > 2:
        return False
    return link.level.search(scope.text[named.end : number.start]) is not None


def _is_free(scope: Scope, named: Named, number: Quantity) -> bool:
    """Whether no other number of the kind stands between a measure and a number."""
    link = links_of(scope.words.forms)
    return not any(
        named.end <= q.start < number.start
        and q.kind == number.kind
        and link.to_level.search(scope.text, q.end, number.start) is None
        for q in scope.numbers
    )


def _takes(hit: Named, number: Quantity) -> bool:
    takes, kind = hit.row.takes, number.kind
    if kind in {MONEY, PERCENT}:
        return kind in takes
    if "count" not in takes or number.value < _FEWEST.get(hit.row.measure, 0):
        return False
    if kind == BARE:
        return not hit.row.units or hit.row.units[0] not in _WEIGHED
    return number.unit in hit.row.units


def _share_of(scope: Scope, number: Quantity) -> Named | None:
    """What a percentage is said to be a share of: `accounted for 30 percent of exports`."""
    words, text = scope.words, scope.text
    start, end = scope.clause(number.start)
    said = None
    for said in words.share.finditer(text, max(start, number.start - _NEAR_SHARE), number.start):  # noqa: B007
        pass
    if said is None:
        return None
    had = [h for h in scope.named if {"money", "count"} & set(h.row.takes) and h.end <= end]
    behind = [h for h in had if h.start >= number.end and h.start - number.end <= _NEAR_SHARE]
    if behind:
        return behind[0]
    before = [h for h in had if start <= h.start and h.end <= said.start()]
    return before[-1] if before else None


def _paired(scope: Scope, numbers: list[Quantity]) -> dict[int, Named]:
    """`exports and imports reached x and y respectively`: the i-th number measures the i-th that is named."""
    said = links_of(scope.words.forms).respectively.search(scope.text, scope.line.start, scope.line.end)
    if said is None:
        return {}
    money = [at for at, q in enumerate(numbers) if q.kind in {MONEY, PERCENT}]
    if len(money) < 2:
        return {}
    hits = [h for h in scope.named if h.end <= numbers[money[0]].start and _takes(h, numbers[money[0]])][-len(money) :]
    return dict(zip(money, hits, strict=True)) if len(hits) == len(money) else {}
