"""Actors in a record: what linking keeps of names from build to build, and what it answers.

Everything here is a function of the documents that count (and of decisions). `ActorTables` does what `link.actors`
asks of a store; every lookup goes by an index.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Final

from msgspec.json import Decoder, Encoder

from bilat.lang.base import Post
from bilat.model.linking import Joint, Naming, Tenure
from bilat.model.locals import Form, Local, Seen
from bilat.record import persons, says
from bilat.record.query import LISTED
from bilat.record.said import Said
from bilat.record.terms import fold

TABLES: Final = ("locals", "forms", "seen", "grounds", "joints", "tenures", "names", "persons", "titles")
_DOCUMENTS: Final = 20_000
"""Documents whose names are counted at a time; the more, the more is held in memory."""
_NAMINGS: Final = (
    "SELECT p.local, p.name, p.country, p.title, p.aliases, p.document, d.published"
    " FROM people p JOIN documents d USING (document)"
)
_LOCAL: Final = "l.local, l.name, l.country, l.documents, l.actor"
_SEEN: Final = "s.local, s.country, s.office, s.sole, s.first, s.last, s.documents"
_OFFICE: Final = "s.country = ? AND s.office = ? AND s.sole = ?"
_CALLED: Final = """
SELECT actor, name, fold(name), count(DISTINCT main), count(DISTINCT other), 0 FROM (
    SELECT p.actor, p.name, p.document AS main, NULL AS other FROM counted c CROSS JOIN people p USING (document)
    UNION ALL
    SELECT p.actor, a.value, NULL, p.document
    FROM counted c CROSS JOIN people p USING (document) CROSS JOIN json_each(p.aliases) a
    WHERE p.aliases <> '[]'
)
"""
"""What actors are called in some documents, and in how many."""

_ENCODER: Final = Encoder(order="deterministic")
_COUNTS: Final = Decoder(dict[str, int])
_TEXTS: Final = Decoder(list[str])

Row = tuple[Any, ...]


def clear(db: sqlite3.Connection) -> None:
    """Forgets all actors. OR FAIL: see `changes.touch_all`."""
    for table in TABLES:
        _ = db.execute(f"DELETE FROM {table}")
    _ = db.execute("UPDATE OR FAIL people SET actor = local WHERE actor <> local")


def actor_of(db: sqlite3.Connection) -> dict[str, str]:
    """The actor of each local that is not its own."""
    return dict(db.execute("SELECT local, actor FROM locals WHERE actor <> local ORDER BY local"))


def joints(db: sqlite3.Connection, locals_: Collection[str] | None = None) -> list[Joint]:
    """The joints that were made (that begin at these locals, where some are given), in order of locals."""
    listed, given = _those("local", locals_)
    statement = f"SELECT local, with_local, why, likely FROM joints WHERE TRUE{listed} ORDER BY local, with_local"
    return [Joint(*row) for row in db.execute(statement, given)]


def doubtful(db: sqlite3.Connection, locals_: Collection[str] | None = None) -> list[Joint]:
    """The joints that could be made between two actors (that begin at these locals, where some are given) and were
    not, the likeliest first."""
    listed, given = _those("g.one", locals_)
    rows = db.execute(
        "SELECT g.one, g.other, g.why, max(g.likely) AS likely FROM grounds g JOIN locals a ON a.local = g.one"
        f" JOIN locals b ON b.local = g.other WHERE a.actor <> b.actor AND g.why NOT IN ('decision', 'apart'){listed}"
        " GROUP BY g.one, g.other, g.why ORDER BY likely DESC, g.why, g.one, g.other",
        given,
    )
    return [Joint(*row) for row in rows]


def tenures(db: sqlite3.Connection) -> list[Tenure]:
    """Who was seen in which office, in order of actors and offices."""
    return [_tenure(row) for row in db.execute("SELECT * FROM tenures ORDER BY actor, office, sole")]


def tenures_in(db: sqlite3.Connection, country: str, office: str) -> list[Tenure]:
    """Who was seen in an office of a country."""
    rows = db.execute("SELECT * FROM tenures WHERE country = ? AND office = ? ORDER BY actor, sole", (country, office))
    return [_tenure(row) for row in rows]


class ActorTables:
    """The store of actors in a record that is being written."""

    def __init__(self, db: sqlite3.Connection, said: Said) -> None:
        self._db = db
        self._said = said

    def is_empty(self) -> bool:
        """Whether no local is kept."""
        return self._db.execute("SELECT 1 FROM locals LIMIT 1").fetchone() is None

    def namings(self, documents: Collection[int]) -> Iterator[Naming]:
        """All namings of documents."""
        return map(_naming, self._db.execute(f"{_NAMINGS} WHERE p.document {LISTED}", (_json(documents),)))

    def namings_of(self, local: str) -> Iterator[Naming]:
        """All namings of a local in documents that count."""
        return map(_naming, self._db.execute(f"{_NAMINGS} WHERE p.local = ? AND d.superseded_by IS NULL", (local,)))

    def together(self, locals_: Sequence[Local]) -> dict[int, frozenset[str]]:
        """The documents that count and name two or more of these locals. Those of the most frequent one are not read:
        each document with two names another one too."""
        named: dict[int, set[str]] = defaultdict(set)
        *rare, most = [local.id for local in sorted(locals_, key=lambda each: (each.documents, each.id))]
        if not rare:
            return {}
        for document, local in self._db.execute(
            f"SELECT document, local FROM people WHERE local {LISTED}", (_json(rare),)
        ):
            named[document].add(local)
        for (document,) in self._db.execute(
            f"SELECT document FROM people WHERE local = ? AND document {LISTED}", (most, _json(named))
        ):
            named[document].add(most)
        several = [document for document, ones in named.items() if len(ones) > 1]
        counting = self._db.execute(
            f"SELECT document FROM documents WHERE document {LISTED} AND superseded_by IS NULL", (_json(several),)
        )
        return {document: frozenset(named[document]) for (document,) in counting}

    def locals(self, ids: Collection[str]) -> dict[str, Local]:
        """Those of these locals that are kept."""
        rows = self._db.execute(f"SELECT {_LOCAL} FROM locals l WHERE l.local {LISTED}", (_json(ids),))
        return {row[0]: Local(*row) for row in rows}

    def forms(self, ids: Collection[str]) -> Iterator[Form]:
        """All forms of these locals."""
        rows = self._db.execute(f"SELECT kind, key, local, documents FROM forms WHERE local {LISTED}", (_json(ids),))
        return (Form(*row) for row in rows)

    def seen(self, ids: Collection[str]) -> Iterator[Seen]:
        """All offices of these locals."""
        return map(
            _seen, self._db.execute(f"SELECT {_SEEN}, s.titles FROM seen s WHERE s.local {LISTED}", (_json(ids),))
        )

    def keep(self, locals_: Iterable[Local], forms: Iterable[Form], seen: Iterable[Seen]) -> None:
        """Writes rows; one that has no document is removed."""
        named = list(locals_)
        ids = [local.id for local in named]
        self._said.remove(says.actors(self._db, ids))
        self._replace("locals", ("local",), named, Local._fields.index("documents"))
        self._said.add(says.actors(self._db, ids))
        self._replace("forms", ("kind", "key", "local"), forms, Form._fields.index("documents"))
        rows = ((s.local, s.office, int(s.sole), *s[4:7], s.country, _counts(s.titles)) for s in seen)
        self._replace("seen", ("local", "office", "sole"), rows, 5)

    def _replace(self, table: str, key: Sequence[str], rows: Iterable[Row], documents: int) -> None:
        made = list(rows)
        keep, drop = ([row for row in made if (row[documents] > 0) is kept] for kept in (True, False))
        _ = self._insert(table, keep, "OR REPLACE")
        where = " AND ".join(f"{column} = ?" for column in key)
        _ = self._db.executemany(f"DELETE FROM {table} WHERE {where}", [row[: len(key)] for row in drop])

    def _insert(self, table: str, rows: Iterable[Row], or_else: str = "") -> None:
        ahead = iter(rows)
        for first in ahead:
            statement = f"INSERT {or_else} INTO {table} VALUES ({', '.join('?' * len(first))})"
            _ = self._db.execute(statement, first)
            _ = self._db.executemany(statement, ahead)

    def with_form(self, kind: str, keys: Collection[str] | None) -> Iterator[tuple[str, list[Local]]]:
        """The locals of each of these keys, or of all."""
        listed, given = _those("f.key", keys)
        rows = self._db.execute(
            f"SELECT f.key, {_LOCAL} FROM forms f JOIN locals l USING (local) WHERE f.kind = ?{listed}"
            " ORDER BY f.key, f.local",
            (kind, *given),
        )
        return _grouped(rows)

    def with_name(self, names: Collection[str] | None) -> Iterator[tuple[str, list[Local]]]:
        """The locals of each of these names, or of all that several have."""
        several = " AND l.name IN (SELECT name FROM locals GROUP BY name HAVING count(*) > 1)"
        listed, given = (several, ()) if names is None else _those("l.name", names)
        rows = self._db.execute(
            f"SELECT l.name, {_LOCAL} FROM locals l WHERE TRUE{listed} ORDER BY l.name, l.local", given
        )
        return _grouped(rows)

    def holders(self, office: tuple[str, Post]) -> list[tuple[str, Seen]]:
        """Who was seen in an office of a country, with their names."""
        rows = self._db.execute(
            f"SELECT l.name, {_SEEN}, '{{}}' FROM seen s JOIN locals l USING (local) WHERE {_OFFICE} ORDER BY s.local",
            _office(office),
        )
        return [(row[0], _seen(row[1:])) for row in rows]

    def offices(self, most: int) -> Iterator[tuple[str, Post]]:
        """All offices of countries that more than one local was seen in, and no crowd."""
        rows = self._db.execute(
            "SELECT country, office, sole FROM seen WHERE country IS NOT NULL GROUP BY country, office, sole"
            " HAVING count(*) > 1 AND (sole OR count(*) <= ?)",
            (most,),
        )
        return ((country, Post(name, bool(sole))) for country, name, sole in rows)

    def count_holders(self, office: tuple[str, Post]) -> int:
        """How many locals were seen in an office of a country."""
        return int(self._db.execute(f"SELECT count(*) FROM seen s WHERE {_OFFICE}", _office(office)).fetchone()[0])

    def grounds(self, why: str, keys: Collection[str], ends: Collection[str] | None = None) -> set[tuple[str, Joint]]:
        """The joints that could be made, each with its key."""
        rows = self._db.execute(
            f"SELECT key, one, other, why, likely FROM grounds WHERE why = ? AND key {LISTED}", (why, _json(keys))
        )
        found = {(key, Joint(*joint)) for key, *joint in rows}
        return found if ends is None else {each for each in found if each[1].one in ends or each[1].other in ends}

    def keep_grounds(self, gone: Iterable[tuple[str, Joint]], come: Iterable[tuple[str, Joint]]) -> None:
        """Removes joints that could be made and adds others."""
        _ = self._db.executemany(
            "DELETE FROM grounds WHERE why = ? AND key = ? AND one = ? AND other = ?",
            [(joint.why, key, joint.one, joint.other) for key, joint in gone],
        )
        self._insert("grounds", ((joint.why, key, joint.one, joint.other, joint.likely) for key, joint in come))

    def joints_at(self, ids: Collection[str] | None) -> Iterator[Joint]:
        """The joints that could be made at these locals, or all; with what people decided."""
        ends = ("TRUE",) if ids is None else (f"one {LISTED}", f"other {LISTED}")
        given = () if ids is None else (_json(ids),)
        for end in ends:
            rows = self._db.execute(
                f"SELECT one, other, why, likely FROM grounds WHERE why <> 'apart' AND {end}", given
            )
            yield from (Joint(*row) for row in rows)

    def keep_joints(self, locals_: Collection[str], made: Iterable[Joint], actor_of: Mapping[str, str]) -> None:
        """Writes the joints that were made, in the place of all that began at these locals."""
        _ = self._db.execute(f"DELETE FROM joints WHERE local {LISTED}", (_json(locals_),))
        self._insert("joints", ((j.one, actor_of[j.one], j.other, j.why, j.likely) for j in made), "OR IGNORE")

    def members(self, actors: Collection[str] | None) -> Iterator[tuple[str, list[Local], list[Seen]]]:
        """The locals of each of these actors, or of all, and what they were seen in."""
        listed, given = _those("l.actor", actors)
        rows = self._db.execute(
            f"SELECT {_LOCAL}, {_SEEN}, s.titles FROM locals l LEFT JOIN seen s USING (local) WHERE TRUE{listed}"
            " ORDER BY l.actor, l.local",
            given,
        )
        for actor, group in groupby(rows, key=itemgetter(4)):
            whole = list(group)
            yield (
                actor,
                list({row[0]: Local(*row[:5]) for row in whole}.values()),
                [_seen(row[5:]) for row in whole if row[5] is not None],
            )

    def tenures(self, actors: Collection[str]) -> list[Tenure]:
        """The tenures of these actors."""
        return [
            _tenure(row) for row in self._db.execute(f"SELECT * FROM tenures WHERE actor {LISTED}", (_json(actors),))
        ]

    def keep_tenures(self, gone: Iterable[Tenure], come: Iterable[Tenure]) -> None:
        """Removes tenures and adds others."""
        _ = self._db.executemany(
            "DELETE FROM tenures WHERE actor = ? AND office = ? AND sole = ?",
            [(t.actor, t.office, int(t.sole)) for t in gone],
        )
        self._insert(
            "tenures",
            ((t.actor, t.office, int(t.sole), t.country, t.first, t.last, t.documents, _json(t.titles)) for t in come),
        )

    def rename(self, moved: Mapping[str, str], fresh: Collection[int], gone: Collection[int]) -> None:
        """Writes who is whose actor into `people`, and what actors are called: what they were called in the documents
        concerned is taken out, then what they are called there is added."""
        db = self._db
        of_moved = {
            number
            for (number,) in db.execute(f"SELECT DISTINCT document FROM people WHERE local {LISTED}", (_json(moved),))
        }
        linked = f"SELECT document FROM documents WHERE document {LISTED} AND linked"
        before = {number for (number,) in db.execute(linked, (_json(of_moved),))} | set(gone)
        counts = f"SELECT document FROM documents WHERE document {LISTED} AND superseded_by IS NULL"
        after = {number for (number,) in db.execute(counts, (_json(of_moved),))} | set(fresh)
        _ = db.execute("CREATE TEMP TABLE counted (document INTEGER PRIMARY KEY)")
        _ = db.execute("CREATE TEMP TABLE uncalled (actor TEXT, name TEXT)")
        counted = persons.Counted(db, moved, fresh, gone)
        self._uncall(before)
        _ = db.executemany(
            "UPDATE people SET actor = ? WHERE local = ?", [(new, local) for local, new in moved.items()]
        )
        _ = db.executemany(
            "UPDATE people SET actor = ? WHERE person = ?",
            db.execute(
                "SELECT l.actor, p.person FROM touched t CROSS JOIN people p USING (document)"
                " CROSS JOIN locals l USING (local) WHERE p.actor <> l.actor"
            ).fetchall(),
        )
        counted.renew()
        self._call(after)
        _ = db.execute(
            "DELETE FROM names WHERE (actor, name) IN (SELECT actor, name FROM uncalled)"
            " AND as_name = 0 AND as_alias = 0 AND chosen = 0"
        )
        for table in ("counted", "uncalled"):
            _ = db.execute(f"DROP TABLE {table}")

    def _uncall(self, documents: Collection[int]) -> None:
        for _ in self._counted(documents):
            rows = self._db.execute(f"{_CALLED} GROUP BY actor, name").fetchall()
            _ = self._db.executemany(
                "UPDATE names SET as_name = as_name - ?, as_alias = as_alias - ? WHERE actor = ? AND name = ?",
                [(as_name, as_alias, actor, name) for actor, name, _, as_name, as_alias, _ in rows],
            )
            _ = self._db.executemany("INSERT INTO uncalled VALUES (?, ?)", [row[:2] for row in rows])

    def _call(self, documents: Collection[int]) -> None:
        for _ in self._counted(documents):
            _ = self._db.execute(
                f"INSERT INTO names {_CALLED} WHERE TRUE GROUP BY actor, name ON CONFLICT (actor, name) DO UPDATE"
                " SET as_name = as_name + excluded.as_name, as_alias = as_alias + excluded.as_alias"
            )

    def _counted(self, documents: Collection[int]) -> Iterator[None]:
        """Fills the table `counted` with one portion of documents after the other."""
        left = iter(sorted(documents))
        while portion := list(islice(left, _DOCUMENTS)):
            _ = self._db.execute("DELETE FROM counted")
            _ = self._db.executemany("INSERT INTO counted VALUES (?)", [(number,) for number in portion])
            yield


def _json(listed: Iterable[Any]) -> str:
    return json.dumps(list(listed), ensure_ascii=False)


def _counts(counted: Mapping[str, int]) -> str:
    return _ENCODER.encode(counted).decode()


def _those(column: str, values: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    return ("", ()) if values is None else (f" AND {column} {LISTED}", (_json(values),))


def _grouped(rows: Iterable[Row]) -> Iterator[tuple[str, list[Local]]]:
    return ((key, [Local(*row[1:]) for row in group]) for key, group in groupby(rows, key=itemgetter(0)))


def _naming(row: Row) -> Naming:
    local, name, country, title, aliases, document, day = row
    others = () if aliases == "[]" else tuple(fold(alias) for alias in _TEXTS.decode(aliases))
    return Naming(local, name, fold(name), country, title, others, document, day)


def _seen(row: Row) -> Seen:
    local, country, office, sole, first, last, documents, titles = row
    return Seen(local, country, office, bool(sole), first, last, documents, _COUNTS.decode(titles))


def _tenure(row: Row) -> Tenure:
    actor, office, sole, country, first, last, documents, titles = row
    return Tenure(actor, country, office, bool(sole), first, last, documents, tuple(json.loads(titles)))


def _office(office: tuple[str, Post]) -> tuple[str, str, int]:
    country, (name, sole) = office
    return country, name, int(sole)
