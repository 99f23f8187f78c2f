"""The period of a figure: dates of its sentence → `2021`, `2022-01/2022-08`, `2016/`, `as_of 2022-08-20`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bilat.lang.zh.dates import DateKind, DateMention

if TYPE_CHECKING:
    from datetime import date

AS_OF = "as_of "
_YEAR, _MONTH, _DAY = len("YYYY"), len("YYYY-MM"), len("YYYY-MM-DD")
_COMPARED_BEFORE = re.compile(r"(?:较|比|于|同|与|自|从|超过|超|恢复到了?|恢复至了?|相比于?|创下?|之前的)[ ]?$")
_HIGHER = re.compile(r"(?:高于|低于|多于|少于|优于|相较于?|对比)[ ]?$")
_COMPARED_AFTER = re.compile(
    r"[ ]?(?:的)?(?:同期|同月|同季|相比|以来(?:的)?最|以来[^,。]{0,4}(?:最|新)[高低大小]|的?水平|底的)"
)
_GIVEN_AFTER = re.compile(
    r"[^,。;0-9]{0,14}?(?:公布|发布|表示|称|说|宣布|报道|报导|透露|指出|证实|获悉|消息|通报|电|讯|召开|举行|举办|公开|会见|抵达|"
    r"出席|访问|预计|开始)"
)
_GIVEN = re.compile(r"[ ]?(?:份)?(?:的)?(?:报道|报导|发布|公布|报告|公开|数据(?!.{0,3}为))")
_SINCE = re.compile(r"[自从]$")
_GOES_ON = re.compile(r"[^,。;0-9]{0,12}?(?:起|以来|连续|一直|开始|是|成为)")
"""从2016年起连续: a beginning, not one end of a comparison (从2016年的10亿增至…)."""
_AS_OF = re.compile(r"(?:累计至|截[至止]到?|迄)[ ]?$")
_END = re.compile(r"(?:底|末|终)$")
_MONTHS = re.compile(
    r"[ ]?(?:年|度)?[ ]?(?:头|首|前)[ ]?(?P<n>[0-9]{1,2}|十[一二]?|[一二两三四五六七八九])[ ]?个?[ ]?(?P<unit>月|季度?)"
)
_QUARTER = re.compile(r"(?<![0-9年个两前])第?(?P<q>[一二三四1-4])季度")
"""A quarter without its year: the last one that is over."""
_SMALL = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "十一": 11, "十二": 12}
_FISCAL = re.compile(r"(?P<y>20[0-9]{2})[ ]?(?:至|-|/)?(?:[0-9]{2,4})?[ ]?(?:财年|财政年度|会计年度|年度财)")
_WHOLE_YEAR = re.compile(r"(?<!年)(?<!度)全年(?!龄)")
_LAST_YEARS = 3
"""Up to this month 全年 may still be the year that is over."""
_LINKED = re.compile(r"[ ]?[和及、与][ ]?")


_BOUNDS = frozenset({DateKind.SINCE, DateKind.UNTIL})
_NO_PERIOD = frozenset({DateKind.DURATION, DateKind.ANAPHORIC, DateKind.LUNAR, DateKind.IMPOSSIBLE})


class Period(NamedTuple):
    """A period as written at `start`:`end`; `text` in the form of the output."""

    start: int
    end: int
    text: str
    day: bool = False
    compared: bool = False


def periods(text: str, start: int, end: int, found: list[DateMention], published: date | None) -> list[Period]:
    """What periods a sentence speaks of, in order: dates of news, of speaking and of comparison are marked or out."""
    out: list[Period] = []
    for mention in found:
        period = _period(text, start, end, mention)
        if period is None:
            continue
        before = out[-1] if out else None
        if (
            before
            and len(before.text) == len(period.text) == _YEAR
            and _LINKED.fullmatch(text, before.end, period.start)
        ):
            out[-1] = Period(before.start, period.end, f"{before.text}/{period.text}", compared=before.compared)
        else:
            out.append(period)
    worded: list[Period] = []
    if text.find("财", start, end) >= 0 or text.find("会计", start, end) >= 0:
        worded = [Period(m.start(), m.end(), m["y"]) for m in _FISCAL.finditer(text, start, end)]
    if published is not None:
        if published.month > _LAST_YEARS and text.find("全年", start, end) >= 0:
            worded += [Period(m.start(), m.end(), str(published.year)) for m in _WHOLE_YEAR.finditer(text, start, end)]
        if text.find("季度", start, end) >= 0:
            quarters = _QUARTER.finditer(text, start, end)
            worded += [Period(m.start(), m.end(), _quarter(_number(m["q"]), published)) for m in quarters]
    if worded:
        out += [p for p in worded if not any(q.start < p.end and q.end > p.start for q in out)]
        out.sort()
    return out


def _number(word: str) -> int:
    return _SMALL.get(word) or int(word)


def _quarter(quarter: int, published: date) -> str:
    last = 3 * quarter
    year = published.year - (last > published.month)
    return f"{year}-{last - 2:02d}/{year}-{last:02d}"


def _period(text: str, start: int, end: int, mention: DateMention) -> Period | None:
    if mention.kind in _NO_PERIOD:
        return None
    if mention.kind in _BOUNDS:
        return _bounded(text, start, end, mention)
    at, stop, first, last = mention.start, mention.end, mention.first, mention.last
    if first is None or last is None or _of_speaking(text, end, mention):
        return None
    if _AS_OF.search(text, max(start, at - 4), at):
        return Period(at, stop, AS_OF + last)
    months = _first_months(text, stop, first) if first == last else None
    if months is not None:
        return Period(at, *months)
    since = first == last and len(first) == _YEAR and _SINCE.search(text, max(start, at - 1), at) is not None
    if since and _GOES_ON.match(text, stop, end):
        return Period(at, stop, f"{first}/")
    compared = since or _compared(text, start, end, mention)
    if len(first) == _MONTH and _END.search(text, at, stop):
        return Period(at, stop, AS_OF + last, compared=compared)
    return Period(at, stop, first if first == last else f"{first}/{last}", len(first) == _DAY, compared)


def _bounded(text: str, start: int, end: int, mention: DateMention) -> Period | None:
    """自2018年以来, 截至8月20日; and 今年前 10 个月, whose 今年前 looks like one."""
    if mention.kind is DateKind.SINCE:
        compared = _compared(text, start, end, mention)
        return Period(mention.start, mention.end, f"{mention.first}/", compared=compared) if mention.first else None
    months = _first_months(text, mention.end - 1, mention.last)
    if months is not None:
        return Period(mention.start, *months)
    as_of = mention.last is not None and text[mention.start] in "截累"
    return Period(mention.start, mention.end, f"{AS_OF}{mention.last}") if as_of else None


def _of_speaking(text: str, end: int, mention: DateMention) -> bool:
    """Whether a date is when a number was given (20日公布, 5月的报道), or too loose to be a period."""
    if mention.first is not None and len(mention.first) == _DAY:
        if mention.kind is DateKind.VAGUE:
            return True
        return mention.first == mention.last and _GIVEN_AFTER.match(text, mention.end, end) is not None
    return _GIVEN.match(text, mention.end, end) is not None


def _first_months(text: str, at: int, year: str | None) -> tuple[int, str] | None:
    """今年头四个月, 2023年前三个季度: where the words end, and the period; None where no such words stand."""
    m = _MONTHS.match(text, at) if year is not None and len(year) == _YEAR else None
    if m is None:
        return None
    last = _number(m["n"]) * (1 if m["unit"] == "月" else 3)
    return (m.end(), f"{year}-01/{year}-{last:02d}") if 1 <= last <= 12 else None


def _compared(text: str, start: int, end: int, mention: DateMention) -> bool:
    before = max(start, mention.start - 5)
    return bool(
        _COMPARED_BEFORE.search(text, before, mention.start)
        or _HIGHER.search(text, before, mention.start)
        or _COMPARED_AFTER.match(text, mention.end, end)
    )
