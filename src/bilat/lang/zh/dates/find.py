"""Finds the dates of a stretch of text: pieces, joined to ranges and combined forms, then read."""

import re
from dataclasses import replace
from datetime import date

from bilat.lang.zh.dates.mention import DateKind, DateMention, Direction
from bilat.lang.zh.dates.pattern import ANY, PIECE, TIME
from bilat.lang.zh.dates.read import Piece, read_piece
from bilat.lang.zh.dates.stretch import DAY, MONTH, YEAR, Spec, Stretch, not_after, not_before, read_complete

_TO = re.compile(r" ?(?:起)?(?:至|到|[-—–~―─]{1,2}) ?")
_COMMA_OR_NOTHING = frozenset({"", " ", ",", ", "})
_LISTED = frozenset({"、", "和", "及", "与"})
_FROM = re.compile(r"(?:自从|从|自)[ ]?$")
_SINCE = re.compile(r"[ ]?(?:以来|起(?![草诉])|开始)")
_UNTIL = re.compile(r"[ ]?(?:(?:之|以)前|前(?![往后来夕去赴总述])|为止)")
_AFTER = re.compile(r"[ ]?(?:之后|以后)")
_AS_OF = re.compile(r"(?:截至|截止到?|直到)[ ]?$")
_MONTH_LENGTH = 31


def _pieces(text: str, start: int, end: int, published: date | None) -> list[Piece]:
    found: list[Piece] = []
    for m in PIECE.finditer(text, start, end):
        piece = read_piece(m, published)
        if piece is None:
            continue
        _take_time(piece, text, end)
        found.append(piece)
    return found


def _take_time(piece: Piece, text: str, end: int) -> None:
    """Let a piece that names a day swallow the time of day that follows it."""
    if (piece.a_day or piece.kind is DateKind.ANAPHORIC) and (m := TIME.match(text, piece.end, end)):
        piece.end = m.end()
        piece.time += m.group().strip()


def _merged(a: Piece, b: Piece) -> Piece:
    """Two ways to write one day: 周二(27日). The one with more of a date is kept."""
    better = b if _weight(b) > _weight(a) else a
    return replace(better, start=a.start, end=b.end, time=a.time or b.time)


def _weight(piece: Piece) -> int:
    if piece.kind is DateKind.ABSOLUTE:
        return 4
    if piece.kind is DateKind.PARTIAL:
        return 3
    return 2 if piece.fixed else (1 if piece.spec else 0)


def _same_day(text: str, a: Piece, b: Piece, end: int) -> bool:
    """Whether b stands beside a or in brackets after it and may be the same day said again."""
    if not (b.a_day or b.kind is DateKind.ANAPHORIC) or not (a.a_day or a.kind is DateKind.ANAPHORIC or not a.until):
        return False
    if a.kind in {DateKind.VAGUE, DateKind.DURATION, DateKind.RANGE, DateKind.LUNAR} or b.kind is DateKind.ANAPHORIC:
        return False
    gap = text[a.end : b.start]
    if gap in {"(", " ("}:
        return b.end < end and text[b.end] == ")" and a.a_day | (a.kind is DateKind.ANAPHORIC) | (a.fixed is None)
    if gap not in _COMMA_OR_NOTHING or a.time:
        return False
    if b.kind is DateKind.WEEKDAY:
        return a.a_day and a.kind in {DateKind.ABSOLUTE, DateKind.PARTIAL} and b.fixed is None
    named = a.kind is DateKind.WEEKDAY or (a.kind is DateKind.RELATIVE and a.a_day)
    return named and gap in {"", " "} and b.kind in {DateKind.ABSOLUTE, DateKind.PARTIAL}


def _combine(text: str, pieces: list[Piece], end: int) -> list[Piece]:
    """Join pieces that say one day twice."""
    out: list[Piece] = []
    for piece in pieces:
        if out and _same_day(text, out[-1], piece, end):
            bracket = "(" in text[out[-1].end : piece.start]
            merged = _merged(out[-1], piece)
            if bracket:
                merged.end += 1
                merged.time = ""
                _take_time(merged, text, end)
            out[-1] = merged
        else:
            out.append(piece)
    return out


def _iso(kind: DateKind, piece: Piece, past: Stretch | None, after: Stretch | None) -> DateMention:
    first, last = past.iso() if past else (None, None)
    next_first, next_last = after.iso() if after else (None, None)
    return DateMention(
        piece.start,
        piece.end,
        first,
        last,
        kind,
        piece.direction,
        next_first,
        next_last,
        piece.days,
        piece.offset,
        piece.unit,
        piece.tail,
        piece.time,
    )


def _possible(piece: Piece) -> bool:
    return all(s is None or s.possible for s in (piece.spec, piece.until))


def _narrow(stretch: Stretch | None, part: tuple[int, int] | None) -> Stretch | None:
    """上旬 and the like of a month."""
    if stretch is None or part is None:
        return stretch
    low, high = part
    return Stretch(stretch.first.replace(day=low), stretch.first.replace(day=min(high, stretch.last.day)), DAY)


def _past(piece: Piece, published: date | None) -> Stretch | None:
    if piece.fixed or piece.spec is None:
        return _narrow(piece.fixed, piece.part)
    if piece.spec.complete:
        return _narrow(read_complete(piece.spec), piece.part)
    return _narrow(not_after(piece.spec, published), piece.part) if published else None


def _next(piece: Piece, published: date | None) -> Stretch | None:
    if piece.fixed or piece.spec is None or piece.spec.complete:
        return _past(piece, published)
    return _narrow(not_before(piece.spec, published), piece.part) if published else None


def _span_of(a: Stretch | None, b: Stretch | None) -> Stretch | None:
    if a is None or b is None or a.first > b.last:
        return None
    return Stretch(a.first, b.last, min(a.precision, b.precision))


def _from(begin: Stretch | None, spec: Spec) -> Stretch | None:
    """From a known beginning to the first fit of a spec after it."""
    return _span_of(begin, not_before(spec, begin.first)) if begin else None


def _range(a: Piece, b: Piece, published: date | None) -> tuple[Stretch | None, Stretch | None]:
    """Both readings of a range: the end is the first such day after the beginning, or the beginning the last before
    a known end."""
    begin = a.fixed or (read_complete(a.spec) if a.spec and a.spec.complete else None)
    finish = b.fixed or (read_complete(b.spec) if b.spec and b.spec.complete else None)
    if begin and not finish and b.spec:
        finish = not_before(b.spec, begin.first)
    elif finish and not begin and a.spec:
        begin = not_after(a.spec, finish.last)
    if begin or finish:
        both = _span_of(begin, finish)
        return both, both
    if published is None or a.spec is None or b.spec is None:
        return None, None
    past = _from(not_after(a.spec, published), b.spec)
    if past and past.last >= published:
        return past, past
    after = _from(not_before(a.spec, published), b.spec)
    return past, after


def _read_range(a: Piece, b: Piece, published: date | None) -> DateMention:
    whole = replace(a, end=b.end, time=b.time)
    if not (_possible(a) and _possible(b)):
        return _iso(DateKind.IMPOSSIBLE, whole, None, None)
    past, after = _range(a, b, published)
    return _iso(DateKind.RANGE, whole, past, after)


def _read_one(piece: Piece, published: date | None) -> list[DateMention]:
    if not _possible(piece):
        return [_iso(DateKind.IMPOSSIBLE, piece, None, None)]
    if piece.until is not None:
        first = replace(piece, until=None, fixed=None)
        return [_read_range(first, replace(first, spec=piece.until), published)]
    return [_iso(piece.kind, piece, _past(piece, published), _next(piece, published))]


def _read(text: str, pieces: list[Piece], published: date | None) -> list[DateMention]:
    found: list[DateMention] = []
    at = 0
    while at < len(pieces):
        a = pieces[at]
        b = pieces[at + 1] if at + 1 < len(pieces) else None
        if b is not None and _joins(text, a, b):
            found.append(_read_range(a, b, published))
            at += 2
            continue
        found.extend(_read_one(a, published))
        at += 1
    return found


_POINTS = frozenset({DateKind.ABSOLUTE, DateKind.PARTIAL, DateKind.WEEKDAY, DateKind.RELATIVE})


def _joins(text: str, a: Piece, b: Piece) -> bool:
    """Whether a and b are the ends of a range: 10月30日至11月2日."""
    if a.kind not in _POINTS or b.kind not in _POINTS or a.until or b.until:
        return False
    gap = text[a.end : b.start]
    if _TO.fullmatch(gap):
        return True
    return gap in _LISTED and _consecutive(a, b)


def _consecutive(a: Piece, b: Piece) -> bool:
    """11月5日、6日: two days that follow each other are told as one stretch."""
    if not (a.spec and b.spec and a.spec.day and b.spec.day) or b.spec.month is not None:
        return False
    return b.spec.day - a.spec.day == 1 or (b.spec.day == 1 and a.spec.day >= _MONTH_LENGTH - 3)


def _open_ended(text: str, mention: DateMention, start: int, end: int) -> DateMention:
    """自…起, 截至…, …前: one bound only."""
    if mention.kind in {DateKind.DURATION, DateKind.ANAPHORIC, DateKind.IMPOSSIBLE, DateKind.LUNAR, DateKind.VAGUE}:
        return mention
    before = _FROM.search(text, max(start, mention.start - 3), mention.start)
    if mention.kind is DateKind.RANGE:
        return replace(mention, start=before.start()) if before else mention
    if m := _SINCE.match(text, mention.end, end):
        began = before.start() if before else mention.start
        return replace(mention, start=began, end=m.end(), kind=DateKind.SINCE, last=None, next_last=None)
    if m := _AFTER.match(text, mention.end, end):
        return replace(mention, end=m.end(), kind=DateKind.SINCE, last=None, next_last=None)
    if m := _UNTIL.match(text, mention.end, end):
        return replace(mention, end=m.end(), kind=DateKind.UNTIL, first=None, next_first=None)
    if as_of := _AS_OF.search(text, max(start, mention.start - 4), mention.start):
        return replace(mention, start=as_of.start(), kind=DateKind.UNTIL, first=None, next_first=None)
    return mention


def find_dates(text: str, start: int, end: int, published: date | None) -> list[DateMention]:
    """The dates in `text[start:end]` (folded), in order, none overlapping; offsets are those of `text`.

    `published` is the day the text was published, in the publisher's time; without it whatever leans on it stays
    unread (`first` is None).
    """
    if ANY.search(text, start, end) is None:
        return []
    pieces = _pieces(text, start, end, published)
    if not pieces:
        return []
    if len(pieces) > 1:
        pieces = _combine(text, pieces, end)
    return [_open_ended(text, mention, start, end) for mention in _read(text, pieces, published)]


def resolve_anaphora(mentions: list[DateMention], published: date | None) -> list[DateMention]:
    """The same mentions with 当天, 翌日, 同年9月 … read against the last date before them.

    Pass the mentions of neighbouring sentences in order. One with no date before it, or after a date less precise
    than it needs, stays unread. `published` is the fallback for nothing; it is only used to tell a 当天 that follows
    今天.
    """
    out: list[DateMention] = []
    anchor: date | None = None
    precision = 0
    for mention in mentions:
        found = mention
        if mention.kind is DateKind.ANAPHORIC and anchor is not None:
            found = _anaphor(mention, anchor, precision)
        if found.last is not None and found.kind is not DateKind.UNTIL:
            precision = len(found.last)
            anchor = (
                date.fromisoformat(found.last + "-01-01"[precision - YEAR :])
                if precision < DAY
                else (date.fromisoformat(found.last))
            )
        out.append(found)
    return out


def _anaphor(mention: DateMention, anchor: date, precision: int) -> DateMention:
    needed = {"day": DAY, "month": MONTH, "year": YEAR}[mention.unit]
    if precision < needed:
        return mention
    if mention.unit == "day":
        iso = date.fromordinal(anchor.toordinal() + mention.offset).isoformat()
    elif mention.unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + mention.offset
        iso = f"{months // 12:04d}-{months % 12 + 1:02d}{mention.tail}"
    else:
        iso = f"{anchor.year + mention.offset:04d}{mention.tail}"
    spec = Spec(*(int(part) for part in iso.split("-")))
    if read_complete(spec) is None:
        return replace(mention, kind=DateKind.IMPOSSIBLE)
    return replace(mention, first=iso, last=iso, next_first=iso, next_last=iso)
