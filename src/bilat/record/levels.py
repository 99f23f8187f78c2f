"""How high events are, in a record that is being written."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from bilat.model.linking import Attended
from bilat.record.query import LISTED

_OUTSIDE: Final = (
    "SELECT s.event FROM sides s JOIN events e USING (event)"
    " WHERE s.actor = ? AND (e.earliest IS NULL OR e.earliest < ? OR e.earliest > ?)"
)


def outside(db: sqlite3.Connection, spans: Iterable[tuple[str, str, str]]) -> set[int]:
    """Numbers of the events of actors that begin before a first or after a last day, or on no known one."""
    return {number for span in spans for (number,) in db.execute(_OUTSIDE, span)}


def attended(db: sqlite3.Connection, numbers: Collection[int]) -> list[Attended]:
    """Who takes part in events, and from when."""
    rows = db.execute(
        "SELECT s.event, e.earliest, s.actor, s.name, s.country FROM sides s JOIN events e USING (event)"
        f" WHERE s.event {LISTED} ORDER BY s.event, s.position",
        (json.dumps(sorted(numbers)),),
    )
    return [Attended(*row) for row in rows]


def put(db: sqlite3.Connection, found: Mapping[int, str]) -> None:
    """Writes how high events are."""
    changed = ((level, number, level) for number, level in sorted(found.items()))
    _ = db.executemany("UPDATE events SET level = ? WHERE event = ? AND level <> ?", changed)
