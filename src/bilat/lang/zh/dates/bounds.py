"""The words around a date that leave one end open (自…起, 截至…, …前), and 当地时间 before it."""

import re

from bilat.lang.zh.dates.mention import DateKind, DateMention

_FROM = re.compile(r"(?:(?<![来亲各])自从?|从)[ ]?$")
_AS_OF = re.compile(r"(?:截至|截止到?|直到)[ ]?$")
_LOCAL = re.compile(r"(?:当地|北京|[东西]部|美东|东京|莫斯科|格林[尼威]治)时间[ ]?$")
_AS_OF_ENDS = frozenset("至止到")
_BEFORE = {"从": _FROM, "自": _FROM, "间": _LOCAL} | dict.fromkeys(_AS_OF_ENDS, _AS_OF)
_LONGEST_BEFORE = 7
_AFTER = re.compile(
    r"[ ]?(?:(?P<since>以来|起(?![草诉])|开始)|(?P<after>[及或]?[之以]后)"
    r"|(?P<until>[及或]?[之以]前|前(?![往后来夕去赴总述首任期三两二0-9])|为止)"
    r"|(?P<between>[之期]间|间(?![隔接谍])))"
)
_AFTER_BEGINS = frozenset(" 以起开及或之前为期间")
_BOUNDED = (DateKind.ABSOLUTE, DateKind.PARTIAL, DateKind.WEEKDAY, DateKind.RELATIVE)


def _since(mention: DateMention, start: int, end: int) -> DateMention:
    return mention._replace(start=start, end=end, kind=DateKind.SINCE, last=None, next_last=None)


def _until(mention: DateMention, start: int, end: int) -> DateMention:
    return mention._replace(start=start, end=end, kind=DateKind.UNTIL, first=None, next_first=None)


def _begun(text: str, start: int, at: int) -> tuple[int, str]:
    """Where the words before a date begin that belong to it, and the last of them: 从, 自, 止 (截至), 间 (当地时间)."""
    last = text[at - 1 : at].strip() or text[at - 2 : at - 1]
    pattern = _BEFORE.get(last) if at > start else None
    m = pattern.search(text, max(start, at - _LONGEST_BEFORE), at) if pattern else None
    return (m.start(), last) if m else (at, "")


def with_bounds(text: str, mention: DateMention, start: int, end: int) -> DateMention:
    """The mention with the words that bound it taken in, as a date since or until; the mention itself without any."""
    at, before = _begun(text, start, mention.start)
    if before == "间":
        return mention._replace(start=at)
    after = _AFTER.match(text, mention.end, end) if text[mention.end : mention.end + 1] in _AFTER_BEGINS else None
    if mention.kind is DateKind.RANGE:
        until = after.end() if after and after["between"] else mention.end
        return mention._replace(start=at, end=until) if (at, until) != (mention.start, mention.end) else mention
    if mention.kind not in _BOUNDED:
        return mention
    if after and after["until"]:
        return _until(mention, mention.start, after.end())
    if after and (after["since"] or after["after"]):
        return _since(mention, at if after["since"] else mention.start, after.end())
    if before in _AS_OF_ENDS:
        return _until(mention, at, mention.end)
    return _since(mention, at, mention.end) if text[at] == "自" else mention
