"""Names of sessions: 中越双边合作指导委员会第十四次会议, as the packs or their shape tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilat.lang.zh.events.items import BODY, COUNTRY, DATE, OFFICE, PERSON, TALK_TAIL, VERB, Row
from bilat.lang.zh.numbers import read_ordinal

if TYPE_CHECKING:
    from bilat.lang.zh.events.context import Context

_KIND = (
    r"(?:领导人非正式会议|领导人会议|领导人会晤|首脑会议|外长会议|"
    r"外长会|部长级会议|防长会|部长会议|委员会会议|国防部长会议|"
    r"峰会|论坛|高峰会|高峰会议|理事会会议|理事会|战略对话|"
    r"高级别对话|对话会|战略安全磋商|混委会|联委会|气候大会|"
    r"缔约方大会|安全会议|联合国大会|联大|研讨会|外长会晤|定期会晤|"
    r"经贸会议|贸易会议|友好交流活动|部长级会晤|对话|磋商|会议)"
)
_ORDINAL = r"(?:第\s?[一二三四五六七八九十百零〇\d]+\s?(?:次|届|轮)|首次|首届|首轮)"
_NUMBERED = re.compile(rf"(?P<n>{_ORDINAL})(?P<b>[^,。;:、\"\s的]{{0,26}}?{_KIND})(?![长室])")
BEFORE_NUMBER = 26
"""Characters of a name before its number."""
_NO_NAME = re.compile(r'.*[,。;:、“”"\s]', re.DOTALL)
_ANY_KIND = re.compile(rf"{_KIND}(?![长室])")
_PLAIN = re.compile(rf"(?P<b>[^,。;:、\s的在于了]{{2,18}}?{_KIND})(?![长室])")
_KINDS = {"commission", "dialogue", "forum", "summit"}
"""Mechanisms between governments or parties; games, fairs and congresses are none."""
_BETWEEN = re.compile(
    r"国际|全球|世界|亚欧|欧亚|亚洲|亚太|东亚|东盟|东协|联合国|欧洲|非洲|阿拉伯|拉美|中亚|金砖|上合|上海合作|二十国|二十国集团|七国|G7|G20|APEC|气候|北约|欧盟|一带一路|独联体|区域|太平洋|印太|安全|核安全|中东|伊斯兰|海合会|不结盟|英联邦|四国|三国|三方|双边"
)
_HOME = re.compile(
    r"全国|中央经济|中央委员会|党组|二十届|十九届|国务院常务|政治局|人大常委会|代表大会|新闻发布|记者会|座谈会|工作会议|全会|党代会|国会常务|立法院|内阁会议|董事会|股东"
)


@dataclass(slots=True)
class Named:
    """A session's name as it stands: span of the whole, the mechanism without its number, the number."""

    start: int
    end: int
    mechanism: str
    ordinal: int | None
    members: tuple[str, ...]


def may_name_session(ctx: Context, order: int) -> bool:
    """Whether a sentence holds what a session is named by: a mechanism, a number, a verb of attending."""
    sentence = ctx.sentences[order]
    if "attend" in ctx.senses[order] or ctx.mechanisms(sentence):
        return True
    text, start, end = ctx.text, sentence.start, sentence.end
    return text.find("第", start, end) >= 0 or text.find("首", start, end) >= 0


def session_names(ctx: Context, order: int) -> Iterator[Named]:
    """The sessions that a sentence names."""
    text, sentence = ctx.text, ctx.sentences[order]
    start, end = sentence.start, sentence.end
    covered: list[tuple[int, int]] = []
    for at, until, entry in ctx.mechanisms(sentence):
        if entry.mechanism is None or entry.mechanism.kind not in _KINDS:
            continue
        first, last, ordinal = _widen(text, at, until, start, end)
        if ordinal is None and TALK_TAIL.search(entry.text):
            continue
        covered.append((first, last))
        yield Named(first, last, bare_name(ctx, first, last), ordinal, entry.mechanism.members)
    low = start
    numbered = text.find("第", start, end) >= 0 or text.find("首", start, end) >= 0
    for m in _NUMBERED.finditer(text, start, end) if numbered else ():
        row = ctx.row(order)
        first = max(low, m.start() - BEFORE_NUMBER)
        cut = _NO_NAME.match(text, first, m.start())
        name_start = _name_start(ctx, row, first if cut is None else cut.end(), m.start())
        low = m.end()
        if any(a < m.end() and name_start < b for a, b in covered):
            continue
        whole = text[name_start : m.end()]
        if _HOME.search(whole) or _person_inside(row, name_start, m.end()):
            continue
        members = _members(ctx, row, name_start, m.end())
        joined = bool(covered) and text[covered[-1][1] : name_start] in _JOINED
        if len(members) < 2 and not _BETWEEN.search(whole) and not joined:
            continue
        covered.append((name_start, m.end()))
        yield Named(
            name_start, m.end(), bare_name(ctx, name_start, m.end()), read_ordinal(m.group("n")), tuple(members)
        )
    if "attend" not in ctx.senses[order]:
        return
    if _TOLD_ATTENDED.search(text, start, end) is None or _ANY_KIND.search(text, start, end) is None:
        return
    row = ctx.row(order)
    attended = any(i.kind == VERB and i.sense == "attend" for i in row.items)
    for m in _PLAIN.finditer(text, start, end) if attended else ():
        name_start = _name_start(ctx, row, m.start(), m.end() - 2)
        if _NAMELESS.fullmatch(text, name_start, m.end()) or any(a < m.end() and name_start < b for a, b in covered):
            continue
        whole = text[name_start : m.end()]
        if (
            not _ATTENDED.search(text[max(start, name_start - 24) : name_start])
            or _HOME.search(whole)
            or _person_inside(row, name_start, m.end())
        ):
            continue
        members = _members(ctx, row, name_start, m.end())
        if len(members) >= 2 or _BETWEEN.search(whole):
            yield Named(name_start, m.end(), bare_name(ctx, name_start, m.end()), None, tuple(members))


_JOINED = ("、", "和", "及", "以及", ",以及", ",及", ",和")
"""主持联委会第六次会议、理事会第九次会议: what is joined to a session between countries is one."""
_ATTENDED = re.compile(r"(?:出席|参加|赴会|主持)(?:了)?(?:将在|在)?[^,。;:]{0,16}$|峰会、$|会议、$|论坛、$")
_TOLD_ATTENDED = re.compile("出席|参加|赴会|主持|峰会、|会议、|论坛、")
"""What `_ATTENDED` goes by."""
_NAMELESS = re.compile(
    r"(?:一[些个场系列]+|多个|这个|有关|相关|国际性?|全球|世界|单独|[三双多四]边|[三双多四]方|[三两四]国|高级别|圆桌|重要)*"
    r"(?:会议|峰会|高峰会议?|论坛|对话会?|磋商|研讨会)"
)
"""国际会议, 三方会议: told without what it is called."""
_LEFT_NUMBER = re.compile(rf"{_ORDINAL}[“\"「]?$")
_RIGHT_NUMBER = re.compile(rf"^[”\"」]?(?P<n>{_ORDINAL})(?:[^,。;:、]{{0,8}}?(?:会议|峰会|会晤|对话|磋商|论坛))?")
_RIGHT_KIND = re.compile(r"^[”\"」]?(?:[^,。;:、\s的]{0,10}?(?:会议|峰会|论坛|高峰论坛|首脑会议|领导人会议|外长会))")


def _widen(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int, int | None]:
    ordinal: int | None = None
    left = _LEFT_NUMBER.search(text[max(low, start - 12) : start])
    if left:
        ordinal = read_ordinal(left.group().rstrip('“"「'))
        start = max(low, start - 12) + left.start()
    right = _RIGHT_NUMBER.match(text[end : min(high, end + 24)])
    if right:
        ordinal = read_ordinal(right.group("n")) or ordinal
        end += right.end()
    else:
        kind = _RIGHT_KIND.match(text[end : min(high, end + 14)])
        if kind:
            end += kind.end()
    return start, end, ordinal


_NUMBER = re.compile(rf"{_ORDINAL}")


def bare_name(ctx: Context, start: int, end: int) -> str:
    """The mechanism: its session's name without the number."""
    name = ctx.raw[start:end]
    found = _NUMBER.search(ctx.text[start:end]) or _PLAIN_NUMBER.search(ctx.text[start:end])
    bare = name[: found.start()] + name[found.end() :] if found else name
    return bare.strip('“”"「」')


_PLAIN_NUMBER = re.compile(r"(?<![\d第])\d{1,3}届")
"""28届气候峰会: told without 第."""
_COP = re.compile(r"COP\s?(\d{1,2})", re.IGNORECASE)


def ordinal_in(name: str) -> int | None:
    """The number in a session's name: 第28届, 第十八次, COP28."""
    found = _NUMBER.search(name) or _PLAIN_NUMBER.search(name)
    if found is not None:
        return read_ordinal(found.group())
    cop = _COP.search(name)
    return int(cop.group(1)) if cop else None


_BEHIND = re.compile(r"第\s?[一二三四五六七八九十百零〇\d]+\s?届")


def ordinal_behind(text: str, end: int) -> int | None:
    """论坛第三届: the number of a session right behind its name. 峰会第一次会议 is a part of one."""
    found = _BEHIND.match(text, end)
    return None if found is None else ordinal_in(found.group())


_LAST_WORD = re.compile(
    r".*(?:[的在于和与了同完]|主持|出席|参加|举行|召开|主办|包括|介绍|会见|回应|报[导道]|表示|历[次届])|(?:以及|及|也是)"
)


def _name_start(ctx: Context, row: Row, first: int, number: int) -> int:
    """Where a session's name begins left of its number: after the last verb, date, place word or particle."""
    at = first
    for item in row.items:
        if item.kind == OFFICE and item.end == number:
            continue
        if item.kind in (VERB, DATE, PERSON, OFFICE) and first <= item.start and item.end <= number:
            at = max(at, item.end)
    cut = _LAST_WORD.search(ctx.text[at:number])
    if cut and number - (at + cut.end()) != 0:
        at += cut.end()
    elif cut:
        at = number
    return at


def _person_inside(row: Row, start: int, end: int) -> bool:
    return any(i.kind == PERSON and i.start < end and start < i.end for i in row.items)


def _members(ctx: Context, row: Row, start: int, end: int) -> list[str]:
    codes = [
        i.actor.country
        for i in row.items
        if i.kind in (COUNTRY, BODY, OFFICE) and start <= i.start and i.end <= end and i.actor and i.actor.country
    ]
    if len(codes) < 2:
        pair = ctx.rules.pair.match(ctx.text, start, end)
        if pair:
            codes = ctx.pair_at(pair.start(), pair.end()) or codes
    return [c for c in codes if c]
