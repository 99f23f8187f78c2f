"""Mentions of trips: 访问, 对…进行访问, 访华, 抵达, 前往, each with the country it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilat.lang.zh.events.items import BODY, COUNTRY, DATE, PERSON, PLACE, VERB, Item, Row
from bilat.lang.zh.events.place import city_name, country_of

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_NO_TRIP = re.compile(r"^(?:地|团|学者|量|网站|者|权|限|记录|数|人次|客|页面|了?网)")
_INTERVIEW = re.compile(r"(?:接受|专|采|电话|媒体|记者|家|互|受)$")
_HOME = re.compile(r"我国|本国")
_MISSION = re.compile(r"驻|(?:大)?使馆|领事馆|总领馆|企业|公司|银行")
"""赴中国驻越南使馆 leads to no country."""
_TOWARD = re.compile(r"[赴抵访](?:了|问)?$|[将会要]到$")
"""Verbs of one character, read only where a country or city follows."""
_SAME_TRIP = re.compile(
    r"(?:为期|天的|日的|(?<![为因对就])(?:此次|这次|这场|此|该))[^,。;]{0,4}访|访问[^,。;]{0,3}(?:将)?(?:持续|为期|至|到)"
)
_LIST = re.compile(r"(?:、|,?以及|和|及|与|并|同)(?:[^,。;:、]{2,14}所在地)?")
_GOAL = re.compile(
    r"(?:了|过|位于)?(?:[^,。;:、的了与和同向对距]{0,9})|[^,。;:]{2,30}(?:所在地|举办地|举办国|主办国|东道国|主席国)"
)
"""What may stand between a verb and where it leads."""
_CAPITAL = re.compile(r"(?:首都|的首都)?")
_TO = re.compile(r"(?:对|赴|到|抵|往|抵达|前往|来|率团对|在)(?:[^,。;:对在]{0,6})$")
_ONE_CLAUSE = re.compile(r"[^,。;:]{0,14}")
_STOPS = re.compile(r"两国|三国|行程|之行|,|。|$")
_WELCOMED = re.compile(r"[^,。;]{0,6}受到[^,。;]{0,14}?(?:欢迎|迎接|接待|款待)")
"""总统在利雅得受到热烈欢迎: he is there on a visit."""


@dataclass(slots=True)
class Trip:
    """A mention of a trip: where its words stand, the country visited, the city when it is tied to one, and how."""

    start: int
    end: int
    host: str
    name: str
    city: str | None
    how: str


_SENSES = {"visit", "arrive", "travel"}
"""Senses of the verbs of trips."""
_NO_SPOT = re.compile("华|[来到]访|我国|本国|为期|[天日]的|此|这次|这场|该|访问[^,。;]{0,3}(?:将|持续|至|到)")
"""What a verb of travel goes by where no place is named."""
RECEIVE = "接待"
_BEFORE_SPOT = frozenset("赴抵访了问到")
"""The last characters of what `_TOWARD` takes."""


def may_go(ctx: Context, order: int) -> bool:
    """Whether a sentence may tell of a trip or of somebody received, by its words alone."""
    text, sentence = ctx.text, ctx.sentences[order]
    start, end = sentence.start, sentence.end
    spots = [at for at, _, sort in ctx.words[order] if sort.kind in _SPOTS]
    if not ctx.senses[order].isdisjoint(_SENSES) and (spots or _NO_SPOT.search(text, start, end + SAME_TRIP)):
        return True
    for at in spots:
        if text[at - 1] in _BEFORE_SPOT or (text[at - 1] == "在" and text.find("受到", at, end) >= 0):
            return True
    return text.find(RECEIVE, start, end) >= 0 or ctx.rules.short_trip.search(text, start, end) is not None


_SPOTS = {COUNTRY, PLACE, BODY}
SAME_TRIP = 8
"""Characters around 访问 that tell it to be the one told before."""


def trips(ctx: Context, row: Row) -> Iterator[Trip]:
    """The trips that a sentence tells of."""
    text, start = ctx.text, row.sentence.start
    covered: list[tuple[int, int]] = []
    for item in row.items:
        if item.kind != VERB or item.sense not in ("visit", "arrive", "travel"):
            continue
        word = text[item.start : item.end]
        if item.sense == "visit" and (
            _NO_TRIP.match(text[item.end : item.end + 4])
            or _INTERVIEW.search(text[max(start, item.start - 2) : item.start])
        ):
            continue
        found = list(_targets(ctx, row, item, word))
        for trip in found:
            covered.append((trip.start, trip.end))
            yield trip
    for spot in row.items:
        if spot.kind in (COUNTRY, PLACE) and not any(a <= spot.start < b for a, b in covered):
            made = _to_spot(ctx, row, spot)
            if made is not None:
                covered.append((made.start, made.end))
                yield made
    yield from _by_short_form(ctx, row, covered)


def _to_spot(ctx: Context, row: Row, spot: Item) -> Trip | None:
    """赴法国, 抵巴黎, 在巴黎受到热烈欢迎: a place that its neighbours make the goal of a trip."""
    text, start = ctx.text, row.sentence.start
    if spot.start > start and text[spot.start - 1] == "在" and _WELCOMED.match(text, spot.end):
        return _trip(ctx, spot.start - 1, spot.end, spot, "arrive")
    toward = _TOWARD.search(text, max(start, spot.start - 2), spot.start)
    if toward is None or _MISSION.match(text[spot.end : spot.end + 8]) or _in_town(row, text, spot):
        return None
    return _trip(ctx, toward.start(), spot.end, spot, "arrive" if "抵" in toward.group() else "go")


def _by_short_form(ctx: Context, row: Row, covered: list[tuple[int, int]]) -> Iterator[Trip]:
    """访华, 赴越."""
    text, start, end = ctx.text, row.sentence.start, row.sentence.end
    if ctx.rules.short_trip.search(text, start, end) is None:
        return
    for pattern, how in ((ctx.rules.visit_short, "visit"), (ctx.rules.go_short, "go")):
        for m in pattern.finditer(text, start, end):
            if any(a <= m.start() < b for a, b in covered) or _inside_person(row, m.start()):
                continue
            group = m.group(1)
            codes = [ctx.named_short(group)] if group in ctx.rules.short else [ctx.named_short(c) for c in group]
            if len(codes) > 1 and not _STOPS.match(text[m.end() : m.end() + 2]):
                codes = codes[:1]
            for code in codes:
                if code in ctx.rules.usual:
                    yield Trip(
                        m.start(),
                        m.end(),
                        code,
                        ctx.country_name(code),
                        None,
                        "short" if how == "visit" else "go",
                    )


def _inside_person(row: Row, offset: int) -> bool:
    return any(i.kind == PERSON and i.start <= offset < i.end for i in row.items)


def _targets(ctx: Context, row: Row, verb: Item, word: str) -> Iterator[Trip]:
    """The countries a verb of travel goes to: 对 X 进行访问 on its left, 访问 X、Y 和 Z on its right."""
    text = ctx.text
    how = "arrive" if verb.sense == "arrive" else "go" if verb.sense == "travel" else "visit"
    if "华" in word:
        yield Trip(verb.start, verb.end, "CN", ctx.country_name("CN"), None, how)
        return
    spots = [i for i in row.items if i.kind in (COUNTRY, PLACE)]
    right = [i for i in row.items if i.start >= verb.end and (i.kind in (COUNTRY, PLACE) or _seat(i))]
    last = verb.end
    got = False
    for spot in right:
        gap = text[last : spot.start]
        first = not got
        near = _GOAL.fullmatch(gap) if first else _LIST.fullmatch(gap) or _CAPITAL.fullmatch(gap)
        if not near:
            break
        made = _trip(ctx, verb.start, spot.end, spot, how)
        if made is None or _MISSION.match(text[spot.end : spot.end + 8]) or (how == "go" and _in_town(row, text, spot)):
            break
        got = True
        last = spot.end
        yield made
    if got:
        return
    left = [i for i in spots if i.end <= verb.start]
    for spot in reversed(left):
        before = text[max(row.sentence.start, spot.start - 8) : spot.start]
        between = text[spot.end : verb.start]
        toward = _TO.search(before)
        if (
            toward
            and "来访的" not in before
            and "到访的" not in before
            and _ONE_CLAUSE.fullmatch(between)
            and not (before.endswith("在") and how != "visit")
        ):
            made = _trip(ctx, spot.start - 1, verb.end, spot, how)
            if made is not None:
                yield made
                for other in _joined(text, left, spot):
                    more = _trip(ctx, other.start - 1, verb.end, other, how)
                    if more is not None:
                        yield more
            return
        if "," in between:
            break
    home = _HOME.search(text, max(row.sentence.start, verb.start - 12), verb.start)
    if home is not None:
        yield Trip(home.start(), verb.end, "", "", None, "home")
    elif word in ("来访", "到访"):
        yield Trip(verb.start, verb.end, "", "", None, "come")
    elif any(i.kind == DATE for i in row.items) and _SAME_TRIP.search(
        text, max(row.sentence.start, verb.start - SAME_TRIP), verb.end + SAME_TRIP
    ):
        yield Trip(verb.start, verb.end, "", "", None, "same")


def _in_town(row: Row, text: str, spot: Item) -> bool:
    """前往北京天安门广场 is a way through town, no journey: a venue other than an airport follows the city."""
    follower = next((i for i in row.items if i.kind == PLACE and i.start == spot.end), None)
    return (
        follower is not None
        and follower.entry is not None
        and follower.entry.place is not None
        and follower.entry.place.kind == "venue"
        and "机场" not in text[follower.start : follower.end + 4]
    )


def _seat(item: Item) -> bool:
    """访问白宫: a body that is also a house."""
    body = item.entry.body if item.kind == BODY and item.entry is not None else None
    return body is not None and body.kind in ("head_of_state", "parliament") and bool(body.country)


def _joined(text: str, left: list[Item], spot: Item) -> list[Item]:
    """The other countries of a list that ends with `spot`."""
    out: list[Item] = []
    edge = spot
    for item in reversed([i for i in left if i.end <= spot.start]):
        if not _LIST.fullmatch(text[item.end : edge.start]):
            break
        out.append(item)
        edge = item
    return out


def _trip(ctx: Context, start: int, end: int, spot: Item, how: str) -> Trip | None:
    code = country_of(spot)
    if not code:
        return None
    if spot.kind == BODY:
        return Trip(start, end, code, ctx.country_name(code), None, how)
    if spot.kind == PLACE:
        return Trip(start, end, code, ctx.country_name(code), city_name(ctx, spot), how)
    return Trip(start, end, code, ctx.raw[spot.start : spot.end], None, how)
