"""Where a contact took place, as its sentence says: the city as written, else the country.

A venue stands for its city, a region for its country; what the sentence does not say is left to the visit that the
contact belongs to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from bilat.lang.zh.events.items import BODY, COUNTRY, PLACE, Item, Row

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context
    from bilat.packs.rows import Place

_SPOTS = {PLACE, COUNTRY, BODY}
_AT = re.compile(r"(?:在|于|到|抵达?|飞抵|访问|赴|前往)(?:[^,。;:、同与跟]{0,12})$")
_IN = re.compile(r"(?:在|于)(?:[^,。;:、“”的同与和跟对向]{0,6}|[^,。;:、“”的同与和跟对向]{0,9}首都)$")
_BETWEEN = re.compile(r"[^,。;]{0,12}?(?:之间|问题|事务|议题|立场|方面)")
"""在甲国和乙国之间调停: no place."""
_BEFORE = re.compile("的?(?:前夕|之?前),")
"""在客人抵达首都的前夕, somebody else met elsewhere."""
_THERE = re.compile(r"在(?:那里|当地|那儿|该市|此间|这里)")
_SEEN = re.compile(r"(?:参观|考察|走访|参访|游览)(?:了)?[^,。;]{0,4}$")
_JING = re.compile(r"京(?<=[在抵来于]京)(?![都剧广津沪杭畿畿东])")


def city_name(ctx: Context, item: Item) -> str | None:
    """The name to report for a place item: itself for a city, the city of a venue, None for a region."""
    place = item.entry.place if item.entry else None
    if place is None:
        return None
    if place.kind == "city":
        name = ctx.raw[item.start : item.end]
        return name[:-1] if name.endswith("市") and len(name) > 2 else name
    if place.kind == "venue" and place.city and _stands_for_its_city(place):
        at = ctx.text.find(place.city)
        return ctx.raw[at : at + len(place.city)] if at >= 0 else place.city
    return None


def _stands_for_its_city(place: Place) -> bool:
    """The codebook reads 人民大会堂, 钓鱼台国宾馆, 中南海 as 北京; other venues that name no city give the country."""
    return place.city == "北京" or place.city in place.name


def country_of(item: Item) -> str | None:
    """The country a place or country item lies in."""
    if item.entry is None:
        return None
    if item.entry.place is not None:
        return item.entry.place.country or None
    if item.entry.country is not None:
        return item.entry.country.code
    if item.entry.body is not None:
        return item.entry.body.country or None
    return None


def place_of(ctx: Context, row: Row, first: int, verb: int, end: int) -> str | None:
    """The place told for a verb at `verb`:`end` whose clause starts at `first`; None when the sentence tells none."""
    clause = bisect_left(row.commas, verb)
    spots = [i for i in row.items if i.kind in _SPOTS and i.clause <= clause]
    here = [i for i in spots if i.clause == clause]
    before_verb = [i for i in here if i.start < verb]
    country: str | None = None
    for item in [*before_verb[::-1], *here[len(before_verb) :], *spots[: len(spots) - len(here)][::-1]]:
        before = ctx.text[max(row.sentence.start, item.start - 16) : item.start]
        if item.kind == PLACE:
            if not (_AT.search(before) if item.start < verb else _IN.search(before) or _SEEN.search(before)):
                continue
            if item.clause != clause and _BEFORE.match(ctx.text, item.end):
                continue
            name = city_name(ctx, item)
            if name is not None:
                return name
            if country is None and item.entry and item.entry.place and item.entry.place.country:
                country = ctx.country_name(item.entry.place.country)
        elif (
            country is None
            and item.actor
            and item.actor.country
            and _IN.search(before)
            and not _BETWEEN.match(ctx.text[item.end : item.end + 16])
            and (item.kind == COUNTRY or (item.start < verb and item.entry is not None and item.entry.body is not None))
        ):
            country = ctx.country_name(item.actor.country)
    if country is None and _THERE.search(ctx.text, first, verb):
        earlier = [i for i in row.items if i.kind == PLACE and i.end <= verb]
        if earlier:
            return city_name(ctx, earlier[-1])
    jing = _JING.search(ctx.text, row.sentence.start, row.sentence.end)
    if jing and jing.start() < end + 4:
        return "北京"
    return country
