"""Who meets whom → where names and lines stand in a drawing. Lengths are in units of the drawing's view box."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from bilat.model.contact_rows import TieRow

SIDE: Final = 14
"""Names on each side of a drawing of two; the others stand in the table only."""
RING: Final = 24
"""Names in a ring."""
_ROW: Final = 28
_TOP: Final = 16
_LEFT: Final = 210
_RIGHT: Final = 490
_WIDTH: Final = 700
_RADIUS: Final = 250
_ROUND: Final = 760
_LEAST: Final = 1.25
_MOST: Final = 11.0
"""Widths of lines, of one event and of the most."""


class Name(NamedTuple):
    """A name: who, where it stands, and to which side of its point it is written (`start`, `middle`, `end`)."""

    id: str
    name: str
    country: str | None
    events: int
    x: float
    y: float
    anchor: str


class Stroke(NamedTuple):
    """A line between two names: its path and width."""

    tie: TieRow
    path: str
    width: float


class Drawing(NamedTuple):
    """A drawing: its size, names and lines, the thin ones last, so that they can be pointed at."""

    width: int
    height: int
    names: tuple[Name, ...]
    strokes: tuple[Stroke, ...]
    left_out: int


def two_sides(ties: Sequence[TieRow], country: str, most: int = SIDE) -> Drawing:
    """People (or countries) of `country` on the left, those they met on the right, those in most events on top,
    at most so many on a side."""
    turned = [_turned(tie, country) for tie in ties]
    left = _ranked([(tie.one, tie.one_name, tie.one_country) for tie in turned], turned)[:most]
    right = _ranked([(tie.other, tie.other_name, tie.other_country) for tie in turned], turned)[:most]
    height = 2 * _TOP + _ROW * max(len(left), len(right), 1)
    at_left = {name[0]: _column(name, row, len(left), height, _LEFT, "end") for row, name in enumerate(left)}
    at_right = {name[0]: _column(name, row, len(right), height, _RIGHT, "start") for row, name in enumerate(right)}
    shown = [tie for tie in turned if tie.one in at_left and tie.other in at_right]
    strokes = [_across(tie, at_left[tie.one], at_right[tie.other], _most(shown)) for tie in shown]
    names = (*at_left.values(), *at_right.values())
    return Drawing(_WIDTH, height, names, _thin_last(strokes), len(turned) - len(shown))


def ring(ties: Sequence[TieRow]) -> Drawing:
    """All in a ring, those in most events first, from the top with the clock."""
    both = [(t.one, t.one_name, t.one_country) for t in ties] + [(t.other, t.other_name, t.other_country) for t in ties]
    ranked = _ranked(both, ties)[:RING]
    placed = {name[0]: _around(name, number, len(ranked)) for number, name in enumerate(ranked)}
    shown = [tie for tie in ties if tie.one in placed and tie.other in placed]
    strokes = [_through(tie, placed[tie.one], placed[tie.other], _most(shown)) for tie in shown]
    return Drawing(_ROUND, _ROUND, tuple(placed.values()), _thin_last(strokes), len(ties) - len(shown))


Who = tuple[str, str, str | None]


def _turned(tie: TieRow, country: str) -> TieRow:
    """The tie with the one of `country` first."""
    if tie.one_country == country:
        return tie
    return TieRow(
        tie.other,
        tie.other_name,
        tie.other_country,
        tie.one,
        tie.one_name,
        tie.one_country,
        tie.events,
        tie.first,
        tie.last,
    )


def _ranked(names: Sequence[Who], ties: Sequence[TieRow]) -> list[tuple[str, str, str | None, int]]:
    events = Counter[str]()
    for tie in ties:
        events[tie.one] += tie.events
        events[tie.other] += tie.events
    distinct = dict.fromkeys(names)
    return sorted(((*who, events[who[0]]) for who in distinct), key=lambda who: (-who[3], who[0]))


def _column(who: tuple[str, str, str | None, int], row: int, rows: int, height: int, x: int, anchor: str) -> Name:
    y = _TOP + (height - 2 * _TOP) * (row + 0.5) / rows
    return Name(*who, x, round(y, 1), anchor)


def _around(who: tuple[str, str, str | None, int], number: int, count: int) -> Name:
    angle = 2 * math.pi * number / count - math.pi / 2
    x, y = _ROUND / 2 + _RADIUS * math.cos(angle), _ROUND / 2 + _RADIUS * math.sin(angle)
    side = math.cos(angle)
    anchor = "middle" if abs(side) < 0.12 else "start" if side > 0 else "end"
    return Name(*who, round(x, 1), round(y, 1), anchor)


def _across(tie: TieRow, one: Name, other: Name, most: int) -> Stroke:
    half = (one.x + other.x) / 2
    path = f"M{one.x + 8} {one.y}C{half} {one.y} {half} {other.y} {other.x - 8} {other.y}"
    return Stroke(tie, path, _width(tie.events, most))


def _through(tie: TieRow, one: Name, other: Name, most: int) -> Stroke:
    middle = _ROUND / 2
    x, y = middle + (one.x + other.x - 2 * middle) * 0.15, middle + (one.y + other.y - 2 * middle) * 0.15
    return Stroke(tie, f"M{one.x} {one.y}Q{x:.1f} {y:.1f} {other.x} {other.y}", _width(tie.events, most))


def _width(events: int, most: int) -> float:
    return round(_LEAST + (_MOST - _LEAST) * (events - 1) / max(most - 1, 1), 2)


def _most(ties: Sequence[TieRow]) -> int:
    return max((tie.events for tie in ties), default=1)


def _thin_last(strokes: list[Stroke]) -> tuple[Stroke, ...]:
    return tuple(sorted(strokes, key=lambda stroke: (-stroke.width, stroke.path)))
