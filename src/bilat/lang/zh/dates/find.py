"""Finds the dates of a stretch of text and reads them against the day of publication."""

from dataclasses import replace
from datetime import date

from bilat.lang.zh.dates.bounds import with_bounds
from bilat.lang.zh.dates.join import are_ends, join_same_days, take_time
from bilat.lang.zh.dates.mention import DateKind, DateMention
from bilat.lang.zh.dates.piece import pieces
from bilat.lang.zh.dates.read import read_piece
from bilat.lang.zh.dates.stretch import DAY, Spec, Stretch, not_after, not_before, read_complete
from bilat.lang.zh.dates.written import Piece

Readings = tuple[Stretch | None, Stretch | None]
"""The reading nearest not after the day of publication, and the one nearest not before it."""


_UNREAD = (None, None)


def _narrow(piece: Piece, stretch: Stretch | None) -> Stretch | None:
    """The part of a month (上旬) or the days after the first (周末) that are meant."""
    if stretch is None:
        return None
    if piece.days_of_month is not None:
        low, high = piece.days_of_month
        return Stretch(stretch.first.replace(day=low), stretch.first.replace(day=min(high, stretch.last.day)), DAY)
    if piece.width > 1 and piece.fixed is None:
        return Stretch(stretch.first, date.fromordinal(stretch.first.toordinal() + piece.width - 1), DAY)
    return stretch


def _settled(piece: Piece) -> Stretch | None:
    """What the piece means without any other date."""
    if piece.fixed is not None or piece.spec is None:
        return piece.fixed
    return read_complete(piece.spec) if piece.spec.complete else None


def _agreeing(also: Piece, past: Stretch | None, ahead: Stretch | None) -> Readings:
    """Of two readings the one that the day's other words agree with, when it is one: 明天(5月24日), 周二(12月12日)."""
    fits = [r for r in (past, ahead) if r and _agrees(also, r.first)]
    return (fits[0], fits[0]) if len(fits) == 1 else (past, ahead)


def _agrees(also: Piece, day: date) -> bool:
    if also.fixed is not None:
        return also.fixed.first == day
    return also.spec is not None and also.spec.weekday == day.weekday()


def _readings(piece: Piece, published: date | None) -> Readings:
    """Both readings of a single piece."""
    settled = _settled(piece)
    if settled is not None or piece.spec is None or published is None:
        settled = _narrow(piece, settled)
        return settled, settled
    past, ahead = not_after(piece.spec, published), not_before(piece.spec, published)
    if piece.also is not None:
        past, ahead = _agreeing(piece.also, past, ahead)
    return _narrow(piece, past), _narrow(piece, ahead)


def _between(begin: Stretch | None, finish: Stretch | None) -> Stretch | None:
    if begin is None or finish is None or begin.first > finish.last:
        return None
    return Stretch(begin.first, finish.last, min(begin.precision, finish.precision))


def _from(begin: Stretch | None, spec: Spec) -> Stretch | None:
    """From a known beginning to the first fit of a spec after it."""
    return _between(begin, not_before(spec, begin.first)) if begin else None


def _range_readings(a: Piece, b: Piece, published: date | None) -> Readings:
    """Both readings of a range. Its end is the first such day after its beginning; a range that is under way on the
    day of publication is both readings."""
    begin, finish = _settled(a), _settled(b)
    if begin and finish is None and b.spec:
        finish = not_before(b.spec, begin.first)
    elif finish and begin is None and a.spec:
        begin = not_after(a.spec, finish.last)
    if begin or finish:
        both = _between(begin, finish)
        return both, both
    if published is None or a.spec is None or b.spec is None:
        return None, None
    past = _from(not_after(a.spec, published), b.spec)
    if past and past.last >= published:
        return past, past
    return past, _from(not_before(a.spec, published), b.spec)


def _possible(piece: Piece) -> bool:
    return (piece.spec is None or piece.spec.possible) and (piece.until is None or piece.until.possible)


def _mention(piece: Piece, kind: DateKind, readings: Readings) -> DateMention:
    past, ahead = readings
    first, last = past.iso() if past else _UNREAD
    next_first, next_last = (first, last) if ahead is past else ahead.iso() if ahead else _UNREAD
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


def _in_same_month(a: Piece, b: Piece) -> Piece:
    """A day alone that ends a range lies in the month of its beginning, unless it is an earlier day (30日至2日)."""
    if a.spec is None or b.spec is None or a.spec.month is None or a.spec.day is None:
        return b
    if b.spec.month is None and b.spec.day is not None and b.spec.day >= a.spec.day:
        return replace(b, spec=Spec(a.spec.year, a.spec.month, b.spec.day))
    return b


def _read_range(a: Piece, b: Piece, published: date | None) -> DateMention:
    b = _in_same_month(a, b)
    whole = replace(a, end=b.end, time=b.time)
    if not (_possible(a) and _possible(b)):
        return _mention(whole, DateKind.IMPOSSIBLE, (None, None))
    return _mention(whole, DateKind.RANGE, _range_readings(a, b, published))


def _read_one(piece: Piece, published: date | None) -> DateMention:
    if not _possible(piece):
        return _mention(piece, DateKind.IMPOSSIBLE, (None, None))
    if piece.until is not None:
        return _read_range(replace(piece, until=None), replace(piece, spec=piece.until, until=None), published)
    return _mention(piece, piece.kind, _readings(piece, published))


def _read_all(text: str, found: list[Piece], end: int, published: date | None) -> list[DateMention]:
    mentions: list[DateMention] = []
    at, last = 0, len(found)
    while at < last:
        begin = until = found[at]
        at += 1
        while at < last and are_ends(text, until, found[at], end):
            until = found[at]
            at += 1
        mentions.append(_read_one(begin, published) if until is begin else _read_range(begin, until, published))
    return mentions


def find_dates(text: str, start: int, end: int, published: date | None) -> list[DateMention]:
    """The dates in `text[start:end]` (folded), in order, none overlapping; offsets are those of `text`.

    `published` is the day the text was published, in the publisher's time; without it whatever leans on it stays
    unread (`first` is None).
    """
    found: list[Piece] = []
    for m in pieces(text, start, end):
        piece = read_piece(m, published)
        if piece is None or (found and piece.start < found[-1].end):
            continue
        take_time(piece, text, end)
        found.append(piece)
    if not found:
        return []
    if len(found) > 1:
        found = join_same_days(text, found, end)
    return [with_bounds(text, mention, start, end) for mention in _read_all(text, found, end, published)]
