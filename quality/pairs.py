"""A random handful of what linking joined or kept apart in a record, each with its words, for a person to judge by eye.

    bilat build ../shared/corpus/press ../shared/corpus/lianbo -o corpus.bilat
    python -m quality.pairs merges --seed 11 -n 50 corpus.bilat

    merges   events told as news by several documents, two of these drawn of each; at least `--least` of each type
    near     pairs of events of one type, at most three days apart, that share a person or both countries
    doubts   pairs of events that linking nearly joined (table `doubts`)
    joints   pairs of names that linking joined, but for the same name without a country
    actors   pairs of names that linking nearly joined

The same seed over the same record gives the same pairs.
"""

import argparse
import random
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from itertools import combinations
from pathlib import Path
from typing import Final, TypeVar

from quality.told import event, local, telling

T = TypeVar("T")

MOST_APART: Final = 3
"""Days between two events of `near`."""
_PAIR: Final = 2

_NEWS: Final = """
SELECT e.type, e.event, t.document, min(t.telling) FROM events e JOIN reports r USING (event)
JOIN tellings t USING (telling) WHERE r.how IN ('reported', 'announced')
GROUP BY e.event, t.document ORDER BY e.id, t.document
"""
_EVENTS: Final = """
SELECT e.event, e.type, cast(julianday(coalesce(e.start_date, min(d.published))) AS INTEGER)
FROM events e JOIN reports r USING (event) JOIN tellings t USING (telling) JOIN documents d USING (document)
GROUP BY e.event HAVING length(coalesce(e.start_date, min(d.published))) = 10 ORDER BY e.id
"""
_SIDES: Final = "SELECT event, coalesce(actor, ''), coalesce(country, '') FROM sides ORDER BY event, position"
_REPORTS: Final = "SELECT telling FROM reports WHERE event = ? ORDER BY position"
_HOME: Final = """
SELECT r.event FROM tellings t JOIN reports r USING (telling) JOIN events e USING (event)
WHERE t.id = ? ORDER BY e.id = ? DESC, r.event LIMIT 1
"""


class Drawer:
    """Draws pairs of one record; each answer is a list of texts to print."""

    def __init__(self, record: sqlite3.Connection, seed: int, count: int, least: int) -> None:
        self._record = record
        self._random = random.Random(seed)  # noqa: S311  # no secret
        self._count, self._least = count, least

    def merges(self) -> list[str]:
        """Events with two of the documents that tell them as news."""
        told: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for kind, number, _, first in self._record.execute(_NEWS):
            told[kind][number].append(first)
        several = {kind: [e for e, ts in events.items() if len(ts) >= _PAIR] for kind, events in sorted(told.items())}
        shown: list[str] = []
        for kind, wanted in shares({k: len(v) for k, v in several.items()}, self._count, self._least).items():
            for number in self._random.sample(several[kind], wanted):
                both = self._random.sample(told[kind][number], _PAIR)
                lines = [event(self._record, number), *(telling(self._record, t) for t in both)]
                shown.append("\n".join(lines))
        return shown

    def near(self) -> list[str]:
        """Pairs of like events that are two."""
        return [self._both(a, b) for a, b in self._sample(alike(self._record))]

    def doubts(self) -> list[str]:
        """Pairs of events that were nearly joined."""
        rows = self._record.execute(
            "SELECT one, other, likely FROM doubts WHERE kind = 'event' AND NOT joined ORDER BY one, other"
        ).fetchall()
        return [
            f"likely {likely}\n{self._both(self._home(one), self._home(other))}"
            for one, other, likely in self._sample(rows)
        ]

    def joints(self) -> list[str]:
        """Pairs of names that were joined."""
        return self._names(
            "SELECT local, with_local, why, likely FROM joints WHERE why <> 'country' ORDER BY local, with_local"
        )

    def actors(self) -> list[str]:
        """Pairs of names that were nearly joined."""
        return self._names(
            "SELECT one, other, why, likely FROM doubts WHERE kind = 'actor' AND NOT joined ORDER BY one, other"
        )

    def _names(self, query: str) -> list[str]:
        return [
            f"{why} {likely}\n{local(self._record, one)}\n{local(self._record, other)}"
            for one, other, why, likely in self._sample(self._record.execute(query).fetchall())
        ]

    def _both(self, one: int, other: int) -> str:
        return "\n".join(text for number in (one, other) for text in self._event(number))

    def _event(self, number: int) -> list[str]:
        """An event with its first report and another."""
        rows = self._record.execute(_REPORTS, [number]).fetchall()
        tellings: list[int] = [t for (t,) in rows]
        others = self._random.sample(tellings[1:], min(1, len(tellings) - 1))
        return [event(self._record, number), *(telling(self._record, t) for t in (*tellings[:1], *others))]

    def _home(self, telling_id: str) -> int:
        return self._record.execute(_HOME, [telling_id, telling_id]).fetchone()[0]

    def _sample(self, rows: Sequence[T]) -> list[T]:
        print(f"out of {len(rows)}")
        return self._random.sample(rows, min(self._count, len(rows)))


def shares(there: dict[str, int], count: int, least: int) -> dict[str, int]:
    """How many of each kind to draw: in proportion to what there is, but `least` of each where there are."""
    total = sum(there.values())
    wanted = {kind: min(number, max(least, round(count * number / total))) for kind, number in there.items()}
    while sum(wanted.values()) > count:
        most = max(wanted, key=lambda kind: (wanted[kind], kind))
        if wanted[most] <= least:
            break
        wanted[most] -= 1
    return wanted


def alike(record: sqlite3.Connection) -> list[tuple[int, int]]:
    """Pairs of events of one type and of days near each other that share a person or two countries."""
    day: dict[int, int] = {}
    shared: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sides: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, actor, country in record.execute(_SIDES):
        sides[number].append((actor, country))
    for number, kind, when in record.execute(_EVENTS):
        day[number] = when
        for actor in sorted({a for a, _ in sides[number] if a}):
            shared[kind, actor].append(number)
        for pair in combinations(sorted({c for _, c in sides[number] if c}), _PAIR):
            shared[kind, *pair].append(number)
    found = {
        (a, b) if a < b else (b, a)
        for numbers in shared.values()
        for a, b in combinations(numbers, _PAIR)
        if abs(day[a] - day[b]) <= MOST_APART
    }
    order = {number: place for place, number in enumerate(day)}
    return sorted(found, key=lambda pair: (order[pair[0]], order[pair[1]]))


def main() -> int:
    """Print the pairs."""
    drawers = {
        "merges": Drawer.merges,
        "near": Drawer.near,
        "doubts": Drawer.doubts,
        "joints": Drawer.joints,
        "actors": Drawer.actors,
    }
    parser = argparse.ArgumentParser(
        prog="python -m quality.pairs", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kind", choices=drawers)
    parser.add_argument("record", type=Path)
    parser.add_argument("-n", type=int, default=50, help="how many pairs (default: 50)")
    parser.add_argument("--least", type=int, default=6, help="of each type of event, in merges (default: 6)")
    parser.add_argument("--seed", type=int, default=1, help="another number, other pairs (default: 1)")
    given = parser.parse_args()
    if not given.record.is_file():
        parser.error(f"there is no record {given.record}")
    with closing(sqlite3.connect(f"{given.record.resolve().as_uri()}?mode=ro", uri=True)) as record:
        shown = drawers[given.kind](Drawer(record, given.seed, given.n, given.least))
    for number, text in enumerate(shown, 1):
        print(f"\n{number}. {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
