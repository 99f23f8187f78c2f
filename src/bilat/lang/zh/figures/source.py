"""Who gives a number, as written: 据越南海关统计, 日本国家旅游局公布, 大使表示. Sentence → name."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from bilat.lang.zh.people import Form

if TYPE_CHECKING:
    from bilat.lang.zh.analysis import Analysis, Sentence
    from bilat.lang.zh.people import People

_WHEN = r"(?:最新|近日|日前|今天|今日|昨天|昨日|当天|[0-9]+[月日]|周[一二三四五六日]|星期|上周|本周|上月|本月)"
_NAMES_A_BODY = "(?![局署部司院处所网社厅中])"
_GIVES = (
    r"(?:公布|发布|发表|提供|数据|统计|报道|报导|资料|估计|估算|测算|预测|消息|透露|显示|调查|研究|报告)"
    + _NAMES_A_BODY
)
_ACCORDING = re.compile(
    rf"(?:根据|依据|据)(?P<source>[^,。;:“”()]{{2,24}}?)"
    rf"(?=(?:{_WHEN}[^,。;]{{0,8}}?)?的?(?:一份|最新|初步|新)*的?{_GIVES}|[,称说])"
)
_NOBODY = re.compile(r"显示|发布|公布|发表|调查|悉|了解|介绍|此|指|统计|报道|估计|不完全|初步|预测|最新|分析|[一两]")
_ESTIMATE = re.compile(r"据(?:估计|估算|测算)")
_SHOWS = re.compile(r"[^,。;、]{0,16}?(?:公布|发布|发表|数据|数字|统计(?!局)|显示|报告|估算|估计|预测|宣布)")
_UNLISTED = re.compile(
    r"(?P<body>[^,。;、:的了0-9\n]{0,10}(?:[局部署院会处所]|海关|央行|银行|中心|机构|组织|大学))"
    r"(?=[^,。;、]{0,12}?(?:公布|发布|发表|数据|数字|统计(?!局)|显示|报告|估算|估计|预测))"
)
"""After the name of a country: 甲国海关总局公布."""
_NAMED = frozenset({Form.FULL, Form.PARTIAL})
_TELLS = re.compile(r"[^,。;、]{0,8}?(?:报道|报导|指出|称|说|指(?=[,:]))")
"""After a medium: 某社指,签署36份文件."""
_SAYS = re.compile(r"[^,。;]{0,10}?(?:表示|指出|透露|宣布|介绍|称|说)")


def source_of(analysis: Analysis, sentence: Sentence, people: People, limit: int) -> tuple[str | None, bool]:
    """Who gives the numbers of a sentence before `limit`, and whether as data, which go on in the next sentences."""
    text, original = analysis.text, analysis.doc.text
    m = _ACCORDING.search(text, sentence.start, limit)
    if m is not None and not _NOBODY.match(m["source"]):
        start, end = m.span("source")
        return original[start:end].strip(), True
    if m := _ESTIMATE.search(text, sentence.start, limit):
        return original[m.start() : m.end()], False
    body = _body(analysis, sentence, limit)
    if body is not None:
        return original[body[0] : body[1]], True
    first = bisect_left(people.mentions, sentence.start, key=lambda mention: mention.start)
    last = None
    for mention in islice(people.mentions, first, None):
        if mention.start >= limit:
            break
        if mention.form in _NAMED and _SAYS.match(text, mention.end, limit):
            last = mention
    if last is not None:
        return original[last.start : last.end], False
    medium = _medium(analysis, sentence, limit)
    return (original[medium[0] : medium[1]] if medium is not None else None), False


def _medium(analysis: Analysis, sentence: Sentence, limit: int) -> tuple[int, int] | None:
    """The last medium that tells it."""
    told = None
    for hit in sentence.hits:
        body = hit.entry.body
        if (
            hit.start < limit
            and body is not None
            and body.kind == "media"
            and _TELLS.match(analysis.text, hit.end, limit)
        ):
            told = hit.start, hit.end
    return told


def _body(analysis: Analysis, sentence: Sentence, limit: int) -> tuple[int, int] | None:
    """A body or organisation that publishes, with the country written before it."""
    before = None
    for hit in sentence.hits:
        if hit.start >= limit:
            break
        named = hit.entry.body is not None or hit.entry.org is not None
        if named and _SHOWS.match(analysis.text, hit.end, limit):
            start = before.start if before is not None and before.end == hit.start else hit.start
            return start, hit.end
        before = hit if hit.entry.country is not None else None
        unlisted = _UNLISTED.match(analysis.text, hit.end, limit) if before is not None else None
        if unlisted is not None:
            return hit.start, unlisted.end("body")
    return None
