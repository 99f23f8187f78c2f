"""Decisions in a record: what became of each when it was last linked, and which actors and events they bear on."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from bilat.model.decision import Decision, Outcome, Ruled, Verb
from bilat.record.compact import SpoiledError, ids_beginning

Kind = Literal["local", "telling"]

TABLES: Final = ("decided", "decisions")
_COLUMNS: Final = "d.line, d.verb, d.ids, d.others, d.field, d.value, d.author, d.date, d.reason, d.outcome, d.because"

_KINDS: Final = """
SELECT DISTINCT p.local, 'local' FROM people p JOIN documents d USING (document)
WHERE d.superseded_by IS NULL AND p.local IN (SELECT value FROM json_each(:listed))
UNION ALL
SELECT DISTINCT t.id, 'telling' FROM tellings t JOIN documents d USING (document)
WHERE d.superseded_by IS NULL AND t.id IN (SELECT value FROM json_each(:listed))
"""


class State(NamedTuple):
    """What the record was last linked with: the decisions file (None: the one beside the record) and the hash of its
    bytes, empty when there was none."""

    path: str | None = None
    hash: str = ""


def state(db: sqlite3.Connection) -> State:
    """What stands in the table `meta`; that of a record without decisions when nothing does."""
    row = db.execute("SELECT value FROM meta WHERE key = 'decisions'").fetchone()
    try:
        return State(*json.loads(row[0])) if row else State()
    except (ValueError, TypeError) as err:
        msg = f"no decisions: {err}"
        raise SpoiledError(msg) from err


def linked_by(db: sqlite3.Connection) -> str:
    """The version of rules the record was last linked with, empty when it never was."""
    row = db.execute("SELECT value FROM meta WHERE key = 'linked_by'").fetchone()
    return str(row[0]) if row else ""


def digest(db: sqlite3.Connection) -> str:
    """The digest as the last build wrote it, empty when it wrote none."""
    row = db.execute("SELECT value FROM meta WHERE key = 'digest'").fetchone()
    return str(row[0]) if row else ""


def ids(db: sqlite3.Connection) -> set[str]:
    """All ids that the decisions speak of."""
    rows = db.execute("SELECT ids, others FROM decisions").fetchall()
    return {id_ for row in rows for listed in row for id_ in json.loads(listed)}


def kinds(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Kind]:
    """What each id is of that documents which count have: a `local` or a `telling`."""
    asked = json.dumps(sorted(set(ids)))
    return dict(db.execute(_KINDS, {"listed": asked})) if asked != "[]" else {}


def write_ruled(db: sqlite3.Connection, ruled: Sequence[Ruled]) -> None:
    """All decisions anew, in the order of their lines."""
    for table in TABLES:
        _ = db.execute(f"DELETE FROM {table}")
    for number, (decision, outcome, because, touched) in enumerate(ruled, 1):
        ids, others = json.dumps(decision.ids), json.dumps(decision.others)
        row = (
            *(number, decision.line, decision.verb.value, ids, others, decision.field, decision.value),
            *(decision.author, decision.date, decision.reason, outcome.value, because),
        )
        _ = db.execute(f"INSERT INTO decisions VALUES ({', '.join('?' * 12)})", row)
        _ = db.executemany("INSERT INTO decided VALUES (?, ?)", [(id_, number) for id_ in touched])


def name_actors(db: sqlite3.Connection) -> None:
    """Marks in the table `names` what decisions call an actor, and nothing else; adds what no document does."""
    _ = db.execute("DELETE FROM names WHERE chosen = 1 AND as_name = 0 AND as_alias = 0")
    _ = db.execute("UPDATE names SET chosen = 0 WHERE chosen = 1")
    _ = db.execute(
        "INSERT INTO names SELECT x.id, d.value, fold(d.value), 0, 0, 1"
        " FROM decisions d JOIN decided x USING (decision)"
        f" WHERE d.verb = '{Verb.RENAME}' AND d.outcome = '{Outcome.APPLIED}'"
        " ON CONFLICT (actor, name) DO UPDATE SET chosen = 1"
    )


def ruled(db: sqlite3.Connection) -> list[Ruled]:
    """All decisions in the order of their lines."""
    rows = db.execute(
        f"SELECT {_COLUMNS}, (SELECT json_group_array(x.id) FROM decided x WHERE x.decision = d.decision)"
        " FROM decisions d ORDER BY d.decision"
    )
    return [from_row(*row) for row in rows]


OF: Final = (
    f"SELECT x.id, {_COLUMNS}, json_array(x.id) FROM decided x JOIN decisions d USING (decision)"
    " WHERE x.id IN (SELECT value FROM json_each(?)) ORDER BY x.id, d.decision"
)
"""The decisions that bear on actors or events, each behind the id of one."""


def from_row(  # noqa: PLR0913, PLR0917 -- the columns of a row
    line: int,
    verb: str,
    ids: str,
    others: str,
    field: str | None,
    value: str | None,
    author: str,
    date: str,
    reason: str,
    outcome: str,
    because: str | None,
    touched: str,
) -> Ruled:
    """A decision out of its columns."""
    decision = Decision(
        Verb(verb), tuple(json.loads(ids)), tuple(json.loads(others)), field, value, author, date, reason, line
    )
    return Ruled(decision, Outcome(outcome), because, tuple(json.loads(touched)))


_NAMED: Final = """
SELECT DISTINCT p.local, 'local' FROM people p JOIN documents d USING (document)
WHERE d.superseded_by IS NULL AND (p.local BETWEEN :first AND :last OR p.id BETWEEN :first_id AND :last_id)
UNION
SELECT DISTINCT t.id, 'telling' FROM tellings t JOIN documents d USING (document)
WHERE d.superseded_by IS NULL AND t.id BETWEEN :first AND :last
ORDER BY 1 LIMIT :limit
"""
_HAPPENED: Final = """
SELECT kind, first, last, name FROM (
    SELECT 0 AS rank, e.type AS kind, e.start_date AS first, e.end_date AS last, s.position,
           coalesce((SELECT n.name FROM names n WHERE n.actor = s.actor
                     ORDER BY n.chosen DESC, n.as_name DESC, n.as_alias DESC, n.name LIMIT 1), s.name) AS name
    FROM events e LEFT JOIN sides s USING (event) WHERE e.id = :id
    UNION ALL
    SELECT 1, t.type, t.start_date, t.end_date, p.position, p.name
    FROM tellings t LEFT JOIN participants p USING (telling)
    WHERE t.id = :id AND NOT EXISTS (SELECT 1 FROM events WHERE id = :id)
) ORDER BY rank, position LIMIT 3
"""
"""An event as it is linked; what is no event's id, as its document tells it."""


def decidable(db: sqlite3.Connection, beginning: str, limit: int) -> Iterator[tuple[str, str]]:
    """The names and tellings whose ids begin so (a person of a document stands for the name), with a few words that
    tell which they are."""
    first_id, last_id = ids_beginning(beginning)
    asked = {"first": beginning, "last": beginning + "\U0010ffff", "first_id": first_id, "last_id": last_id}
    rows = db.execute(_NAMED, {**asked, "limit": limit}).fetchall()
    for id_, kind in rows:
        yield id_, _label(db, id_, kind)


def _label(db: sqlite3.Connection, id_: str, kind: str) -> str:
    if kind == "local":
        name, country = db.execute(
            "SELECT name, country FROM people WHERE local = ? ORDER BY name LIMIT 1", (id_,)
        ).fetchone()
        return " ".join(word for word in (name, country) if word)
    rows = db.execute(_HAPPENED, {"id": id_}).fetchall()
    what, start, end = rows[0][:3] if rows else (None, None, None)
    names = "、".join(str(row[3]) for row in rows if row[3])
    return " ".join(str(word) for word in (start or end, what, names) if word)
