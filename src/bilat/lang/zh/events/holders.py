"""Offices that stand for their holders: 美韩外长, 来自加拿大、法国和英国的国防部长."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilat.lang.zh.events.items import Actor, Item, Row
from bilat.lang.zh.fold import fold

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_COUNTERPARTS = re.compile(r"^(?:等国)?(?:的)?(?:同行|防长|外长|国防部长|外交部长|领导人|对应官员|财长|总统|总理|元首)")


def counterparts(ctx: Context, row: Row, verb: int) -> list[Actor]:
    """与来自加拿大、法国和英国的国防部长通话: the countries stand for their unnamed ministers."""
    spots = [i for i in row.items if i.kind == "C" and i.end <= verb]
    run: list[Item] = []
    for item in spots:
        if run and not re.fullmatch(r"、|和|及|以及|与", ctx.text[run[-1].end : item.start]):
            run = []
        run.append(item)
    if len(run) < 2 or not _COUNTERPARTS.match(ctx.text[run[-1].end : run[-1].end + 8]):
        return []
    lead = ctx.text[max(row.sentence.start, run[0].start - 3) : run[0].start]
    return [i.actor for i in run if i.actor] if re.search("与|同|和|跟", lead) else []


_PEERS = (
    ("外长", ("外长", "外交部长", "外相", "国务卿", "外交大臣", "外务大臣", "外交部部长")),
    ("防长", ("防长", "国防部长", "防卫大臣", "防卫相", "国防大臣", "国防部部长")),
    ("财长", ("财长", "财政部长", "财务大臣", "财政大臣", "财政部部长")),
    ("总统", ("总统",)),
    ("总理", ("总理", "首相")),
    ("元首", ("总统", "主席", "国王", "领导人", "总书记")),
    ("首脑", ("总统", "主席", "首相", "总理", "国王", "领导人")),
    ("领导人", ("总统", "主席", "首相", "总理", "国王", "领导人", "总书记")),
)
"""Offices that meet each other: how their holders are titled from country to country."""
OFFICES = "|".join(office for office, _ in _PEERS)


def peers(ctx: Context, row: Row, start: int, verb: int) -> tuple[list[Actor], int]:
    """美韩外长通电话, 甲国和乙国总统会谈: the people of the article who hold that office of those countries, where each
    is named."""
    for office, titles in _PEERS:
        at = ctx.text.rfind(office, start, verb)
        if at < 0 or verb - at - len(office) > 12:
            continue
        codes, first = _of_countries(ctx, row, start, at)
        if len(set(codes)) < 2:
            continue
        found: list[Actor] = []
        for code in codes:
            hit = _holder(ctx, code, titles)
            if hit is None:
                return [], start
            found.append(hit)
        return found, first
    return [], start


def _of_countries(ctx: Context, row: Row, start: int, at: int) -> tuple[list[str], int]:
    """The countries whose office stands at an offset, and where they begin: 美韩外长, 委内瑞拉和圭亚那总统."""
    pair = ctx.rules.pair_before.search(ctx.text, max(start, at - 8), at)
    if pair is not None:
        return ctx.pair_at(pair.start("c"), pair.end("c")), pair.start("c")
    codes: list[str] = []
    first = at
    for hit in reversed(row.sentence.hits):
        country = hit.entry.country
        if country is None or not start <= hit.start < hit.end <= first:
            continue
        if not _NEXT_TO.fullmatch(ctx.text, hit.end, first) or (first == at) != (hit.end == at):
            break
        codes.insert(0, country.code)
        first = hit.start
    return codes, first


_NEXT_TO = re.compile("(?:、|和|及|以及|与|同)?")


def can_be(ctx: Context, words: str, pair: list[Actor]) -> bool:
    """Whether two can be meant by the office that words give both: 两国外长 are no presidents. Who has no title can."""
    offices = next((titles for office, titles in _PEERS if words.endswith((office, *titles))), ())
    known = [ctx.people.persons[a.person].titles for a in pair if a.person is not None]
    return not offices or all(not titles or any(t in fold(x) for x in titles for t in offices) for titles in known)


def holders(ctx: Context, name: str, codes: tuple[str, ...]) -> list[Actor]:
    """中俄总理定期会晤: those who hold the office that a session is called by, for each of its countries; nobody unless
    the article names all."""
    if len(codes) < 2 or len(codes) != len(set(ctx.countries).intersection(codes)):
        return []
    name = fold(name)
    office = next(((o, titles) for o, titles in _PEERS if o in name and o not in ("首脑", "元首", "领导人")), None)
    if office is None:
        return []
    out = [_holder(ctx, code, office[1]) for code in codes]
    return [a for a in out if a is not None] if None not in out else []


def _holder(ctx: Context, code: str, titles: tuple[str, ...]) -> Actor | None:
    """The first person of a country with one of these titles."""
    for n, p in enumerate(ctx.people.persons):
        if p.country == code and any(t in x and "副" + t not in x for x in map(fold, p.titles) for t in titles):
            return Actor(p.name, code, n)
    return None
