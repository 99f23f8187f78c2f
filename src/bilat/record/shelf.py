"""What linking keeps between two builds, in a record: tellings, where each was put, clusters, events."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from msgspec.json import decode

from bilat.model.linking import Taker, Telling
from bilat.model.places import NOWHERE, Kept, Key, Place
from bilat.record.query import LISTED

_WIDEST: Final = 62
"""Days of the widest window in which a report looks for its event."""

_TAKERS: Final = (
    "SELECT pa.telling, pa.name, pa.country, pa.role, p.actor FROM participants pa LEFT JOIN people p USING (person)"
    f" WHERE pa.telling {LISTED} ORDER BY pa.telling, pa.position"
)
_TELLINGS: Final = (
    "SELECT t.telling, t.id, coalesce((SELECT c.of FROM copies c WHERE c.document = t.document), t.document),"
    " d.publisher, d.published, t.type, t.status, t.start_date, t.end_date, t.place,"
    " t.host, t.mechanism, t.ordinal, t.documents, t.background FROM tellings t JOIN documents d USING (document)"
    f" WHERE t.telling {LISTED} ORDER BY t.id"
)
_KEPT: Final = (
    "SELECT c.cluster, c.key, c.first, c.last, c.countries, c.occasion,"
    " (SELECT group_concat(p.telling) FROM places p WHERE p.cluster = c.cluster) FROM clusters c"
)
_PLACE: Final = (
    "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (telling) DO UPDATE SET key = excluded.key,"
    " type = excluded.type, cluster = excluded.cluster, joined = excluded.joined, first = excluded.first,"
    " last = excluded.last"
)


class Shelf:
    """The tables `places` and `clusters`, and what linking asks of events; see `bilat.link.events.shelf`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def is_empty(self) -> bool:
        """Whether nothing was put anywhere yet."""
        return self._db.execute("SELECT 1 FROM places LIMIT 1").fetchone() is None

    def tellings(self, numbers: Collection[int]) -> Iterator[Telling]:
        """The tellings of these numbers, in order of ids; a taker's `local` is the actor, the document
        of a copy its original."""
        wanted = _list(numbers)
        takers: dict[int, list[Taker]] = {}
        for telling, *taker in self._db.execute(_TAKERS, (wanted,)):
            takers.setdefault(telling, []).append(Taker(*taker))
        for row in self._db.execute(_TELLINGS, (wanted,)).fetchall():
            *plain, mechanism, ordinal, documents, background = row
            yield Telling(
                *plain,
                takers=tuple(takers.get(row[0], ())),
                mechanism=mechanism,
                ordinal=ordinal,
                documents=() if documents == "[]" else tuple(decode(documents)),
                background=bool(background),
            )

    def places(self, numbers: Collection[int]) -> Mapping[int, Place]:
        rows = self._db.execute(
            f"SELECT telling, key, cluster, joined, first, last FROM places WHERE telling {LISTED}", (_list(numbers),)
        )
        return {
            telling: Place(telling, key_of(key), _number(cluster), _number(joined), first, last)
            for telling, key, cluster, joined, first, last in rows
        }

    def members(self, key: Key) -> Collection[int]:
        return self._numbers("SELECT telling FROM places WHERE key = ?", text_of(key))

    def clusters(self, numbers: Collection[int]) -> Iterator[Kept]:
        return self._kept(f"WHERE c.cluster {LISTED}", _list(numbers))

    def of_key(self, key: Key) -> Iterator[Kept]:
        return self._kept("WHERE c.key = ?", text_of(key))

    def on_day(self, kind: str, day: int) -> Iterator[Kept]:
        return self._kept("WHERE c.whole AND c.type = ? AND c.first = ?", kind, day)

    def between(self, kind: str, first: int, days: tuple[int, int], countries: Collection[str]) -> Iterator[Kept]:
        taking_part = " AND instr(c.countries, ?)" * len(countries)
        return self._kept(
            f"WHERE c.whole AND c.type = ? AND c.first BETWEEN max(?, 1) AND ? AND c.last >= ?{taking_part}",
            *(kind, first, days[1], days[0], *(f" {country} " for country in countries)),
        )

    def _kept(self, where: str, *values: object) -> Iterator[Kept]:
        for cluster, key, first, last, countries, occasion, tellings in self._db.execute(f"{_KEPT} {where}", values):
            numbers = tuple(sorted(map(int, tellings.split(","))))
            yield Kept(cluster, key_of(key), first, last, tuple(countries.split()), occasion, numbers)

    def waiting(self, kind: str, first: int, last: int) -> Collection[int]:
        return self._numbers(
            "SELECT telling FROM places WHERE type = ? AND first > 0 AND first BETWEEN ? AND ? AND last >= ?",
            *(kind, first - _WIDEST, last, first),
        )

    def joined(self, occasions: Collection[int]) -> Collection[int]:
        return self._numbers(f"SELECT telling FROM places WHERE joined {LISTED}", _list(occasions))

    def events_with(self, tellings: Collection[int]) -> Collection[int]:
        return self._numbers(f"SELECT DISTINCT event FROM reports WHERE telling {LISTED}", _list(tellings))

    def told_by(self, events: Collection[int]) -> Collection[int]:
        return self._numbers(f"SELECT telling FROM places WHERE event {LISTED}", _list(events))

    def _numbers(self, statement: str, *values: object) -> list[int]:
        return [number for (number,) in self._db.execute(statement, values)]

    def put(self, places: Iterable[Place], gone: Iterable[int], kept: Iterable[Kept], dropped: Iterable[int]) -> None:
        """Puts tellings and clusters in their places; those `gone` and `dropped` have none any more."""
        many = self._db.executemany
        _ = many("DELETE FROM places WHERE telling = ?", ((number,) for number in gone))
        _ = many("DELETE FROM clusters WHERE cluster = ?", ((number,) for number in dropped))
        _ = many("INSERT OR REPLACE INTO clusters VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_cluster_row, kept))
        _ = many(_PLACE, map(_place_row, places))


def _cluster_row(kept: Kept) -> tuple[Any, ...]:
    countries = f" {' '.join(kept.countries)} "
    return kept.cluster, text_of(kept.key), kept.key.type, int(kept.key.whole), *kept[2:4], countries, kept.occasion


def _place_row(place: Place) -> tuple[Any, ...]:
    cluster, joined = (None if number == NOWHERE else number for number in (place.cluster, place.joined))
    return place.telling, text_of(place.key), place.key.type, cluster, joined, place.first, place.last


def _number(value: int | None) -> int:
    return NOWHERE if value is None else value


def _list(numbers: Iterable[int]) -> str:
    return json.dumps(sorted(numbers))


def text_of(key: Key) -> str:
    """A key as one text."""
    return json.dumps(key, ensure_ascii=False)


@lru_cache(1 << 14)
def key_of(text: str) -> Key:
    """A key out of its text."""
    kind, who, what, whole = decode(text)
    return Key(kind, tuple(who), what, whole)
