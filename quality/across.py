"""The contacts of two countries that reports in several languages tell, and persons joined across scripts, drawn at
random: what docs/quality.md gives of linking across languages. `python -m quality.across RECORD US CN`, and
`python -m quality.across RECORD --links 100 --seed 11`."""

import argparse
import random
import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path

from bilat.lang.spaced.sounds import is_han


def contacts(db: sqlite3.Connection, one: str, other: str) -> list[str]:
    """A line for each event of two countries with reports in two languages or more, in order of days."""
    rows = db.execute(
        "SELECT e.id, coalesce(e.start_date, min(d.published)), e.type, group_concat(DISTINCT d.language), count(*),"
        " (SELECT group_concat(name || ' ' || coalesce(country, ''), ', ') FROM sides s WHERE s.event = e.event)"
        " FROM events e JOIN reports USING (event) JOIN tellings USING (telling) JOIN documents d USING (document)"
        " WHERE EXISTS (SELECT 1 FROM sides s WHERE s.event = e.event AND s.country = ?)"
        " AND EXISTS (SELECT 1 FROM sides s WHERE s.event = e.event AND s.country = ?)"
        " GROUP BY e.event HAVING count(DISTINCT d.language) > 1 ORDER BY 2, 1",
        (one, other),
    )
    return ["  ".join(map(str, row)) for row in rows]


def links(db: sqlite3.Connection, number: int, seed: int) -> list[str]:
    """Names in Latin letters of articles that are not Chinese, each with the names in characters of the same person."""
    people: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for local, name, country, documents, actor in db.execute(
        "SELECT local, name, country, documents, actor FROM locals ORDER BY local"
    ):
        people[actor].append((documents, name, f"{country or ''} {local}"))
    elsewhere = {
        local
        for (local,) in db.execute(
            "SELECT DISTINCT local FROM people JOIN documents USING (document) WHERE language <> 'zh'"
        )
    }
    found: list[str] = []
    for members in people.values():
        characters = [name for _, name, _ in sorted(members, reverse=True) if is_han(name)]
        for _, name, place in sorted(members):
            country, _, local = place.rpartition(" ")
            if characters and not is_han(name) and local in elsewhere:
                found.append(f"{name}  {country}  {', '.join(characters[:4])}")
    found.sort()
    return random.Random(seed).sample(found, min(number, len(found)))  # noqa: S311 -- a draw, no secret


def main() -> None:
    """Prints the list or the draw."""
    asked = argparse.ArgumentParser(description=__doc__)
    _ = asked.add_argument("record", type=Path)
    _ = asked.add_argument("countries", nargs="*", metavar="CODE")
    _ = asked.add_argument("--links", type=int, default=0)
    _ = asked.add_argument("--seed", type=int, default=11)
    given = asked.parse_args()
    with closing(sqlite3.connect(f"{given.record.resolve().as_uri()}?mode=ro", uri=True)) as db:
        lines = links(db, given.links, given.seed) if given.links else contacts(db, *given.countries)
    print(*lines, sep="\n")


if __name__ == "__main__":
    main()
