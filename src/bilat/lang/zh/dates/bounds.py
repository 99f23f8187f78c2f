"""The words around a date that leave one end open (自…起, 截至…, …前), and 当地时间 before it."""

import re
from dataclasses import replace

from bilat.lang.zh.dates.mention import DateKind, DateMention

_FROM = re.compile(r"(?:(?<![来亲各])自从?|从)[ ]?$")
_AS_OF = re.compile(r"(?:截至|截止到?|直到)[ ]?$")
_LOCAL = re.compile(r"(?:当地|北京|[东西]部|美东|东京|莫斯科|格林[尼威]治)时间[ ]?$")
_LONGEST_BEFORE = 7
_AFTER = re.compile(
    r"[ ]?(?:(?P<since>以来|起(?![草诉])|开始)|(?P<after>[及或]?[之以]后)"
    r"|(?P<until>[及或]?[之以]前|前(?![往后来夕去赴总述首任期三两二0-9])|为止))"
)
_AFTER_BEGINS = frozenset(" 以起开及或之前为")
_BETWEEN = re.compile(r"[ ]?(?:[之期]间|间(?![隔接谍]))")
_BETWEEN_BEGINS = frozenset(" 之期间")
_BOUNDED = frozenset({DateKind.ABSOLUTE, DateKind.PARTIAL, DateKind.WEEKDAY, DateKind.RELATIVE})


def _since(mention: DateMention, start: int, end: int) -> DateMention:
    return replace(mention, start=start, end=end, kind=DateKind.SINCE, last=None, next_last=None)


def _until(mention: DateMention, start: int, end: int) -> DateMention:
    return replace(mention, start=start, end=end, kind=DateKind.UNTIL, first=None, next_first=None)


def with_bounds(text: str, mention: DateMention, start: int, end: int) -> DateMention:
    """The mention with the words that bound it taken in, as a date since or until; the mention itself without any."""
    before = text[max(start, mention.start - _LONGEST_BEFORE) : mention.start].rstrip(" ")
    at = mention.start
    if before and before[-1] in "从自" and (m := _FROM.search(text, max(start, at - _LONGEST_BEFORE), at)):
        at = m.start()
    elif before.endswith("时间") and (m := _LOCAL.search(text, max(start, at - _LONGEST_BEFORE), at)):
        return replace(mention, start=m.start())
    if mention.kind is DateKind.RANGE:
        between = (
            _BETWEEN.match(text, mention.end, end) if text[mention.end : mention.end + 1] in _BETWEEN_BEGINS else None
        )
        if at == mention.start and not between:
            return mention
        return replace(mention, start=at, end=between.end() if between else mention.end)
    if mention.kind not in _BOUNDED:
        return mention
    after = _AFTER.match(text, mention.end, end) if text[mention.end : mention.end + 1] in _AFTER_BEGINS else None
    if after:
        if after["until"]:
            return _until(mention, mention.start, after.end())
        return _since(mention, at if after["since"] else mention.start, after.end())
    if at < mention.start and text[at] == "自":
        return _since(mention, at, mention.end)
    if before and before[-1] in "至止到" and (m := _AS_OF.search(text, max(start, at - _LONGEST_BEFORE), at)):
        return _until(mention, m.start(), mention.end)
    return mention
