"""Everything that linking asks of a record and writes into it."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from bilat.model.doubt import Doubt
from bilat.model.linking import Attended, Happening, Joint, Tenure
from bilat.record import actors, decided, doubts, events, levels, says
from bilat.record.query import LISTED
from bilat.record.said import Said
from bilat.record.shelf import Shelf

_CLEARED: Final = (
    "doubts",
    "differences",
    "life",
    "reports",
    "sides",
    "places",
    "clusters",
    "events",
    "tenures",
    "joints",
)
"""What linking writes, children first."""


class Linking:
    """The linked part of a record that is being written. `shelf` is what event linking keeps; `written` are the numbers
    of the events that were made or changed."""

    def __init__(self, db: sqlite3.Connection, said: Said, written: set[int]) -> None:
        self._db = db
        self._said = said
        self._unsaid: set[int] = set()
        self._written = written
        self.shelf = Shelf(db)
        self.actors = actors.ActorTables(db, said)

    def tellings_of(self, documents: Iterable[int]) -> set[int]:
        """Numbers of the tellings of documents."""
        return self._numbers(f"SELECT telling FROM tellings WHERE document {LISTED}", _list(documents))

    def tellings_with(self, locals_: Iterable[str]) -> set[int]:
        """Numbers of the linked tellings in which one of these locals takes part."""
        listed = json.dumps(sorted(locals_), ensure_ascii=False)
        return self._numbers(
            f"SELECT pa.telling FROM people p JOIN participants pa USING (person) JOIN places USING (telling)"
            f" WHERE p.local {LISTED}",
            listed,
        )

    def bare_names(self, country: str) -> list[str]:
        """What participants of a country are called that are no persons."""
        rows = self._db.execute(
            "SELECT DISTINCT name FROM participants WHERE person IS NULL AND country = ?", (country,)
        )
        return [name for (name,) in rows]

    def tellings_naming(self, country: str, name: str, first: str, last: str) -> set[int]:
        """Numbers of the linked tellings of one of these days, or of no whole day, in which a participant that is no
        person is called so."""
        return self._numbers(
            "SELECT t.telling FROM participants pa JOIN places USING (telling) JOIN tellings t USING (telling)"
            " JOIN documents d USING (document) WHERE pa.person IS NULL AND pa.country = ? AND pa.name = ?"
            " AND (length(t.start_date) < 10 OR coalesce(t.start_date, d.published) BETWEEN ? AND ?)",
            *(country, name, first, last),
        )

    def tenures(self) -> list[Tenure]:
        """Who was seen in which office, in order of actors and offices."""
        return actors.tenures(self._db)

    def seen(self, country: str, office: str) -> list[Tenure]:
        """Who was seen in an office."""
        return actors.tenures_in(self._db, country, office)

    def ids(self, tellings: Collection[int]) -> dict[int, str]:
        """The ids of tellings."""
        rows = self._db.execute(f"SELECT telling, id FROM tellings WHERE telling {LISTED}", (_list(tellings),))
        return dict(rows.fetchall())

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """The numbers of tellings of documents that count."""
        rows = self._db.execute(
            f"SELECT t.id, t.telling FROM tellings t JOIN documents d USING (document) WHERE t.id {LISTED}"
            " AND d.superseded_by IS NULL ORDER BY t.telling",
            (json.dumps(sorted(ids)),),
        )
        return dict(rows.fetchall())

    def homes(self, ids: Iterable[str]) -> dict[str, str]:
        """Of tellings, by id, the event that each is of in the first place."""
        rows = self._db.execute(
            "SELECT t.id, e.id FROM tellings t JOIN places p USING (telling) JOIN events e USING (event)"
            f" WHERE t.id {LISTED} ORDER BY t.telling",
            (json.dumps(sorted(ids)),),
        )
        return dict(rows.fetchall())

    def actor_of(self, locals_: Iterable[str]) -> dict[str, str]:
        """Of locals the actors they are."""
        rows = self._db.execute(
            f"SELECT local, actor FROM locals WHERE local {LISTED}",
            (json.dumps(sorted(locals_), ensure_ascii=False),),
        )
        return dict(rows.fetchall())

    def joints(self, locals_: Collection[str] | None = None) -> tuple[list[Joint], list[Joint]]:
        """The joints that were made at these locals (at all, with None), and those that could be made and were not,
        the likeliest first."""
        return actors.joints(self._db, locals_), actors.doubtful(self._db, locals_)

    def decided_before(self) -> set[str]:
        """The ids that the decisions of the build before speak of."""
        return decided.ids(self._db)

    def replace(self, old: Collection[int], made: Iterable[events.Made]) -> list[int]:
        """Events in the place of others. Returns their numbers."""
        events.remove(self._db, old)
        return events.add(self._db, made)

    def unsay(self, numbers: Iterable[int]) -> None:
        """Takes what these events say out of the digest, as it is to change; `say` puts back what is left of them."""
        new = set(numbers) - self._unsaid
        self._said.remove(says.events(self._db, sorted(new)))
        self._unsaid |= new

    def say(self, made: Iterable[int]) -> None:
        """Puts what new events and those taken out of the digest say into it."""
        new = self._unsaid.union(made)
        self._said.add(says.events(self._db, sorted(new)))
        self._written |= new
        self._unsaid.clear()

    def held_by(self, visits: Collection[int]) -> set[int]:
        """Numbers of the events that these visits hold."""
        return self._numbers(f"SELECT event FROM events WHERE part_of {LISTED}", _list(visits))

    def happenings(self, numbers: Collection[int]) -> list[Happening]:
        """The events of these numbers, in order of ids."""
        return events.happenings(self._db, numbers)

    def visits(self, host: str, first: int, last: int) -> list[Happening]:
        """The visits to a country that begin on one of these days."""
        return events.visits(self._db, host, first, last)

    def around(self, kind: str, first: int, last: int) -> list[Happening]:
        """The events of a type that begin on one of these days."""
        return events.around(self._db, kind, first, last)

    def by_day(self) -> list[int]:
        """Numbers of all events in order of the first day on which each may have been."""
        return [number for (number,) in self._db.execute("SELECT event FROM events ORDER BY earliest, event")]

    def on_days(self, kinds: Iterable[str], spans: Iterable[tuple[int, int]]) -> set[int]:
        """Numbers of the events of these types that begin within one of the spans."""
        return events.on_days(self._db, kinds, spans)

    def put_in_visits(self, held: Sequence[tuple[str, str | None]]) -> None:
        """Says of events by id which visit (its id) holds each."""
        events.put_in_visits(self._db, held)

    def doubt(self, found: Iterable[Doubt], of: Mapping[str, int]) -> None:
        """Adds doubts about events; `of` gives the number of the event each id of theirs is of."""
        doubts.add(self._db, ((doubt, of.get(doubt.one), of.get(doubt.other)) for doubt in found))

    def doubt_actors(self, locals_: Collection[str] | None, found: Iterable[Doubt]) -> None:
        """Writes the doubts about these locals (about all, with None) in the place of those there were."""
        doubts.clear_actors(self._db, locals_)
        doubts.add(self._db, ((doubt, None, None) for doubt in found))

    @property
    def written(self) -> set[int]:
        """Numbers of the events that were made or changed."""
        return self._written

    def events_outside(self, spans: Iterable[tuple[str, str, str]]) -> set[int]:
        """Numbers of the events of actors that begin before a first or after a last day, or on no known one."""
        return levels.outside(self._db, spans)

    def attended(self, numbers: Collection[int]) -> list[Attended]:
        """Who takes part in events, and from when."""
        return levels.attended(self._db, numbers)

    def held(self, actors_: Collection[str]) -> list[Tenure]:
        """The tenures of actors."""
        return self.actors.tenures(actors_)

    def put_levels(self, found: Mapping[int, str]) -> None:
        """Writes how high events are."""
        levels.put(self._db, found)

    def clear(self) -> None:
        """Forgets all that linking wrote."""
        self._said.remove(chain(says.actors(self._db), says.events(self._db)))
        actors.clear(self._db)
        for table in _CLEARED:
            _ = self._db.execute(f"DELETE FROM {table}")

    def _numbers(self, statement: str, *values: object) -> set[int]:
        return {number for (number,) in self._db.execute(statement, values)}


def _list(numbers: Iterable[int]) -> str:
    return json.dumps(sorted(numbers))
