"""Joins pieces: one day said twice (周二(27日)), and the ends of a range or list (10月30日至11月2日, 12日、13日)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bilat.lang.zh.dates.mention import DateKind
from bilat.lang.zh.dates.piece import TIME_BEGINS, time_of_day
from bilat.lang.zh.dates.written import Piece

_TO = re.compile(r"[ ]{0,2}(?:起|开始)?(?:至|到|直至|[-—–~―─]{1,2})[ ]{0,2}")
_AND = frozenset({"、", "和", "及", "与", " 和 ", "以及"})
_BETWEEN = re.compile(r"之?间|期间")
_BESIDE = frozenset({"", " ", ",", ", "})
_OPEN = frozenset({"(", " ("})
_POINTS = (DateKind.ABSOLUTE, DateKind.PARTIAL, DateKind.WEEKDAY, DateKind.RELATIVE)
_DATED = (DateKind.ABSOLUTE, DateKind.PARTIAL)
_SHORTEST_MONTH = 28


def take_time(piece: Piece, text: str, end: int) -> None:
    """Let a piece that names a day swallow the time of day that follows it."""
    if text[piece.end : piece.end + 1] in TIME_BEGINS and piece.names_day and (m := time_of_day(text, piece.end, end)):
        piece.end = m.end()
        piece.time += m.group().strip()


def _says_more(piece: Piece) -> int:
    """Of two ways to write one day the one that rests least on others is kept."""
    if piece.kind is DateKind.ABSOLUTE:
        return 4
    if piece.kind is DateKind.PARTIAL:
        return 3
    return 2 if piece.fixed else int(piece.spec is not None)


def _same_day(text: str, a: Piece, b: Piece, end: int) -> bool:
    """Whether b, beside a or in brackets after it, says a's day again."""
    if not (a.names_day and b.names_day) or b.kind is DateKind.ANAPHORIC:
        return False
    gap = text[a.end : b.start]
    if gap in _OPEN:
        return b.end < end and text[b.end] in "),"
    if gap not in _BESIDE or (a.time and gap):
        return False
    if b.kind is DateKind.WEEKDAY:
        return a.kind in _DATED and b.fixed is None
    return not gap.startswith(",") and a.kind in (DateKind.WEEKDAY, DateKind.RELATIVE) and b.kind in _DATED


def join_same_days(text: str, pieces: Sequence[Piece], end: int) -> list[Piece]:
    """One piece for one day: 今天(12月12日), 星期三(9月6日), 11月20号周三."""
    out: list[Piece] = []
    for piece in pieces:
        if not out or not _same_day(text, out[-1], piece, end):
            out.append(piece)
            continue
        a = out[-1]
        more, less = (a, piece) if _says_more(a) >= _says_more(piece) else (piece, a)
        joined = replace(more, start=a.start, end=piece.end, time=a.time or piece.time, also=less)
        if "(" in text[a.end : piece.start] and text[piece.end] == ")":
            joined.end += 1
            take_time(joined, text, end)
        out[-1] = joined
    return out


def _next_day(a: Piece, b: Piece) -> bool:
    """Whether b is the day after a: 11月5日、6日."""
    if a.spec is None or b.spec is None:
        return False
    if a.spec.weekday is not None and b.spec.weekday is not None:
        return b.spec.weekday - a.spec.weekday == 1
    if a.spec.day is None or b.spec.day is None:
        return False
    if b.spec.month is not None and b.spec.month != a.spec.month:
        return b.spec.day == 1 and a.spec.day >= _SHORTEST_MONTH
    return b.spec.day - a.spec.day == 1


def are_ends(text: str, a: Piece, b: Piece, end: int) -> bool:
    """Whether a and b are the ends of a range, or two days told together."""
    if a.kind not in _POINTS or b.kind not in _POINTS or a.until or b.until:
        return False
    gap = text[a.end : b.start]
    if _TO.fullmatch(gap):
        return True
    return gap in _AND and (_next_day(a, b) or bool(_BETWEEN.match(text, b.end, end)))
